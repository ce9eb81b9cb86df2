"""Signatures under a seal: offices of which letters are left, names with ink between their words."""

from __future__ import annotations

import pytest

from tests.extraction.laid import scanned
from vanban.extraction.sealed import Block, office_under_seal, sound_name
from vanban.extraction.signer import find_signer
from vanban.extraction.spans import join
from vanban.layout.model import Layout, Zone


def block(layout: Layout, name: str | None = None) -> Block:
    joined = join(layout.lines)
    at = joined.text.find(name) if name else -1
    return Block(joined, name=name, name_span=(at, at + len(name)) if name else None)


@pytest.mark.parametrize(
    ("lines", "office"),
    [
        ("V“TY. GIÁM ĐÓC\nFHÓ G 1 Á M Đ", ("KT", "Phó Giám đốc", "Giám đốc")),
        ("T GIÁM Đó C\nPHÓ G MĐ", ("KT", "Phó Giám đốc", "Giám đốc")),
        ("KT. CHU TỊCH\nPHÓ CHỦ TỊCH", ("KT", "Phó Chủ tịch", "Chủ tịch")),
        ("KT. BỘ TRƯỞNG\n1rIỨ TRƯỞNG", ("KT", "Thứ trưởng", "Bộ trưởng")),
        ("GIÁM ĐỐC", None),
        ("GIÁM ĐỐC\nPHÓ", None),  # too little is left
        ("BAN GIÁM ĐỐC\nTRẠM Y TẾ", None),
    ],
)
def test_office_of_which_a_seal_left_letters(lines: str, office: tuple[str, str, str] | None) -> None:
    assert office_under_seal(block(scanned(Zone.SIGNATURE, lines))) == office


def test_each_word_of_a_name_must_be_trusted() -> None:
    def name(**unsure: float) -> str | None:
        return sound_name(block(scanned(Zone.SIGNATURE, "Lê Văn Tám", **unsure), "Lê Văn Tám"))

    assert name() == "Lê Văn Tám"
    assert name(Lê=0.45) == "Lê Văn Tám"  # a family name that many bear
    assert name(Lê=0.2) is None
    assert name(Tám=0.45) is None


def test_a_word_that_lies_over_its_neighbour_is_ink() -> None:
    layout = scanned(Zone.SIGNATURE, "Lê Vì Văn Tám")
    words = layout.lines[0].words
    words[1].box = (words[2].box[0], -4.0, words[2].box[0] + 10.0, 16.0)
    assert sound_name(block(layout, "Lê Vì Văn Tám")) == "Lê Văn Tám"


def test_a_seal_leaves_the_signer_whole() -> None:
    found = find_signer(scanned(Zone.SIGNATURE, "T GIÁM ĐỐC\nPHÓ G ĐỐC\nLê Văn Tám")).value
    assert found is not None
    assert (found.name, found.position, found.capacity) == ("Lê Văn Tám", "Phó Giám đốc", "KT")


def test_the_head_of_a_body_signs_for_it_and_for_no_deputy() -> None:
    found = find_signer(scanned(Zone.SIGNATURE, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Tám")).value
    assert found is not None
    assert (found.position, found.capacity, found.on_behalf_of) == ("Chủ tịch", "TM", "Ủy ban nhân dân")


@pytest.mark.parametrize(
    ("off", "sure", "name"),
    [(0.0, 0.95, "Mùa Sình"), (12.0, 0.95, None), (0.0, 0.7, None)],
    ids=["whole", "a word was lost before it", "in doubt"],
)
def test_a_name_of_two_words_stands_in_the_middle(off: float, sure: float, name: str | None) -> None:
    layout = scanned(Zone.SIGNATURE, "CHỦ TỊCH\nMùa Sình", Sình=sure)
    for word in layout.lines[1].words:
        x0, top, x1, bottom = word.box
        word.box = (x0 + off, top, x1 + off, bottom)
    found = find_signer(layout).value
    assert found is not None
    assert (found.name, found.position) == (name, "Chủ tịch")
