"""Số và ký hiệu: the number line of the head (NĐ 30/2020 PL I.II.3; HD 36-HD/VPTW PL 3 for the Party)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from vanban.extraction.filled import Weighed, weigh
from vanban.extraction.found import Found
from vanban.extraction.ink import NO_INK, Ink
from vanban.extraction.spans import Joined, join, near_top, run_on
from vanban.extraction.warned import warned
from vanban.language.syllables import is_syllable
from vanban.language.symbols import Parsed, read_number, read_symbol, type_of_symbol
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
_BLANK = re.compile(r"[\s.…_·‥,'’`-]*(?=/)|[\s.…_·‥]{2,}|[.…_·‥](?=-[A-ZĐ])")
_CRUMB = re.compile(r"[\w/.&,-]{1,20}")
_BROKEN_OFF = re.compile(r"\s*\n\s*[/\d-]")
_ALONE = re.compile(r"\s*$|\s*(?:V/?v\b|[^\W\d_][^\n]{0,40},\s*ngày)")
_GOES_ON = re.compile(r"[^\s\w.,;:()\[\]\"'’”*_|]|\w")
_LATER = re.compile(r"/\s?(?=[A-ZĐ][A-ZĐa-zđ]*-)")
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
    sure = line.joined.sureness(*line.serial)
    weighed = _weighed(line, ink, sure)
    if weighed:
        _find_symbol(line)
    parsed = line.parsed
    if parsed.serial is None and not (weighed and weighed.sure):
        hand = weighed is not None or ink.stands(line.joined, line.start, line.end)
        number = Number(text=line.text(layout), symbol=parsed.symbol, status="handwritten" if hand else "blank")
        number.candidates = list(weighed.candidates) if weighed else []
        warning = warned("number_handwritten" if hand else "number_blank", page)
        return Found(number, 0.7 if hand else line.confidence, "number.line", evidence, [warning])
    doubted = line.misread or ink.written(line.joined, *line.serial, TRUST)
    agreed = not doubted and (weighed is None or weighed.value == parsed.serial)
    if not agreed and not (weighed and weighed.sure and _vouched(line, layout)):
        number = Number(text=line.text(layout), symbol=parsed.symbol, status="handwritten")
        number.candidates = list(weighed.candidates) if weighed else _as_candidate(parsed, sure)
        return Found(number, 0.7, "number.line", evidence, [warned("number_handwritten", page)])
    if not agreed and weighed and weighed.value:
        parsed, sure = _with_serial(parsed, weighed.value), weighed.share
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


def _weighed(line: NumberLine, ink: Ink, sure: float) -> Weighed | None:
    """What the ink of the serial says beside OCR; ``None`` when it was not looked at, or holds a year too."""
    filled = None if line.parsed.year else ink.filled(line.joined, "serial")
    if filled is None:
        return None
    serial = line.parsed.serial
    read = serial if serial and serial[0].isdigit() and not line.damaged else None
    return weigh(read, sure, filled, runs_on=line.joined.text[line.serial[1] : line.serial[1] + 1] == "-")


def _find_symbol(line: NumberLine) -> None:
    """Take for the symbol what tells a type behind a later stroke, where OCR made strokes of a hand's ink
    (``Số: 21/A/KH-UBND``)."""
    if line.parsed.symbol and type_of_symbol(line.parsed.symbol):
        return
    for stroke in _LATER.finditer(line.joined.text, line.start):
        found = read_symbol(line.joined.text, stroke.end())
        if found and type_of_symbol(found[0]):
            line.parsed = Parsed(line.parsed.serial or "?", None, found[0])
            line.end, line.damaged = found[1], True
            return


def _with_serial(parsed: Parsed, serial: str) -> Parsed:
    """A number with another serial. The stroke that OCR lost in the ink stands again."""
    joint = "-" if parsed.canonical and parsed.serial and parsed.canonical.startswith(f"{parsed.serial}-") else "/"
    return Parsed(serial, parsed.year, parsed.symbol, f"{serial}{joint}{parsed.symbol}")


def _vouched(line: NumberLine, layout: Layout) -> bool:
    """Whether a symbol is right: surely read, or of a known type and an agency whose initials the head gives."""
    symbol = line.parsed.symbol
    if symbol is None or line.cut:
        return False
    if line.joined.sureness(line.serial[1], line.end) >= TRUST_SYMBOL and not line.damaged:
        return True
    initials = "".join(_initials(item.text) for item in layout.zone(Zone.ISSUER))
    codes = [re.sub(r"\d+$", "", code).upper() for code in re.split(r"[-/&.,]", symbol)]
    return type_of_symbol(symbol) is not None and any(_made_of(initials, code) for code in codes)


def _made_of(initials: str, code: str) -> bool:
    """Whether a code is made of initials of the head, in one piece or in two (``VPUBND`` under ``UBND TỈNH``)."""
    cuts = [(code[:at], code[at:]) for at in range(2, len(code) - 1)]
    return len(code) > 1 and (code in initials or any(one in initials and other in initials for one, other in cuts))


def _initials(text: str) -> str:
    """First letters of the words of a name without their marks, Đ apart from D, short forms whole: UBNDT, BGDĐT."""
    words = (word for word in re.findall(r"[^\W\d_]+", text.upper()) if word not in ("VÀ", "CỦA"))
    return "".join(unicodedata.normalize("NFD", word)[0] if is_syllable(word) else word for word in words)


def _as_candidate(parsed: Parsed, sure: float) -> list[Candidate]:
    """OCR's reading of a serial as a candidate."""
    if parsed.serial is None or not parsed.serial.isalnum():
        return []
    return [Candidate(value=parsed.serial, confidence=round(min(sure, 0.7), 3), by="ocr")]


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
    found = _parse(joined, confidence)
    if (found is None or not found.parsed.symbol) and joined.scanned:
        found = _read_damaged(joined, confidence) or found
    if found and found.parsed.symbol and not _BROKEN_OFF.match(joined.text, found.end):
        return found
    whole = _parse(joined.without(lambda c: c == "\n"), confidence)
    return whole if whole and (found is None or whole.parsed.symbol) else found


def _parse(joined: Joined, confidence: float) -> NumberLine | None:
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
