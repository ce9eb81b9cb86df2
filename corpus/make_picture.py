"""Make the README's pictures: the sample documents in a store and one search, as a terminal shows them, and their net.

``python -m corpus.make_picture`` writes corpus/picture.svg and corpus/graph.svg.
"""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path

from rich.console import Console

from vanban import Store, messages, read
from vanban.store.graph.picture import svg
from vanban.tables import MARKS, print_results, records_table

CORPUS = Path(__file__).parent


def main() -> None:
    """Import the samples into a store of the moment and draw what is seen, and what cites what."""
    messages.choose("vi")
    console = Console(record=True, width=116, file=io.StringIO(), force_terminal=True)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "mau.db") as store:
        records = [read(path) for path in sorted((CORPUS / "samples").iterdir())]
        for record in records:
            store.add(record)
        console.print("$ vanban import corpus/samples")
        console.print(records_table(records))
        console.print("$ vanban search giam ngheo")
        print_results(console, store.search("giam ngheo", marks=MARKS), "giam ngheo")
        (CORPUS / "graph.svg").write_text(svg(store.graph.of("giam ngheo")), "utf-8")
    picture = console.export_svg(title="vanban")
    without_web_fonts = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    (CORPUS / "picture.svg").write_text(without_web_fonts, "utf-8")


if __name__ == "__main__":
    main()
