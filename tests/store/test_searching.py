"""Searching a store of made-up documents, through its front door."""

from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.conftest import fresh
from tests.store.factory import cite, make, task
from tests.store.test_query import PIECES
from vanban.errors import QueryInvalid, UsageError
from vanban.record import Record
from vanban.store import Store

ROADS = "mở đường liên xã"
DOCUMENTS: dict[str, Record] = {
    "roads": make(
        "27/KH-UBND",
        date="2022-03-05",
        subject=ROADS,
        pages=["Số: 27/KH-UBND\nKẾ HOẠCH\nmở đường liên xã trong năm.", "Phụ lục: hoà giải đất đai."],
        to=["Sở Giao thông vận tải"],
        assignments=[task("Phòng Tài chính", "2022-06-30")],
        citations=[cite("05/QĐ-UBND")],
    ),
    "award": make(
        "05/QĐ-UBND",
        kind="QĐ",
        date="2024-06",
        subject="khen thưởng ông Dương Văn Thử",
        issuer="Ủy ban nhân dân tỉnh Bình Nguyên",
        place="Bình Nguyên",
        signer="Trần Văn Thử",
        position="Chủ tịch",
        pages=["QUYẾT ĐỊNH khen thưởng ông Dương Văn Thử đặc biệt xuất sắc."],
        review=["issued.date"],
    ),
    "poverty": make(
        "273/CV-SLĐ",
        kind="CV",
        date="2024-11-20",
        subject="rà soát hộ nghèo",
        issuer="Sở Lao động",
        parent="Ủy ban nhân dân tỉnh Bình Nguyên",
        place="Bình Nguyên",
        pages=["Thực hiện Kế hoạch số 27/KH-UBND về giảm nghèo, rà soát hộ nghèo; uỷ ban các xã báo cáo."],
        assignments=[task("Phòng Y tế", "--06-15"), task("Trạm Y tế", "2025-01", "2025-12-31")],
        citations=[cite("27/KH-UBND", date="2022-03-05")],
        status="partial",
    ),
    "scheme": make(None, kind="ĐA", date=None, subject="đề án nước sạch", genre="party", pages=["ĐỀ ÁN nước sạch"]),
    "project": make(
        "7/DA-BQL", kind="DA", date="2023", subject="dự án cầu treo", area="huyện Đông Hồ", pages=["dự án"]
    ),
}


@pytest.fixture(scope="module")
def store(dialect: str, request: pytest.FixtureRequest) -> Iterator[Store]:
    with fresh(dialect, request) as url, Store(url) as opened:
        for record in DOCUMENTS.values():
            opened.add(record)
        yield opened


