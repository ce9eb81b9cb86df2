"""A parsing child whose PDF parser does what the file's first word after ``%PDF-`` says: for tests of isolation.

It is the real worker with one parser put in the place of another, so that hanging, dying and running out of
memory go through the pipes and limits of the product.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

from vanban.reading import parsers, worker
from vanban.reading.document import Page
from vanban.reading.events import Event, Opened, Read, Started, Task
from vanban.reading.sniff import PDF

BAD_PAGE = 2


def parse(task: Task) -> Iterator[Event]:
    """Three pages of text; at the second, the fault."""
    fault = task.path.read_text().split()[1]
    yield Opened(3)
    for number in (1, 2, 3):
        if number in task.skip:
            continue
        yield Started(number, ocr=fault == "recogniser")
        if number == BAD_PAGE:
            _go_wrong(fault, task)
        yield Read(Page(number, "plain", text=f"{os.getpid()}"))


def _go_wrong(fault: str, task: Task) -> None:
    if fault == "hang":
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        task.path.with_suffix(".pid").write_text(str(child.pid))
        time.sleep(60)
    elif fault == "crash":
        os.abort()
    elif fault == "recogniser":
        if not task.apart:
            os.abort()
    elif fault == "exit":
        os._exit(7)
    elif fault == "memory":
        held = [bytearray(1 << 26) for _ in range(1 << 10)]
        raise AssertionError(f"took {len(held)} blocks")
    elif fault == "chatter":
        print("a library that prints", flush=True)
        os.write(1, b"a C library that prints\n")
    elif fault == "bug":
        raise RuntimeError("a bug")


if __name__ == "__main__":
    parsers.register(PDF, parse)
    worker.main()
