"""Speeds as ratios against named peers in the same run: ``make bench``, ``python -m evaluation.bench --help``.

The machine is shared and noisy, so a peer does the same work beside ours: ``underthesea.ner`` on the same
text, pdfplumber's ``extract_words`` over the same pages, bare ``tesseract -l vie`` on the same pages
rendered raw at 300 dpi (one thread a process, a process a core, as ours). Scans are told in processor seconds
too, of all processes together: beside other work they are the truer measure.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"
NER_CHARACTERS = 6_000
RAW_DPI = 300


def main() -> None:
    """Print a line a bar: ours, the peer, the ratio and what is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=Path, default=SAMPLES, help="folder of documents (default: the samples)")
    parser.add_argument("--scan-pages", type=int, default=16, help="scanned pages to read at the least")
    parser.add_argument("--only", choices=("start", "text", "citations", "digital", "scan"), help="one bar only")
    parser.add_argument("--passages", type=Path, help="JSON Lines with a text each, for the bar of citations")
    chosen = parser.parse_args()
    bars = {"start": start, "text": text, "citations": citations, "digital": digital, "scan": scan}
    print(f"documents: {chosen.docs}   cores: {os.cpu_count()}")
    for name, bar in bars.items():
        if chosen.only in (None, name):
            bar(chosen)


def start(chosen: argparse.Namespace) -> None:
    """Import and help, best of five, beside a bare interpreter."""
    del chosen
    bare = min(_timed(lambda: _run("-c", "pass")) for _ in range(5))
    imported = min(_timed(lambda: _run("-c", "import vanban")) for _ in range(5))
    helped = min(_timed(lambda: _run("-m", "vanban", "--help")) for _ in range(5))
    print(f"start    import {imported:.2f} s, --help {helped:.2f} s, bare python {bare:.2f} s   (asked: < 0.3 s)")


def text(chosen: argparse.Namespace) -> None:
    """Text to record, characters a second on one core, beside underthesea.ner."""
    from underthesea import ner

    from vanban import extract, open_document

    documents = [open_document(path) for path in sorted(chosen.docs.glob("*.txt"))]
    characters = sum(len(page.text) for document in documents for page in document.pages)
    if not characters:
        print("text     no .txt documents")
        return
    again = max(1, 200_000 // characters)
    extract(documents[0])

    def ours() -> None:
        for document in documents * again:
            extract(document)

    sample = "".join(page.text for document in documents for page in document.pages)[:NER_CHARACTERS]
    ner(sample[:200])
    our_speed = characters * again / _timed(ours)
    peer_speed = len(sample) / _timed(lambda: [ner(line) for line in sample.splitlines() if line.strip()])
    print(
        f"text     {our_speed / 1000:.0f} thousand characters/s, underthesea.ner {peer_speed / 1000:.1f}, "
        f"ratio {our_speed / peer_speed:.0f}   (asked: >= 300)   {characters} characters"
    )


def citations(chosen: argparse.Namespace) -> None:
    """Finding of citations alone, beside a bare regular expression and eyecite."""
    from evaluation import bench_citations

    documents = bench_citations.texts(chosen.docs, chosen.passages)
    if documents:
        bench_citations.citations(documents)
    else:
        print("finding  no .txt documents")


def digital(chosen: argparse.Namespace) -> None:
    """Born-digital PDF to record, beside pdfplumber's extract_words over the same pages."""
    import pdfplumber

    from vanban import read

    paths = [path for path in sorted(chosen.docs.glob("*.pdf")) if _is(path, "digital")]
    if not paths:
        print("digital  no born-digital PDF")
        return
    read(paths[0])

    def peer() -> None:
        for path in paths:
            with pdfplumber.open(path) as pdf:
                for page in pdf.pages:
                    page.extract_words()

    ours, theirs = _timed(lambda: [read(path) for path in paths]), _timed(peer)
    pages = sum(_pages(path) for path in paths)
    print(
        f"digital  {ours:.2f} s, pdfplumber {theirs:.2f} s, ratio {ours / theirs:.2f}   (asked: <= 0.5)   {pages} pages"
    )


def scan(chosen: argparse.Namespace) -> None:
    """Scan to record, beside bare Tesseract on the raw pages at 300 dpi.

    Light and heavy files (bytes a page: stains and noise weigh) take turns until there are pages enough.
    """
    from vanban.extraction.reader import read, read_many
    from vanban.reading import isolate
    from vanban.reading.ocr.library import best
    from vanban.settings import Settings

    if not shutil.which("tesseract"):
        print("scan     Tesseract is not installed")
        return
    scans = [path for path in chosen.docs.glob("*.pdf") if _is(path, "scan")]
    scans.sort(key=lambda path: (path.stat().st_size / _pages(path), path.name))
    paths: list[Path] = []
    while scans and sum(map(_pages, paths)) < chosen.scan_pages:
        paths.append(scans.pop(-(len(paths) % 2)))
    pages = sum(map(_pages, paths))

    def ours() -> None:
        for path, record in read_many(paths):
            if isinstance(record, Exception) or record.status != "complete":
                raise SystemExit(f"{path} was not read whole: {record if isinstance(record, Exception) else ''}")
        isolate.close()  # only then does the system count their time

    read(paths[0])
    isolate.close()
    with tempfile.TemporaryDirectory() as folder:
        images = [image for path in paths for image in _render(path, Path(folder))]
        our_use, our_time = _used(lambda: _timed(ours))
        peer_use, peer_time = _used(lambda: _timed(lambda: _tesseract(images)))
    engine = best(Settings.from_environment().ocr_language)
    print(
        f"scan     {our_time:.1f} s, tesseract {peer_time:.1f} s, ratio {our_time / peer_time:.2f}; processor "
        f"{our_use:.1f} s and {peer_use:.1f} s, ratio {our_use / peer_use:.2f}   (asked: <= 0.8)   {pages} pages, "
        f"read by {engine.name} {engine.version}"
    )


def _is(path: Path, kind: str) -> bool:
    from vanban import open_document

    kinds = {page.kind for page in open_document(path, ocr=False).pages}
    return kinds == {"digital"} if kind == "digital" else "digital" not in kinds


def _pages(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def _render(path: Path, folder: Path) -> list[Path]:
    import pypdfium2

    written = []
    with pypdfium2.PdfDocument(path) as pdf:
        for at, page in enumerate(pdf):
            target = folder / f"{path.stem}-{at}.png"
            page.render(scale=RAW_DPI / 72).to_pil().save(target)
            written.append(target)
    return written


def _tesseract(images: list[Path]) -> None:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}

    def one(image: Path) -> None:
        command = ["tesseract", str(image), "stdout", "-l", "vie", "tsv"]
        subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: S603 - fixed words

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, images))


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)  # noqa: S603 - this interpreter


def _used(work: Callable[[], float]) -> tuple[float, float]:
    """Processor seconds of this process and of the programs that it ended, and what ``work`` gives."""
    began = _processor()
    given = work()
    return _processor() - began, given


def _processor() -> float:
    use = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(part.ru_utime + part.ru_stime for part in use)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
