"""The list of letters and the list of whom one goes to."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from revmentor_desktop.ui.letters.models import (
    ASIDE_ROLE,
    MARK_ROLE,
    Index,
    LettersModel,
    RecipientsModel,
)
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.lists import paint_ground

_PADDING: Final = 10
_TICK: Final = 18
_LEFT: Final = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
)


class _List(QListView):
    """A list of one column; a row is always looked at."""

    current_changed = Signal()

    def __init__(self, model: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def look_at(self, row: int) -> None:
        """Look at a row."""
        self.setCurrentIndex(self.model().index(row, 0))

    @property
    def row(self) -> int | None:
        """The row that is looked at, or None."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()


class LettersList(_List):
    """Shows a `LettersModel`."""

    def __init__(self, model: LettersModel, theme: Theme) -> None:
        super().__init__(model, "")
        self.setAccessibleName(self.tr("Letters"))
        self.setItemDelegate(_LetterDelegate(self, theme))
        # As high as its rows where there is room, and no higher.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount()
        return QSize(240, rows * self.sizeHintForRow(0) + 8 if rows else 120)


class RecipientsList(_List):
    """Shows a `RecipientsModel`. Space turns the tick of the row, a click on the tick as well."""

    def __init__(self, model: RecipientsModel, theme: Theme) -> None:
        super().__init__(model, "")
        self._recipients = model
        self.setAccessibleName(self.tr("Whom this letter goes to"))
        self.setItemDelegate(_RecipientDelegate(self, theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.row is not None:
            self._recipients.tick([self.row], not self._recipients.is_ticked(self.row))
            return
        super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: _List, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        theme.changed.connect(view.viewport().update)

    def _begin(self, painter: QPainter, option: QStyleOptionViewItem) -> QRect:
        """Paint the ground; return where the row's words go."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        paint_ground(painter, option, self._theme)
        return rect.adjusted(_PADDING, 0, -_PADDING, 0)

    def _write(self, painter: QPainter, cell: QRect, text: str, colour: str, font: QFont) -> None:
        """Paint one line, elided where there is no room."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(cell.width(), 0))
        painter.setFont(font)
        painter.setPen(QPen(self._theme.colour(colour)))
        painter.drawText(cell, _LEFT, shown)


class _LetterDelegate(_Delegate):
    """Paints a title, "own wording" when it is, and the number of people at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        cell = self._begin(painter, option)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        small = self._theme.font("small")
        metrics = QFontMetrics(small)
        for text, colour in ((index.data(ASIDE_ROLE), "muted"), (index.data(MARK_ROLE), "brand")):
            width = metrics.horizontalAdvance(text)
            place = QRect(cell.right() - width, cell.top(), width + 1, cell.height())
            self._write(painter, place, text, colour, small)
            cell.setRight(place.left() - (_PADDING if text else 0))
        self._write(painter, cell, index.data(), "ink", self._theme.font("body", bold=chosen))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetrics(self._theme.font("body")).height()
        return QSize(120, max(28, height + 12))


class _RecipientDelegate(_Delegate):
    """Paints a tick, a name, and beneath it how to reach them, or what is still to fill in."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        cell = self._begin(painter, option)
        self._paint_tick(painter, option, index)
        cell.setLeft(cell.left() + _TICK + _PADDING)
        half = cell.height() // 2
        name = QRect(cell.left(), cell.top() + 3, cell.width(), half - 2)
        line = QRect(cell.left(), cell.top() + half, cell.width(), half - 3)
        self._write(painter, name, index.data(), "ink", self._theme.font("body", bold=True))
        mark = index.data(MARK_ROLE)
        colour = "warn" if mark else "muted"
        self._write(
            painter, line, mark or index.data(ASIDE_ROLE), colour, self._theme.font("small")
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = ("body", "small")
        return QSize(120, sum(QFontMetrics(self._theme.font(one)).height() for one in lines) + 12)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Turn the tick by a click anywhere left of the name."""
        if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
            return False
        if event.type() != QEvent.Type.MouseButtonRelease:
            return False
        at: QPoint = event.position().toPoint()
        if at.x() > option.rect.left() + 2 * _PADDING + _TICK:
            return False
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        box.rect = QRect(0, 0, _TICK, _TICK)
        box.rect.moveCenter(
            QPoint(option.rect.left() + _PADDING + _TICK // 2, option.rect.center().y())
        )
        box.state &= ~QStyle.StateFlag.State_HasFocus
        checked = box.checkState is Qt.CheckState.Checked
        box.state |= QStyle.StateFlag.State_On if checked else QStyle.StateFlag.State_Off
        self._view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, self._view
        )
