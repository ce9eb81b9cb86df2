"""What a record costs does not grow with the documents that share its number, or that cite what it cites."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.store.factory import make
from tests.timing import assert_linear
from vanban.record import Citation, Record
from vanban.store import Store


def _same_number(at: int) -> Record:
    """The first plan of a year of one commune of many, citing another by its number alone."""
    cited = Citation(text="x", type="Kế hoạch", number="2/KH-UBND", relation="basis")
    return make(
        "1/KH-UBND", content=str(at).encode(), issuer=f"Ủy ban nhân dân xã Mẫu {at}", area=f"xã Mẫu {at}, tỉnh Cao Sơn",
        citations=[cited],
    )  # fmt: skip


def _same_law(at: int) -> Record:
    """A document that rests on what all the others rest on."""
    cited = Citation(text="x", type="Nghị định", number="30/2020/NĐ-CP", title=f"về việc {at % 7}", relation="basis")
    return make(f"{at}/QĐ-UBND", content=str(at).encode(), citations=[cited])


@pytest.mark.parametrize("record", [_same_number, _same_law])
def test_linear(tmp_path: Path, record: Callable[[int], Record]) -> None:
    names = count()

    def work(many: int) -> Callable[[], object]:
        records = [record(at) for at in range(many)]

        def call() -> None:
            folder = tempfile.mkdtemp(dir=tmp_path)
            with Store(Path(folder) / f"{next(names)}.db") as store:
                list(store.add_many((item, None) for item in records))

        return call

    assert_linear(work, 60, 900)
