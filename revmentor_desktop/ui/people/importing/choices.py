"""Cells of a table that offer a choice: they look like a box to pick from, and open as one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from revmentor_desktop.ui.icons import icon_pixmap
from revmentor_desktop.ui.people.importing.titled_model import Index
from revmentor_desktop.ui.theme import Theme

CHOICES_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The choices of a cell: a list of (value, words)."""
WARN_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Whether the cell still waits for a choice."""
ROW_ROOM: Final = 28
"""What a row of such a table is higher than its text, in logical pixels."""
_MARGIN: Final = 10


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a cell as a box to pick from; Enter, F2, Space or a click opens the choices."""

    def __init__(self, view: QTableView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 40, hint.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, self._theme.colour("brand_soft"))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.colour("line")
        )
        waits = bool(index.data(WARN_ROLE))
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        border = "focus" if focused else "warn" if waits else "control"
        painter.setPen(QPen(self._theme.colour(border), 2 if focused else 1))
        painter.setBrush(self._theme.colour("warn_soft" if waits else "surface"))
        box = _box_in(rect)
        painter.drawRoundedRect(box, 6, 6)
        words = box.adjusted(_MARGIN, 0, -28, 0)
        painter.setFont(self._theme.font("body"))
        painter.setPen(self._theme.colour("warn" if waits else "ink"))
        text = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        arrow = icon_pixmap("chevron-down", "muted", 16, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.right() - 23, box.center().y() - 7, arrow)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        box.setAccessibleName(str(index.model().index(index.row(), 0).data() or ""))
        for value, words in index.data(CHOICES_ROLE) or ():
            box.addItem(words, value)
        box.setMaxVisibleItems(16)
        box.activated.connect(lambda _: self._done(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        rect: QRect = option.rect
        editor.setGeometry(_box_in(rect).adjusted(0, 0, 1, 1))

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def _box_in(cell: QRect) -> QRect:
    """Return where the box lies in its cell."""
    return cell.adjusted(4, 3, -6, -5)


class ChoiceTable(QTableView):
    """A table whose column `choice_column` is to be picked from."""

    def __init__(self, choice_column: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice_column = choice_column
        self.clicked.connect(self._clicked)

    def open_choice(self, row: int) -> None:
        """Open the choices of a row."""
        index = self.model().index(row, self._choice_column)
        self.setCurrentIndex(index)
        self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space}
        is_editing = self.state() == QTableView.State.EditingState
        if event.key() in keys and self.currentIndex().isValid() and not is_editing:
            self.open_choice(self.currentIndex().row())
            event.accept()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Enter opens the choices here; it must not press the dialog's main button as well.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            event.setAccepted(is_enter)
            return is_enter or super().event(event)
        return super().event(event)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == self._choice_column:
            self.open_choice(index.row())
