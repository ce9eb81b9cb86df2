"""Địa danh và thời gian ban hành: the place and date line of the head (NĐ 30/2020 PL I.II.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from vanban.extraction.filled import weigh
from vanban.extraction.found import Found
from vanban.extraction.ink import NO_INK, Ink
from vanban.extraction.spans import Joined, join, misread, near_top, run_on
from vanban.extraction.warned import warned
from vanban.language.dates import edtf
from vanban.language.places import known_place, respelt
from vanban.language.syllables import is_syllable
from vanban.language.text import plain, same_tone, squeeze
from vanban.layout.model import Layout, Line, Zone
from vanban.record import Candidate, Issued, Signature

TRUST: Final = 0.85
"""OCR confidence from which a day in the place line is taken for read where its ink was not judged."""

TRUST_PRINTED: Final = 0.6
"""The same for month and year, which are printed with the form; the day is what is filled in by hand."""

_MOST: Final = 3
"""Candidates for a date, at most."""

_DATE = re.compile(
    r"ng[àaáảãạâầấẩẫậăằ][yvýỳ]\W{0,3}?(?P<day>[^\n]{0,9}?|[\s\d.…_·]{0,24})\s*"
    r"t[hl][áaàảãạâăấắ]ng\s*(?P<month>[^\n]{0,7}?|[\s\d.…_·]{0,24})\s*"
    r"[nh][ăaàáãâằắẵạ]m\s*(?P<year>(?:[\s.…_·]{0,16}\d){1,4}|[\s.…_·]{0,24})(?![\d/])",
    re.IGNORECASE,
)
_DAMAGED = re.compile(
    r"ng[àaáảâ]y(?P<day>[^\n]{0,9})(?P<month>[^\n]{0,12}?)(?:n[ăaã]m\s*(?P<year>\d{4})|th[áaả]ng\W*$)",
    re.IGNORECASE,
)
_WORDLESS = re.compile(
    r"(?<=,)(?P<day>[^\n,;]{1,14}?)\s*(?<![^\W\d_])t[hl][áaàảãạâăấắ]ng\s*(?P<month>\d{1,2})\s*"
    r"n[ăaàáãâằắẵạ]m\s*(?P<year>\d{4})\W*$",
    re.IGNORECASE,
)
"""A date whose ``ngày`` ran together with the hand's day: what stands there is no day, the rest is."""
_NUMERIC = re.compile(
    r"ng[àa]y\s*(?P<day>\d{1,2})\s*(?P<sep>[/.-])\s*(?P<month>\d{1,2})\s*(?P=sep)\s*(?P<year>\d{4})", re.IGNORECASE
)
_PLACE = re.compile(
    r"(?:^[^\w\n]*|[\n\t]|(?<=[-/]\w{2})\s|\s{2,})\s*([^\W\d_][^\n\d:;/]{0,48}?|(?:Quận|Phường|Xã)\s+\d+)\s*[,.;‚]?\s*$"
)
_CRUMB = re.compile(r"(?:tháng|năm|[\d\s.…])+")
_CUT_OFF = re.compile(r",\s*ngày\s*\d{0,2}\s*$")
_TOWN = re.compile(r"^(?:tp|t\.p|thanh\s+pho)(?:\.\s*|\s+)(?=\w)")
_HOUR = re.compile(
    r"[\s,]*(?:(?:vào\s+)?(?:hồi|lúc)\s+)?\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{1,2}\s*(?:phút|')?)?[\s,]*$", re.IGNORECASE
)
_ADOPTED = re.compile(
    r"(?:Luật|Bộ\s+luật|Nghị\s+quyết|Pháp\s+lệnh|Hiến\s+pháp)\s+này\s+(?:đã\s+)?được\s+.{0,200}?thông\s+qua\s+ngày\s*"
    r"(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4})",
    re.IGNORECASE | re.DOTALL,
)
_OFF_LIMITS = {Zone.MARK, Zone.FURNITURE, Zone.BASIS, Zone.DISTRIBUTION, Zone.ANNEX, Zone.SIGNATURE, Zone.SUBJECT}


