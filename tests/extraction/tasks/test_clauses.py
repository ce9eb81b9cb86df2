"""Who a sentence obliges, and with whom: where the names end and the verb of the task begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.extraction.tasks.clauses import find_clause
from vanban.extraction.tasks.coordinators import find_coordinators
from vanban.extraction.tasks.naming import actor_names


def who(text: str) -> list[str]:
    clause = find_clause(text)
    return list(actor_names(clause.actors)) if clause and clause.task < len(text.rstrip(" .;:")) else []


def with_whom(text: str) -> list[str]:
    return [name for start, end in find_coordinators(text) for name in actor_names(text[start:end])]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Phòng Nội vụ tham mưu tổng kết phong trào.", ["Phòng Nội vụ"]),
        ("Huyện đoàn ra quân dọn vệ sinh bãi biển.", ["Huyện đoàn"]),
        ("Các cơ quan, đơn vị tự soi lại việc chậm trả hồ sơ.", ["Các cơ quan, đơn vị"]),
        ("Công an huyện Túc trực tại các ngầm tràn.", ["Công an huyện"]),
        ("Tỉnh đoàn tổ chức trại hè.", ["Tỉnh đoàn"]),
        ("Giao Trung tâm Y tế lưu động huyện tổng hợp nhu cầu.", ["Trung tâm Y tế lưu động huyện"]),
        ("Các đơn vị thụ hưởng chủ động lập hồ sơ.", ["Các đơn vị thụ hưởng"]),
        ("Trung tâm Văn hóa Nghệ thuật huyện: Thắp sáng sân khấu.", ["Trung tâm Văn hóa Nghệ thuật huyện"]),
        ("Các khu phố: nhắn tin cho từng hộ.", ["Các khu phố"]),
        ("Giao phòng Kế hoạch tổng hợp làm đầu mối, gửi hồ sơ.", ["phòng Kế hoạch tổng hợp"]),
        ("Thực hiện Hướng dẫn số 12/HD-ABC của cấp trên, Sở đề nghị các trạm y tế cử cán bộ.", ["các trạm y tế"]),
        ("EVNABC yêu cầu các đơn vị kiểm tra lưới điện.", ["các đơn vị"]),
        ("Trưởng Công an xã - đề nghị lập chốt tại cầu An Thử.", ["Trưởng Công an xã"]),
        ("Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp rà soát.", ["Phòng Nội vụ"]),
        ("Phòng Văn hóa và Thông tin: Mở chuyên mục tuyên truyền.", ["Phòng Văn hóa và Thông tin"]),
        ("Giao Sở Tài chính cân đối kinh phí.", ["Sở Tài chính"]),
        ("Giao cho Giám đốc Trung tâm Y tế xây dựng kế hoạch.", ["Giám đốc Trung tâm Y tế"]),
        ("Đề nghị Ủy ban MTTQ Việt Nam huyện tăng cường vận động.", ["Ủy ban Mặt trận Tổ quốc Việt Nam huyện"]),
        ("Kính đề nghị Bộ Y tế xem xét, hướng dẫn.", ["Bộ Y tế"]),
        ("Yêu cầu thủ trưởng các đơn vị nghiêm túc thực hiện.", ["thủ trưởng các đơn vị"]),
        ("Sở Y tế đề nghị các đơn vị cử cán bộ tham dự.", ["các đơn vị"]),
        (
            "Để bảo đảm tiến độ, Ủy ban nhân dân huyện yêu cầu Phòng Tài chính - Kế hoạch trình phương án.",
            ["Phòng Tài chính - Kế hoạch"],
        ),
        ("Năm 2032: Phòng Nội vụ tham mưu tổng kết.", ["Phòng Nội vụ"]),
        ("Trước ngày 15/6 hằng năm, các cơ quan, đơn vị báo cáo kết quả.", ["các cơ quan, đơn vị"]),
        ("Căn cứ Kế hoạch này, Sở Nội vụ và Sở Tư pháp ban hành hướng dẫn.", ["Sở Nội vụ", "Sở Tư pháp"]),
        ("Các cơ quan, tổ chức, đơn vị tổ chức quán triệt Kế hoạch.", ["Các cơ quan, tổ chức, đơn vị"]),
        ("Các tổ chức chính trị - xã hội vận động hội viên.", ["Các tổ chức chính trị - xã hội"]),
        ("Ban Chỉ đạo chuyển đổi số tỉnh đôn đốc việc thực hiện.", ["Ban Chỉ đạo chuyển đổi số tỉnh"]),
        ("Hội đồng Thi đua - Khen thưởng huyện đề xuất hình thức khen.", ["Hội đồng Thi đua - Khen thưởng huyện"]),
        ("UBND các xã, thị trấn xây dựng kế hoạch.", ["Ủy ban nhân dân các xã, thị trấn"]),
        (
            "UBND xã An Thử và phường Bình Mẫu: Phối hợp lựa chọn mô hình.",
            ["Ủy ban nhân dân xã An Thử", "Ủy ban nhân dân phường Bình Mẫu"],
        ),
        (
            "Giám đốc các sở: Nội vụ, Tư pháp; Chủ tịch UBND các huyện chịu trách nhiệm thi hành Quyết định này./.",
            ["Giám đốc Sở Nội vụ", "Giám đốc Sở Tư pháp", "Chủ tịch Ủy ban nhân dân các huyện"],
        ),
        (
            "Chánh Văn phòng, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.",
            ["Chánh Văn phòng", "Giám đốc Sở Nội vụ"],
        ),
        (
            "Các ông (bà): Chánh Văn phòng, Trưởng phòng Tổng hợp chịu trách nhiệm thi hành.",
            ["Chánh Văn phòng", "Trưởng phòng Tổng hợp"],
        ),
        (
            "Trong quá trình thi công, nếu có trở ngại; giao Phòng Nội vụ tổng hợp, báo cáo.",
            ["Phòng Nội vụ"],
        ),
        ("Kết thúc đợt kiểm tra các đơn vị báo cáo về Sở trước ngày 18/12/2032.", ["các đơn vị"]),
        ("Sở Tư pháp là cơ quan thường trực của Cuộc thi.", ["Sở Tư pháp"]),
        ("Đoàn kiểm tra, giám sát thông báo kết quả tới đơn vị.", ["Đoàn kiểm tra, giám sát"]),
        ("Vì vậy, đề nghị các trường ưu tiên mua sách.", ["các trường"]),
        ("Nhà trường phổ biến Quy chế tới học sinh.", ["Nhà trường"]),
        ("Yêu cầu mỗi đơn vị cử 02 cán bộ tham gia.", ["mỗi đơn vị"]),
    ],
)
def test_actors(text: str, wanted: list[str]) -> None:
    assert who(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức Hội nghị quán triệt Kế hoạch.",
        "Phòng, chống dịch bệnh là nhiệm vụ trọng tâm.",
        "Báo cáo kết quả thực hiện về cấp trên.",
        "Trường hợp đặc biệt phải xin ý kiến.",
        "Theo đề nghị của Giám đốc Sở Nội vụ;",
        "Hồ sơ đề nghị các cấp khen thưởng gồm ba bộ.",
        "Bộ tiêu chí gồm năm nhóm.",
        "Phòng Nội vụ đã hoàn thành việc rà soát.",
        "Sở Y tế nhận được Công văn số 12/BYT-VP.",
        "Thanh tra, kiểm tra việc chấp hành pháp luật.",
        "Tăng cường sự lãnh đạo của các cấp ủy.",
        "Bệnh viện đa khoa tỉnh: 05 cán bộ.",
        "",
    ],
)
def test_sentences_that_oblige_no_one(text: str) -> None:
    assert who(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "chủ trì, phối hợp với Phòng Tư pháp và các trường có liên quan tham mưu đánh giá",
            ["Phòng Tư pháp", "các trường có liên quan"],
        ),
        ("Phối hợp chặt chẽ với Công an huyện kiểm tra", ["Công an huyện"]),
        ("phối hợp Phòng Tài chính - Kế hoạch hằng năm tổng hợp", ["Phòng Tài chính - Kế hoạch"]),
        ("phối hợp, trao đổi với các cơ quan liên quan và trực tiếp cử xe", ["các cơ quan liên quan"]),
        ("phối hợp cùng Đài Phát thanh tỉnh tuyên truyền", ["Đài Phát thanh tỉnh"]),
        (
            "phối hợp với các Sở: Nội vụ, Tư pháp và các cơ quan liên quan rà soát",
            ["Sở Nội vụ", "Sở Tư pháp", "các cơ quan liên quan"],
        ),
        ("phối hợp với các tổ chức chính trị - xã hội tổ chức vận động", ["các tổ chức chính trị - xã hội"]),
        ("phối hợp với Ban Chỉ đạo tỉnh để thống nhất nội dung", ["Ban Chỉ đạo tỉnh"]),
        ("chỉ đạo các phòng phối hợp với Chi cục Thuế tổ chức thu", ["Chi cục Thuế"]),
        ("Phối hợp, chia sẻ thông tin giữa hai địa phương", []),
        ("phối hợp triển khai thực hiện", []),
        ("theo Quy chế phối hợp với Công an tỉnh", []),
    ],
)
def test_coordinators(text: str, wanted: list[str]) -> None:
    assert with_whom(text) == wanted


@given(st.text("Giao Sở Y tế, phối hợp với các đơn vị: tổ chức. 0123456789/();", max_size=300))
def test_any_text_is_read(text: str) -> None:
    clause = find_clause(text)
    assert clause is None or 0 <= clause.task <= len(text)
    assert all(0 <= start <= end <= len(text) for start, end in find_coordinators(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Việc đếm cò do Sở Mưa chủ trì thực hiện", ["Sở Mưa"]),
        ("Nhiệm vụ vớt bèo giao các đội xung kích thực hiện; báo cáo trước 2/3", ["các đội xung kích"]),
        ("Việc đếm cò do mưa nhiều nên chậm", []),
        ("Hợp tác xã Sen Hồ cần sửa bờ ao", ["Hợp tác xã Sen Hồ"]),
        (
            "Viện kiểm sát nhân dân huyện và Công đoàn cơ sở tổ chức hội thi",
            ["Viện kiểm sát nhân dân huyện", "Công đoàn cơ sở"],
        ),
        ("Các cấp ủy, tổ chức đảng chủ trì vận động hội viên", ["Các cấp ủy, tổ chức đảng"]),
        ("Sở Công Thương ngoài nhiệm vụ chung, kiểm kê quạt nước", ["Sở Công Thương"]),
        ("Phòng Nghiệp vụ tổng hợp rà soát quạt nước", ["Phòng Nghiệp vụ tổng hợp"]),
        ("các ngành, đoàn thể có liên quan uốn cây cảnh", ["các ngành, đoàn thể có liên quan"]),
        (
            "Chánh Văn phòng; Thanh tra tỉnh; Ngân hàng Thương mại cổ phần Sen Hồ; Trung tâm Chiếu bóng lưu động và các"
            " tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này",
            [
                "Chánh Văn phòng",
                "Thanh tra tỉnh",
                "Ngân hàng Thương mại cổ phần Sen Hồ",
                "Trung tâm Chiếu bóng lưu động",
                "các tổ chức, cá nhân có liên quan",
            ],
        ),
    ],
)
def test_doers_behind_their_work_and_names_that_hold_verbs(text: str, wanted: list[str]) -> None:
    assert who(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Phòng Mưa được giao chủ trì đếm cò.", ["Phòng Mưa"]),
        ("Công an huyện được phân công tuần tra bờ ao.", ["Công an huyện"]),
        ("Phòng Mưa được yêu cầu hoàn thiện sổ ao.", ["Phòng Mưa"]),
        ("Các ý kiến còn lại giao Phòng Mưa tổng hợp.", ["Phòng Mưa"]),
        ("Các đơn vị được giao nhiệm vụ khẩn trương đếm cò.", ["Các đơn vị được giao nhiệm vụ"]),
        ("Bộ Ngoại giao chủ trì đón đoàn chiếu bóng.", ["Bộ Ngoại giao"]),
        ("Văn phòng Đăng ký đất đai cập nhật sổ ao.", ["Văn phòng Đăng ký đất đai"]),
        ("Chi cục Giám định xây dựng kiểm tra cầu ao.", ["Chi cục Giám định xây dựng"]),
        ("Câu lạc bộ Diều Sen Hồ vận động hội viên thả diều.", ["Câu lạc bộ Diều Sen Hồ"]),
        ("Chủ nhiệm các câu lạc bộ nộp danh sách.", ["Chủ nhiệm các câu lạc bộ"]),
        ("Ban đại diện cha mẹ học sinh giám sát bữa trưa.", ["Ban đại diện cha mẹ học sinh"]),
        ("Tổ chuyên môn: Soạn bài về cò.", ["Tổ chuyên môn"]),
        ("Kế toán: tham mưu thu tiền vé.", ["Kế toán"]),
        ("Trung tâm có trách nhiệm giữ máy chiếu.", ["Trung tâm"]),
        ("Bà Lê Thị Sen nhận bàn giao sổ ao.", ["Bà Lê Thị Sen"]),
        ("Đoàn số 1 do đồng chí Chánh Thanh tra huyện làm Trưởng đoàn, kiểm tra bờ ao.", ["Đoàn số 1"]),
        ("Sở Mưa, trong thời hạn 10 ngày, kể từ ngày nhận sổ, xem xét số cò.", ["Sở Mưa"]),
        ("Lãnh đạo phòng Tổng hợp phân công người trực ao.", ["Lãnh đạo phòng Tổng hợp"]),
        ("Tổ chức hội diều: do Trường Sen Hồ chủ trì.", ["Trường Sen Hồ"]),
        ("Tổ chức hội diều (Đoàn Thanh niên xã chủ trì).", ["Đoàn Thanh niên xã"]),
        ("Công tác đón cò do đồng chí Phó Chủ tịch huyện phụ trách.", ["đồng chí Phó Chủ tịch huyện"]),
        ("Giai đoạn đếm cò: Phòng Mưa xây dựng sổ.", ["Phòng Mưa"]),
        ("Liên quan đến đàn cò, giao Sở Mưa kiểm tra.", ["Sở Mưa"]),
        ("Chủ tịch huyện thống nhất giao cho Phòng Mưa tham mưu.", ["Phòng Mưa"]),
        ("Các cơ sở đào tạo thực hiện việc đếm cò.", ["Các cơ sở đào tạo"]),
        ("Đơn vị sử dụng máy chiếu có trách nhiệm trả máy.", ["Đơn vị sử dụng máy chiếu"]),
        ("Công ty Sen Hồ được thành lập năm 2030.", []),
        ("Tham gia hội diều do Sở Mưa tổ chức.", []),
        ("Các Nghị định sau đây hết hiệu lực.", []),
        ("Đơn vị thuộc các hội do huyện giao nhiệm vụ;", []),
    ],
)
def test_work_laid_on_a_body_and_bodies_of_many_kinds(text: str, wanted: list[str]) -> None:
    assert who(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ban Quản trị Hợp tác xã cùng với Ban Nhân dân ấp vận động", ["Ban Nhân dân ấp"]),
        ("Sở Mưa cùng Sở Nắng tổ chức hội diều", ["Sở Nắng"]),
        ("tổ chức hội diều với sự tham gia của các trường", ["các trường"]),
        ("đếm cò, có sự phối hợp của Phòng Mưa và Công an xã", ["Phòng Mưa", "Công an xã"]),
        ("Công an xã chủ trì, Đoàn xã và Hội Nông dân xã phối hợp giữ xe", ["Đoàn xã", "Hội Nông dân xã"]),
        ("Sở Mưa chủ trì thẩm tra; Ban Pháp chế phối hợp; gửi trước kỳ họp", ["Ban Pháp chế"]),
        ("phối hợp với nhà đầu tư hoàn thiện thủ tục", ["nhà đầu tư"]),
        ("Sở Mưa cùng các cơ quan liên quan chịu trách nhiệm thi hành", []),
    ],
)
def test_who_stands_beside_or_takes_part(text: str, wanted: list[str]) -> None:
    assert with_whom(text) == wanted
