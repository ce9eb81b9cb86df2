"""The bar of finding: what it measures and prints."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from evaluation import bench_citations


def test_case_law_is_the_same_every_time_and_cites() -> None:
    text = bench_citations.case_law(40)
    assert text == bench_citations.case_law(40)
    assert " v. " in text
    assert "(19" in text or "(20" in text


def test_texts_joins_the_passages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nghị định", "utf-8")
    passages = tmp_path / "p.jsonl"
    passages.write_text('{"text": "một"}\n{"text": "hai"}\n', "utf-8")
    assert bench_citations.texts(tmp_path, passages) == ["Nghị định", "một\nhai"]


def test_all_three_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    bench_citations.citations(["Căn cứ Nghị định số 417/2031/NĐ-CP ngày 2/3/2031 của Chính phủ; " * 50])
    printed = capsys.readouterr().out
    assert "bare regular expression" in printed
    assert "50 citations" in printed
    assert ("not installed" in printed) is (find_spec("eyecite") is None)
