"""The part of a document that a citation names (NĐ 30/2020 PL II.V.7): ``điểm a khoản 2 Điều 5``."""

from __future__ import annotations

import re

from vanban.record import Pinpoint

_LEVELS = {
    "điểm": "point", "khoản": "clause", "điều": "article", "mục": "section", "tiểu mục": "section", "chương": "chapter",
    "phần": "part", "phụ lục": "appendix",
}  # fmt: skip
_IDENT = r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[a-zđ]?|[IVXLC]{1,6}|(?:thứ\s)?[a-zđ](?:\.\d{1,2}){0,2}|[A-H])(?!\w)"
_NAME = r"[Đđ]iểm|[Kk]hoản|[Đđ]iều|ĐIỀU|(?:[Tt]iểu )?[Mm]ục|[Cc]hương|[Pp]hần|[Pp]hụ lục|PHỤ LỤC"
_LEVEL = re.compile(
    rf"(?<!\w)(?P<level>{_NAME})\s+(?:số\s+)?(?P<idents>{_IDENT}(?:(?:\s*,\s*|\s+(?:và|hoặc|đến)\s+|\s?-\s?){_IDENT}){{0,12}})"
)
_GLUE = re.compile(r"[\s,;]*(?:và|hoặc|của|tại|thuộc|đến|,|-)?\s*(?:các\s+)?")
_LINKER = re.compile(
    r"\s*,?\s*(?:(?:của|tại|trong|thuộc|theo)\s+)?(?:các\s+)?"
    r"(?:(?:(?:bản\s)?(?:Quy chế|Quy định|Điều lệ|Danh mục|Chương trình|Đề án|Quy trình|Quy tắc)[^.;:]{0,120}?\s)?"
    r"\(?(?:được\s+)?(?:ban hành\s+)?kèm\s+theo\s+(?:các\s+)?)?"
)
_SEPARATORS = re.compile(r"\s*,\s*|\s+(?:và|hoặc)\s+")
_RANGE = re.compile(r"\s+đến\s+|\s?-\s?")
_REACH = 220
_NEAR = re.compile(r"(?:iểm|hoản|iều|IỀU|ục|hương|hần|ỤC)\s")


def before(text: str, low: int, at: int) -> tuple[Pinpoint, int] | None:
    """The pinpoint that leads to the citation at ``at``, and where it begins (not before ``low``).

    Lists keep all their members (``4, 5, 6``), ranges both ends (``4-6``).
    """
    low = max(low, at - _REACH)
    if not _NEAR.search(text, low, at):
        return None
    levels = list(_LEVEL.finditer(text, low, at))
    if not levels or not _LINKER.fullmatch(text, levels[-1].end(), at):
        return None
    chain = [levels[-1]]
    for match in reversed(levels[:-1]):
        if not _GLUE.fullmatch(text, match.end(), chain[0].start()):
            break
        chain.insert(0, match)
    return _pinpoint(text, chain), chain[0].start()


def _pinpoint(text: str, chain: list[re.Match[str]]) -> Pinpoint:
    found: dict[str, list[str]] = {}
    for index, match in enumerate(chain):
        key = _LEVELS[match["level"].lower()]
        idents = [_RANGE.sub("-", ident) for ident in _SEPARATORS.split(match["idents"])]
        known = found.setdefault(key, [])
        glue = text[chain[index - 1].end() : match.start()] if index else ""
        if known and re.fullmatch(r"\s*(?:đến|-)\s*", glue):
            known[-1] += f"-{idents[0]}"
            idents = idents[1:]
        known += [ident for ident in idents if ident not in known]
    return Pinpoint(**{key: ", ".join(idents) for key, idents in found.items()})
