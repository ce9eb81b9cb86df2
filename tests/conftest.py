"""What several tests share: where the samples are, and which tests the machine can run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples"
SHARED = ROOT.parent / "shared"

# A busy machine decides nothing: no example is too slow, and a page has time to be read.
settings.register_profile("vanban", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("vanban")
os.environ.setdefault("VANBAN_PAGE_SECONDS", "600")
os.environ.setdefault("VANBAN_FILE_SECONDS", "3600")


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
