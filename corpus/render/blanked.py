"""The gold of a born-digital copy: what a hand writes into the blanks is not on its pages."""

from __future__ import annotations

import copy
import re
from typing import Any

from corpus.manuscript import Block, Manuscript, Role

_DATE = re.compile(r"ngày(?P<day>.*?)tháng(?P<month>.*?)năm\s*(?P<year>\d{4})?", re.IGNORECASE | re.DOTALL)
_DIGITS = re.compile(r"\d{1,2}")


def as_printed(manuscript: Manuscript) -> dict[str, Any]:
    """The manuscript's gold as a born-digital rendering shows it, in the record contract's forms.

    A number or day that a hand writes is ``blank``: no serial and no canonical number; the date keeps the month and
    year that are printed. Where the year alone is printed, no date is right as well (``date_alt``). A mark that is
    stamped by hand is none. The gold of a manuscript without a hand is returned as it is.
    """
    gold = copy.deepcopy(manuscript.gold)
    for block in manuscript.blocks:
        if not any(run.by_hand for run in block.runs):
            continue
        if block.role is Role.NUMBER and isinstance(gold.get("number"), dict):
            _blank_number(gold["number"], block)
        elif block.role is Role.PLACE_DATE and isinstance(gold.get("issued"), dict):
            _blank_date(gold["issued"], block)
        elif block.role is Role.MARK:
            _blank_marks(gold, block)
    return gold


def _blank_number(number: dict[str, Any], block: Block) -> None:
    for key in ("handwritten", "canonical_alt", "candidates"):
        number.pop(key, None)
    number |= {"serial": None, "canonical": None, "status": "blank"}
    if number.get("text"):
        number["text"] = _print(block)


def _blank_date(issued: dict[str, Any], block: Block) -> None:
    for key in ("handwritten", "date_alt", "candidates"):
        issued.pop(key, None)
    found = _DATE.search(_print(block))
    month = _DIGITS.search(found["month"]) if found else None
    year = found["year"] if found else None
    issued |= {"date": f"{year}-{int(month[0]):02d}" if year and month else year, "status": "blank"}
    if year and not month:
        issued["date_alt"] = [None]
    if issued.get("text"):
        issued["text"] = _print(block)


def _blank_marks(gold: dict[str, Any], block: Block) -> None:
    labels = {label for run in block.runs if run.by_hand for label in run.labels}
    for name in ("urgency", "secrecy"):
        if name in labels and name in gold:
            gold[name] = None


def _print(block: Block) -> str:
    """The block's print in one line, with nothing for what a hand writes."""
    return " ".join("".join(" " if run.by_hand else run.text for run in block.runs).split())
