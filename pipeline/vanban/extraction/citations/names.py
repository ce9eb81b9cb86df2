"""Where the name of an agency that issued a cited document ends in running text.

A name is made of heads (``Cục``, ``Bộ trưởng``), known fields (``Giao thông vận tải``), places and words that
no table has, which begin with a capital (``Biến đổi khí hậu``; NĐ 30/2020 PL II.III). What may follow depends
on the part that was read last, so the name is read part by part.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from vanban.extraction.citations.vocabulary import CAPITAL, words
from vanban.language import agency_data
from vanban.language.agency_parts import grammar

_STOP = re.compile(r"[;:()“”\"…*|\[\]]|\n\s*\n")
_TOKEN = re.compile(r"\s{0,3}([\w&/.]+|[-–,])")
_BOARD = re.compile(
    r"(?:Ban|Tổ|Tiểu ban|Hội đồng)\s(?:Chỉ đạo|Tổ chức|[Cc]ông tác|Quản lý|Thi đua|giúp việc"
    r"|[Đđ]iều phối|[Pp]hối hợp|[Tt]hẩm định|[Tt]ư vấn)"
)
_BOARD_LENGTH = 200
_BOARD_END = re.compile(
    r"\s(?:[vV][eêéèẻẽẹếềểễệ]|V/v|ban hành|phê duyệt|triển khai|hướng dẫn|quy định|đã|được|có|tại|trình|gửi|ngày"
    rf"|yêu cầu|đề nghị|để|nhằm)\s|\.(?=\s+[{CAPITAL}]|\s*$)|[;:(]|,\s(?=[{CAPITAL}])|$"
)
_OPENING = re.compile(
    rf"[{CAPITAL}]|(?:liên|tỉnh|huyện|thành phố|ủy ban|thủ tướng|bộ|sở|chủ tịch|chính phủ|quốc hội|hội đồng|ban|cục)\s"
    rf"|phòng\s(?=[{CAPITAL}])"
)
_PLACE = re.compile(rf"\s*\w+\.?\s+(?:[{CAPITAL}\d]|(?:xã|phố|trấn)\s+[{CAPITAL}])")
_HEAD = re.compile(
    r"(?:Bộ|Sở|Ban|Ủy|Uỷ|Thanh tra|Tòa|Toà|Viện|Tổng|Ngân hàng|Văn phòng|Kiểm toán|Bảo hiểm|Mặt trận|Chủ|Thủ|Thường"
    r"|Đoàn|Đảng|Hội|Liên|Công|UBND|HĐND|UBMTTQ|MTTQ|Trưởng)\b"
)
_TONES = {"uỷ": "ủy", "hoà": "hòa", "hoá": "hóa", "toà": "tòa", "thuỷ": "thủy"}
_NEAR = 80
_AHEAD = 9
_SHORT = re.compile(
    r"(?:Thủ tướng\s)?Chính phủ(?=[.;:)]|\s(?:về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi)\s|,\s[a-zđ]|$)"
)
_CUT = re.compile(
    r"[;:( .](?:(?<=[;:(])|(?<=\w\w\w\.)\s|(?<= )(?:về|ngày|ban hành|quy định|hướng dẫn|sửa đổi|phê duyệt)\s)"
)
"""Signs and words that end every name, whatever stands around them."""
_REACH = 260
_LONGEST = 6
_RUN = 3


class _After(IntEnum):
    """What was read last, and so what may follow."""

    HEAD = 0
    """A head or an officer: what it is of follows."""
    OPEN = 1
    """A part that no table has: small words go on."""
    FIELD = 2
    """A known part: small words seldom go on (``Y tế dự phòng``)."""
    PLACE = 3
    """A place or its level, or a proper name: capitals go on."""
    WHOLE = 4
    """A body whose name is whole (``Chính phủ``)."""


class Name(NamedTuple):
    """Where the name ends; ``sure``: a word or sign that ends names stands behind it."""

    end: int
    sure: bool


class _Token(NamedTuple):
    text: str
    low: str
    start: int
    end: int


def read(text: str, at: int, limit: int | None = None, *, joint: bool = True) -> Name:
    """The agency's name that begins at ``at``; it ends at ``at`` when none begins there.

    A comma is crossed before a place (``UBND huyện A, tỉnh B``), inside known fields (``Văn hóa, Thể thao``) and,
    when several issue the document together (``joint``), before another agency: elsewhere what follows the
    comma is the subject of the main clause.
    """
    limit = min(len(text), at + _REACH if limit is None else limit)
    stop = None if _BOARD.match(text, at) else _CUT.search(text, at, min(limit, at + _NEAR))
    if stop:
        name = _of_piece(text[at : stop.end()], joint)
        return Name(at + name.end, name.sure)
    return _read(text, at, limit, joint)


@lru_cache(maxsize=1 << 13)
def _of_piece(piece: str, joint: bool) -> Name:
    """The name with which ``piece`` begins, read once for all documents that cite the same agency."""
    return _read(piece, 0, len(piece), joint)


def _read(text: str, at: int, limit: int, joint: bool) -> Name:
    short = _SHORT.match(text, at, limit)
    if short or not _OPENING.match(text, at):
        return Name(short.end() if short else at, True)
    board = _BOARD.match(text, at)
    stop = _board_end(text, at, board.end(), limit) if board else at
    if stop > at:
        return Name(_trim(text, at, stop), True)
    name = _part_by_part(text, at, limit, joint)
    return Name(board.end(), True) if board and name.end < board.end() else name


def _part_by_part(text: str, at: int, limit: int, joint: bool) -> Name:
    """The name by its parts; a long one is read anew with more of the text."""
    near = _Reader(text, _tokens(text, at, min(limit, at + _NEAR)), joint)
    name = near.name(at)
    if near.read < len(near.tokens) - _AHEAD:
        return name
    return _Reader(text, _tokens(text, at, limit), joint).name(at)


def _board_end(text: str, at: int, begin: int, limit: int) -> int:
    """Where the long name of a board ends (``Ban Chỉ đạo thực hiện …``); ``at`` when nothing shows it."""
    for stop in _BOARD_END.finditer(text, begin, limit):
        if stop.start() - at > _BOARD_LENGTH:
            break
        if stop.group()[0:1] == ",":
            if _heads(text, stop.end()):
                return stop.start()
        elif stop.group()[:1].isspace():
            return stop.start()
        else:
            break
    return at


def _heads(text: str, at: int) -> bool:
    """Whether an agency's name begins at ``at``."""
    return bool(_HEAD.match(text, at) or grammar("agency").match(text, at))


