"""Zones of a document's head: from its first line to where the text proper begins."""

from __future__ import annotations

import re

from vanban.layout.cues import NUMBER, PLACE_DATE, RULE, SUBJECT, compact, cues, key, near
from vanban.layout.model import Line, Zone

HEAD_LINES = 90
"""Lines within which a head must have shown itself."""

_CLAUSE = re.compile(
    r"(?:dieu|chuong|muc|phan)\s+(?:thu\s+)?(?:\d|[ivx]+(?![a-z])|nhat|hai|mot)|\d{1,2}\s*[./)]\s|\d{1,2}\.\d|[ivx]{1,4}\s?[.-]\s|[a-d][.)]\s|[-+]\s"
)
_DIGITS = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]")
_OPENS = re.compile(
    r"(?:hom nay|ngay \d|vao hoi|luc |hoi \d|chung toi|thanh phan|trong thoi gian|nham |de |thoi gian qua|hien nay|qua |sau khi)"
)


class Cue:
    """What one head line looks like by itself: small constants, so that the scan stays readable."""

    MOTTO = "motto"
    NUMBER = "number"
    PLACE_DATE = "place_date"
    TYPE = "type"
    SUBJECT = "subject"
    MARK = "mark"
    RULE = "rule"
    ADDRESSEES = "addressees"
    BASIS = "basis"
    OPERATIVE = "operative"
    CLAUSE = "clause"
    UPPER = "upper"
    TEXT = "text"


_ANCHORS = frozenset({Cue.MOTTO, Cue.NUMBER, Cue.PLACE_DATE, Cue.TYPE, Cue.SUBJECT, Cue.ADDRESSEES})


def is_motto(text: str) -> bool:
    """Quốc hiệu, Tiêu ngữ or the Party's title, allowing for misread letters; not a sentence that names the state."""
    if len(text) > 60:
        return False
    flat, _ = compact(text)
    if len(flat) < 12:
        return False
    for phrase in cues().mottos:
        if abs(len(flat) - len(phrase)) <= len(phrase) // 3 and near(flat, phrase, 0.25):
            return text.isupper() or phrase.startswith("doclap") or (text[:1].isupper() and len(text) < 45)
        if phrase in flat and len(flat) - len(phrase) < 10 and (text.isupper() or phrase.startswith("doclap")):
            return True
    return False


def is_upper(text: str) -> bool:
    """Whether most letters are capitals (OCR may turn a few small)."""
    capitals = sum(1 for c in text if c.isupper())
    return capitals >= 2 and sum(1 for c in text if c.islower()) <= capitals * 0.15


def is_type(text: str) -> bool:
    """Tên loại văn bản on a line of its own, in capitals (NĐ 30/2020 PL I.II.5)."""
    if len(text) > 160 or not is_upper(text):
        return False
    rules = cues()
    flat = " ".join(key(text).split()).strip(" .:*-_")
    if flat in rules.types:
        return True
    match = rules.type_start.match(flat)
    if match:
        return not text.rstrip().endswith(":") and match.group() not in rules.type_only and len(flat) < 120
    solid, _ = compact(text)
    return 7 <= len(solid) <= 16 and any(
        near(solid, name.replace(" ", ""), 0.13) for name in rules.types if " " in name
    )


def cue(line: Line) -> str:
    """What the line looks like by itself."""
    text = line.text
    folded = key(text)
    rules = cues()
    if RULE.match(text):
        return Cue.RULE
    if rules.mark_line.match(folded) or rules.mark_start.match(folded):
        return Cue.MARK
    if is_motto(text):
        return Cue.MOTTO
    if len(text) < 120 and NUMBER.match(folded):
        return Cue.NUMBER
    if rules.furniture.match(folded) and not line.cells:
        return Cue.MARK
    if SUBJECT.match(folded) and ((folded.lstrip("(*\"' ").startswith("v") and "/" in folded[:6]) or len(text) < 300):
        return Cue.SUBJECT
    if (rules.addressees.match(folded) and len(text) < 1000) or rules.wire.match(folded):
        return Cue.ADDRESSEES
    if rules.basis.match(folded):
        return Cue.BASIS
    if is_upper(text) and rules.operative.match(folded) and folded.rstrip().endswith(":"):
        return Cue.OPERATIVE
    if len(text) < 110 and PLACE_DATE.match(folded):
        return Cue.PLACE_DATE
    if is_type(text):
        return Cue.TYPE
    if _CLAUSE.match(folded):
        return Cue.CLAUSE
    return Cue.UPPER if is_upper(text) else Cue.TEXT