def found(store: Store, query: str) -> set[str]:
    names = {record.id: name for name, record in DOCUMENTS.items()}
    return {names[hit.id] for hit in store.search(query).hits}


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        # with marks the word itself, without marks every word that folds to it
        ("đường", "roads"),
        ("ĐƯỜNG", "roads"),
        ("dương", "award"),
        ("duong", "roads award"),
        ("giam ngheo", "poverty"),
        ("giảm ngheo", "poverty"),
        ("giam nghèo", "poverty"),
        ("giám nghèo", ""),
        ("quyet dinh", "award"),
        ("dac biet", "award"),
        ("đac biet", ""),
        ("hòa", "roads"),
        ("hoà giải", "roads"),
        ("ủy ban", "roads award poverty scheme project"),
        (unicodedata.normalize("NFD", "đường liên xã"), "roads"),
        # phrases, prefixes, OR, minus, brackets
        ('"giảm nghèo"', "poverty"),
        ('"nghèo giảm"', ""),
        ('"giam ngheo"', "poverty"),
        ("quyế*", "award"),
        ("quye*", "award"),
        ("hoà*", "roads"),
        ("đường OR dương", "roads award"),
        ("duong -dương", "roads"),
        ("-duong", "poverty scheme project"),
        ('-"hộ nghèo" -duong', "scheme project"),
        ("nam:2024 (dương OR nghèo)", "award poverty"),
        ("dương OR nam:2023", "award project"),
        # a phrase never runs from one item of a list into the next
        ('"vận tải phòng"', ""),
        # numbers
        ("27/KH-UBND", "roads poverty"),
        ("27/kh-ubnd", "roads poverty"),
        ("so:27/KH-UBND", "roads"),
        ('so:"27 / kh-ubnd"', "roads"),
        ("so:27", "roads"),
        ("so:27*", "roads poverty"),
        ("so:27/KH", "roads"),
        ("so:5/QD", "award"),
        ("trich-dan:27/KH-UBND", "poverty"),
        ("cites:5", "roads"),
        # type by code and by name, Đ and D apart when typed with marks
        ("loai:KH", "roads"),
        ('loai:"Kế hoạch"', "roads"),
        ('loai:"ke hoach"', "roads"),
        ("type:qđ", "award"),
        ("loai:QD", "award"),
        ("loai:ĐA", "scheme"),
        ("loai:DA", "scheme project"),
        ("loai:kế*", "roads"),
        ("loai:(KH OR CV)", "roads poverty"),
        # who and where
        ('noi-ban-hanh:"Bình Nguyên"', "award poverty"),
        ('noi-ban-hanh:"binh nguyen"', "award poverty"),
        ('place:"đông hồ"', "project"),
        ('co-quan:"Sở Lao động"', "poverty"),
        ('co-quan:"sở giao thông"', ""),
        ("nguoi-ky:Thử", "award"),
        ('signer:"chu tich"', "roads award poverty scheme project"),
        ('nguoi-ky:"Phó Chủ tịch"', "roads poverty scheme project"),
        ('noi-nhan:"giao thông"', "roads"),
        ('giao:"y te"', "poverty"),
        ("trich-yeu:ngheo", "poverty"),
        # dates: what has a day in common with the range is found
        ("nam:2024", "award poverty"),
        ("tu:2024-06-15", "award poverty"),
        ("den:2024-06-15", "roads award project"),
        ("tu:2022 den:2023", "roads project"),
        ("tu:1/7/2023 den:2023-08", "project"),
        ("tu:2024-07", "poverty"),
        ("ngay:5/3/2022", "roads"),
        # deadlines: both ends mean one deadline; a day of every year comes each year
        ("han-den:2022-06-30", "roads poverty"),
        ("han-tu:2025-02 han-den:2025-05", ""),
        ("han-tu:2025-06 han-den:2025-07", "poverty"),
        ("han-tu:2030-12 han-den:2031-06-14", ""),
        ("han-tu:2030-12 han-den:2031-06-15", "poverty"),
        ("han-tu:2025-01-20 han-den:2025-01-25", "poverty"),
        # assignee and deadline side by side mean one assignment
        ('giao:"trạm y tế" han-tu:2025-12 han-den:2025-12', "poverty"),
        ('giao:"phòng y tế" han-tu:2025-12 han-den:2025-12', ""),
        ("han-den:2025-12-31 han-tu:2025-12 giao:tram", "poverty"),
        ("han-tu:2025-12 giao:tra*", "poverty"),
        ("han-tu:2025-12-30 han-den:2025-12 giao:pho*", ""),
        ("han-tu:2025-12-30 han-den:2025-12 giao:trám", ""),
        ('han-tu:2025-12-30 han-den:2025-12 giao:("phòng y tế" OR trạm)', "poverty"),
        ('han-tu:2025-12-30 han-den:2025-12 (giao:phòng giao:"y tế")', ""),
        ('nam:2023 OR (giao:"phòng y tế" han-tu:2025-12-30 han-den:2025-12)', "project"),
        ('giao:"phòng y tế" giao:trạm', "poverty"),
        ('giao:"phòng y tế" giao:trạm han-den:2025-12', ""),
        ('giao:"phòng y tế" -han-tu:2050', ""),
        ('giao:"phòng y tế" loai:CV han-tu:2025-06 han-den:2025-07', "poverty"),
        # what the record says of itself
        ("the-loai:dang", "scheme"),
        ("trang-thai:partial", "poverty"),
        ('trang-thai:"để trống"', "scheme"),
        ("nghi-van:co", "award"),
        ("nghi-van:không", "roads poverty scheme project"),
        ("nghi-van:issued", "award"),
        ("", "roads award poverty scheme project"),
    ],
)
def test_search_finds(store: Store, query: str, documents: str) -> None:
    assert found(store, query) == set(documents.split())
    assert store.count(query) == len(documents.split())
    assert {record.id for record in store.records(query)} == {DOCUMENTS[name].id for name in documents.split()}


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("27/KH-UBND", "roads"),  # its own number before a mention
        ("nghèo", "poverty"),  # the subject before the text
        ("duong lien xa", "roads"),
        ("dự án", "project"),
    ],
)
def test_number_and_subject_rank_first(store: Store, query: str, first: str) -> None:
    assert store.search(query).hits[0].id == DOCUMENTS[first].id


