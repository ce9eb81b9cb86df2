"""Whom a task is to be done with: the names after ``phối hợp với``, up to the verb of the task."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.extraction.tasks.cues import UPPER, actor_at, either, words
from vanban.extraction.tasks.grammar import end_of_names

_WITH = re.compile(
    r"(?<!sự )(?<!quy chế )(?<!chương trình )(?<!công tác )(?<!việc )(?<!Quy chế )(?<!Chương trình )"
    r"[Pp]hối(?:,| -)?(?: kết)?\s+hợp"
    rf"(?:(?:\s+|\s*,\s*){either(words()['openings']['manners'])})*"
    r"(?P<with>\s+(?:cùng\s+)?(?:[Vv][Ớớ][Ii]|cùng)\s*:?\s+|\s+)",
)
_END = re.compile(r"(?:\s*[,;–-]|\s+(?:và|và các|trong|để|về|của|cho|tại|cùng))+\s*$")


_BESIDE = re.compile(
    r"(?:(?:[Cc]hủ trì|thực hiện|tham mưu|chủ động|đầu mối),?\s+cùng|(?:^|(?<=[:;]\s))[Cc]ùng)(?P<with>\s+với)?\s+"
    r"|(?<!\w)(?:có|với)\s+sự\s+(?:tham gia|phối hợp|hỗ trợ|hiệp đồng|giúp đỡ)(?:,\s+(?:phối hợp|hỗ trợ))?"
    r"(?P<share>\s+của)\s+"
    r"|(?<=\w)(?P<too>\s+cùng(?:\s+với)?)\s+"
    r"|(?:(?<!\w)(?:trao đổi|bàn bạc|hiệp thương),?\s+(?:và\s+)?thống nhất|chủ trì,\s+thống nhất"
    r"|(?:^|(?<=[:;]\s))(?:Trao đổi|Thống nhất|Bàn bạc))"
    r"(?P<agreed>\s+(?:cùng\s+)?với)\s+"
)
"""``chủ trì, cùng với A``, ``có sự tham gia của A``, ``Cùng A …`` in front, ``trao đổi, thống nhất với A``."""


def find_coordinators(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Spans of the lists of names that a text says to work with."""
    found: list[tuple[int, int]] = []
    marks = [*_WITH.finditer(text, start), *_BESIDE.finditer(text, start)]
    for match in sorted(marks, key=re.Match.start):
        at = match.end()
        if found and at <= found[-1][1]:
            continue
        if not actor_at(text, at) or (
            (match["with"] or "với").strip() == "" and not text[at].isupper() and not _many(text, at)
        ):
            continue
        end, kind = end_of_names(text, at)
        if match.groupdict().get("too") and (kind != "task" or text.startswith("chịu trách nhiệm", end)):
            continue
        names = _END.sub("", text[at:end].rstrip(" .:"))
        stop = re.search(r"\.(?:/\.|\s+[A-ZĐ]|$)", names)
        names = names[: stop.start()] if stop else names
        found.append((at, at + len(names)))
    return sorted([*found, *_partners(text, start)])


def _partners(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Names behind the lead's that only take part: ``Công an xã chủ trì, Đoàn xã phối hợp giữ gìn …``."""
    if "chủ trì" not in text or "phối hợp" not in text:
        return
    for mark in _AFTER_LEAD.finditer(text, text.index("chủ trì"), len(text)):
        at = mark.end()
        if at < start or not actor_at(text, at):
            continue
        end, kind = end_of_names(text, at)
        part = _TAKES_PART.match(text, end) if kind == "task" else None
        if part and (mark.group()[0] == "," or _NO_MORE.match(text, part.end())):
            yield at, at + len(_END.sub("", text[at:end].rstrip()))


_AFTER_LEAD = re.compile(r"[,;]\s+")
_NO_MORE = re.compile(r"\s*(?:thực hiện|tham gia)?\s*(?:[.;,]|$)")
_TAKES_PART = re.compile(r"(?:cùng\s+)?phối hợp(?!\s+(?:chặt chẽ\s+)?(?:với|cùng)(?!\w))")


def _many(text: str, at: int) -> bool:
    return text.startswith(("các ", "những "), at) or _NAMED.match(text, at) is not None


_NAMED = re.compile(rf"[^\W\d_]+(?: [^\W\d_]+)? [{UPPER}]")
"""``phòng Kế hoạch``, ``trung tâm Y tế``: a head in small letters before a name."""
