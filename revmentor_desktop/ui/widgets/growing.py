"""A field of text as high as what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

_MOST_LINES = 8
_LEAST_HEIGHT = 34
"""As high as a field of one line beside it."""


class GrowingText(QPlainTextEdit):
    """Wraps its text and grows with it. Tab leaves it.

    A field of one paragraph leaves Enter to the dialog and joins the lines of what is pasted.
    """

    def __init__(self, least_lines: int = 1, *, one_paragraph: bool = True) -> None:
        super().__init__()
        self._least_lines = least_lines
        self._one_paragraph = one_paragraph
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """Return what stands in the field."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Show a text; nothing moves where it stands there already, and no signal is sent."""
        if self.toPlainText() != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._grow()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()  # at another width the text wraps elsewhere, which the document does not tell

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_tab = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if self._one_paragraph and event.reason() in by_tab:
            self.selectAll()  # as every field of one line does

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._one_paragraph and event.reason() is not Qt.FocusReason.PopupFocusReason:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one_paragraph and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not self._one_paragraph or not source.hasText():
            super().insertFromMimeData(source)
            return
        joined = QMimeData()
        joined.setText(" ".join(source.text().split()))
        super().insertFromMimeData(joined)

    def _grow(self, *_: object) -> None:
        lines = round(self.document().size().height())
        shown = max(self._least_lines, min(lines, _MOST_LINES))
        needs_bar = lines > _MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needs_bar else policy.ScrollBarAlwaysOff
        )
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(max(shown * line + around + 2, _LEAST_HEIGHT))
