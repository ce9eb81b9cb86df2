"""Zones of a document's foot: Nơi nhận and the signing chain, in either order."""

from __future__ import annotations

import re

from vanban.layout.cues import CAPACITY, LOWER, RULE, UPPER, compact, cues, is_distribution, key, near
from vanban.layout.looks import is_motto, is_type, is_upper
from vanban.layout.model import Line, Zone

_NAME = re.compile(
    r"(?:(?:PGS|GS|TS|ThS|Th\.S|BSCK\w{0,3}|BS|KS|KTS|CN|LS|DS|Đ/c|(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy))[.,]?\s{0,2}){0,4}"
    rf"[{UPPER}][{LOWER}']{{0,7}}(?:\s+[{UPPER}][{LOWER}'.]{{0,7}}){{1,5}}\W{{0,3}}\Z"
)
_CAPITAL_NAME = re.compile(rf"(?!PH[ÓO]\s)[{UPPER}]{{2,7}}(?:\s+[{UPPER}]{{1,7}}){{1,4}}\Z")
_NOISE = re.compile(rf"\A[^\w(]{{1,4}}|\A\W?[^\W\d_]\W\s(?=[{UPPER}]{{2}})")
_SIGNED = re.compile(r"\W{0,2}(?:da ky|ky ten|ky,|ky va|ky ghi|ky thay|chu ky|da duoc ky)")
_ARCHIVE = re.compile(r"\W{0,4}l.?uu\b|.{0,40}(?<!\w)luu\s*:")
_WIDE = re.compile(r"\s{3,}")
_ENDED = re.compile(r"[./…]{1,3}[\"”)\s]*\Z")


def _is_title(folded: str) -> bool:
    return bool(cues().position.match(folded) or cues().agency.match(folded) or cues().signed_under.match(folded))


def is_name(text: str) -> bool:
    """Họ và tên, with or without a rank or degree (NĐ 30/2020 PL I.II.7.c); also of two who sign side by side."""
    if "   " in text:
        return all(map(is_name, _WIDE.split(text.strip())))
    return len(text) < 60 and bool(_NAME.match(text) or (_CAPITAL_NAME.match(text) and not _is_title(key(text))))


def is_chain(text: str) -> bool:
    """A step of a signing chain: ``TM. …``, ``KT. …``, or a title in capitals."""
    if len(text) > 110:
        return False
    if not is_upper(text):
        return False
    text = _NOISE.sub("", text)
    folded = key(text)
    return bool(CAPACITY.match(text) or cues().position.match(folded) or cues().signed_under.match(folded))


def is_chain_misread(text: str) -> bool:
    """The same with letters misread under a seal; only where a foot is already known."""
    flat, _ = compact(text)
    return 7 <= len(flat) <= 26 and is_upper(text) and any(near(flat, name, 0.3) for name in cues().positions)


