"""Whether confidence means what it says, and what share of values and records passes with no look."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evaluation import plots as draw
from evaluation.calibration import BINS, LEAST, Coverage, coverage, expected_error, whole_records
from evaluation.markdown import percent, share, table
from evaluation.run import Run
from vanban.scoring.decisions import Decision
from vanban.scoring.figures import place

HEAD = ("genre", "type", "number", "issued.place", "issued.date", "issuer", "subject", "signer")


def trust(run: Run, plots: Path) -> str:
    """Calibration error, coverage and accuracy of what is accepted, by field, on synthetic and real documents."""
    text = [
        "## Confidence\n\nA decision is an entry of a record's `fields`, right when everything that it stands for is: "
        "an assignment with its assignees, coordinators and deadlines, a list of recipients with none missing and none "
        "superfluous. Accepted: not in `review`. Calibration error: the mean distance between confidence and the share "
        f"that is right, over {BINS} bins of one size, or as many as have {LEAST} decisions each. Each threshold is "
        "the least confidence from which the share that is right was held with a margin on papers of the split "
        "`calibration` ([card](../models/cards/calibration.md)); a field that could not be held to it is always for "
        "review.\n"
    ]
    for origin in dict.fromkeys(part.origin for part in run.sets):
        found = run.decisions(origin)
        if not found:
            continue
        names = sorted({one.field for one in found}, key=place)
        by_field = {name: [one for one in found if one.field == name] for name in names}
        draw.reliability(plots / f"reliability-{origin}.svg", by_field)
        draw.coverage(plots / f"coverage-{origin}.svg", by_field)
        text.append(
            f"### {origin.capitalize()} documents\n\n{_table(by_field, found)}\n{_records(found)}\n"
            f"![]({plots.name}/reliability-{origin}.svg)\n\n![]({plots.name}/coverage-{origin}.svg)\n"
        )
    return "\n".join(text)


def _table(by_field: dict[str, list[Decision]], found: Sequence[Decision]) -> str:
    rows = [_row(name, part) for name, part in by_field.items()]
    head = ["field", "decisions", "right", "mean confidence", "calibration error", "accepted", "accepted and right"]
    return table(head, [*rows, _row("all", found)])


def _row(name: str, part: Sequence[Decision]) -> list[str]:
    passed, size = coverage(part), len(part)
    right, sure = sum(one.right for one in part) / size, sum(one.confidence for one in part) / size
    return [
        name,
        str(size),
        percent(right),
        share(sure),
        share(expected_error(part)),
        percent(passed.share),
        percent(passed.accuracy) if passed.accepted else "–",
    ]


def _records(found: Sequence[Decision]) -> str:
    fields = tuple({one.field for one in found})
    return (
        f"Records whose head passes with no look: {_told(whole_records(found, HEAD))}; "
        f"whole records: {_told(whole_records(found, fields))}.\n"
    )


def _told(passed: Coverage) -> str:
    right = f", right in {percent(passed.accuracy)}" if passed.accepted else ""
    return f"{percent(passed.share)} ({passed.accepted} of {passed.decisions}{right})"
