"""The words of the sample documents. All agencies' papers, numbers and people here are invented."""

from __future__ import annotations

from corpus.manuscript import Block, Manuscript, Role, Run

SEAL = ("SỞ NỘI VỤ - TỈNH BÌNH SƠN", ["SỞ", "NỘI VỤ"])
"""The words around the decision's seal and within it."""

E_SIGNATURE = ("Người ký: Sở Nội vụ tỉnh Bình Sơn", "Thời gian ký: 21/10/2025 08:15:42 +07:00")
"""The lines of the e-signature box on the decision's scan."""

_MOTTO = ((Role.MOTTO, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (Role.MOTTO, "Độc lập - Tự do - Hạnh phúc"))


def _manuscript(name: str, *lines: tuple[Role, str]) -> Manuscript:
    """Lines and their roles as a manuscript; ``Điều 1.`` at the start of an item is its marker."""
    blocks = []
    for role, text in lines:
        marker = text[: text.index(".") + 1] if role is Role.ITEM and text.startswith("Điều") else None
        body = text[len(marker) :].lstrip() if marker else text
        blocks.append(Block(role, (Run(body),), marker))
    return Manuscript(name, "nd30", tuple(blocks), {})


LETTER = _manuscript(
    "cong-van",
    (Role.ISSUER, "ỦY BAN NHÂN DÂN\nTỈNH BÌNH SƠN"),
    *_MOTTO,
    (Role.NUMBER, "Số: 1204/UBND-KTTH"),
    (Role.PLACE_DATE, "Bình Sơn, ngày 05 tháng 9 năm 2025"),
    (Role.SUBJECT, "V/v báo cáo kết quả thực hiện chính sách giảm nghèo bền vững 9 tháng đầu năm 2025"),
    (Role.ADDRESSEES, "Kính gửi:"),
    (Role.ADDRESSEES, "- Các Sở: Tài chính, Nội vụ, Y tế;"),
    (Role.ADDRESSEES, "- UBND các xã, phường."),
    (
        Role.PARAGRAPH,
        "Thực hiện Công văn số 3308/BNNMT-GN ngày 22/8/2025 của Bộ Nông nghiệp và Môi trường về việc báo cáo "
        "kết quả thực hiện chính sách giảm nghèo, Ủy ban nhân dân tỉnh có ý kiến như sau:",
    ),
    (
        Role.ITEM,
        "1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ tổng hợp kinh phí đã phân bổ cho các xã, phường; "
        "gửi Sở Nông nghiệp và Môi trường trước ngày 20/9/2025.",
    ),
    (Role.ITEM, "2. Sở Y tế rà soát số người thuộc hộ nghèo chưa có thẻ bảo hiểm y tế và đề xuất cách hỗ trợ."),
    (
        Role.ITEM,
        "3. UBND các xã, phường báo cáo kết quả giảm nghèo về Sở Nông nghiệp và Môi trường chậm nhất ngày "
        "25/9/2025 để tổng hợp.",
    ),
    (Role.PARAGRAPH, "Đề nghị các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện./."),
    (Role.DISTRIBUTION, "Nơi nhận:"),
    (Role.DISTRIBUTION, "- Như trên;"),
    (Role.DISTRIBUTION, "- Bộ Nông nghiệp và Môi trường (b/c);"),
    (Role.DISTRIBUTION, "- CT, các PCT UBND tỉnh;"),
    (Role.DISTRIBUTION, "- VPUB: CVP, các PCVP;"),
    (Role.DISTRIBUTION, "- Lưu: VT, KTTH."),
    (Role.CAPACITY, "TM. ỦY BAN NHÂN DÂN"),
    (Role.CAPACITY, "KT. CHỦ TỊCH"),
    (Role.CAPACITY, "PHÓ CHỦ TỊCH"),
    (Role.SIGNER, "Trần Quốc Khánh"),
)

DECISION = _manuscript(
    "quyet-dinh-quet",
    (Role.PARENT, "UBND TỈNH BÌNH SƠN"),
    (Role.ISSUER, "SỞ NỘI VỤ"),
    *_MOTTO,
    (Role.NUMBER, "Số:          /QĐ-SNV"),
    (Role.PLACE_DATE, "Bình Sơn, ngày       tháng 10 năm 2025"),
    (Role.TYPE, "QUYẾT ĐỊNH"),
    (Role.SUBJECT, "Về việc thành lập Tổ kiểm tra công tác văn thư, lưu trữ năm 2025"),
    (Role.AUTHORITY, "GIÁM ĐỐC SỞ NỘI VỤ"),
    (Role.BASIS, "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;"),
    (
        Role.BASIS,
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    ),
    (Role.BASIS, "Theo đề nghị của Trưởng phòng Văn thư - Lưu trữ."),
    (Role.OPERATIVE, "QUYẾT ĐỊNH:"),
    (Role.ITEM, "Điều 1. Thành lập Tổ kiểm tra công tác văn thư, lưu trữ năm 2025 gồm 05 thành viên."),
    (
        Role.ITEM,
        "Điều 2. Giao Văn phòng Sở chủ trì, phối hợp với Phòng Văn thư - Lưu trữ xây dựng lịch kiểm tra; "
        "báo cáo Giám đốc Sở kết quả trước ngày 15/12/2025.",
    ),
    (
        Role.ITEM,
        "Điều 3. Chánh Văn phòng Sở, Trưởng phòng Văn thư - Lưu trữ và các thành viên Tổ kiểm tra chịu trách "
        "nhiệm thi hành Quyết định này./.",
    ),
    (Role.DISTRIBUTION, "Nơi nhận:"),
    (Role.DISTRIBUTION, "- Như Điều 3;"),
    (Role.DISTRIBUTION, "- UBND tỉnh (b/c);"),
    (Role.DISTRIBUTION, "- Giám đốc, các PGĐ Sở;"),
    (Role.DISTRIBUTION, "- Lưu: VT, VTLT."),
    (Role.CAPACITY, "KT. GIÁM ĐỐC"),
    (Role.CAPACITY, "PHÓ GIÁM ĐỐC"),
    (Role.SIGNER, "Phạm Thị Hồng Vân"),
)
