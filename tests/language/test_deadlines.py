"""Deadlines and recurrence of tasks: what binds, what only tells, and what completes a date."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import assert_linear
from vanban.language.deadlines import find_deadlines, leading_time, recurrence

ISSUED = "2031-06-10"


def values(text: str, issued: str | None = ISSUED, *, label: bool = False) -> list[str]:
    return [value for deadline in find_deadlines(text, issued, label=label) for value in deadline.values]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("gửi báo cáo về Phòng Văn thư trước ngày 28/6/2031.", ["2031-06-28"]),
        ("gửi về Sở chậm nhất ngày 16/12 để tổng hợp", ["2031-12-16"]),
        ("chậm nhất là ngày 05 tháng 7 năm 2031", ["2031-07-05"]),
        ("hạn chót 13/10/2031", ["2031-10-13"]),
        ("gửi báo cáo không quá ngày 15/9/2031", ["2031-09-15"]),
        ("đến hết ngày 15/9/2031 phải đếm xong", ["2031-09-15"]),
        ("từ nay đến ngày 30/9/2031 hoàn thành rà soát", ["2031-09-30"]),
        ("đến năm 2035 hoàn thành sổ ao", ["2035"]),
        ("phấn đấu đến năm 2035 đạt 95 triệu đồng", []),
        ("nộp hồ sơ, hạn đến ngày 15/9/2031", ["2031-09-15"]),
        ("bàn giao máy chiếu, hoàn thành ngày 15/9/2031", ["2031-09-15"]),
        ("hoàn thành cuối năm 2031", ["2031"]),
        ("hoàn thành trong nửa đầu tháng 9/2031", ["2031-09"]),
        ("xong trước dịp 02/9/2031", ["2031-09-02"]),
        ("thông báo trước 18h00 hôm nay 15/6", ["2031-06-15"]),
        ("báo cáo trước 09 giờ sáng thứ Hai, ngày 16/6/2031", ["2031-06-16"]),
        ("thả diều, dự kiến quý III/2031", ["2031-07/2031-09"]),
        ("sửa bờ ao; thời gian hoàn thành: tháng 9 năm 2031", ["2031-09"]),
        ("xem xét trong thời hạn 05 ngày kể từ ngày 20/6/2031", []),
        ("đếm cò ngay sau khi ban hành Kế hoạch", []),
        ("sửa bờ ao, thời hạn hoàn thành: ngày 16/7/2031", ["2031-07-16"]),
        ("không muộn hơn ngày 2 tháng 9 năm 2031", ["2031-09-02"]),
        ("gửi trước giờ hành chính ngày 20-6-2031", ["2031-06-20"]),
        ("gửi trước giờ hành chính 17h00 ngày 20/6/2031", ["2031-06-20"]),
        ("trước khi kết thúc quý III/2031", ["2031-07/2031-09"]),
        ("nộp trước ngày 22/ 12/ 2031", ["2031-12-22"]),
        ("gửi trước 17 giờ 00 ngày 20/6/2031", ["2031-06-20"]),
        ("gửi trước 16h30 ngày 20.6.2031", ["2031-06-20"]),
        ("báo cáo trong tháng 8", ["2031-08"]),
        ("hoàn thành trong quý III/2031", ["2031-07/2031-09"]),
        ("hoàn thành trong năm 2032.", ["2032"]),
        ("Trong tháng 9, các đơn vị tự rà soát", ["2031-09"]),
        ("Năm 2032: Phòng A tham mưu tổng kết", ["2032"]),
        ("Giai đoạn 2031 - 2034: Phòng A tổ chức", ["2031/2034"]),
        ("Từ ngày 20/11/2031 đến ngày 15/12/2031: Tiến hành", ["2031-11-20/2031-12-15"]),
        ("Ngày 16/11/2031: Họp tổ công tác", ["2031-11-16"]),
        ("thực hiện các nhiệm vụ từ năm 2031 đến năm 2033.", ["2031/2033"]),
        ("Trước ngày 12 tháng 5 và 20 tháng 11 hằng năm, các phòng báo cáo", ["--05-12", "--11-20"]),
        ("định kỳ 6 tháng (trước ngày 18 tháng 6) và hằng năm (trước ngày 09 tháng 12)", ["--06-18", "--12-09"]),
        ("gửi trước ngày 10/01", ["2032-01-10"]),
        ("triển khai từ tháng 7/2031 trở đi", ["2031-07/.."]),
        ("niêm yết công khai từ 01/7 đến 15/7/2031;", ["2031-07-01/2031-07-15"]),
        ("treo băng rôn từ ngày 02/9/2031 đến ngày 10/9/2031.", ["2031-09-02/2031-09-10"]),
        ("báo cáo Sở trong tuần cuối tháng 11/2031", ["2031-11"]),
        ("trình phê duyệt trước ngày …/8/2031", ["2031-08"]),
        ("gửi trước ngày ... tháng 8 năm 2031", ["2031-08"]),
        ("hoàn thành trong 6 tháng cuối năm 2031.", ["2031-07/2031-12"]),
        ("các cầu yếu cần sửa trong năm 2033, gửi trước ngày 30/9/2031", ["2031-09-30"]),
    ],
)
def test_times_that_bind(text: str, wanted: list[str]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Công văn số 12/UBND-VX ngày 20/7/2031 của Ủy ban nhân dân tỉnh",
        "kết quả tính đến hết ngày 30/9/2031 và ước thực hiện cả năm",
        "giải quyết trong thời hạn 05 ngày làm việc",
        "trả kết quả sau 05 ngày làm việc",
        "lớp tập huấn mở từ ngày 19 - 20/10/2031 tại Hội trường",
        "số liệu từ ngày 01/7/2031 đến ngày 30/9/2031.",
        "các tỉnh đã gửi trước ngày 31/5/2031",
        "Đề án phát triển từ nay đến năm 2040 và những năm tiếp theo",
        "Chương trình giai đoạn 2031 - 2035 trên địa bàn",
        "số lượng đã sử dụng trong năm 2031, đề xuất số lượng mới",
        "Để hoàn thành việc cấp vốn trong năm 2031 theo đúng kế hoạch, Sở A đề nghị Sở B bố trí vốn",
        "trước ngày 45/13/2031",
        "",
    ],
)
def test_times_that_tell(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "wanted", "often"),
    [
        ("Tháng 11, 12/2031 và bổ sung hàng năm", ["2031-11", "2031-12"], "yearly"),
        ("Tháng 12/2031 và thường xuyên", ["2031-12"], "ongoing"),
        ("Từ tháng 11/2031 trở đi.", ["2031-11/.."], None),
        ("Từ năm 2031 đến năm 2038 và tiếp theo", ["2031/2038"], None),
        ("Quý III/2031", ["2031-07/2031-09"], None),
        ("Quý I - II/2032", ["2032-01/2032-06"], None),
        ("06 - 15/11/2031", ["2031-11-06/2031-11-15"], None),
        ("28/12 - 05/01/2032", ["2031-12-28/2032-01-05"], None),
        ("Từ tháng 3 đến tháng 5/2032", ["2032-03/2032-05"], None),
        ("6 tháng, hằng năm và định kỳ", [], "periodic"),
        ("Thường xuyên", [], "ongoing"),
        ("20/5/2031", ["2031-05-20"], None),
        ("Hàng quý", [], "quarterly"),
    ],
)
def test_under_a_label_any_time_counts(text: str, wanted: list[str], often: str | None) -> None:
    assert values(text, label=True) == wanted
    assert recurrence(text, label=True) == often


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("Hằng tuần báo cáo Giám đốc", "weekly"),
        ("báo cáo hàng tháng trước ngày 25", "monthly"),
        ("định kỳ quý báo cáo", "quarterly"),
        ("hằng năm tổng hợp nhu cầu", "yearly"),
        ("gắn với các phong trào thi đua hằng năm", None),
        ("Sơ kết 6 tháng, 1 năm", "yearly"),
        ("thường xuyên kiểm tra, đôn đốc", "ongoing"),
        ("định kỳ báo cáo kết quả", "periodic"),
        ("phát bản tin 03 lần/tuần", "weekly"),
        ("họp ban 01 lần/năm", "yearly"),
        ("mở 02 lớp/quý", "quarterly"),
        ("năng suất 30 tấn/năm", None),
        ("báo cáo kết quả", None),
    ],
)
def test_recurrence(text: str, often: str | None) -> None:
    assert recurrence(text) == often


def test_without_a_year_or_a_known_date_nothing_is_guessed() -> None:
    assert values("gửi trước ngày 16/12", None) == []


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Năm 2032: Phòng A", "Phòng A"),
        ("Trước ngày 15/6 hằng năm, các phòng", "các phòng"),
        ("Phòng A báo cáo năm 2032: ba nội dung", "Phòng A báo cáo năm 2032: ba nội dung"),
    ],
)
def test_a_time_that_leads(text: str, rest: str) -> None:
    assert text[leading_time(text) :].lstrip() == rest


@given(st.text("trước ngày tháng năm quý giai đoạn hằng0123456789/.-–,;: IVX", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for deadline in find_deadlines(text, ISSUED) + find_deadlines(text, None, label=True):
        assert 0 <= deadline.start < deadline.end <= len(text)
        assert all(deadline.values)


def test_time_grows_with_length_only() -> None:
    unit = "gửi trước ngày 28/6/2031, trong tháng 8 và từ ngày 1 - 2/9/2031; "
    assert len(find_deadlines(unit * 200, ISSUED)) >= 400
    assert_linear(lambda count: partial(find_deadlines, unit * count, ISSUED), 200, 2_000)
