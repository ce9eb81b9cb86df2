"""Zones from the type line or Kính gửi to the text proper: title, addressees, authority, bases."""

from __future__ import annotations

import re

from vanban.layout.cues import RULE, UPPER, cues, is_distribution, key
from vanban.layout.joining import hangs
from vanban.layout.looks import CLAUSE, Cue, is_upper
from vanban.layout.model import Line, Zone

_LABELLED = re.compile(rf"[{UPPER}][^:;.“\"]{{2,45}}:(?:\s|\Z)")
"""``Thời gian: …``: a labelled line of an invitation or minutes, which no title is."""


_ITEM = re.compile(r":\s*[-–+•]")
"""``Kính gửi: - Sở …``: the first of a list on the line of its label."""

_DOES = ("thuc hien", "thi hanh", "theo doi", "thua lenh", "trien khai")
"""What a base and a subject may both begin with (:func:`key`)."""

_ISSUES = re.compile(r",\s*[^,]{3,80}\s(?:ban hanh|xay dung|bao cao|de nghi|yeu cau|thong bao|huong dan)\b|nhu sau")
"""Over :func:`key`: who issues, behind the base of an opening sentence."""


_DASHES = ("-", "–", "+", "•")
_INDENT = 40.0
"""Points by which a paragraph begins left of a list's items."""