def test_a_number_is_first_however_often_others_mention_it(store_url: str) -> None:
    with Store(store_url) as fresh:
        for at in range(5):
            fresh.add(make(f"{at + 900}/BC-UBND", kind="BC", pages=["27/KH-UBND " * 40], subject="theo 27/KH-UBND"))
        fresh.add(DOCUMENTS["roads"])
        assert fresh.search("27/KH-UBND").hits[0].id == DOCUMENTS["roads"].id


def test_words_that_stand_side_by_side_rank_before_words_apart(store_url: str) -> None:
    filler = [f"chữ{n}" for n in range(40)]
    texts = [" ".join(["giảm", *filler, "nghèo"]), " ".join([*filler, "giảm", "nghèo"])]
    with Store(store_url) as fresh:
        records = [make(f"{at}/KH-UBND", pages=[text]) for at, text in enumerate([*texts, *[" ".join(filler)] * 20])]
        for record in records:
            fresh.add(record)
        assert [hit.id for hit in fresh.search("giam ngheo").hits] == [records[1].id, records[0].id]


def test_hit_and_snippet(store: Store) -> None:
    hit = store.search("hoa giai", marks=("<b>", "</b>")).hits[0]
    assert (hit.rank, hit.number, hit.date, hit.type) == (1, "27/KH-UBND", "2022-03-05", "Kế hoạch")
    assert (hit.issuer, hit.subject, hit.page) == ("Ủy ban nhân dân huyện Suối Mơ", ROADS, 2)
    assert hit.snippet == "Phụ lục: <b>hoà giải</b> đất đai."
    assert hit.score > 0


def test_without_words_the_subject_is_shown(store: Store) -> None:
    hit = store.search("loai:KH").hits[0]
    assert (hit.snippet, hit.page) == (ROADS, None)


def test_facets_count_all_matches(store: Store) -> None:
    results = store.search('noi-ban-hanh:"Bình Nguyên"', limit=1)
    assert (len(results.hits), results.total) == (1, 2)
    assert results.facets == {
        "type": [("Công văn", 1), ("Quyết định", 1)],
        "issuer": [("Sở Lao động", 1), ("Ủy ban nhân dân tỉnh Bình Nguyên", 1)],
        "year": [("2024", 2)],
        "place": [("Bình Nguyên", 2)],
    }
    assert results.took > 0
    assert results.to_json()["facets"]["year"] == [{"value": "2024", "count": 2}]


def test_pages_of_results_and_order_by_date(store: Store) -> None:
    everything = [hit.id for hit in store.search("", sort="date").hits]
    assert everything == [DOCUMENTS[name].id for name in ("poverty", "award", "project", "roads", "scheme")]
    page = store.search("", sort="date", limit=2, offset=1)
    assert [(hit.rank, hit.id) for hit in page.hits] == [(2, everything[1]), (3, everything[2])]
    assert store.search("", limit=0).total == 5
    assert store.search("", offset=99).hits == []


@pytest.mark.parametrize("arguments", [{"limit": -1}, {"offset": -1}, {"sort": "size"}])
def test_wrong_arguments(store: Store, arguments: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        store.search("a", **arguments)  # type: ignore[arg-type]


SYNTAX = st.sampled_from(["NEAR(", "'", ";--", "%", "_", "{text}", "^", "+", "\\", "\x00", "¶"])
HOSTILE = st.one_of(
    st.text(max_size=40),
    st.lists(st.one_of(PIECES, SYNTAX), max_size=12).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
)


@settings(max_examples=150, deadline=None)
@given(HOSTILE)
def test_no_query_reaches_the_engine_as_syntax(store: Store, query: str) -> None:
    with contextlib.suppress(QueryInvalid):
        assert store.search(query).total <= len(DOCUMENTS)


@pytest.mark.parametrize(
    "query",
    [
        " ".join("abcdefghij" * 50),
        " OR ".join(["a"] * 200),
        "-a " * 300,
        " ".join(f"x{n}*" for n in range(180)),
        "(" * 20 + "a" + ")" * 20,
        " ".join(f"-(a OR so:{n})" for n in range(60)),
    ],
)
def test_long_queries_are_answered(store: Store, query: str) -> None:
    assert store.search(query).took < 5
