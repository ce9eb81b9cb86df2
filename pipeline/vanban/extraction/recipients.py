"""Kính gửi, Nơi nhận and Lưu: who gets the document (NĐ 30/2020 PL I.II.5.b, I.II.9; HD 36-HD/VPTW)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from vanban.extraction.archives import archive_units
from vanban.extraction.found import Found
from vanban.language.agencies import AgencyContext, begins_name, names
from vanban.language.agency_doubt import certainty
from vanban.language.likely import mended
from vanban.language.misreads import purpose_put_right, put_right
from vanban.language.spacing import mend
from vanban.language.text import plain, squeeze
from vanban.layout.model import Layout, Line, Zone
from vanban.record import Evidence, Recipient, Recipients

_MARKER = re.compile(r"[\s:,.;\"'“⁄\\|]*[-–—+•*·●▪‑~¬_]+(?:\s*[-–_~]+)*\s*(?=\S)")
_INLINE = re.compile(r"(?<=[;.:,)])\s*[-–—~]\s*(?=[^\W\d_])|(?<=[;.,])\s+(?=[Ll]\s?ư\s?u\b)")
_SIGNING = re.compile(r"\W*(?:TM|KT|TL|TUQ|T/M|K/T)\s*[./]\s*\S")
_TITLE = re.compile(
    r"[\W_]{0,4}(?:n\s?[o0a]\s?i\s{0,2}n\s?h\s?a\s?\w{1,2}|dong gui(?=:)"
    r"|(?:dong\s+)?k\s?i\s?n\s?h\s{0,2}(?:g\s?[u]\s?i|t\s?r\s?i\s?n\s?h))\s?\W{0,3}(?=[:;.\s]|$)\s*[:;.]?"
)
_WIRE = re.compile(
    r"[^:;]{4,200}?(?<!thủy)(?<!thuỷ)(?<!nhiệt)(?<!bưu)(?<!lưới)(?<!cơ)(?<!phát)(?<!ngành)(?<!truyền tải)"
    r" điện(?: gửi)?\s*:\s*",
    re.IGNORECASE,
)
"""Who sends a công điện; a power plant (``công ty thủy điện:``) is none."""
_TAG = re.compile(r"</?[a-z]{1,6}\s*/?>")
_KEEP = re.compile(r"[\W_]{0,6}l\s?u\s?u\b\s*[:;.]?\s*")
_FILES = re.compile(r"\W{0,3}Lưu(?:\s*:|\s+(?:V|HS|TH)|\s+\S+\s+(?:[Uu][ỷỶ]|[ỦủUuỤ][ỷyỶỳY]|[Đđ]ảng))")
"""The opening of Lưu where no mark ended the item before it."""
_TORN = re.compile(r"\W{0,2}-\s(?:xã hội|kỹ thuật|công nghệ|nghiệp vụ)(?!\w)")
"""A line that goes on with the second half of a name: ``chính trị`` / ``- xã hội``."""
_FILED = re.compile(r"^V[I1l7Y](?!\w)")
"""Văn thư as OCR misreads it: it stands first in nearly every Lưu."""
_SAME = re.compile(
    r"\W{0,3}nhu\s*(?:(tr?en|kinh gui|kinh gui o tren|noi gui)|(dieu|khoan|muc|diem|phan|thanh phan)\b\s*(.*))"
)
_PURPOSE = re.compile(
    r"(?:^|[\s;,])\(\s*((?:de|thay|b|p|t|k|x|d|c|h)\s?/\s?[\w/€¢©]+"
    r"|(?:de|thay|bao|b/?cao|bc|phoi|thuc|theo|chi|biet|dang|kiem|qua|xem|cong bo|trien|niem|giam|gui)\b[^()]*)\)?\s*$"
    r"|\s[\"“]?(de\s+(?:b/?c|bao cao|biet|phoi hop|p/?h|thuc hien|t/?h|chi dao|theo doi|dang)[^,;()\"”]*)[\"”]?$"
)
"""Why a copy is sent, over :func:`plain`."""
_CALLED = re.compile(r"\s*\(?\s*sau đây (?:gọi|viết)[^)]*\)?", re.IGNORECASE)
_ARTICLE = re.compile(r"^Đi[êeềéè]u(?!\w)")
_LISTED, _NOTHING, _UNSURE = 0.98, 0.9, 0.8
"""How sure a list is that was read whole, a list that is not there, and a word that OCR gives no figure for."""
_LEAST: Final = 4
"""Letters of an item beside the list's title, and points from a dash to its words."""
_PLACES = ("thành phố", "thị xã", "huyện", "quận", "tỉnh", "phường", "thị trấn", "đặc khu")
_BODIES = ("Bộ Chỉ huy", "Ban Chỉ huy", "Bộ")
_ENDS = " \t\n.;,:|_*"


