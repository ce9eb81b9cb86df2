"""Found, label and boundary figures on passages with marked references.

usage: python evaluation/citations_vnlegaltext.py PASSAGES.jsonl [-v]

Each line is ``{"text": …, "spans": [[start, end, label], …]}``. The marks are known to be incomplete, so
recall and boundaries are measured, not precision. A span counts as exact when it ends with the number or
name, or with the date that follows.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from vanban.extraction.citations.grammar import RawCitation, scan

LABELS = {
    "Luật": "L", "Bộ luật": "BL", "Hiến pháp": "HP", "Pháp lệnh": "PL", "Nghị định": "NĐ", "Nghị quyết": "NQ",
    "Nghị quyết liên tịch": "NQ", "Quyết định": "QĐ", "Thông tư": "TT",
    "Thông tư liên tịch": "TTLT", "Thông tư liên bộ": "TTLT",
}  # fmt: skip


def right_spans(citation: RawCitation) -> set[tuple[int, int]]:
    """The spans that count as this citation: to its number or name, to its date, to its issuer."""
    ends = {citation.core_end, citation.end}
    for part in (citation.number_span, citation.date_span):
        if part:
            ends.add(part[1])
    if citation.title_span and citation.start < citation.title_span[0] < citation.core_end + 1:
        ends.add(citation.title_span[1])
    return {(citation.start, end) for end in ends}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", type=Path)
    parser.add_argument("-v", action="store_true", help="print every miss")
    arguments = parser.parse_args()
    passages = [json.loads(line) for line in arguments.passages.read_text("utf-8").splitlines() if line.strip()]
    began = time.process_time()
    found = [scan(passage["text"]) for passage in passages]
    seconds = time.process_time() - began
    marked, hit, labelled, exact = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for passage, citations in zip(passages, found, strict=True):
        text = passage["text"]
        for start, end, label in passage["spans"]:
            marked[label] += 1
            over = [c for c in citations if c.start < end and start < c.end]
            right = [c for c in over if LABELS.get(c.type or "") == label]
            hit[label] += bool(over)
            labelled[label] += bool(right)
            good = any((start, end) in right_spans(c) for c in right)
            exact[label] += good
            if arguments.v and not good:
                kind = "BOUND" if right else "LABEL" if over else "LOST"
                shown = [text[c.start : c.end] for c in over]
                around = f"{text[max(0, start - 30) : start]!r} [[{text[start:end]}]] {text[end : end + 30]!r}"
                sys.stdout.write(f"{kind} {label} {around} -> {shown}\n")
    total = sum(marked.values())
    for name, counts in (("found", hit), ("right label", labelled), ("exact boundaries", exact)):
        by_label = "  ".join(f"{label} {counts[label] / marked[label]:.3f}" for label in marked)
        sys.stdout.write(f"{name:17} {sum(counts.values()) / total:.4f}   {by_label}\n")
    characters = sum(len(passage["text"]) for passage in passages)
    speed = characters / seconds / 1e6
    sys.stdout.write(
        f"marks {total}, citations {sum(map(len, found))}, {speed:.2f} million characters a second of CPU\n"
    )


if __name__ == "__main__":
    main()
