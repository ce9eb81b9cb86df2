"""Assignments of whole documents: what headings, intros, labels and tables pass on, and what gives no task."""

from __future__ import annotations

from functools import partial

import pytest

from tests.extraction.laid import read
from tests.timing import assert_linear
from vanban.extraction.assignments import find_assignments
from vanban.extraction.found import Found
from vanban.layout.model import Block, Layout, Piece
from vanban.record import Assignment, Issued

HEAD = """ỦY BAN NHÂN DÂN
HUYỆN AN THỬ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: {number}

An Thử, ngày 10 tháng 6 năm 2031

{title}

"""
FOOT = """

Nơi nhận:

- Như trên;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn Thử
"""


def found(
    body: str, title: str = "KẾ HOẠCH\nVề một việc thử nghiệm", number: str = "12/KH-UBND"
) -> list[Found[Assignment]]:
    layout, _ = read(HEAD.format(number=number, title=title) + body.strip() + FOOT)
    return find_assignments(layout, Issued(date="2031-06-10"))


def tasks(body: str, **head: str) -> list[tuple[str, list[str]]]:
    return [(item.value.text, item.value.assignees) for item in found(body, **head)]


def one(body: str, **head: str) -> Assignment:
    (item,) = found(body, **head)
    return item.value


def test_a_heading_passes_its_unit_to_the_items_below() -> None:
    body = """
III. TỔ CHỨC THỰC HIỆN

1. Phòng Nội vụ:

- Chủ trì, phối hợp với Phòng Tư pháp xây dựng hướng dẫn.

- Tổng hợp, báo cáo trước ngày 28/6/2031.

2. Phòng Văn hóa và Thông tin

Mở chuyên mục tuyên truyền trên cổng thông tin.
"""
    items = [item.value for item in found(body)]
    assert [(item.assignees, item.section) for item in items] == [
        (["Phòng Nội vụ"], "III.1"),
        (["Phòng Nội vụ"], "III.1"),
        (["Phòng Văn hóa và Thông tin"], "III.2"),
    ]
    assert items[0].coordinators == ["Phòng Tư pháp"]
    assert items[1].deadlines == ["2031-06-28"]


def test_a_heading_passes_whom_to_work_with() -> None:
    body = """
1. Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan

- Xây dựng dự thảo báo cáo.

- Đôn đốc các đơn vị.
"""
    assert [(item.value.assignees, item.value.coordinators) for item in found(body)] == [
        (["Sở Nội vụ"], ["các cơ quan liên quan"])
    ] * 2


def test_an_item_with_its_own_actor_is_not_the_headings() -> None:
    body = """
2. Sở Y tế:

- Kiểm tra việc thực hiện.

- Văn phòng Sở: Bảo đảm hậu cần cho đoàn.
"""
    assert [who for _, who in tasks(body)] == [["Sở Y tế"], ["Văn phòng Sở"]]


def test_an_intro_charges_the_items_that_name_no_one() -> None:
    body = """
Để tổ chức tốt ngày hội, Ủy ban nhân dân huyện yêu cầu các cơ quan, đơn vị thực hiện một số nội dung sau:

1. Treo cờ tại trụ sở trong tháng 8.

2. Giao Phòng Nội vụ theo dõi, đôn đốc.
"""
    items = [item.value for item in found(body, title="V/v tổ chức ngày hội", number="12/UBND-NV")]
    assert [item.assignees for item in items] == [["các cơ quan, đơn vị"], ["Phòng Nội vụ"]]
    assert items[0].deadlines == ["2031-08"]


def test_what_the_issuer_tells_of_itself_charges_no_one() -> None:
    body = """
Ủy ban nhân dân huyện ban hành Kế hoạch thử nghiệm, cụ thể như sau:

1. Nâng cao nhận thức của cán bộ.

2. Mở rộng mạng lưới cơ sở.
"""
    assert tasks(body) == []


