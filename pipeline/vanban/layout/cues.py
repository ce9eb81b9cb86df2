"""The words that tell which box of the form a line belongs to, ready to match."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
LOWER = UPPER.lower()
"""Vietnamese capitals and small letters, for character classes."""


def _plain(character: str) -> str:
    base = unicodedata.normalize("NFD", character.casefold())[0]
    return {"đ": "d", "ð": "d", "ɖ": "d", "–": "-", "—": "-", "−": "-", "\u00a0": " ", "’": "'", "ß": "s"}.get(
        base, base
    )


_LETTERS = {
    code: _plain(chr(code))
    for span in ((0x41, 0x5B), (0xA0, 0x25A), (0x1E00, 0x1F00), (0x2010, 0x2016), (0x2212, 0x2213))
    for code in range(*span)
}


def key(text: str) -> str:
    """``text`` without diacritics and letter case, dashes as ``-``: one character for each of NFC ``text``."""
    return text.translate(_LETTERS)


def compact(text: str) -> tuple[str, list[int]]:
    """:func:`key` of ``text`` with letters and digits only, and where each stands in ``text``."""
    kept = [(c, i) for i, c in enumerate(key(text)) if c.isalnum()]
    return "".join(c for c, _ in kept), [i for _, i in kept]


@cache
def _chunks(wanted: str, count: int) -> tuple[str, ...]:
    """``wanted`` in ``count`` pieces: fewer errors than pieces leave one of them whole."""
    size = len(wanted) / count
    return tuple(wanted[round(i * size) : round((i + 1) * size)] for i in range(count))


def solid(text: str) -> str:
    """:func:`key` of ``text`` with letters and digits only."""
    return "".join(filter(str.isalnum, key(text)))


def near(given: str, wanted: str, share: float = 0.2) -> bool:
    """Whether two short keys differ by at most ``share`` of their letters (insert, drop, change)."""
    limit = int(len(wanted) * share)
    if abs(len(given) - len(wanted)) > limit:
        return False
    if given == wanted:
        return True
    chunks = _chunks(wanted, limit + 1)
    if sum([chunk in given for chunk in chunks]) < 1 + (len(chunks) > 4):
        return False
    row = list(range(len(wanted) + 1))
    for i, a in enumerate(given, 1):
        before, row[0] = row[0], i
        best = i
        for j, b in enumerate(wanted, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
            best = min(best, row[j])
        if best > limit:
            return False
    return row[-1] <= limit


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, in :func:`key` form with loose white space."""
    keys = sorted({key(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in keys) + ")"


def _either_case(words: str) -> str:
    """A pattern for words in small letters or in capitals throughout, white space loose."""
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in (words, words.upper()))


def _flat(position: dict[str, list[str]]) -> list[str]:
    names = [compact(name)[0] for name in position["names"]]
    both = names + [compact(deputy)[0] + name for deputy in position["deputies"] for name in names]
    return sorted(both, key=lambda name: (-len(name), name))


@dataclass(frozen=True)
class Cues:
    """Compiled patterns over :func:`key` of a line, unless said otherwise."""

    mottos: tuple[str, ...]
    """:func:`compact` keys of Quốc hiệu and Tiêu ngữ."""
    type_start: re.Pattern[str]
    type_only: frozenset[str]
    types: frozenset[str]
    types_solid: tuple[str, ...]
    mark_line: re.Pattern[str]
    mark_start: re.Pattern[str]
    stamp: re.Pattern[str]
    addressees: re.Pattern[str]
    wire: re.Pattern[str]
    basis: re.Pattern[str]
    basis_object: re.Pattern[str]
    operative: re.Pattern[str]
    position: re.Pattern[str]
    positions: tuple[str, ...]
    position_flat: re.Pattern[str]
    """The same over :func:`compact`."""
    agency: re.Pattern[str]
    annex: re.Pattern[str]
    form: re.Pattern[str]
    issued_with: re.Pattern[str]
    enclosing: re.Pattern[str]
    """Over what follows ``kèm theo``, and over a type line."""
    signed_under: re.Pattern[str]
    furniture: re.Pattern[str]
    hanging: re.Pattern[str]
    """Over the end of a line as printed: ``từ`` is not ``điện tử``, ``năm`` not ``Việt Nam``."""
    before_number: re.Pattern[str]
    """Over the end of a line in small letters, marks kept: ``số`` is not ``sở``."""
    object: re.Pattern[str]
    """``Dự án: …`` in a title."""
    opening: re.Pattern[str]
    below: re.Pattern[str]
    """Over the text as printed: white space before an agency that has a parent above it."""
    below_hanging: re.Pattern[str]


@cache
def cues() -> Cues:
    """The cues of ``language/data/layout_cues.toml``."""
    data = tomllib.loads(resources.files("vanban.language").joinpath("data/layout_cues.toml").read_text("utf-8"))
    types = data["type"]
    deputies = _any(data["position"]["deputies"])
    return Cues(
        mottos=tuple(compact(words)[0] for words in data["motto"]["names"] + data["motto"]["creed"]),
        type_start=re.compile(_any(types["names"]) + r"(?!\w)"),
        type_only=frozenset(key(name) for name in types["only"]),
        types=frozenset(key(name) for name in types["names"]),
        types_solid=tuple(solid(name) for name in types["names"] if " " in name),
        mark_line=re.compile(r"\W*" + _any(data["mark"]["lines"]) + r"\W*\Z"),
        mark_start=re.compile(r"\W{0,3}" + _any(data["mark"]["starts"])),
        stamp=re.compile(_any(data["mark"]["stamp"]) + r"(?!\w)"),
        addressees=re.compile(r"[\W_]{0,3}" + _any(data["addressees"]["starts"]) + r"(?!\w)"),
        wire=re.compile(r"[^.;]{3,160}" + _any(data["addressees"]["ends"]) + r"\s*\Z"),
        basis=re.compile(r"[-+*\s]*" + _any(data["basis"]["starts"]) + r"(?!\w)"),
        basis_object=re.compile(r"(?<!\w)" + _any(data["basis"]["objects"]) + r"(?!\w)"),
        operative=re.compile(_any(data["basis"]["operative"]) + r"\s*[:.]?\s*\Z"),
        position=re.compile(rf"(?:{deputies}\s+)*{_any(data['position']['names'])}(?!\w)"),
        positions=tuple(name for name in _flat(data["position"]) if len(name) > 6),
        position_flat=re.compile("|".join(_flat(data["position"]))),
        agency=re.compile(_any(data["agency"]["starts"]) + r"(?!\w)(?<!ban(?= hanh))"),
        annex=re.compile(_any(data["annex"]["starts"])),
        form=re.compile(r"\W*" + _any(data["annex"]["forms"])),
        enclosing=re.compile(_any(data["annex"]["enclosing"]) + r"(?!\w)"),
        issued_with=re.compile(r"(?<!\w)" + _any(data["annex"]["issued_with"]) + r"(?!\w)"),
        signed_under=re.compile(r"\W*" + _any(data["position"]["headings"]) + r"(?!\w)"),
        furniture=re.compile(_any(data["furniture"]["starts"])),
        before_number=re.compile(r"(?:[,\-–/(]|(?<!\w)(?:" + "|".join(data["phrase"]["before_number"]) + r"))\s*\Z"),
        hanging=re.compile(
            r"(?:[,\-–/(]|(?<!\w)(?<!cấp )(?<!CẤP )(?<!toàn )(?<!TOÀN )(?:"
            + "|".join(map(_either_case, data["phrase"]["hanging"]))
            + r"))\Z"
        ),
        object=re.compile(r"\W{0,3}" + _any(data["phrase"]["object"]) + r"(?: [^:.]{0,12})?:"),
        opening=re.compile(r"(?:" + _any(data["phrase"]["opening"]) + r"(?!\w)|ngay \d)"),
        below=re.compile(r"(?<=\S)\s+(?=(?:" + "|".join(data["below"]["starts"]) + r")\s)"),
        below_hanging=re.compile(r"(?:\b(?:" + "|".join(data["below"]["hanging"]) + r")|[,\-–])\s*\Z"),
    )


NUMBER = re.compile(
    r"\W{0,4}(?:(?:nghi quyet|luat|phap lenh|lenh|quyet dinh|chi thi|thong tu|ke hoach|bao cao|thong bao|cong van"
    r"|nghi dinh|to trinh)\s+)?[s5](?:[o06]\s{0,3}[:.,;]{0,2}|[oa06]:)\s{0,9}"
    r"(?P<rest>(?:[^a-z]|[a-z](?![a-z])){0,40}[-/_|]\s{0,3}(?:(?:19|20)\d\d\s{0,2}[-/]\s{0,2})?[a-z].{0,60}"
    r"|(?<=[:.;])\s{0,9}.{1,12}?/\s{0,2}[a-z]{2,6}\s{0,2}-\s{0,2}[a-z].{0,40}|(?<=:).{1,9}[a-z]{2,6}-[a-z]{2,8}\W{0,3}"
    r"|\d{1,6}[a-z]?\s[a-z]{1,5}[-/].{1,40}|[\d.…_\s/-]{0,60})\Z"
)
"""Số và ký hiệu over :func:`key`, with what OCR makes of a number filled in by hand; ``rest`` may be blank."""

PLACE_DATE = re.compile(
    r"\W{0,5}(?P<place>[^,;:/]{0,50}?)\s{0,3}[,.;]?\s{0,3}"
    r"(?:(?<!\w)(?:hoi|luc)\s[^,;]{1,22}?[\s,]{1,2}|(?<!\w)\d{1,2}\s?(?:gio|h|g)\s?(?:\d{1,2}\s?(?:phut|')?)?[\s,]{1,2})?"
    r"(?:ng.?ay[^;]{0,16}?h?.?ang[^;a-z]{0,30}[^;]{0,4}?[nh\W]am[\s\d.…_]{0,14}\S{0,4}"
    r"|ngay\s{0,3}\d{1,2}\s{0,2}[/.-]\s{0,2}\d{1,2}\s{0,2}[/.-]\s{0,2}\d{4})\W{0,5}\Z"
)
"""Địa danh và thời gian ban hành over :func:`key`; day, month and year may be blank, dotted or written by hand."""

CAPACITY = re.compile(
    r"(?:T\s?M|T\s?/\s?M|K\s?T|K\s?/\s?T|T\s?L|T\s?/\s?L|T\s?U\s?Q|T\s?/\s?U\s?Q|T\s?/\s?U|Q|QUYỀN)\s{0,2}[.,/:]\s{0,3}(?=[^\W\d_])"
    rf"|(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s{{1,3}}(?=[{UPPER}]{{2}})"
)
"""Signing for another (NĐ 30/2020 PL I.II.7; HD 36-HD/VPTW II.1.7) at the start of the text as printed."""

DISTRIBUTION = re.compile(r"\W{0,4}n.?[oa0]i\s{0,2}nh.?an\s{0,2}(?:[:;.,*]|\W{0,3}\Z)")
"""``Nơi nhận`` over :func:`key`."""


def is_distribution(text: str) -> bool:
    """Whether the line opens the list of Nơi nhận, letters misread or not."""
    if DISTRIBUTION.match(key(text[:40])):
        return True
    return len(text) < 16 and text.rstrip().endswith(":") and near(compact(text)[0], "noinhan", 0.29)


SUBJECT = re.compile(r"\W{0,3}(?:v\s?/\s?v|ve viec|v\s?e viec|v/\s?v)\W{0,3}(?=\w)")
"""``V/v`` over :func:`key`."""

RULE = re.compile(r"(?![;,.:!?)\]”\"'’]{1,3}\Z)[\W_]*\Z")
"""Nothing but strokes, dots and stars; an end mark that a line break tore off is none."""
