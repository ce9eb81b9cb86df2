"""Dấu chỉ độ khẩn and độ mật (NĐ 30/2020 PL I.III.2; Luật Bảo vệ bí mật nhà nước 117/2025/QH15)."""

from __future__ import annotations

import re

from vanban.extraction.found import Found
from vanban.extraction.spans import join
from vanban.language.text import plain
from vanban.layout.model import Layout, Line, Zone

_URGENCY = (
    (re.compile(r"hoa\W{0,2}toc\W{0,3}hen\W{0,2}gio"), "hỏa tốc hẹn giờ"),
    (re.compile(r"h[o0]\W?a\W{0,2}t[o0]c"), "hỏa tốc"),
    (re.compile(r"thuong\W{0,2}khan"), "thượng khẩn"),
    (re.compile(r"(?<!\w)khan(?!\w)"), "khẩn"),
)
_SECRECY = (
    (re.compile(r"tuyet\W{0,2}mat(?!\w)"), "tuyệt mật"),
    (re.compile(r"toi\W{0,2}mat(?!\w)"), "tối mật"),
    (re.compile(r"(?<!\w)mat(?!\w)"), "mật"),
)


def find_marks(layout: Layout) -> tuple[Found[str | None], Found[str | None]]:
    """Urgency (``khẩn``, ``thượng khẩn``, ``hỏa tốc``, ``hỏa tốc hẹn giờ``) and secrecy; ``None`` where unmarked."""
    lines = [line for line in layout.zone(Zone.MARK) if line.page <= 1]
    return _find(layout, lines, _URGENCY, "urgency"), _find(layout, lines, _SECRECY, "secrecy")


def _find(
    layout: Layout, lines: list[Line], marks: tuple[tuple[re.Pattern[str], str], ...], name: str
) -> Found[str | None]:
    for line in lines:
        joined = join([line])
        letters = sum(character.isalpha() for character in joined.text)
        for pattern, value in marks:
            match = pattern.search(plain(joined.text))
            if match and letters <= len(value) + 12 and joined.text[match.start() : match.end()].isupper():
                sure = joined.sureness(*match.span())
                return Found(value, 0.9 * (0.5 + 0.5 * sure), f"{name}.mark", joined.evidence(layout, *match.span()))
    return Found(None, 0.85, f"{name}.none")
