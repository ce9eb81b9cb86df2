"""The words of the sample documents. All agencies' papers, numbers and people here are invented."""

from __future__ import annotations

from corpus.sheet import Sheet

LETTER = Sheet(
    issuer=["ỦY BAN NHÂN DÂN", "TỈNH BÌNH SƠN"],
    number="Số: 1204/UBND-KTTH",
    place_date="Bình Sơn, ngày 05 tháng 9 năm 2025",
    subject=["V/v báo cáo kết quả thực hiện", "chính sách giảm nghèo bền vững", "9 tháng đầu năm 2025"],
    addressees=["- Các Sở: Tài chính, Nội vụ, Y tế;", "- UBND các xã, phường."],
    body=[
        "Thực hiện Công văn số 3308/BNNMT-GN ngày 22/8/2025 của Bộ Nông nghiệp và Môi trường về việc báo cáo "
        "kết quả thực hiện chính sách giảm nghèo, Ủy ban nhân dân tỉnh có ý kiến như sau:",
        "1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ tổng hợp kinh phí đã phân bổ cho các xã, phường; "
        "gửi Sở Nông nghiệp và Môi trường trước ngày 20/9/2025.",
        "2. Sở Y tế rà soát số người thuộc hộ nghèo chưa có thẻ bảo hiểm y tế và đề xuất cách hỗ trợ.",
        "3. UBND các xã, phường báo cáo kết quả giảm nghèo về Sở Nông nghiệp và Môi trường chậm nhất ngày "
        "25/9/2025 để tổng hợp.",
        "Đề nghị các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện./.",
    ],
    distribution=[
        "- Như trên;",
        "- Bộ Nông nghiệp và Môi trường (b/c);",
        "- CT, các PCT UBND tỉnh;",
        "- VPUB: CVP, các PCVP;",
        "- Lưu: VT, KTTH.",
    ],
    signature=["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    signer="Trần Quốc Khánh",
)

DECISION = Sheet(
    issuer=["UBND TỈNH BÌNH SƠN", "SỞ NỘI VỤ"],
    number="Số:          /QĐ-SNV",
    place_date="Bình Sơn, ngày       tháng 10 năm 2025",
    title="QUYẾT ĐỊNH",
    subject=["Về việc thành lập Tổ kiểm tra công tác văn thư, lưu trữ năm 2025"],
    authority="GIÁM ĐỐC SỞ NỘI VỤ",
    bases=[
        "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
        "Theo đề nghị của Trưởng phòng Văn thư - Lưu trữ.",
    ],
    operative="QUYẾT ĐỊNH:",
    body=[
        "Điều 1. Thành lập Tổ kiểm tra công tác văn thư, lưu trữ năm 2025 gồm 05 thành viên.",
        "Điều 2. Giao Văn phòng Sở chủ trì, phối hợp với Phòng Văn thư - Lưu trữ xây dựng lịch kiểm tra; "
        "báo cáo Giám đốc Sở kết quả trước ngày 15/12/2025.",
        "Điều 3. Chánh Văn phòng Sở, Trưởng phòng Văn thư - Lưu trữ và các thành viên Tổ kiểm tra chịu trách "
        "nhiệm thi hành Quyết định này./.",
    ],
    distribution=["- Như Điều 3;", "- UBND tỉnh (b/c);", "- Giám đốc, các PGĐ Sở;", "- Lưu: VT, VTLT."],
    signature=["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
    signer="Phạm Thị Hồng Vân",
    seal="SỞ NỘI VỤ * TỈNH BÌNH SƠN",
    e_signature=["Người ký: Sở Nội vụ tỉnh Bình Sơn", "Thời gian ký: 21/10/2025 08:15:42 +07:00"],
)
