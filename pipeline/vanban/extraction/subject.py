"""Trích yếu nội dung: the subject under the title or after ``V/v`` (NĐ 30/2020 PL I.II.5)."""

from __future__ import annotations

import re
from dataclasses import replace

from vanban.extraction.found import Found
from vanban.extraction.spans import Joined, in_one_box, join
from vanban.language.doctypes import opening
from vanban.language.likely import mended
from vanban.language.text import squeeze
from vanban.layout.model import Layout, Line, Zone
from vanban.record import DocumentType

_ABOUT = re.compile(r"[\W_]*[VvYy]\s*[/⁄1Il|.]\s*[vV]\b\s*[:.;,]?\s*|[\W_]*V/\s+(?=[^\W\d_])")
_OPENS = re.compile(r"^V[eèéẻẽẹêềếểễệ] vi[eèéẻẽẹêềếểễệ]c(?!\w)")
_TAIL = re.compile(r"(?:\./?|[\s.;:,*_=~—-]|/\.?)+$")
_HEAD = re.compile(r"^[\s.,;:*_=~'`‘’|—-]+")
_BASIS = re.compile(
    r"\n\s*(?:(?:Căn\s+c\s*ứ|Theo\s+đ\s*ề\s+nghị)(?!\w)|(?:Thực hiện|Xét|Theo)\s+[^\n]{0,40}\ssố:?\s*\d)"
)
_NO_SUBJECT = {
    "GM": re.compile(r"kính\s+mời|mời\s*:", re.IGNORECASE),
    "GGT": re.compile(r"(?:trân trọng|xin|kính)\s+giới\s+thiệu|giới\s+thiệu\s*:", re.IGNORECASE),
}
"""What opens the text of an invitation or a letter of introduction, and is no subject of theirs."""
_STAMP = re.compile(r"\s(?:\S{0,3}ký\s+)?bởi\s*:|\s(?:Người|Thời\s+gian)\s+ký\s*:|\sCơ\s+quan\s*:")
_HANGS = re.compile(
    r"(?<!\w)(?:các|những|của|và|về|tại|cho|với|trong|trên|theo|đến|từ|thuộc|do|bởi|nhằm|việc|tỉnh|huyện|ngày)$"
)
"""Small words that no subject ends with: another line must follow."""
_MARKS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")


def find_subject(layout: Layout, type: DocumentType | None = None) -> Found[str | None]:
    """The subject in the words of the page, joined to one line, no ``V/v``; ``None`` when the page has none."""
    lines = in_one_box(layout.zone(Zone.SUBJECT))
    by = "subject.lines"
    joined = join(_with_rest(layout, lines)) if lines else _after_title(layout, type)
    if not lines:
        by = "subject.title"
    if joined is None:
        return Found(None, 0.7, "subject.none")
    text = joined.text
    about = _ABOUT.match(text)
    start = about.end() if about else _HEAD.match(text).end() if _HEAD.match(text) else 0  # type: ignore[union-attr]
    broken = _BASIS.search(text, start) or (_STAMP.search(text, start) if joined.scanned else None)
    end = broken.start() if broken else len(text)
    value = squeeze(_MARKS.sub("", text[start:end].replace("\n", " ")))
    value = _TAIL.sub("", value)
    value = mended(_OPENS.sub("Về việc", value)) if joined.scanned else value
    if sum(character.isalpha() for character in value) < 3:
        return Found(None, 0.6, "subject.none")
    if type and (pattern := _NO_SUBJECT.get(type.code)) and pattern.search(value):
        return Found(None, 0.7, "subject.none")
    sure = sum(w.confidence for line in joined.lines for w in line.words if w.confidence is not None)
    count = sum(1 for line in joined.lines for w in line.words if w.confidence is not None)
    confidence = 0.95 * (0.5 + 0.5 * (sure / count if count else 1.0))
    return Found(value, confidence, by, joined.evidence(layout, start, end))


def _with_rest(layout: Layout, lines: list[Line]) -> list[Line]:
    """The lines of a subject and, behind one that cannot end there (``tại các``), the next, which a speck cut off."""
    rest = layout.lines[layout.lines.index(lines[-1]) + 1 :][:1] if _HANGS.search(lines[-1].text) else []
    follows = [line for line in rest if line.page == lines[-1].page and line.zone is Zone.BODY and not line.gap]
    return [*lines, *map(_unmarked, follows)]


def _unmarked(line: Line) -> Line:
    """A line without the specks at its beginning."""
    at = len(line.text) - len(line.text.lstrip(" -–—.,:;•*'`"))
    kept = [(word, start) for word, start in zip(line.words, line.word_starts, strict=True) if start >= line.start + at]
    words, starts = [word for word, _ in kept], [start for _, start in kept]
    return replace(line, start=line.start + at, text=line.text[at:], words=words, word_starts=starts)


def _after_title(layout: Layout, type: DocumentType | None) -> Joined | None:
    """What follows the type's name on its own line: ``KẾ HOẠCH Triển khai …``."""
    for line in layout.zone(Zone.TYPE):
        joined = join([line])
        opened = opening(joined.text)
        if opened and opened[0].name == (type.name if type else opened[0].name):
            rest = joined.text[opened[1] :]
            if sum(character.isalpha() for character in rest) >= 5:
                return Joined(rest, joined.at[opened[1] :], joined.lines)
    return None
