"""Pages as OCR would read a worn scan of them, made from born-digital pages without running OCR.

The words of a page lose and change letters, run together, fall apart or vanish; boxes shift a little; specks become
words; a seal takes out words over the signature. Grades run from 0 (a clean scan) to 4 (a bad fax).
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace

from vanban.reading.document import Document, Page, Word

GRADES = 5

STAMP = "stamp"
"""The font of words that a stamp or dirt put on a page."""

_RATES = (0.002, 0.012, 0.035, 0.08, 0.15)
"""The share of letters misread, by grade; words lost and run together are a fixed part of it."""

_LIKE: dict[str, tuple[str, ...]] = {
    "i": ("l", "ì", "í", "t"), "l": ("i", "1", "I"), "o": ("0", "e", "c"), "c": ("e", "o"), "e": ("c", "o"),
    "n": ("r", "m", "u"), "m": ("rn", "n"), "h": ("b", "n", "li"), "b": ("h", "6"), "t": ("f", "l", "i"),
    "u": ("n", "v", "ư"), "ư": ("u",), "ơ": ("o",), "đ": ("d",), "d": ("đ", "ơ"), "g": ("q", "9"), "ă": ("a", "ä"),
    "â": ("a", "á"), "ê": ("e", "é"), "ô": ("o", "ó"), "a": ("ä", "o"), "y": ("v", "ỳ"), "v": ("y", "u"),
    "I": ("l", "1", "T"), "O": ("0", "Q", "Ô"), "Đ": ("D", "Ð"), "D": ("Đ", "O"), "N": ("M", "H"), "H": ("N", "I1"),
    "U": ("Ư", "V", "LI"), "Ư": ("U",), "Ủ": ("Ú", "Ù"), "B": ("8", "R"), "S": ("5", "8"), "T": ("I", "7"),
    "G": ("6", "C"), "C": ("G", "O"), "Q": ("O", "0"), "1": ("l", "7"), "0": ("O", "6"), "5": ("S",), "8": ("3",),
    "/": ("l", "1", "("), ":": (".", ";", ""), ";": (":", ",", ""), ".": (",", ""), ",": (".", ""), "-": ("", "~", "_"),
}  # fmt: skip
_TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323", "")
_STAMPED = 0.35
"""The share of first pages that bear a stamp or signature box."""
_STAMPS: tuple[tuple[str, ...], ...] = (
    ("CÔNG VĂN ĐẾN", "Số: {a}", "Ngày {d} tháng {m} năm {y}"),
    ("{u}", "CÔNG VĂN ĐẾN", "Số: {a}/ĐẾN", "Ngày: {d}/{m}/{y}", "Chuyển: {p}"),
    ("ĐẾN", "Số: {a}", "Ngày: {d}/{m}/{y}", "Chuyển: ..........", "Lưu hồ sơ số: ........"),
    ("VĂN BẢN ĐẾN", "Giờ: {d}h{m}", "Ngày {d}-{m}-{y}"),
    ("Người ký: {u}", "Email: vanthu@{a}.example", "Cơ quan: {u}", "Thời gian ký: {d}/{m}/{y} {d}:{m}:{a} +07:00"),
    ("Ký bởi: {u}", "Cơ quan: {u}", "Ngày ký: {d}-{m}-{y} {d}:{m}:{a}"),
    ("TRUNG TÂM TIN HỌC", "Ký bởi: {u}", "Ngày ký: {d}/{m}/{y}"),
    ("SAO Y", "Ngày {d} tháng {m} năm {y}"),
    ("HỎA TỐC",), ("KHẨN",), ("TRƯỜNG HỢP KHẨN", "CẦN XỬ LÝ TRƯỚC {d}/{m}"),
)  # fmt: skip
_OFFICES = ("Sở Nội vụ", "VĂN PHÒNG UBND", "Ủy ban nhân dân xã", "SỞ Y TẾ", "TRUNG TÂM CÔNG BÁO", "PHÒNG VĂN THƯ")
_PLACES = ((40, 4), (330, 8), (60, 120), (380, 95), (200, 2), (30, 170))
_SPECKS = ("'", "~", ".", "—", "|", "`", "„", "ˆ", "ä", "E", "si", "1", "ấ", ":", "x", "Ñ", "ll", "°")


def worn(document: Document, grade: int, chance: random.Random) -> Document:
    """The document with pages of words as a scan of ``grade`` would give them; plain pages stay as they are."""
    return replace(
        document, pages=[_page(page, _RATES[grade], chance) if page.words else page for page in document.pages]
    )


def worn_text(text: str, grade: int, chance: random.Random) -> str:
    """Text with letters misread, lines kept; for text that came from someone else's OCR."""
    rate = _RATES[grade]
    return "\n".join(" ".join(misread(word, rate, chance) for word in line.split(" ")) for line in text.split("\n"))


