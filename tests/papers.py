"""A store of made-up papers that cite one another, for tests of the citation graph's doors."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from tests.store.factory import make
from vanban.record import Citation, Evidence, Field_, Pinpoint, Record
from vanban.store import Store

Place = TypeVar("Place", str, Path)

PROVINCE = "Ủy ban nhân dân tỉnh Suối Mơ"
COMMUNE = "Ủy ban nhân dân xã Đá Bạc"
OTHER = "Ủy ban nhân dân xã Bến Gỗ"

DECREE = Citation(
    text="Nghị định số 7/2023/NĐ-CP ngày 01 tháng 02 năm 2023 của Chính phủ",
    type="Nghị định",
    number="7/2023/NĐ-CP",
    date="2023-02-01",
    issuer="Chính phủ",
    title="trồng rừng",
    relation="basis",
)


def cited(record: Record, **values: object) -> Citation:
    """A full citation of a record."""
    given = {
        "text": f"{record.type.name if record.type else ''} số {record.number.canonical}",
        "type": record.type.name if record.type else None,
        "number": record.number.canonical,
        "date": record.issued.date,
        "issuer": record.issuer.name if record.issuer else None,
    }
    return Citation.model_validate({**given, **values})


def _paper(number: str, date: str, issuer: str, *citations: Citation) -> Record:
    """A paper whose one page holds a sentence for each of its citations, with their places."""
    page, places = "", {}
    for at, citation in enumerate(citations):
        page += f"Việc thứ {at + 1} theo "
        evidence = Evidence(page=1, start=len(page), end=len(page) + len(citation.text))
        places[f"citations.{at}"] = Field_(confidence=1.0, by="hand", evidence=[evidence])
        page += f"{citation.text}.\n\n"
    kind = number.split("/")[-1].split("-")[0]
    record = make(
        number, kind=kind, date=date, issuer=issuer, subject=f"việc {number}", citations=citations, pages=[page or "x"]
    )
    record.fields.update(places)
    return record


RULE = _paper("30/QĐ-UBND", "2024-01-10", PROVINCE, DECREE)
PLAN = _paper("41/KH-UBND", "2024-03-01", COMMUNE, cited(RULE, relation="basis"), DECREE)
REPORT = _paper("52/BC-UBND", "2024-07-01", COMMUNE, cited(PLAN, relation="basis"))
CHANGE = _paper(
    "99/QĐ-UBND",
    "2025-02-01",
    PROVINCE,
    cited(
        RULE,
        relation="amends",
        scope="part",
        pinpoint=Pinpoint(article="5", clause="2"),
        pinpoints=[Pinpoint(article="5", clause="2")],
    ),
    Citation(text="Quyết định số 8/QĐ-UBND", type="Quyết định", number="8/QĐ-UBND", date="2019-05-02", issuer=PROVINCE,
             relation="repeals", scope="whole"),
)  # fmt: skip
TWINS = (_paper("12/KH-UBND", "2024-05-14", COMMUNE), _paper("12/KH-UBND", "2024-06-20", OTHER))
VAGUE = _paper(
    "15/BC-UBND", "2024-08-01", PROVINCE, Citation(text="Kế hoạch số 12/KH-UBND", number="12/KH-UBND", type="Kế hoạch")
)
PAPERS = (RULE, PLAN, REPORT, CHANGE, *TWINS, VAGUE)


def fill(place: Place) -> Place:
    """Put all the papers into a store, which is made where there is none."""
    with Store(place) as store:
        for record in PAPERS:
            store.add(record)
    return place
