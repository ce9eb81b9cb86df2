"""Cards, figures and shipped files tell the same story."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models import card_tables
from models.__main__ import FIGURES, HERE, SHIPPED

FOUND: dict[str, Any] = json.loads(FIGURES.read_text("utf-8"))
ARTEFACTS = sorted(path for path in SHIPPED.iterdir() if path.suffix in (".npz", ".json"))


@pytest.mark.parametrize("name", card_tables.TABLES)
def test_a_cards_table_is_that_of_the_figures(name: str) -> None:
    card = (HERE / "cards" / f"{name}.md").read_text("utf-8")
    assert card.count("<!-- figures -->") == card.count("<!-- end of figures -->") == 1
    assert card_tables.filled(card, name, FOUND[name]) == card


@pytest.mark.parametrize("path", ARTEFACTS, ids=lambda path: path.name)
def test_a_shipped_file_has_a_card_and_the_figures_of_its_own_training(path: Path) -> None:
    assert (HERE / "cards" / f"{path.stem}.md").exists()
    assert FOUND[path.stem].get("bytes", path.stat().st_size) == path.stat().st_size


def test_tables_are_written_where_there_are_figures(tmp_path: Path) -> None:
    marked = "A\n<!-- figures -->\nold\n<!-- end of figures -->\nB 1\n"
    for name in ("zones", "doctype"):
        (tmp_path / f"{name}.md").write_text(marked, "utf-8")
    card_tables.write(tmp_path, {"doctype": FOUND["doctype"], "other": {}})
    assert (tmp_path / "zones.md").read_text("utf-8") == marked
    written = (tmp_path / "doctype.md").read_text("utf-8")
    assert written.startswith("A\n<!-- figures -->\n\n| test split, ")
    assert written.endswith("|\n\n<!-- end of figures -->\nB 1\n")
    assert "old" not in written
