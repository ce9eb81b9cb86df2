"""A plain regular-expression extractor: what a competent afternoon gives, over the same page text as ours.

It knows the form of NĐ 30/2020 as a clerk knows it: where the number, the date, V/v, Kính gửi and Nơi nhận stand and
how they begin. It has no layout, no gazetteer but the list of document types, and writes out no abbreviation but UBND
and HĐND.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

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
    Source,
)

_NUMBER = re.compile(r"Số\s*:?\s*(\d{1,5}[a-z]?)?\s*[./…\s]*?/\s*((?:\d{4}/)?[A-ZĐ][\w,&.-]*(?:\s?-\s?[\w,&.]+)*)")
_DAY = r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
_DATED = re.compile(rf"([A-ZĐ][^\n,]{{2,40}}),\s*{_DAY}", re.IGNORECASE)
_SLASHED = re.compile(r"(?:trước|hạn|nhất)[^\n]{0,25}?ngày\s+(\d{1,2})/(\d{1,2})/(\d{4})", re.IGNORECASE)
_ABOUT = re.compile(r"\bV/v:?\s+(.+?)(?=\n\s*\n|\n.*(?:Kính gửi|ngày)|\Z)", re.DOTALL)
_ADDRESSED = re.compile(r"Kính gửi\s*:?(.+?)(?=\n\s*(?:Căn cứ|Thực hiện|Theo|Ngày|Để)|\n\s*\n)", re.DOTALL)
_DISTRIBUTED = re.compile(r"Nơi nhận\s*:?(.+)", re.DOTALL)
_ITEM = re.compile(r"^\s*[-–+]\s*(.+?)\s*[;.]*\s*$", re.MULTILINE)
_NAME = re.compile(r"^(?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]+\s){1,4}[A-ZĐÀ-Ỹ][a-zà-ỹđ]+$")
_HEADING = re.compile(r"^[^a-zà-ỹđ]{6,}$")
_POSITIONS = re.compile(
    r"^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|BÍ THƯ|HIỆU TRƯỞNG|CỤC TRƯỞNG|THỦ TƯỚNG)"
)
_CAPACITY = re.compile(r"^(TM|KT|TL|TUQ|Q)\.")
_TYPES = "|".join(sorted((re.escape(entry.name) for entry in types()), key=len, reverse=True))
_CITED = re.compile(
    rf"({_TYPES})\s+(?:số\s*)?:?\s*(\d+[\w/-]*/[\w/-]+)"
    rf"(?:[,\s]+(?:{_DAY}|ngày\s+(\d{{1,2}})/(\d{{1,2}})/(\d{{4}})))?(?:\s+của\s+([A-ZĐ][^\n,;.]{{3,60}}))?",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"^\s*(?:\d+[.)]|[a-zđ][.)]|[-+])?\s*(?:Giao|Yêu cầu|Đề nghị)?\s*"
    r"((?:UBND|Ủy ban nhân dân|Sở|Phòng|Ban|Văn phòng|Công an|Các)\s[^\n:;.]{2,60}?)"
    r"\s*(?::|(?=chủ trì|phối hợp|tham mưu|rà soát|xây dựng|tổ chức|báo cáo|thực hiện|chịu trách nhiệm))([^\n]+)",
    re.MULTILINE,
)
_WITH = re.compile(r"phối hợp với\s+([A-ZĐ][^\n,;.]{3,50})")
_WRITTEN_OUT: Final = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}


def extract_regular(document: Document, pages: Sequence[str]) -> Record:
    """The record that patterns find in the text of the pages."""
    text = "\n".join(pages)
    head = text[:2_500]
    kind = _kind(head)
    return Record(
        id=document.id,
        source=Source(
            name=document.name,
            media_type=document.media_type,
            bytes=document.bytes,
            pages=document.page_count,
            text=document.text_kind,
        ),
        genre="administrative" if _NUMBER.search(head) else "other",
        type=kind,
        number=_number(head),
        issued=_issued(head),
        issuer=_issuer(head),
        subject=_subject(head, kind),
        recipients=_recipients(text),
        assignments=list(_assignments(text)),
        citations=list(_citations(text)),
        signer=_signer(text),
    )


def _kind(head: str) -> DocumentType | None:
    lines = [line.strip() for line in head.splitlines()]
    for line in lines:
        for entry in types():
            if line == entry.name.upper():
                return entry.type
    return DocumentType(code="CV", name="Công văn") if "V/v" in head or "Kính gửi" in head else None


def _number(head: str) -> Number:
    found = _NUMBER.search(head)
    if found is None:
        return Number()
    serial, symbol = found.group(1), re.sub(r"\s", "", found.group(2))
    if serial is None:
        return Number(text=found.group(), symbol=symbol, status="blank")
    return Number(text=found.group(), serial=serial, symbol=symbol, canonical=f"{serial}/{symbol}", status="complete")


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
    return Issued(text=found.group(), place=found.group(1).strip(), date=day, status="complete" if day else "blank")


def _agency(text: str) -> str:
    for short, long in _WRITTEN_OUT.items():
        text = re.sub(rf"\b{short}\b", long, text)
    return re.sub(r"\s+", " ", text).strip(" .,;:")


def _issuer(head: str) -> Issuer | None:
    lines = []
    for line in head.splitlines():
        line = re.split(r"\s{3,}|CỘNG H[OÒ][AÀ]", line.strip())[0].strip()
        if re.match(r"Số\s*:?|Độc lập", line):
            break
        if line and _HEADING.match(line):
            lines.append(line)
    if not lines:
        return None
    name = " ".join(lines[-2:]) if lines[-1].startswith(("TỈNH", "HUYỆN", "XÃ", "THÀNH PHỐ")) else lines[-1]
    return Issuer(text=name, name=_agency(name).capitalize())


def _subject(head: str, kind: DocumentType | None) -> str | None:
    about = _ABOUT.search(head)
    if about:
        return " ".join(about.group(1).split())
    if kind is None:
        return None
    titled = re.search(
        rf"^\s*{re.escape(kind.name.upper())}\s*\n+((?:(?!\s*(?:Căn cứ|Thực hiện|-+\s*$)).+\n)+)", head, re.M
    )
    return " ".join(titled.group(1).split()) if titled else None


def _recipients(text: str) -> Recipients:
    to, copies, archive = [], [], []
    addressed = _ADDRESSED.search(text)
    if addressed:
        items = _ITEM.findall(addressed.group(1)) or [" ".join(addressed.group(1).split())]
        to = [Recipient(text=item, agencies=[_agency(item)]) for item in items if item]
    distributed = _DISTRIBUTED.search(text)
    for item in _ITEM.findall(distributed.group(1)[:1_500]) if distributed else ():
        name = _agency(re.sub(r"\([^)]*\)", "", item))
        if item.startswith("Lưu"):
            parts = re.split(r"[,;]", name.removeprefix("Lưu").strip(" :"))
            archive = [Recipient(text=item, agencies=[part.strip() for part in parts if part.strip()])]
        elif item.lower().startswith("như"):
            copies.append(Recipient(text=item))
        else:
            copies.append(Recipient(text=item, agencies=[name]))
    return Recipients(to=to, copy_=copies, archive=archive)


def _signer(text: str) -> Signer | None:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    titles = [at for at, line in enumerate(lines) if _POSITIONS.match(line) and _HEADING.match(line)]
    if not titles:
        return None
    at = titles[-1]
    name = next((line for line in lines[at + 1 : at + 8] if _NAME.match(line)), None)
    capacities = [found.group(1) for line in lines[max(0, at - 3) : at + 1] if (found := _CAPACITY.match(line))]
    capacity = capacities[-1] if capacities else None
    return Signer(name=name, position=lines[at].capitalize(), capacity=capacity)  # type: ignore[arg-type]


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


def _assignments(text: str) -> Iterator[Assignment]:
    for found in _TASK.finditer(text):
        helped, due = _WITH.search(found.group(2)), _SLASHED.search(found.group())
        day = _iso(*due.groups()) if due else None
        yield Assignment(
            text=found.group().strip(),
            assignees=[_agency(found.group(1))],
            coordinators=[_agency(helped.group(1))] if helped else [],
            deadlines=[day] if day else [],
        )
