"""Trained files: what is there is opened, what is not there or damaged is told with file, reason and remedy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from vanban import learned
from vanban.errors import ModelUnusable
from vanban.language import likely


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of trained files of the test's own."""
    monkeypatch.setattr(learned, "files", lambda package: tmp_path)
    return tmp_path


def damaged(path: Path, how: str) -> None:
    np.savez_compressed(path, weights=np.random.default_rng(1).random((40, 40)))
    data = path.read_bytes()
    if how == "cut short":
        path.write_bytes(data[: len(data) // 2])
    elif how == "flipped":
        path.write_bytes(data[:5000] + bytes([data[5000] ^ 0xFF]) + data[5001:])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "text":
        path.write_text("version https://git-lfs.github.com/spec/v1", "utf-8")
    elif how == "objects":
        np.savez_compressed(path, weights=np.array([{}], dtype=object))
    elif how == "one array":
        with path.open("wb") as file:
            np.save(file, np.zeros(3))


@pytest.mark.parametrize("how", ["absent", "cut short", "flipped", "empty", "text", "objects", "one array"])
def test_a_damaged_model_is_told(models: Path, how: str) -> None:
    name = f"{how.replace(' ', '-')}.npz"
    if how != "absent":
        damaged(models / name, how)
    with pytest.raises(ModelUnusable) as caught:
        learned.arrays(name)
    assert str(models / name) in caught.value.message("en")
    assert caught.value.exit_status == 4


def test_a_whole_model_is_opened(models: Path) -> None:
    np.savez_compressed(models / "whole.npz", labels=np.array(["KH"]), bias=np.ones(2))
    kept = learned.arrays("whole.npz")
    assert (kept["labels"].tolist(), kept["bias"].tolist()) == (["KH"], [1.0, 1.0])


@pytest.mark.parametrize("text", [None, "", "{", "{}", '{"words": 3}', "[]"])
def test_counts_that_are_none_are_told(models: Path, text: str | None) -> None:
    if text is not None:
        (models / likely.FILE).write_text(text, "utf-8")
    with pytest.raises(ModelUnusable) as caught:
        learned.made(likely.FILE, likely.read)
    assert likely.FILE in caught.value.message("vi")


def test_the_reason_is_told_in_the_readers_language(models: Path) -> None:
    with pytest.raises(ModelUnusable) as caught:
        learned.arrays("khong-co.npz")
    assert "(không có tệp hoặc thư mục này)" in caught.value.message("vi")
    assert "(No such file or directory)" in caught.value.message("en")


def test_the_package_of_models_may_be_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(package: str) -> Path:
        raise ModuleNotFoundError(f"No module named {package!r}")

    monkeypatch.setattr(learned, "files", gone)
    with pytest.raises(ModelUnusable, match="vanban_models"):
        learned.artefact("zones.npz")