class Opening:
    """Zones lines from ``i`` on; ``looks`` are the cues of ``lines[start:stop]``;
    :attr:`end` is the first line of the text.
    """

    def __init__(self, lines: list[Line], looks: list[Cue], start: int, i: int) -> None:
        self.lines = lines
        self.looks = looks
        self.start = start
        self.stop = start + len(looks)
        self.typed = False
        self.end = self._scan(i)

    def _cue(self, i: int) -> Cue:
        return self.looks[i - self.start] if i < self.stop else Cue.TEXT

    def _scan(self, i: int) -> int:
        if i < self.stop and self._cue(i) is Cue.TYPE:
            self.typed = True
            self.lines[i].zone = Zone.TYPE
            i = self._title(i + 1)
        if i < self.stop and self._cue(i) is Cue.ADDRESSEES:
            i = self._addressees(i)
        return self._bases(self._authority(i))

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
        if what in (Cue.ADDRESSEES, Cue.OPERATIVE) or is_distribution(line.text):
            return True
        if what == Cue.CLAUSE and not (
            size and line.text[:1].isdigit() and not line.gap and hangs(self.lines[i - 1].text)
        ):
            return True
        if what == Cue.BASIS and (not self._names_subject(i) if size == 0 else self._opens_basis(i)):
            return True
        if line.cells or (self._is_authority(i) and (size or self._next_opens(i))):
            return True
        if self._names_object(i, size):
            return False
        if _LABELLED.match(line.text) and (size or line.text.endswith(":")):
            return True
        if size == 0:
            return (line.text.endswith((".", ":", ";")) and len(line.text) > 250) or (
                bool(cues().opening.match(key(line.text))) and not self._names_subject(i, known=False)
            )
        before = self.lines[i - 1]
        if line.text[:1].islower() or (hangs(before.text) and not (line.gap and self._closes(i))):
            return len(line.text) > 250
        if before.text.endswith((".", ";", ":")) or size > 500:
            return True
        if line.gap and not (is_upper(line.text) and is_upper(before.text)):
            return True
        if self._closes(i) or (before.bold and line.bold is False):
            return True
        if line.box and before.box:
            return not _centred_like(line, before)
        return (not is_upper(line.text) and is_upper(before.text)) or len(line.text) > 150

    def _names_object(self, i: int, size: int) -> bool:
        """A line of the title that says what it is about: ``Dự án: …``, or what follows ``… công trình:``.

        The bases, Kính gửi or the authority then follow within a few short lines.
        """
        line, before = self.lines[i], self.lines[i - 1]
        hangs_on = before.text.endswith(":") or cues().object.match(key(line.text)) if size else line.text.endswith(":")
        if not hangs_on:
            return False
        for j in range(i, min(i + 5, self.stop)):
            following = self.lines[j + 1] if j + 1 < self.stop else None
            if len(self.lines[j].text) > 150 or self.lines[j].text.endswith(";") or following is None:
                return False
            if self._cue(j + 1) in (Cue.ADDRESSEES, Cue.BASIS, Cue.OPERATIVE, Cue.RULE) or self._is_authority(j + 1):
                return True
            if self._cue(j + 1) is not Cue.TEXT and self._cue(j + 1) is not Cue.UPPER:
                return False
        return False

    def _closes(self, i: int) -> bool:
        """Whether the paragraph that begins at ``i`` ends as sentences do, and subjects do not."""
        for j in range(i, min(i + 4, self.stop)):
            following = self.lines[j + 1] if j + 1 < self.stop else None
            goes_on = following is not None and not following.gap and following.text[:1].islower()
            if not goes_on:
                return self.lines[j].text.endswith((".", ":", ";"))
        return False

    def _names_subject(self, i: int, *, known: bool = True) -> bool:
        """A subject right under the type that begins as bases do: ``KẾ HOẠCH`` / ``Thực hiện phong trào …``.

        A base or an opening sentence ends with a mark, names who issues, or is long. ``known`` asks for one of the
        words with which subjects and bases alike begin.
        """
        folded = key(self.lines[i].text).lstrip("-+* ")
        if self.lines[i - 1].zone is not Zone.TYPE or (known and not folded.startswith(_DOES)):
            return False
        whole = self.lines[i].text
        for j in range(i + 1, min(i + 8, self.stop)):
            if self.lines[j].gap or self._cue(j) not in (Cue.TEXT, Cue.BASIS) or self._opens_anew(j):
                break
            if self.lines[j].text[:1].isupper() and not hangs(self.lines[j - 1].text) and self._closes(j):
                break
            whole += " " + self.lines[j].text
        return len(whole) < 330 and whole.rstrip()[-1:] not in ".:;,/" and not _ISSUES.search(key(whole))

    def _opens_anew(self, j: int) -> bool:
        return self._cue(j) is Cue.BASIS and self.lines[j].text.lstrip("-+* ")[:1].isupper()

    def _opens_basis(self, i: int) -> bool:
        """A base and not a subject that begins with the same word ("Thực hiện …", "Theo …")."""
        folded = key(self.lines[i].text)
        if folded.lstrip("-+* ").startswith(("can cu", "xet ", "tren co so")):
            return True
        before = self.lines[i - 1]
        if before.zone is Zone.TYPE:
            return len(folded) > 200
        return self.lines[i].gap or before.zone is not Zone.SUBJECT or (len(folded) > 90 and not hangs(before.text))

    def _is_authority(self, i: int) -> bool:
        """CHỦ TỊCH ỦY BAN …, BỘ TRƯỞNG …, CHÍNH PHỦ: the name or title that decides, before the bases."""
        text = self.lines[i].text
        if not is_upper(text) or len(text) > 110:
            return False
        folded = key(text).strip(" *:,-")
        issuers = {key(line.text).strip() for line in self.lines[self.start : i] if line.zone is Zone.ISSUER}
        named = bool(cues().position.match(folded)) or folded in issuers
        untitled = self.lines[i - 1].zone is Zone.TYPE
        return named or bool(not untitled and cues().agency.match(folded) and self._next_opens(i))

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
            if i > first and self._stands_left(i):
                line.zone = Zone.MARK
                i += 1
                continue
            if i > first and self._ends_addressees(i, first, what):
                break
            line.zone = Zone.FURNITURE if what == Cue.RULE else Zone.ADDRESSEES
            i += 1
        return i

    def _goes_back(self, i: int, first: int) -> bool:
        """Whether a line begins far left of every item before it: a paragraph before which stands a speck."""
        mine = self.lines[i].box
        items = [line.box for line in self.lines[first + 1 : i] if line.text[:1] in _DASHES]
        edges = [box[0] for box in items if box]
        return mine is not None and bool(edges) and mine[0] < min(edges) - _INDENT

    def _stands_left(self, i: int) -> bool:
        """Whether a line ends left of the items of the list below it: a stamp beside the list."""
        mine = self.lines[i].box
        items = (line for line in self.lines[i + 1 : min(i + 4, self.stop)] if line.text[:1] in _DASHES)
        below = next((line.box for line in items), None)
        if mine is None or below is None or self.lines[i].text[:1] in _DASHES:
            return False
        return mine[2] <= below[0] and self.lines[i].page == self.lines[i + 1].page

    def _ends_addressees(self, i: int, first: int, what: str) -> bool:
        line, before = self.lines[i], self.lines[i - 1]
        if what == Cue.RULE:
            return i > first + 1 and before.text.endswith(".")
        if what in (Cue.OPERATIVE, Cue.TYPE):
            return True
        bare = before.text.rstrip().endswith(":") and i == first + 1
        dashed = line.text[:1] in _DASHES
        if cues().addressees.match(key(line.text)):
            return False
        if dashed:
            if before.text.endswith(".") and self._goes_back(i, first):
                return True
            listed = (
                before.text[-1:] in ":;,.)"
                or bare
                or bool(_ITEM.search(self.lines[first].text))
                or before.text[:1] in _DASHES
                or line.box is not None
            )
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
            if RULE.match(line.text) and not any_base:
                line.zone = Zone.FURNITURE
            elif self._is_base(line, folded, any_base):
                line.zone = Zone.BASIS
                any_base = True
            elif any_base and self._continues_base(i, folded):
                line.zone = Zone.BASIS
            else:
                break
            i += 1
        self._release(i)
        return i

    def _release(self, end: int) -> None:
        """A sentence that leans on a base and closes the text itself (``./.``) is text, not a base."""
        if end and self.lines[end - 1].zone is Zone.BASIS and self.lines[end - 1].text.rstrip().endswith("./."):
            i = end - 1
            while i >= 0 and self.lines[i].zone is Zone.BASIS:
                self.lines[i].zone = Zone.BODY
                if cues().basis.match(key(self.lines[i].text)) and self.lines[i].gap:
                    break
                i -= 1

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
        if line.text[:1] in ";,.":
            return True
        if line.text[:1].islower():
            return before.text[-1:] not in ";." or not line.gap
        if before.text[-1:] == "," and (line.gap or "ban hanh" in folded[:120]):
            return False
        if hangs(before.text) or len(before.text) < 12:
            return True
        return (
            before.text[-1:] not in ';.:,/”")' and not line.gap and not CLAUSE.match(folded) and not is_upper(line.text)
        )


def _centred_like(line: Line, before: Line) -> bool:
    """Whether two printed lines share their middle, as a title's lines do."""
    if line.box is None or before.box is None:
        return False
    middle = (line.box[0] + line.box[2]) / 2
    return abs(middle - (before.box[0] + before.box[2]) / 2) < 20
