"""Sentences with marked spans from labelled runs."""

from __future__ import annotations

import pytest

from corpus.compose import compose
from corpus.manuscript import Block, Role, Run
from models.spans_data import ASSIGNEE, COORDINATOR, ISSUER, PERSON, TASK, Marked, marked, of_block
from tests.models.handmade import seeded

_TASK = ("assignments.0",)


def block(*runs: tuple[str, tuple[str, ...]], role: Role = Role.ITEM) -> Block:
    """A block of those runs."""
    return Block(role, tuple(Run(text, labels) for text, labels in runs))


def said(sentence: Marked) -> list[tuple[str, str]]:
    """Its spans as words."""
    return [(sentence.text[start:end], label) for start, end, label in sentence.spans]


@pytest.mark.parametrize(
    ("paragraph", "spans"),
    [
        (
            block(
                ("Giao ", _TASK),
                ("Phòng Kế toán", ("assignments.0.assignees.0", *_TASK)),
                (" phối hợp với ", _TASK),
                ("Tổ Vườn ươm", ("assignments.0.coordinators.0", *_TASK)),
                (" tiếp tục ", _TASK),
                ("kiểm kê cây giống, ", _TASK),
                ("trước ngày 05/6", ("assignments.0.deadlines.0", *_TASK)),
                (".", ()),
            ),
            [
                ("Phòng Kế toán", ASSIGNEE),
                ("Tổ Vườn ươm", COORDINATOR),
                ("tiếp tục kiểm kê cây giống, trước ngày 05/6", TASK),
            ],
        ),
        (
            block(("Công văn số 4/TV ", ("citations.1",)), ("của ", ()), ("Trạm Đồi Mây", ("citations.1.issuer",))),
            [("Trạm Đồi Mây", ISSUER)],
        ),
        (
            block(("Đối với ", ()), ("Tổ Một", ("assignments.0.assignees.0", "assignments.1.assignees.0")), (":", ())),
            [("Tổ Một", ASSIGNEE)],
        ),
        (block(("Ngô Thị Sen", ("signer.name",)), role=Role.SIGNER), [("Ngô Thị Sen", PERSON)]),
        (block(("Trân trọng cảm ơn./.", ())), []),
    ],
)
def test_spans_of_a_sentence(paragraph: Block, spans: list[tuple[str, str]]) -> None:
    (sentence,) = of_block(paragraph, seeded(1))
    assert said(sentence) == spans


def test_each_sentence_has_its_own_spans() -> None:
    two = block(
        ("Tổ Một", ("assignments.0.assignees.0", "assignments.0")),
        (" tưới cây hằng ngày. ", ("assignments.0",)),
        ("Tổ Hai", ("assignments.1.assignees.0", "assignments.1")),
        (" dọn kênh mương.", ("assignments.1",)),
    )
    assert [said(sentence)[0] for sentence in of_block(two, seeded(1))] == [("Tổ Một", ASSIGNEE), ("Tổ Hai", ASSIGNEE)]


@pytest.mark.parametrize("noise", [0.0, 1.0])
def test_spans_are_in_order_and_apart(noise: float) -> None:
    found = [one for number in range(5) for one in marked(compose("dev", number), seeded(number), noise)]
    assert {label for one in found for _, _, label in one.spans} >= {ASSIGNEE, COORDINATOR, ISSUER, PERSON, TASK}
    for one in found:
        edges = [edge for start, end, _ in one.spans for edge in (start, end)]
        assert edges == sorted(edges)
        assert edges[-1:] <= [len(one.text)]


def test_noise_changes_letters_and_keeps_marks() -> None:
    paper = compose("dev", 1)
    clean, worn = (list(marked(paper, seeded(1), noise)) for noise in (0.0, 1.0))
    assert [one.text for one in clean] != [one.text for one in worn]
    assert sum(len(one.spans) for one in worn) >= 0.8 * sum(len(one.spans) for one in clean)
