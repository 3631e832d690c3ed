"""The table of pairs: a tick, two names, a reference, and how each of their papers stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.pair_rows import PairRow
from revmentor_desktop.ui.documents.model import (
    PAIR_ROLE,
    PAPERS,
    STANDING_ROLE,
    Column,
    Index,
    PairsModel,
)
from revmentor_desktop.ui.documents.painting import chip_width, paint_chip, paint_text
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.lists import menu_place
from revmentor_desktop.ui.widgets.tables import set_up_table

_PADDING: Final = 10
_AFTER_CHIP: Final = 2
_MORE_AFTER_CHIP: Final = 18
"""So much more where there is room for it."""
_TICK_SIDE: Final = 18
_WIDTH_FOR_REFERENCE: Final = 860
"""In a narrower table the names need the room, and stand below one another."""
_LETTERS_OF_NAMES: Final = 16
_LEAST_CHIP: Final = 60


class PairsTable(QTableView):
    """Shows a `PairsModel`. Space ticks the selected rows; a click on a tick turns it."""

    current_changed = Signal()
    """Another pair or paper is looked at, or none."""
    menu_asked = Signal(QPoint)
    """The menu of the pair that is looked at, at a point of the screen."""

    def __init__(self, model: PairsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self, theme))
        set_up_table(self, self.tr("Pairs and their papers"))
        self.setMinimumWidth(300)
        header = self.horizontalHeader()
        header.setAccessibleName(self.tr("Columns"))
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(_TICK_SIDE + 2 * _PADDING)
        header.setSectionResizeMode(Column.PAIR, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(Column.TICK, _TICK_SIDE + 2 * _PADDING)
        self.setColumnWidth(Column.REFERENCE, self.fontMetrics().averageCharWidth() * 15)
        self._theme = theme
        self._chips = dict.fromkeys(PAPERS, _LEAST_CHIP)
        for changed in (model.modelReset, model.dataChanged, model.headerDataChanged):
            changed.connect(self._measure_chips)
        self._measure_chips()
        self._set_heights()

    @property
    def current(self) -> PairRow | None:
        """The pair that is looked at."""
        index = self.currentIndex()
        return self._pairs.row(index.row()) if index.isValid() else None

    @property
    def current_kind(self) -> PaperKind | None:
        """The kind of paper whose cell is looked at, or None."""
        index = self.currentIndex()
        return PAPERS.get(Column(index.column())) if index.isValid() else None

    def look_at(self, row: int) -> None:
        """Look at the pair of a row."""
        self.selectRow(row)
        self.scrollTo(self._pairs.index(row, Column.PAIR))

    @property
    def is_narrow(self) -> bool:
        """Whether the names of a pair stand below one another."""
        return self.width() < _WIDTH_FOR_REFERENCE

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(Column.REFERENCE, self.is_narrow)
        self._set_heights()
        self._share_width()
        super().resizeEvent(event)

    def _share_width(self) -> None:
        """Leave the names what they need; chips are cut first where there is no room for both."""
        fixed = self.columnWidth(Column.TICK)
        if not self.is_narrow:
            fixed += self.columnWidth(Column.REFERENCE)
        names = self.fontMetrics().averageCharWidth() * _LETTERS_OF_NAMES
        room, needed = self.viewport().width() - fixed - names, sum(self._chips.values())
        more = min((room - needed) // len(self._chips), _MORE_AFTER_CHIP)
        for column, width in self._chips.items():
            given = width + more if more >= 0 else width * max(room, 0) // needed
            self.setColumnWidth(column, max(given, _LEAST_CHIP))

    def _measure_chips(self) -> None:
        """Find out how wide the chips of each paper are now, and its heading."""
        rows = range(self._pairs.rowCount())
        for column in PAPERS:
            said = {str(self._pairs.index(row, column).data()) for row in rows}
            chips = [chip_width(self._theme, words) + _PADDING + _AFTER_CHIP for words in said]
            heading = self.horizontalHeader().sectionSizeHint(column)
            self._chips[column] = max([heading, *chips])
        self._share_width()

    def _set_heights(self) -> None:
        lines = 2 if self.is_narrow else 1
        height = max(38, lines * self.fontMetrics().height() + 20)
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            rows = {index.row() for index in self.selectionModel().selectedRows()}
            ticked = self._pairs.is_ticked(self.currentIndex().row())
            self._pairs.tick(rows or {self.currentIndex().row()}, not ticked)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, at = menu_place(self, event)
        if index.isValid():
            self.menu_asked.emit(at)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or current.column() != previous.column():
            self.current_changed.emit()


class _Delegate(QStyledItemDelegate):
    """Paints names in bold with a quiet word between, and a chip that says how it stands."""

    def __init__(self, view: PairsTable, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        theme.changed.connect(view.viewport().update)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair: PairRow = index.data(PAIR_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, rect)
        cell = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        match Column(index.column()):
            case Column.TICK:
                self._paint_tick(painter, option, index)
            case Column.PAIR:
                self._paint_pair(painter, cell, pair)
            case Column.REFERENCE:
                paint_text(painter, self._theme, cell, index.data(), "muted")
            case _:
                kind = index.data(STANDING_ROLE).kind
                cell.setRight(rect.right() - _AFTER_CHIP)
                paint_chip(painter, self._theme, cell, index.data(), kind)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(38, hint.height()))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Turn the tick by a click anywhere in its cell."""
        if index.column() != Column.TICK or not isinstance(event, QMouseEvent):
            return False
        if event.type() != QEvent.Type.MouseButtonRelease:
            return False
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self._theme.colour("brand_soft" if chosen else "surface"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        box.rect = QRect(0, 0, _TICK_SIDE, _TICK_SIDE)
        box.rect.moveCenter(option.rect.center())
        box.state &= ~QStyle.StateFlag.State_HasFocus
        box.state |= (
            QStyle.StateFlag.State_On
            if box.checkState is Qt.CheckState.Checked
            else QStyle.StateFlag.State_Off
        )
        self._view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, self._view
        )

    def _paint_pair(self, painter: QPainter, cell: QRect, pair: PairRow) -> None:
        bold = self._theme.font("body", bold=True)
        names = pair.names
        if self._view.is_narrow:
            half = QFontMetrics(bold).height()
            cell = QRect(cell.left(), cell.center().y() - half + 1, cell.width(), half)
            paint_text(painter, self._theme, cell, names[0], "ink", bold)
            cell.translate(0, half)
            cell.setLeft(cell.left() + self._paint_between(painter, cell))
            paint_text(painter, self._theme, cell, names[1], "ink", bold)
            return
        quiet = QFontMetrics(self._theme.font("body")).horizontalAdvance(self._between)
        # The first name leaves room for the second, which matters as much.
        room = max(cell.width() - quiet, 0) * 3 // 5
        place = QRect(cell.topLeft(), QSize(room, cell.height()))
        cell.setLeft(cell.left() + paint_text(painter, self._theme, place, names[0], "ink", bold))
        cell.setLeft(cell.left() + self._paint_between(painter, cell))
        paint_text(painter, self._theme, cell, names[1], "ink", bold)

    @property
    def _between(self) -> str:
        return self.tr(" with ")

    def _paint_between(self, painter: QPainter, cell: QRect) -> int:
        """Paint the quiet word before the second name; return how wide it is."""
        words = self._between.lstrip() if self._view.is_narrow else self._between
        paint_text(painter, self._theme, cell, words, "muted")
        return QFontMetrics(self._theme.font("body")).horizontalAdvance(words)