class Foot:
    """The first foot from ``start`` on: ``begin`` and ``end`` are line indices; ``begin`` is ``None`` without one."""

    def __init__(self, lines: list[Line], start: int, stop: int) -> None:
        self.lines = lines
        self.start = start
        self.stop = stop
        self.begin: int | None = None
        self.end = stop
        self.mode = ""
        self.label: Line | None = None
        self.named = self.archived = False
        for i in range(start, stop):
            if self._opens(i):
                self.begin = i
                self.end = self._zone(i)
                return

    def _opens(self, i: int) -> bool:
        line = self.lines[i]
        first = line.text[:1]
        if line.cells:
            return False
        if first in "NnÑM*_-" and is_distribution(line.text):
            return len(line.text) < 30 or line.text[9:14].strip(" :")[:1] in "-–+" or self._chain_near(i)
        if first.isupper() and (CAPACITY.match(line.text) or is_chain(line.text)):
            return self._signs(i)
        return False

    def _chain_near(self, i: int) -> bool:
        return any(is_chain(line.text) for line in self.lines[i + 1 : i + 40])

    def _signs(self, i: int) -> bool:
        """Whether a chain that begins here ends in a name, a mark of signing or Nơi nhận soon."""
        text = self.lines[i].text
        if not is_chain(text):
            return False
        before = next((line.text for line in reversed(self.lines[max(0, i - 3) : i]) if not RULE.match(line.text)), "")
        closes = bool(CAPACITY.match(text)) or bool(_ENDED.search(before)) or is_name(before)
        for line in self.lines[i + 1 : min(i + 8, self.stop)]:
            folded = key(line.text[:60])
            if is_name(line.text) or _SIGNED.match(folded) or is_distribution(line.text):
                return closes
            if len(line.text) > 110 or line.cells:
                return False
        return bool(CAPACITY.match(text)) and i + 6 >= self.stop

    def _zone(self, i: int) -> int:
        """Zone the foot from its first line on; returns the index after it."""
        while i < self.stop:
            line = self.lines[i]
            zone = self._line(i, line, key(line.text[:160]))
            if zone is None:
                break
            line.zone = zone
            i += 1
        return i

    def _line(self, i: int, line: Line, folded: str) -> Zone | None:
        """The zone of the foot's next line; ``None`` when the foot is over."""
        text = line.text
        if RULE.match(text) or (self.mode and not self.named and text.isdigit() and len(text) < 4):
            return Zone.FURNITURE
        if line.cells or is_motto(text) or (self.mode and self._next_part(i, folded)):
            return None
        turned = (
            i > self.start
            and line.page != self.lines[i - 1].page
            and (self.archived or self.named or self.mode == "chain")
        )
        if turned and not (is_distribution(text) or (is_chain(text) and self._signs(i)) or is_name(text)):
            return None
        if is_distribution(text):
            return None if self.label is not None and self.archived else self._listing(line)
        if is_chain(text) or (self.mode and not self.named and is_chain_misread(text)):
            return self._step(i, line)
        if self.named and self._signs_next(i):
            self.named, self.mode = False, "chain"
            return Zone.SIGNATURE
        if _SIGNED.match(folded):
            self.mode = "chain"
            return Zone.SIGNATURE
        if cues().mark_start.match(folded):
            return Zone.MARK
        aside = self._aside(line)
        if self.mode == "list" and not aside and self._lists(i):
            self.archived = self.archived or bool(_ARCHIVE.match(folded))
            return Zone.DISTRIBUTION
        if self.label is not None and not aside and text[:1] in "-–+•~" and not (self.named and self.archived):
            return self._listing(line, bool(_ARCHIVE.match(folded))) if len(text) < 250 else None
        if not self.named and (len(text) < 60 or is_name(text)) and (self.mode == "chain" or aside or is_name(text)):
            self.mode = "chain"
            self.named = is_name(text) or (text[:1].isupper() and not is_upper(text) and not aside)
            return Zone.SIGNATURE
        stray = (
            len(text) < 40 and not text.endswith((".", ";", ":")) and text[:1] not in "-–+•[(" and not is_upper(text)
        )
        if self.mode == "chain" and stray and self.lines[i - 1].page == line.page:
            return Zone.SIGNATURE if is_name(text) else Zone.MARK
        return None

    def _listing(self, line: Line, archive: bool = False) -> Zone:
        if self.label is None:
            self.label = line
        self.mode = "list"
        self.archived = self.archived or archive
        return Zone.DISTRIBUTION

    def _step(self, i: int, line: Line) -> Zone | None:
        """A step of a signing chain; a second chain must end in a signature of its own."""
        if self.named and not self._signs(i):
            return None
        self.named, self.mode = False, "chain"
        return Zone.SIGNATURE

    def _signs_next(self, i: int) -> bool:
        """Whether the line names the next agency that signs a joint document: its chain stands right below."""
        text = self.lines[i].text
        if not (is_upper(text) and len(text) < 80 and cues().agency.match(key(text))) or i + 1 >= self.stop:
            return False
        return is_chain(self.lines[i + 1].text) and self._signs(i + 1)

    def _aside(self, line: Line) -> bool:
        """Whether the line stands in the column right of Nơi nhận."""
        label = self.label.box if self.label is not None else None
        return bool(label and line.box and self.label and line.page == self.label.page and line.box[0] > label[0] + 150)

    def _next_part(self, i: int, folded: str) -> bool:
        text = self.lines[i].text
        if is_type(text):
            return True
        if not cues().annex.match(folded) or not text[:1].isupper():
            return False
        return is_upper(text) or (len(text) < 60 and folded.startswith(("phu luc", "mau", "bieu")))

    def _lists(self, i: int) -> bool:
        """Whether a line goes on with the list of Nơi nhận."""
        line, before = self.lines[i], self.lines[i - 1]
        text = line.text
        if text[:1] in "-–+•~" or key(text[:4]) == "luu ":
            return len(text) < 400
        if before.zone is not Zone.DISTRIBUTION:
            return False
        if is_upper(text) and (len(text) > 14 or line.gap) and not text.endswith(";"):
            return False
        if self.archived and before.text[-1:] in ".)" and not text[:1].islower():
            return text[:1] in "(" or (len(text) < 16 and not is_name(text))
        return (
            len(text) < 160
            and (not line.gap or before.text[-1:] not in ".;")
            and not (is_name(text) and (line.gap or self.archived))
        )
