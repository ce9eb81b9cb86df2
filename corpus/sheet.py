"""A one-page office document as data, and where its lines stand (boxes of NĐ 30/2020 PL I.IV)."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.drawing import font, wrap

LEFT, RIGHT, LEADING = 85.0, 552.0, 16.5
HEAD_LEFT, HEAD_RIGHT, FOOT_RIGHT = 175.0, 415.0, 430.0


@dataclass(slots=True)
class Sheet:
    """The texts of a document, box by box; ``body`` paragraphs may start with their own marker."""

    issuer: list[str]
    number: str
    place_date: str
    addressees: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    title: str | None = None
    authority: str | None = None
    bases: list[str] = field(default_factory=list)
    operative: str | None = None
    body: list[str] = field(default_factory=list)
    distribution: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    signer: str = ""
    seal: str = ""
    e_signature: list[str] = field(default_factory=list)
    signature_y: float = 0.0


@dataclass(slots=True)
class PlacedLine:
    """A line of print: its baseline in points from the top left; ``x`` is the middle when centred."""

    text: str
    x: float
    y: float
    style: str = "regular"
    points: float = 13.0
    centred: bool = False


def lay_out(sheet: Sheet) -> list[PlacedLine]:
    """Every line of the sheet with its place; sets ``sheet.signature_y``."""
    lines, y = _head(sheet)
    y = _title(sheet, lines, y)
    for text in sheet.bases:
        y = _paragraph(lines, text, y, style="italic")
    if sheet.operative:
        lines.append(PlacedLine(sheet.operative, (LEFT + RIGHT) / 2, y + 6, "bold", centred=True))
        y += LEADING + 8
    for text in sheet.body:
        y = _paragraph(lines, text, y)
    _foot(sheet, lines, y + 14)
    return lines


def _head(sheet: Sheet) -> tuple[list[PlacedLine], float]:
    lines = []
    for row, text in enumerate(sheet.issuer):
        style = "bold" if row == len(sheet.issuer) - 1 else "regular"
        lines.append(PlacedLine(text, HEAD_LEFT, 70 + 15 * row, style, 12, centred=True))
    lines.append(PlacedLine("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", HEAD_RIGHT, 70, "bold", 12, centred=True))
    lines.append(PlacedLine("Độc lập - Tự do - Hạnh phúc", HEAD_RIGHT, 85, "bold", 13, centred=True))
    lines.append(PlacedLine(sheet.number, HEAD_LEFT, 118, centred=True))
    lines.append(PlacedLine(sheet.place_date, HEAD_RIGHT, 118, "italic", centred=True))
    y = 136.0
    if not sheet.title:
        for text in sheet.subject:
            lines.append(PlacedLine(text, HEAD_LEFT, y, points=12, centred=True))
            y += 14
    return lines, y + 18


def _title(sheet: Sheet, lines: list[PlacedLine], y: float) -> float:
    middle = (LEFT + RIGHT) / 2
    if sheet.title:
        for text in (sheet.title, *sheet.subject):
            lines.append(PlacedLine(text, middle, y, "bold", 14 if text == sheet.title else 13, centred=True))
            y += 18
    if sheet.authority:
        lines.append(PlacedLine(sheet.authority, middle, y + 6, "bold", centred=True))
        y += 24
    if sheet.addressees:
        lines.append(PlacedLine("Kính gửi:", 205, y))
        for row, text in enumerate(sheet.addressees):
            lines.append(PlacedLine(text, 262, y + row * LEADING))
        y += LEADING * len(sheet.addressees)
    return y + 12


def _paragraph(lines: list[PlacedLine], text: str, y: float, style: str = "regular") -> float:
    face = font(style, 13, 72 * 4)
    indent = 28.0
    rows = wrap("\u2003\u2003" + text, face, (RIGHT - LEFT) * 4) if text else []
    for row, words in enumerate(rows):
        lines.append(PlacedLine(words.strip(), LEFT + (indent if row == 0 else 0), y, style))
        y += LEADING
    return y + 5


def _foot(sheet: Sheet, lines: list[PlacedLine], y: float) -> None:
    sheet.signature_y = y
    lines.append(PlacedLine("Nơi nhận:", LEFT, y, "bold", 12))
    for row, text in enumerate(sheet.distribution):
        lines.append(PlacedLine(text, LEFT, y + 14 * (row + 1), points=11))
    for row, text in enumerate(sheet.signature):
        lines.append(PlacedLine(text, FOOT_RIGHT, y + 15 * row, "bold", centred=True))
    lines.append(PlacedLine(sheet.signer, FOOT_RIGHT, y + 15 * len(sheet.signature) + 62, "bold", 14, centred=True))