@dataclass(slots=True)
class DateLine:
    """A place and date line that was read; parts that are blank or unreadable are ``None``."""

    joined: Joined
    start: int
    end: int
    place: str | None
    day: str | None
    month: str | None
    year: str | None
    marks: tuple[bool, bool, bool]
    spans: tuple[tuple[int, int], ...]
    confidence: float

    @property
    def place_span(self) -> tuple[int, int]:
        """Where the place stands in the joined lines."""
        return self.start, self.start + len(self.place or "")

    def text(self, layout: Layout) -> str:
        """The line as printed, in one line."""
        return self.joined.printed(layout, self.start, self.end)


@dataclass(slots=True)
class IssuedFound:
    """Place and date of issue: both as one value, and how sure each of them is."""

    whole: Found[Issued]
    place: Found[str | None]
    date: Found[str | None]


def find_issued(layout: Layout, ink: Ink = NO_INK, signatures: Sequence[Signature] = ()) -> Found[Issued]:
    """Place and date of issue. A time of signing is a candidate for a day that cannot be read, never its value."""
    return find_issued_parts(layout, ink, signatures).whole


def find_issued_parts(layout: Layout, ink: Ink = NO_INK, signatures: Sequence[Signature] = ()) -> IssuedFound:
    """The same with place and date apart, and the warnings with the date."""
    line = date_line(layout)
    if line is None:
        found = _adopted(layout) or Found(Issued(), 0.8, "issued.none", warnings=[warned("date_missing", 1)])
        date = Found(found.value.date, found.confidence, found.by, found.evidence, found.warnings)
        return IssuedFound(found, Found(None, 0.8, "issued.none"), date)
    found = _dated(line, layout, ink, signatures)
    date = Found(found.value.date, found.confidence, found.by, found.evidence, found.warnings)
    return IssuedFound(found, _placed(line, layout, found.value.place), date)


def _placed(line: DateLine, layout: Layout, place: str | None) -> Found[str | None]:
    """The place with how sure it is: less when no list and no issuing line knows it."""
    if place is None:
        return Found(None, 0.6, "issued.line")
    low, high = line.place_span
    bare = same_tone(_bare(place).casefold())
    issuers = same_tone(" ".join(item.text for item in layout.zone(Zone.ISSUER)).casefold())
    known = known_place(bare) is not None or bare in issuers
    sure = line.joined.sureness(low, high)
    confidence = (line.confidence if known else min(line.confidence, 0.75)) * (0.5 + 0.5 * sure)
    return Found(place, confidence, "issued.line", line.joined.evidence(layout, low, high))


def _dated(line: DateLine, layout: Layout, ink: Ink, signatures: Sequence[Signature]) -> Found[Issued]:
    """The value of a place line that was read; its confidence is the date's."""
    evidence = line.joined.evidence(layout, line.start, line.end)
    page = evidence[0].page if evidence else 1
    value = Issued(text=line.text(layout), place=line.place and place_name(line.place, misread=misread(layout)))
    parts = _parts(line, ink)
    whole = edtf(*(part.value for part in parts)) if all(part.value for part in parts) else None
    printed = line.month is not None and line.year is not None
    unread = line.joined.scanned and whole is None and not (printed or ink.sees(line.joined))
    empty = line.day is None and parts[0].value is None and not parts[0].doubtful
    if any(part.doubtful for part in parts) or unread or (empty and ink.stands(line.joined, line.start, line.end)):
        value.status = "handwritten"
        value.candidates = [*_readings(line, parts), *_signing(signatures)]
        return Found(value, 0.7, "issued.line", evidence, [warned("date_handwritten", page)])
    open_ = line.day is None or line.month is None
    value.date = whole or (edtf(None, line.month, line.year) if open_ and line.year else None)
    value.status = "complete" if whole else "blank"
    if whole is None:
        return Found(value, line.confidence * 0.95, "issued.line", evidence, [warned("date_blank", page)])
    return Found(value, line.confidence * min(part.share for part in parts), "issued.line", evidence)


