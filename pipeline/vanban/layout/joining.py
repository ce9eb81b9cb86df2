"""Printed lines joined into a paragraph's text, with every run of it tied to where it stands in a page."""

from __future__ import annotations

import re

from vanban.layout.cues import key
from vanban.layout.model import Line, Piece

_MARKS = re.compile(r"\((?:\*{1,3})\)|(\*+|(?<!\w)_{1,3}(?=[^\W_])|(?<=[^\W_])_{1,3}(?!\w))")
_VOWELS = "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
_RIME = (
    r"(?:[aăâeêioôơuưy]|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|iêu|yêu|oai|oay|oao|oeo|uây|uôi|uya|uyê|ươi|ươu|uyu|uêu)"
    r"(?:ch|ng|nh|c|m|n|p|t)?"
)
_ONSET = r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x)?"
_TONES = str.maketrans(
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)
_SYLLABLE = re.compile(_ONSET + _RIME + r"\Z")
_NEEDS_CODA = re.compile(_ONSET + r"(?:ă|â|iê|yê|uô|ươ|oă|uâ|uyê|oo)\Z")
_LAST = re.compile(r"[^\W\d_]+\Z")
_FIRST = re.compile(r"[^\W\d_]+")


def is_syllable(word: str) -> bool:
    """Whether letters make a Vietnamese syllable (onset, rime and coda fit together)."""
    flat = word.lower().translate(_TONES)
    return bool(_SYLLABLE.match(flat)) and not _NEEDS_CODA.match(flat)


def breaks_word(before: str, after: str) -> bool:
    """Whether a line break fell inside a word: ``Căn c`` / ``ứ``, ``TH`` / ``Ủ TƯỚNG``."""
    last, first = _LAST.search(before[-8:]), _FIRST.match(after[:8])
    if not last or not first:
        return False
    low, high = last.group(), first.group()
    if (low.islower() and not high.islower()) or (len(low) > 1 and low.isupper() and not high.isupper()):
        return False
    if len(low) == 1 and low.isupper() and high[:1].isupper() and len(high) > 1 and high[1:].islower():
        return False
    return (
        not (is_syllable(low) and is_syllable(high))
        and is_syllable(low + high)
        and not (low.isupper() and is_acronym(low))
    )


def is_acronym(word: str) -> bool:
    """Capitals without a vowel between, as abbreviations have (``UBND``), and longer than an onset."""
    return len(word) > 3 or word in ("TT", "CT", "QĐ", "VP", "BCĐ", "HĐ", "KT", "TM", "TL")


def join(lines: list[Line], offset: int = 0) -> tuple[str, list[Piece]]:
    """The lines' text in one line without Markdown marks, from ``offset`` of the first line on, with its pieces."""
    if len(lines) == 1 and "*" not in lines[0].text and "_" not in lines[0].text:
        line = lines[0]
        text = line.text[offset:]
        return text, [Piece(0, len(text), line.page, line.start + offset)]
    parts: list[str] = []
    pieces: list[Piece] = []
    size = 0
    for line in lines:
        text = line.text
        if parts:
            glue = _glue(parts[-1], text)
            parts.append(glue)
            size += len(glue)
        for low, high in _unmarked(text, offset):
            parts.append(text[low:high])
            pieces.append(Piece(size, high - low, line.page, line.start + low))
            size += high - low
        offset = 0
    return "".join(parts), pieces


def _glue(before: str, after: str) -> str:
    if before[-1:] in "-/" and before[-2:-1].strip() and after[:1].strip() and not after[:1].islower():
        return ""
    if after[:1] in ";,.:)" or before[-1:] == "(":
        return ""
    return "" if breaks_word(before, after) else " "


def _unmarked(text: str, offset: int) -> list[tuple[int, int]]:
    """The spans of ``text`` from ``offset`` that are not Markdown marks."""
    if "*" not in text and "_" not in text:
        return [(offset, len(text))] if offset < len(text) else []
    spans = []
    low = offset
    for match in _MARKS.finditer(text, offset):
        if match.group(1) is None:
            continue
        if match.start() > low:
            spans.append((low, match.start()))
        low = match.end()
    if low < len(text):
        spans.append((low, len(text)))
    return spans


_HANGING = re.compile(
    r"(?:[,\-–/(]|(?<!\w)(?:so|va|cua|ngay|thang|nam|ve|tai|theo|cho|voi|tren|trong|den|cac|viec|can cu|hoac|boi|do|thuoc|giua|o|mot|nhung|duoc|la|khi|de|nhu|tu|sang|khoan|diem|dieu|tinh|huyen|xa|phuong|thanh pho|chinh phu))\Z"
)


def hangs(text: str) -> bool:
    """Whether a line breaks off in the middle of a phrase."""
    return bool(_HANGING.search(key(text[-14:])))
