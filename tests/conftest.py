"""What several tests share: where the samples are, and which tests the machine can run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples"
SHARED = ROOT.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, and say so, what needs Tesseract or the real documents where they are absent."""
    no_documents = pytest.mark.skip(reason="the real documents (../shared) are not beside the project")
    no_tesseract = pytest.mark.skip(reason="Tesseract is not installed")
    for item in items:
        if "shared" in item.keywords and not SHARED.is_dir():
            item.add_marker(no_documents)
        if "ocr" in item.keywords and not shutil.which("tesseract"):
            item.add_marker(no_tesseract)


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample documents of the README, written by us (``corpus/make_samples.py``)."""
    return SAMPLES


@pytest.fixture(scope="session")
def shared() -> Path:
    """The real documents; only for tests marked ``shared``."""
    return SHARED
