"""Which document a citation means, by number, place and day: as a table of cases."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import select

from tests.store.factory import make
from vanban.errors import RecordUnknown
from vanban.record import Citation, Record, Statement
from vanban.store import Store
from vanban.store.graph.seats import around, seat, units
from vanban.store.schema import citations, claims, works

COMMUNE = "xã Đá Bạc, huyện Suối Mơ, tỉnh Bình Nguyên"
PROVINCE = make("12/KH-UBND", date="2024-05-14", issuer="Ủy ban nhân dân tỉnh Bình Nguyên", area="tỉnh Bình Nguyên")
OTHER = make("12/KH-UBND", date="2024-03-01", issuer="Ủy ban nhân dân tỉnh Cao Sơn", area="tỉnh Cao Sơn")
LETTER = make("88/UBND-VX", kind="CV", date="2016-10-07", issuer="Ủy ban nhân dân huyện Suối Mơ")


def said(number: str | None = None, **told: str | None) -> Citation:
    return Citation.model_validate({"text": "x", "number": number, "relation": "basis", **told})


def commune(*cited: Citation, date: str | None = "2024-12-01", content: bytes = b"citing") -> Record:
    return make(
        "5/BC-UBND",
        content=content,
        kind="BC",
        date=date,
        issuer="Ủy ban nhân dân xã Đá Bạc",
        area=COMMUNE,
        citations=cited,
    )


def outcomes(store: Store, record: Record) -> list[tuple[str | None, str | None]]:
    """Outcome and address of the work of each citation of a record."""
    asked = (
        select(claims.c.outcome, works.c.address)
        .select_from(citations.outerjoin(claims, claims.c.key == citations.c.claim))
        .outerjoin(works, works.c.key == claims.c.work)
        .order_by(citations.c.item)
    )
    with store._database.read() as connection:
        return [tuple(row) for row in connection.execute(asked)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("held", "citation", "outcome", "address"),
    [
        # one of this number and place
        ([PROVINCE, OTHER], said("12/KH-UBND", issuer="Ủy ban nhân dân tỉnh"), "resolved", "12-kh-ubnd_2024-05-14"),
        ([PROVINCE, OTHER], said("12/KH-UBND", issuer="Chủ tịch Ủy ban nhân dân tỉnh Cao Sơn"), "resolved",
         "12-kh-ubnd_2024-03-01"),
        # no issuer: the one nearby, as likely
        ([PROVINCE, OTHER], said("12/KH-UBND"), "likely", "12-kh-ubnd_2024-05-14"),
        ([PROVINCE, OTHER], said("12/KH-UBND", date="2024-05-14"), "resolved", "12-kh-ubnd_2024-05-14"),
        # none nearby: the only one there is, as likely
        ([OTHER], said("12/KH-UBND"), "likely", "12-kh-ubnd_2024-03-01"),
        ([OTHER], said("12/KH-UBND", date="2024-05-14"), "resolved", "12-kh-ubnd_2024-05-14"),
        # absent: a document of its own
        ([OTHER], said("12/KH-UBND", issuer="Ủy ban nhân dân tỉnh"), "resolved", "12-kh-ubnd"),
        ([PROVINCE], said("12/KH-UBND", issuer="Ủy ban nhân dân tỉnh", date="2023-05-14"), "resolved",
         "12-kh-ubnd_2023-05-14"),
        # a bare serial or a type, with the day
        ([LETTER], said("88", type="Công văn", date="2016-10-07", issuer="Ủy ban nhân dân huyện"), "resolved",
         "88-ubnd-vx_2016-10-07"),
        ([LETTER], said("88", type="Công văn", date="2016-10-07"), "likely", "88-ubnd-vx_2016-10-07"),
        ([LETTER], said(None, type="Công văn", date="2016-10-07", issuer="Ủy ban nhân dân huyện"), "likely",
         "88-ubnd-vx_2016-10-07"),
        ([LETTER], said("88", type="Công văn", date="2016-10-08", issuer="Ủy ban nhân dân huyện"), "resolved",
         "88_2016-10-08"),
        # laws by name
        ([], said(None, type="Luật", title="Đất đai", date="2013"), "resolved", "45-2013-qh13_2013-11-29"),
        ([], said(None, type="Luật", title="Đất đai"), "likely", "31-2024-qh15_2024-01-18"),
        ([], said(None, type="Luật", title="Rừng núi", date="2013"), "resolved", "luat-rung-nui_2013"),
    ],
)  # fmt: skip
def test_meaning(store: Store, held: Sequence[Record], citation: Citation, outcome: str, address: str) -> None:
    for record in held:
        store.add(record)
    citing = commune(citation)
    store.add(citing)
    assert outcomes(store, citing) == [(outcome, address)]


def test_several_alike_stay_apart_with_what_is_lacking(store: Store) -> None:
    for date in ("2022-01-05", "2023-01-06"):
        store.add(make("1/KH-UBND", date=date, issuer="Ủy ban nhân dân tỉnh Bình Nguyên"))
    store.add(commune(said("1/KH-UBND", issuer="Ủy ban nhân dân tỉnh")))
    (doubt,) = store.graph.doubtful("5/BC-UBND")
    assert [work.date for work in doubt.candidates] == ["2022-01-05", "2023-01-06"]
    assert doubt.reasons == ["no_date"]
    assert store.graph.cites("5/BC-UBND").links == []


def test_an_absent_document_gathers_what_citations_say(store: Store) -> None:
    short = said("30/2020/NĐ-CP", type="Nghị định")
    full = said("30/2020/NĐ-CP", type="Nghị định", date="2020-03-05", issuer="Chính phủ", title="về công tác văn thư")
    store.add(commune(short, content=b"1"))
    before = store.graph.work("30/2020/NĐ-CP")
    assert (before.address, before.present) == ("30-2020-nd-cp", False)
    store.add(commune(full, content=b"2"))
    known = store.graph.work("30/2020/NĐ-CP")
    assert (known.address, known.date, known.issuer, known.title) == (
        "30-2020-nd-cp_2020-03-05", "2020-03-05", "Chính phủ", "về công tác văn thư",
    )  # fmt: skip
    assert store.graph.work(before.address) == known
    assert [(item.work.address, item.weight) for item in store.graph.missing()] == [(known.address, 2)]
    store.add(make("30/2020/NĐ-CP", date="2020-03-05", issuer="Chính phủ", subject="Về công tác văn thư"))
    here = store.graph.work(before.address)
    assert (here.present, here.address, here.key) == (True, known.address, known.key)
    assert len(store.graph.cited_by(here.address).links) == 2
    assert store.graph.missing() == []


def test_a_weak_saying_moves_when_the_number_is_known_and_its_address_follows(store: Store) -> None:
    store.add(commune(said("88", type="Công văn", date="2016-10-07", issuer="Ủy ban nhân dân huyện")))
    weak = store.graph.work("88_2016-10-07")
    store.add(LETTER)
    assert store.graph.work(weak.address).address == "88-ubnd-vx_2016-10-07"
    assert [link.source.number for link in store.graph.cited_by(weak.address).links] == ["5/BC-UBND"]


def test_addresses_are_never_another_documents(store: Store) -> None:
    first = commune(said("7/QĐ-UBND", date="2024-01-02", issuer="Ủy ban nhân dân huyện"))
    store.add(first)
    store.add(first.model_copy(update={"citations": []}))
    with pytest.raises(RecordUnknown):
        store.graph.work("7-qd-ubnd_2024-01-02")
    store.add(make("7/QĐ-UBND", date="2024-01-02", issuer="Ủy ban nhân dân tỉnh Cao Sơn"))
    assert store.graph.work("7/QĐ-UBND").address == "7-qd-ubnd_2024-01-02_tinh-cao-son"
    store.add(first)
    assert store.graph.work("7-qd-ubnd_2024-01-02").issuer == "Ủy ban nhân dân huyện"


def test_two_scans_are_one_document(store: Store) -> None:
    store.add(PROVINCE)
    store.add(
        make("12/KH-UBND", content=b"scan", date="2024-05-14", issuer="ỦY BAN NHÂN DÂN TỈNH BÌNH NGUYÊN",
             area="tỉnh Bình Nguyên")
    )  # fmt: skip
    assert store.graph.work("12/KH-UBND").address == "12-kh-ubnd_2024-05-14"


def test_a_statement_is_an_edge_between_two_others(store: Store) -> None:
    record = commune(
        said("30/2020/NĐ-CP", date="2020-03-05"), said("15/2024/NĐ-CP", date="2024-02-01"), date="2024-03-01"
    )
    record.statements = [Statement(source=1, relation="replaces", target=0)]
    store.add(record)
    standing = store.graph.standing("30/2020/NĐ-CP")
    (act,) = standing.acts
    assert (act.source.number, act.relation, act.stated_by) == ("15/2024/NĐ-CP", "replaces", "5-bc-ubnd_2024-03-01")
    assert standing.state == "ended"
    assert store.graph.standing("30/2020/NĐ-CP", on="2023-12-31").state == "in_force"


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("Ủy ban nhân dân huyện Phú Vang, tỉnh Thừa Thiên Huế", "huyen phu vang"),
        ("Ủy ban nhân dân tỉnh", "tinh binh nguyen"),
        ("Ban Thường vụ Huyện uỷ", "huyen suoi mo"),
        ("Tỉnh ủy Cao Sơn", "tinh cao son"),
        ("Giám đốc Sở Lao động - Thương binh và Xã hội", "tinh binh nguyen"),
        ("Ban Chỉ đạo 138 tỉnh", "tinh binh nguyen"),
        ("Hội đồng nhân dân", "xa da bac"),
        ("Bộ trưởng Bộ Y tế", "bo y te"),
        ("Ban Chấp hành Trung ương Đảng", "ban chap hanh trung uong dang"),
        ("Ủy ban nhân dân thị xã", None),
        (None, None),
    ],
)
def test_seat(issuer: str | None, place: str | None) -> None:
    assert seat(issuer, around(commune())) == place


def test_units() -> None:
    assert units("phường Bến Đò, thành phố Hồ Xanh") == ("phuong ben do", "thanh pho ho xanh")
    assert units("Bảo hiểm xã hội tỉnh Cao Sơn") == ("tinh cao son",)


@pytest.mark.parametrize(
    ("issuer", "state", "sure"),
    [
        ("Ủy ban nhân dân tỉnh Cao Sơn", "ended", True),  # its own number without an issuer
        ("Ủy ban nhân dân tỉnh Bình Nguyên", "in_force", False),  # another province's is the only one here
    ],
)
def test_what_ends_a_document_must_surely_mean_it(store: Store, issuer: str, state: str, sure: bool) -> None:
    store.add(make("25/QĐ-UBND", date="2023-03-01", issuer="Ủy ban nhân dân tỉnh Cao Sơn"))
    citation = Citation(text="25/QĐ-UBND", type="Quyết định", number="25/QĐ-UBND", relation="replaces", scope="whole")
    store.add(make("7/QĐ-UBND", date="2025-02-03", issuer=issuer, citations=[citation]))
    standing = store.graph.standing("25-qd-ubnd_2023-03-01")
    assert (standing.state, [act.sure for act in standing.acts]) == (state, [sure])
