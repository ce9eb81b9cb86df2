"""What is installed, what is missing, and how to get it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from vanban import learned, messages
from vanban.errors import ModelUnusable


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that vanban needs. ``found`` is its version, or ``None`` when it is not there."""

    key: str
    name: str
    found: str | None
    remedy: str
    required: bool = True


def checks() -> list[Check]:
    """Every check in the order in which a user would mend them."""
    return [_python(), *_packages(), _models(), _fts5(), *_tesseract(), _converter()]


def _check(key: str, found: str | None, *, required: bool = True, **params: object) -> Check:
    name, remedy = messages.text(f"doctor.{key}", **params), messages.text(f"doctor.get_{key}", **params)
    return Check(key=key, name=name, found=found, remedy=remedy, required=required)


def _python() -> Check:
    return _check("python", ".".join(map(str, sys.version_info[:3])) if sys.version_info >= (3, 11) else None)


def _packages() -> list[Check]:
    wanted = [line for line in requires("vanban") or [] if "extra ==" not in line]
    names = [line.split(";")[0].split(">")[0].split("=")[0].split("<")[0].strip() for line in wanted]
    return [_check("package", _version(name), name=name) for name in names]


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _models() -> Check:
    """The trained files, each opened; they are shipped with vanban, so one that is not there was lost since."""
    try:
        for name in learned.ARTEFACTS:
            learned.arrays(name) if name.endswith(".npz") else learned.made(name, json.loads)
    except ModelUnusable:
        return _check("models", None)
    return _check("models", str(len(learned.ARTEFACTS)))


def _fts5() -> Check:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        return _check("fts5", sqlite3.sqlite_version)
    except sqlite3.OperationalError:
        return _check("fts5", None)
    finally:
        connection.close()


def _tesseract() -> list[Check]:
    binary = shutil.which("tesseract")
    if not binary:
        return [_check("tesseract", None), _check("vie", None)]
    told = _run(binary, "--version").splitlines()
    languages = _run(binary, "--list-langs").split()
    return [
        _check("tesseract", told[0].removeprefix("tesseract ") if told else "?"),
        _check("vie", "vie" if "vie" in languages else None),
    ]


def _converter() -> Check:
    found = next((name for name in ("antiword", "soffice", "libreoffice", "catdoc") if shutil.which(name)), None)
    return _check("converter", found, required=False)


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)  # noqa: S603 - fixed words
    return done.stdout or done.stderr
