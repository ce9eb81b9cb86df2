"""The bars on real documents, scored by the scorer that stands beside them; skipped where they are absent."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HEAD_FIELDS = """
    genre type number.status number.symbol issued.place issued.date issuer subject signer.name signer.position
    signer.capacity
"""
HEAD = dict.fromkeys(HEAD_FIELDS.split(), 1.0)
LISTS = {
    "recipients.to": 0.97,
    "recipients.copy": 0.97,
    "recipients.archive": 0.97,
    "citations.found": 0.97,
    "citations.relation": 0.95,
    "assignments.found": 0.90,
    "assignments.assignees": 0.90,
}


def score(shared: Path, gold: Path, documents: Path, bars: dict[str, float]) -> subprocess.CompletedProcess[str]:
    wanted = ",".join(f"{name}={value}" for name, value in bars.items())
    command = [sys.executable, shared / "score.py", gold, documents, "--min", wanted, "-v"]
    command += ["--cmd", f"{sys.executable} -m vanban extract"]
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


@pytest.mark.shared
def test_seeds(shared: Path) -> None:
    done = score(shared, shared / "gold", shared / "seeds", HEAD | LISTS)
    assert done.returncode == 0, done.stdout


@pytest.mark.shared
def test_texts_of_law_sites(shared: Path, tmp_path: Path) -> None:
    for gold in (shared / "real" / "gold").glob("*.json"):
        text = shared / "real" / "docs" / f"{gold.stem}.txt"
        if text.exists():
            shutil.copy(text, tmp_path)
    done = score(shared, shared / "real" / "gold", tmp_path, HEAD | LISTS)
    assert done.returncode == 0, done.stdout