@dataclass(slots=True)
class RecipientsFound:
    """The three lists, each with its confidence and evidence."""

    to: Found[list[Recipient]]
    copy: Found[list[Recipient]]
    archive: Found[list[Recipient]]

    @property
    def value(self) -> Recipients:
        """The lists as the record holds them."""
        return Recipients(to=self.to.value, copy_=self.copy.value, archive=self.archive.value)


@dataclass(slots=True)
class _Entry:
    """The text of one item, the spans (page, start, end) that it stands in, and how sure OCR was of its words."""

    text: str
    spans: list[tuple[int, int, int]]
    read: list[float]

    @property
    def scanned(self) -> bool:
        """Whether OCR read it."""
        return bool(self.read)


def find_recipients(layout: Layout, context: AgencyContext | None = None) -> RecipientsFound:
    """Addressees, copies and archive of the document itself; lists of documents behind it do not count."""
    context = context or _context(layout)
    to = [(entry, _recipient(entry.text, context, entry.scanned)) for entry in _addressees(layout)]
    copies: list[tuple[_Entry, Recipient]] = []
    kept: list[tuple[_Entry, Recipient]] = []
    for entry in _entries(layout, Zone.DISTRIBUTION):
        text = mend(_TAG.sub("", entry.text))
        match = _KEEP.match(plain(text))
        if match:
            units = text[match.end() :]
            units = _FILED.sub("VT", units, count=1) if entry.scanned else units
            kept.append((entry, Recipient(text=_clean(entry.text), agencies=archive_units(units, context))))
        elif not kept or _MARKER.match(entry.text):
            copies.append((entry, _recipient(entry.text, context, entry.scanned)))
    return RecipientsFound(_found(layout, to, "to"), _found(layout, copies, "copy"), _found(layout, kept, "archive"))


def _addressees(layout: Layout) -> list[_Entry]:
    """The items of Kính gửi; the line that says who sends a công điện (``CHỦ TỊCH … điện:``) is none."""
    entries = _entries(layout, Zone.ADDRESSEES)
    sender = _WIRE.match(squeeze(entries[0].text)) if entries and not _MARKER.match(entries[0].text) else None
    if sender:
        entries[0].text = squeeze(entries[0].text)[sender.end() :]
    return [entry for entry in entries if entry.text]


def _context(layout: Layout) -> AgencyContext:
    """The kind of the issuer's area and what body it is, from its head."""
    head = plain(squeeze(" ".join(line.text for line in layout.zone(Zone.ISSUER)[:6])))
    place = next((kind for kind in _PLACES if plain(kind) in head), None)
    body = next((body for body in _BODIES if re.search(rf"(?:^|\W){plain(body)}(?!\w)", head)), None)
    if any("dang cong san" in plain(line.text) for line in layout.zone(Zone.MOTTO)):
        body = "Đảng"
    return AgencyContext(place=place, body=body)


def _entries(layout: Layout, zone: Zone) -> list[_Entry]:
    """Lines of a zone to items: an item begins at a marker, or behind a line that ended one."""
    lines = layout.zone(zone)
    entries: list[_Entry] = []
    ended = True
    marked = sum(1 for line in lines if _MARKER.match(line.text)) > len(lines) / 3
    bare = _without_marker(lines)
    for line in lines:
        at = 0
        title = _TITLE.match(plain(line.text))
        if title:
            at, ended = title.end(), True
        cuts = [at, *(m.start() + (m.group()[0] == ";") for m in _INLINE.finditer(line.text, at)), len(line.text)]
        for low, high in pairwise(cuts):
            piece = line.text[low:high]
            if not any(c.isalnum() for c in piece) or _is_signature(piece):
                continue
            span = (line.page, line.start + low, line.start + high)
            read = [word.confidence for word in line.words if word.confidence is not None]
            if not read and layout.kinds[line.page - 1 : line.page] == ["ocr"]:
                read = [_UNSURE]
            if title and low == at and read and len(piece.strip(_ENDS)) < _LEAST:
                continue
            purpose = piece.strip().startswith("(") and entries
            opens = low == at == 0 and (id(line) in bare or (bool(read) and _FILES.match(piece)))
            torn = bool(read) and bool(entries) and not ended and low == at == 0 and _TORN.match(piece)
            if torn or purpose or (not ended and not opens and not _MARKER.match(piece) and entries and low == at):
                entries[-1].text += " " + piece.strip()
                entries[-1].spans.append(span)
                entries[-1].read += read
            elif _MARKER.match(piece) or low > at or title or not marked or opens or _is_item(piece):
                entries.append(_Entry(piece.strip(), [span], read))
            else:
                continue
            text = entries[-1].text
            ended = text.endswith((";", ".", "):")) and text.count("(") <= text.count(")")
    return entries


