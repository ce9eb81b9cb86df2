"""The comparison's counting, on papers small enough to count by hand."""

from __future__ import annotations

import pytest

from models.spans_beside import Paper, beside, boundaries, labels
from models.spans_data import ASSIGNEE, TASK, Marked, Span
from vanban.record import Assignment
from vanban.scoring.gold import GoldAssignment

SENTENCE = "Giao Phòng Tài chính kiểm kê toàn bộ cây giống trong vườn."
OTHER = "Năm qua bà con đã được mùa lúa nếp."
NAME, WORK = (5, 20, ASSIGNEE), (21, 57, TASK)


def task(*who: str) -> GoldAssignment:
    return GoldAssignment(text=SENTENCE, assignees=list(who))


def record(*who: str) -> Assignment:
    return Assignment(text=SENTENCE, assignees=list(who))


def test_labels_and_boundaries() -> None:
    told = [Marked(SENTENCE, (NAME, WORK)), Marked(OTHER, ())]
    found: list[list[Span]] = [[(5, 15, ASSIGNEE), WORK], [(8, 14, ASSIGNEE)]]
    assert labels(told, found)[TASK]["f1"] == 1
    assert labels(told, found)[ASSIGNEE] == {"asked": 1, "precision": 0, "recall": 0, "f1": 0}
    assert boundaries(told, found)["model"]["f1"] == 0


@pytest.mark.parametrize(
    ("kept", "spans", "row"),
    [
        ([record("Phòng Tài chính")], [NAME, WORK], {"agree": [1, 1], "differ": [0, 0], "missed": 0}),
        ([record("Phòng Tài chính")], [(5, 10, ASSIGNEE)], {"agree": [0, 0], "differ": [1, 1]}),
        ([record("Tổ Một")], [NAME], {"agree": [0, 0], "differ": [0, 1]}),
        ([record("Phòng Tài chính")], [], {"agree": [0, 0], "differ": [0, 0], "missed": 0}),
        ([], [NAME, WORK], {"missed": 1, "missed, model right": 1, "missed, model wrong": 0}),
        ([], [(5, 10, ASSIGNEE)], {"missed": 1, "missed, model right": 0, "missed, model wrong": 1}),
        ([], [], {"missed": 1, "missed, model right": 0, "missed, model wrong": 0}),
    ],
)
def test_what_a_fallback_and_a_doubt_would_be_worth(
    kept: list[Assignment], spans: list[Span], row: dict[str, object]
) -> None:
    figures = beside([Paper([task("Phòng Tài chính")], kept, [OTHER, SENTENCE])], [[[], spans]])
    assert {name: figures[name] for name in row} == row


def test_sentences_that_give_tasks() -> None:
    papers = [Paper([task("Phòng Tài chính")], [], [OTHER, SENTENCE])]
    told = beside(papers, [[[(0, 7, TASK)], [WORK]]])["sentences giving tasks"]
    assert told["grammar"] == {"asked": 1, "precision": 0, "recall": 0, "f1": 0}
    assert (told["model"]["precision"], told["model"]["recall"]) == (0.5, 1)


def test_optional_tasks_count_for_nothing() -> None:
    optional = GoldAssignment(text=SENTENCE, assignees=["Phòng Tài chính"], optional=True)
    figures = beside([Paper([optional], [], [SENTENCE])], [[[NAME, WORK]]])
    assert figures["sentences giving tasks"]["model"]["asked"] == 0
    assert figures["missed"] == 0


def test_names_are_found_whatever_their_part() -> None:
    papers = [Paper([task("Phòng Tài chính")], [], [OTHER, SENTENCE])]
    figures = beside(papers, [[[], [(5, 10, TASK), (5, 20, ASSIGNEE)]]])["names"]
    assert figures["model"] == {"asked": 1, "precision": 1, "recall": 1, "f1": 1}
