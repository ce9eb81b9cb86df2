"""Parsing in a child process that can be timed out, capped in memory and killed with all it started."""

from __future__ import annotations

import atexit
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from vanban.errors import ParserDied, TimedOut
from vanban.reading import wire
from vanban.reading.events import Event, Read, Started, Task, Trouble

_LIVES: Final = 4
_GRACE: Final = 1.25
"""OCR keeps to ``page_seconds`` by itself; the child is killed a little later, when it did not."""

_GRACE_SECONDS: Final = 1.0
_JOIN_SECONDS: Final = 1.0
_IDLE: Final = 4
_ONE_THREAD: Final = {
    "OMP_THREAD_LIMIT": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "PYTHONIOENCODING": "utf-8",
}


class Child:
    """One parsing process and the thread that collects what it tells."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no shell
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=dict(environment),
            start_new_session=True,
        )
        self.told: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.listener = threading.Thread(target=self._listen, name="vanban-parser", daemon=True)
        self.listener.start()

    def order(self, order: wire.Order) -> None:
        """Hand over one file; raises ``OSError`` when the child is gone."""
        assert self.process.stdin is not None  # noqa: S101 - opened as a pipe above
        wire.write(self.process.stdin, wire.pack_order(order))

    def kill(self) -> None:
        """End the child and every program it started, then the thread that listens, then the pipes.

        The pipes have no buffers: a buffer's lock held by the listener would bring the interpreter down
        when it shuts down. A pipe that is still listened to is left to the system.
        """
        with suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self.process.pid, signal.SIGKILL)
            else:
                self.process.kill()
        self.process.wait()
        if not sys.is_finalizing():
            self.listener.join(_JOIN_SECONDS)
        for pipe in (self.process.stdin, None if self.listener.is_alive() else self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None  # noqa: S101 - opened as a pipe above
        try:
            while (data := wire.read(stream)) is not None:
                self.told.put(data)
        except (OSError, ValueError):
            pass
        self.told.put(None)


class Children:
    """Parsing children, kept warm between files; each serves one file at a time."""

    def __init__(self, command: Sequence[str] | None = None) -> None:
        self.command = command or [sys.executable, "-P", "-m", "vanban.reading.worker"]
        self.idle: list[Child] = []
        self.lock = threading.Lock()

    def parse(self, task: Task) -> Generator[Event, None, None]:
        """The events of the file. A page that hangs or kills its parser costs itself; a new child reads on.

        Whoever dies while pages are read by OCR may have died of the recogniser: the next child runs it apart.
        """
        watch = _Watch(task)
        for life in range(_LIVES):
            try:
                yield from self._one_life(task, watch)
                return
            except (TimedOut, ParserDied) as error:
                if isinstance(error, ParserDied) and watch.reading and not task.apart:
                    task = replace(task, apart=True, skip=frozenset(watch.finished) | frozenset(task.skip))
                    watch.reading.clear()
                    continue
                blamed = watch.blamed()
                last = life == _LIVES - 1 or blamed is None or watch.over()
                error.params["page"] = blamed or 1
                yield Trouble.of(error, fatal=last)
                if last:
                    return
                watch.finish(blamed)
                task = replace(task, skip=frozenset(watch.finished) | frozenset(task.skip))

    def close(self) -> None:
        """End the idle children."""
        with self.lock:
            children, self.idle = self.idle, []
        for child in children:
            child.kill()

    def forget(self) -> None:
        """In a forked process: the children belong to the parent."""
        self.lock = threading.Lock()
        self.idle = []

    def _one_life(self, task: Task, watch: _Watch) -> Iterator[Event]:
        child = self._take(task)
        whole = False
        try:
            while True:
                try:
                    data = child.told.get(timeout=watch.left())
                except queue.Empty:
                    raise TimedOut(path=str(task.path), seconds=watch.limit()) from None
                if data is None:
                    raise ParserDied(path=str(task.path), reason=_how_it_ended(child.process))
                event = wire.event(data)
                if event is None:
                    whole = True
                    return
                watch.see(event)
                yield event
        finally:
            if whole:
                self._give_back(child)
            else:
                child.kill()

    def _take(self, task: Task) -> Child:
        order = wire.Order(
            str(task.path.absolute()), task.media_type, asdict(task.settings), task.ocr, sorted(task.skip), task.apart
        )
        while True:
            with self.lock:
                child = self.idle.pop() if self.idle else None
            fresh = child is None
            try:
                child = child or Child(self.command, _environment())
                child.order(order)
            except OSError as error:
                if child is not None:
                    child.kill()
                if fresh:
                    raise ParserDied(path=str(task.path), page=1, reason=str(error)) from error
            else:
                return child

    def _give_back(self, child: Child) -> None:
        with self.lock:
            if len(self.idle) < _IDLE:
                self.idle.append(child)
                return
        child.kill()


class _Watch:
    """The clock of one file, and which page the child is at."""

    def __init__(self, task: Task) -> None:
        self.settings = task.settings
        self.began = self.last = time.monotonic()
        self.parsing: int | None = None
        self.reading: list[int] = []
        self.finished: set[int] = set()

    def see(self, event: Event) -> None:
        self.last = time.monotonic()
        if isinstance(event, Started) and event.ocr:
            self.parsing = None
            self.reading.append(event.page)
        elif isinstance(event, Started):
            self.parsing = event.page
        elif isinstance(event, Read):
            self.finish(event.page.number)
        elif isinstance(event, Trouble):
            page = event.params.get("page")
            self.finish(page if isinstance(page, int) else None)

    def finish(self, page: int | None) -> None:
        self.last = time.monotonic()
        if page is None:
            return
        self.finished.add(page)
        self.parsing = None if self.parsing == page else self.parsing
        self.reading = [one for one in self.reading if one != page]

    def blamed(self) -> int | None:
        """The page that is worked on: OCR answers in order, so the one that began first."""
        return self.reading[0] if self.reading else self.parsing

    def over(self) -> bool:
        return time.monotonic() - self.began >= self.settings.file_seconds

    def limit(self) -> float:
        """The limit that was met, in seconds."""
        return self.settings.file_seconds if self.over() else self.settings.page_seconds

    def left(self) -> float:
        page = self.last + self.settings.page_seconds * _GRACE + _GRACE_SECONDS
        return max(0.0, min(page, self.began + self.settings.file_seconds) - time.monotonic())


def parse(task: Task) -> Generator[Event, None, None]:
    """The events of the file, parsed by one of this process's children."""
    return _shared.parse(task)


def close() -> None:
    """End this process's idle children; the next file starts one anew."""
    _shared.close()


def _environment() -> dict[str, str]:
    root = str(Path(__file__).parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join(paths)}


def _how_it_ended(process: subprocess.Popen[bytes]) -> str:
    try:
        status = process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return "closed its pipe"
    if status < 0:
        with suppress(ValueError):
            return signal.Signals(-status).name
    return f"exit status {status}"


_shared = Children()
atexit.register(close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_shared.forget)
