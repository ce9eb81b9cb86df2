"""Who signs: chains of capacity, position and name (NĐ 30/2020 PL I.II.7; HD 36-HD/VPTW II.1.7)."""

from __future__ import annotations

from typing import Any

from corpus.compose.paper import Paper
from corpus.compose.people import person
from corpus.compose.pools import table
from corpus.compose.rich import Rich, joined, say
from corpus.compose.scene import Scene
from corpus.manuscript import Role


def sign(paper: Paper) -> None:
    """The signature of the issuer, of both for a joint document; the gold's ``signer``."""
    desk, scene = paper.desk, paper.scene
    if not scene.joint:
        desk.gold["signer"] = _one(paper, scene, 0, "signer")
        return
    desk.traits.add("two_signers")
    first, second = _one(paper, scene, 0, "signer"), _one(paper, scene.joint, 1, "signer.second")
    desk.gold["signer"] = {**first, **{f"{key}_alt": [second[key]] for key in first if not key.endswith("_alt")}}
    if first.get("name_alt"):
        desk.gold["signer"]["name_alt"] += first["name_alt"]


def _one(paper: Paper, scene: Scene, column: int, label: str) -> dict[str, Any]:
    desk = paper.desk
    lines, gold = _chain(paper, scene)
    for line in lines:
        desk.add(Role.CAPACITY, _line(paper, line, gold, label), column=column)
    if "unsigned" in desk.traits:
        gold["name"] = None
        return gold
    name = person(desk)
    gold["name"] = name
    shown = name
    if scene.kind in ("hospital", "school") and desk.odds(0.4):
        degree = desk.pick([one for one in table("people")["degrees"] if "tá" not in one])
        shown, gold["name_alt"] = degree + name, [degree + name]
    desk.add(Role.SIGNER, shown[: -len(name)], say(name, f"{label}.name", bold=True), column=column)
    return gold


Line = tuple[str, str]
"""Prefix (``KT``) or nothing, and what follows it."""


def _chain(paper: Paper, scene: Scene) -> tuple[list[Line], dict[str, Any]]:
    desk = paper.desk
    head, deputy, body = scene.head, scene.deputy, scene.collective
    roll = desk.chance.random()
    if scene.party:
        return _party_chain(paper, scene)
    if body and roll < 0.4:
        return [("TM", body), ("", head)], _gold(head, "TM", body)
    if body and roll < 0.7:
        return [("TM", body), ("KT", head), ("", deputy)], _gold(deputy, "KT", head)
    if body and roll < 0.78:
        return [("TM", body), ("", deputy)], _gold(deputy, "TM", body)
    if scene.delegate and roll > 0.9:
        office = scene.delegate
        if desk.odds(0.35):
            return [("TL", head), ("KT", office), ("", f"Phó {office}")], {
                **_gold(f"Phó {office}", "KT", office),
                "capacity_alt": ["TL"],
            }
        return [("TL", head), ("", office)], _gold(office, "TL", head)
    if roll > 0.97 and scene.kind in ("department", "district", "commune", "institution", "centre"):
        other = {
            "department": "Trưởng phòng Nghiệp vụ",
            "district": "Trưởng phòng Nội vụ",
            "commune": "Trưởng phòng Kinh tế",
        }.get(scene.kind, "Trưởng phòng Tổng hợp")
        return [("TUQ", head), ("", other)], _gold(other, "TUQ", head)
    if roll > 0.955:
        return [("Q", head)], {**_gold(head, "Q", None), "position_alt": [f"Quyền {head}", f"Q. {head}"]}
    if roll < 0.6 and scene.kind not in ("chairman",):
        return [("KT", head), ("", deputy)], _gold(deputy, "KT", head)
    return [("", head)], _gold(head, None, None)


def _party_chain(paper: Paper, scene: Scene) -> tuple[list[Line], dict[str, Any]]:
    desk = paper.desk
    if scene.collective:
        position = desk.pick((scene.head, scene.deputy, f"{scene.deputy} Thường trực"))
        if desk.odds(0.15) and scene.delegate:
            return [("TL", scene.collective), ("", scene.delegate)], _gold(scene.delegate, "TL", scene.collective)
        return [("TM", scene.collective), ("", position)], _gold(position, "TM", scene.collective)
    if desk.odds(0.5):
        return [("KT", scene.head), ("", scene.deputy)], _gold(scene.deputy, "KT", scene.head)
    return [("", scene.head)], _gold(scene.head, None, None)


def _gold(position: str, capacity: str | None, on_behalf: str | None) -> dict[str, Any]:
    return {"name": None, "position": position, "capacity": capacity, "on_behalf_of": on_behalf}


def _line(paper: Paper, line: Line, gold: dict[str, Any], label: str) -> Rich:
    prefix, words = line
    if not prefix:
        return say(words.upper(), f"{label}.position", bold=True)
    printed = (
        {"TM": "T/M ", "KT": "K/T ", "TL": "T/L ", "Q": "Q. "}.get(prefix, prefix)
        if paper.form == "party"
        else prefix + (". " if paper.desk.odds(0.93) else ".")
    )
    own = (f"{label}.capacity",) if gold["capacity"] == prefix else ()
    behalf = f"{label}.position" if prefix == "Q" else f"{label}.on_behalf_of" if gold["on_behalf_of"] == words else ""
    return joined([say(printed, *own, bold=True), say(words.upper(), *([behalf] if behalf else []), bold=True)])
