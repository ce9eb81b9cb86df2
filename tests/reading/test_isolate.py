"""Parsers that hang, die, or take too much: what is kept, and what is left running."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading.drawn import MakePdf, spread
from vanban.errors import ParserDied, TimedOut, VanbanError
from vanban.reading import open_document, parsers
from vanban.reading.document import Document
from vanban.reading.events import Task
from vanban.reading.isolate import Children
from vanban.reading.sniff import PDF
from vanban.settings import Settings

FAULTY = [sys.executable, str(Path(__file__).with_name("faulty_worker.py"))]
QUICK = Settings(page_seconds=2.5, child_bytes=1 << 30)
"""For parsers that hang: a child of a busy machine must have begun within it."""

PATIENT = Settings(page_seconds=120, child_bytes=1 << 30)


@pytest.fixture
def children() -> Iterator[Children]:
    made = Children(FAULTY)
    yield made
    made.close()


def _open(path: Path, children: Children, settings: Settings = PATIENT) -> Document:
    document = Document("sha256:0", path.name, PDF, 1, [], 0)
    return parsers.gather(document, children.parse(Task(path, PDF, settings)), str(path), ocr=True)


def _file(tmp_path: Path, fault: str) -> Path:
    path = tmp_path / f"{fault}.pdf"
    path.write_text(f"%PDF- {fault}")
    return path


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize(
    ("fault", "code", "reason"),
    [("hang", "timed_out", None), ("crash", "parser_died", "SIGABRT"), ("exit", "parser_died", "exit status 7")],
)
def test_isolate_a_page_that_takes_its_parser_down_costs_itself(
    tmp_path: Path, children: Children, fault: str, code: str, reason: str | None
) -> None:
    document = _open(_file(tmp_path, fault), children, QUICK if fault == "hang" else PATIENT)
    assert [page.number for page in document.pages] == [1, 3]
    assert document.partial
    assert [(warning.code, warning.page) for warning in document.warnings] == [(code, 2)]
    assert reason is None or reason in document.warnings[0].message


def test_isolate_a_recogniser_that_takes_its_parser_down_is_run_apart(tmp_path: Path, children: Children) -> None:
    document = _open(_file(tmp_path, "recogniser"), children, Settings(child_bytes=1 << 30))
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert (document.partial, document.warnings) == (False, [])


def test_isolate_what_a_hung_parser_started_is_killed_too(tmp_path: Path, children: Children) -> None:
    path = _file(tmp_path, "hang")
    _open(path, children, QUICK)
    pid = int(path.with_suffix(".pid").read_text())
    for _ in range(400):
        if not _runs(pid):
            break
        time.sleep(0.05)
    assert not _runs(pid)


def test_isolate_memory_is_capped(tmp_path: Path, children: Children) -> None:
    document = _open(_file(tmp_path, "memory"), children, Settings(child_bytes=1 << 30))
    assert [page.number for page in document.pages] == [1]
    assert "parser_died" in {warning.code for warning in document.warnings}


def test_isolate_a_bug_in_a_parser_is_told(tmp_path: Path, children: Children) -> None:
    document = _open(_file(tmp_path, "bug"), children)
    assert [page.number for page in document.pages] == [1]
    assert "RuntimeError: a bug" in document.warnings[0].message


def test_isolate_what_libraries_print_does_no_harm(tmp_path: Path, children: Children) -> None:
    document = _open(_file(tmp_path, "chatter"), children)
    assert (len(document.pages), document.warnings) == (3, [])


def test_isolate_child_is_kept_warm_and_made_anew_after_a_death(tmp_path: Path, children: Children) -> None:
    def pids(fault: str) -> list[str]:
        return [page.text for page in _open(_file(tmp_path, fault), children).pages]

    first, second = pids("fine"), pids("fine")
    assert len({*first, *second}) == 1
    before, after = pids("crash")
    assert before == first[0] != after
    assert set(pids("fine")) == {after}
    assert os.getpid() not in map(int, first)


@pytest.mark.parametrize(
    ("settings", "error"), [(Settings(page_seconds=60, file_seconds=1.5), TimedOut), (QUICK, TimedOut)]
)
def test_isolate_a_file_limit_ends_it_all(tmp_path: Path, settings: Settings, error: type[VanbanError]) -> None:
    command = [sys.executable, "-c", "import time; time.sleep(120)"]
    children = Children(command)
    began = time.monotonic()
    with pytest.raises(error) as caught:
        _open(_file(tmp_path, "fine"), children, settings)
    assert time.monotonic() - began < 60
    assert caught.value.params["seconds"] in (settings.file_seconds, settings.page_seconds)


def test_isolate_a_program_that_cannot_start(tmp_path: Path) -> None:
    with pytest.raises(ParserDied):
        _open(_file(tmp_path, "fine"), Children([str(tmp_path / "absent")]))


def test_isolate_gives_what_this_process_would(make_pdf: MakePdf) -> None:
    path = make_pdf([spread(), spread(["trang hai"])], rules=[(50, 50, 300, 50), (50, 70, 300, 70)])
    assert open_document(path) == open_document(path, isolated=False)


def _python(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, check=False)


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    import pikepdf

    path = tmp_path / "in" / "b-locked.pdf"
    path.parent.mkdir()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return path


@pytest.mark.parametrize("among", [False, True])
@pytest.mark.parametrize("command", ["extract", "import"])
def test_isolate_command_line_ends_well_after_a_fatal_error(
    tmp_path: Path, make_pdf: MakePdf, locked: Path, command: str, among: bool
) -> None:
    for name in ("a.pdf", "c.pdf") if among else ():
        make_pdf([spread()], name=name).rename(locked.with_name(name))
    if command == "import":
        done = _python("-m", "vanban", "import", locked.parent, "--store", tmp_path / "kho.db")
    else:
        done = _python("-m", "vanban", "extract", *sorted(locked.parent.iterdir()))
        assert len(done.stdout.splitlines()) == 2 * among
    assert done.returncode == 3, done.stderr
    assert done.stderr.count("[file_encrypted]") == 1
    assert "Fatal" not in done.stderr


def test_isolate_events_left_unfinished_do_no_harm_at_the_end(make_pdf: MakePdf) -> None:
    path = make_pdf([spread()] * 20)
    program = (
        "import sys; from pathlib import Path; from vanban.reading import isolate; "
        "from vanban.reading.events import Task; from vanban.settings import Settings; "
        f"events = isolate.parse(Task(Path({str(path)!r}), 'application/pdf', Settings())); next(events)"
    )
    done = _python("-c", program)
    assert (done.returncode, done.stderr) == (0, "")