def test_purposes_criteria_and_rewards_are_no_tasks() -> None:
    body = """
I. MỤC ĐÍCH, YÊU CẦU

- Các phòng, ban chủ động triển khai thực hiện Kế hoạch.

II. TIÊU CHÍ THI ĐUA

1. Đối với các cơ quan, đơn vị

- Hoàn thành tốt nhiệm vụ được giao.

III. TỔ CHỨC THỰC HIỆN

1. Phòng Nội vụ theo dõi, tổng hợp kết quả.
"""
    assert [who for _, who in tasks(body)] == [["Phòng Nội vụ"]]


def test_labels_under_a_task() -> None:
    body = """
II. NỘI DUNG THỰC HIỆN

1. Tuyên truyền Kế hoạch bằng nhiều hình thức.

- Chỉ đạo thực hiện: Chánh Văn phòng.

- Cơ quan chủ trì: Phòng Văn hóa và Thông tin.

- Cơ quan phối hợp: Phòng Tư pháp; UBND các xã, thị trấn.

- Thời gian thực hiện: Quý III/2031.

2. Tổng kết Kế hoạch.

- Cơ quan thực hiện: Phòng Nội vụ.

- Thời gian thực hiện: Thường xuyên.
"""
    first, second = (item.value for item in found(body))
    assert first.text == "Tuyên truyền Kế hoạch bằng nhiều hình thức."
    assert first.assignees == ["Phòng Văn hóa và Thông tin"]
    assert first.coordinators == ["Phòng Tư pháp", "Ủy ban nhân dân các xã, thị trấn"]
    assert first.deadlines == ["2031-07/2031-09"]
    assert (second.assignees, second.recurrence) == (["Phòng Nội vụ"], "ongoing")


def test_labels_beside_their_tasks() -> None:
    body = """
B. NỘI DUNG

I. CÔNG TÁC TẬP HUẤN

1. Nội dung, biện pháp

a) Mở lớp tập huấn kỹ năng số;

b) In tờ gấp giới thiệu.

2. Đơn vị chủ trì, phối hợp

a) Đơn vị chủ trì

- Hội Khuyến học huyện.

- Phòng Nội vụ; Phòng Tư pháp.

b) Đơn vị phối hợp

- Các thôn, tổ dân phố.

3. Thời gian thực hiện: Tháng 4, 5/2031 và hằng năm.
"""
    items = [item.value for item in found(body)]
    assert [item.text for item in items] == ["Mở lớp tập huấn kỹ năng số;", "In tờ gấp giới thiệu."]
    for item in items:
        assert item.assignees == ["Hội Khuyến học huyện", "Phòng Nội vụ", "Phòng Tư pháp"]
        assert item.coordinators == ["Các thôn, tổ dân phố"]
        assert (item.deadlines, item.recurrence) == (["2031-04", "2031-05"], "yearly")


def test_labels_within_a_task() -> None:
    body = """
II. NHIỆM VỤ

1. Rà soát quy chế làm việc (Đơn vị chủ trì: Phòng Nội vụ; thời hạn hoàn thành: tháng 9/2031).
"""
    item = one(body)
    assert (item.assignees, item.deadlines) == (["Phòng Nội vụ"], ["2031-09"])


def test_a_row_of_a_task_table_is_one_assignment() -> None:
    header = ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"]
    rows = [
        ["I", "Công tác chuẩn bị", "", "", ""],
        ["1", "Xây dựng kế hoạch", "Phòng Nội vụ", "Phòng Tư pháp; UBND các xã", "Trước 30/6/2031"],
        ["2", "Trang trí hội trường", "Nguyễn Văn Thử", "", "Hằng năm"],
    ]
    blocks, page = [], ""
    for cells in [header, *rows]:
        text = " | ".join(cells)
        piece = Piece(0, len(text), 1, len(page))
        blocks.append(Block(text=text, pieces=[piece], kind="row", cells=cells, header=header))
        page += text + "\n"
    items = [item.value for item in find_assignments(Layout([page], [], blocks), Issued(date="2031-06-10"))]
    assert [(item.text, item.assignees) for item in items] == [
        ("Xây dựng kế hoạch", ["Phòng Nội vụ"]),
        ("Trang trí hội trường", ["Nguyễn Văn Thử"]),
    ]
    assert items[0].coordinators == ["Phòng Tư pháp", "Ủy ban nhân dân các xã"]
    assert (items[0].deadlines, items[1].recurrence) == (["2031-06-30"], "yearly")


