"""How wording looks while it is edited: quietly, so that the words stay in front."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from revmentor_desktop.domain.wording import Sign, Token, tokens
from revmentor_desktop.services.documents.placeholders import Placeholders
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.text import utf16

_HEADING: Final = re.compile(r"\s*#{1,6}\s+")
_SIGN_BEFORE: Final = re.compile(r"\s*(?:[-*]\s+\[ ?\]|[-*]|\d{1,3}[.)]|>)\s")
_ROW: Final = re.compile(r"\s*\|.*\|\s*")


class Highlighter(QSyntaxHighlighter):
    """Colours headings, bold words, the signs of lists, and placeholders, known and unknown."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._placeholders: Placeholders | None = None
        theme.changed.connect(self.rehighlight)

    def know(self, placeholders: Placeholders) -> None:
        """Take these placeholders for known."""
        if placeholders != self._placeholders:
            self._placeholders = placeholders
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        heading, before = _HEADING.match(text), _SIGN_BEFORE.match(text)
        if heading:
            self._put(0, len(text), lambda look: look.setFontWeight(QFont.Weight.Bold))
            self._put(0, heading.end(), self._faint)
        elif before:
            self._put(0, before.end(), self._in_brand)
        elif _ROW.fullmatch(text):
            for found in re.finditer(r"\||:?-{3,}:?", text):
                self._put(found.start(), found.end(), self._faint)
        is_bold = False
        for token in tokens(text):
            at, end = utf16(text, token.at), utf16(text, token.at + len(token.text))
            if token.sign is Sign.BOLD:
                is_bold = not is_bold
            if is_bold and token.sign is not Sign.BOLD:
                self._put(at, end, lambda look: look.setFontWeight(QFont.Weight.Bold))
            self._put(at, end, self._look_of(token))

    def _look_of(self, token: Token) -> Callable[[QTextCharFormat], None]:
        match token.sign:
            case Sign.BLANK if self._is_known(token.name):
                return self._known
            case Sign.BLANK | Sign.STRAY:
                return self._wrong
            case Sign.BOLD | Sign.OPTION | Sign.END_OF_OPTION | Sign.LINE:
                return self._faint
            case _:
                return lambda _: None

    def _is_known(self, name: str) -> bool:
        known = self._placeholders
        return known is not None and known.key_of(name) in known.names

    def _put(self, start: int, end: int, change: Callable[[QTextCharFormat], None]) -> None:
        """Change how a stretch looks, and leave what else is said of its look."""
        for at in range(start, end):
            look = self.format(at)
            change(look)
            self.setFormat(at, 1, look)

    def _faint(self, look: QTextCharFormat) -> None:
        look.setForeground(self._colour("muted"))

    def _in_brand(self, look: QTextCharFormat) -> None:
        look.setForeground(self._colour("brand"))

    def _known(self, look: QTextCharFormat) -> None:
        look.setForeground(self._colour("brand"))
        look.setBackground(self._colour("brand_soft"))

    def _wrong(self, look: QTextCharFormat) -> None:
        look.setForeground(self._colour("bad"))
        look.setBackground(self._colour("bad_soft"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._colour("bad"))

    def _colour(self, name: str) -> QColor:
        return self._theme.colour(name)
