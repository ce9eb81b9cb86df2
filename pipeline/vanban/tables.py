"""Records and results as a person reads them on a terminal (rich)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from vanban.errors import printable
from vanban.messages import text as say

if TYPE_CHECKING:
    from vanban.doctor import Check
    from vanban.record import Assignment, Recipient, Record
    from vanban.store import Results

MARKS = ("\x02", "\x03")
"""Characters that no document holds, around the words that a search found."""


def records_table(records: Iterable[Record]) -> Table:
    """A row a record: number, date, type, issuer, subject, doubts, file."""
    table = Table(title=say("say.documents"), title_justify="left")
    for key in ("number", "date", "type", "issuer", "subject", "doubts", "file"):
        table.add_column(say(f"say.{key}"), overflow="fold")
    for record in records:
        issuer = record.issuer.name if record.issuer else None
        kind = record.type.code if record.type else None
        row = (
            number(record),
            date(record),
            kind,
            issuer,
            record.subject,
            doubts(record),
            printable(record.source.name),
        )
        table.add_row(*(escape(cell or "") for cell in row))
    return table


def number(record: Record) -> str:
    """The number, or why there is none: ``(để trống) /KH-UBND``."""
    found = record.number
    if found.canonical:
        return found.canonical
    why = say(f"say.{found.status}") if found.status != "complete" else ""
    return f"{why} /{found.symbol}" if found.symbol else why


def date(record: Record) -> str:
    """The date of issue in EDTF, or why there is none."""
    found = record.issued
    if found.date and found.status in ("complete", "missing"):
        return found.date
    return f"{found.date or ''} {say(f'say.{found.status}')}".strip()


def doubts(record: Record) -> str:
    """The head's fields that a person should look at; lists are counted."""
    plain = [name for name in record.review if "." not in name or not name.split(".")[1].isdigit()]
    more = len(record.review) - len(plain)
    return " ".join(filter(None, (", ".join(plain), say("say.more", count=more) if more else "")))


def print_record(console: Console, record: Record, *, address: str | None = None) -> None:
    """One record as a page of facts, with its stable address."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for key, value in (*_facts(record), ("address", address)):
        if value:
            table.add_row(say(f"say.{key}"), escape(value))
    console.print(table, highlight=False)
    console.print(record.id, style="dim", highlight=False)


def _facts(record: Record) -> Iterable[tuple[str, str | None]]:
    yield "number", number(record)
    yield "date", date(record)
    yield "place", record.issued.place
    yield "type", f"{record.type.name} ({record.type.code})" if record.type else None
    yield "issuer", record.issuer.name if record.issuer else None
    yield "subject", record.subject
    signer = record.signer
    yield "signer", ", ".join(filter(None, (signer.name, signer.position))) if signer else None
    yield "addressees", _recipients(record.recipients.to)
    yield "recipients", _recipients([*record.recipients.copy_, *record.recipients.archive])
    yield "assignments", "\n".join(_assignment(item) for item in record.assignments)
    yield "citations", "\n".join(f"{item.text} [{say(f'relation.{item.relation}')}]" for item in record.citations)
    yield "signatures", "\n".join(f"{item.signer or '?'} · {item.time or '?'}" for item in record.signatures)
    yield "doubts", doubts(record)
    yield "warnings", "\n".join(item.message for item in record.warnings)
    yield "file", printable(record.source.name)


def _recipients(items: list[Recipient]) -> str:
    return "\n".join(item.text for item in items)


def _assignment(item: Assignment) -> str:
    until = f" ({say('say.deadline')} {', '.join(item.deadlines)})" if item.deadlines else ""
    return f"{'; '.join(item.assignees)}: {item.text}{until}"


def print_results(console: Console, results: Results, query: str) -> None:
    """The hits with highlighted snippets, then the facets."""
    if not results.total:
        console.print(say("say.no_results", query=query), markup=False, highlight=False)
        return
    milliseconds = round(results.took * 1000)
    heading = say("say.results", total=results.total, query=query, milliseconds=milliseconds)
    console.print(heading, style="bold", markup=False, highlight=False)
    for hit in results.hits:
        head = "  ".join(filter(None, (hit.number, hit.date, hit.type, hit.issuer)))
        console.print(f"\n[bold cyan]{escape(head)}[/]\n  {escape(hit.subject or '')}", highlight=False)
        console.print("  " + _highlighted(hit.snippet, colour=console.is_terminal), highlight=False)
        console.print("  " + "  ".join(filter(None, (hit.address, hit.id[:19]))), style="dim", highlight=False)
    console.print()
    for name, values in results.facets.items():
        if values:
            shown = ", ".join(f"{escape(str(value))} ({count})" for value, count in values[:6])
            console.print(f"[bold]{say(f'say.{name}')}[/]: {shown}", highlight=False)


def _highlighted(snippet: str, *, colour: bool) -> str:
    opening, closing = ("[bold yellow]", "[/]") if colour else ("«", "»")
    return escape(snippet).replace(MARKS[0], opening).replace(MARKS[1], closing)


def checks_table(found: list[Check]) -> Table:
    """A row a check: what it is, its version or that it is missing, how to get it."""
    table = Table.grid(padding=(0, 2))
    for item in found:
        state = item.found or say("doctor.absent" if item.required else "doctor.optional")
        style = "green" if item.found else "red" if item.required else "yellow"
        table.add_row(item.name, f"[{style}]{escape(state)}[/]", "" if item.found else escape(item.remedy))
    return table
