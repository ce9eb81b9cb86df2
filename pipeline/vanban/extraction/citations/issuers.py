"""Who issued a cited document: the agency after ``của`` or ``giữa``, or the one that acts before the citation."""

from __future__ import annotations

import re

from vanban.extraction.citations.vocabulary import CAPITAL
from vanban.language.dates import DATE, from_match
from vanban.language.text import fold

_TOKEN = re.compile(r"\s{0,3}([\w&/.]+|[-,()])")
_PLACES = "tỉnh thành huyện quận thị xã phường tp tx khu đặc".split()
_SMALL = frozenset(
    "nhân dân tỉnh thành phố huyện quận thị xã trấn phường nước nhà quốc gia tối cao và các trưởng vụ bộ ban sở cục "
    "ngành liên tịch chính sách đại biểu trung ương cơ quan đảng ủy viện kiểm sát tòa án hội đồng khối khu vực lâm thời "
    "cấp thường trực phủ ubnd hđnd đặc khu tư pháp dân tộc miền núi chấp hành đạo quân sự cứu hộ thanh niên chữa bệnh chống đua thể thao du lịch hiv/aids".split()
)
_STOPS = frozenset(
    "về việc ngày số năm tại trong để theo được đã có là thì nhằm với cho đối từ đến gửi yêu trình này nêu trên như "
    "trước khi do sẽ không phải nếu hiện kèm đính tiếp mà cùng bằng sau giao cũng còn v/v vv".split()
)
_STOP_PAIRS = frozenset(
    {
        "ban hành", "quy định", "hướng dẫn", "phê duyệt", "sửa đổi", "bổ sung", "triển khai", "thành lập", "công bố",
        "quyết định", "điều chỉnh", "thông báo", "báo cáo", "bãi bỏ", "thay thế", "tăng cường", "đề nghị", "yêu cầu",
        "phân công", "phân cấp", "chỉ đạo về", "cho phép", "công nhận", "kết luận", "nghị quyết", "nghị định", "thông tư",
        "chỉ thị", "kế hoạch", "công văn", "tờ trình", "căn cứ", "thực hiện", "quy chế", "văn bản", "luật số", "công điện",
        "và luật", "và pháp", "bộ luật", "pháp lệnh", "phê chuẩn", "giải thích", "ủy quyền", "kiện toàn", "quy chế",
        "tiếp tục", "chủ trì", "tổng hợp", "thông qua", "hợp nhất", "đính chính", "và các", "thống nhất", "ra đời", "đồng thời", "đồng ý", "tổ chức thực",
    }
)  # fmt: skip
_BOARD = re.compile(
    r"(?:Ban|Tổ|Tiểu ban|Hội đồng)\s(?:Chỉ đạo|Tổ chức|công tác|Công tác|Quản lý|Thi đua|điều phối|giúp việc)"
)
_TITLE = re.compile(r"\s(?:về|Về|V/v|ban hành|phê duyệt|triển khai|hướng dẫn|quy định)\s|[.;:(]|$")
_OPENING = re.compile(
    rf"[{CAPITAL}]|(?:liên|tỉnh|huyện|thành phố|ủy ban|thủ tướng|bộ|sở|chủ tịch|chính phủ|quốc hội|hội đồng|ban|cục)\s",
    re.UNICODE,
)
_PLACE = re.compile(rf"\s*\w+\.?\s+(?:[{CAPITAL}]|(?:xã|phố|trấn)\s+[{CAPITAL}])")
_JOINED = re.compile(
    r"(?:Bộ|Sở|Ban|Ủy|Uỷ|Thanh|Tòa|Toà|Viện|Tổng|Ngân|Văn|Kiểm|Bảo|Mặt|Chủ|Thủ|Thường|Đoàn|Đảng|Hội|Liên|Công|UBND|HĐND)\b"
)


