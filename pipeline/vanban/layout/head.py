"""Zones of a document's head: from its first line to where the text proper begins."""

from __future__ import annotations

import re

from vanban.layout.cues import PLACE_DATE, cues, key
from vanban.layout.looks import Cue, look
from vanban.layout.model import Line, Zone
from vanban.layout.opening import Opening

HEAD_LINES = 90
"""Lines within which a head must have shown itself."""

MOTTO_LINES = 30
"""Lines among which Quốc hiệu stands, whatever stamps and signature boxes say before it."""

_SYMBOL = re.compile(r"[-/]\s*[^\W\d_]{2}")
_YEAR = re.compile(r"nam\s*\d{4}\W*\Z")
_ENDS_EARLY = re.compile(r"nam\W*\Z")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d\W{0,2}")
LETTERS = re.compile(r"[^\W\d_]")
_ANCHORS = frozenset({Cue.MOTTO, Cue.NUMBER, Cue.PLACE_DATE, Cue.TYPE, Cue.SUBJECT, Cue.ADDRESSEES})


class Head:
    """Scans lines from ``start`` and zones the head; :attr:`end` is the index of the first body line.

    ``found`` says whether there was a head at all: a text without one stays body.
    """

    def __init__(self, lines: list[Line], start: int, stop: int) -> None:
        self.lines = lines
        self.start = start
        self.stop = min(stop, start + HEAD_LINES)
        self.looks = [look(line) for line in lines[start : self.stop]]
        self.end = start
        self.found = False
        self._scan()

    def _cue(self, i: int) -> Cue:
        return self.looks[i - self.start] if i < self.stop else Cue.TEXT

    def _scan(self) -> None:
        top = self._top_end()
        if top is None:
            return
        self.found = True
        i = self.start
        while i < top:
            i = self._top_line(i, top)
        self._settle_numbers(top)
        self._settle_issuers(top)
        self.end = Opening(self.lines, self.looks, self.start, top).end

    def _top_end(self) -> int | None:
        """Index after the head's last anchor before the text opens; ``None`` without any anchor."""
        seen: set[str] = set()
        last = None
        loose = 0
        motto = next(
            (self.start + i for i, what in enumerate(self.looks[:MOTTO_LINES]) if what is Cue.MOTTO), self.start
        )
        for i in range(self.start, self.stop):
            what = self._cue(i)
            line = self.lines[i]
            if what in _ANCHORS and not (what == Cue.MOTTO and (Cue.TYPE in seen or Cue.ADDRESSEES in seen)):
                if what in (Cue.TYPE, Cue.ADDRESSEES):
                    if what == Cue.TYPE and seen <= {Cue.TYPE} and i - self.start > 12:
                        break
                    return i
                seen.add(what)
                last = i
                loose = 0
            elif i < motto and len(line.text) < 160 and not line.cells:
                continue
            elif what == Cue.OPERATIVE or (last is not None and (what == Cue.CLAUSE or self._opens_text(i))):
                if what == Cue.CLAUSE and line.text[:1] in "-–+" and not seen & {Cue.NUMBER, Cue.PLACE_DATE}:
                    continue
                break
            elif what in (Cue.TEXT, Cue.BASIS, Cue.CLAUSE):
                loose += 1
                if len(line.text) > 160 or loose > 14 or line.cells:
                    break
        if last is None or seen == {Cue.SUBJECT}:
            return None
        return self._extend(last)

    def _opens_text(self, i: int) -> bool:
        """Whether a base begins here; inside a subject under the number its first word means nothing."""
        line = self.lines[i]
        return self._cue(i) == Cue.BASIS and line.text[:1].isupper() and (line.gap or self._cue(i - 1) != Cue.TEXT)

    def _extend(self, last: int) -> int:
        """The head without type and Kính gửi ends with the lines that continue its last anchor."""
        i = last + 1
        if self._cue(last) == Cue.SUBJECT:
            while (
                i < self.stop
                and self._cue(i) in (Cue.TEXT, Cue.UPPER)
                and not self.lines[i].gap
                and len(self.lines[i].text) < 90
            ):
                i += 1
        while i < self.stop and self._cue(i) in (Cue.RULE, Cue.MARK):
            i += 1
        return i

    def _top_line(self, i: int, top: int) -> int:
        """Zone line ``i`` of the part above type or Kính gửi; returns the next index."""
        line = self.lines[i]
        what = self._cue(i)
        crumbs = self._crumbs(i, top)
        if crumbs is not None:
            return crumbs
        if what == Cue.MOTTO:
            line.zone = Zone.MOTTO
        elif what == Cue.NUMBER:
            line.zone = Zone.NUMBER
            return self._under_number(i + 1, top)
        elif what == Cue.PLACE_DATE:
            line.zone = Zone.PLACE_DATE
            if i + 1 < top and _ENDS_EARLY.search(key(line.text)) and _YEAR_ALONE.fullmatch(self.lines[i + 1].text):
                i += 1
                self.lines[i].zone = Zone.PLACE_DATE
            return self._under_number(i + 1, top)
        elif what == Cue.SUBJECT:
            return self._subject_lines(i, top)
        elif what == Cue.MARK:
            line.zone = Zone.MARK
        elif what == Cue.RULE:
            line.zone = Zone.FURNITURE
        elif (what in (Cue.UPPER, Cue.OPERATIVE) or self._is_issuer_text(i)) and not self._headed(i):
            line.zone = Zone.ISSUER
        elif self._broken_date(i):
            line.zone = Zone.PLACE_DATE
            self.lines[i + 1].zone = Zone.PLACE_DATE
            return i + 2
        else:
            line.zone = Zone.MARK
        return i + 1

    def _headed(self, i: int) -> bool:
        """Whether issuer and number stand above already: what is in capitals then is a stamp's or a box's."""
        zones = {line.zone for line in self.lines[self.start : i]}
        return Zone.ISSUER in zones and Zone.NUMBER in zones

    def _broken_date(self, i: int) -> bool:
        """A place and date that a law site broke over two lines."""
        if i + 1 >= self.stop or len(self.lines[i].text) > 60 or self._cue(i) is Cue.PLACE_DATE:
            return False
        if self._cue(i + 1) is Cue.PLACE_DATE and not self.lines[i + 1].text[:1].islower():
            return False
        both = self.lines[i].text + self.lines[i + 1].text
        return len(both) < 90 and "ng" in both and bool(PLACE_DATE.match(key(both)))

    def _is_issuer_text(self, i: int) -> bool:
        """An issuing line in small letters: right above or below capitals, opening with an agency word."""
        text = self.lines[i].text
        return len(text) < 90 and bool(cues().agency.match(key(text))) and not text.endswith((".", ";", ":"))

    def _under_number(self, i: int, top: int) -> int:
        """Công văn of the Party put the subject under the number without V/v (HD 36-HD/VPTW, ô 5b)."""
        j = i
        while (
            j < top
            and self._cue(j) in (Cue.TEXT, Cue.BASIS)
            and len(self.lines[j].text) < 200
            and not self._broken_date(j)
        ):
            j += 1
        follows = self._cue(j)
        texts = [self.lines[k].text for k in range(i, j)]
        ended = texts[1:] and _YEAR_ALONE.fullmatch(texts[-1])
        noise = any(LETTERS.search(text) is None or len(text) < 8 for text in (texts[:-1] if ended else texts))
        addressed = any(what == Cue.ADDRESSEES for what in self.looks[j - self.start : top + 1 - self.start])
        if (
            j > i
            and not noise
            and addressed
            and follows in (Cue.PLACE_DATE, Cue.ADDRESSEES, Cue.RULE, Cue.MOTTO, Cue.UPPER, Cue.MARK)
        ):
            for line in self.lines[i:j]:
                line.zone = Zone.SUBJECT
            return j
        return i

    def _subject_lines(self, i: int, top: int) -> int:
        """V/v and the lines that continue it."""
        self.lines[i].zone = Zone.SUBJECT
        j = i + 1
        while j < top and self._cue(j) in (Cue.TEXT, Cue.BASIS, Cue.CLAUSE, Cue.SUBJECT):
            line = self.lines[j]
            if line.gap and not line.text[:1].islower() and not self.lines[j - 1].text.endswith((",", " và", "-")):
                break
            if self._broken_date(j):
                break
            line.zone = Zone.SUBJECT
            j += 1
        return j

    def _crumbs(self, i: int, top: int) -> int | None:
        """A number or a date that a law site broke into crumbs of a line each; the index after them."""
        text = self.lines[i].text
        if len(text) > 40 or not ((self._cue(i) is Cue.NUMBER and "/" not in text) or text.endswith("ngày")):
            return None
        for j in range(i + 1, min(i + 9, top)):
            if len(self.lines[j].text) > 16:
                return None
            text += self.lines[j].text
            folded = key(text)
            number = self._cue(i) is Cue.NUMBER and _SYMBOL.search(text) is not None
            if number or (PLACE_DATE.match(folded) and _YEAR.search(folded)):
                for line in self.lines[i : j + 1]:
                    line.zone = Zone.NUMBER if number else Zone.PLACE_DATE
                return j + 1
        return None

    def _settle_issuers(self, top: int) -> None:
        """The issuer stands beside or left of the motto; capitals well above it are a stamp's."""
        motto = next((line.box for line in self.lines[self.start : top] if line.zone is Zone.MOTTO and line.box), None)
        issuers = [line for line in self.lines[self.start : top] if line.zone is Zone.ISSUER and line.box]
        if motto is None:
            return
        away = [line for line in issuers if line.box and (line.box[3] < motto[1] - 30 or line.box[0] > motto[0])]
        if len(away) < len(issuers):
            for line in away:
                line.zone = Zone.MARK

    def _settle_numbers(self, top: int) -> None:
        """One number line is the document's: the one with a symbol. Numbers of stamps become marks."""
        numbers = [i for i in range(self.start, top) if self.lines[i].zone is Zone.NUMBER]
        stamps = [i for i in range(self.start, top) if cues().stamp.match(key(self.lines[i].text).lstrip())]
        symbols = [i for i in numbers if re.search(r"[-/]\s*[^\W\d_]", self.lines[i].text)]
        keep = symbols[:1] or [i for i in numbers if not any(0 <= i - s <= 4 for s in stamps)][:1]
        while (
            keep
            and keep[0] - 1 in numbers
            and len(self.lines[keep[0]].text) <= 16
            and self.lines[keep[0]].text[:1] not in "Ss"
        ):
            keep.insert(0, keep[0] - 1)
        for i in numbers:
            if i not in keep and (symbols or any(0 <= i - s <= 4 for s in stamps)):
                self.lines[i].zone = Zone.MARK
        dates = [i for i in range(self.start, top) if self.lines[i].zone is Zone.PLACE_DATE]
        whole = [i for i in dates if LETTERS.search(self.lines[i].text.split("ày")[0].rstrip("ng N"))]
        for i in dates:
            if i not in whole and any(0 < i - s <= 4 for s in stamps):
                self.lines[i].zone = Zone.MARK
