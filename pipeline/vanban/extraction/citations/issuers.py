"""Who issued a cited document: the agency after ``của`` or ``giữa``, or the one that acts before the citation."""

from __future__ import annotations

import re
from functools import cache

from vanban.extraction.citations.vocabulary import CAPITAL, words
from vanban.language import agency_data
from vanban.language.dates import DATE, from_match
from vanban.language.text import fold, plain

_TOKEN = re.compile(r"\s{0,3}([\w&/.]+|[-,()])")
_BOARD = re.compile(
    r"(?:Ban|Tổ|Tiểu ban|Hội đồng)\s(?:Chỉ đạo|Tổ chức|công tác|Công tác|Quản lý|Thi đua|điều phối|giúp việc)"
)
_BOARD_LENGTH = 200
_BOARD_END = re.compile(
    r"\s(?:[vV][eêéèẻẽẹếềểễệ]|V/v|ban hành|phê duyệt|triển khai|hướng dẫn|quy định|đã|được|có|tại|trình|gửi"
    r"|yêu cầu|đề nghị|để|nhằm)\s|\.(?=\s+[A-ZĐ]|\s*$)|[;:(]|$"
)
_OPENING = re.compile(
    rf"[{CAPITAL}]|(?:liên|tỉnh|huyện|thành phố|ủy ban|thủ tướng|bộ|sở|chủ tịch|chính phủ|quốc hội|hội đồng|ban|cục)\s"
)
_PLACE = re.compile(rf"\s*\w+\.?\s+(?:[{CAPITAL}]|(?:xã|phố|trấn)\s+[{CAPITAL}])")
_JOINED = re.compile(
    r"(?:Bộ|Sở|Ban|Ủy|Uỷ|Thanh|Tòa|Toà|Viện|Tổng|Ngân|Văn|Kiểm|Bảo|Mặt|Chủ|Thủ|Thường|Đoàn|Đảng|Hội|Liên|Công"
    r"|UBND|HĐND)\b"
)


def span(text: str, at: int, limit: int | None = None) -> int:
    """Where the agency's name that begins at ``at`` ends; ``at`` when no name begins there.

    Capitals go on, small words only when they occur in names; a comma is crossed before a place
    (``UBND huyện A, tỉnh B``), another agency of a joint document and inside ``Văn hóa, Thể thao``.
    """
    limit = min(len(text), at + 260 if limit is None else limit)
    if not _OPENING.match(text, at):
        return at
    board = _BOARD.match(text, at)
    if board:
        stop = _BOARD_END.search(text, board.end(), limit)
        if stop and stop.group()[:1].isspace() and stop.start() - at <= _BOARD_LENGTH:
            return _trim(text, at, stop.start())
    end, last, named = at, "", False
    while token := _TOKEN.match(text, end, limit):
        word = token.group(1)
        ahead = _TOKEN.match(text, token.end(), limit)
        if not _goes_on(text, token.end(), word, last, ahead.group(1) if ahead else "", named):
            break
        end, last = token.end(), word.lower().rstrip(".")
        named = word[0].isupper() and not (len(word) > 1 and word.isupper())
        if word.endswith(".") and len(last) > 2:
            break
    return _trim(text, at, end)


def _goes_on(text: str, at: int, word: str, last: str, after: str, named: bool) -> bool:
    """Whether ``word``, which ends at ``at``, belongs to the name; ``named``: a capital stands before it."""
    low, inside = word.lower().rstrip("."), words("issuer", "inside")
    if word in "()":
        return False
    if word == ",":
        return _crosses(text, at, last, after)
    if word == "-":
        return after[:1].isupper()
    pair = f"{low} {after.lower().rstrip('.')}"
    if low in words("issuer", "after") or pair in words("issuer", "after_pairs"):
        return False
    if low == "và" and not (after[:1].isupper() or after.lower() in inside):
        return False
    return named or word[0].isupper() or word[0].isdigit() or low in inside


