"""Which document to write: day, form, type, issuer, matter, and what is special about it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from corpus.compose import scenes, scenes_party
from corpus.compose.dates import day_in, figures
from corpus.compose.desk import Desk
from corpus.compose.kinds import NAMES
from corpus.compose.paper import Paper
from corpus.compose.scene import Scene
from corpus.compose.subjects import subject, topic
from corpus.compose.units import shortening

_FORMS = (
    ("ttlt55", dt.date(2006, 1, 1), dt.date(2011, 4, 1), 6),
    ("tt01", dt.date(2011, 4, 7), dt.date(2020, 3, 4), 16),
    ("nd30", dt.date(2020, 3, 5), dt.date(2025, 6, 30), 33),
    ("nd30", dt.date(2025, 7, 1), dt.date(2027, 12, 31), 33),
    ("party", dt.date(2018, 4, 3), dt.date(2027, 6, 30), 12),
)
"""Forms with the days they were in force and how often each is drawn."""
_NO_DISTRICTS = dt.date(2025, 7, 1)
_STATE = {
    "CV": 26,
    "KH": 16,
    "QĐ": 14,
    "BC": 6,
    "TB": 7,
    "TTr": 5,
    "CT": 4,
    "GM": 3,
    "CĐ": 3,
    "HD": 3,
    "CTr": 2,
    "PA": 2,
    "ĐA": 1,
    "BB": 2,
    "NQ": 3,
    "TT": 2,
    "NĐ": 1,
    "TTLT": 1,
    "CTPH": 1,
}
_PARTY = {"CV": 4, "KH": 6, "QĐ": 0, "BC": 2, "TB": 3, "KL": 2, "CT": 1, "HD": 3, "CTr": 1}
_ISSUERS = {
    "CT": {"chairman": 3, "province": 3, "district": 1, "government": 1},
    "CĐ": {"chairman": 2, "province": 2, "government": 1, "district": 1, "ministry": 1},
    "NQ": {"council": 6, "government": 1},
    "TT": {"ministry": 1},
    "NĐ": {"government": 1},
    "TTLT": {"ministry": 1},
    "CTPH": {"department": 1, "institution": 1},
}
_ANY = {
    "province": 20,
    "department": 22,
    "district": 14,
    "commune": 14,
    "ministry": 8,
    "institution": 14,
    "office": 4,
    "district_office": 4,
    "commune_office": 4,
    "bureau": 3,
    "chairman": 2,
}


def choose(desk: Desk, wanted: str | None = None) -> Paper:
    """A paper with its gold's genre and type set; ``wanted`` asks for a type."""
    form, first, last, _ = desk.chance.choices(_FORMS, [one[3] for one in _FORMS])[0]
    issued = day_in(desk, first, last)
    old = issued < _NO_DISTRICTS
    party = form == "party"
    code = wanted or _weighted(desk, _PARTY if party else _STATE)
    scene = _party_scene(desk, old) if party else _state_scene(desk, code, old)
    if code == "NĐ":
        scene.issuer, scene.issuer_lines, scene.own, scene.code, scene.collective = (
            "Chính phủ",
            ["Chính phủ"],
            "Chính phủ",
            "CP",
            "Chính phủ",
        )
    if scene.kind == "government" and code not in ("NĐ", "NQ"):
        scene.issuer, scene.issuer_lines, scene.own, scene.code, scene.collective = (
            "Thủ tướng Chính phủ",
            ["Thủ tướng Chính phủ"],
            "Thủ tướng Chính phủ",
            "TTg",
            None,
        )
    normative = code in ("TT", "NĐ", "TTLT") or (code == "QĐ" and scene.kind == "province" and desk.odds(0.15))
    if code in ("TTLT", "CTPH"):
        _join(desk, scene, old)
    matter = topic(desk)
    paper = Paper(desk, scene, form, code, NAMES[code], matter, issued, shortening(desk, desk.pick((0.0, 0.4, 0.8))))
    paper.subject = subject(desk, scene, code, matter, issued)
    paper.meeting = figures(desk, day_in(desk, issued - dt.timedelta(days=12), issued - dt.timedelta(days=1)))
    desk.gold |= _opening_gold(paper, "party" if party else "normative" if normative else "administrative")
    _specials(paper)
    return paper


def _opening_gold(paper: Paper, genre: str) -> dict[str, Any]:
    scene = paper.scene
    gold: dict[str, Any] = {
        "genre": genre,
        "type": paper.code,
        "issuer": scene.issuer,
        "recipients": {"to": [], "copy": [], "archive": []},
    }
    if scene.joint:
        pair = (scene.issuer, scene.joint.issuer)
        gold["issuer"] = " - ".join(pair)
        gold["issuer_alt"] = [*pair, " và ".join(pair), "; ".join(pair), ", ".join(pair)]
    elif scene.issuer in ("Văn phòng",) or scene.kind == "party_office":
        gold["issuer_alt"] = [scene.own, f"{scene.issuer} {scene.parent}"]
    return gold


def _weighted(desk: Desk, weights: dict[str, int]) -> str:
    return desk.chance.choices(list(weights), list(weights.values()))[0]


def _state_scene(desk: Desk, code: str, old: bool) -> Scene:
    kinds = dict(_ISSUERS.get(code, _ANY))
    if not old:
        kinds.pop("district", None)
        kinds.pop("district_office", None)
    if old:
        kinds.pop("commune_office", None)
    return scenes.MAKERS[_weighted(desk, kinds)](desk, old)


def _party_scene(desk: Desk, old: bool) -> Scene:
    kinds = {"party_province": 3, "party_office": 3, "party_commune": 4, **({"party_district": 4} if old else {})}
    return scenes_party.MAKERS[_weighted(desk, kinds)](desk, old)


def _join(desk: Desk, scene: Scene, old: bool) -> None:
    """Give the scene a second issuer: another ministry, or another department of the same province."""
    for _ in range(20):
        other = scenes.MAKERS["ministry" if scene.kind == "ministry" else "department"](desk, old)
        if other.issuer.split(" tỉnh ")[0] != scene.issuer.split(" tỉnh ")[0] and other.code != scene.code:
            break
    if scene.kind != "ministry":
        other.issuer, other.area, other.scope = (
            other.issuer.split(" tỉnh ")[0].split(" thành phố ")[0],
            scene.area,
            scene.scope,
        )
        other.issuer_lines, other.place = [other.issuer], scene.place
    scene.parent_lines, other.parent_lines = [], []
    scene.joint = other
    scene.units = [*scene.units, other.issuer]
    desk.traits.add("joint")


def _specials(paper: Paper) -> None:
    """Drafts, blanks and what is filled by hand."""
    desk = paper.desk
    roll = desk.chance.random()
    if roll < 0.07:
        desk.traits |= {"draft", "blank_number", "blank_day"}
        if desk.odds(0.3):
            desk.traits.add("unsigned")
    elif roll < 0.11:
        desk.traits |= {"draft", desk.pick(("blank_number", "blank_day"))}
    elif roll < 0.30:
        desk.traits |= {
            "by_hand",
            *desk.pick((("hand_number", "hand_day"), ("hand_number",), ("hand_day",), ("hand_number", "hand_day"))),
        }