@dataclass(slots=True, frozen=True)
class _Part:
    """A day, month or year: its value, how sure it is, whether it cannot be given, and its likeliest readings."""

    value: str | None
    share: float
    doubtful: bool
    readings: tuple[tuple[str, float], ...] = ()
    by: str = "ocr"


def _parts(line: DateLine, ink: Ink) -> list[_Part]:
    """Day, month and year, each as OCR read it and as its ink looks."""
    found = []
    kinds = (("day", TRUST), ("month", TRUST_PRINTED), ("year", TRUST_PRINTED))
    texts = (line.day, line.month, line.year)
    for (kind, trust), text, span, marked in zip(kinds, texts, line.spans, line.marks, strict=True):
        sure = line.joined.sureness(*span)
        doubtful = (text is None and marked) or (text is not None and ink.written(line.joined, *span, trust))
        filled = ink.filled(line.joined, kind)
        if filled is None:
            found.append(_Part(text, sure, doubtful, ((text, sure),) if text else ()))
            continue
        weighed = weigh(text, sure, filled, _bare_number)
        agreed = not doubtful and text is not None and _bare_number(text) == weighed.value
        readings = tuple((one.value, one.confidence) for one in weighed.candidates)
        given = weighed.sure or agreed
        share = max(weighed.share, sure) if agreed else weighed.share
        found.append(_Part(weighed.value if given else text, share, not given, readings, "digits"))
    return found


def _bare_number(text: str) -> str:
    return text.lstrip("0") or "0"


def _readings(line: DateLine, parts: Sequence[_Part]) -> Iterable[Candidate]:
    """The dates that the line may say, likeliest first; less than a day where the day has no reading."""
    day, month, year = parts
    if year.value is None:
        return
    months = month.readings[:2] or ((line.month, month.share),)
    found = [
        (first * second, edtf(one, other, year.value))
        for one, first in day.readings[:_MOST] or ((None, min(month.share, year.share)),)
        for other, second in months
    ]
    for share, date in sorted(found, key=lambda pair: -pair[0])[:_MOST]:
        if date:
            yield Candidate(value=date, confidence=round(min(0.9, share), 3), by=day.by)


def _signing(signatures: Sequence[Signature]) -> Iterable[Candidate]:
    for signature in signatures[:1]:
        if signature.time and re.match(r"\d{4}-\d\d-\d\d", signature.time):
            yield Candidate(value=signature.time[:10], confidence=0.4, by="signature.time")


def _adopted(layout: Layout) -> Found[Issued] | None:
    """The date of adoption that closes a law or resolution without a place line (Luật 64/2025/QH15)."""
    for block in reversed(layout.blocks):
        match = _ADOPTED.search(block.text) if block.part == "main" and "hông qua" in block.text else None
        if match:
            date = edtf(match["day"], match["month"], match["year"])
            value = Issued(text=squeeze(match.group()), date=date, status="complete" if date else "missing")
            start = match.start("day") - 5
            return Found(value, 0.85, "issued.adopted", layout.locate(block, max(0, start), match.end()))
    return None


def _below_motto(layout: Layout) -> list[Line]:
    """The lines of the place and date without those above Quốc hiệu, where others stand: the date of a copy (SAO Y)."""
    zoned = layout.zone(Zone.PLACE_DATE)
    motto = next((line for line in layout.zone(Zone.MOTTO) if line.box), None)
    if motto is None or motto.box is None:
        return zoned
    top = motto.box[1]
    return [line for line in zoned if not (line.page == motto.page and line.box and line.box[3] <= top)] or zoned


def date_line(layout: Layout) -> DateLine | None:
    """The place and date line: by its zone, else by its grammar among the first lines outside the body."""
    zoned = _below_motto(layout)
    found = read_line(join(zoned), 0.97) if zoned else None
    if found:
        return found
    top = near_top(layout)
    for at, line in enumerate(top):
        pieces = run_on(top, at, _CRUMB) if _CUT_OFF.search(line.text) else []
        found = read_line(join(pieces), 0.9) if len(pieces) > 1 else None
        if found and found.place and len(line.text) < 60:
            return found
    for line in top:
        one = join([line])
        if line in zoned or (line.zone in _OFF_LIMITS and not (one.scanned and line.zone is Zone.MARK)):
            continue
        found = read_line(one, 0.9)
        sound = line.zone is not Zone.MARK or (found and known_place(_bare(found.place or "")))
        if found and found.place and found.place[0].isupper() and sound and _closes(found, line):
            return found
    return None


