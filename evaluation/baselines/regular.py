"""A plain regular-expression extractor: what a competent afternoon gives, over the same page text as ours.

It knows the form of NĐ 30/2020 as a clerk knows it: where the number, the date, V/v, Kính gửi and Nơi nhận stand and
how they begin, and that a heading with an agency passes it to the items below. It has no layout, no gazetteer but the
list of document types, and writes out a handful of abbreviations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from evaluation.baselines.blank import blank_record
from vanban.language.doctypes import types
from vanban.reading.document import Document
from vanban.record import (
    Assignment,
    Citation,
    DocumentType,
    Issued,
    Issuer,
    Number,
    Recipient,
    Recipients,
    Record,
    Signer,
)

_GAP = re.compile(r"\s{3,}|\t+|\|")
_NUMBER = re.compile(r"Số\s*:?\s*(\d{1,5}[a-z]?)?[\s./…]*?/\s*((?:\d{4}/)?[A-ZĐ][\w,&.-]*(?:\s?-\s?[\w,&.]+)*)")
_PARTY_NUMBER = re.compile(r"Số\s*:?\s*(\d{1,5})\s*-\s*([A-ZĐ]{2,4}/[A-ZĐ]{1,6})\b")
_DAY = r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
_DATED = re.compile(rf"(?:^|\s{{2,}}|[\t|])\s*([^\W\d][^\n\t,:|]{{2,40}}?),\s*{_DAY}", re.IGNORECASE | re.MULTILINE)
_DUE = re.compile(
    rf"(?:trước|hạn|nhất|xong|chậm)[^\n]{{0,25}}?(?:ngày\s+(\d{{1,2}})[/.](\d{{1,2}})[/.](\d{{4}})|{_DAY})",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\bV/v:?\s+(.+?)(?=\n\s*\n|\n.*(?:Kính gửi|ngày)|\Z)", re.DOTALL)
_BODY = re.compile(r"^\s*(?:Căn cứ|Thực hiện|Theo|Xét|Ngày|Để|Phần|I\.|1\.|-{3}|_{3}|\*{3})|:\s*$")
_ADDRESSED = re.compile(r"Kính gửi\s*:?(.+?)(?=\n\s*(?:Căn cứ|Thực hiện|Theo|Ngày|Để|Triển khai)|\n\s*\n)", re.DOTALL)
_ITEM = re.compile(r"^\s*[-–+]\s*(.+?)\s*[;.]*\s*$", re.MULTILINE)
_POSITION = re.compile(
    r"^(?:Q\. ?)?(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG (?:PHÒNG|BAN)|CHÁNH|BÍ THƯ|"
    r"HIỆU TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|CHI CỤC|THỦ TƯỚNG|VIỆN TRƯỞNG)"
)
_CAPACITY = re.compile(r"^(TM|KT|TL|TUQ|Q)\.|^(T/M|K/T|T/L)")
_TYPES = "|".join(sorted((re.escape(entry.name) for entry in types()), key=len, reverse=True))
_CITED = re.compile(
    rf"({_TYPES})\s+(?:số\s*)?:?\s*(\d+[\w/-]*/[\w/-]+)"
    rf"(?:[,\s]+(?:{_DAY}|ngày\s+(\d{{1,2}})[/.](\d{{1,2}})[/.](\d{{4}})))?"
    r"(?:\s+của\s+([^\n,;.]{3,60}?)(?=\s+(?:về|quy định|ban hành|phê duyệt|hướng dẫn)\b|[\n,;.]|$))?",
    re.IGNORECASE,
)
_MARKER = re.compile(r"^\s*(?:Điều \d+[.:]|\d+(?:\.\d+)*[.)]|[a-zđ][.)]|[-–+*])\s*")
_CHARGE = re.compile(r"^(?:Giao|Yêu cầu|Đề nghị|Phân công)\s+(?:cho\s+)?")
_UNIT = re.compile(
    r"^(?:Các|Ủy ban|UBND|HĐND|Sở|Phòng|Ban|Văn phòng|Công an|Trường|Trung tâm|Chi cục|Cục|Bộ|Chánh|Giám đốc|"
    r"Thanh tra)\b"
)
_VERB = re.compile(
    r",?\s+(?=(?:chủ trì|phối hợp|tham mưu|rà soát|xây dựng|tổ chức|báo cáo|thực hiện|chịu trách nhiệm|căn cứ|theo|"
    r"có trách nhiệm|hướng dẫn|kiểm tra|lập|gửi|chuẩn bị|tăng cường|triển khai|tiếp tục|đẩy mạnh|bố trí|đề xuất|"
    r"được)\b)"
)
_WITH = re.compile(r"phối hợp (?:chặt chẽ )?với\s+([^\n;.]{3,80}?)(?=\s+(?:tổ chức|rà soát|xây dựng|thực hiện)|[\n;.])")
_WRITTEN_OUT: Final = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "PCT": "Phó Chủ tịch",
    "CT": "Chủ tịch",
    "VP": "Văn phòng",
}
_PLACES: Final = ("TỈNH", "HUYỆN", "XÃ", "THÀNH PHỐ", "THỊ XÃ", "PHƯỜNG", "QUẬN", "THỊ TRẤN")


def extract_regular(document: Document, pages: Sequence[str]) -> Record:
    """The record that patterns find in the text of the pages."""
    text = "\n".join(pages)
    body, _, foot = text.partition("Nơi nhận")
    head = text[:2_500]
    kind = _kind(head)
    number = _number(head)
    record = blank_record(document)
    record.genre = "party" if "ĐẢNG CỘNG SẢN" in head else "administrative" if number.symbol else "other"
    record.type = kind
    record.number = number
    record.issued = _issued(head)
    record.issuer = _issuer(head)
    record.subject = _subject(head, kind)
    record.recipients = _recipients(body, foot)
    record.assignments = list(_assignments(body))
    record.citations = list(_citations(text))
    record.signer = _signer(text)
    return record


def _kind(head: str) -> DocumentType | None:
    names = {entry.name.upper(): entry.type for entry in types()}
    for line in head.splitlines():
        if found := names.get(line.strip(" *|#")):
            return found
    return DocumentType(code="CV", name="Công văn") if "V/v" in head or "Kính gửi" in head else None


def _number(head: str) -> Number:
    if party := _PARTY_NUMBER.search(head):
        serial, symbol = party.groups()
        return Number(serial=serial, symbol=symbol, canonical=f"{serial}-{symbol}", status="complete")
    found = _NUMBER.search(head)
    if found is None:
        return Number()
    serial, symbol = found.group(1), re.sub(r"\s", "", found.group(2))
    if serial is None:
        return Number(symbol=symbol, status="blank")
    return Number(serial=serial, symbol=symbol, canonical=f"{serial}/{symbol}", status="complete")


def _iso(day: str, month: str, year: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _issued(head: str) -> Issued:
    found = _DATED.search(head)
    if found is None:
        return Issued()
    day = _iso(*found.groups()[1:])
    return Issued(place=found.group(1).strip(), date=day, status="complete" if day else "blank")


def _agency(text: str) -> str:
    for short, long in _WRITTEN_OUT.items():
        text = re.sub(rf"\b{short}\b", long, text)
    return re.sub(r"\s+", " ", text).strip(" .,;:-")


def _issuer(head: str) -> Issuer | None:
    lines: list[str] = []
    for line in head.splitlines():
        left = re.split(r"CỘNG H[OÒ][AÀ]|ĐẢNG CỘNG SẢN", _GAP.split(line.strip(" |"))[0])[0].strip(" -*#_")
        if re.match(r"Số\s*:?", left) or (lines and left.startswith("Độc lập")):
            break
        if left.isupper():
            lines.append(left)
    if not lines:
        return None
    name = " ".join(lines[-2:]) if len(lines) > 1 and lines[-1].startswith(_PLACES) else lines[-1]
    return Issuer(text=name, name=_agency(name).capitalize())


def _subject(head: str, kind: DocumentType | None) -> str | None:
    about = _ABOUT.search(head)
    if about:
        return " ".join(about.group(1).split())
    lines = [line.strip(" *|#") for line in head.splitlines()]
    title = kind.name.upper() if kind else None
    if title not in lines:
        return None
    below = [line for line in lines[lines.index(title) + 1 :] if line]
    subject: list[str] = []
    for line in below[:5]:
        if _BODY.search(line) or line.isupper():
            break
        subject.append(line)
    return " ".join(subject) or None


def _recipients(body: str, foot: str) -> Recipients:
    to, copies, archive = [], [], []
    addressed = _ADDRESSED.search(body)
    if addressed:
        items = _ITEM.findall(addressed.group(1)) or [" ".join(addressed.group(1).split())]
        to = [Recipient(text=item, agencies=_parts(item)) for item in items if item]
    for item in _ITEM.findall("\n".join(_GAP.split(line)[0] for line in foot[:1_500].splitlines())):
        if item.startswith("Lưu"):
            names = _parts(re.sub(r"\([^)]*\)", "", item.removeprefix("Lưu")).replace("VT", "Văn thư"))
            archive = [Recipient(text=item, agencies=names)]
        elif item.lower().startswith("như"):
            copies.append(Recipient(text=item))
        else:
            copies.append(Recipient(text=item, agencies=_parts(re.sub(r"\([^)]*\)?", "", item))))
    return Recipients(to=to, copy_=copies, archive=archive)


def _parts(text: str) -> list[str]:
    return [name for part in re.split(r"[;,](?!\s*(?:[a-zà-ỹ]|Thể thao|TT))", text) if (name := _agency(part))]


def _signer(text: str) -> Signer | None:
    lines = [part.strip(" *") for line in text.splitlines() for part in _GAP.split(line.strip(" |")) if part]
    titles = [at for at, line in enumerate(lines) if line.isupper() and _POSITION.match(line)]
    if not titles:
        return None
    at = titles[-1]
    name = next((line for line in lines[at + 1 : at + 8] if line.istitle() and 2 <= len(line.split()) <= 5), None)
    found = [
        one.group().strip(".").replace("/", "")
        for line in lines[max(0, at - 3) : at + 1]
        if (one := _CAPACITY.match(line))
    ]
    return Signer(name=name, position=lines[at].capitalize(), capacity=found[-1] if found else None)  # type: ignore[arg-type]


def _citations(text: str) -> Iterator[Citation]:
    for found in _CITED.finditer(text):
        kind, number, *days, issuer = found.groups()
        given = [part for part in days if part]
        before = text[max(0, found.start() - 20) : found.start()]
        yield Citation(
            text=found.group(),
            type=kind.capitalize(),
            number=number,
            date=_iso(*given) if len(given) == 3 else None,
            issuer=_agency(issuer) if issuer else None,
            relation="basis" if re.search(r"Căn cứ|Thực hiện|Theo|Xét", before) else "refers",
        )


def _assignments(body: str) -> Iterator[Assignment]:
    unit: str | None = None
    for line in body.splitlines():
        marker = _MARKER.match(line)
        words = line[marker.end() :].strip() if marker else line.strip()
        charge = _CHARGE.match(words)
        named = words[charge.end() :] if charge else words
        if _UNIT.match(named) and named.endswith(":") and len(named) < 120:
            unit = _agency(named)
        elif _UNIT.match(named) and (verb := _VERB.search(named)):
            yield _assignment(words, named[: verb.start()])
        elif unit and marker and len(words) > 20:
            yield _assignment(words, unit)
        elif not marker:
            unit = None


def _assignment(text: str, unit: str) -> Assignment:
    helped, due = _WITH.search(text), _DUE.search(text)
    day = _iso(*(part for part in due.groups() if part)) if due else None
    return Assignment(
        text=text,
        assignees=[name for part in re.split(r"[;,]| và (?=[A-ZĐ])", unit) if (name := _agency(part))],
        coordinators=_parts(helped.group(1)) if helped else [],
        deadlines=[day] if day else [],
    )