def _tokens(text: str, at: int, limit: int) -> list[_Token]:
    stop = _STOP.search(text, at, limit)
    limit = stop.start() if stop else limit
    tokens: list[_Token] = []
    while match := _TOKEN.match(text, at, limit):
        word, at = match.group(1), match.end()
        low = word.lower().rstrip(".")
        tokens.append(_Token(word, _TONES.get(low, low), match.start(1), at))
        if word[-1] == "." and (len(word) > 3 or word[:-1].isdigit()):
            break
    return tokens


class _Reader:
    """Reads a name token by token; ``state`` is what was read last."""

    def __init__(self, text: str, tokens: list[_Token], joint: bool) -> None:
        self.text, self.tokens = text, tokens
        first = [token.text for token in tokens[:2]]
        self.printed = " ".join(first).isupper() and len(first[0]) > 1
        self.joint = joint or (bool(tokens) and tokens[0].low == "liên")
        self.state, self.run, self.sure, self.listed, self.read = _After.HEAD, 0, True, False, 0

    def name(self, at: int) -> Name:
        """The name from ``at`` on."""
        index, tokens = 0, self.tokens
        while index < len(tokens):
            step = self._step(index)
            if not step:
                break
            index += step
        self.read = index
        end = _trim(self.text, at, tokens[index - 1].end if index else at)
        if self.state is _After.HEAD and index > 1 and tokens[index - 1].text != "," and not self._closed(index):
            self.sure = False
        return Name(end, self.sure)

    def _closed(self, index: int) -> bool:
        return self.tokens[index - 1].low in words("issuer", "may_end")

    def _low(self, index: int) -> str:
        return self.tokens[index].low if index < len(self.tokens) else ""

    def _step(self, index: int) -> int:
        """How many tokens from ``index`` on belong to the name; 0 when it ends."""
        token = self.tokens[index]
        if token.text == ",":
            return self._comma(index)
        if token.text in "-–":
            return self._dash(index)
        if token.low in ("và", "&"):
            return self._and(index)
        phrase = self._phrase(index) if not self._ends(index) else 0
        if phrase:
            return phrase
        if self._stops(index):
            return 0
        if self.printed or token.text[0].isupper():
            return self._capital(index)
        return self._figure(index) if token.text[0].isdigit() else self._small(index)

    def _comma(self, index: int) -> int:
        if index + 1 >= len(self.tokens) or not index:
            return 0
        last, after = self.tokens[index - 1], self.tokens[index + 1]
        at = self.tokens[index].end
        if after.start == at and last.text.isupper() and after.text.isupper() and len(last.text) > 1:
            return 1
        if after.low in words("issuer", "places"):
            named = last.text[0].isupper() or last.text[0].isdigit()
            self.state = _After.PLACE
            return int(named and bool(_PLACE.match(self.text, at)))
        if _heads(self.text, after.start):
            bare = index == 1 and last.text.isupper()
            crossed = (
                (self.joint and not self.listed) or bare or (last.low == "trưởng" and self._low(index - 2) == "bộ")
            )
            self.state = _After.HEAD if crossed else self.state
            return int(crossed)
        if after.text[0].islower():
            if f"{last.low} {after.low}" in words("issuer", "across"):
                self.state = _After.OPEN
                return 1
            clause = self._cuts(index + 1) or after.low in words("issuer", "inside")
            self.sure = self.sure and (clause or self.state is not _After.OPEN)
            return 0
        return int(after.text[0].isupper() and last.low in words("issuer", "before_comma"))

    def _dash(self, index: int) -> int:
        after = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
        if self.state is not _After.PLACE:
            self.state = _After.HEAD
        return int(after[:1].isupper())

    def _and(self, index: int) -> int:
        """``và`` goes on before another part or agency, not before another document or a clause."""
        if index + 1 >= len(self.tokens):
            return 0
        after = self.tokens[index + 1]
        if self._cuts(index) or self._cuts(index + 1) or after.text[0].isdigit():
            return 0
        if after.text[0].islower() and after.low not in words("issuer", "inside"):
            self.sure = self.sure and self.state is not _After.OPEN
            return int(self.state is _After.OPEN)
        self.listed = self.listed or _heads(self.text, after.start)
        self.state = _After.HEAD
        return 1

    def _cuts(self, index: int) -> bool:
        """Whether the words at ``index`` end names, whatever the case."""
        low = self._low(index)
        return low in words("issuer", "after") or f"{low} {self._low(index + 1)}" in words("issuer", "after_pairs")

    def _ends(self, index: int) -> bool:
        """Whether the words at ``index`` end every name: a type of document, ``Về việc``, a small verb."""
        low, pair = self._low(index), f"{self._low(index)} {self._low(index + 1)}"
        if low in words("issuer", "always") or pair in words("issuer", "always_pairs"):
            return True
        return self.tokens[index].text[0].islower() and self._cuts(index)

    def _stops(self, index: int) -> bool:
        """Whether the name ends before ``index``: small words end it, a capital one behind a whole part."""
        if self._ends(index):
            return True
        if (
            self.state is _After.PLACE
            and self.tokens[index].text.istitle()
            and self._low(index) in words("issuer", "in_places")
        ):
            return False
        loose = self.printed or self.state not in (_After.HEAD, _After.OPEN)
        return loose and self._cuts(index)

    def _phrase(self, index: int) -> int:
        """The length of a known part of names that stands at ``index``."""
        token = self.tokens[index]
        small = token.text[0].islower()
        if small and self.state > _After.OPEN and token.low not in words("issuer", "inside"):
            return 0
        if self.state is _After.WHOLE and not self.printed:
            return 0
        for phrase in agency_data.phrases().get(token.low, ()):
            length = len(phrase.words)
            found = self.tokens[index : index + length]
            if len(found) < length or any(a.low != b for a, b in zip(found, phrase.words, strict=True)):
                continue
            if small and self.state is _After.OPEN and length == 1 and phrase.kind != "places":
                continue
            if phrase.kind == "places":
                self.state = _After.PLACE
            elif phrase.text in words("issuer", "whole"):
                self.state = _After.WHOLE
            elif length > 1 and phrase.words[-1] in words("issuer", "last"):
                self.state = _After.PLACE
            elif phrase.kind in ("heads", "positions"):
                self.state = _After.HEAD
            elif small and self.state > _After.OPEN:
                return 0
            else:
                self.state = _After.FIELD
            self.run = 0
            return length
        return 0

    def _capital(self, index: int) -> int:
        token = self.tokens[index]
        if self.state is _After.WHOLE and not self.printed:
            return 0
        before = self.tokens[index - 1].text if index else ""
        if len(token.text) > 1 and token.text.isupper():
            self.state = _After.PLACE if self.state is _After.PLACE else _After.FIELD
        elif self.state is _After.PLACE or (self.state is _After.OPEN and before[:1].isupper()):
            self.state = _After.PLACE
        else:
            self.state = _After.OPEN
        self.run = 0
        return 1

    def _figure(self, index: int) -> int:
        """Figures are names of places and boards (``phường 5``, ``Ban Chỉ đạo 7``), behind a whole name an item's."""
        token, before = self.tokens[index], self._low(index - 1) if index else ""
        item = token.text[-1] == "." and before not in words("issuer", "places")
        return int(self.state is not _After.WHOLE and not item and len(token.text) < 5)

    def _small(self, index: int) -> int:
        """Small words: those that stand inside names go on, others only in a part that no table has."""
        token, after = self.tokens[index], self._low(index + 1)
        if token.low == "thành" and after not in ("phố", "ủy", "uỷ", "đoàn", "viên"):
            inside = False
        else:
            inside = token.low in words("issuer", "inside")
        if inside:
            if token.low == "nước" and self.state is _After.WHOLE:
                self.state = _After.HEAD
            return 1
        if self.state in (_After.HEAD, _After.OPEN):
            self.run += 1
            self.sure = self.sure and self.run <= _LONGEST
            return int(self.run <= _LONGEST)
        if self.state is _After.FIELD:
            length = self._short_run(index)
            self.sure = False
            return length
        return 0

    def _short_run(self, index: int) -> int:
        """The few small words from ``index`` on that end with a name: ``Y tế dự phòng tỉnh``; else 0."""
        for length in range(1, _RUN + 1):
            if index + length >= len(self.tokens) or self.tokens[index + length].text == ",":
                return length
            token = self.tokens[index + length]
            if token.low in words("issuer", "places") or self._ends(index + length):
                return length
            if not token.text[0].islower():
                return 0
        return 0


def _trim(text: str, at: int, end: int) -> int:
    while end > at and text[end - 1] in " \n\t,.-(&/":
        end -= 1
    tail = text[at:end]
    for word in (" và", " các", " của"):
        if tail.endswith(word):
            return _trim(text, at, end - len(word))
    return end
