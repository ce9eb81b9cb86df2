"""The document types that are written: names and bodies by code (NĐ 30/2020 Điều 7, PL III.I)."""

from __future__ import annotations

from collections.abc import Callable

from corpus.compose import kinds_letter
from corpus.compose.kinds_article import circular, decision
from corpus.compose.kinds_plan import minutes, plan, report, submission
from corpus.compose.paper import Paper

Body = Callable[[Paper], str | None]
"""Writes a body and returns what the first item of Nơi nhận points to (``trên``, ``Điều 3``) or nothing."""

BODIES: dict[str, Body] = {
    **dict.fromkeys(("KH", "CTr", "PA", "ĐA", "CTPH"), plan),
    **kinds_letter.BODIES,
    **dict.fromkeys(("QĐ", "NQ"), decision),
    **dict.fromkeys(("TT", "NĐ", "TTLT"), circular),
    "BC": report,
    "TTr": submission,
    "BB": minutes,
}

NAMES = {
    "KH": "Kế hoạch", "CTr": "Chương trình", "PA": "Phương án", "ĐA": "Đề án", "CTPH": "Chương trình phối hợp",
    "CV": "Công văn", "BC": "Báo cáo", "TTr": "Tờ trình", "TB": "Thông báo", "KL": "Kết luận", "CT": "Chỉ thị",
    "CĐ": "Công điện", "HD": "Hướng dẫn",
    "GM": "Giấy mời", "QĐ": "Quyết định", "NQ": "Nghị quyết", "BB": "Biên bản", "TT": "Thông tư", "NĐ": "Nghị định",
    "TTLT": "Thông tư liên tịch",
}  # fmt: skip
