"""Số và ký hiệu: the number line of the head (NĐ 30/2020 PL I.II.3; HD 36-HD/VPTW PL 3 for the Party)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from vanban.extraction.found import Found
from vanban.extraction.ink import NO_INK, Ink
from vanban.extraction.spans import Joined, join, near_top, run_on
from vanban.extraction.warned import warned
from vanban.language.symbols import Parsed, read_number, read_symbol
from vanban.layout.model import Layout, Line, Zone
from vanban.record import Candidate, Number

TRUST: Final = 0.9
"""OCR confidence from which a serial is taken for read print where its ink was not judged."""

TRUST_SYMBOL: Final = 0.6
"""The same for the symbol, whose capitals without spaces OCR doubts even where it reads them right."""

_LABEL = re.compile(
    r"(?:(?P<type>bộ\s+luật|luật|nghị\s+quyết|pháp\s+lệnh|lệnh|văn\s+bản|công\s+văn)\s+)?"
    r"(?<![^\W_])(?P<so>[s5$]\s?[ốóôổỗõỏọồơớởòo60éèêếễâấ]{1,2}|s\s?ố)(?![^\W\d_])\s*(?P<colon>[:;.,])?\s*",
    re.IGNORECASE,
)
_DAMAGED = re.compile(r"[^\w\n]*[s5$S][^\W\d_]{0,2}\s*\W{0,2}(?P<serial>[^\n/]{0,14}?)\s*/\s*(?=[A-ZĐ])")
_BLANK = re.compile(r"[\s.…_·‥,'’`-]*(?=/)|[\s.…_·‥]{2,}")
_CRUMB = re.compile(r"[\w/.&,-]{1,20}")
_BROKEN_OFF = re.compile(r"\s*\n\s*[/\d-]")
_ALONE = re.compile(r"\s*$|\s*(?:V/?v\b|[^\W\d_][^\n]{0,40},\s*ngày)")
_GOES_ON = re.compile(r"[^\s\w.,;:()\[\]\"'’”*_|]|\w")
_STROKE = re.compile(r"\s*[/-]")
_OFF_LIMITS = {Zone.MARK, Zone.FURNITURE, Zone.BASIS, Zone.ADDRESSEES, Zone.DISTRIBUTION, Zone.ANNEX, Zone.SUBJECT}


@dataclass(slots=True)
class NumberLine:
    """A number line that was read: what it says, where it stands in its joined lines, and how surely."""

    parsed: Parsed
    joined: Joined
    start: int
    serial: tuple[int, int]
    end: int
    confidence: float
    damaged: bool = False

    def text(self, layout: Layout) -> str:
        """The line as printed, in one line."""
        return self.joined.printed(layout, self.start, self.end)

    @property
    def cut(self) -> bool:
        """Whether the symbol goes on, without a space, with what no symbol has."""
        return bool(_GOES_ON.match(self.joined.text, self.end))

    @property
    def misread(self) -> bool:
        """Whether OCR read something else than digits, a stroke and a whole symbol, or the symbol unsurely."""
        if self.damaged or all(word.confidence is None for word in self.joined.words(*self.serial)):
            return self.damaged
        whole = self.parsed.symbol is not None and not self.cut
        digits = (self.parsed.serial or "").isdigit() and _STROKE.match(self.joined.text, self.serial[1])
        return not (whole and digits and self.joined.sureness(self.serial[1], self.end) >= TRUST_SYMBOL)


def find_number(layout: Layout, ink: Ink = NO_INK) -> Found[Number]:
    """The document's own number and symbol: ``complete``, ``blank``, ``handwritten`` or ``missing``."""
    line = number_line(layout)
    if line is None:
        return Found(Number(), 0.8, "number.none", warnings=[warned("number_missing", 1)])
    evidence = line.joined.evidence(layout, line.start, line.end)
    page = evidence[0].page if evidence else 1
    parsed, sure = line.parsed, line.joined.sureness(*line.serial)
    if parsed.serial is None:
        hand = ink.stands(line.joined, line.start, line.end)
        number = Number(text=line.text(layout), symbol=parsed.symbol, status="handwritten" if hand else "blank")
        warning = warned("number_handwritten" if hand else "number_blank", page)
        return Found(number, 0.7 if hand else line.confidence, "number.line", evidence, [warning])
    if line.misread or ink.written(line.joined, *line.serial, TRUST):
        number = Number(
            text=line.text(layout),
            symbol=parsed.symbol,
            status="handwritten",
            candidates=[Candidate(value=parsed.serial, confidence=round(min(sure, 0.7), 3), by="ocr")]
            if parsed.serial.isalnum()
            else [],
        )
        return Found(number, 0.7, "number.line", evidence, [warned("number_handwritten", page)])
    number = Number(
        text=line.text(layout),
        serial=parsed.serial,
        year=parsed.year,
        symbol=parsed.symbol,
        canonical=parsed.canonical,
        status="complete",
    )
    confidence = min(line.confidence, 0.7) if line.cut else line.confidence
    symbol = line.joined.sureness(line.serial[1], line.end)
    return Found(number, confidence * min(sure, 0.5 + 0.5 * symbol), "number.line", evidence)


