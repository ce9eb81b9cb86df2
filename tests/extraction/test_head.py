"""The head as a whole: genre first, then every field, on made-up documents and on the real ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.extraction.laid import read
from vanban.extraction.head import read_head
from vanban.language.agencies import written_out
from vanban.layout import analyse
from vanban.reading import open_document
from vanban.settings import Settings

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
FOOT = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"

PARTY = (
    "TỈNH ỦY LONG AN\nBAN TỔ CHỨC\n*\nSố 15-HD/BTCTU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
    "Tân An, ngày 07 tháng 02 năm 2022\n\nHƯỚNG DẪN\nvề trồng cây\n-----\n\n- Căn cứ Điều lệ Đảng;\n\n"
    "Ban Tổ chức hướng dẫn như sau:\n1- Trồng cây.\n\nNơi nhận:\n- Các huyện ủy;\n- Lưu Văn phòng.\n\n"
    "K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\nLê Thị Bưởi\n"
)
LETTER = (
    "ỦY BAN NHÂN DÂN\nXÃ HÒA PHÚ\nSố:      /UBND-VHXH\nV/v trồng cây\n\n"
    f"{STATE}\nHòa Phú, ngày     tháng 8 năm 2025\n\n"
    "Kính gửi: Trưởng các thôn\n\nỦy ban nhân dân xã yêu cầu các thôn trồng cây./.\n"
    f"{FOOT}TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn Tám\n"
)
DECREE = (
    f"CHÍNH PHỦ\n-------\n{STATE}-------\nSố: 17/2019/NĐ-CP\nHà Nội, ngày 2 tháng 9 năm 2019\n\nNGHỊ ĐỊNH\n"
    "Quy định về trồng cây\n\nCăn cứ Luật Lâm nghiệp;\nChính phủ ban hành Nghị định về trồng cây.\n"
    f"Điều 1. Phạm vi\nNghị định này quy định việc trồng cây.\n{FOOT}TM. CHÍNH PHỦ\nTHỦ TƯỚNG\n(Đã ký)\nLê Văn Tám\n"
)
NEWS = (
    "Trồng cây ở Hòa Phú\nThứ sáu, 12/5/2023\n\nSáng 12-5, xã Hòa Phú trồng cây theo Quyết định số 123/QĐ-UBND "
    "ngày 01/5/2023. Ông Lê Văn Tám, Chủ tịch UBND xã, dự lễ.\n\nTin và ảnh: Võ Thị Sáu\n"
)


@pytest.mark.parametrize(
    ("text", "genre", "type_code", "number", "date", "issuer", "subject", "signer"),
    [
        (PARTY, "party", "HD", "15-HD/BTCTU", "2022-02-07", "Ban Tổ chức", "về trồng cây", "Lê Thị Bưởi"),
        (LETTER, "administrative", "CV", None, "2025-08", "Ủy ban nhân dân xã Hòa Phú", "trồng cây", "Lê Văn Tám"),
        (DECREE, "normative", "NĐ", "17/2019/NĐ-CP", "2019-09-02", "Chính phủ", "Quy định về trồng cây", "Lê Văn Tám"),
        (NEWS, "other", None, None, None, None, None, None),
        ("", "other", None, None, None, None, None, None),
        ("Một câu không phải văn bản.", "other", None, None, None, None, None, None),
    ],
)
def test_head(
    text: str,
    genre: str,
    type_code: str | None,
    number: str | None,
    date: str | None,
    issuer: str | None,
    subject: str | None,
    signer: str | None,
) -> None:
    head = read_head(*read(text))
    assert head.genre.value == genre
    assert (head.type.value and head.type.value.code) == type_code
    assert (head.number.value.canonical, head.issued.value.date) == (number, date)
    assert (head.issuer.value and head.issuer.value.name) == issuer
    assert head.subject.value == subject
    assert (head.signer.value and head.signer.value.name) == signer


@pytest.mark.parametrize(
    ("symbol", "genre"),
    [
        ("12/QĐ-UBND", "administrative"),
        ("12/2020/QĐ-UBND", "normative"),
        ("12/NQ-CP", "administrative"),
        ("12/2020/BB-ABC", "administrative"),
    ],
)
def test_a_year_in_the_number_makes_a_document_normative(symbol: str, genre: str) -> None:
    head = f"ỦY BAN NHÂN DÂN\nTỈNH LONG AN\n{STATE}Số: {symbol}\nLong An, ngày 5 tháng 3 năm 2020\n\n"
    text = f"{head}QUYẾT ĐỊNH\nVề trồng cây\n"
    assert read_head(*read(text)).genre.value == genre


@pytest.mark.shared
def test_seeds(shared: Path) -> None:
    wrong = []
    for gold_file in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(gold_file.read_text("utf-8"))
        document = open_document(shared / "seeds" / f"{gold_file.stem}.txt", Settings())
        head = read_head(analyse(document), document)
        signer = head.signer.value
        got = {
            "genre": head.genre.value,
            "type": head.type.value and head.type.value.code,
            "number": (head.number.value.status, head.number.value.symbol),
            "issued": (head.issued.value.place, head.issued.value.date),
            "issuer": head.issuer.value and head.issuer.value.name,
            "subject": head.subject.value,
            "signer": signer and signer.model_dump(),
        }
        want = gold | {
            "number": (gold["number"]["status"], gold["number"]["symbol"]),
            "issued": (gold["issued"]["place"], gold["issued"]["date"]),
        }
        wrong += [(gold_file.stem, key, value, want[key]) for key, value in got.items() if value != want[key]]
    assert wrong == []


@pytest.mark.shared
def test_real_texts(shared: Path) -> None:
    """Numbers, dates and types of the real texts: at least 95 in a hundred right."""
    rows = [json.loads(line) for line in (shared / "real/header_gold.jsonl").read_text("utf-8").splitlines()]
    right = asked = 0
    for row in rows:
        if not row["born"].startswith("web_text"):
            continue
        document = open_document(shared / "real" / row["file"], Settings())
        head = read_head(analyse(document), document)
        issuer = head.issuer.value
        pairs = [
            (row.get("number", "").replace("\u0421", "C").replace("\u0420", "P"), head.number.value.canonical),
            (row.get("issue_date"), head.issued.value.date),
            (row.get("doc_type"), head.type.value and head.type.value.name),
            (written_out(row["issuer"]) if row.get("issuer") else None, issuer and issuer.name),
        ]
        known = [(want, got) for want, got in pairs if want and want != ":"]
        asked += len(known)
        right += sum(want == got for want, got in known)
    assert right / asked >= 0.95
