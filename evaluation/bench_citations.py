"""How fast citations are found: our finder, a bare regular expression on the same text, eyecite on its own kind.

``python -m evaluation.bench --only citations --docs FOLDER [--passages PASSAGES.jsonl]`` prints all three in one
run. The bare expression tells what the machine gives; eyecite reads sentences as American judgments have them.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

BARE = re.compile(r"\d{1,6}[a-zđ]?/(?:(?:19|20)\d\d/)?[A-ZĐ]{1,5}(?:-[A-ZĐa-z]{1,10})*")
ROUNDS = 5
CASE_SENTENCES = 600
_PARTIES = ("Alder", "Birch", "Cedar County", "Dogwood Ltd.", "Elm", "Fir Corp.", "State", "Hazel", "United States")
_REPORTERS = ("U.S.", "F.2d", "F.3d", "S. Ct.", "P.2d", "N.E.2d", "Cal. 3d", "So. 2d")
_PHRASES = (
    "The court held that the notice was given in time, see {}, and that no more was owed.",
    "As was said in {}, a party who sleeps on its rights cannot ask for relief.",
    "We do not read {} to say otherwise, for the contract there was never signed.",
    "The rule is an old one. {}. It was not questioned below.",
    "The statute, 18 U.S.C. § {section}, speaks of persons; it is silent about ships, which the parties agree on.",
    "Nothing in the record shows when the letter came, and the judge was free to believe the clerk.",
)


def citations(documents: list[str]) -> None:
    """Print characters a second of all three, best of several turns of processor time."""
    from vanban.extraction.citations import scan

    size = sum(map(len, documents))
    count = sum(len(scan(document)) for document in documents)
    ours = size / _best(lambda: [scan(document) for document in documents])
    bare = size / _best(lambda: [sum(1 for _ in BARE.finditer(document)) for document in documents])
    print(
        f"finding  {ours / 1e6:.2f} million characters/s, bare regular expression {bare / 1e6:.1f}, eyecite {eyecite()}"
        f"   (asked: >= 2)   {size} characters, {count} citations"
    )


def eyecite() -> str:
    """The speed of eyecite on sentences of American case law, as text to print."""
    if find_spec("eyecite") is None:
        return "not installed"
    from eyecite import get_citations  # type: ignore[import-not-found]

    text = case_law(CASE_SENTENCES)
    get_citations(text[:400])
    return f"{len(text) / _best(lambda: get_citations(text), rounds=2) / 1e6:.3f}"


def case_law(sentences: int) -> str:
    """Made-up sentences that cite made-up judgments in the American way."""
    draw = random.Random(1789)  # noqa: S311 - no secret
    return " ".join(
        draw.choice(_PHRASES).format(
            f"{draw.choice(_PARTIES)} v. {draw.choice(_PARTIES)}, {draw.randint(1, 900)} {draw.choice(_REPORTERS)} "
            f"{draw.randint(1, 1500)} ({draw.randint(1920, 2020)})",
            section=draw.randint(1, 3000),
        )
        for _ in range(sentences)
    )


def texts(docs: Path, passages: Path | None) -> list[str]:
    """The text files of a folder, and the passages of a file joined to one text."""
    found = [path.read_text("utf-8") for path in sorted(docs.glob("*.txt"))]
    if passages:
        found.append("\n".join(json.loads(line)["text"] for line in passages.read_text("utf-8").splitlines()))
    return found


def _best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    seconds = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return max(min(seconds), 1e-9)
