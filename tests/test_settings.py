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


@pytest.mark.parametrize(
    ("name", "text", "remedy"),
    [
        ("PAGES", "many", "Cần một số nguyên từ 1."),
        ("OCR_DPI", "9", "Cần một số nguyên từ 72 đến 600."),
        ("PAGE_SECONDS", "0", "Cần một số từ 1."),
        ("ACCEPT", "7", "Cần một số từ 0 đến 1."),
    ],
)
def test_a_wrong_value_is_told_what_it_should_be(name: str, text: str, remedy: str) -> None:
    with pytest.raises(SettingInvalid) as caught:
        Settings.from_environment({PREFIX + name: text})
    assert caught.value.remedy("vi") == remedy


@pytest.mark.parametrize("item", fields(Settings), ids=lambda item: item.name)
def test_readme_tells_every_setting_with_its_default(item) -> None:  # type: ignore[no-untyped-def]
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    default = f"{item.default:_}" if isinstance(item.default, int) else str(item.default)
    assert f"| `{PREFIX}{item.name.upper()}` | {default} |" in readme