def span(text: str, at: int, limit: int | None = None) -> int:
    """Where the agency's name that begins at ``at`` ends; ``at`` when no name begins there.

    Capitals go on, small words only when they occur in names; a comma is crossed before a place
    (``UBND huyện A, tỉnh B``), another agency of a joint document and inside ``Văn hóa, Thể thao``.
    """
    limit = min(len(text), at + 260 if limit is None else limit)
    if not _OPENING.match(text, at):
        return at
    board = _BOARD.match(text, at)
    if board:
        stop = _TITLE.search(text, board.end(), limit)
        end = stop.start() if stop else board.end()
        if end - at <= 200:
            return _trim(text, at, end)
    end, last, named = at, "", False
    while True:
        token = _TOKEN.match(text, end, limit)
        if not token:
            break
        word = token.group(1)
        low = word.lower().rstrip(".")
        ahead = _TOKEN.match(text, token.end(), limit)
        after = ahead.group(1) if ahead else ""
        if word in "(),":
            if word != "," or not _crosses(last, after, text, token.end()):
                break
        elif word == "-":
            if not after[:1].isupper():
                break
        elif low in _STOPS or f"{low} {after.lower().rstrip('.')}" in _STOP_PAIRS:
            break
        elif not (word[0].isupper() or word[0].isdigit() or low in _SMALL or named):
            break
        elif low == "và" and not (after[:1].isupper() or after.lower() in _SMALL):
            break
        end, last = token.end(), low
        named = word[0].isupper() and not (len(word) > 1 and word.isupper())
        if word.endswith(".") and len(low) > 2:
            break
    return _trim(text, at, end)


def _crosses(last: str, after: str, text: str, at: int) -> bool:
    if after.lower().rstrip(".") in _PLACES:
        return bool(_PLACE.match(text, at))
    if not after[:1].isupper() and last not in ("phòng", "khám"):
        return False
    return bool(_JOINED.match(after)) or last in (
        "hóa",
        "hoá",
        "thao",
        "phòng",
        "khám",
        "đua",
        "nghệ",
        "trưởng",
        "động",
        "tế",
    )


def _trim(text: str, at: int, end: int) -> int:
    while end > at and text[end - 1] in " \n\t,.-(&/":
        end -= 1
    tail = text[at:end]
    for word in (" và", " các", " của"):
        if tail.endswith(word):
            return _trim(text, at, end - len(word))
    return end


_PROPOSED = re.compile(r"(?:của|do)\s+(?P<org>[^.;:()]{2,160}?),?\s+(?:trình\s+)?tại\s*(?:các\s+)?$")
_ACTED = re.compile(
    rf"(?:^|[.;:,]\s*|[Nn]gày\s[^,]{{4,25}},\s*)(?P<org>[{CAPITAL}][^.;:]{{2,120}}?)\s+"
    r"(?:(?:đã|vừa|mới)\s+)?(?:có|ban hành|gửi|ký|ký ban hành|phát hành|có các)\s*$"
)
_CLAUSE = re.compile(rf", (?=[{CAPITAL}])")
_DATED = re.compile(
    r"(?:^|[.;(]\s*)(?:Vào\s+)?[Nn]gày\s+(?P<date>\d[^,]{5,24}),\s*[^.;,]{2,120}?(?:có|ban hành|gửi|ký|phát hành)\s*$"
)


def before(window: str) -> tuple[str | None, str | None]:
    """Issuer and date that stand before the citation at the end of ``window``.

    ``Theo đề nghị của Giám đốc Sở A tại`` gives the issuer; ``Ngày 12/6/2031, Bộ A đã có`` gives both.
    """
    proposed = _PROPOSED.search(window)
    if proposed:
        start = proposed.start("org")
        inner = window.rfind(" của ", start, proposed.end("org"))
        for at in (start, inner + 5 if inner > 0 else -1):
            if at >= 0 and span(window, at) >= proposed.end("org"):
                return window[at : proposed.end("org")], None
        return None, None
    acted = _ACTED.search(window)
    if not acted:
        return None, None
    start, end = acted.start("org"), acted.end("org")
    org = None
    for at in (start, *(m.end() for m in _CLAUSE.finditer(window, start, end))):
        if span(window, at) >= end and not fold(window[at:end]).startswith("ngay"):
            org = window[at:end]
            break
    dated = _DATED.search(window) if org else None
    date = DATE.search(dated["date"]) if dated else None
    return org, from_match(date) if date else None
