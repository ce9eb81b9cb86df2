"""How one document looks: the form's measures, varied within what the form allows."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.render import fonts

WIDTH, HEIGHT = 595.28, 841.89
_MM = 72 / 25.4
_HALF = 2


@dataclass(frozen=True, slots=True)
class Look:
    """Measures of a document in points; ``leading`` is a share of the size."""

    family: str
    left: float
    right: float
    top: float
    bottom: float
    body: float
    motto: float
    issuer: float
    number: float
    type: float
    under_number: float
    signature: float
    distribution: float
    leading: float
    gap: float
    indent: float
    page_number: str
    rules: bool
    justified: bool
    party: bool
    valley: float
    room: float
    repeated_head: bool
    beside: bool
    kept: bool

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.right - self.left


def look(form: str, chance: random.Random) -> Look:
    """A look of the form (``nd30``, ``tt01``, ``ttlt55``, ``party``); another name looks like ``nd30``."""
    rules = _forms().get(form) or _forms()["nd30"]
    margins = {side: chance.uniform(*rules["margins_mm"][side]) * _MM for side in ("top", "bottom", "left", "right")}
    sizes = {name: _size(rules[name], chance) for name in ("body", "issuer", "number", "type", "signature")}
    motto = min(_size(rules["motto"], chance), 12.0) if form != "party" else _size(rules["motto"], chance)
    return Look(
        family=chance.choice(fonts.families()),
        left=margins["left"],
        right=WIDTH - margins["right"],
        top=margins["top"],
        bottom=HEIGHT - margins["bottom"],
        motto=motto,
        under_number=_size(rules["subject_under_number"], chance),
        distribution=_size(rules["distribution"], chance),
        leading=1.15 * chance.choice((1.0, 1.0, 1.05, 1.1, 1.15, 1.25)),
        gap=chance.choice((3.0, 6.0, 6.0, 8.0)),
        indent=chance.choice((10.0, 12.7)) * _MM,
        page_number=chance.choice(rules["page_number"]),
        rules=rules["rules"],
        justified=chance.random() < 0.9,
        party=form == "party",
        valley=chance.uniform(0.42, 0.46),
        room=chance.uniform(58, 84),
        repeated_head=chance.random() < 0.4,
        beside=chance.random() < 0.5,
        kept=chance.random() < 0.9,
        **sizes,
    )


@cache
def _forms() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "forms.toml").read_text("utf-8"))


def _size(pair: list[float], chance: random.Random) -> float:
    """A size between the two, in half points."""
    return chance.randint(round(pair[0] * _HALF), round(pair[1] * _HALF)) / _HALF
