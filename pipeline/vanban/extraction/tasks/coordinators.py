"""Whom a task is to be done with: the names after ``phối hợp với``, up to the verb of the task."""

from __future__ import annotations

import re

from vanban.extraction.tasks.cues import UPPER, actor_at
from vanban.extraction.tasks.grammar import end_of_names

_WITH = re.compile(
    r"(?<!sự )(?<!quy chế )(?<!chương trình )(?<!công tác )(?<!việc )(?<!Quy chế )(?<!Chương trình )"
    r"[Pp]hối(?:,| -)?(?: kết)?\s+hợp"
    r"(?:(?:\s+|\s*,\s*)(?:chặt chẽ|thống nhất|đồng bộ|kịp thời|thường xuyên|tốt|liên hệ|trao đổi|làm việc|chủ động"
    r"|hiệu quả))*"
    r"(?P<with>\s+(?:cùng\s+)?(?:[Vv][Ớớ][Ii]|cùng)\s*:?\s+|\s+)",
)
_END = re.compile(r"(?:\s*[,;–-]|\s+(?:và|và các|trong|để|về|của|cho|tại|cùng))+\s*$")


_BESIDE = re.compile(
    r"(?:(?:chủ trì|thực hiện|tham mưu|chủ động|đầu mối),?\s+cùng|(?:^|(?<=[:;]\s))[Cc]ùng)(?P<with>\s+với)?\s+"
    r"|(?:(?<!\w)(?:trao đổi|bàn bạc|hiệp thương),?\s+(?:và\s+)?thống nhất|chủ trì,\s+thống nhất)"
    r"(?P<agreed>\s+(?:cùng\s+)?với)\s+"
)
"""``chủ trì, cùng với A``, an item that begins ``Cùng A …``, ``trao đổi, thống nhất với A``."""


def find_coordinators(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Spans of the lists of names that a text says to work with."""
    found = []
    for match in sorted([*_WITH.finditer(text, start), *_BESIDE.finditer(text, start)], key=re.Match.start):
        at = match.end()
        if not actor_at(text, at) or (
            (match["with"] or "với").strip() == "" and not text[at].isupper() and not _many(text, at)
        ):
            continue
        end, _ = end_of_names(text, at)
        names = _END.sub("", text[at:end].rstrip(" .:"))
        stop = re.search(r"\.(?:/\.|\s+[A-ZĐ]|$)", names)
        names = names[: stop.start()] if stop else names
        found.append((at, at + len(names)))
    return found


def _many(text: str, at: int) -> bool:
    return text.startswith(("các ", "những "), at) or _NAMED.match(text, at) is not None


_NAMED = re.compile(rf"[^\W\d_]+(?: [^\W\d_]+)? [{UPPER}]")
"""``phòng Kế hoạch``, ``trung tâm Y tế``: a head in small letters before a name."""