def number_line(layout: Layout) -> NumberLine | None:
    """The number line: by its zone, else by its grammar among the first lines outside the body."""
    zoned, top = layout.zone(Zone.NUMBER), near_top(layout)
    found = read_line(join(zoned), 0.97) if zoned else None
    if found and found.parsed.symbol:
        return found
    for at, line in enumerate(top):
        if _LABEL.fullmatch(line.text.strip()):
            pieced = read_line(join(run_on(top, at, _CRUMB)), 0.9)
            if pieced and pieced.parsed.symbol:
                return pieced
    if found:
        return found
    for line in top:
        one = join([line])
        if line.zone in _OFF_LIMITS and not (one.scanned and line.zone is Zone.MARK):
            continue
        found = read_line(one, 0.9)
        if found and _is_head_line(found, line):
            return found
    return None


def _is_head_line(found: NumberLine, line: Line) -> bool:
    """Whether a line outside the number zone is a number line of a head and not a citation."""
    before, after = found.joined.text[: found.start], found.joined.text[found.end :]
    opens = not before.strip() or before.rstrip(" ").endswith("\n")
    whole = found.parsed.symbol is not None or (
        found.parsed.serial is None and "…" in found.joined.text[found.start : found.end]
    )
    return opens and whole and bool(_ALONE.match(after.split("\n")[0])) and not line.text.rstrip().endswith(";")


def read_line(joined: Joined, confidence: float) -> NumberLine | None:
    """The number line in joined lines, tried as printed and, when it is broken apart, without line ends."""
    found = _read(joined, confidence)
    if (found is None or not found.parsed.symbol) and joined.scanned:
        found = _read_damaged(joined, confidence) or found
    if found and found.parsed.symbol and not _BROKEN_OFF.match(joined.text, found.end):
        return found
    whole = _read(joined.without(lambda c: c == "\n"), confidence)
    return whole if whole and (found is None or whole.parsed.symbol) else found


def _read(joined: Joined, confidence: float) -> NumberLine | None:
    text = joined.text
    for label in _LABEL.finditer(text):
        at = label.end()
        blank = _BLANK.match(text, at)
        begin = blank.end() if blank and blank.end() > at else at
        read = read_number(text, begin)
        if read is None and blank and _ends(text, begin):
            return NumberLine(Parsed(), joined, label.start(), (begin, begin), begin, confidence * 0.8)
        if read is None and label["colon"] and _ends(text, at):
            return NumberLine(Parsed(), joined, label.start(), (at, at), at, confidence * 0.8)
        if read is None:
            continue
        parsed, end = read
        if parsed.symbol is None and parsed.serial is not None and not label["colon"]:
            continue
        serial = re.compile(r"\d[\d.]*\w?").search(text, begin) if parsed.serial else None
        span = serial.span() if serial else (at, begin)
        sure = confidence if parsed.symbol else confidence * 0.6
        return NumberLine(parsed, joined, label.start(), span, end, sure)
    return None


def _read_damaged(joined: Joined, confidence: float) -> NumberLine | None:
    """A number line whose serial OCR could not read (``Số:04+ /CT-UBND``): the symbol alone is given."""
    match = _DAMAGED.match(joined.text)
    symbol = read_symbol(joined.text, match.end()) if match else None
    if match is None or symbol is None:
        return None
    reading = re.sub(r"\D", "", match["serial"])
    span = match.span("serial")
    parsed = Parsed(serial=reading or "?", symbol=symbol[0])
    return NumberLine(parsed, joined, match.start(), span, symbol[1], confidence * 0.8, damaged=True)


def _ends(text: str, at: int) -> bool:
    return not text[at:].split("\n", 1)[0].strip(" .…_")
