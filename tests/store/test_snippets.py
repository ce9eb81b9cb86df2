"""Passages are cut from the text as it is written, wherever the words stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.store.fulltext import Phrase
from vanban.store.snippets import WIDTH, Highlighter, Passage
from vanban.store.terms import WORD, folded

MARKS = ("[", "]")
LONG = " ".join(f"từ{n}" for n in range(60))


def folded_words(*words: str) -> list[Phrase]:
    return [Phrase((word,), exact=False) for word in words]


@pytest.mark.parametrize(
    ("page", "phrases", "shown"),
    [
        ("Về giảm nghèo.", folded_words("giam", "ngheo"), "Về [giảm nghèo]."),
        ("Giảm\nnghèo", [Phrase(("giảm", "nghèo"), exact=True)], "[Giảm nghèo]"),
        ("giam, nghèo", folded_words("giam", "ngheo"), "[giam], [nghèo]"),
        ("Đường và dương", [Phrase(("đường",), exact=True)], "[Đường] và dương"),
        ("Đường và dương", folded_words("duong"), "[Đường] và [dương]"),
        ("hoà hòa", [Phrase(("hòa",), exact=True)], "[hoà hòa]"),
        ("Quyết định", [Phrase(("quyế",), exact=True, prefix=True)], "[Quyết] định"),
        ("số 12/KH-UBND.", [Phrase(("12", "kh", "ubnd"), exact=False)], "số [12/KH-UBND]."),
        ("cuối", folded_words("cuoi"), "[cuối]"),
        (f"đầu {LONG}", folded_words("dau"), f"[đầu] {' '.join(f'từ{n}' for n in range(WIDTH - 1))} …"),
        (f"{LONG} cuối.", folded_words("cuoi"), f"… {' '.join(f'từ{n}' for n in range(52, 60))} [cuối]."),
    ],
)
def test_best_passage(page: str, phrases: list[Phrase], shown: str) -> None:
    assert Highlighter(phrases, MARKS).best([page]) == Passage(shown, 1)


def test_the_page_with_most_of_the_words_is_shown() -> None:
    pages = ["giảm giá", f"nghèo {LONG}", "chuẩn nghèo và giảm nghèo", "giảm nghèo"]
    assert Highlighter(folded_words("giam", "ngheo"), MARKS).best(pages) == Passage("chuẩn [nghèo] và [giảm nghèo]", 3)


def test_words_side_by_side_are_shown_before_words_apart() -> None:
    page = f"giảm giá, giảm nợ, hết nghèo. {LONG} giảm nghèo"
    found = Highlighter(folded_words("giam", "ngheo"), MARKS).best([page])
    assert found
    assert found.text.endswith("từ59 [giảm nghèo]")


def test_a_phrase_over_the_page_end_is_shown_by_its_words() -> None:
    found = Highlighter([Phrase(("giảm", "nghèo"), exact=True)], MARKS).best(["kế hoạch giảm", "nghèo bền vững"])
    assert found == Passage("kế hoạch [giảm]", 1)


def test_nothing_to_show() -> None:
    assert Highlighter(folded_words("khac"), MARKS).best(["trống"]) is None


def test_highlighted_subject() -> None:
    assert Highlighter(folded_words("cay"), ("<b>", "</b>")).whole("trồng cây") == "trồng <b>cây</b>"


TEXTS = st.text(st.sampled_from("aàđd ê.\n"), max_size=80)


@given(
    st.lists(TEXTS, max_size=3), st.lists(st.sampled_from(["a", "d", "ad", "e"]), min_size=1, max_size=3, unique=True)
)
def test_what_is_marked_was_asked_for(pages: list[str], wanted: list[str]) -> None:
    found = Highlighter(folded_words(*wanted), ("\x02", "\x03")).best(pages)
    present = {folded(word) for page in pages for word in WORD.findall(page)} & set(wanted)
    assert (found is not None) == bool(present)
    if found:
        assert found.page is not None
        plain = found.text.replace("\x02", "").replace("\x03", "").removeprefix("… ").removesuffix(" …")
        assert plain in " ".join(pages[found.page - 1].split())
        marked = [part.split("\x03")[0] for part in found.text.split("\x02")[1:]]
        assert {folded(word) for part in marked for word in WORD.findall(part)} <= set(wanted)
