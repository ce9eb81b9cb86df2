"""Settings: declared once, changed by the environment, wrong values refused."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from vanban.errors import SettingInvalid
from vanban.settings import PREFIX, Settings


@pytest.mark.parametrize("item", fields(Settings), ids=lambda item: item.name)
def test_every_setting_says_its_unit_and_meaning(item) -> None:  # type: ignore[no-untyped-def]
    assert item.metadata["unit"]
    assert len(item.metadata["help"]) > 10


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [("page_seconds", "2.5", 2.5), ("pages", "7", 7), ("ocr_language", "vie+eng", "vie+eng")],
)
def test_environment_changes_a_setting(name: str, text: str, value: object) -> None:
    assert getattr(Settings.from_environment({PREFIX + name.upper(): text}), name) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [("PAGES", "many"), ("PAGES", "0"), ("PAGES", "-1"), ("OCR_WORKERS", "-3"), ("ACCEPT", "7"), ("OCR_DPI", "0")],
)
def test_wrong_value_is_refused_by_name(name: str, text: str) -> None:
    with pytest.raises(SettingInvalid, match=f"{PREFIX}{name}={text}"):
        Settings.from_environment({PREFIX + name: text})


@pytest.mark.parametrize("item", fields(Settings), ids=lambda item: item.name)
def test_readme_tells_every_setting_with_its_default(item) -> None:  # type: ignore[no-untyped-def]
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    default = f"{item.default:_}" if isinstance(item.default, int) else str(item.default)
    assert f"| `{PREFIX}{item.name.upper()}` | {default} |" in readme
