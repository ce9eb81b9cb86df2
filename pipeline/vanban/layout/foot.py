"""Zones of a document's foot: Nơi nhận and the signing chain, in either order."""

from __future__ import annotations

import re

from vanban.layout.cues import CAPACITY, DISTRIBUTION, RULE, cues, key
from vanban.layout.looks import is_motto, is_type, is_upper
from vanban.layout.model import Line, Zone

_NAME = re.compile(
    r"(?:(?:PGS|GS|TS|ThS|Th\.S|BSCK\w{0,3}|BS|KS|KTS|CN|LS|DS|Đ/c|(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy))[.,]?\s{0,2}){0,4}"
    r"[A-ZÀ-ỴĐ][a-zà-ỹđ']{0,7}(?:\s+[A-ZÀ-ỴĐ][a-zà-ỹđ'.]{0,7}){1,5}\W{0,3}\Z"
)
_CAPITAL_NAME = re.compile(r"[A-ZÀ-ỴĐ]{2,7}(?:\s+[A-ZÀ-ỴĐ]{1,7}){1,4}\Z")
_SIGNED = re.compile(r"\W{0,2}(?:da ky|ky ten|ky,|ky va|ky ghi|ky thay|chu ky|da duoc ky)")
_ARCHIVE = re.compile(r"\W{0,4}l.?uu\b|.{0,40}(?<!\w)luu\s*:")
_ENDED = re.compile(r"[./…]{1,3}[\"”)\s]*\Z")


def is_name(text: str) -> bool:
    """Họ và tên, with or without a rank or degree (NĐ 30/2020 PL I.II.7.c)."""
    return len(text) < 60 and bool(
        _NAME.match(text) or (_CAPITAL_NAME.match(text) and not cues().position.match(key(text)))
    )


def is_chain(text: str) -> bool:
    """A step of a signing chain: ``TM. …``, ``KT. …``, or a title in capitals."""
    if len(text) > 110:
        return False
    if CAPACITY.match(text):
        return is_upper(text)
    return is_upper(text) and bool(cues().position.match(key(text).lstrip('(*" ')))


class Foot:
    """The first foot from ``start`` on: ``begin`` and ``end`` are line indices; ``begin`` is ``None`` without one."""

    def __init__(self, lines: list[Line], start: int, stop: int) -> None:
        self.lines = lines
        self.stop = stop
        self.begin: int | None = None
        self.end = stop
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
        if first in "NnÑM*_-" and DISTRIBUTION.match(key(line.text[:40])):
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
            if is_name(line.text) or _SIGNED.match(folded) or DISTRIBUTION.match(folded):
                return closes
            if len(line.text) > 110 or line.cells:
                return False
        return bool(CAPACITY.match(text)) and i + 6 >= self.stop

    def _zone(self, i: int) -> int:
        mode = ""
        named = archived = distributed = False
        while i < self.stop:
            line = self.lines[i]
            text = line.text
            folded = key(text[:160])
            if RULE.match(text):
                line.zone = Zone.FURNITURE
            elif line.cells or is_motto(text) or (mode and self._next_part(i, folded, named)):
                break
            elif DISTRIBUTION.match(folded):
                if distributed and archived:
                    break
                line.zone, mode, distributed = Zone.DISTRIBUTION, "list", True
            elif is_chain(text):
                if mode == "chain" and named and not CAPACITY.match(text) and len(text) > 60:
                    break
                named = named and mode == "chain" and not CAPACITY.match(text)
                line.zone, mode = Zone.SIGNATURE, "chain"
            elif _SIGNED.match(folded):
                line.zone, mode = Zone.SIGNATURE, "chain"
            elif cues().mark_start.match(folded):
                line.zone = Zone.MARK
            elif mode == "list" and self._lists(i, archived):
                line.zone = Zone.DISTRIBUTION
                archived = archived or bool(_ARCHIVE.match(folded))
            elif not named and len(text) < 60 and (mode == "chain" or is_name(text)):
                line.zone = Zone.SIGNATURE
                named = is_name(text) or (text[:1].isupper() and not is_upper(text))
                mode = "chain"
            elif distributed and text[:1] in "-–+•" and len(text) < 250 and not (named and archived):
                line.zone, mode = Zone.DISTRIBUTION, "list"
                archived = archived or bool(_ARCHIVE.match(folded))
            elif mode == "chain" and len(text) < 40 and not text.endswith((".", ";", ":")) and text[:1] not in "-–+•[(":
                line.zone = Zone.SIGNATURE
            else:
                break
            i += 1
        return i

    def _next_part(self, i: int, folded: str, named: bool) -> bool:
        text = self.lines[i].text
        rules = cues()
        if is_type(text):
            return True
        return (
            bool(rules.annex.match(folded))
            and text[:1].isupper()
            and (is_upper(text) or (len(text) < 60 and text[:3] in ("Phụ", "Mẫu", "Biể")))
        )

    def _lists(self, i: int, archived: bool) -> bool:
        """Whether a line goes on with the list of Nơi nhận."""
        line, before = self.lines[i], self.lines[i - 1]
        text = line.text
        if text[:1] in "-–+•" or key(text[:4]) == "luu ":
            return len(text) < 400
        if before.zone is not Zone.DISTRIBUTION:
            return False
        if is_upper(text) and len(text) > 14 and not text.endswith(";"):
            return False
        if archived and before.text[-1:] in ".)" and not text[:1].islower():
            return text[:1] in "(" or (len(text) < 16 and not is_name(text))
        return (
            len(text) < 160
            and (not line.gap or before.text[-1:] not in ".;")
            and not (is_name(text) and (line.gap or archived))
        )
