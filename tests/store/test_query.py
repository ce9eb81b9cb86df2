"""From what a person types to a tree."""

from __future__ import annotations

import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.errors import QueryInvalid
from vanban.store.edtf import Span
from vanban.store.fields import FIELDS
from vanban.store.fulltext import EVERYWHERE, Phrase
from vanban.store.query import MAX_DEPTH, And, Dates, Doubt, Equals, Node, Not, Number, Or, Text, parse


def word(*words: str, exact: bool = False, prefix: bool = False, fields: tuple[str, ...] = EVERYWHERE) -> Text:
    return Text((Phrase(words, exact, prefix, fields),))


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("giam ngheo", And((word("giam"), word("ngheo")))),
        ("giảm ngheo", And((word("giảm", exact=True), word("ngheo")))),
        (unicodedata.normalize("NFD", "giảm"), word("giảm", exact=True)),
        ("HOÀ", word("hòa", exact=True)),
        ('"ủy ban"', word("ủy", "ban", exact=True)),
        ("“uy ban”", word("uy", "ban")),
        ("quye*", word("quye", prefix=True)),
        ('"ke ho"*', word("ke", "ho", prefix=True)),
        ("hoà*", Text((Phrase(("hòa",), True, True), Phrase(("hoà",), True, True)))),
        ("-ngheo", Not(word("ngheo"))),
        ("a b OR c", Or((And((word("a"), word("b"))), word("c")))),
        ("a (b | c)", And((word("a"), Or((word("b"), word("c")))))),
        ("a AND b", And((word("a"), word("b")))),
        ("Lao động - Thương", And((word("lao"), word("động", exact=True), word("thương", exact=True)))),
        ("12/KH-UBND", Text(word("12", "kh", "ubnd").phrases, "12/kh-ubnd")),
        ("loai:KH", word("kh", fields=("type",))),
        ('LOẠI:"Kế hoạch"', word("kếhoạch", exact=True, fields=("type",))),
        ("so:012/KH-UBND", Number("12/kh-ubnd", False)),
        ("Số: 12/KH-UBND", Number("12/kh-ubnd", False)),
        ('số:"12 / KH - UBND"', Number("12/kh-ubnd", False)),
        ("number:12*", Number("12", True)),
        ("trich-dan:12/KH", Number("12/kh", False, cited=True)),
        ('noi-ban-hanh:"Suối Mơ"', word("suối", "mơ", exact=True, fields=("place", "issuer"))),
        ("issuer:(y OR te)", Or((word("y", fields=("issuer",)), word("te", fields=("issuer",))))),
        ("tu:2022", Dates(Span("2022-01-01", "9999-12-31"))),
        ("den:15/6/2022", Dates(Span("0001-01-01", "2022-06-15"))),
        ("nam:2024", Dates(Span("2024-01-01", "2024-12-31"))),
        ("han-tu:2024-06 han-den:2024-07", Dates(Span("2024-06-01", "2024-07-31"), due=True)),
        ("the-loai:đảng", Equals("genre", "party")),
        ("genre:other", Equals("genre", "other")),
        ('trang-thai:"để trống"', Equals("number_status", "blank")),
        ("status:partial", Equals("status", "partial")),
        ("nghi-van:co", Doubt(True)),
        ("nghi-van:không", Doubt(False)),
        ("review:issued.date", Doubt(True, "issued.date")),
        ("Kính gửi: Sở", And((word("kính", exact=True), word("gửi", exact=True), word("sở", exact=True)))),
        ("14:30", word("14", "30")),
        ("", And(())),
        ("  ", And(())),
    ],
)
def test_parse(query: str, tree: Node) -> None:
    assert parse(query) == tree


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ('a "b', "character 3"),
        ("(a", "character 1"),
        ("a)", "character 2"),
        ("a OR", "character 3"),
        ("OR a", "character 1"),
        ("-OR", "character 2"),
        ("-AND", "no word"),
        ("laoi:KH", "laoi"),
        ("so:", "“so” at character 1"),
        ("so: OR a", "“so” at character 1"),
        ("loai:?!", "“loai” at character 1"),
        ("loai:XX", "KH"),
        ('loai:"ke hoac"', "Kế hoạch"),
        ("loai:QDD", "QĐ"),
        ("tu:hôm-qua", "character 4"),
        ("nam:2024-13", "2024-13"),
        ("the-loai:thơ", "administrative, normative, party, other"),
        ("?!", "no word"),
        ("a" * 1001, "1000"),
        ("(" * (MAX_DEPTH + 1), "nested"),
        ("\ud800", "no text"),
    ],
)
def test_refusals_name_the_place(query: str, words: str) -> None:
    with pytest.raises(QueryInvalid) as caught:
        parse(query)
    assert words in caught.value.message("en")


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_fields_have_help(field: object) -> None:
    assert getattr(field, "help", "")


PIECES = st.sampled_from(
    ["OR", "AND", "(", ")", '"', "-", "*", ":", "loai:", "so:", "tu:", "han-den:", "nghi-van:", "giảm", "2024"]
)


QUERIES = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=20).map(" ".join),
    st.lists(PIECES, max_size=20).map("".join),
)


@given(QUERIES)
def test_anything_is_read_or_refused(query: str) -> None:
    with contextlib.suppress(QueryInvalid):
        parse(query)
