"""What tells a right value from a wrong one, as numbers: the features from which confidence is learned."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from vanban.extraction.doubts import of_assignment, of_citation, of_recipients
from vanban.extraction.doubts_head import of_date, of_issuer, of_number, of_place, of_signer
from vanban.extraction.found import Found
from vanban.extraction.kin import Kin
from vanban.extraction.witnesses import Witness
from vanban.language.syllables import judge
from vanban.layout.model import Layout
from vanban.reading.document import Document
from vanban.record import Record

Signals = dict[str, float]
"""Named features of one value; a name that is missing is zero."""

HEADER: Final = (
    "genre",
    "type",
    "number",
    "issued.place",
    "issued.date",
    "issuer",
    "subject",
    "urgency",
    "secrecy",
    "signer",
    "recipients.to",
    "recipients.copy",
    "recipients.archive",
)
ITEMS: Final = ("assignments", "citations")
"""Fields of many values; each item is judged alone and all items of a field alike."""

DOUBTS: Final = frozenset(
    [
        "actor behind", "actors", "actors inside", "alone", "and behind", "brief", "broken", "capitals",
        "clauses", "colon", "cues", "cut", "deputy alone", "differ", "foreign", "goes on", "goes on alike",
        "hanging", "head acting", "joined", "joined time", "joined group", "joined names", "left out",
        "length", "lone", "mean", "named on", "nameless", "names", "no date", "no issuer", "no name",
        "no number", "no position", "no task", "odd", "opens else", "page", "partial", "partners", "past",
        "person", "plural", "plural under", "poor", "ran on", "runs on", "small", "strange", "tail", "times",
        "title alone", "undue", "unended", "unknown", "unread", "untimed", "warned", "widest", "worst", "year",
    ]
)  # fmt: skip
"""Signals that can only make a value doubtful."""
VOUCHERS: Final = frozenset(["rule", "agree", "borne out", "ahead"])
"""Signals that can only make it surer."""
_BEHIND: Final = 40
"""How much of the page behind a citation is looked at, in characters."""
_LEAST: Final = 0.005
"""Rules' own confidence is held this far from 0 and 1, so that its log-odds stay finite."""


def family(name: str) -> str:
    """The field that a name in ``fields`` belongs to: ``citations.3`` is of ``citations``."""
    head = name.split(".", 1)[0]
    return head if head in ITEMS else name


