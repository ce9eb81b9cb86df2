"""Độ khẩn and độ mật: only in the marks' own box."""

from __future__ import annotations

import pytest

from tests.extraction.laid import laid
from vanban.extraction.marks import find_marks
from vanban.layout.model import Zone


@pytest.mark.parametrize(
    ("mark", "urgency", "secrecy"),
    [
        ("HỎA TỐC", "hỏa tốc", None),
        ("HOẢ TỐC", "hỏa tốc", None),
        ("HỖ A TỐC", "hỏa tốc", None),
        ("HỎA TỐC HẸN GIỜ", "hỏa tốc hẹn giờ", None),
        ("THƯỢNG KHẨN", "thượng khẩn", None),
        ("KHẨN", "khẩn", None),
        ("MẬT", None, "mật"),
        ("TỐI MẬT", None, "tối mật"),
        ("TUYỆT MẬT\nKHẨN", "khẩn", "tuyệt mật"),
        ("CÔNG VĂN ĐẾN", None, None),
        ("khẩn trương xử lý", None, None),
    ],
)
def test_marks(mark: str, urgency: str | None, secrecy: str | None) -> None:
    urgent, secret = find_marks(laid((Zone.MARK, mark)))
    assert (urgent.value, secret.value) == (urgency, secrecy)


def test_words_of_the_text_are_no_marks() -> None:
    urgent, secret = find_marks(laid((Zone.BODY, "KHẨN\nMẬT")))
    assert (urgent.value, secret.value) == (None, None)
