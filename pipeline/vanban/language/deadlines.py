"""By when a task is to be done and how often: deadlines in EDTF, recurrence as the record names it.

A time is a deadline when the sentence says so (``trước``, ``chậm nhất``, ``hạn chót``, ``hoàn thành trong``), when it
leads the sentence (``Năm 2025: …``), or when it stands under a label or in a column of times. Dates of cited
documents, of events and of periods reported on are none, nor is a time that was over when the document was issued.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.language.times import TIME, Frame, onward, read
from vanban.record import Recurrence

_CLOCK = (
    r"(?:(?:\d{1,2}\s*(?:giờ|h|g)\s*(?:\d{2})?'?(?:\s*phút)?)\s*(?:,|-)?\s*"
    r"(?:hôm\s+nay,?\s*|thứ\s+\w+,?\s*|chiều,?\s+|sáng,?\s+|trưa,?\s+)*)?"
)
_PART = (
    r"ngay|giờ\s+(?:hành\s+chính|làm\s+việc)(?:\s+của)?|đến|hết|cuối|lúc|giữa|đầu"
    r"|tuần\s+(?:đầu|cuối|thứ\s+\w+)(?:\s+của)?|nửa\s+(?:đầu|cuối)(?:\s+của)?|(?:thượng|trung|hạ)\s+tuần"
)
_MARK = r"dịp|thời\s+điểm|mốc|kỷ\s+niệm|lễ|ngày\s+lễ|Quốc\s+khánh|Tết(?:\s+Nguyên\s+đán)?|hôm\s+nay,?"
"""What a time may be told by: a part of it, or the feast that falls on it (``trước dịp 30/4``)."""
_DUE = (
    r"(?:chậm|muộn|trễ)\s+nhất|không\s+(?:muộn|chậm|trễ)\s+hơn|không\s+(?:để\s+)?quá|hạn(?=\s+(?:đến|là|ngày|trước)\s)"
    r"|hạn\s+(?:chót|cuối(?:\s+cùng)?|nộp|gửi|báo\s+cáo)|dự\s+kiến(?=\s+(?:trong|vào|hoàn|xong|quý|tháng))"
    r"|thời\s+gian\s+(?:hoàn\s+thành|thực\s+hiện|báo\s+cáo|gửi|nộp|trình|xong)[^,;.:\d]{0,20}(?=:)"
    r"|thời\s+hạn(?:[^,;.:\d]{1,30}(?=:))?|(?:hoàn\s+(?:thành|tất)|xong)(?=\s+(?:ngày|cuối|đầu|hết|đến|quý|tháng)\s)"
)
_CUE = re.compile(
    rf"""(?<!\w)(?:
      (?P<by>trước(?:\s+khi\s+(?:kết\s+thúc|hết))?|{_DUE})
    | (?P<done>(?:hoàn\s+thành|hoàn\s+tất|xong|kết\s+thúc|ban\s+hành|trình)(?:\s+\w+){{0,5}}?\s+(?:trong|vào|trước))
    | (?P<within>trong|vào)
    | (?P<until>(?:từ\s+nay\s+)?đến(?:\s+(?:hết|trước|cuối))?)
    | (?P<between>từ)
    )(?:\s+(?:là|vào|trong|{_PART}|{_MARK}))*\s*:?\s*(?:(?:trước|đến|hết|là)\s+)*{_CLOCK}""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAD = re.compile(
    rf"(?:(?:Hằng|Hàng|Mỗi)\s+năm\s*,?\s*)?(?:Trước|Trong|Từ|Đến(?:\s+hết)?|Chậm\s+nhất(?:\s+là)?)?\s*{_CLOCK}",
    re.IGNORECASE,
)
_AFTER_LEAD = re.compile(
    r"\s*(?:hằng\s+năm|hàng\s+năm|mỗi\s+năm)?\s*(?:\([^()]{0,60}\))?\s*(?P<mark>[:,])", re.IGNORECASE
)
_EVERY_YEAR = re.compile(r"(?:hằng|hàng|mỗi)\s+năm", re.IGNORECASE)
_PURPOSE = re.compile(
    r"(?:^|(?<=[.;]\s))(?:Để|Nhằm|Do|Vì|Qua|Sau khi|Ngày \d)(?:[^.;]|\.(?=\d))*?,(?=\s)", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"\s*(?:[.;)]|$|\./)")
_PAUSE = re.compile(r"\s*(?:[,.;)]|$|\./)")
_DONE = re.compile(r"\s(?:đã|được|sử dụng|giao|phê duyệt)\s")
_OF_AN_OBJECT = re.compile(r"\s(?:cần|phải|sẽ)\s(?:được\s)?[^,.;]{1,20}$")
"""``các điểm cần xử lý trong năm 2030``: the year is the object's."""
_EVENT = re.compile(
    r"(?:lớp|khóa|khoá|hội nghị|hội thảo|kỳ họp|cuộc họp|tập huấn|được|đã|diễn ra|số liệu|giai đoạn|tổ chức tại"
    r"|hiệu lực|đợt|nghỉ|kết quả|tính)(?!\w)[^,.;]*$",
    re.IGNORECASE,
)
"""What runs for days of its own: a class, a session, figures of a stretch."""
_HAS_TIME = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Deadline:
    """Where a deadline stands in the text and its EDTF values (two for ``15 tháng 6 và 31 tháng 10``)."""

    start: int
    end: int
    values: tuple[str, ...]


