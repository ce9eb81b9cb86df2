"""What tells a doubtful value of the head and the foot: what it lacks, and parts of it that do not go together."""

from __future__ import annotations

import math
from typing import Final

from vanban.extraction.doubts import of_names, strange
from vanban.language.places import known_place
from vanban.record import Issued, Issuer, Number, Signer

_ACTING: Final = frozenset({"KT", "Q"})


def of_number(number: Number) -> dict[str, float]:
    """Signs of a number: its status, and how far the readings of its box agree."""
    shares = sorted((one.confidence for one in number.candidates), reverse=True)
    return {
        f"is {number.status}": 1.0,
        "no symbol": float(number.symbol is None),
        "candidates": math.log1p(len(shares)),
        "ahead": shares[0] - (shares[1] if len(shares) > 1 else 0.0) if shares else 0.0,
        "digits": float(len(number.serial or "")),
    }


def of_place(issued: Issued) -> dict[str, float]:
    """Signs of the place of issue: one that no list of provinces and districts holds."""
    return {"unknown": float(bool(issued.place) and not known_place(issued.place or ""))}


def of_date(issued: Issued) -> dict[str, float]:
    """Signs of the day of issue: only a part of it, or none where the line has words."""
    size = len(issued.date or "")
    return {"part": float(0 < size < len("2024-06-11")), "unread": float(not size and bool(issued.text))}


def of_issuer(issuer: Issuer | None) -> dict[str, float]:
    """Signs of an issuer: words that no list holds, no level, a name that took its parent in."""
    if issuer is None:
        return {}
    return {
        **of_names([issuer.name]),
        "strange": math.log1p(strange(issuer.name)),
        "level": float(issuer.level is not None),
        "area": float(issuer.jurisdiction is not None),
        "dash": float(" - " in issuer.name),
        "parent": float(issuer.parent is not None),
    }


def of_signer(signer: Signer | None) -> dict[str, float]:
    """Signs of a signer: what is missing, and a capacity that does not go with the position.

    Who signs KT (ký thay) is a deputy; who signs TM (thay mặt) heads the collective (NĐ 30/2020 PL I.II.7.a).
    """
    if signer is None:
        return {}
    deputy = (signer.position or "").startswith("Phó")
    return {
        "no name": float(not signer.name),
        "no position": float(not signer.position),
        "no capacity": float(not signer.capacity),
        "deputy alone": float(deputy and signer.capacity not in _ACTING),
        "head acting": float(bool(signer.position) and not deputy and signer.capacity == "KT"),
        "on behalf": float(signer.on_behalf_of is not None),
    }
