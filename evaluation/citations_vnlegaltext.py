"""Found, label and boundary figures on passages with marked references, errors by form, and findings beyond the marks.

usage: python -m evaluation.citations_vnlegaltext PASSAGES.jsonl [-v]
       python -m evaluation.citations_vnlegaltext PASSAGES.jsonl --sample 300 --out SAMPLE.jsonl
       python -m evaluation.citations_vnlegaltext PASSAGES.jsonl --judged evaluation/citations_judged.jsonl

Each line is ``{"text": …, "spans": [[start, end, label], …]}``. The marks are known to be incomplete, so they
measure recall and boundaries, not precision. A span counts as exact when it ends with the number or name, or
with the date that follows. Precision is judged by hand on a sample of what is found beyond the marks: the
judge fills ``verdict`` (right or wrong) and ``reason`` in every row of the sample; ``--judged FILE --out FILE``
writes the judged rows without their context, for the context is not ours to publish.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vanban.extraction.citations.grammar import RawCitation, scan

LABELS = {
    "Luật": "L", "Bộ luật": "BL", "Hiến pháp": "HP", "Pháp lệnh": "PL", "Nghị định": "NĐ", "Nghị quyết": "NQ",
    "Nghị quyết liên tịch": "NQ", "Quyết định": "QĐ", "Thông tư": "TT",
    "Thông tư liên tịch": "TTLT", "Thông tư liên bộ": "TTLT",
}  # fmt: skip

CONTEXT = 160
SEED = 1945
_DATED = re.compile(r"ngày\s+\d|\d{1,2}[/-]\d{1,2}[/-]\d{4}$")
_YEAR = re.compile(r"(?:19|20)\d\d\)?$")
_NUMBER = re.compile(r"\d[\w.]{0,6}\s?[/-]\s?(?:\d{4}\s?[/-])?\s?-?\s?[A-ZĐ]")

Passage = dict[str, Any]
Row = dict[str, Any]


def form(marked: str) -> str:
    """The form of a reference from its text: what stands in it tells how it has to be found."""
    numbers = len(_NUMBER.findall(marked))
    if numbers > 1:
        return "several numbers"
    if numbers:
        typed = not marked[0].isdigit() and not marked.lower().startswith("số")
        return ("number" if typed else "number in a list") + (", date" if _DATED.search(marked) else "")
    if _DATED.search(marked):
        return "name, date"
    if _YEAR.search(marked):
        return "name, year"
    return "serial alone" if re.search(r"\d", marked) else "name"


def right_spans(citation: RawCitation) -> set[tuple[int, int]]:
    """The spans that count as this citation: to its number or name, to its date, to its issuer."""
    ends = {citation.core_end, citation.end}
    for part in (citation.number_span, citation.date_span):
        if part:
            ends.add(part[1])
    if citation.title_span and citation.start < citation.title_span[0] < citation.core_end + 1:
        ends.add(citation.title_span[1])
    return {(citation.start, end) for end in ends}


def outcomes(passages: list[Passage], found: list[list[RawCitation]]) -> Iterator[tuple[str, str, str]]:
    """Label, what became of it (LOST, LABEL, BOUND, RIGHT) and a line to show, of every mark."""
    for passage, citations in zip(passages, found, strict=True):
        text = passage["text"]
        for start, end, label in passage["spans"]:
            over = [c for c in citations if c.start < end and start < c.end]
            right = [c for c in over if LABELS.get(c.type or "") == label]
            good = any((start, end) in right_spans(c) for c in right)
            outcome = "RIGHT" if good else "BOUND" if right else "LABEL" if over else "LOST"
            shown = [text[c.start : c.end] for c in over]
            around = f"{text[max(0, start - 30) : start]!r} [[{text[start:end]}]] {text[end : end + 30]!r}"
            yield label, outcome, f"{form(text[start:end])}: {around} -> {shown}"


def figures(results: list[tuple[str, str, str]]) -> Iterator[str]:
    """Shares found, rightly labelled and exact, over all marks and a label; then errors by form."""
    marked = Counter(label for label, _, _ in results)
    for name, lost in (
        ("found", {"LOST"}), ("right label", {"LOST", "LABEL"}), ("exact boundaries", {"LOST", "LABEL", "BOUND"})
    ):  # fmt: skip
        counts = Counter(label for label, outcome, _ in results if outcome not in lost)
        by_label = "  ".join(f"{label} {counts[label] / marked[label]:.3f}" for label in marked)
        yield f"{name:17} {counts.total() / max(1, marked.total()):.4f}   {by_label}"
    exact = [outcome for _, outcome, _ in results if outcome not in ("LOST", "LABEL")]
    yield f"exact of those found with the right label {exact.count('RIGHT') / max(1, len(exact)):.4f}"
    yield f"{'form':22} {'marks':>6} {'lost':>6} {'label':>6} {'bound':>6}"
    forms = Counter((line.split(":", 1)[0], outcome) for _, outcome, line in results)
    for name in sorted({name for name, _ in forms}):
        counts = Counter({outcome: count for (of, outcome), count in forms.items() if of == name})
        yield f"{name:22} {counts.total():6} {counts['LOST']:6} {counts['LABEL']:6} {counts['BOUND']:6}"


def leans(citation: RawCitation) -> bool:
    """Whether a mention by type and issuer alone is none of a record unless an earlier one tells what it means."""
    return citation.refers_back and citation.number_span is None


def beyond(passages: list[Passage], found: list[list[RawCitation]]) -> list[Row]:
    """What was found where no mark is, a row a finding, with its context."""
    rows: list[Row] = []
    for index, (passage, citations) in enumerate(zip(passages, found, strict=True)):
        text = passage["text"]
        for c in citations:
            if not leans(c) and not any(c.start < end and start < c.end for start, end, _ in passage["spans"]):
                row = {"passage": index, "start": c.start, "end": c.end, "found": text[c.start : c.end]}
                row |= {"type": c.type, "number": c.number, "date": c.date, "verdict": "", "reason": ""}
                row["before"], row["after"] = text[max(0, c.start - CONTEXT) : c.start], text[c.end : c.end + CONTEXT]
                rows.append(row)
    return rows


def judged(rows: list[Row], findings: list[Row]) -> Iterator[str]:
    """What a judgement says: of all its rows, and of those that are still found with the same span and type."""
    key = ("passage", "start", "end", "type")
    now = {tuple(row[part] for part in key) for row in findings}
    kept = [row for row in rows if tuple(row[part] for part in key) in now]
    for name, some in (("judged", rows), ("of them found now", kept)):
        right = sum(row["verdict"] == "right" for row in some)
        yield f"beyond the marks, {name}: {len(some)}, right {right / max(1, len(some)):.4f}"
    reasons = Counter(row["reason"] for row in kept if row["verdict"] != "right")
    yield from (f"  {count} {reason}" for reason, count in reasons.most_common())


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def write_rows(path: Path, rows: list[Row]) -> None:
    """Write rows as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def main() -> None:
    """Print the figures, or draw or score a sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", type=Path)
    parser.add_argument("-v", action="store_true", help="print every miss")
    parser.add_argument("--sample", type=int, metavar="N", help="draw N findings beyond the marks into --out")
    parser.add_argument("--judged", type=Path, metavar="FILE", help="score a sample that was judged by hand")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the sample, or the judgement, is written")
    chosen = parser.parse_args()
    passages = read_rows(chosen.passages)
    began = time.process_time()
    found = [scan(passage["text"]) for passage in passages]
    seconds = time.process_time() - began
    findings = beyond(passages, found)
    if chosen.sample and chosen.out:
        drawn = random.Random(SEED).sample(findings, min(chosen.sample, len(findings)))  # noqa: S311 - no secret
        write_rows(chosen.out, drawn)
        sys.stdout.write(f"{len(drawn)} of {len(findings)} findings beyond the marks in {chosen.out}\n")
        return
    if chosen.judged:
        rows = read_rows(chosen.judged)
        if chosen.out:
            write_rows(chosen.out, [{k: v for k, v in row.items() if k not in ("before", "after")} for row in rows])
        sys.stdout.write("".join(line + "\n" for line in judged(rows, findings)))
        return
    results = list(outcomes(passages, found))
    if chosen.v:
        sys.stdout.write("".join(f"{what} {label} {line}\n" for label, what, line in results if what != "RIGHT"))
    sys.stdout.write("".join(line + "\n" for line in figures(results)))
    speed = sum(len(passage["text"]) for passage in passages) / seconds / 1e6
    sys.stdout.write(
        f"marks {len(results)}, citations {sum(map(len, found))}, beyond the marks {len(findings)}, "
        f"{speed:.2f} million characters a second of CPU\n"
    )


if __name__ == "__main__":
    main()