class Head:
    """Scans lines from ``start`` and zones the head; :attr:`end` is the index of the first body line.

    ``found`` says whether there was a head at all: a text without one stays body.
    """

    def __init__(self, lines: list[Line], start: int, stop: int) -> None:
        self.lines = lines
        self.start = start
        self.stop = min(stop, start + HEAD_LINES)
        self.cues = [cue(line) for line in lines[start : self.stop]]
        self.end = start
        self.found = False
        self.typed = False
        self._scan()

    def _cue(self, i: int) -> str:
        return self.cues[i - self.start] if i < self.stop else Cue.TEXT

    def _scan(self) -> None:
        top = self._top_end()
        if top is None:
            return
        self.found = True
        i = self.start
        while i < top:
            i = self._top_line(i, top)
        self._settle_numbers(top)
        self.end = top
        self._text_opening(top)

    def _top_end(self) -> int | None:
        """Index after the head's last anchor before the text opens; ``None`` without any anchor."""
        seen: set[str] = set()
        last = None
        loose = 0
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
        if what == Cue.MOTTO:
            line.zone = Zone.MOTTO
        elif what == Cue.NUMBER:
            line.zone = Zone.NUMBER
            return self._under_number(i + 1, top)
        elif what == Cue.PLACE_DATE:
            line.zone = Zone.PLACE_DATE
        elif what == Cue.SUBJECT:
            return self._subject_lines(i, top)
        elif what == Cue.MARK:
            line.zone = Zone.MARK
        elif what == Cue.RULE:
            line.zone = Zone.FURNITURE
        elif what in (Cue.UPPER, Cue.OPERATIVE) or self._is_issuer_text(i):
            line.zone = Zone.ISSUER
        elif self._broken_date(i):
            line.zone = Zone.PLACE_DATE
            self.lines[i + 1].zone = Zone.PLACE_DATE
            return i + 2
        else:
            line.zone = Zone.MARK
        return i + 1

    def _broken_date(self, i: int) -> bool:
        """A place and date that a law site broke over two lines."""
        if i + 1 >= self.stop or len(self.lines[i].text) > 60 or Cue.PLACE_DATE in (self._cue(i), self._cue(i + 1)):
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
            and len(self.lines[j].text) < 80
            and not self._broken_date(j)
        ):
            j += 1
        follows = self._cue(j)
        noise = any(_LETTERS.search(self.lines[k].text) is None or len(self.lines[k].text) < 8 for k in range(i, j))
        addressed = any(what == Cue.ADDRESSEES for what in self.cues[j - self.start : top + 1 - self.start])
        if (
            j > i
            and not noise
            and addressed
            and follows in (Cue.PLACE_DATE, Cue.ADDRESSEES, Cue.RULE, Cue.MOTTO, Cue.UPPER)
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

    def _settle_numbers(self, top: int) -> None:
        """One number line is the document's: the one with a symbol. Numbers of stamps become marks."""
        numbers = [i for i in range(self.start, top) if self.lines[i].zone is Zone.NUMBER]
        stamps = [i for i in range(self.start, top) if cues().stamp.match(key(self.lines[i].text).lstrip())]
        symbols = [i for i in numbers if re.search(r"[-/]\s*[^\W\d_]", self.lines[i].text)]
        keep = symbols[:1] or [i for i in numbers if not any(0 <= i - s <= 4 for s in stamps)][:1]
        for i in numbers:
            if i not in keep and (symbols or any(0 <= i - s <= 4 for s in stamps)):
                self.lines[i].zone = Zone.MARK
        dates = [i for i in range(self.start, top) if self.lines[i].zone is Zone.PLACE_DATE]
        whole = [i for i in dates if _LETTERS.search(self.lines[i].text.split("ày")[0].rstrip("ng N"))]
        for i in dates:
            if i not in whole and any(0 < i - s <= 4 for s in stamps):
                self.lines[i].zone = Zone.MARK

    def _text_opening(self, i: int) -> None:
        """From the type line or Kính gửi on: type, subject, addressees, authority, bases."""
        if self._cue(i) == Cue.TYPE and i < self.stop:
            self.typed = True
            self.lines[i].zone = Zone.TYPE
            i = self._title(i + 1)
        if i < self.stop and self._cue(i) == Cue.ADDRESSEES:
            i = self._addressees(i)
        i = self._authority(i)
        self.end = self._bases(i)

    def _title(self, i: int) -> int:
        """Subject lines under the type line (trích yếu)."""
        first = i
        size = 0
        while i < self.stop:
            line, what = self.lines[i], self._cue(i)
            if what in (Cue.RULE, Cue.MARK):
                line.zone = Zone.FURNITURE if what == Cue.RULE else Zone.MARK
                i += 1
                if size and what == Cue.RULE:
                    break
                continue
            if what == Cue.NUMBER or what == Cue.PLACE_DATE or (what == Cue.MOTTO and i - first < 6):
                line.zone = {Cue.NUMBER: Zone.NUMBER, Cue.PLACE_DATE: Zone.PLACE_DATE, Cue.MOTTO: Zone.MOTTO}[what]
                i += 1
                continue
            if self._ends_title(i, first, size):
                break
            line.zone = Zone.SUBJECT
            size += len(line.text)
            i += 1
        return i

    def _ends_title(self, i: int, first: int, size: int) -> bool:
        line, what = self.lines[i], self._cue(i)
        if what in (Cue.ADDRESSEES, Cue.OPERATIVE):
            return True
        if what == Cue.CLAUSE and not (
            size and line.text[:1].isdigit() and not line.gap and _open_end(self.lines[i - 1].text)
        ):
            return True
        if what == Cue.BASIS and (size == 0 or self._opens_basis(i)):
            return True
        if line.cells or (self._is_authority(i) and (size or self._next_opens(i))):
            return True
        if size == 0:
            return (line.text.endswith((".", ":", ";")) and len(line.text) > 250) or bool(_OPENS.match(key(line.text)))
        before = self.lines[i - 1]
        if line.text[:1].islower() or _open_end(before.text):
            return len(line.text) > 250
        if before.text.endswith((".", ";", ":")) or size > 500:
            return True
        if line.gap and not (is_upper(line.text) and is_upper(before.text)):
            return True
        if line.box and before.box:
            return not _centred_like(line, before)
        return (not is_upper(line.text) and is_upper(before.text)) or len(line.text) > 150

    def _opens_basis(self, i: int) -> bool:
        """A base and not a subject that begins with the same word ("Thực hiện …", "Theo …")."""
        folded = key(self.lines[i].text)
        if folded.lstrip("-+* ").startswith(("can cu", "xet ", "tren co so")):
            return True
        before = self.lines[i - 1]
        if before.zone is Zone.TYPE:
            return len(folded) > 200
        return self.lines[i].gap or before.zone is not Zone.SUBJECT or (len(folded) > 90 and not _open_end(before.text))

    def _is_authority(self, i: int) -> bool:
        """CHỦ TỊCH ỦY BAN …, BỘ TRƯỞNG …, CHÍNH PHỦ: the name or title that decides, before the bases."""
        text = self.lines[i].text
        if not is_upper(text) or len(text) > 110:
            return False
        folded = key(text).strip(" *:,-")
        issuers = {key(line.text).strip() for line in self.lines[self.start : i] if line.zone is Zone.ISSUER}
        return (
            bool(cues().position.match(folded))
            or folded in issuers
            or bool(cues().agency.match(folded) and self._next_opens(i))
        )

    def _next_opens(self, i: int) -> bool:
        """Whether bases or the operative words follow within two further lines of capitals."""
        for j in range(i + 1, min(i + 4, self.stop)):
            if self._cue(j) in (Cue.BASIS, Cue.OPERATIVE):
                return True
            if self._cue(j) not in (Cue.UPPER, Cue.RULE, Cue.TYPE):
                return False
        return False

    def _addressees(self, i: int) -> int:
        """Kính gửi, on one line or as a list."""
        first = i
        while i < self.stop:
            line, what = self.lines[i], self._cue(i)
            if i > first and self._ends_addressees(i, first, what):
                break
            line.zone = Zone.FURNITURE if what == Cue.RULE else Zone.ADDRESSEES
            i += 1
        return i

    def _ends_addressees(self, i: int, first: int, what: str) -> bool:
        line, before = self.lines[i], self.lines[i - 1]
        if what == Cue.RULE:
            return i > first + 1 and before.text.endswith(".")
        if what in (Cue.OPERATIVE, Cue.TYPE):
            return True
        bare = before.text.rstrip().endswith(":") and i == first + 1
        dashed = line.text[:1] in "-–+•"
        if dashed:
            listed = before.text[-1:] in ":;,.)" or bare or self.lines[i - 1].text[:1] in "-–+•" or line.box is not None
            return (
                not listed
                or len(line.text) > 400
                or (before.text.endswith(".") and self.lines[first].text[-1:] not in ":;")
            )
        if (what == Cue.BASIS and self._opens_basis(i)) or (what == Cue.CLAUSE and not bare):
            return True
        if bare or before.text[-1:] in ",-–" or line.text[:1] in "(":
            return len(line.text) > 300
        if line.text[:1].islower() and not line.gap:
            return False
        if before.text.endswith(";") and len(line.text) < 200:
            return False
        if line.box and before.box and not line.gap and before.text[-1:] not in ".;":
            return line.box[0] < self.lines[first].box[0] + 5 if self.lines[first].box else True  # type: ignore[index]
        return True

    def _authority(self, i: int) -> int:
        """Thẩm quyền ban hành above the bases (NĐ 30/2020 PL III mẫu 1.1-1.3)."""
        if i >= self.stop or not self._is_authority(i) or not self._next_opens(i):
            return i
        while i < self.stop and self._cue(i) in (Cue.UPPER, Cue.TYPE, Cue.RULE):
            self.lines[i].zone = Zone.FURNITURE if self._cue(i) == Cue.RULE else Zone.AUTHORITY
            i += 1
        return i

    def _bases(self, i: int) -> int:
        """Căn cứ ban hành, to the operative words or the first sentence that is none."""
        any_base = False
        while i < len(self.lines) and (i < self.stop or (any_base and i < self.stop + 60)):
            line = self.lines[i]
            folded = key(line.text)
            if RULE.match(line.text):
                line.zone = Zone.FURNITURE
            elif self._is_base(line, folded, any_base):
                line.zone = Zone.BASIS
                any_base = True
            elif any_base and self._continues_base(i, folded):
                line.zone = Zone.BASIS
            else:
                break
            i += 1
        return i

    def _is_base(self, line: Line, folded: str, any_base: bool) -> bool:
        rules = cues()
        if not rules.basis.match(folded):
            return False
        bare = folded.lstrip("-+* ")
        if bare.startswith("can cu"):
            return not line.text.rstrip().endswith(":") or "nhu sau" in folded
        return any_base or bool(rules.basis_object.search(folded, 0, 200)) or (self.typed and bare.startswith("xet "))

    def _continues_base(self, i: int, folded: str) -> bool:
        line, before = self.lines[i], self.lines[i - 1]
        if before.zone is not Zone.BASIS or line.cells or (cues().operative.match(folded) and is_upper(line.text)):
            return False
        if line.text[:1] in ";,." or line.text[:1].islower():
            return True
        if _open_end(before.text) or len(before.text) < 12:
            return True
        return (
            before.text[-1:] not in ';.:,/”")'
            and not line.gap
            and not _CLAUSE.match(folded)
            and not is_upper(line.text)
        )


_HANGING = re.compile(
    r"(?:[,\-–/(]|(?<!\w)(?:so|va|cua|ngay|thang|nam|ve|tai|theo|cho|voi|tren|trong|den|cac|viec|can cu|theo|hoac|boi|do|thuoc|giua|tinh|huyen|xa|o|mot|chinh phu))\Z"
)


def _open_end(text: str) -> bool:
    """Whether a line breaks off in the middle of a phrase."""
    return bool(_HANGING.search(key(text[-14:])))


def _centred_like(line: Line, before: Line) -> bool:
    """Whether two printed lines share their middle, as a title's lines do."""
    if line.box is None or before.box is None:
        return False
    middle = (line.box[0] + line.box[2]) / 2
    return abs(middle - (before.box[0] + before.box[2]) / 2) < 20
