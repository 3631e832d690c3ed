"""Labels and tooltips that show any text as it is: no markup, no stolen keys, no burst layout."""

from __future__ import annotations

import re
from typing import Final, Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

Fit = Literal["wrap", "elide", "natural"]
TextRole = Literal[
    "title", "heading", "strong", "body", "muted", "purpose", "small", "label", "error", "code"
]

_LONGEST_WORD: Final = 24
_BREAK_HERE: Final = "\u200b"
_AFTER_FOLDER = re.compile(r"(?<=[/\\])(?=\S)")
_LONG_WORD = re.compile(rf"([^\s{_BREAK_HERE}]{{{_LONGEST_WORD}}})(?=[^\s{_BREAK_HERE}])")


class PlainLabel(QLabel):
    """A label whose text is shown literally.

    `fit` says what happens when room is short: "wrap" onto more lines (a word without end breaks
    too), "elide" with an ellipsis (the whole text is then the tooltip), or "natural" width.
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = "body",
        fit: Fit = "natural",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._fit = fit
        self._own_tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(fit == "wrap")
        if fit == "wrap":
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        elif fit == "elide":
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`; `&` and `<` are nothing special."""
        self._text = text
        if self._fit == "wrap":
            super().setText(breakable(text))
        else:
            super().setText(text)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return the text as it was given."""
        return self._text

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self._fit == "elide":
            hint.setWidth(min(hint.width(), self.fontMetrics().averageCharWidth() * 6))
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self._room()
        if self._fit != "elide" or self._natural_width() <= room.width():
            self._say_whole("")
            super().paintEvent(event)
            return
        self._say_whole(self._text)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        styled = QStyleOption()
        styled.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, styled, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, self.alignment() | Qt.TextFlag.TextSingleLine, shown)

    def _room(self) -> QRect:
        """Return where the text stands: a styled label keeps some room within its padding too."""
        room = self.contentsRect()
        around = self.width() - room.width()
        indent = max(0, super().sizeHint().width() - around - self._natural_width()) // 2
        return room.adjusted(indent, 0, -indent, 0)

    def _say_whole(self, text: str) -> None:
        """Give the whole text as the tip where it is cut, unless somebody gave another tip."""
        if self._fit == "elide" and self.toolTip() == self._own_tip:
            set_tip(self, text)
            self._own_tip = self.toolTip()

    def _natural_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._text)


def plain_label(text: str, role: TextRole = "body", fit: Fit = "natural") -> PlainLabel:
    """Return a label that shows `text` literally, in one of the styles that `role` names."""
    return PlainLabel(text, role, fit)


def optional_label(text: str, role: TextRole = "body") -> PlainLabel:
    """Return a label of any length that is not there while it has nothing to say.

    Whoever changes its text shows or hides it. (A label without a parent must not be shown: it
    would be a window for a moment.)
    """
    made = PlainLabel(text, role, "wrap")
    if not text:
        made.hide()
    return made


def set_tip(widget: QWidget | QAction, text: str) -> None:
    """Give a widget or an entry of a menu a tooltip that shows `text` literally."""
    tip = plain_tip(text)
    if widget.toolTip() != tip:
        widget.setToolTip(tip)


def plain_tip(text: str) -> str:
    """Return tooltip text that Qt shows literally, wrapped where long.

    For models' ToolTipRole too: Qt guesses whether a tooltip is markup, so it is made markup here.
    """
    if not text:
        return ""
    escaped = breakable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped.replace(chr(10), '<br>')}</qt>"


def breakable(text: str) -> str:
    """Return `text` so that paths break between folders, and words without end somewhere."""
    return _LONG_WORD.sub(rf"\1{_BREAK_HERE}", _AFTER_FOLDER.sub(_BREAK_HERE, text))


def without_mnemonic(text: str) -> str:
    """Return `text` for a button, tab or menu so that its ampersands are shown and steal no key."""
    return text.replace("&", "&&")


def utf16(text: str, at: int) -> int:
    """Return a place in a text as Qt counts it: characters beyond the first 65,536 are two."""
    return at + sum(ord(one) > 0xFFFF for one in text[:at])


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text`, wherever the keyboard is."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and let the widget take on its new look."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it takes on its look when first shown; asking for the style takes long
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
