"""Signs of doubt in assignments, citations, lists of recipients and the values of the head."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.extraction.doubts import of_assignment, of_citation, of_names, of_recipients, strange
from vanban.extraction.doubts_head import of_date, of_issuer, of_number, of_place, of_signer
from vanban.extraction.signals import DOUBTS, VOUCHERS
from vanban.record import Assignment, Candidate, Citation, Issued, Issuer, Number, Recipient, Signer


def task(text: str, *assignees: str, **values: Any) -> Assignment:
    return Assignment(text=text, assignees=list(assignees), **values)


@pytest.mark.parametrize(
    ("item", "sign", "value"),
    [
        (task("Phòng Tư pháp nộp báo cáo, hạn 12/5/2025.", "Phòng Tư pháp"), "untimed", 1),
        (task("Phòng Tư pháp nộp báo cáo, hạn 12/5/2025.", "Phòng Tư pháp", deadlines=["2025-05-12"]), "untimed", 0),
        (task("Phòng Tư pháp nộp báo cáo.", "Phòng Tư pháp"), "untimed", 0),
        (task("Phòng Tư pháp rà soát nhà tạm, muộn nhất vào ngày 3 tháng 2.", "Phòng Tư pháp"), "undue", 1),
        (task("Thống nhất với Công an xã để rà soát.", "Phòng Tư pháp"), "alone", 1),
        (task("Thống nhất với Công an xã.", "Phòng Tư pháp", coordinators=["Công an xã"]), "alone", 0),
        (task("Tham gia phối hợp công tác tuyên truyền.", "Phòng Tư pháp"), "alone", 0),
        (task("Phòng Tư pháp đã nộp báo cáo.", "Phòng Tư pháp"), "past", 1),
        (task("Đồng chí phụ trách Sở Y tế;", "Đồng chí"), "person", 1),
        (task("Giao Phòng Tư pháp rà soát.", "Phòng Tư pháp"), "opens order", 1),
        (task("Phòng Tư pháp rà soát.", "Phòng Tư pháp"), "opens actor", 1),
        (task("Phòng Tư pháp và Công an xã rà soát.", "Phòng Tư pháp"), "and behind", 1),
        (task("Rà soát nhà tạm.", "Phòng Tư pháp"), "unseen", 1),
    ],
)
def test_signs_of_an_assignment(item: Assignment, sign: str, value: float) -> None:
    assert of_assignment(item, ()).get(sign, 0) == value


def test_a_mention_s_date_is_no_deadline() -> None:
    item = task("Phòng Tư pháp rà soát theo Kế hoạch số 5/KH-UBND ngày 12/5/2025.", "Phòng Tư pháp")
    assert of_assignment(item, ())["untimed"] == 1
    assert of_assignment(item, ["Kế hoạch số 5/KH-UBND ngày 12/5/2025"])["untimed"] == 0


@pytest.mark.parametrize(
    ("names", "sign", "value"),
    [
        (["Sở Giáo dục và Đào tạo"], "joined", 0),
        (["Phòng Quản trị và Công an xã"], "joined", 1),
        (["Phòng Quản trị và chính quyền địa phương"], "joined group", 1),
        (["Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"], "joined group", 0),
        (["các cơ quan, đơn vị"], "joined group", 0),
        (["Sở Tài chính"], "tail", 0),
        (["Phòng Giáo dục và"], "hanging", 1),
        (["các xã"], "plural", 1),
        ([], "nameless", 1),
    ],
)
def test_signs_of_names(names: list[str], sign: str, value: float) -> None:
    assert of_names(names).get(sign, 0) == value


def test_words_that_run_on_behind_a_known_name() -> None:
    assert of_names(["Sở Tài chính quyết liệt"])["tail"] > 0


@pytest.mark.parametrize(
    ("name", "count"), [("Sở Y tế", 0), ("Ủy ban nhân dân tỉnh Lào Cai", 0), ("Sở Y tế Blang Krông", 2)]
)
def test_strange_words(name: str, count: int) -> None:
    assert strange(name) == count


@pytest.mark.parametrize(
    ("behind", "sign", "value"),
    [
        (" - Thương binh và Xã hội", "goes on", 1),
        (" của Sở", "goes on", 1),
        (".", "goes on", 0),
        (" hướng dẫn", "unended", 1),
    ],
)
def test_signs_of_a_citation(behind: str, sign: str, value: float) -> None:
    assert of_citation(Citation(text="Thông tư số 1/2020/TT-BYT", type="Thông tư"), behind)[sign] == value


def test_a_citation_lacks() -> None:
    signs = of_citation(Citation(text="Luật Đất đai", type="Luật", relation="amends"), "")
    assert {"no number", "no date", "no issuer", "is amends"} <= set(signs)
    assert "no type" not in signs


def test_signs_of_recipients() -> None:
    one = [Recipient(text="Sở Y tế", agencies=["Sở Y tế"])]
    assert of_recipients([], one)["left out"] == 1
    assert of_recipients(one, [])["lone"] == 1
    assert of_recipients(one, one)["lone"] == 0


@pytest.mark.parametrize(
    ("signs", "sign", "value"),
    [
        (of_number(Number(status="handwritten")), "is handwritten", 1),
        (of_number(Number(candidates=[Candidate(value="7", confidence=0.7, by="a")])), "ahead", 0.7),
        (of_place(Issued(place="Lào Cai")), "unknown", 0),
        (of_place(Issued(place="Blang Chũ")), "unknown", 1),
        (of_date(Issued(date="2024-06", text="tháng 6 năm 2024")), "part", 1),
        (of_date(Issued(text="ngày tháng năm")), "unread", 1),
        (of_issuer(Issuer(name="Sở Y tế - Sở Xây dựng")), "dash", 1),
        (of_issuer(None), "dash", 0),
        (of_signer(Signer(name="Lê Hoa", position="Chủ tịch", capacity="KT")), "head acting", 1),
        (of_signer(Signer(name="Lê Hoa", position="Phó Chủ tịch", capacity="KT")), "head acting", 0),
        (of_signer(Signer(name="Lê Hoa", position="Phó Chủ tịch", capacity="TM")), "deputy alone", 1),
        (of_signer(Signer(position="Chủ tịch")), "no name", 1),
        (of_signer(None), "no name", 0),
    ],
)
def test_signs_of_the_head(signs: dict[str, float], sign: str, value: float) -> None:
    assert signs.get(sign, 0) == pytest.approx(value)


@given(st.text(max_size=80), st.lists(st.text(max_size=30), max_size=4))
def test_signs_of_anything_are_finite(text: str, names: list[str]) -> None:
    signs = of_assignment(Assignment(text=text, assignees=names), ())
    assert all(0 <= value < 20 for value in signs.values())


def test_no_signal_both_doubts_and_vouches() -> None:
    assert not DOUBTS & VOUCHERS
