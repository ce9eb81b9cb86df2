"""``python -m corpus --split test --count 1000 --out DIR``: writes synthetic documents with their gold."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from corpus.compose import SEED, SPLITS
from corpus.generate import KINDS, Order, generate, split_list


def main(arguments: list[str] | None = None) -> None:
    """Read the options, write the documents, say how many and how fast."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description="Writes synthetic documents with their gold.")
    parser.add_argument(
        "--split", choices=SPLITS, default="dev", help="pool of names, places and sentences (default: dev)"
    )
    parser.add_argument("--count", type=int, default=100, help="how many documents (default: 100)")
    parser.add_argument("--start", type=int, default=0, help="number of the first (default: 0)")
    parser.add_argument("--out", type=Path, required=True, help="directory for docs/, gold/ and manifest.jsonl")
    parser.add_argument("--kinds", default=",".join(KINDS), help=f"kinds that take turns (default: {','.join(KINDS)})")
    parser.add_argument(
        "--grade", default="0,1,2,3,4", help="grades of scans that take turns, 0 clean to 4 bad (default: all)"
    )
    parser.add_argument("--seed", type=int, default=SEED, help=f"the seed (default: {SEED})")
    parser.add_argument("--workers", type=int, help="processes (default: all processors)")
    told = parser.parse_args(arguments)
    try:
        grades = tuple(int(one) for one in split_list(told.grade))
        order = Order(told.split, told.count, told.out, tuple(split_list(told.kinds)), grades, told.start, told.seed)
    except ValueError as error:
        parser.error(str(error))
    began = time.perf_counter()
    rows = generate(order, told.workers)
    print(f"{len(rows)} documents in {time.perf_counter() - began:.1f} s: {told.out}")


if __name__ == "__main__":
    main()
