from __future__ import annotations

import pytest

from vanban.errors import ParserDied
from vanban.reading.ocr.engine import Seen, read_tsv

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("", []),
        ("1\t1\t0\t0\t0\t0\t0\t0\t900\t900\t-1\t\n", []),
        (
            "5\t1\t2\t1\t3\t1\t10\t20\t30\t40\t91.5\tSo\u0302\u0301:\n",
            [Seen("Số:", (10, 20, 40, 60), 0.915, (2, 1, 3))],
        ),
        ("5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t95\t \n", []),
    ],
    ids=["nothing", "page row", "word, in NFC", "white space"],
)
def test_tsv_gives_words(rows: str, words: list[Seen]) -> None:
    assert read_tsv((HEAD + rows).encode()) == words


@pytest.mark.parametrize("garbage", [b"\xff\xfe\x00", HEAD.encode() + b"5\t1\n", HEAD.encode() + b"5" + b"\tx" * 11])
def test_garbage_is_an_error_of_the_program(garbage: bytes) -> None:
    with pytest.raises(ParserDied):
        read_tsv(garbage)
