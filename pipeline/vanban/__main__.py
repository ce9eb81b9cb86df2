"""``python -m vanban`` is the command line."""

from vanban.cli import main

main()
