"""Cells of flattened tables: several printed lines that a law site ran together, cut apart again.

A cut is a place in the text where a new printed line began: Tiêu ngữ after Quốc hiệu, ``V/v`` after the
number, each ``- item;`` of Nơi nhận, each step of a signing chain, the name under the position.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from vanban.language.people import person_name
from vanban.layout.cues import CAPACITY, NUMBER, PLACE_DATE, compact, cues, key

_BREAK = re.compile(
    r"\s*<br\s*/?>\s*|(?<=[^\s*]\*)\s+(?=\S)|(?<=[^\s*]\*\*)\s+(?=\S)|(?<=\S)\s+(?=\*{1,2}[^\s*])", re.IGNORECASE
)
_MARKS = "*_# \\"
_RULE = re.compile(r"\s*[-_—*=]{4,}\s*")
ITEM = re.compile(r"(?<=[;:.,)])\s*(?=[-–+]\s*(?=[^\W\d]))|(?<=;)\s*(?=Lưu)")
_SUBJECT = re.compile(r"(?<=\S)\s+(?=V\s?/\s?v\b|Về việc\b)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"(?:\A|[\s*_])[^\W\d_]\Z")
"""What stands for the family name in some names: ``Y``, ``A``."""
_SO = re.compile(r"[\W_]{0,4}[s5$][oốó0](?![^\W\d_])", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:(?<=\s)|\A)Số(?:\s{0,3}:\s*|\s+(?=\d))[\d\s.…_]*(?:/\s?(?:19|20)\d\d\s?)?[-/]\s?[A-ZĐƯ][\wĐđƯư]{0,15}"
    r"(?:\s?[-/.&]\s?[A-ZĐƯ][\wĐđƯư]{0,15})*(?=\s|\Z)"
)
"""Số và ký hiệu inside a cell; what stands before and behind it are other lines of print."""
_DATED = re.compile(r"(?<=\S)\s+(?=[^\W\d_][^,;:\d]{1,40},\s*ngày\b[^;]{0,60}\bnăm\b[\s\d.…]{0,10}\W*\Z)")
_SIGNED = re.compile(r"\(\s*đã ký\s*\)|\(\s*ký[^)]{0,60}\)|\bĐã ký\b", re.IGNORECASE)


def is_head(text: str) -> bool:
    """Whether the cell belongs to a document's head: motto, number, place and date, or Kính gửi."""
    text = text.lstrip(_MARKS)
    folded = key(text)
    subject = _SUBJECT.search(text)
    if NUMBER.match(folded[: subject.start()] if subject else folded) or PLACE_DATE.match(folded):
        return True
    if cues().addressees.match(folded):
        return True
    return text[:1].isupper() and motto_cuts(text) is not None


def is_foot(text: str) -> bool:
    """Whether the cell belongs to a document's foot: Nơi nhận or a signing chain."""
    text = text.lstrip(_MARKS)
    folded, _ = compact(text[:24])
    return folded.startswith("noinhan") or bool(CAPACITY.match(text))


def is_signed(text: str) -> bool:
    """Whether the cell is a whole signature: a title or party in capitals, and at its end a person's name."""
    text = re.sub(r"<br\s*/?>", " ", text, flags=re.IGNORECASE).strip(_MARKS)
    pieces = [text[low:high].strip(_MARKS) for low, high in cut(text, _signing_cuts(text))] if len(text) < 250 else []
    if len(pieces) < 2 or not pieces[0].isupper() or person_name(pieces[-1]) is None:
        return False
    folded = key(pieces[0])
    return bool(cues().position.match(folded) or cues().signed_under.match(folded))


def motto_cuts(text: str) -> list[int] | None:
    """Where the printed lines of Quốc hiệu and Tiêu ngữ begin and end in ``text``; ``None`` if it has neither.

    Quốc hiệu counts only in capitals, so that a sentence that names the state is left whole.
    """
    folded = key(text)
    if "ng" not in folded or not ("ch" in folded or "ph" in folded or "san" in folded):
        return None
    flat, at = compact(text)
    cuts: list[int] = []
    for phrase in cues().mottos:
        start = flat.find(phrase)
        if start < 0:
            continue
        low, high = at[start], at[start + len(phrase) - 1] + 1
        if folded[:low].rstrip(" *_").endswith("nuoc"):
            continue
        span = text[low:high]
        creed = phrase.startswith("doclap")
        rest = text[high:].strip(" *_-")
        last = len(flat) - start - len(phrase) < 25 or PLACE_DATE.match(key(rest)) is not None
        if span.isupper() or (creed and span[:1].isupper() and last):
            cuts += [low, high]
    return sorted(cuts) or None