def _page(page: Page, rate: float, chance: random.Random) -> Page:
    tilt = chance.gauss(0, 0.002)
    shift = (chance.gauss(0, 4), chance.gauss(0, 6))
    hidden = _stain(page, chance) if chance.random() < 4 * rate else None
    words: list[Word] = []
    run_on = ""
    for word in page.words:
        if chance.random() < rate / 4 or (hidden and _inside(word, hidden) and chance.random() < 0.6):
            continue
        rough = 6 * rate if hidden and _inside(word, hidden) else rate
        text = run_on + misread(word.text, min(rough, 0.5), chance)
        run_on = ""
        if not text:
            continue
        if chance.random() < rate / 3 and words:
            run_on = text
            continue
        x0, top, x1, bottom = word.box
        down = shift[1] + tilt * x0 + chance.gauss(0, 0.3)
        box = (x0 + shift[0], top + down, x1 + shift[0], bottom + down)
        sure = max(0.05, min(0.97, chance.gauss(0.95 - 2 * rough, 0.08)))
        words.append(replace(word, text=text, box=box, confidence=sure, bold=None, italic=None, font=None))
    words += [_speck(page, chance) for _ in range(int(chance.random() * 40 * rate))]
    if page.number == 1 and chance.random() < _STAMPED:
        words += _stamp(rate, chance)
    return replace(page, kind="ocr", words=words, tables=[])


def misread(word: str, rate: float, chance: random.Random) -> str:
    """The word with each letter misread at ``rate``: another tone, a look-alike, or lost."""
    out = []
    for letter in word:
        if chance.random() >= rate:
            out.append(letter)
            continue
        what = chance.random()
        parts = unicodedata.normalize("NFD", letter)
        if what < 0.5 and letter.isalpha() and parts[0].lower() in "aeiouy":
            shape = "".join(c for c in parts if c not in _TONES)
            out.append(unicodedata.normalize("NFC", shape + chance.choice(_TONES)))
        elif what < 0.9:
            out.append(chance.choice(_LIKE.get(letter, (letter.swapcase(),))))
    return "".join(out)


def _stain(page: Page, chance: random.Random) -> tuple[float, float, float, float]:
    """A seal's or stamp's box: mostly low on the right where the signature is, at times over the head."""
    width, height = page.width or 595.0, page.height or 842.0
    low = max((word.box[3] for word in page.words), default=height)
    x, y = (chance.uniform(0.45, 0.75) * width, low - chance.uniform(20, 110))
    if chance.random() < 0.3:
        x, y = chance.uniform(0.1, 0.7) * width, chance.uniform(0.03, 0.2) * height
    return (x - 45, y - 45, x + 45, y + 45)


def _inside(word: Word, box: tuple[float, float, float, float]) -> bool:
    return word.box[0] < box[2] and word.box[2] > box[0] and word.box[1] < box[3] and word.box[3] > box[1]


def _speck(page: Page, chance: random.Random) -> Word:
    """Dirt that OCR takes for a word."""
    x, y = chance.uniform(20, (page.width or 595) - 20), chance.uniform(20, (page.height or 842) - 20)
    return Word(
        chance.choice(_SPECKS),
        (x, y, x + chance.uniform(3, 14), y + 11),
        confidence=chance.uniform(0.05, 0.5),
        font=STAMP,
    )


def _stamp(rate: float, chance: random.Random) -> list[Word]:
    """An incoming stamp, signature box or mark of haste about the head, in a column of its own or over print."""
    x, y = chance.choice(_PLACES)
    x, y = x + chance.uniform(-15, 15), y + chance.uniform(0, 12)
    words = []
    for row in chance.choice(_STAMPS):
        text = row.format(
            a=chance.randint(1, 2999), d=f"{chance.randint(1, 30):02}", m=f"{chance.randint(1, 12):02}",
            y=chance.randint(2008, 2027), u=chance.choice(_OFFICES), p=chance.choice(("PCT", "KGVX", "VT", "Đ/c Hà")),
        )  # fmt: skip
        at = x
        for piece in text.split():
            piece = misread(piece, 2 * rate, chance)
            if piece:
                words.append(Word(piece, (at, y, at + 4.6 * len(piece), y + 10), confidence=0.7, font=STAMP))
                at += 4.6 * len(piece) + 3.4
        y += 12.5
    return words