@dataclass(slots=True)
class Gauge:
    """Measures the values of one document; the whole-page measures are taken once."""

    document: Document
    layout: Layout
    record: Record
    witnesses: Sequence[Witness] = ()
    _pages: dict[int, tuple[float, float]] = field(default_factory=dict)
    _names: Kin | None = None

    def measure(self, name: str, found: Found[object]) -> Signals:
        """The signals of the value ``name`` of the record."""
        text = words_of(self.record, name)
        raw = min(max(found.confidence, _LEAST), 1 - _LEAST)
        spoken = [witness for witness in self.witnesses if witness.field == name]
        signals = {
            "rule": math.log(raw / (1 - raw)),
            f"by {found.by}": 1.0,
            "nothing": float(not text),
            "warned": float(bool(found.warnings)),
            "partial": float(self.document.partial),
            "agree": float(min(2, sum(witness.agrees for witness in spoken))),
            "differ": float(any(not witness.agrees for witness in spoken)),
            "plain": float(self.document.text_kind == "plain"),
        }
        if text:
            seen = judge(text)
            signals |= {"length": math.log1p(seen.words), "foreign": 1 - seen.valid, "unmarked": 1 - seen.marked}
        signals |= self._ocr(found) | self._doubts(name, found)
        if not text:
            signals["hand nothing"] = signals.get("hand", 0.0)
        return signals

    def _doubts(self, name: str, found: Found[object]) -> Signals:
        """What the value itself makes doubtful."""
        record = self.record
        head, _, rest = name.partition(".")
        if head == "assignments":
            item = record.assignments[int(rest)]
            signs = of_assignment(item, [mention.text for mention in record.citations])
            signs["plural under"] = signs.get("plural", 0.0) * (found.by == "assignments.inherited")
            return signs | self._kin().signs([*item.assignees, *item.coordinators])
        if head == "citations":
            at = found.evidence[-1] if found.evidence else None
            behind = record.pages[at.page - 1][at.end : at.end + _BEHIND] if at else ""
            return of_citation(record.citations[int(rest)], behind)
        if head == "recipients":
            lists = {"to": record.recipients.to, "copy": record.recipients.copy_, "archive": record.recipients.archive}
            mine = lists.pop(rest)
            signs = of_recipients(mine, [item for items in lists.values() for item in items])
            return signs | self._kin().signs([name for item in mine for name in item.agencies])
        return self._of_head(name)

    def _kin(self) -> Kin:
        if self._names is None:
            self._names = Kin(self.record)
        return self._names

    def _of_head(self, name: str) -> Signals:
        record = self.record
        if name == "number":
            return of_number(record.number)
        if name == "issuer":
            return of_issuer(record.issuer)
        if name == "signer":
            return of_signer(record.signer)
        if name == "issued.place":
            return of_place(record.issued)
        return of_date(record.issued) if name == "issued.date" else {}

    def _ocr(self, found: Found[object]) -> Signals:
        """How sure OCR was of the value's words and of the page they stand on; nothing for other pages."""
        spans = found.evidence
        words = [word for at in spans for word in self.layout.words(at.page, at.start, at.end)]
        read = [word.confidence for word in words if word.confidence is not None]
        page, poor = self._page(spans[0].page if spans else 1)
        if not read and not page:
            return {}
        signals = {"ocr": 1.0, "page": page, "poor": poor}
        if read:
            doubts = [1 - sure for sure in read]
            signals |= {"worst": max(doubts), "mean": sum(doubts) / len(doubts), "hand": max(w.hand for w in words)}
        return signals

    def _page(self, number: int) -> tuple[float, float]:
        """A page's mean doubt of OCR, and the share of its words that are no syllables."""
        if number not in self._pages:
            words = next((page.words for page in self.document.pages if page.number == number), [])
            read = [1 - word.confidence for word in words if word.confidence is not None]
            poor = 1 - judge(" ".join(word.text for word in words)).valid if read else 0.0
            self._pages[number] = (sum(read) / len(read) if read else 0.0, poor)
        return self._pages[number]


def words_of(record: Record, name: str) -> str:
    """The words of a field's value in a record, for measuring; empty when the value is none."""
    head, _, rest = name.partition(".")
    if head in ITEMS:
        item = getattr(record, head)[int(rest)]
        return " ".join(filter(None, (item.text, *getattr(item, "assignees", ()))))
    if head == "recipients":
        items = getattr(record.recipients, "copy_" if rest == "copy" else rest)
        return "; ".join(agency for item in items for agency in item.agencies or [item.text])
    return _one(record, name)


def _one(record: Record, name: str) -> str:
    values: dict[str, Iterable[str | None]] = {
        "genre": (record.genre,),
        "type": (record.type.name if record.type else None,),
        "number": (record.number.canonical,),
        "issued.place": (record.issued.place,),
        "issued.date": (record.issued.date,),
        "issuer": (record.issuer.name if record.issuer else None,),
        "subject": (record.subject,),
        "urgency": (record.urgency,),
        "secrecy": (record.secrecy,),
        "signer": (record.signer.name, record.signer.position) if record.signer else (),
    }
    return " ".join(filter(None, values.get(name, ())))


def makers(signals: Iterable[Collection[str]]) -> set[str]:
    """The rules and models that made the values (``by …``)."""
    return {re.sub(r"^by ", "", key) for one in signals for key in one if key.startswith("by ")}