def head_cuts(text: str) -> list[int]:
    """Cuts inside a head cell or a merged head line."""
    cuts = motto_cuts(text) or []
    rule = _RULE.search(text)
    if rule and rule.start() > 0:
        cuts += [rule.start(), rule.end()]
    number = _SO.match(text) is not None
    own = _NUMBERED.search(text)
    if own and own.start():
        cuts.append(own.start())
    if own and _is_other_line(text[own.end() :].lstrip("*_ ")):
        cuts.append(own.end())
    if number:
        cuts += [match.end() for pattern in (_SUBJECT, _DATED) if (match := pattern.search(text))]
        cuts += [
            match.end() for match in _SPACE.finditer(text, max(0, len(text) - 24)) if _is_mark(text[match.end() :])
        ]
    elif text.isupper() or (cuts and text[: cuts[0]].isupper()):
        for match in cues().below.finditer(text, 0, cuts[0] if cuts else len(text)):
            if not cues().below_hanging.search(text, 0, match.start()):
                cuts.append(match.end())
    if text[:1] in ("-", "–") or cues().addressees.match(key(text)):
        cuts += [match.end() for match in ITEM.finditer(text)]
    return cuts


def _is_mark(rest: str) -> bool:
    """Whether a cell ends with a mark of urgency or secrecy in capitals."""
    return rest.isupper() and cues().mark_line.match(key(rest)) is not None


def _is_other_line(rest: str) -> bool:
    """Whether what follows a symbol is a line of its own, a subject or a mark, and not the symbol's torn end."""
    return (rest[:2].islower() and rest[:2].isalpha()) or cues().mark_line.match(key(rest)) is not None


def foot_cuts_of(cell: str) -> Callable[[str], list[int]]:
    """How the texts of a foot cell are cut: before the items of Nơi nhận, else between the steps of a signing chain."""
    return _item_cuts if compact(cell[:24])[0].startswith("noinhan") else _signing_cuts


def _item_cuts(text: str) -> list[int]:
    return [match.end() for match in ITEM.finditer(text)]


def _signing_cuts(text: str) -> list[int]:
    """Cuts of ``TM. X KT. Y PHÓ Y (Đã ký) Nguyễn Văn A``: chain, mark, name."""
    flat, at = compact(text)
    cased = "".join(text[i] for i in at)
    name = next((i for i in range(len(cased) - 1) if cased[i].isupper() and cased[i + 1].islower()), len(cased))
    signed = _SIGNED.search(text)
    if signed:
        cuts = [signed.start(), signed.end()]
        name = min(name, sum(1 for i in at if i < signed.start()))
    else:
        cuts = [at[name]] if name < len(cased) else []
    while 0 < name < len(cased) and at[name] - at[name - 1] > 1 and _LETTER.search(text[: at[name - 1] + 1]):
        name -= 1
        cuts[-1:] = [at[name]]
    chain = at[name - 1] + 1 if name else 0
    cuts += [match.start() for match in re.finditer(r"(?<=\s)\S", text[:chain]) if CAPACITY.match(text, match.start())]
    return cuts + _position_cuts(flat[:name], at, text)


_PREFIXED = re.compile(r"(?:tm|kt|tl|tuq|q|quyen|pho|nguyen)\Z")


def _position_cuts(flat: str, at: list[int], text: str) -> list[int]:
    cuts = []
    free = 0
    for match in cues().position_flat.finditer(flat):
        start = match.start()
        prefixed = _PREFIXED.search(flat, max(0, start - 6), start)
        if start >= free and start and not prefixed and text[at[start] - 1].isspace():
            cuts.append(at[start])
        free = match.end()
    return cuts


def cut(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    """The spans between the cuts, without white space at their ends; those of nothing but marks are dropped."""
    marks = sorted({0, len(text), *cuts})
    spans = []
    for low, high in pairwise(marks):
        piece = text[low:high]
        bare = piece.strip()
        if bare.strip("*_"):
            start = low + len(piece) - len(piece.lstrip())
            spans.append((start, start + len(bare)))
    return spans


def broken(text: str) -> list[tuple[int, int]]:
    """The spans of a cell between the breaks of Markdown: ``<br>``, or where bold or slanted print begins or ends."""
    if "<" not in text and "*" not in text:
        return [(0, len(text))]
    spans, low = [], 0
    for match in _BREAK.finditer(text):
        spans.append((low, match.start()))
        low = match.end()
    return [(a, b) for a, b in [*spans, (low, len(text))] if a < b]