def _without_marker(lines: list[Line]) -> set[int]:
    """Lines (by :func:`id`) of a scanned list that are items whose dash OCR lost.

    They begin below the words of the items that have one, and not below the dashes, where lines go on; a list whose
    lines go on below the words, as those show that stand behind no end of an item, tells nothing.
    """
    boxed = [line for line in lines if line.box and line.words and line.words[0].confidence is not None]
    marked = [line for line in boxed if _MARKER.match(line.text)]
    dashes = [line.words[0].box[0] for line in marked if not any(c.isalnum() for c in line.words[0].text)]
    words = [line.words[1].box[0] for line in marked if len(line.words) > 1 and line.words[0].box[0] in dashes]
    if not words or median(words) - median(dashes) < _LEAST:
        return set()
    middle = (median(words) + median(dashes)) / 2
    rest = [line for line in boxed if line not in marked and middle < line.words[0].box[0] < 2 * median(words) - middle]
    ends = (
        ";" if sum(line.text.endswith(";") for line in boxed) >= sum(line.text.endswith(",") for line in boxed) else ","
    )
    before = {id(line): above.text for above, line in pairwise(lines)}
    behind = [line for line in rest if before.get(id(line), "").endswith((ends, ".", ")", ":"))]
    if 2 * len(behind) < len(rest) or any(line.text[:1].islower() or line.text[:1] == "(" for line in rest):
        return set()
    return {id(line) for line in rest}


def _is_item(piece: str) -> bool:
    """Whether a line without a marker in a list that has them is an item all the same, and no initials below it."""
    return bool(_KEEP.match(plain(piece)) or begins_name(put_right(piece)))


def _is_signature(piece: str) -> bool:
    """A line of the signature block that stands beside the list (``TM. ỦY BAN NHÂN DÂN``)."""
    bare = piece.strip(_ENDS)
    if _MARKER.match(piece):
        return False
    return bool(_SIGNING.match(bare)) or (bare.isupper() and " " in bare and len(bare) > 8 and not bare.isascii())


def _clean(text: str) -> str:
    """An item as written, without its marker and closing mark."""
    return squeeze(_MARKER.sub("", text, count=1)).strip(_ENDS) if _MARKER.match(text) else squeeze(text).strip(_ENDS)


def _recipient(text: str, context: AgencyContext, scanned: bool) -> Recipient:
    """One item: as written, whom it names, why they get it."""
    written = _clean(text)
    body = _CALLED.sub("", mend(_TAG.sub("", written)))
    body = put_right(mended(body)) if scanned else body
    purpose: str | None = None
    match = _PURPOSE.search(plain(body))
    if match:
        low, high = match.span(1 if match[1] else 2)
        purpose, body = body[low:high].strip(), body[: match.start()].strip(_ENDS)
        purpose = purpose_put_right(purpose) if scanned else purpose
    same = _SAME.match(plain(body))
    if same:
        rest = squeeze(body[same.start(2) :]).strip(_ENDS)
        same_as = "to" if same[1] else _ARTICLE.sub("Điều", rest)
        return Recipient(text=written, same_as=same_as, purpose=purpose)
    return Recipient(text=written, agencies=names(body, context), purpose=purpose)


def _found(layout: Layout, items: list[tuple[_Entry, Recipient]], name: str) -> Found[list[Recipient]]:
    """The list with the evidence of its lines."""
    evidence: list[Evidence] = []
    for entry, _ in items:
        for page, start, end in entry.spans:
            if evidence and evidence[-1].page == page and 0 <= start - evidence[-1].end <= 8:
                start = evidence.pop().start
            evidence.append(layout.evidence(page, start, end))
    items_named = [item for _, item in items if item.agencies or item.same_as]
    read = [value for entry, _ in items for value in entry.read]
    share = len(items_named) / len(items) if items else 1.0
    doubts = [certainty(item.text, item.agencies) for item in items_named] if name != "archive" else []
    listed = min([_LISTED, *doubts])
    sure = (_NOTHING if not items else listed) * share * (sum(read) / len(read) if read else 1.0)
    return Found(items_named, round(min(sure, 1.0), 3), f"recipients.{name}", evidence)
