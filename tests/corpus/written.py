"""Manuscripts written by hand for the renderers' tests; every agency's paper, number and person is invented."""

from __future__ import annotations

from corpus.manuscript import Block, Manuscript, Role, Run

STATE_MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def run(text: str, *labels: str, bold: bool = False, hand: bool = False) -> Run:
    return Run(text, labels, bold=bold, by_hand=hand)


def block(role: Role, *runs: Run | str, marker: str | None = None, column: int = 0, level: int = 0) -> Block:
    return Block(role, tuple(one if isinstance(one, Run) else Run(one) for one in runs), marker, level, column)


def _number(hand: bool) -> Block:
    return block(
        Role.NUMBER,
        run("Số: ", "number"),
        run("47", "number", "number.serial", hand=hand),
        run("/", "number"),
        run("KH-UBND", "number", "number.symbol"),
    )


def _place_date(hand: bool) -> Block:
    return block(
        Role.PLACE_DATE,
        run("Cổ Lũng", "issued", "issued.place"),
        run(", ", "issued"),
        run("ngày ", "issued", "issued.date"),
        run("14", "issued", "issued.date", hand=hand),
        run(" tháng 3 năm 2024", "issued", "issued.date"),
    )


def _table() -> Block:
    head = tuple((Run(text),) for text in ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"))
    tasks = (
        ("Rà soát, lập danh sách các tuyến đường liên thôn cần sửa chữa", "Phòng Kinh tế và Hạ tầng", "UBND các xã"),
        ("Thẩm định dự toán và trình Ủy ban nhân dân huyện phê duyệt", "Phòng Tài chính - Kế hoạch", "Kho bạc"),
        ("Tuyên truyền, vận động nhân dân hiến đất, góp ngày công làm đường", "Đài Truyền thanh", "Huyện đoàn"),
    )
    rows = tuple(
        (
            (run(str(at + 1)),),
            (run(tasks[at % 3][0], f"assignments.{at + 1}"),),
            (run(tasks[at % 3][1], f"assignments.{at + 1}.assignees"),),
            (run(tasks[at % 3][2], f"assignments.{at + 1}.coordinators"),),
            (run(f"Tháng {at % 12 + 1}/2024", f"assignments.{at + 1}.deadlines"),),
        )
        for at in range(14)
    )
    return Block(Role.TABLE, rows=(head, *rows))


def plan(*, hand: bool = False, form: str = "nd30") -> Manuscript:
    """A plan of some pages: bases, headings, a long task table, an annex."""
    body = (
        "Các xã, thị trấn huy động mọi nguồn lực trong nhân dân để sửa chữa những tuyến đường đã xuống cấp, bảo đảm "
        "việc đi lại, vận chuyển nông sản được thuận lợi trước mùa mưa lũ; phấn đấu mỗi thôn có ít nhất một tuyến "
        "đường hoa do hội viên phụ nữ và đoàn viên thanh niên chăm sóc."
    )
    blocks = [
        block(Role.PARENT, run("ỦY BAN NHÂN DÂN TỈNH BÌNH SƠN", "issuer.parent")),
        block(Role.ISSUER, run("ỦY BAN NHÂN DÂN HUYỆN CỔ LŨNG", "issuer")),
        *(block(Role.MOTTO, text) for text in STATE_MOTTO),
        _number(hand),
        _place_date(hand),
        block(Role.TYPE, run("KẾ HOẠCH", "type")),
        block(Role.SUBJECT, run("Sửa chữa đường liên thôn trên địa bàn huyện Cổ Lũng năm 2024", "subject")),
        block(
            Role.BASIS,
            "Căn cứ ",
            run("Nghị quyết số 12/NQ-HĐND ngày 20 tháng 12 năm 2023", "citations.0"),
            run(" của ", "citations.0"),
            run("Hội đồng nhân dân huyện Cổ Lũng", "citations.0"),
            " về nhiệm vụ năm 2024;",
        ),
        block(Role.PARAGRAPH, "Ủy ban nhân dân huyện ban hành Kế hoạch với các nội dung sau:"),
        block(Role.HEADING, "MỤC ĐÍCH, YÊU CẦU", marker="I."),
        *(block(Role.ITEM, body, marker=f"{at}.") for at in range(1, 6)),
        block(Role.HEADING, "TỔ CHỨC THỰC HIỆN", marker="II."),
        block(
            Role.ITEM,
            run("Phòng Nội vụ", "assignments.0", "assignments.0.assignees"),
            run(" theo dõi thi đua, báo cáo trước ", "assignments.0"),
            run("ngày 20/11/2024", "assignments.0", "assignments.0.deadlines"),
            run(".", "assignments.0"),
            marker="1.",
        ),
        block(Role.PARAGRAPH, "Nhiệm vụ cụ thể theo bảng sau:"),
        _table(),
        block(Role.PARAGRAPH, "Yêu cầu các đơn vị nghiêm túc thực hiện./."),
        *_foot(),
        block(Role.ANNEX, run("PHỤ LỤC I", bold=True)),
        block(Role.ANNEX, run("DANH SÁCH CÁC TUYẾN ĐƯỜNG", bold=True)),
        block(Role.ANNEX, "(Kèm theo Kế hoạch số 47/KH-UBND của Ủy ban nhân dân huyện Cổ Lũng)"),
        block(Role.ITEM, "Tuyến thôn Nà Lũng đi thôn Bản Cuôn, dài 1,2 km;", marker="-"),
    ]
    gold = {
        "number": {"serial": "47", "symbol": "KH-UBND", "canonical": "47/KH-UBND", "status": "complete"},
        "issued": {"place": "Cổ Lũng", "date": "2024-03-14", "status": "complete"},
        "issuer": "Ủy ban nhân dân huyện Cổ Lũng",
    }
    if hand:
        gold["number"] |= {"status": "handwritten", "handwritten": True}  # type: ignore[operator]
        gold["issued"] |= {"status": "handwritten", "handwritten": True}  # type: ignore[operator]
    return Manuscript("ke-hoach-47", form, tuple(blocks), gold, frozenset({"task_table", "annex"}))


def _foot() -> tuple[Block, ...]:
    return (
        block(Role.DISTRIBUTION, "Nơi nhận:"),
        block(Role.DISTRIBUTION, run("UBND tỉnh (b/c);", "recipients.copy.0"), marker="-"),
        block(Role.DISTRIBUTION, run("Các phòng, ban, ngành của huyện;", "recipients.copy.1"), marker="-"),
        block(Role.DISTRIBUTION, run("UBND các xã, thị trấn;", "recipients.copy.2"), marker="-"),
        block(Role.DISTRIBUTION, run("Lưu: VT, KTHT.", "recipients.archive.0"), marker="-"),
        block(Role.CAPACITY, run("TM. ỦY BAN NHÂN DÂN", "signer.capacity")),
        block(Role.CAPACITY, run("KT. CHỦ TỊCH", "signer.capacity")),
        block(Role.CAPACITY, run("PHÓ CHỦ TỊCH", "signer.position")),
        block(Role.SIGNER, run("Nông Văn Thịnh", "signer.name")),
    )


def letter() -> Manuscript:
    """An urgent letter with the subject under the number and a list of addressees."""
    blocks = (
        block(Role.PARENT, run("UBND TỈNH BÌNH SƠN", "issuer.parent")),
        block(Role.ISSUER, run("SỞ GIAO THÔNG VÀ CÔNG CHÍNH", "issuer")),
        *(block(Role.MOTTO, text) for text in STATE_MOTTO),
        block(Role.NUMBER, run("Số: 318/SGTCC-KH", "number")),
        block(Role.SUBJECT, "V/v ", run("báo cáo tình hình sạt lở trên các tuyến đường tỉnh", "subject")),
        block(Role.MARK, run("HỎA TỐC", "urgency")),
        block(Role.PLACE_DATE, run("Bình Sơn", "issued.place"), ", ", run("ngày 02 tháng 9 năm 2023", "issued.date")),
        block(Role.ADDRESSEES, "Kính gửi:"),
        block(Role.ADDRESSEES, run("UBND các huyện, thành phố;", "recipients.to.0"), marker="-"),
        block(Role.ADDRESSEES, run("Ban Quản lý bảo trì đường bộ tỉnh.", "recipients.to.1"), marker="-"),
        block(
            Role.PARAGRAPH,
            "Thực hiện ",
            run("Công văn số 2201/UBND-KT ngày 01/9/2023 của Ủy ban nhân dân tỉnh", "citations.0"),
            ", Sở Giao thông và Công chính đề nghị các đơn vị báo cáo số liệu sạt lở trước 16 giờ hằng ngày.",
        ),
        *_foot(),
    )
    return Manuscript("cong-van-318", "nd30", blocks, {}, frozenset({"letter"}))


def joint() -> Manuscript:
    """A programme of two agencies: two issuers, two signers."""
    blocks = (
        block(Role.ISSUER, run("SỞ VĂN HÓA", "issuer")),
        block(Role.ISSUER, run("HỘI NGƯỜI CAO TUỔI", "issuer.1"), column=1),
        *(block(Role.MOTTO, text) for text in STATE_MOTTO),
        block(Role.NUMBER, run("Số: 05/CTPH-SVH-HNCT", "number")),
        block(Role.PLACE_DATE, run("Bình Sơn", "issued.place"), ", ", run("ngày 9 tháng 5 năm 2014", "issued.date")),
        block(Role.TYPE, run("CHƯƠNG TRÌNH PHỐI HỢP", "type")),
        block(Role.SUBJECT, run("Chăm sóc đời sống văn hóa của người cao tuổi", "subject")),
        block(Role.HEADING, "NỘI DUNG", marker="Chương I"),
        block(Role.ITEM, "Hai bên cùng mở lớp hát ru cho hội viên.", marker="Điều 1."),
        block(Role.CAPACITY, run("CHỦ TỊCH HỘI", "signer.1.position"), column=0),
        block(Role.SIGNER, run("Đàm Thị Lụa", "signer.1.name"), column=0),
        block(Role.CAPACITY, run("GIÁM ĐỐC SỞ", "signer.position"), column=1),
        block(Role.SIGNER, run("Vi Quang Hào", "signer.name"), column=1),
        block(Role.DISTRIBUTION, "Nơi nhận:"),
        block(Role.DISTRIBUTION, run("Lưu: VT hai bên.", "recipients.archive.0"), marker="-"),
    )
    return Manuscript("ctph-05", "tt01", blocks, {}, frozenset({"joint", "two_signers"}))


def party() -> Manuscript:
    """A Party committee's decision."""
    blocks = (
        block(Role.PARENT, run("TỈNH ỦY BÌNH SƠN", "issuer.parent")),
        block(Role.ISSUER, run("HUYỆN ỦY CỔ LŨNG", "issuer")),
        block(Role.MOTTO, "ĐẢNG CỘNG SẢN VIỆT NAM"),
        block(Role.NUMBER, "Số ", run("212", "number.serial", hand=True), run("-QĐ/HU", "number.symbol")),
        block(Role.PLACE_DATE, run("Cổ Lũng", "issued.place"), ", ", run("ngày 06 tháng 01 năm 2021", "issued.date")),
        block(Role.TYPE, run("QUYẾT ĐỊNH", "type")),
        block(Role.SUBJECT, run("về việc kiện toàn Ban Chỉ đạo cải cách tư pháp", "subject")),
        block(Role.BASIS, "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ huyện,", marker="-"),
        block(Role.AUTHORITY, "BAN THƯỜNG VỤ HUYỆN ỦY"),
        block(Role.OPERATIVE, "QUYẾT ĐỊNH:"),
        block(Role.ITEM, "Kiện toàn Ban Chỉ đạo gồm bảy đồng chí.", marker="Điều 1."),
        block(Role.DISTRIBUTION, "Nơi nhận:"),
        block(Role.DISTRIBUTION, run("Như Điều 1,", "recipients.copy.0"), marker="-"),
        block(Role.DISTRIBUTION, run("Lưu Văn phòng Huyện ủy.", "recipients.archive.0"), marker="-"),
        block(Role.CAPACITY, run("T/M BAN THƯỜNG VỤ", "signer.capacity")),
        block(Role.CAPACITY, run("BÍ THƯ", "signer.position")),
        block(Role.SIGNER, run("Lục Thị Hoài", "signer.name")),
    )
    return Manuscript("qd-212", "party", blocks, {}, frozenset({"by_hand"}))


MANUSCRIPTS = {
    "plan": plan(),
    "plan by hand": plan(hand=True),
    "plan of 2006": plan(form="ttlt55"),
    "letter": letter(),
    "joint": joint(),
    "party": party(),
}
