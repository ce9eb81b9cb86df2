"""One run: every system over every set of documents, judged by the rules of ``vanban.scoring``."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evaluation.readings import Readings
from evaluation.systems import OURS, System
from vanban.reading.document import Document
from vanban.scoring.collection import Example
from vanban.scoring.decisions import Decision, decisions
from vanban.scoring.evaluation import Evaluation
from vanban.scoring.figures import Figure, figures
from vanban.scoring.outcome import Outcome

DRAWS = 1_000

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Set:
    """Documents of one origin and kind: ``origin`` is ``synthetic`` or ``real``, ``kind`` text, digital, scan …"""

    origin: str
    kind: str
    examples: tuple[Example, ...]

    @property
    def name(self) -> str:
        """``real scan``."""
        return f"{self.origin} {self.kind}"

    @property
    def grades(self) -> list[str]:
        """The grades of wear of its documents, in the order of the documents."""
        return list(dict.fromkeys(example.grade for example in self.examples if example.grade is not None))


@dataclass(slots=True)
class Run:
    """What came of a run: an evaluation for each set and system, and the seconds that each reading took."""

    sets: list[Set]
    systems: Sequence[System]
    evaluations: dict[tuple[str, str], Evaluation] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    """Documents that could not be read, with the reason."""

    def outcomes(self, sets: Sequence[str], system: str = OURS, grade: str | None = None) -> list[Outcome]:
        """The judgements of a system on some sets; with ``grade`` only those of documents that worn."""
        return [
            outcome
            for name in sets
            if (found := self.evaluations.get((name, system)))
            for outcome in found.outcomes
            if grade is None or found.examples[outcome.document].grade == grade
        ]

    def figures(
        self, sets: Sequence[str], system: str = OURS, grade: str | None = None, *, draws: int = DRAWS
    ) -> dict[str, Figure]:
        """The figures by field."""
        return {item.field: item for item in figures(self.outcomes(sets, system, grade), draws=draws)}

    def beyond(self, name: str) -> list[Figure]:
        """Our figures on a set of what gold says beyond the common fields."""
        found = self.evaluations.get((name, OURS))
        return figures(found.beyond, draws=DRAWS) if found else []

    def decisions(self, origin: str) -> list[Decision]:
        """Our decisions on the documents of one origin; ``""`` is all of them."""
        names = [part.name for part in self.sets if part.origin.startswith(origin)]
        return decisions(self.outcomes(names))

    def named(self, origin: str) -> list[str]:
        """The names of the sets of an origin."""
        return [part.name for part in self.sets if part.origin == origin]


def run(sets: Sequence[Set], systems: Sequence[System], readers: Mapping[str, Readings], tell: Tell) -> Run:
    """Read every document once a reading and judge what each system makes of it."""
    done = Run(list(sets), systems)
    for part in sets:
        wanted = [system for system in systems if system.takes(part.kind)]
        for system in wanted:
            done.evaluations[part.name, system.name] = Evaluation()
        for reading in dict.fromkeys(system.reading for system in wanted):
            tell(f"{part.name}: {len(part.examples)} documents, reading: {reading}")
            takers = [system for system in wanted if system.reading == reading]
            for example, document in _read(part, readers[reading], reading, done):
                for system in takers:
                    record = system.record(document) if document else None
                    done.evaluations[part.name, system.name].add(example, record)
    return done


def _read(part: Set, reader: Readings, reading: str, done: Run) -> Iterator[tuple[Example, Document | None]]:
    began = time.perf_counter()
    answers = reader.all([example.path for example in part.examples])
    for example, (_, answer) in zip(part.examples, answers, strict=True):
        if isinstance(answer, Document):
            yield example, answer
        else:
            done.failures[f"{example.path.name} ({reading})"] = answer.message("en")
            yield example, None
    key = f"{part.name}, {reading}"
    done.seconds[key] = done.seconds.get(key, 0.0) + time.perf_counter() - began
