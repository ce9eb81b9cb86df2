"""Word .docx: paragraphs and tables in the document's order, as one page of plain text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from vanban.errors import FileDamaged, FileTooLarge
from vanban.reading import legacy
from vanban.reading.document import Page
from vanban.reading.events import Event, Opened, Read, Task
from vanban.reading.numbering import Numbering
from vanban.reading.plain import as_written

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN: Final = frozenset(_W + name for name in ("del", "moveFrom", "txbxContent", "instrText", "pPr", "rPr"))
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MOST_PARTS: Final = 20_000
_MOST_GROWTH: Final = 200
_HEAD_ROWS: Final = 4
_HEAD_COLUMNS: Final = 3
_SPACES = re.compile(r"\s+")
_ENTRY = re.compile(r"(?:[-–+]\s*)?(?=[^\W\d_])[^\d:]{2,60}")


def parse(task: Task) -> Iterator[Event]:
    """One plain page. Rows of tables are lines ``| a | b |``, as law sites flatten them; ``<br>`` parts the
    printed lines of a cell where the table may be a head or a foot, and the entries of a list.

    Footnotes, headers, footers and deleted text are left out; numbers of automatic lists are written out.
    Raises ``FileDamaged``, and ``FileTooLarge`` when the parts would unpack to more than ``file_bytes``.
    """
    _guard(task)
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(task.path))
        text = "\n".join(_Body(document).lines())
    except (PackageNotFoundError, SyntaxError, KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise FileDamaged(path=str(task.path), reason=str(error) or type(error).__name__) from error
    yield Opened(1)
    yield Read(Page(1, "plain", text=as_written(legacy.to_unicode(text))))


def _guard(task: Task) -> None:
    """A zip that unpacks to far more than it is would take the memory: refuse it by its own list."""
    try:
        with zipfile.ZipFile(task.path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise FileDamaged(path=str(task.path), reason=str(error)) from error
    whole, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    limit = min(task.settings.file_bytes, _MOST_GROWTH * max(packed, 1 << 20))
    if len(parts) > _MOST_PARTS or whole > limit:
        raise FileTooLarge(path=str(task.path), bytes=whole, limit=limit)


class _Body:
    """The document's body as lines of text."""

    def __init__(self, document: Any) -> None:
        self.body = document.element.body
        self.numbering = Numbering(document)
        self.styles = {style.style_id: style.element for style in document.styles}
        self.fonts: dict[str, str | None] = {}

    def lines(self) -> Iterator[str]:
        yield from self.blocks(self.body)

    def blocks(self, parent: Any) -> Iterator[str]:
        for child in parent.iterchildren():
            if child.tag == _W + "p":
                yield self.paragraph(child)
            elif child.tag == _W + "tbl":
                yield from self.table(child)
            elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml"):
                yield from self.blocks(child)

    def table(self, table: Any) -> Iterator[str]:
        """Each row on a line, the first followed by ``|---|---|``; an empty line before and after."""
        yield ""
        small = _is_small(table)
        for at, row in enumerate(table.iter(_W + "tr")):
            if next(row.iterancestors(_W + "tbl")) is not table:
                continue
            cells = [self.cell(cell, small) for cell in row.iterchildren(_W + "tc")]
            yield "| " + " | ".join(cells) + " |"
            if at == 0:
                yield "|" + "---|" * len(cells)
        yield ""

    def cell(self, cell: Any, small: bool) -> str:
        """The cell's lines, parted in a ``small`` table or where each is a short entry of its own (names of agencies).

        Empty where a cell above reaches down to it.
        """
        merged = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merged is not None and merged.get(_W + "val", "continue") == "continue":
            return ""
        texts = (self.paragraph(paragraph) for paragraph in cell.iter(_W + "p"))
        lines = [line for text in texts for piece in text.split("\n") if (line := _SPACES.sub(" ", piece).strip())]
        return (
            "<br>"
            if small or all(_ENTRY.fullmatch(line) and line.lstrip("-–+ ")[0].isupper() for line in lines)
            else " "
        ).join(lines)

    def paragraph(self, paragraph: Any) -> str:
        """The paragraph's text, its list number before it; runs of one legacy font are converted together."""
        parts: list[tuple[str | None, str]] = []
        for run, text in self.runs(paragraph, paragraph):
            font = self.font(run, paragraph)
            font = font if legacy.by_font(font) else None
            if parts and parts[-1][0] == font:
                parts[-1] = (font, parts[-1][1] + text)
            else:
                parts.append((font, text))
        text = "".join(_converted(text, font) for font, text in parts).rstrip()
        marker = self.numbering.marker(paragraph, self.styles) if text else ""
        return f"{marker} {text.lstrip()}" if marker else text

    def runs(self, parent: Any, paragraph: Any) -> Iterator[tuple[Any, str]]:
        for child in parent.iterchildren():
            if child.tag in _UNSEEN or child.tag == _FALLBACK:
                continue
            if child.tag == _W + "r":
                text = "".join(self.pieces(child))
                if text:
                    yield child, text.upper() if _is_on(child.find(f"{_W}rPr/{_W}caps")) else text
            elif len(child):
                yield from self.runs(child, paragraph)

    def pieces(self, run: Any) -> Iterator[str]:
        for child in run.iterchildren():
            if child.tag == _W + "t":
                yield child.text or ""
            elif child.tag in (_W + "tab", _W + "ptab"):
                yield "\t"
            elif child.tag in (_W + "br", _W + "cr"):
                yield "\n"
            elif child.tag == _W + "noBreakHyphen":
                yield "-"

    def font(self, run: Any, paragraph: Any) -> str | None:
        """The font that a run's Latin letters are set in: its own, else that of its styles."""
        own = _font_of(run)
        if own:
            return own
        for path, owner in (("rPr/{0}rStyle", run), ("pPr/{0}pStyle", paragraph)):
            style = owner.find(_W + path.format(_W))
            if style is not None and (font := self.style_font(style.get(_W + "val", ""))):
                return font
        return None

    def style_font(self, name: str, depth: int = 0) -> str | None:
        if name not in self.fonts:
            element = self.styles.get(name)
            font = _font_of(element) if element is not None else None
            based = element.find(_W + "basedOn") if element is not None else None
            if font is None and based is not None and depth < 10:
                font = self.style_font(based.get(_W + "val", ""), depth + 1)
            self.fonts[name] = font
        return self.fonts[name]


def _is_small(table: Any) -> bool:
    """Whether a table has few enough rows and columns to hold a head or a foot; tables of data have more."""
    rows = list(table.iterchildren(_W + "tr"))
    return len(rows) <= _HEAD_ROWS and all(len(row.findall(_W + "tc")) <= _HEAD_COLUMNS for row in rows)


def _font_of(element: Any) -> str | None:
    fonts = element.find(f"{_W}rPr/{_W}rFonts")
    if fonts is None:
        return None
    name = fonts.get(_W + "ascii") or fonts.get(_W + "hAnsi")
    return str(name) if name else None


def _is_on(flag: Any) -> bool:
    return flag is not None and flag.get(_W + "val", "1") not in ("0", "false", "off")


def _converted(text: str, font: str | None) -> str:
    encoding = legacy.by_font(font)
    return legacy.convert(text, encoding, font) if encoding else text
