"""What each step of preparing scans for OCR brings: characters wrong, words found, seconds.

There is no transcript of the real scans, so their gold values stand in for one: each subject, name, citation,
recipient and assignment is looked for in the page's OCR text by approximate matching, and its distance from the
nearest passage is its error. The share of tokens that can be Vietnamese syllables guards the rest of the text.

    python evaluation/ocr_preparation.py ../shared/real --variant none --variant all --cache FOLDER
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import re
import resource
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vanban.language.text import nfc, squeeze
from vanban.reading.ocr.engine import Engine, TesseractEngine
from vanban.reading.ocr.library import LibraryEngine
from vanban.reading.ocr.prepare import Steps, prepare
from vanban.reading.ocr.scans import recognise

SEAL = ("signer", "position")
"""Values that stand under the seal."""


@dataclass(frozen=True)
class Variant:
    """One way to read a page."""

    dpi: int = 200
    steps: Steps = Steps()  # noqa: RUF009 (frozen)
    psm: int = 3
    extra: str = ""
    language: str = "vie"
    bare: bool = False
    again: bool = True
    library: bool = False


NONE = Steps(colour=False, level=False, despeckle=False, blur=0)
VARIANTS = {
    "bare tesseract, raw 300 dpi": Variant(dpi=300, steps=NONE, bare=True, again=False),
    "Sauvola alone, 300 dpi": Variant(dpi=300, steps=NONE, again=False),
    "Sauvola alone": Variant(steps=NONE, again=False),
    "all": Variant(),
    "all, tesserocr": Variant(library=True),
    "all but the second look": Variant(again=False),
    "all, 150 dpi": Variant(dpi=150),
    "all, 250 dpi": Variant(dpi=250),
    "all, 300 dpi": Variant(dpi=300),
    "all but ink": Variant(steps=Steps(colour=False)),
    "all but deskew": Variant(steps=Steps(level=False)),
    "all but despeckle": Variant(steps=Steps(despeckle=False)),
    "all but blur": Variant(steps=Steps(blur=0)),
    "all, blur 0.9": Variant(steps=Steps(blur=0.9)),
    "all, Otsu": Variant(extra="-c thresholding_method=0"),
    "all, psm 4": Variant(psm=4),
    "all, psm 6": Variant(psm=6),
    "all, psm 11": Variant(psm=11),
    "all, white on black too": Variant(extra="-c tessedit_do_invert=1"),
    "all, vie+eng": Variant(language="vie+eng"),
}

_INITIAL = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]"
_SYLLABLE = re.compile(rf"^(?:{_INITIAL})?[aăâeêioôơuưy]{{1,3}}(?:ch|ng|nh|[cmnpt])?$")
_TONES = {ord(c): None for c in "\u0300\u0301\u0303\u0309\u0323"}


def is_syllable(token: str) -> bool:
    """Whether letters can be a Vietnamese syllable: initial, vowels, final, at most one tone mark."""
    import unicodedata

    apart = unicodedata.normalize("NFD", token.casefold())
    plain = apart.translate(_TONES)
    return len(apart) - len(plain) <= 1 and bool(_SYLLABLE.match(unicodedata.normalize("NFC", plain)))


def distance(wanted: str, text: str) -> int:
    """Least edits that turn ``wanted`` into some passage of ``text`` (Sellers), rows at once in numpy."""
    import numpy as np

    page = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    at = np.arange(len(page) + 1)
    row = np.zeros(len(page) + 1, dtype=np.int64)
    for letter in wanted:
        step = np.concatenate([row[:1] + 1, np.minimum(row[1:] + 1, row[:-1] + (page != ord(letter)))])
        row = np.minimum.accumulate(step - at) + at
    return int(row.min()) if len(page) else len(wanted)


def words_lost(wanted: str, text: str) -> int:
    """Letters of the words of ``wanted`` that ``text`` lacks: for heads, whose lines two columns interleave."""
    held = set(re.findall(r"\w+", text))
    return sum(len(word) for word in re.findall(r"\w+", wanted) if word not in held)


def wanted_strings(row: dict[str, Any], gold: dict[str, Any] | None) -> Iterator[tuple[str, str]]:
    """``(kind, string)`` as printed, from a header row and, where there is one, the full gold."""
    yield from (("issuer", row[key]) for key in ("issuer", "issuer_parent") if row.get(key))
    yield from (("place", row["place"]),) if row.get("place") else ()
    yield from (("subject", row["subject"]),) if row.get("subject") else ()
    yield from (("addressee", text) for text in row.get("kinh_gui") or ())
    yield from (("signer", row["signer"]),) if row.get("signer") else ()
    if gold is None:
        return
    yield from (("position", gold["signer"]["position"]),) if (gold.get("signer") or {}).get("position") else ()
    for item in gold["recipients"]["copy"] + gold["recipients"]["archive"]:
        yield "recipient", item["text"]
    yield from (("citation", item["text"]) for item in gold["citations"])
    yield from (("assignment", item["text"]) for item in gold["assignments"])


def scans(real: Path) -> Iterator[tuple[Path, dict[str, Any], dict[str, Any] | None]]:
    """Scanned documents with their header row and full gold."""
    for line in (real / "header_gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("born") == "scan":
            path = real / row["file"]
            gold = real / "gold" / f"{path.stem}.json"
            yield path, row, json.loads(gold.read_text("utf-8")) if gold.exists() else None


def read_page(task: tuple[Path, int, Variant]) -> tuple[str, float, float]:
    """Text of one page, processor seconds of preparation and of recognition."""
    import pypdfium2
    from PIL import Image

    path, index, variant = task
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    began = _seconds()
    image = document[index].render(scale=variant.dpi / 72).to_pil().convert("RGB")
    engine = _engine(variant)
    page = None if variant.bare else prepare(image, variant.dpi, variant.steps)
    prepared = _seconds()
    if page is None:
        seen = engine.recognise(image, dpi=variant.dpi, seconds=300)
    elif variant.again:
        _, seen = recognise(page, engine, dpi=variant.dpi, seconds=300)
    else:
        seen = engine.recognise(Image.fromarray(page.soft()), dpi=variant.dpi, seconds=300)
    return " ".join(word.text for word in seen), prepared - began, _seconds() - prepared


def _engine(variant: Variant) -> Engine:
    if variant.library:
        return _library(variant.language, variant.psm)
    engine = TesseractEngine(variant.language, psm=variant.psm)
    engine.config = "" if variant.bare else f"{engine.config} {variant.extra}"
    return engine


@cache
def _library(language: str, psm: int) -> Engine:
    return LibraryEngine(language, psm=psm)


def _seconds() -> float:
    use = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(part.ru_utime + part.ru_stime for part in use)


def pages_of(path: Path, gold: dict[str, Any] | None, full: bool) -> list[int]:
    """Pages read: all of a document with full gold, else the first and the last two."""
    import pypdfium2

    count = len(pypdfium2.PdfDocument(path))
    return list(range(count)) if full or gold else sorted({0, count - 2, count - 1} & set(range(count)))


def run(name: str, real: Path, cache: Path, workers: int, full: bool) -> list[dict[str, Any]]:
    """Pages of every scan read one way: ``{file, page, text, prepare, recognise}``, kept in ``cache``."""
    kept = cache / f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}.json"
    if kept.exists():
        return list(json.loads(kept.read_text("utf-8")))
    tasks = [(path, index, VARIANTS[name]) for path, _, gold in scans(real) for index in pages_of(path, gold, full)]
    with multiprocessing.Pool(workers) as pool:
        results = pool.map(read_page, tasks, chunksize=1)
    pages = [
        {"file": path.name, "page": index + 1, "text": text, "prepare": ready, "recognise": seen}
        for (path, index, _), (text, ready, seen) in zip(tasks, results, strict=True)
    ]
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(pages, ensure_ascii=False), "utf-8")
    return pages


def score(pages: list[dict[str, Any]], real: Path) -> dict[str, float]:
    """Character error and share found (at most one letter in fifty wrong) by kind, syllables, seconds a page."""
    texts: dict[str, str] = defaultdict(str)
    for page in pages:
        texts[page["file"]] += " " + page["text"]
    wrong: dict[str, int] = defaultdict(int)
    length: dict[str, int] = defaultdict(int)
    found: dict[str, list[bool]] = defaultdict(list)
    for path, row, gold in scans(real):
        text = squeeze(nfc(texts[path.name])).casefold()
        for kind, string in wanted_strings(row, gold):
            wanted = squeeze(nfc(string)).casefold()
            if len(wanted) > 400 or not wanted:
                continue
            edits = words_lost(wanted, text) if kind == "issuer" else distance(wanted, text)
            wrong[kind] += edits
            length[kind] += len(wanted)
            found[kind].append(edits <= len(wanted) / 50)
    tokens = [token for page in pages for token in re.findall(r"[^\W\d_]{2,}", nfc(page["text"]))]
    lower = [token for token in tokens if not token.isupper()]
    result = {f"{kind} CER": wrong[kind] / length[kind] for kind in length}
    result |= {f"{kind} found": sum(hits) / len(hits) for kind, hits in found.items()}
    result["CER"] = sum(wrong.values()) / sum(length.values())
    result["found"] = sum(map(sum, found.values())) / sum(map(len, found.values()))
    result["syllables"] = sum(map(is_syllable, lower)) / max(len(lower), 1)
    result["letters"] = float(sum(len(page["text"]) for page in pages))
    result["prepare"] = sum(page["prepare"] for page in pages) / len(pages)
    result["recognise"] = sum(page["recognise"] for page in pages) / len(pages)
    return result


def main() -> None:
    """Print one row a variant."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("real", type=Path, help="folder with docs/, gold/ and header_gold.jsonl")
    parser.add_argument("--variant", action="append", choices=list(VARIANTS), help="default: every one")
    parser.add_argument("--cache", type=Path, required=True, help="folder where OCR texts are kept between runs")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--full", action="store_true", help="every page of every scan, not the sample")
    given = parser.parse_args()
    columns = ["CER", "found"] + [
        f"{kind} CER" for kind in ("issuer", "subject", "citation", "assignment", "recipient")
    ]
    columns += [f"{kind} found" for kind in SEAL] + ["syllables", "letters", "prepare", "recognise"]
    print("| variant | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 1) + "|")
    for name in given.variant or VARIANTS:
        marks = score(run(name, given.real, given.cache, given.workers, given.full), given.real)
        cells = [_cell(column, marks.get(column)) for column in columns]
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def _cell(column: str, value: float | None) -> str:
    if value is None:
        return "–"
    if column in ("prepare", "recognise"):
        return f"{value:.2f} s"
    return f"{value:.0f}" if column == "letters" else f"{100 * value:.1f}%"


if __name__ == "__main__":
    main()