def _closes(found: DateLine, line: Line) -> bool:
    """Whether a line outside its zone is a place line: nothing of note follows the date."""
    return len(found.joined.text[found.end :].strip(" .,*_|\n")) < 3 and len(line.text) < 160


def read_line(joined: Joined, confidence: float) -> DateLine | None:
    """The place line in joined lines (``Tân Lâm, ngày 14 tháng 5 năm 2031``), or ``None``."""
    joined = joined.mended()
    flat = Joined(joined.text.replace("\n", " "), joined.at, joined.lines)
    scanned = joined.scanned
    match = _DATE.search(flat.text) or _NUMERIC.search(flat.text)
    if not match and scanned:
        match = _DAMAGED.search(flat.text) or _WORDLESS.search(flat.text)
    if not match:
        return None
    place, start = _place_before(joined.text[: match.start()])
    parts = [_digits(match[name]) for name in ("day", "month", "year")]
    year = parts[2] if parts[2] and len(parts[2]) == 4 else None
    marks = tuple(bool(re.search(r"[^\s.…_·,]", match[name] or "")) for name in ("day", "month", "year"))
    spans = tuple(match.span(name) for name in ("day", "month", "year"))
    shown = (marks[0] and not parts[0], (marks[1] and not parts[1]) or match.re is _DAMAGED, False)
    begin = match.start() if place is None else start
    return DateLine(flat, begin, match.end(), place, parts[0], parts[1], year, shown, spans, confidence)


def _digits(text: str | None) -> str | None:
    """The digits of a blank, ``None`` when it is empty or holds anything else."""
    bare = re.sub(r"[\s.…_·]", "", text or "")
    return bare if bare.isdigit() else None


def _place_before(text: str) -> tuple[str | None, int]:
    """The place name that ends ``text``, in normal form, and where it begins."""
    again = re.search(r"[,.;]?\s*ng[àa]y", text)
    text = text[: again.start()] if again else text
    hour = _HOUR.search(text)
    text = text[: hour.start()] if hour else text
    match = _PLACE.search(text)
    if not match:
        return None, len(text)
    name = squeeze(match.group(1).replace("\n", " ")).strip(" ,.;-_*")
    return name or None, match.start(1)


def place_name(name: str, *, misread: bool = False) -> str:
    """A place as documents print it: broken syllables joined, ``TP.`` written out.

    Its marks are put right by the places known where the text is ``misread`` or the spelling is none: of two sound
    names of the same letters (``Hải Đường``, ``Hải Dương``) the page decides.
    """
    town = _TOWN.match(plain(name))
    if town:
        kind = name[: town.end()].casefold().split()
        wrong = len(kind) == 2 and kind != ["thành", "phố"]
        return f"Thành phố {place_name(name[town.end() :], misread=misread or wrong)}"
    name = "Hồ Chí Minh" if name.replace(".", "") in ("HCM", "HCMinh") else name
    broken = any(len(word) < 2 or not word[0].isupper() or not is_syllable(word) for word in name.split())
    if not broken and not (misread and known_place(name) is None):
        return name
    form = respelt(name)
    return form if form and (misread or plain(form) == plain(name) or _same_letters(form, name)) else name


def _same_letters(one: str, other: str) -> bool:
    """Whether two spellings differ in white space alone: ``Qu ả ng Trị``, and not ``Đắk Rông`` of ``Đa Krông``."""
    return "".join(same_tone(one.casefold()).split()) == "".join(same_tone(other.casefold()).split())


def _bare(place: str) -> str:
    """A place without the kind that the line may name."""
    return place_name(place).removeprefix("Thành phố ")
