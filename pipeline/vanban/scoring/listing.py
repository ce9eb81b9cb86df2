"""The errors of an evaluation as a page to read (with pictures of the places) or as rows for a table."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final

from vanban.errors import OutputFailed
from vanban.messages import language
from vanban.messages import text as say
from vanban.record import Record
from vanban.scoring.crops import crop
from vanban.scoring.figures import place
from vanban.scoring.outcome import Outcome, Verdict
from vanban.scoring.places import gold_places

if TYPE_CHECKING:
    from vanban.scoring.evaluation import Evaluation

_AROUND: Final = 60
"""Characters of the page's text shown on either side of a value."""

_STYLE: Final = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #222 }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem;
border-bottom: 1px solid #ddd } th { position: sticky; top: 0; background: #fff } img { max-width: 34rem; border: 1px
solid #ccc } mark { background: #ffe08a } .missing { color: #a33 } .extra { color: #06c } .wrong { color: #b60 }
small { color: #666 } nav a { margin-right: 1rem }
"""


def make_way(target: Path) -> None:
    """See to it, before the work, that :func:`write_errors` can write to ``target``; nothing is left behind.

    Raises :class:`~vanban.errors.OutputFailed`.
    """
    try:
        if _is_file(target):
            fresh = not target.exists()
            with target.open("a", encoding="utf-8"):
                pass
            if fresh:
                target.unlink()
        else:
            target.mkdir(parents=True, exist_ok=True)
            with TemporaryFile(dir=target):
                pass
    except OSError as error:
        raise OutputFailed(path=target, reason=error.strerror or str(error)) from error


def _is_file(target: Path) -> bool:
    return target.suffix.lower() in (".csv", ".html")


def write_errors(found: Evaluation, target: Path) -> int:
    """Write the errors to ``target`` and return how many there are.

    A name ending in ``.csv`` gets rows, one ending in ``.html`` a page with its pictures inside; any other is a
    folder with ``index.html``, its pictures and ``errors.csv``.
    """
    errors = sorted(found.errors, key=lambda outcome: (place(outcome.field), outcome.document))
    if target.suffix.lower() == ".csv":
        target.write_text(rows(errors), "utf-8-sig")  # spreadsheets take it for text of their own region else
    elif target.suffix.lower() == ".html":
        target.write_text(page(found, errors, None), "utf-8")
    else:
        target.mkdir(parents=True, exist_ok=True)
        (target / "errors.csv").write_text(rows(errors), "utf-8-sig")
        (target / "index.html").write_text(page(found, errors, target), "utf-8")
    return len(errors)


def rows(outcomes: Sequence[Outcome]) -> str:
    """Judgements as CSV, a line each under a line of names."""
    table = [outcome.row for outcome in outcomes]
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(Outcome("", "", Verdict.ABSENT).row), lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return text.getvalue()


def page(found: Evaluation, errors: Sequence[Outcome], folder: Path | None) -> str:
    """The page of errors, field by field; pictures go to ``folder``, or into the page when there is none."""
    parts = [
        f'<!doctype html><html lang="{language()}"><meta charset="utf-8"><title>{escape(say("say.errors"))}</title>',
        f"<style>{_STYLE}</style><h1>{escape(say('say.errors'))}</h1>",
        _contents(errors),
        *_tables(found, errors, folder),
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _contents(errors: Sequence[Outcome]) -> str:
    counts: dict[str, int] = {}
    for outcome in errors:
        counts[outcome.field] = counts.get(outcome.field, 0) + 1
    links = (f'<a href="#{escape(name)}">{escape(name)} ({count})</a>' for name, count in counts.items())
    return f"<nav>{' '.join(links)}</nav>"


def _tables(found: Evaluation, errors: Sequence[Outcome], folder: Path | None) -> Iterator[str]:
    heads = "".join(f"<th>{escape(say(f'say.{key}'))}</th>" for key in ("file", "gold", "got", "place_on_page"))
    now = None
    for at, outcome in enumerate(errors):
        if outcome.field != now:
            if now is not None:
                yield "</table>"
            now = outcome.field
            yield f'<h2 id="{escape(now)}">{escape(now)}</h2><table><tr>{heads}</tr>'
        yield _row(found, outcome, at, folder)
    if now is not None:
        yield "</table>"


def _row(found: Evaluation, outcome: Outcome, at: int, folder: Path | None) -> str:
    sure = "" if outcome.confidence is None else f"<br><small>{outcome.confidence:.2f}</small>"
    look = f" <small>{escape(say('say.doubts'))}</small>" if outcome.reviewed else ""
    cells = (
        escape(outcome.document),
        escape(outcome.gold or "–"),
        f'<span class="{outcome.verdict}">{escape(outcome.got or "–")}</span>{sure}{look}',
        _place(found, outcome, at, folder),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _place(found: Evaluation, outcome: Outcome, at: int, folder: Path | None) -> str:
    example = found.examples[outcome.document]
    boxed = any(place.box for place in outcome.evidence)
    picture = crop(example.path, outcome.evidence if boxed else gold_places(example.gold, outcome), outcome.field)
    if picture is not None:
        data = io.BytesIO()
        picture.convert("P", colors=32).save(data, "PNG", optimize=True)
        if folder is None:
            return f'<img alt="" src="data:image/png;base64,{base64.b64encode(data.getvalue()).decode("ascii")}">'
        (folder / "crops").mkdir(exist_ok=True)
        (folder / "crops" / f"{at}.png").write_bytes(data.getvalue())
        return f'<img alt="" loading="lazy" src="crops/{at}.png">'
    record = found.records.get(outcome.document)
    return _passage(record, outcome) if record else ""


def _passage(record: Record, outcome: Outcome) -> str:
    """The words around the value, from the page's text where it is at hand."""
    if not outcome.evidence or not record.pages:
        return ""
    first = outcome.evidence[0]
    text = record.pages[first.page - 1]
    before = text[max(0, first.start - _AROUND) : first.start]
    after = text[first.end : first.end + _AROUND]
    return f"{escape(before)}<mark>{escape(text[first.start : first.end])}</mark>{escape(after)}"
