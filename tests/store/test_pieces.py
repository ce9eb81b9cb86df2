"""A document's words as vectors that PostgreSQL takes, however long it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.factory import make
from vanban.store import Store, rows
from vanban.store.pieces import LONGEST_PHRASE, lexeme, pieces
from vanban.store.terms import GAP


def forms(**fields: str) -> dict[str, tuple[str, str]]:
    return {name: (fields.get(name, ""), fields.get(name, "")) for name in rows.forms(make())}


def test_a_short_document_is_one_piece() -> None:
    record = make("1/KH-A", subject="mở đường", issuer=None, signer=None, place=None, pages=["ba"])
    (piece,) = pieces(rows.forms(record))
    assert set(piece.exact.split()) == {
        *("'1':1A", "'/number/1':1A", "'kh':2A", "'/number/kh':2A", "'a':3A", "'/number/a':3A"),
        *("'/type/kh':5", "'/type/kếhoạch':7"),
        *("'mở':9A", "'/subject/mở':9A", "'đường':10A", "'/subject/đường':10A", "'ba':18"),
    }
    assert "'duong':10A" in piece.folded.split()


def test_a_gap_takes_a_place_and_is_no_word() -> None:
    (piece,) = pieces(forms(text=f"một {GAP} hai"))
    assert [word.partition(":")[0] for word in piece.exact.split()] == ["'một'", "'hai'"]
    assert [int(word.partition(":")[2]) for word in piece.exact.split()] == [10, 12]


def test_no_words_are_one_piece_still() -> None:
    assert [piece.exact for piece in pieces(forms())] == [""]


@pytest.mark.parametrize("word", ["a'b", "a\\b", "\\", "''"])
def test_a_lexeme_is_escaped(word: str) -> None:
    assert lexeme(word).count("'") % 2 == 0
    assert lexeme(word)[1:-1].replace("''", "'").replace("\\\\", "\\") == word


LONG = {
    "many words": [f"chữ{n}" for n in range(40_000)],
    "one word over and over": ["và"] * 3_000,
    "few words over and over": ["của", "các", "xã"] * 2_000,
    "long words": [f"{n}{'x' * 5_000}" for n in range(300)],
    "words of long letters": [f"{n}{'𐐷' * 200}" for n in range(1_500)],
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_document_is_found_by_what_stands_in_it(store: Store, name: str) -> None:
    words = LONG[name]
    middle, last = len(words) // 2, len(words) - 1
    store.add(make("1/KH-A", pages=["đầu trang", " ".join(words), "cuối trang"]))
    store.add(make("2/KH-A", pages=["trang khác"]))
    queries = (
        "dau cuoi",
        '"cuối trang"',
        f"dau {words[middle][:200]}* cuoi" if len(words[0]) != 201 else "dau",  # no room for such beside the words
        f'"{words[last][:200]} cuối"' if len(words[last]) < 200 else "cuoi",
        f'"{" ".join(words[middle : middle + 2])}"' if len(words[0]) < 200 else "dau",
        f'"{" ".join(words[middle : middle + 60])}"' if len(words[0]) < 12 else "dau",
    )
    assert {query: store.count(query) for query in queries} == dict.fromkeys(queries, 1)
    assert store.count('"đầu cuối"') == 0
    assert [hit.number for hit in store.search("dau cuoi").hits] == ["1/KH-A"]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["một", "hai", "ba", GAP]), min_size=1, max_size=2_000))
def test_every_row_of_words_stands_in_some_piece(words: list[str]) -> None:
    """Whatever a phrase within reach may ask, one piece holds all of it at places in a row."""
    held = set()
    for piece in pieces(forms(text=" ".join(words))):
        places: dict[int, str] = {}
        for told in piece.exact.split():
            word, _, at = told.partition(":")
            assert at.count(",") < 255
            places |= {int(place): word.strip("'") for place in at.split(",") if place}
        for at in places:
            held.add(tuple(places.get(at + step, GAP) for step in range(4)))
    told = [word for word in words if word] + [GAP] * 3
    for at, word in enumerate(words):
        if word != GAP:
            assert tuple(told[at : at + 4]) in held
    assert LONGEST_PHRASE > 4
