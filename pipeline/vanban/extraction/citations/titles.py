"""The title (trích yếu) that follows a citation: ``về việc …``, ``ban hành …``, ``quy định …``."""

from __future__ import annotations

import re

_SESSION = re.compile(
    r"(?:\s?,?\s\(?[Kk](?:h(?:óa|oá)\s(?:[IVXLivxl]{1,6}|\d{1,2})|ỳ họp\s(?:(?:lần\s)?thứ\s)?[\w-]{1,12})"
    r"(?!\w)\)?){1,3}"
)
"""The term and the session of who issued it: ``của HĐND tỉnh khóa XV, kỳ họp thứ 9 về …``."""
_ABOUT = re.compile(r"[\s,|]{1,3}(?:[Vv][eêéèẻẽẹếềểễệ](?:\s+việc)?|VỀ(?: VIỆC)?|[Vv]/v:?)\s+(?!phía|trước|nước)")
_VERB = re.compile(
    r"\s{1,3}(?=(?:[Bb]an hành|BAN HÀNH|[Qq]uy định|QUY ĐỊNH|[Hh]ướng dẫn|HƯỚNG DẪN|[Pp]hê duyệt|PHÊ DUYỆT"
    r"|[Ss]ửa đổi,?|SỬA ĐỔI,?|[Bb]ổ sung,?|[Tt]hành lập|[Bb]ãi bỏ|BÃI BỎ|công bố"
    r"|điều chỉnh|triển khai|tăng cường|phân công|phân cấp|giao"
    r"|kiện toàn|phê chuẩn|tiếp tục(?!\s(?:có|được|áp dụng))|công nhận|tổng kết|sơ kết"
    r"|thi hành(?!\s(?:từ|kể|án|nghiêm|trong|tại|theo|đến|và|có|như|nhiệm vụ|công vụ))"
    r"|tổ chức|thực hiện|đề nghị|thông qua|đẩy mạnh|trả lời[^.;:,]{3,80}?\svề)\s)"
)
_ANSWERED = re.compile(r"trả lời[^.;:,]{3,80}?\svề\s+")
_NUMBERED = (
    r"(?:Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?|Chỉ thị|Quy định|Quy chế|Kết luận|Hướng dẫn|Kế hoạch"
    r"|Báo cáo|Tờ trình|Thông báo|Chương trình|Công văn|Văn bản)\s(?:số:?\s)?\d{1,5}[/-]"
)
_AMENDED = re.compile(
    r"(?<=đổi)(?:,? (?:và )?bổ sung)?[^.;:()“”\n]{0,90}?"
    r"\s(?P<type>Nghị định|Nghị quyết|Quyết định|Thông tư|Luật|Pháp lệnh)\s"
    r"[^.;:()“”\n]{2,70}?\s?(?:,|và)\s(?P=type)\s(?:[^.;:()“”\n]{2,70}?\s?(?:,|và)\s(?P=type)\s)?"
)
"""Acts of one type that one act amends: ``sửa đổi một số điều của Thông tư A và Thông tư B`` is one title."""
_AMENDS = re.compile("[Ss]ửa đổi")
_END = re.compile(
    r"[;:.)”, \n](?:(?<=[;:])|(?<=\.)(?=[\s/]|$)|(?<=[)”])\.?\s*$|(?<=\s)(?=\|)"
    r"|(?<=\s)(?=[nctvCTX(])(?:\((?=sau đây|gọi|viết tắt|có hiệu lực"
    r"|(?:đã |đã được |được |bị )?(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính))|(?=như sau|cụ thể như sau|trong đó"
    r"|thì\s|Căn cứ\s|CĂN CỨ\s|Xét\s(?=đề nghị|[TCBV])|Theo\s(?=đề nghị)|Tiếp theo\s|Trên cơ sở\s"
    r"|Thực hiện\s(?=[NQCTKLý])"
    r"|và (?:(?:các\s)?(?:Nghị|Quyết định|Thông tư|Chỉ thị)|Quyết|Thông|Luật|Công văn|Kế hoạch|các văn bản"
    r"|(?:N[QĐ]|QĐ|TT|C[VT]|KH|KL|TB|BC)\s(?:số\s)?\d)))"
    r"|(?<=\w\s)(?=được (?:sửa đổi|bổ sung|thay thế|đính chính|bãi bỏ)[^.;:()]{0,24}\s(?:bởi|tại|theo|bằng)\s)"
    rf"|(?<!việc\s)(?<!sung\s)(?<!đổi\s)(?<!bỏ\s)(?<!và\s)(?<!hoặc\s)(?<!về\s)(?<!đổi,)(?<!sung,)(?<!bỏ,)(?<=\w[\s,])\s?"
    rf"(?=thay thế (?:cho )?(?:các )?{_NUMBERED})"
    rf"|(?<=,)\s(?={_NUMBERED}|số:?\s\d{{1,5}}[/-]|có hiệu lực\s|từ ngày\s[^.;:,]{{5,50}}, [A-ZĐ]"
    r"|(?:trong\s)?(?:những|các|\d{1,2}) năm qua|(?:trong\s)?thời gian qua|hiện nay,)"
    r"|(?<=,)\s(?=[A-ZĐ][^,;.]{2,80}\s(?:đề nghị|yêu cầu|ban hành|có ý kiến|báo cáo|trân trọng|xây dựng|thông báo"
    r"|trình|đã|hướng dẫn|tổ chức|kính|đăng ký|triển khai|lập)\s"
    r"|(?:UBND|Ủy ban nhân dân|Bộ|Sở|Nghị|Quyết định|Thông tư|Chỉ thị|Công văn|Kế hoạch số|được|đã|thì|để)\s))"
)
_REACH = 700
_QUOTED = 300
_AFTER_QUOTE = (",", ";", ".", ":", ")", "")
_LONGEST = 450


def after(text: str, at: int) -> tuple[int, int] | None:
    """The span of the title that begins behind ``at``, without ``về việc``; ``None`` when none follows."""
    session = _SESSION.match(text, at)
    at = session.end() if session else at
    about = _ABOUT.match(text, at)
    start = about.end() if about else at
    if not about:
        verb = _VERB.match(text, at)
        if not verb:
            return None
        answered = _ANSWERED.match(text, verb.end())
        start = answered.end() if answered else verb.end()
    limit = min(len(text), start + _REACH)
    opened = _AMENDS.match(text, start, limit)
    amended = _AMENDED.match(text, opened.end(), limit) if opened else None
    end = _END.search(text, amended.end() if amended else start, limit)
    stop = end.start() if end else limit
    while end and (closing := _open_quote(text, start, stop, limit)):
        end = None if text[closing : closing + 1] in _AFTER_QUOTE else _END.search(text, closing, limit)
        stop = end.start() if end else closing
    while stop > start and text[stop - 1] in " \n,._":
        stop -= 1
    return (start, stop) if stop > start else None


def _open_quote(text: str, start: int, stop: int, limit: int) -> int:
    """Behind the quotation mark that closes one open at ``stop``; 0 when none is open or it is not closed."""
    opened = text.rfind("“", start, stop)
    if opened < 0 or text.find("”", opened, stop) >= 0:
        return 0
    return text.find("”", stop, min(limit, opened + _QUOTED)) + 1


def endless(title: tuple[int, int]) -> bool:
    """Whether nothing showed where a title ends."""
    return title[1] - title[0] > _LONGEST
