"""Manuscripts with title or number taken out or misspelt, as torn, stamped and misread papers have them."""

from __future__ import annotations

import random
from dataclasses import replace
from enum import StrEnum

from corpus.manuscript import Block, Manuscript, Role, Run
from models.data_noise import misread


class Damage(StrEnum):
    """What became of title and number. Công văn, which have no title, lose their ``V/v`` in its place."""

    NONE = "untouched"
    MISSPELT = "title misread"
    UNTITLED = "title gone"
    UNNUMBERED = "number gone"
    NEITHER = "title and number gone"


_TITLE_GONE = (Damage.UNTITLED, Damage.NEITHER)
_NUMBER_GONE = (Damage.UNNUMBERED, Damage.NEITHER)
_MISREAD = 0.35


def damaged(manuscript: Manuscript, damage: Damage, chance: random.Random) -> Manuscript:
    """The manuscript with that damage; gold stays what the whole paper says."""
    if damage is Damage.NONE:
        return manuscript
    titled = any(block.role is Role.TYPE for block in manuscript.blocks)
    blocks = []
    for block in manuscript.blocks:
        if damage in _NUMBER_GONE and block.role is Role.NUMBER:
            continue
        if damage in _TITLE_GONE and block.role is (Role.TYPE if titled else Role.SUBJECT):
            continue
        if damage is Damage.MISSPELT and block.role is (Role.TYPE if titled else Role.SUBJECT):
            block = _misspelt(block, chance)
        blocks.append(block)
    return replace(manuscript, blocks=tuple(blocks))


def _misspelt(block: Block, chance: random.Random) -> Block:
    runs = tuple(Run(misread(run.text, _MISREAD, chance), bold=run.bold) for run in block.runs)
    return replace(block, runs=runs)
