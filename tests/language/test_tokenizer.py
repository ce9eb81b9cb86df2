"""Words of underthesea as spaCy tokens."""

from __future__ import annotations

import pytest

from vanban.language.tokenizer import nlp, tokens


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("chủ trì, phối hợp với", ["chủ trì", ",", "phối hợp", "với"]),
        ("UBND xã  An Thử", ["UBND", "xã", " ", "An Thử"]),
        ("", []),
    ],
)
def test_words(text: str, wanted: list[str]) -> None:
    assert [token.text for token in tokens(text)] == wanted


@pytest.mark.parametrize(
    "text",
    ["Giao Sở Nội vụ báo cáo\n trước ngày 28/6/2030.", "  Hoà  bình\t", "a\u00a0b", "Điều 5;khoản 2", "oà Ð đ 😀 x"],
)
def test_tokens_give_the_text_back(text: str) -> None:
    doc = tokens(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_the_pipeline_is_made_once() -> None:
    assert nlp() is nlp()
