"""Records for tests: a made-up plan, with what a test wants to be otherwise."""

from __future__ import annotations

from typing import Any

from vanban.record import Record

PLAN: dict[str, Any] = {
    "schema": "vanban.record/1",
    "id": "sha256:0",
    "source": {"name": "a.txt", "media_type": "text/plain", "bytes": 1, "pages": 1, "text": "plain"},
    "genre": "administrative",
    "type": {"code": "KH", "name": "Kế hoạch"},
    "number": {"symbol": "KH-UBND", "serial": "12", "canonical": "12/KH-UBND", "status": "complete"},
    "issued": {"place": "Bình Sơn", "date": "2025-03-04", "status": "complete"},
    "issuer": {"name": "Ủy ban nhân dân tỉnh Bình Sơn"},
    "subject": "phòng, chống rét cho trâu bò vụ đông xuân",
    "recipients": {
        "to": [],
        "copy": [{"text": "Sở Y tế", "agencies": ["Sở Y tế"]}, {"text": "Sở Nội vụ", "agencies": ["Sở Nội vụ"]}],
        "archive": [],
    },
    "assignments": [
        {
            "text": "Sở Y tế rà soát số liệu trước ngày 20/3/2025",
            "assignees": ["Sở Y tế"],
            "deadlines": ["2025-03-20"],
        }
    ],
    "citations": [{"text": "Nghị định số 1/2020/NĐ-CP", "type": "Nghị định", "number": "1/2020/NĐ-CP"}],
    "signer": {"name": "Trần Quốc Khánh", "position": "Chủ tịch", "capacity": "TM"},
    "fields": {
        "number": {"confidence": 0.9, "by": "number.line", "evidence": [{"page": 1, "start": 3, "end": 9}]},
        "assignments.0": {"confidence": 0.6, "by": "assignments.grammar", "evidence": []},
    },
    "review": ["assignments.0"],
}


def plan(**changed: Any) -> Record:
    """The plan's record with some keys changed."""
    return Record.model_validate(PLAN | changed)
