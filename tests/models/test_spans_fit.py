"""A tiny recogniser: the same twice, right on sentences that it never saw, the same when it is read again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from models import __main__ as registry
from models import spans
from models.spans_data import ASSIGNEE, TASK, Marked
from models.spans_fit import find, fit, keep, load

_WHO = ("Phòng Kế toán", "Tổ Vườn ươm", "Trạm Bơm Gò Tre", "Ban Quản lý chợ", "Đội Cứu hộ", "Văn phòng xã")
_WHAT = ("kiểm kê cây giống", "dọn kênh mương", "sửa đường thôn", "mở lớp học hè", "ghi sổ theo dõi")


def order(who: str, what: str) -> Marked:
    """``Giao … …`` with its two spans."""
    text = f"Giao {who} có trách nhiệm {what}."
    at = text.index(what)
    return Marked(text, ((5, 5 + len(who), ASSIGNEE), (at, at + len(what), TASK)))


def told(who: str, what: str) -> Marked:
    """The same as news, which obliges no one."""
    return Marked(f"{who} đã {what} trong năm qua.", ())


_PAIRS = [(who, what) for who in _WHO for what in _WHAT]
LEARNT = [say(*pair) for pair in _PAIRS[:-1] for say in (order, told)]
NEW = [order(*_PAIRS[-1]), told(*_PAIRS[-1])]


def asked(sentences: Sequence[Marked]) -> list[str]:
    return [sentence.text for sentence in sentences]


def test_the_same_weights_twice() -> None:
    one, other = (fit(LEARNT[:20], seed=3, epochs=1).get_pipe("ner").model.to_bytes() for _ in range(2))
    assert one == other


def test_right_on_new_sentences_and_the_same_when_read_again(tmp_path: Path) -> None:
    pipeline = fit(LEARNT, seed=3, epochs=25)
    found = find(pipeline, asked(NEW))
    assert found == [list(sentence.spans) for sentence in NEW]
    keep(pipeline, tmp_path / "spans")
    assert find(load(tmp_path / "spans"), asked(NEW)) == found
    assert registry.size(tmp_path / "spans") < 6_000_000


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="spans"):
        load(tmp_path / "spans")


def test_it_runs_small_and_is_no_model_of_the_package() -> None:
    _, figures = spans.compare(seed=1, sizes=(2, 2), epochs=1)
    assert figures["documents"] == {"train": 2, "dev": 2}
    assert 0 <= figures["clean"]["agencies"]["model"]["recall"] <= 1
    assert figures["dev"]["documents"] == 2
    assert "spans" not in registry.trainers()
