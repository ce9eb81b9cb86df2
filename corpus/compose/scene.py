"""Who issues a document, from where, over whom and under whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.compose.places import Area


@dataclass(slots=True)
class Scene:
    """The issuer's side of a document.

    ``issuer`` is the gold name, ``issuer_lines`` and ``parent_lines`` what the head prints (in capitals later),
    ``own`` the body's name for the issuer, ``code`` its code in the symbol. ``collective`` is named after TM.;
    ``units`` and ``collectives`` can be given work, ``above`` gets reports.
    """

    kind: str
    area: Area
    place: str
    issuer: str
    issuer_lines: list[str]
    own: str
    code: str
    head: str
    deputy: str
    units: list[str]
    collectives: list[str]
    above: list[str]
    parent_lines: list[str] = field(default_factory=list)
    parent: str | None = None
    collective: str | None = None
    scope: str = ""
    boss: str = ""
    party: bool = False
    clerk: str = "Văn thư"
    delegate: str | None = None
    joint: Scene | None = None