def test_an_article_orders_an_officer_and_the_last_names_who_carries_it_out() -> None:
    body = """
QUYẾT ĐỊNH:

Điều 1. Ban hành lịch trồng cây như sau:

1. Tổ chức phát động: Ngày 12/3/2031.

2. Hoàn thành đào hố trước ngày 28/02/2031.

Điều 2. Giao Giám đốc Sở Nội vụ

1. Tổ chức cấp phát cây giống.

2. Chủ trì, phối hợp với Hiệu trưởng các trường kiểm tra.

Điều 3. Chánh Văn phòng, Giám đốc các sở: Nội vụ, Tư pháp chịu trách nhiệm thi hành Quyết định này./.
"""
    items = [item.value for item in found(body, title="QUYẾT ĐỊNH\nVề một việc thử nghiệm", number="12/QĐ-UBND")]
    assert [item.assignees for item in items] == [
        ["Giám đốc Sở Nội vụ"],
        ["Giám đốc Sở Nội vụ"],
        ["Chánh Văn phòng", "Giám đốc Sở Nội vụ", "Giám đốc Sở Tư pháp"],
    ]
    assert items[1].coordinators == ["Hiệu trưởng các trường"]


def test_rules_of_a_normative_text_are_no_tasks_but_its_implementing_articles_are() -> None:
    body = """
Điều 1. Phạm vi điều chỉnh

Nghị định này quy định việc thử nghiệm.

Điều 2. Trình tự

1. Cơ quan tiếp nhận kiểm tra hồ sơ trong 05 ngày.

2. Ủy ban nhân dân cấp xã niêm yết danh sách.

Điều 3. Trách nhiệm của Bộ Nội vụ

1. Hướng dẫn việc thực hiện Nghị định này.

2. Kiểm tra, đôn đốc các địa phương.

Điều 4. Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ chịu trách nhiệm thi hành Nghị định này.
"""
    items = tasks(body, title="NGHỊ ĐỊNH\nQuy định việc thử nghiệm", number="12/2031/NĐ-CP")
    assert [who for _, who in items] == [
        ["Bộ Nội vụ"],
        ["Bộ Nội vụ"],
        ["Các Bộ trưởng", "Thủ trưởng cơ quan ngang bộ"],
    ]


@pytest.mark.parametrize(
    ("closing", "wanted"),
    [
        ("Đề nghị các đơn vị báo cáo về Phòng Nội vụ trước ngày 20/7/2031./.", (["các đơn vị"], ["2031-07-20"])),
        ("Yêu cầu Thủ trưởng các cơ quan nghiêm túc thực hiện./.", (["Thủ trưởng các cơ quan"], [])),
        ("Báo cáo gửi chậm nhất ngày 16/7 để tổng hợp; giao Phòng Nội vụ đôn đốc.", (["Phòng Nội vụ"], [])),
    ],
)
def test_the_closing_request(closing: str, wanted: tuple[list[str], list[str]]) -> None:
    opening = "Kính gửi: Các phòng thuộc huyện.\n\nThực hiện Công văn số 5/SNV-VP của Sở Nội vụ về việc báo cáo;\n\n"
    item = one(opening + closing, title="V/v báo cáo", number="12/UBND-NV")
    assert (item.assignees, item.deadlines) == wanted
    assert not item.text.endswith("/.")


@pytest.mark.parametrize(
    "told",
    [
        "Ngày 01/5/2031, Ủy ban nhân dân tỉnh ban hành Kế hoạch số 5/KH-UBND, trong đó quy định các xã báo cáo.",
        "Trong thời gian qua, các cơ quan, đơn vị tổ chức thực hiện tốt; tuy nhiên vẫn còn hạn chế.",
        "Ủy ban nhân dân huyện thông báo để các phòng, ban biết./.",
        "Căn cứ yêu cầu công việc các trường chủ động triển khai thực hiện.",
    ],
)
def test_what_is_told_is_no_task(told: str) -> None:
    assert tasks(told, title="V/v thông báo", number="12/UBND-NV") == []


