"""What a sentence does to the documents it cites and says of them: ``acts.txt``.

A block is a sentence behind its place (``S`` the title, ``P`` the preamble, ``B`` the body), the heading over it
(``^``), a row a citation (number or name, relation, scope, parts, what is attached, alias) and a row a statement
(which citation does what to which, and its scope).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from vanban.extraction.citations import pinpoints, scan
from vanban.extraction.citations.aliases import declared, naming
from vanban.extraction.citations.relations import Place, govern
from vanban.extraction.citations.statements import statements
from vanban.record import Pinpoint

BLOCKS = Path(__file__).with_name("acts.txt").read_text("utf-8").strip().split("\n\n")
LEVELS = {
    "point": "điểm", "clause": "khoản", "article": "Điều", "subsection": "Tiểu mục", "section": "Mục",
    "chapter": "Chương", "part": "Phần", "appendix": "Phụ lục",
}  # fmt: skip


def named(parts: list[Pinpoint]) -> str:
    told = (" ".join(f"{LEVELS[key]} {part[key]}" for key in LEVELS if part.get(key)) for part in map(dict, parts))
    return "; ".join(told) or "-"


def rows(sentence: str, heading: str) -> Iterator[str]:
    where, text = sentence[0], sentence[2:]
    found = scan(text)
    pinpoints.complete(text, found)
    said = statements(text, found)
    aliases = declared(text, found)
    place = Place(preamble=where in "SP", subject=where == "S", heading=heading)
    idle = naming(found, aliases.values())
    for at, (citation, act) in enumerate(zip(found, govern(text, found, place, said), strict=True)):
        if at in idle:
            continue
        row = [citation.number or citation.title or "", act.relation, act.on(citation) or "-", named(citation.parts)]
        row += [f"attached: {citation.attached}"] if citation.attached else []
        row += [f"alias: {aliases[at].name}"] if at in aliases else []
        yield " | ".join(row)
    yield from (f"{item.source} {item.relation} {item.target} {item.scope}" for item in said)


@pytest.mark.parametrize("block", BLOCKS)
def test_act(block: str) -> None:
    sentence, *expected = block.split("\n")
    heading = expected.pop(0)[2:] if expected and expected[0].startswith("^") else ""
    assert list(rows(sentence, heading)) == [row.strip() for row in expected]


def test_what_a_document_says_is_enough_without_its_statements() -> None:
    text = "Nghị định số 4/2031/NĐ-CP thay thế Nghị định số 5/2029/NĐ-CP."
    found = scan(text)
    told = statements(text, found)
    assert [act.relation for act in govern(text, found, Place(), told)] == ["refers", "refers"]
    assert [(item.source, item.relation, item.target) for item in told] == [(0, "replaces", 1)]
