"""Agency names and positions from capitals to sentence case (NĐ 30/2020 PL II: viết hoa)."""

from __future__ import annotations

import re

from vanban.language.agency_data import WORD, known

_VOWEL = re.compile(r"[AEIOUYĂÂÊÔƠƯ]|[À-Ỹ]")
_ROMAN = re.compile(r"[IVXLC]+")
_LOWER = frozenset(
    [
        "và",
        "các",
        "của",
        "về",
        "trực",
        "thuộc",
        "cùng",
        "với",
        "cho",
        "tại",
        "ở",
        "trong",
        "theo",
        "cấp",
        "nhân",
        "dân",
        "thành",
        "viên",
        "một",
        "hai",
        "ba",
        "đầu",
        "tư",
        "dự",
        "án",
        "khu",
        "vực",
        "số",
        "liên",
        "tổng",
        "hợp",
        "công",
        "tác",
        "xây",
        "dựng",
        "quản",
        "lý",
        "phát",
        "triển",
        "thực",
        "hiện",
        "phòng",
        "chống",
        "giai",
        "đoạn",
    ]
)
_BREAK = frozenset("-,;:(/")


def is_capitals(text: str) -> bool:
    """Whether a name is printed in capitals throughout: no small letter, and a word with a vowel mark or two words."""
    return text.isupper() and len(text) > 3 and (" " in text or not text.isascii())


def sentence_case(text: str) -> str:
    """A name or position printed in capitals as running text writes it; other text is given back.

    Known phrases (fields, heads, positions) take their own case, words after a place word or an
    unknown head are a name and keep capitals, the rest is small after its first word.
    """
    if not is_capitals(text):
        return text
    words = WORD.findall(text)
    small = [word.casefold() for word in words]
    out: list[str] = []
    at, naming, opening = 0, False, True
    while at < len(words):
        phrase = known(small, at)
        if phrase is not None and not (naming and len(phrase.words) == 1 and phrase.kind != "places"):
            form = phrase.text
            if opening and not out:
                form = form[0].upper() + form[1:]
            out.extend(WORD.findall(form))
            naming = phrase.kind == "places" or form in (
                "Trường Đại học",
                "Đại học",
                "Trường Cao đẳng",
                "Bệnh viện",
                "Báo",
                "Đài",
                "Việt Nam",
            )
            opening = phrase.kind in ("heads", "positions")
            at += len(phrase.words)
            continue
        word = words[at]
        out.append(_cased(word, small[at], naming=naming, opening=opening))
        if word in _BREAK:
            naming = False
        opening = (word in _BREAK and word not in ",") or (opening and not word.isalnum())
        at += 1
    return _join(text, words, out)


def _cased(word: str, small: str, *, naming: bool, opening: bool) -> str:
    """One word outside every known phrase."""
    if not _VOWEL.search(word) or (_ROMAN.fullmatch(word) and len(word) > 1):
        return word
    if small in _LOWER and not opening:
        return small
    return small.capitalize() if naming or opening else small


def _join(text: str, words: list[str], cased: list[str]) -> str:
    """``cased`` words with the white space that stood between ``words`` in ``text``."""
    out, at = [], 0
    for old, new in zip(words, cased, strict=True):
        start = text.index(old, at)
        out.append(text[at:start])
        out.append(new)
        at = start + len(old)
    return "".join(out) + text[at:]