def test_each_sentence_with_an_actor_of_its_own_is_one_assignment() -> None:
    body = """
1. Triển khai đồng bộ các giải pháp. Các địa phương rà soát danh sách. Xác định vị trí cụ thể. Sở Nội vụ tổng hợp.
"""
    assert tasks(body) == [
        ("Các địa phương rà soát danh sách. Xác định vị trí cụ thể.", ["Các địa phương"]),
        ("Sở Nội vụ tổng hợp.", ["Sở Nội vụ"]),
    ]


def test_evidence_points_at_the_words() -> None:
    body = "1. Phòng Nội vụ tổng hợp kết quả.\n\n2. Giao Phòng Tư pháp rà soát văn bản./."
    layout, _ = read(HEAD.format(number="12/KH-UBND", title="KẾ HOẠCH\nVề một việc") + body + FOOT)
    items = find_assignments(layout, Issued(date="2031-06-10"))
    for item in items:
        (place,) = item.evidence
        assert item.value.text.rstrip(".") in layout.pages[place.page - 1][place.start : place.end]
        assert 0 < item.confidence < 1


def test_a_long_document_takes_linear_time() -> None:
    def body(count: int) -> str:
        return "III. TỔ CHỨC THỰC HIỆN\n\n" + "\n\n".join(
            f"{n}. Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp rà soát nội dung số {n}." for n in range(count)
        )

    assert len(found(body(400))) == 400
    assert_linear(lambda count: partial(found, body(count)), 30, 300)


@pytest.mark.parametrize("asks", ["Sở đề nghị các trường thực hiện một số nội dung sau:", "EVNABC yêu cầu các trường:"])
def test_whoever_asks_the_items_are_for_the_one_asked(asks: str) -> None:
    body = f"Thực hiện Công văn số 21/ABC-VP của cấp trên, {asks}\n\n1. Rà soát bàn ghế.\n\n2. Kê khai thiết bị."
    assert tasks(body) == [("Rà soát bàn ghế.", ["các trường"]), ("Kê khai thiết bị.", ["các trường"])]


def test_a_verb_that_no_list_knows_is_less_sure() -> None:
    (item,) = found("III. TỔ CHỨC THỰC HIỆN\n\n1. Huyện đoàn nhặt rác dọc bãi biển.")
    assert item.value.assignees == ["Huyện đoàn"]
    assert item.confidence < 0.8


def test_a_verb_is_not_made_of_two_names() -> None:
    company = "Công ty Trách nhiệm hữu hạn Chế biến nông sản Tân Lâm"
    task = one(f"1. Phòng Tư pháp phối hợp với {company} và Phòng Nội vụ rà soát hợp đồng.")
    assert task.coordinators == [company, "Phòng Nội vụ"]


def test_a_body_that_puts_its_own_people_to_a_task_has_it() -> None:
    item = "- Phân công lãnh đạo phụ trách, theo dõi từng nội dung."
    assert tasks(f"1. Phòng Nội vụ:\n\n{item}") == [
        ("Phân công lãnh đạo phụ trách, theo dõi từng nội dung.", ["Phòng Nội vụ"])
    ]
    own = "Phòng Tư pháp phân công cán bộ theo dõi từng nội dung."
    assert tasks(f"1. {own}") == [(own, ["Phòng Tư pháp"])]


@pytest.mark.parametrize(
    ("task", "partners"),
    [
        ("Chủ trì, cùng với Chủ tịch UBND các xã, phường sửa trạm bơm.", ["Chủ tịch Ủy ban nhân dân các xã, phường"]),
        ("Thống nhất với Phòng Tư pháp để rà soát hồ sơ.", ["Phòng Tư pháp"]),
        ("Phối hợp với Phòng Tư pháp phù hợp với tình hình thực tế rà soát hồ sơ.", ["Phòng Tư pháp"]),
    ],
)
def test_partners_at_the_head_of_an_item(task: str, partners: list[str]) -> None:
    assert one(f"1. Phòng Nội vụ:\n\n- {task}").coordinators == partners


def test_what_is_given_back_to_a_place_is_no_order() -> None:
    text = "Phòng Tư pháp tích cực thu hồi đất của dự án chậm tiến độ, giao lại cho địa phương quản lý."
    assert tasks(f"1. {text}") == [(text, ["Phòng Tư pháp"])]
