"""Names beside one another: a name that others of the same document bear out, lengthen or shorten.

``Phòng Tổ chức`` beside ``Phòng Tổ chức - Hành chính`` was cut, ``Ủy ban Kiểm tra quyết liệt`` beside ``Ủy ban Kiểm
tra`` ran on; a name that the list of recipients holds as well is borne out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from vanban.extraction.tasks.cues import cues
from vanban.record import Record

_GOES_ON: Final = re.compile(r"\s*[-–]\s*\w|\s+[^\W\d_]+")
_ASIDE: Final = re.compile(
    r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|khu vực|trung ương|các|và|của|thuộc|cấp|quốc gia"
    r"|việt nam|cơ sở|\d+)(?!\w)"
)
"""What makes another name of a name: its area, its rank, those beside it (in small letters)."""
_MAY_FOLLOW: Final = frozenset(
    [
        "và",
        "các",
        "để",
        "tại",
        "theo",
        "trên",
        "là",
        "được",
        "có",
        "chịu",
        "cùng",
        "với",
        "của",
        "cần",
        "phải",
        "sẽ",
        "trong",
        "về",
        "căn",
        "chủ",
        "phối",
        "thực",
        "tiếp",
        "đã",
    ]
)


class Kin:
    """The names of a record: how often each is given apart, and what the pages say behind it."""

    def __init__(self, record: Record) -> None:
        self.text = "\n".join(record.pages)
        self.folded = self.text.casefold()
        self.times: Counter[str] = Counter(name.casefold() for name in _apart(record))
        self.order = sorted(self.times)
        self.behind: dict[str, tuple[float, bool]] = {}
        self.known: dict[tuple[str, ...], dict[str, float]] = {}

    def signs(self, names: Sequence[str]) -> dict[str, float]:
        """Signs of a list of names among all others."""
        key = tuple(names)
        if key not in self.known:
            self.known[key] = self._signs(key) if key else {}
        return self.known[key]

    def _signs(self, names: tuple[str, ...]) -> dict[str, float]:
        folded = [name.casefold() for name in names]
        behind = [self._goes_on(name) for name in folded]
        named = [share for name, (share, _) in zip(names, behind, strict=True) if _proper(name)]
        return {
            "borne out": sum(self.times[name] > 1 for name in folded) / len(folded),
            "cut": float(any(map(self._longer, folded))),
            "ran on": float(any(map(self._shorter, folded))),
            "goes on": max(share for share, _ in behind),
            "goes on alike": float(any(alike for _, alike in behind)),
            "broken": max(named, default=0.0),
        }

    def _longer(self, name: str) -> bool:
        """Whether another name goes on where this one ends, as more than its area would."""
        at = bisect_right(self.order, name)
        return at < len(self.order) and _more(self.order[at], name)

    def _shorter(self, name: str) -> bool:
        """Whether another name ends before this one does."""
        words = name.split()
        starts = (" ".join(words[:size]) for size in range(2, len(words)))
        return any(start in self.times and _more(name, start) for start in starts)

    def _goes_on(self, name: str) -> tuple[float, bool]:
        """The share of the places of a name on the pages behind which words stand that begin no task, and whether it
        is the same word in several places."""
        if name not in self.behind:
            self.behind[name] = self._measured(name)
        return self.behind[name]

    def _measured(self, name: str, most: int = 6) -> tuple[float, bool]:
        places = at = 0
        odd: list[str] = []
        while places < most and (at := self.folded.find(name, at)) >= 0:
            at += len(name)
            if self.folded[at : at + 1].isalnum():
                continue
            places += 1
            match = _GOES_ON.match(self.text, at)
            if match is not None and not self._may_follow(match):
                odd.append(match.group().casefold())
        share = len(odd) / places if places else 0.0
        return share, len(odd) > 1 and share == 1 and len(set(odd)) == 1

    def _may_follow(self, match: re.Match[str]) -> bool:
        word = match.group().strip()
        if not word[:1].islower():
            return "\n" in match.group()
        return word in _MAY_FOLLOW or cues().opens_task.match(self.text, match.end() - len(word)) is not None


def _proper(name: str) -> bool:
    """Whether a capital begins the last word of a name."""
    return name.rpartition(" ")[2][:1].isupper()


def _more(name: str, start: str) -> bool:
    """Whether ``name`` is ``start`` and words that are neither an area nor a group beside it."""
    rest = name[len(start) :]
    return name.startswith(start + " ") and not start.startswith(("các ", "những ")) and not _ASIDE.match(rest)


def _apart(record: Record) -> Iterable[str]:
    """Every name that the record gives, once for each sentence, heading or list that gives it."""
    groups = {tuple(item.assignees) for item in record.assignments}
    lists = (record.recipients.to, record.recipients.copy_)
    for names in (*groups, *(item.coordinators for item in record.assignments)):
        yield from names
    for items in lists:
        for one in items:
            yield from one.agencies