def _crosses(text: str, at: int, last: str, after: str) -> bool:
    if after.lower().rstrip(".") in words("issuer", "places"):
        return bool(_PLACE.match(text, at))
    if not after[:1].isupper() and last not in ("phòng", "khám"):
        return False
    return bool(_JOINED.match(after)) or last in words("issuer", "before_comma")


def _trim(text: str, at: int, end: int) -> int:
    while end > at and text[end - 1] in " \n\t,.-(&/":
        end -= 1
    tail = text[at:end]
    for word in (" và", " các", " của"):
        if tail.endswith(word):
            return _trim(text, at, end - len(word))
    return end


_PROPOSED = re.compile(r"(?:của|do)\s+(?P<org>[^.;:()]{2,160}?),?\s+(?:trình\s+)?tại\s*(?:các\s+)?$")
_ACTED = re.compile(
    rf"(?:^|[.;:,]\s*|[Nn]gày\s[^,]{{4,25}},\s*)(?P<org>[{CAPITAL}][^.;:]{{2,120}}?)\s+"
    r"(?:(?:đã|vừa|mới)\s+)?(?:có|ban hành|gửi|ký|ký ban hành|phát hành|có các)\s*$"
)
_CLAUSE = re.compile(rf", (?=[{CAPITAL}])")
_DATED = re.compile(
    r"(?:^|[.;(]\s*)(?:Vào\s+)?[Nn]gày\s+(?P<date>\d[^,]{5,24}),\s*[^.;,]{2,120}?(?:có|ban hành|gửi|ký|phát hành)\s*$"
)


def before(window: str) -> tuple[str | None, str | None]:
    """Issuer and date that stand before the citation at the end of ``window``.

    ``Theo đề nghị của Giám đốc Sở A tại`` gives the issuer; ``Ngày 12/6/2031, Bộ A đã có`` gives both.
    """
    proposed = _PROPOSED.search(window)
    if proposed:
        start = proposed.start("org")
        inner = window.rfind(" của ", start, proposed.end("org"))
        for at in (start, inner + 5 if inner > 0 else -1):
            if at >= 0 and span(window, at) >= proposed.end("org"):
                return window[at : proposed.end("org")], None
        return None, None
    acted = _ACTED.search(window)
    if not acted:
        return None, None
    start, end = acted.start("org"), acted.end("org")
    org = None
    for at in (start, *(m.end() for m in _CLAUSE.finditer(window, start, end))):
        if span(window, at) >= end and not fold(window[at:end]).startswith("ngay"):
            org = window[at:end]
            break
    dated = _DATED.search(window) if org else None
    date = DATE.search(dated["date"]) if dated else None
    return org, from_match(date) if date else None


@cache
def _spellings() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Known parts of agency names of two words and more by their first word without marks, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrases in agency_data.phrases().values():
        for phrase in phrases:
            if len(phrase.words) > 1 and phrase.words[-1].isalpha():
                key = tuple(plain(word) for word in phrase.words)
                found.setdefault(key[0], []).append((key, phrase.text))
    for group in found.values():
        group.sort(key=lambda item: -len(item[0]))
    return found


def respelt(name: str) -> str:
    """A name with the marks of its known parts put right, which scans lose: ``Bộ Y tê`` is ``Bộ Y tế``."""
    tokens = list(agency_data.WORD.finditer(name))
    keys = [plain(token.group().casefold()) for token in tokens]
    parts, at, end = [], 0, 0
    while at < len(tokens):
        fits = (item for item in _spellings().get(keys[at], ()) if tuple(keys[at : at + len(item[0])]) == item[0])
        key, text = next(fits, ((keys[at],), tokens[at].group()))
        begin, at = tokens[at].start(), at + len(key)
        written = name[begin : tokens[at - 1].end()]
        parts += [name[end:begin], written if written.casefold() == text.casefold() else text]
        end = tokens[at - 1].end()
    return "".join([*parts, name[end:]])
