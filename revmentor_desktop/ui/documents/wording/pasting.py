"""What is pasted as Markdown: headings, lists and bold words stay, everything else of a look goes.

Nothing that a pasted text names is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
    QTextTable,
)

_LONGEST: Final = 200_000
"""Letters of rich text that are looked at; of more only the words are taken."""
_SIGN: Final = re.compile(
    r"\s*(?:[·•▪◦‣\uf0b7\uf0a7][\t\u00a0 ]*|[o§–][\t\u00a0][\t\u00a0 ]*)(?=\S)"
)
"""What word processors write before a point that they do not call one."""
_NUMBER: Final = re.compile(r"\s*(\d{1,3})[.)][\t\u00a0 ]+(?=\S)")
_NUMBERED: Final = frozenset(
    {
        QTextListFormat.Style.ListDecimal,
        QTextListFormat.Style.ListLowerAlpha,
        QTextListFormat.Style.ListUpperAlpha,
        QTextListFormat.Style.ListLowerRoman,
        QTextListFormat.Style.ListUpperRoman,
    }
)
_BREAKS: Final = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\ufffc": ""})


class _Unloading(QTextDocument):
    """Rich text whose pictures and sheets of style are left where they are."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing."""
        return None


def markdown_of(source: QMimeData) -> str:
    """Return what was copied as Markdown."""
    html = source.html() if source.hasHtml() else ""
    if not html or len(html) > _LONGEST:
        return _plain(source.text())
    document = _Unloading()
    document.setHtml(html)
    return _joined(_lines(document)) or _plain(source.text())


def _plain(text: str) -> str:
    lines = text.translate(_BREAKS).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_pointed(line) for line in lines)


def _pointed(line: str) -> str:
    """Return a line with the sign of a point where a word processor has one of its own."""
    found = _SIGN.match(line)
    return f"- {line[found.end() :]}" if found else _NUMBER.sub(r"\1. ", line, count=1)


def _lines(document: QTextDocument) -> Iterator[tuple[str, str]]:
    """Yield the lines of rich text, each with what kind of line it is."""
    seen: set[int] = set()
    block = document.begin()
    while block.isValid():
        # Stubs and reality differ: outside of tables and lists there is none.
        table: QTextTable | None = QTextCursor(block).currentTable()
        if table is None:
            yield from _line(block)
        elif table.objectIndex() not in seen:
            seen.add(table.objectIndex())
            for row in range(table.rows()):
                yield "row", _row(table, row)
        block = block.next()


def _line(block: QTextBlock) -> Iterator[tuple[str, str]]:
    words = _words(block)
    level = block.blockFormat().headingLevel()
    list_: QTextList | None = block.textList()
    if not words.strip():
        return
    if level:
        yield "heading", f"### {words.replace('**', '').strip()}"
    elif list_ is not None and list_.format().style() in _NUMBERED:
        yield "point", f"{list_.itemNumber(block) + 1}. {words.strip()}"
    elif list_ is not None:
        yield "point", f"- {words.strip()}"
    else:
        line = _pointed(words.strip())
        is_point = line.startswith("- ") or _NUMBER.match(line) is not None
        yield "point" if is_point else "text", line


def _words(block: QTextBlock) -> str:
    """Return the words of a block with the signs of bold ones."""
    said = ""
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        text = piece.text().translate(_BREAKS).replace("\u00a0", " ")
        is_bold = piece.charFormat().fontWeight() >= QFont.Weight.DemiBold
        said += _bold(text) if is_bold else text
        at += 1
    return " ".join(said.replace("****", "").split())


def _bold(text: str) -> str:
    words = text.strip()
    if not words:
        return text
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :]
    return f"{before}**{words}**{after}"


def _row(table: QTextTable, row: int) -> str:
    cells = []
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        block, end = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        said = [_words(block)]
        while block != end:
            block = block.next()
            said.append(_words(block))
        cells.append(" ".join(filter(None, said)).replace("|", "/"))
    return f"| {' | '.join(cells)} |"


def _joined(lines: Iterator[tuple[str, str]]) -> str:
    """Return lines with an empty one between those of different kinds, and between paragraphs."""
    text, before = "", ""
    for kind, line in lines:
        if before:
            text += "\n" if kind == before and kind in {"point", "row"} else "\n\n"
        text, before = text + line, kind
    return text
