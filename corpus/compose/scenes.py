"""The state's issuers by name (``scenes_party`` has the Party's)."""

from __future__ import annotations

from collections.abc import Callable

from corpus.compose.desk import Desk
from corpus.compose.scene import Scene
from corpus.compose.scene_parts import COUNCIL, PEOPLE
from corpus.compose.scenes_central import bureau, government, ministry
from corpus.compose.scenes_local import commune, commune_office, district, district_office
from corpus.compose.scenes_other import institution
from corpus.compose.scenes_province import chairman, department, office, province


def council(desk: Desk, old: bool) -> Scene:
    """Hội đồng nhân dân of a province or commune."""
    scene = desk.pick((province, commune))(desk, old)
    scene.kind = "council"
    scene.issuer = scene.issuer.replace(PEOPLE, COUNCIL)
    scene.issuer_lines = [line.replace(PEOPLE, COUNCIL) for line in scene.issuer_lines]
    scene.parent_lines, scene.parent = [], None
    scene.own = scene.own.replace(PEOPLE, COUNCIL)
    scene.code = "HĐND"
    scene.collective = COUNCIL if desk.odds(0.4) else None
    scene.units = [
        scene.own.replace(COUNCIL, name) for name in (PEOPLE, "Thường trực " + COUNCIL, "các Ban của " + COUNCIL)
    ]
    return scene


MAKERS: dict[str, Callable[[Desk, bool], Scene]] = {
    "province": province,
    "chairman": chairman,
    "council": council,
    "department": department,
    "office": office,
    "ministry": ministry,
    "bureau": bureau,
    "government": government,
    "district": district,
    "district_office": district_office,
    "commune": commune,
    "commune_office": commune_office,
    "institution": institution,
}
"""State issuers by name."""
