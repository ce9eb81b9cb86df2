"""Small manuscripts written by hand, rendered in the plainest way: a line for each block, or words with boxes."""

from __future__ import annotations

import random

from corpus.manuscript import Block, Manuscript, Role, Run
from vanban.reading.document import Document, Page, Word

_TOWNS = ("Đồi Mây", "Sông Trăng", "Bến Lúa", "Gò Tre", "Suối Đá", "Cồn Nắng")
_WORKS = ("trồng cây xanh", "rà soát hộ nghèo", "dọn kênh mương", "sửa đường thôn", "kiểm kê hồ sơ", "mở lớp học hè")
_PEOPLE = ("Lê Văn Bình", "Trần Thị Mai", "Ngô Quốc Nam", "Phạm Thu Hà", "Hồ Minh Đức", "Đỗ Thanh Tú")


def plan(number: int) -> Manuscript:
    """Kế hoạch number so-and-so of a commune, each a little different."""
    town, work, person = (words[number % len(words)] for words in (_TOWNS, _WORKS, _PEOPLE))
    upper = town.upper()
    rows = (
        (Role.PARENT, "ỦY BAN NHÂN DÂN"),
        (Role.ISSUER, f"XÃ {upper}"),
        (Role.MOTTO, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (Role.MOTTO, "Độc lập - Tự do - Hạnh phúc"),
        (Role.NUMBER, f"Số: {number + 10}/KH-UBND"),
        (Role.PLACE_DATE, f"{town}, ngày {number % 27 + 1:02} tháng 4 năm 2024"),
        (Role.TYPE, "KẾ HOẠCH"),
        (Role.SUBJECT, f"{work.capitalize()} trên địa bàn xã năm 2024"),
        (Role.BASIS, f"Căn cứ Kế hoạch số {number + 3}/KH-UBND ngày 02/01/2024 của UBND huyện về {work};"),
        (Role.PARAGRAPH, f"Ủy ban nhân dân xã {town} ban hành kế hoạch như sau:"),
        (Role.HEADING, "I. MỤC ĐÍCH, YÊU CẦU"),
        (Role.ITEM, f"1. Việc {work} bảo đảm tiết kiệm, đúng tiến độ, có sự tham gia của người dân trong xã."),
        (Role.HEADING, "II. TỔ CHỨC THỰC HIỆN"),
        (Role.ITEM, "1. Văn phòng xã theo dõi, tổng hợp kết quả, báo cáo Chủ tịch xã trước ngày 30/11/2024."),
        (Role.DISTRIBUTION, "Nơi nhận:"),
        (Role.DISTRIBUTION, "- UBND huyện (b/c);"),
        (Role.DISTRIBUTION, "- Lưu: VT."),
        (Role.CAPACITY, "TM. ỦY BAN NHÂN DÂN"),
        (Role.CAPACITY, "CHỦ TỊCH"),
        (Role.SIGNER, person),
    )
    blocks = tuple(Block(role, (Run(text),)) for role, text in rows)
    gold = {"genre": "administrative", "type": "KH"}
    return Manuscript(f"plan{number}", "nd30", blocks, gold)


def seeded(seed: int) -> random.Random:
    """Chance that repeats itself."""
    return random.Random(seed)  # noqa: S311 - noise, not secrets


def text(manuscript: Manuscript) -> Document:
    """A page of plain text, a line for each block."""
    return _document(Page(1, "plain", text="\n\n".join(block.text for block in manuscript.blocks)))


def sheet(manuscript: Manuscript) -> Document:
    """A page of words with boxes: one column, title centred."""
    words = []
    for row, block in enumerate(manuscript.blocks):
        x, top = (200.0 if block.role in (Role.TYPE, Role.SUBJECT) else 70.0), 40.0 + 20 * row
        for piece in block.text.split(" "):
            words.append(Word(piece, (x, top, x + 5.0 * len(piece), top + 12)))
            x += 5.0 * len(piece) + 4
    return _document(Page(1, "digital", words=words, width=595, height=842))


def _document(page: Page) -> Document:
    return Document(id="sha256:0", name="made", media_type="text/plain", bytes=0, pages=[page], page_count=1)
