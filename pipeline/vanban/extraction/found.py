"""What every field finder returns: a value with how sure it is, who says so and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from vanban.record import Evidence, Warning_

T_co = TypeVar("T_co", covariant=True)


@dataclass(slots=True)
class Found(Generic[T_co]):
    """``by`` names the rule or model (``number.line``); ``warnings`` tell what a person should know."""

    value: T_co
    confidence: float
    by: str
    evidence: list[Evidence] = field(default_factory=list)
    warnings: list[Warning_] = field(default_factory=list)
