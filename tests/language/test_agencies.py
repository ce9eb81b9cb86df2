"""Lists of agencies as documents write them. Every place, person and office here is made up or generic."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import assert_linear
from vanban.language.agencies import AgencyContext, names, written_out

UB = "Ủy ban nhân dân"
HD = "Hội đồng nhân dân"

LISTS = [
    # one name
    ("Sở Y tế", ["Sở Y tế"]),
    ("SỞ Y TẾ", ["Sở Y tế"]),
    ("- Phòng GD&ĐT huyện;", ["Phòng Giáo dục và Đào tạo huyện"]),
    ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
    ("Phòng Kinh tế, Hạ tầng và Đô thị", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
    ("Trung tâm Phục vụ hành chính công xã Bình Lâm", ["Trung tâm Phục vụ hành chính công xã Bình Lâm"]),
    ("Văn phòng HĐND và UBND xã", [f"Văn phòng {HD} và {UB} xã"]),
    ("VP HĐND&UBND phường", [f"Văn phòng {HD} và {UB} phường"]),
    ("Văn phòng UBND tỉnh và UBND huyện Tân Lâm", [f"Văn phòng {UB} tỉnh", f"{UB} huyện Tân Lâm"]),
    ("Công đoàn cơ sở và chính quyền địa phương", ["Công đoàn cơ sở", "chính quyền địa phương"]),
    ("Cấp ủy và chính quyền địa phương", ["Cấp ủy và chính quyền địa phương"]),
    ("Ban Tuyên giáo và Dân vận Tỉnh ủy", ["Ban Tuyên giáo và Dân vận Tỉnh ủy"]),
    ("Ủy ban MTTQ và các tổ chức thành viên phường", [
        "Ủy ban Mặt trận Tổ quốc và các tổ chức thành viên phường"]),
    ("Ủy ban MTTQ Việt Nam xã và các thôn", ["Ủy ban Mặt trận Tổ quốc Việt Nam xã", "các thôn"]),
    ("Ủy ban MTTQ phường và các tổ dân phố", ["Ủy ban Mặt trận Tổ quốc phường", "các tổ dân phố"]),
    ("MTTQ Việt Nam và các tổ chức chính trị - xã hội các cấp", [
        "Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội các cấp"]),
    ("UBND đặc khu Hòn Nhạn", [f"{UB} đặc khu Hòn Nhạn"]),
    ("UBND huyện Tân Lâm, tỉnh Bình Sơn", [f"{UB} huyện Tân Lâm, tỉnh Bình Sơn"]),
    ("Ban QLDA ĐTXD huyện", ["Ban Quản lý dự án đầu tư xây dựng huyện"]),
    ("Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh", ["Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh"]),
    ("Bệnh viện Đa khoa khu vực Tân Lâm", ["Bệnh viện Đa khoa khu vực Tân Lâm"]),
    ("Trường THPT Lê Văn Mẫu", ["Trường THPT Lê Văn Mẫu"]),
    ("Trường Đại học Kinh tế và Quản trị Bình Sơn", ["Trường Đại học Kinh tế và Quản trị Bình Sơn"]),
    ("Công ty TNHH MTV Cấp nước Tân Lâm", ["Công ty TNHH MTV Cấp nước Tân Lâm"]),
    ("Công ty CP Xây dựng Tân Lâm", ["Công ty cổ phần Xây dựng Tân Lâm"]),
    ("Viện Khoa học và Công nghệ Bình Sơn", ["Viện Khoa học và Công nghệ Bình Sơn"]),
    ("Ngân hàng CSXH huyện", ["Ngân hàng Chính sách xã hội huyện"]),
    ("Chi cục THADS huyện Tân Lâm", ["Chi cục Thi hành án dân sự huyện Tân Lâm"]),
    ("Ban CHQS xã", ["Ban Chỉ huy Quân sự xã"]),
    ("BCHQS huyện", ["Ban Chỉ huy Quân sự huyện"]),
    ("Hội đồng Thi đua - Khen thưởng tỉnh", ["Hội đồng Thi đua - Khen thưởng tỉnh"]),
    ("Cục Kiểm tra văn bản QPPL (Bộ Tư pháp)", ["Cục Kiểm tra văn bản quy phạm pháp luật (Bộ Tư pháp)"]),
    ("Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn", [
        "Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn"]),
    # several of their own
    ("Công an tỉnh, Bộ CHQS tỉnh", ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh"]),
    ("Sở Nội vụ; Sở Tài chính", ["Sở Nội vụ", "Sở Tài chính"]),
    ("Sở Tài chính và Kho bạc Nhà nước tỉnh", ["Sở Tài chính", "Kho bạc Nhà nước tỉnh"]),
    ("Báo Bình Sơn, Đài PTTH tỉnh, Cổng TTĐT tỉnh", [
        "Báo Bình Sơn", "Đài Phát thanh - Truyền hình tỉnh", "Cổng Thông tin điện tử tỉnh"]),
    ("Hội Nông dân, Hội LHPN, Hội CCB huyện", [
        "Hội Nông dân huyện", "Hội Liên hiệp Phụ nữ huyện", "Hội Cựu chiến binh huyện"]),
    ("VPCP, VPQH, VPCTN", ["Văn phòng Chính phủ", "Văn phòng Quốc hội", "Văn phòng Chủ tịch nước"]),
    ("Phòng Nội vụ và các đơn vị có liên quan", ["Phòng Nội vụ", "các đơn vị có liên quan"]),
    ("Tỉnh ủy, HĐND, UBND tỉnh", ["Tỉnh ủy", f"{HD} tỉnh", f"{UB} tỉnh"]),
    ("Các sở, ban, ngành và UBND các huyện, thị xã", ["Các sở, ban, ngành", f"{UB} các huyện, thị xã"]),
    ("Mặt trận, đoàn thể, các cụm thi đua", ["Mặt trận", "đoàn thể", "các cụm thi đua"]),
    # heads that the list elides
    ("Các Sở: NV, TC, YT", ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế"]),
    ("Các Sở: CT, TP, XD", ["Sở Công Thương", "Sở Tư pháp", "Sở Xây dựng"]),
    ("Các Sở: NN&PTNT, TN và MT, VH,TT&DL", [
        "Sở Nông nghiệp và Phát triển nông thôn", "Sở Tài nguyên và Môi trường", "Sở Văn hóa, Thể thao và Du lịch"]),
    ("Các Sở Tài chính, Kế hoạch và Đầu tư, Nội vụ", ["Sở Tài chính", "Sở Kế hoạch và Đầu tư", "Sở Nội vụ"]),
    ("Các Sở: Tài chính, Xây dựng và Nội vụ", ["Sở Tài chính", "Sở Xây dựng", "Sở Nội vụ"]),
    ("Các Sở, ngành: Nông nghiệp và Môi trường, Dân tộc và Tôn giáo, Thanh tra tỉnh, Công an tỉnh", [
        "Sở Nông nghiệp và Môi trường", "Sở Dân tộc và Tôn giáo", "Thanh tra tỉnh", "Công an tỉnh"]),
    ("Các Bộ: Công an, Quốc phòng, Khoa học và Công nghệ", ["Bộ Công an", "Bộ Quốc phòng", "Bộ Khoa học và Công nghệ"]),
    ("Giám đốc các Sở: Y tế, Nội vụ", ["Giám đốc Sở Y tế", "Giám đốc Sở Nội vụ"]),
    ("Trưởng các phòng: Kinh tế và Hạ tầng, TC-KH", [
        "Trưởng phòng Kinh tế và Hạ tầng", "Trưởng phòng Tài chính - Kế hoạch"]),
    ("Các phòng: Kinh tế, Văn hóa - Xã hội", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
    ("Các Vụ: Pháp chế, Tổ chức cán bộ", ["Vụ Pháp chế", "Vụ Tổ chức cán bộ"]),
    ("Đồn Biên phòng: Mũi Đá và Vịnh Nhạn", ["Đồn Biên phòng Mũi Đá", "Đồn Biên phòng Vịnh Nhạn"]),
    ("UBND các huyện: Tân Lâm, Phú Sơn và Hòa Mẫu", [
        f"{UB} huyện Tân Lâm", f"{UB} huyện Phú Sơn", f"{UB} huyện Hòa Mẫu"]),
    ("HĐND, UBND các xã: An Thử, Bình Thử", [
        f"{HD} xã An Thử", f"{HD} xã Bình Thử", f"{UB} xã An Thử", f"{UB} xã Bình Thử"]),
    ("UBND xã An Thử và phường Bình Thử", [f"{UB} xã An Thử", f"{UB} phường Bình Thử"]),
    ("UBND các xã An Thử, Bình Thử", [f"{UB} xã An Thử", f"{UB} xã Bình Thử"]),
    # officers
    ("CT, các PCT UBND huyện", [f"Chủ tịch {UB} huyện", f"các Phó Chủ tịch {UB} huyện"]),
    ("Chủ tịch và các Phó Chủ tịch UBND xã", [f"Chủ tịch {UB} xã", f"các Phó Chủ tịch {UB} xã"]),
    ("Giám đốc, các PGĐ Sở", ["Giám đốc Sở", "các Phó Giám đốc Sở"]),
    ("Bộ trưởng, các Thứ trưởng Bộ Nội vụ", ["Bộ trưởng Bộ Nội vụ", "các Thứ trưởng Bộ Nội vụ"]),
    ("Bí thư, các Phó Bí thư Huyện ủy", ["Bí thư Huyện ủy", "các Phó Bí thư Huyện ủy"]),
    ("Chánh, Phó Chánh Văn phòng", ["Chánh Văn phòng", "Phó Chánh Văn phòng"]),
    ("C, PVP UBND tỉnh", [f"Chánh Văn phòng {UB} tỉnh", f"Phó Chánh Văn phòng {UB} tỉnh"]),
    ("LĐVP, CVP", ["Lãnh đạo Văn phòng", "Chánh Văn phòng"]),
    ("VPUB: CVP, các PCVP, TH, KGVX", [f"Chánh Văn phòng {UB}", f"các Phó Chánh Văn phòng {UB}", "TH", "KGVX"]),
    ("VPCP: BTCN, các PCN, các Vụ: CN, V.IV", [
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "các Phó Chủ nhiệm Văn phòng Chính phủ", "Vụ CN", "Vụ IV"]),
    ("Bộ Xây dựng: Bộ trưởng, các Thứ trưởng, các trường trực thuộc", [
        "Bộ trưởng Bộ Xây dựng", "các Thứ trưởng Bộ Xây dựng", "các trường trực thuộc"]),
    ("Thủ trưởng các sở, ban, ngành tỉnh", ["Thủ trưởng các sở, ban, ngành tỉnh"]),
    ("BGĐ SYT", ["Ban Giám đốc Sở Y tế"]),
    # collectives stay one name
    ("UBND các xã, phường, thị trấn", [f"{UB} các xã, phường, thị trấn"]),
    ("Các cơ quan, ban, ngành, đoàn thể", ["Các cơ quan, ban, ngành, đoàn thể"]),
    ("các phòng, ban, đơn vị thuộc UBND huyện", [f"các phòng, ban, đơn vị thuộc {UB} huyện"]),
    ("Các Vụ, đơn vị ngang Vụ, đơn vị thuộc CP", ["Các Vụ, đơn vị ngang Vụ, đơn vị thuộc Chính phủ"]),
    ("HĐND, UBND các tỉnh, TP trực thuộc TW", [
        f"{HD} các tỉnh, thành phố trực thuộc Trung ương", f"{UB} các tỉnh, thành phố trực thuộc Trung ương"]),
    ("Đảng ủy các xã, phường", ["Đảng ủy các xã, phường"]),
    ("Phòng Y tế, TTYT các quận, thị xã", ["Phòng Y tế các quận, thị xã", "Trung tâm Y tế các quận, thị xã"]),
    # short forms that what stands around them decides
    ("TT Trung ương Hội", ["Thường trực Trung ương Hội"]),
    ("TT. LĐLĐ tỉnh", ["Thường trực Liên đoàn Lao động tỉnh"]),
    ("TT Hội nghị tỉnh", ["Trung tâm Hội nghị tỉnh"]),
    ("TT. Hoàng Văn Mẫu", ["TT Hoàng Văn Mẫu"]),
    ("TT: Huyện ủy, HĐND, UBND huyện", ["Thường trực Huyện ủy", f"Thường trực {HD} huyện", f"Thường trực {UB} huyện"]),
    ("TV Thành ủy, CA phường", ["Thường vụ Thành ủy", "Công an phường"]),
    ("Ban TV Tỉnh đoàn", ["Ban Thường vụ Tỉnh đoàn"]),
    ("BCH PCTT&TKCN xã", ["Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn xã"]),
    ("BCHQS tỉnh, BCHQS xã", ["Bộ Chỉ huy Quân sự tỉnh", "Ban Chỉ huy Quân sự xã"]),
    ("BCH Đảng bộ huyện", ["Ban Chấp hành Đảng bộ huyện"]),
    ("HĐQT, TGĐ", ["Hội đồng quản trị", "Tổng Giám đốc"]),
    ("TTgCP, các PTTgCP", ["Thủ tướng Chính phủ", "các Phó Thủ tướng Chính phủ"]),
    ("PTTg Hoàng Văn Mẫu", ["Phó Thủ tướng Chính phủ Hoàng Văn Mẫu"]),
    ("Các Phó CT UBND phường", [f"Các Phó Chủ tịch {UB} phường"]),
    # officers with codes, names and lists of their own
    ("VPCP: BTCN, PCN Hoàng Văn Mẫu, các Vụ: NC, PL", [
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Phó Chủ nhiệm Hoàng Văn Mẫu", "Vụ NC", "Vụ PL"]),
    ("Bộ trưởng, Thứ trưởng Hoàng Mẫu", ["Bộ trưởng", "Thứ trưởng Hoàng Mẫu"]),
    ("VPUB: CVP, PVP/TH, KT", [f"Chánh Văn phòng {UB}", f"Phó Chánh Văn phòng {UB}", "KT"]),
    ("VP: CVP, các PCVP, CV: GD, NL", ["Chánh Văn phòng", "các Phó Chánh Văn phòng", "GD", "NL"]),
    ("Các ông (bà) Trưởng thôn", ["Các ông (bà) Trưởng thôn"]),
    # names of a kind that the grammar does not know
    ("Các trạm bơm: Cầu Mẫu, Suối Thử và Đập Nhạn", ["Trạm bơm Cầu Mẫu", "Trạm bơm Suối Thử", "Trạm bơm Đập Nhạn"]),
    ("Các đơn vị: Mẫubank, Công ty Thử", ["Mẫubank", "Công ty Thử"]),
    ("Các Bệnh viện Đa khoa, Bệnh viện Mắt Tân Lâm", ["Các Bệnh viện Đa khoa", "Bệnh viện Mắt Tân Lâm"]),
    ("các Vụ, Cục thuộc Bộ", ["các Vụ, Cục thuộc Bộ"]),
    ("Phòng Văn hóa cộng đồng, Gia đình và Thư viện, Trạm Y tế", [
        "Phòng Văn hóa cộng đồng, Gia đình và Thư viện", "Trạm Y tế"]),
    ("VPUB: CVP, PCVP KTX, phòng HC-QT", [f"Chánh Văn phòng {UB}", f"Phó Chánh Văn phòng {UB}", "phòng HC-QT"]),
    ("Các PTTg: Hoàng Văn Mẫu, Lý Thử", ["Phó Thủ tướng Chính phủ Hoàng Văn Mẫu", "Phó Thủ tướng Chính phủ Lý Thử"]),
    ("Thủ tướng, các PTT Chính phủ", ["Thủ tướng Chính phủ", "các Phó Thủ tướng Chính phủ"]),
    ("Ông Hoàng Văn Mẫu, bà Lý Thị Thử", ["Ông Hoàng Văn Mẫu", "bà Lý Thị Thử"]),
    ("Các hợp tác xã: Mẫu Thử, Tân Lâm", ["Hợp tác xã Mẫu Thử", "Hợp tác xã Tân Lâm"]),
    ("Các Hội: LHPN, Người cao tuổi", ["Hội Liên hiệp Phụ nữ", "Hội Người cao tuổi"]),
    ("UBND các xã: An Thử, Bình Thử và phường Tân Lâm", [
        f"{UB} xã An Thử", f"{UB} xã Bình Thử", f"{UB} phường Tân Lâm"]),
    ("Các Sở: Nội vụ; Tài chính; UBND các xã", ["Sở Nội vụ", "Sở Tài chính", f"{UB} các xã"]),
    ("HĐND, UBND các cấp", [f"{HD} các cấp", f"{UB} các cấp"]),
    ("Thuế KV 3, TTPTQĐ tỉnh", ["Thuế khu vực 3", "Trung tâm Phát triển quỹ đất tỉnh"]),
    ("Cục trưởng Cục Tư liệu, Giám đốc Sở Nội vụ các tỉnh", ["Cục trưởng Cục Tư liệu", "Giám đốc Sở Nội vụ các tỉnh"]),
    ("các Ban và đại biểu HĐND phường", ["các Ban", f"đại biểu {HD} phường"]),
    # kinds of places listed together: what the gazetteer is sure of
    ("UBND các tỉnh, thành phố: Đà Nẵng, Cà Mau", [f"{UB} thành phố Đà Nẵng", f"{UB} tỉnh Cà Mau"]),
    ("Sở Y tế các tỉnh, thành phố: Huế, Đồng Nai", ["Sở Y tế thành phố Huế", "Sở Y tế Đồng Nai"]),
    ("UBND các huyện, thị xã: Đam Rông, Tân Lâm", [f"{UB} huyện Đam Rông", f"{UB} Tân Lâm"]),
    ("Các tỉnh: Cà Mau, Sơn La", ["tỉnh Cà Mau", "tỉnh Sơn La"]),
    # what stays ambiguous stays as written
    ("Phòng KGVX", ["Phòng KGVX"]),
    ("Các Phòng: TH, KGVX", ["Phòng TH", "Phòng KGVX"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LISTS, ids=[text for text, _ in LISTS])
def test_names_of_a_list(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("UBND", UB),
        ("Phòng Lao động – TB&XH;", "Phòng Lao động - Thương binh và Xã hội"),
        ("Đài Phát thanh-Truyền hình tỉnh", "Đài Phát thanh - Truyền hình tỉnh"),
        ("Uỷ ban nhân dân  tỉnh", f"{UB} tỉnh"),
        ("TT Tỉnh uỷ", "Thường trực Tỉnh uỷ"),
        ("Sở Văn hoá và Thể thao", "Sở Văn hoá và Thể thao"),
        ("THÀNH UỶ TÂN LÂM", "Thành ủy Tân Lâm"),
        ("SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội"),
        ("UBND HUYỆN TÂN LÂM", f"{UB} huyện Tân Lâm"),
        ("VĂN PHÒNG HĐND VÀ UBND XÃ BÌNH THỬ", f"Văn phòng {HD} và {UB} xã Bình Thử"),
        ("Trung tâm VH-TT-DL&TT", "Trung tâm Văn hóa - Thể thao - Du lịch và Truyền thông"),
        ("Ngân hàng Nhà nước - CN Bình Sơn", "Ngân hàng Nhà nước - Chi nhánh Bình Sơn"),
        ("UBND TP. Tân Lâm", f"{UB} thành phố Tân Lâm"),
        ("UBND TP", f"{UB} thành phố"),
        ("TT HĐND tỉnh", f"Thường trực {HD} tỉnh"),
        ("TT Thông tin", "Trung tâm Thông tin"),
        ("Cục TL&BHXH", "Cục TL&BHXH"),
        ("Trung tâm Phòng, chống HIV/AIDS", "Trung tâm Phòng, chống HIV/AIDS"),
        ("VNPT Bình Sơn", "VNPT Bình Sơn"),
        ("", ""),
    ],
)
def test_written_out(text: str, wanted: str) -> None:
    assert written_out(text) == wanted


@pytest.mark.parametrize(
    ("text", "body", "wanted"),
    [
        ("TT. Hoàng Văn Mẫu", "Bộ", "Thứ trưởng Hoàng Văn Mẫu"),
        ("Các thành viên BCH", "Ban Chỉ huy", "Các thành viên Ban Chỉ huy"),
        ("Thủ trưởng BCH", "Bộ Chỉ huy", "Thủ trưởng Bộ Chỉ huy"),
        ("BCH Đảng bộ", "Ban Chỉ huy", "Ban Chấp hành Đảng bộ"),
        ("Các thành viên BCH", None, "Các thành viên Ban Chấp hành"),
        ("Ban XDĐ", "Đảng", "Ban Xây dựng Đảng"),
        ("Ban XDĐ", None, "Ban XDĐ"),
    ],
)
def test_written_out_by_what_body_the_issuer_is(text: str, body: str | None, wanted: str) -> None:
    assert written_out(text, AgencyContext(body=body)) == wanted


@pytest.mark.parametrize(
    ("place", "wanted"),
    [("thành phố", "Thường trực Thành ủy"), ("tỉnh", "Thường trực Tỉnh ủy"), (None, "Thường trực Tỉnh ủy")],
)
def test_written_out_in_the_issuers_context(place: str | None, wanted: str) -> None:
    assert written_out("TTTU", AgencyContext(place=place)) == wanted


WORDS = st.sampled_from(
    [
        "UBND",
        "HĐND",
        "Sở",
        "các",
        "Các",
        "Bộ",
        ":",
        ",",
        "và",
        ";",
        "TP",
        "CT",
        "tỉnh",
        "huyện",
        "A",
        "-",
        "&",
        "(",
        ")",
        "Y tế",
        "GD&ĐT",
        "\n",
        "thuộc",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=30).map(" ".join)))
def test_any_text_gives_names_without_blank_ends(text: str) -> None:
    for name in names(text):
        assert name == " ".join(name.split()) != ""


def test_time_grows_with_length() -> None:
    def named(count: int) -> Callable[[], object]:
        text = "Các Sở: " + ", ".join(["Giáo dục và Đào tạo", "GTVT"] * count)
        return lambda: names(text)

    assert_linear(named, 40, 400)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở Công Thương và UBND các xã, phường", ["Sở Công Thương", "Ủy ban nhân dân các xã, phường"]),
        ("Công an và UBND các xã", ["Công an các xã", "Ủy ban nhân dân các xã"]),
        ("Phòng Kinh tế và Trưởng các thôn", ["Phòng Kinh tế", "Trưởng các thôn"]),
        ("Văn phòng Bộ và UBND các tỉnh", ["Văn phòng Bộ", "Ủy ban nhân dân các tỉnh"]),
        ("Văn phòng HĐND và UBND huyện", ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện"]),
        ("Hội Nông dân tỉnh và cơ quan, đơn vị liên quan", ["Hội Nông dân tỉnh", "cơ quan, đơn vị liên quan"]),
        ("Phòng Kinh tế và Hạt Trồng sen Hồ Bạc", ["Phòng Kinh tế", "Hạt Trồng sen Hồ Bạc"]),
        ("Công an xã và Công chức Địa chính - Xây dựng", ["Công an xã", "Công chức Địa chính - Xây dựng"]),
    ],
)
def test_what_a_list_shares_and_what_begins_a_name(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("TTr: Huyện ủy, HĐND huyện", ["Thường trực Huyện ủy", "Thường trực Hội đồng nhân dân huyện"]),
        ("TTr tỉnh", ["TTr tỉnh"]),
        ("BTL Quân khu 9", ["Bộ Tư lệnh Quân khu 9"]),
        ("Phòng TM, CT, HC-KT", ["Phòng TM", "Phòng CT", "Phòng HC-KT"]),
        ("Giám đốc, PGĐ phụ trách", ["Giám đốc", "Phó Giám đốc phụ trách"]),
        ("Các đ/c UV BTV Tỉnh đoàn", ["Các đồng chí Ủy viên Ban Thường vụ Tỉnh đoàn"]),
        ("Đ/c UVBCH Đảng bộ xã", ["Đồng chí Ủy viên Ban Chấp hành Đảng bộ xã"]),
        ("BTT MTTQ tỉnh", ["Ban Thường trực Mặt trận Tổ quốc tỉnh"]),
        ("Các ban HU, UBKT", ["Các ban Huyện ủy", "Ủy ban Kiểm tra"]),
        ("TTg CP, các PTTg CP", ["Thủ tướng Chính phủ", "các Phó Thủ tướng Chính phủ"]),
        ("CĐ ngành Y tế", ["Công đoàn ngành Y tế"]),
        ("LĐ Sở", ["Lãnh đạo Sở"]),
        ("V01, C08", ["V01", "C08"]),
        ("UBND P. Tân Lâm, UBND Q.4", [f"{UB} phường Tân Lâm", f"{UB} quận 4"]),
        ("P.KTM, P.KD", ["Phòng KTM", "Phòng KD"]),
        ("UBND các phường: Đồi Mây, Suối Thử, TP. Tân Lâm", [f"{UB} phường Đồi Mây", f"{UB} phường Suối Thử"]),
        ("UBND các huyện, thành phố: Đam Rông, TP. Tân An", [f"{UB} huyện Đam Rông", f"{UB} thành phố Tân An"]),
        ("HĐQT, BKS", ["Hội đồng quản trị", "Ban Kiểm soát"]),
    ],
)
def test_short_forms_that_their_neighbours_explain(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted
