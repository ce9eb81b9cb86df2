"""The report: every system over the synthetic test split and the real documents, as Markdown with plots.

    python -m evaluation.report            # writes evaluation/report.md and evaluation/plots/
    python -m evaluation.report --quick    # a few documents of each kind, into build/evaluation/quick/

Readings by OCR are kept in build/evaluation/readings, so that a second run takes a minute. The lists of errors, with
pictures of the places, go to build/evaluation/errors. The real documents are read where they stand beside the project
(--real); without them their part is left out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from evaluation.real import real_examples, seed_examples
from evaluation.run import Run, Set, run
from evaluation.sections import SECTIONS
from evaluation.synthetic import FULL, QUICK, split_examples
from evaluation.systems import OURS, SYSTEMS, readers
from vanban.scoring.collection import Example, collect
from vanban.scoring.listing import write_errors

HERE: Final = Path(__file__).parent
BUILD: Final = HERE.parent / "build" / "evaluation"
REAL: Final = HERE.parents[1] / "shared"
_QUICK_REAL: Final = 5
"""Documents of each real kind in a quick run."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run everything and write the report."""
    chosen = _parser().parse_args(arguments)
    began = time.perf_counter()
    target = chosen.out or (BUILD / "quick" if chosen.quick else HERE)
    systems = [system for system in SYSTEMS if system.name == OURS or not chosen.ours]
    sets = [part for part in gather(chosen) if not chosen.only or part.name.startswith(tuple(chosen.only))]
    done = run(sets, systems, readers(chosen.readings, stale=chosen.stale_ocr), tell)
    write_report(done, target, quick=chosen.quick)
    if chosen.errors:
        for (name, system), found in done.evaluations.items():
            if system == OURS:
                write_errors(found, chosen.errors / name.replace(" ", "-"))
    for key, seconds in done.seconds.items():
        tell(f"{key}: {seconds:.0f} s")
    tell(f"{target / 'report.md'}: {time.perf_counter() - began:.0f} s in all")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few documents, for a look")
    parser.add_argument("--only", action="append", metavar="SET", help="sets that begin so: real, 'synthetic scan' …")
    parser.add_argument("--ours", action="store_true", help="leave the other systems out")
    parser.add_argument("--out", type=Path, help="folder of report.md and plots/ (default: evaluation/)")
    parser.add_argument("--corpus", type=Path, help="a corpus that is there already (docs/, gold/, manifest.jsonl)")
    parser.add_argument("--real", type=Path, default=REAL, help="folder with real/, seeds/ and gold/")
    parser.add_argument("--readings", type=Path, default=BUILD / "readings", help="where readings by OCR are kept")
    parser.add_argument("--stale-ocr", action="store_true", help="take readings of an older reader as well")
    parser.add_argument("--errors", type=Path, default=BUILD / "errors", help="folder for the lists of errors")
    return parser


def gather(chosen: argparse.Namespace) -> list[Set]:
    """The sets: the synthetic test split by kind, then the real documents by kind where they are there."""
    made = collect(chosen.corpus).examples if chosen.corpus else None
    wanted = not chosen.only or any("synthetic".startswith(name.split()[0]) for name in chosen.only)
    if made is None and wanted:
        made = split_examples(BUILD, QUICK if chosen.quick else FULL)
    sets = _by_kind("synthetic", made or [])
    if (chosen.real / "real").is_dir():
        seeds = seed_examples(chosen.real / "seeds", chosen.real / "gold")
        real = _by_kind("real", [*seeds, *real_examples(chosen.real / "real")])
        sets += [Set(part.origin, part.kind, part.examples[:_QUICK_REAL]) for part in real] if chosen.quick else real
    else:
        tell(f"no real documents in {chosen.real}: their part is left out")
    return sets


def _by_kind(origin: str, examples: Sequence[Example]) -> list[Set]:
    kinds = dict.fromkeys(example.kind or "text" for example in examples)
    return [Set(origin, kind, tuple(one for one in examples if (one.kind or "text") == kind)) for kind in kinds]


def write_report(done: Run, target: Path, *, quick: bool = False) -> None:
    """Write ``report.md`` and its plots into ``target``."""
    plots = target / "plots"
    plots.mkdir(parents=True, exist_ok=True)
    for old in plots.glob("*.svg"):
        old.unlink()
    head = "# How right the records are\n\nMade by `python -m evaluation.report`; nothing here is written by hand.\n"
    if quick:
        head += "\nThis was a quick run: so few documents that a figure can be off by several points.\n"
    text = "\n".join([head, *(section(done, plots) for section in SECTIONS)])
    (target / "report.md").write_text(text, "utf-8")


def tell(words: str) -> None:
    """Say how the run gets on, on standard error."""
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
