"""Scoring of marked references on made-up passages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import citations_vnlegaltext as scoring
from vanban.extraction.citations import scan

TEXT = "Căn cứ Nghị định số 417/2031/NĐ-CP ngày 05 tháng 3 năm 2031 của Chính phủ; theo Thông tư số 9/2031/TT-BTC."


@pytest.mark.parametrize(
    ("marked", "form"),
    [
        ("Nghị định số 417/2031/NĐ-CP", "number"),
        ("Nghị định số 417/2031/NĐ-CP ngày 05 tháng 3 năm 2031", "number, date"),
        ("số 417/2031/NĐ-CP ngày 5/3/2031", "number in a list, date"),
        ("Quyết định số 1/2031/QĐ-TTg và 2/2031/QĐ-TTg", "several numbers"),
        ("Luật Mẫu ngày 2 tháng 3 năm 2031", "name, date"),
        ("Luật Mẫu năm 2031", "name, year"),
        ("Luật Mẫu", "name"),
        ("Nghị định 59", "serial alone"),
    ],
)
def test_form(marked: str, form: str) -> None:
    assert scoring.form(marked) == form


@pytest.mark.parametrize(
    ("span", "label", "outcome"),
    [
        ((7, 34), "NĐ", "RIGHT"),
        ((7, 59), "NĐ", "RIGHT"),
        ((7, 40), "NĐ", "BOUND"),
        ((7, 34), "QĐ", "LABEL"),
        ((0, 6), "NĐ", "LOST"),
    ],
)
def test_outcome(span: tuple[int, int], label: str, outcome: str) -> None:
    passage = {"text": TEXT, "spans": [[*span, label]]}
    assert [result[1] for result in scoring.outcomes([passage], [scan(TEXT)])] == [outcome]


def test_beyond_the_marks_and_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    passages, sample, kept = tmp_path / "passages.jsonl", tmp_path / "sample.jsonl", tmp_path / "kept.jsonl"
    scoring.write_rows(passages, [{"text": TEXT, "spans": [[7, 34, "NĐ"]]}])
    monkeypatch.setattr("sys.argv", ["x", str(passages), "--sample", "300", "--out", str(sample)])
    scoring.main()
    (row,) = scoring.read_rows(sample)
    assert (row["found"], row["number"], row["before"][-5:]) == ("Thông tư số 9/2031/TT-BTC", "9/2031/TT-BTC", "theo ")
    scoring.write_rows(sample, [{**row, "verdict": "right"}, {**row, "end": 0, "verdict": "wrong", "reason": "none"}])
    monkeypatch.setattr("sys.argv", ["x", str(passages), "--judged", str(sample), "--out", str(kept)])
    scoring.main()
    assert all("before" not in json.loads(line) for line in kept.read_text("utf-8").splitlines())
    findings = scoring.beyond(scoring.read_rows(passages), [scan(TEXT)])
    assert list(scoring.judged(scoring.read_rows(kept), findings)) == [
        "beyond the marks, judged: 2, right 0.5000",
        "beyond the marks, of them found now: 1, right 1.0000",
    ]
