"""The parsing child: ``python -m vanban.reading.worker`` takes orders on stdin and tells events on stdout."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path
from typing import IO, Final

from vanban.errors import ParserDied, VanbanError
from vanban.reading import parsers, wire
from vanban.reading.events import Event, Started, Task, Trouble
from vanban.settings import Settings

_WATCH_SECONDS: Final = 1.0


def main() -> None:
    """Serve orders until stdin ends. What libraries print goes to stderr, away from the messages."""
    orders = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while (data := wire.read(orders)) is not None:
        serve(wire.order(data), answers)


def serve(order: wire.Order, answers: IO[bytes]) -> None:
    """Parse one file, telling each event as it happens; no failure ends the child."""
    lock = threading.Lock()

    def tell(event: Event) -> None:
        with lock:
            wire.write(answers, wire.pack(event))

    settings = Settings(**order.settings)  # type: ignore[arg-type]
    limit_memory(settings.child_bytes)
    task = Task(
        Path(order.path),
        order.media_type,
        settings,
        order.ocr,
        frozenset(order.skip),
        order.apart,
        started=lambda page: tell(Started(page, ocr=True)),
    )
    try:
        for event in parsers.parse(task):
            tell(event)
    except VanbanError as error:
        tell(Trouble.of(error, fatal=True))
    except MemoryError:
        tell(Trouble.of(ParserDied(page=1, reason="out of memory"), fatal=True))
    except Exception as error:
        tell(Trouble.of(VanbanError(reason=f"{type(error).__name__}: {error}"), fatal=True))
    wire.write(answers, wire.DONE)


def limit_memory(most: int) -> None:
    """Cap this process's address space (and that of the programs it starts) where the system can."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_parent() -> None:
    """A parent that was killed cannot kill: leave with all that was started when it is gone."""
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main()
