"""The citation graph as a person reads it on a terminal (rich): documents, links in words, chains, ranks, days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from vanban.errors import printable
from vanban.messages import text as say

if TYPE_CHECKING:
    from vanban.store.graph.answers import Link, Net, Work
    from vanban.store.graph.doubtful import Doubtful
    from vanban.store.graph.finding import Moment
    from vanban.store.graph.ranking import Ranked
    from vanban.store.graph.standing import Standing

MOST_SENTENCE: Final = 240
"""Characters of a sentence that are shown, around the number cited."""

MOST_PARTS: Final = 6
"""Parts of a document that a link names; the rest are counted."""

_PARTS: Final = ("point", "clause", "article", "subsection", "section", "chapter", "part", "appendix")
_LAWS: Final = frozenset({"hiến pháp", "bộ luật", "luật", "pháp lệnh"})


def label(work: Work) -> str:
    """What a document is called: ``Nghị định 30/2020/NĐ-CP``, ``Luật Lưu trữ 33/2024/QH15``."""
    law = (work.type or "").casefold() in _LAWS
    title = work.title if law or not work.number else None
    return printable(" ".join(filter(None, (work.type, title, work.number))) or work.address)


def headline(work: Work, *, address: bool = False, mark: bool = True) -> Text:
    """A document in a line: name, day, issuer, and a ``mark`` where it is absent; its ``address`` in another."""
    line = Text(label(work), style="bold")
    for more in (work.date, work.issuer):
        if more:
            line.append(f"  {printable(more)}", style="not bold")
    if mark and not work.present:
        line.append(f"  {say('say.absent')}", style="yellow not bold")
    if address:
        line.append(f"\n{work.address}", style="dim not bold")
    return line


def pinpoint(parts: dict[str, str]) -> str:
    """A part of a document in words: ``điểm a khoản 2 Điều 5``."""
    return " ".join(say(f"pinpoint.{name}", value=parts[name]) for name in _PARTS if parts.get(name))


def print_head(console: Console, work: Work, standing: Standing | None) -> None:
    """Which document an answer is about, and how it stands as far as the store knows."""
    _print(console, headline(work))
    if work.title:
        _print(console, Text(printable(work.title)))
    _print(console, Text(work.address, style="dim"))
    if standing is not None:
        _print(console, Text(say(f"state.{standing.state}"), style="italic"))


def print_links(console: Console, title: str, net: Net, *, cited_by: bool) -> None:
    """The links of one side, each with its relation, document, sentence and place."""
    more = "+" if net.cut else ""
    _print(console, Text(f"\n{say(title)} ({len(net.links)}{more})", style="bold cyan"))
    table = _grid()
    for link in net.links:
        table.add_row(relation(link), _told(link, link.source if cited_by else link.target))
    _print(console, table)


def relation(link: Link) -> str:
    """What a link does, in words: ``sửa đổi (một phần)``, ``bãi bỏ (chưa chắc)``."""
    told = [say(f"relation.{link.relation}")]
    told += [say("say.partly")] if link.scope == "part" else []
    return " ".join(told if link.sure else [*told, say("say.unsure")])


def _told(link: Link, other: Work) -> Text:
    told = headline(other)
    if link.sentence:
        told.append(f"\n{printable(_around(link.sentence, link.target.number))}", style="not bold")
    told.append(f"\n{' · '.join([*_place(link), other.address])}", style="dim not bold")
    return told


def _place(link: Link) -> Iterable[str]:
    named = list(dict.fromkeys(filter(None, map(pinpoint, link.pinpoints))))
    yield from named[:MOST_PARTS]
    if len(named) > MOST_PARTS:
        yield say("say.more", count=len(named) - MOST_PARTS)
    if link.times > 1:
        yield say("say.times", count=link.times)
    if link.page is not None:
        yield say("say.on_page", page=link.page)
    if link.stated_by not in (link.source.address, link.target.address):
        yield say("say.stated_by", address=link.stated_by)


def _around(sentence: str, number: str | None) -> str:
    if len(sentence) <= MOST_SENTENCE:
        return sentence
    at = max(0, sentence.find(number)) if number else 0
    begin = max(0, min(at - MOST_SENTENCE // 2, len(sentence) - MOST_SENTENCE))
    end = min(begin + MOST_SENTENCE, len(sentence))
    begin = sentence.find(" ", begin) + 1 if begin else 0
    end = sentence.rfind(" ", begin, end) if end < len(sentence) else end
    return f"{'…' if begin else ''}{sentence[begin:end]}{'…' if end < len(sentence) else ''}"


def print_doubtful(console: Console, found: Sequence[Doubtful]) -> None:
    """The citations that could mean several documents, with each of these and what is not told."""
    if not found:
        return
    _print(console, Text(f"\n{say('say.ambiguous')} ({len(found)})", style="bold cyan"))
    for item in found:
        reasons = ", ".join(say(f"doubt.{reason}") for reason in item.reasons)
        page = f" · {say('say.on_page', page=item.page)}" if item.page is not None else ""
        told = Text(printable(item.text), style="bold")
        told.append(f"\n{reasons}{page}", style="dim not bold")
        _print(console, Padding(told, (0, 0, 0, 2)))
        for work in item.candidates:
            _print(console, Padding(headline(work, address=True), (0, 0, 0, 6)))


def print_standing(console: Console, found: Standing) -> None:
    """What later documents did to one, oldest first, and its state."""
    day = say("say.on_day", date=found.on) if found.on else say("say.as_known")
    _print(console, Text(f"\n{day}: {say(f'state.{found.state}')}", style="bold cyan"))
    table = _grid()
    for act in found.acts:
        told = headline(act.source)
        places = " · ".join([*_place(act), act.source.address])
        told.append(f"\n{places}", style="dim not bold")
        table.add_row(relation(act), told)
    _print(console, table)


def print_net(console: Console, net: Net) -> None:
    """A net: each document that cites, with what it does to the others."""
    sources: dict[str, list[Link]] = {}
    for link in net.links:
        sources.setdefault(link.source.address, []).append(link)
    linked = {end.address for link in net.links for end in (link.source, link.target)}
    for work in net.works:
        if work.address in sources or work.address not in linked:
            _print(console, headline(work))
            _print(console, _links_out(sources.get(work.address, [])))


def print_tree(console: Console, net: Net) -> None:
    """All that rests on the first document of a net: what does so itself, what rests on that in turn, and so on."""
    resting: dict[str, list[Link]] = {}
    for link in net.links:
        resting.setdefault(link.target.address, []).append(link)
    tree, seen = Tree(headline(net.works[0])), {net.works[0].address}
    left = [(tree, net.works[0])]
    while left:
        branch, work = left.pop(0)
        for link in resting.get(work.address, []):
            if link.source.address not in seen:
                seen.add(link.source.address)
                left.append((branch.add(headline(link.source)), link.source))
    _print(console, tree)


def print_path(console: Console, net: Net) -> None:
    """A chain of documents with what each does to the next, or the next to it."""
    for at, work in enumerate(net.works):
        _print(console, headline(work, address=True))
        if at + 1 < len(net.works):
            after = net.works[at + 1]
            for link in net.links:
                ends = (link.source.address, link.target.address)
                if ends in ((work.address, after.address), (after.address, work.address)):
                    arrow = "↓" if ends[0] == work.address else "↑"
                    _print(console, Text(f"  {arrow} {relation(link)}", style="cyan"))


def print_ranked(console: Console, found: Sequence[Ranked], *, counts: bool) -> None:
    """Documents by their weight: how many documents cite each, or its share of the rank."""
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for item in found:
        weight = say("say.citing", count=int(item.weight)) if counts else f"{item.weight:.3f}"
        told = headline(item.work)
        if item.work.title and item.work.title not in label(item.work):
            told.append(f"\n{printable(item.work.title)}", style="not bold")
        told.append(f"\n{item.work.address}", style="dim not bold")
        table.add_row(weight, told)
    _print(console, table)


def print_timeline(console: Console, found: Sequence[Moment]) -> None:
    """Documents by their days, with what each does to others."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(overflow="fold")
    for moment in found:
        told = Text(label(moment.work), style="bold")
        if moment.work.issuer:
            told.append(f"  {printable(moment.work.issuer)}", style="not bold")
        if not moment.work.present:
            told.append(f"  {say('say.absent')}", style="yellow not bold")
        for link in moment.links:
            told.append(f"\n  {relation(link)} → {label(link.target)}", style="not bold")
        table.add_row(moment.date or "?", told)
    _print(console, table)


def _links_out(links: Iterable[Link]) -> RenderableType:
    table = _grid()
    for link in links:
        table.add_row(relation(link), Text("→ ").append_text(headline(link.target)))
    return table


def _grid() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", min_width=10, max_width=18, overflow="fold")
    table.add_column(overflow="fold")
    return table


def _print(console: Console, shown: RenderableType) -> None:
    console.print(shown, highlight=False, soft_wrap=False)
