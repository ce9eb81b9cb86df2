"""Provinces of today and before, districts, areas."""

from __future__ import annotations

from datetime import date

import pytest

from vanban.language.places import current, jurisdiction, known_place, only_district, province, respelt, unit


@pytest.mark.parametrize(
    ("old", "day", "now"),
    [
        ("Kiên Giang", None, "tỉnh An Giang"),
        ("Thừa Thiên Huế", None, "thành phố Huế"),
        ("Bình Dương", None, "Thành phố Hồ Chí Minh"),
        ("Hà Nội", None, "thành phố Hà Nội"),
        ("Bắc Giang", date(2025, 7, 1), "tỉnh Bắc Ninh"),
        ("Bắc Giang", date(2026, 9, 20), "thành phố Bắc Ninh"),
    ],
)
def test_current(old: str, day: date | None, now: str) -> None:
    assert current(old, day) == now


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("Kiên Giang", "Kiên Giang"),
        ("Đăk Nông", "Đắk Nông"),
        ("Khánh Hoà", "Khánh Hòa"),
        ("Hà Tây", "Hà Nội"),
        ("Paris", None),
    ],
)
def test_province(name: str, old: str | None) -> None:
    assert province(name) == old


@pytest.mark.parametrize(
    ("kind", "name", "near", "area", "now"),
    [
        ("tỉnh", "Long An", None, "tỉnh Long An", "tỉnh Tây Ninh"),
        ("huyện", "Phú Lộc", None, "huyện Phú Lộc, tỉnh Thừa Thiên Huế", "thành phố Huế"),
        ("quận", "Ninh Kiều", None, "quận Ninh Kiều, thành phố Cần Thơ", "thành phố Cần Thơ"),
        ("huyện", "Châu Thành", "Tiền Giang", "huyện Châu Thành, tỉnh Tiền Giang", "tỉnh Đồng Tháp"),
        ("huyện", "Châu Thành", None, "huyện Châu Thành", None),
        ("xã", "Hòa Phú", "Long An", "xã Hòa Phú, tỉnh Long An", "tỉnh Tây Ninh"),
        ("xã", "Hòa Phú", None, "xã Hòa Phú", None),
    ],
)
def test_jurisdiction(kind: str, name: str, near: str | None, area: str, now: str | None) -> None:
    found = jurisdiction(unit(kind, name, near))
    assert (found.name, found.current) == (area, now)


def test_a_district_that_stands_once_in_the_country() -> None:
    found = only_district("Đam Rông")
    assert found is not None
    assert (found.full, found.province) == ("huyện Đam Rông", "Lâm Đồng")
    assert only_district("Châu Thành") is None


@pytest.mark.parametrize(("broken", "name"), [("Qu ả ng Trị", "Quảng Trị"), ("Can Tho", "Cần Thơ"), ("Xyz", None)])
def test_respelt(broken: str, name: str | None) -> None:
    assert respelt(broken) == name


def test_known_place_in_any_case() -> None:
    assert known_place("KIÊN GIANG") == "Kiên Giang"
    assert known_place("kiên giang") == "Kiên Giang"
    assert known_place("nơi nào đó") is None


@pytest.mark.parametrize(
    ("commune", "district", "near", "area", "now"),
    [
        (
            ("phường", "Bến Nghé"),
            ("quận", "1"),
            "Hồ Chí Minh",
            "phường Bến Nghé, quận 1, Thành phố Hồ Chí Minh",
            "phường Sài Gòn, thành phố Hồ Chí Minh",
        ),
        (
            ("xã", "Không Có Đâu"),
            ("huyện", "Phú Lộc"),
            None,
            "xã Không Có Đâu, huyện Phú Lộc, tỉnh Thừa Thiên Huế",
            "thành phố Huế",
        ),
    ],
)
def test_a_commune_has_its_present_commune(
    commune: tuple[str, str], district: tuple[str, str], near: str | None, area: str, now: str
) -> None:
    found = jurisdiction(unit(*commune), unit(*district, near))
    assert (found.name, found.current) == (area, now)