def find_deadlines(text: str, issued: str | None = None, *, label: bool = False) -> list[Deadline]:
    """The deadlines of a task's text, in order.

    ``issued`` (EDTF) completes a date without a year and tells what is past. With ``label`` the text is what
    stands under a label or in a column of times, where any time is a deadline.
    """
    if not _HAS_TIME.search(text):
        return []
    frame = Frame(issued, yearly=bool(_EVERY_YEAR.search(text)))
    found: list[Deadline] = []
    reach = 0
    for start, match in _times(text, label):
        if match.start() < reach:
            continue
        values = read(match, frame)
        reach = onward(text, match.end())
        if reach > match.end():
            values = tuple(f"{value.split('/')[0]}/.." for value in values)
        values = tuple(value for value in values if label or not frame.past(value))
        if values:
            found.append(Deadline(start, reach, values))
    return found


def leading_time(text: str) -> int:
    """The length of a time that leads the text and its mark (``Năm 2025: ``, ``Trước ngày 15/6, ``); 0 if none."""
    lead = _LEAD.match(text)
    match = TIME.match(text, lead.end() if lead else 0)
    if match is None:
        return 0
    mark = _AFTER_LEAD.match(text, onward(text, match.end()))
    return mark.end() if mark else 0


def _times(text: str, label: bool) -> Iterator[tuple[int, re.Match[str]]]:
    if label:
        yield from ((match.start(), match) for match in TIME.finditer(text))
        return
    lead = _LEAD.match(text)
    opening = TIME.match(text, lead.end()) if lead else None
    if lead and opening and _AFTER_LEAD.match(text, onward(text, opening.end())):
        yield lead.start(), opening
    purposes = [match.span() for match in _PURPOSE.finditer(text)]
    for cue in _CUE.finditer(text):
        match = TIME.match(text, cue.end())
        if match is None or any(start <= cue.start() < end for start, end in purposes):
            continue
        if cue["within"] and match["day"] and cue["within"].casefold() == "trong":
            yield cue.start(), match
        elif (
            (
                cue["within"]
                and (match["year"] or match["half"])
                and (not _PAUSE.match(text, match.end()) or _DONE.search(text, max(0, cue.start() - 30), cue.start()))
            )
            or (cue["within"] and match["year"] and _OF_AN_OBJECT.search(text, max(0, cue.start() - 30), cue.start()))
            or (cue["until"] and not _finishes(text, cue.start(), match.end()))
            or (cue["within"] and (match["days"] or match["day"] or match["daylist"]))
            or (
                cue["between"]
                and not (match["years"] and _CLAUSE_END.match(text, match.end()))
                and not _spans(text, cue, match)
                and not _opens(text, match)
            )
        ):
            continue
        else:
            yield cue.start(), match


_FINISH = re.compile(r"hoàn (?:thành|tất)|xong|dứt điểm|phải|nộp|gửi", re.IGNORECASE)
_CLOSE_BY = 45


def _finishes(text: str, start: int, end: int) -> bool:
    """Whether ``đến …`` says until when something must be done, and is no end of a stretch or of a figure."""
    before = text[max(0, start - _CLOSE_BY) : start]
    behind = re.split(r"[;.]", text[end : end + _CLOSE_BY], maxsplit=1)[0]
    told = re.split(r"[;.]", before)[-1]
    return not before.rstrip()[-1:].isdigit() and bool(_FINISH.search(told) or _FINISH.search(behind))


def _spans(text: str, cue: re.Match[str], match: re.Match[str]) -> bool:
    """Whether days from … to … close the clause, so they time its task and are no event's."""
    return bool(
        (match["days"] or match["months"])
        and _PAUSE.match(text, match.end())
        and not _EVENT.search(text, max(0, cue.start() - 60), cue.start())
    )


def _opens(text: str, match: re.Match[str]) -> bool:
    return onward(text, match.end()) > match.end()


_TIMES = r"(?<![\d/])\d{1,2}\s+(?:lần|kỳ|đợt|buổi|hội\s+nghị|cuộc|lớp|báo\s+cáo|bài|tin|số)\s*/\s*(?:0?1\s+)?"
"""``02 lần/tuần``."""
_RECURRENCE: dict[Recurrence, re.Pattern[str]] = {
    "weekly": re.compile(rf"(?i:hằng|hàng|mỗi)\s+tuần|(?i:tuần)\s+một\s+lần|{_TIMES}tuần"),
    "monthly": re.compile(rf"(?<!trợ cấp )(?<!phụ cấp )(?<!lương )(?i:hằng|hàng|mỗi)\s+tháng|{_TIMES}tháng"),
    "quarterly": re.compile(
        r"(?i:hằng|hàng|mỗi|từng)\s+quý|(?i:định\s+kỳ|báo\s+cáo)\s+quý(?!\s+[IVX\d])" rf"|{_TIMES}quý"
    ),
    "yearly": re.compile(
        r"(?<!thi đua )(?i:hằng|hàng|mỗi)\s+năm(?!\s+của)|(?i:6|sáu|06)\s+tháng,\s*(?:0?1\s+|một\s+)?năm"
        rf"|{_TIMES}năm"
    ),
    "periodic": re.compile(r"(?i:định\s+kỳ)(?!\s+(?:hằng|hàng|mỗi|từng)\s+(?:tuần|tháng|quý|năm))"),
    "ongoing": re.compile(r"(?i:thường\s+xuyên)(?!\s+(?:của|giai))"),
}
_OFTEN = ("ằng ", "àng ", "ỗi ", "ừng ", "ịnh", "ường", "tháng", "quý", "tuần", "/")


def recurrence(text: str, *, label: bool = False) -> Recurrence | None:
    """How often a task comes back: the narrowest word wins, or under a label (``Thời gian: …``) the broadest."""
    if not any(stem in text for stem in _OFTEN):
        return None
    said = [name for name, pattern in _RECURRENCE.items() if pattern.search(text)]
    return said[-1 if label else 0] if said else None
