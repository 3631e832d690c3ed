"""The list of set-up papers: what each is called, and in one line what it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from revmentor_desktop.services.documents.issued import Issued
from revmentor_desktop.services.documents.setup_papers import SetupPaper
from revmentor_desktop.ui.documents.looked_at import Index, LookedAtList
from revmentor_desktop.ui.documents.painting import (
    Standing,
    chip_width,
    paint_chip,
    paint_text,
    standing,
)
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.lists import menu_place, paint_ground
from revmentor_desktop.ui.widgets.text import plain_tip

_NOWHERE: Final = QModelIndex()
LINE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""What a paper is for."""
STANDING_ROLE: Final = LINE_ROLE + 1
"""How it stands."""
_PADDING: Final = 12
_MARGIN: Final = 9
_WRAPPED: Final = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
)


class PapersModel(QAbstractListModel):
    """A row for each paper."""

    def __init__(self) -> None:
        super().__init__()
        self.papers: list[SetupPaper] = []
        self._issued: Mapping[str, Issued] = {}

    def show(self, papers: Sequence[SetupPaper], issued: Mapping[str, Issued]) -> None:
        """Show these papers, with what was issued of them by key."""
        self.beginResetModel()
        self.papers = list(papers)
        self._issued = issued
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.papers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        paper = self.papers[index.row()]
        stands = standing(paper.unprintable, self._issued.get(paper.key))
        said: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: paper.title,
            Qt.ItemDataRole.ToolTipRole: plain_tip(stands.sentence),
            Qt.ItemDataRole.AccessibleTextRole: f"{paper.title}. {paper.line} {stands.sentence}",
            LINE_ROLE: paper.line,
            STANDING_ROLE: stands,
        }
        return said.get(role)


class PapersList(LookedAtList):
    """Shows a `PapersModel`."""

    menu_asked = Signal(QPoint)
    """The menu of the paper that is looked at, at a point of the screen."""

    def __init__(self, model: PapersModel, theme: Theme) -> None:
        super().__init__(model, QCoreApplication.translate("PapersList", "Set-up papers"))
        self._papers = model
        self.setItemDelegate(_Delegate(self, theme))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(260)

    @property
    def current(self) -> SetupPaper | None:
        """The paper that is looked at."""
        index = self.currentIndex()
        return self._papers.papers[index.row()] if index.isValid() else None

    def look_at(self, key: str) -> None:
        """Look at a paper by its key; at the first where there is no such."""
        self.look_at_row([paper.key for paper in self._papers.papers], key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, at = menu_place(self, event)
        if index.isValid():
            self.menu_asked.emit(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Delegate(QStyledItemDelegate):
    """Paints a title, and beneath it one quiet line that goes on where there is no room."""

    def __init__(self, view: PapersList, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        theme.changed.connect(view.viewport().update)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        paint_ground(painter, option, self._theme)
        cell = rect.adjusted(_PADDING, _MARGIN, -_PADDING, -_MARGIN)
        title = self._theme.font("body", bold=True)
        height = QFontMetrics(title).height()
        stands: Standing = index.data(STANDING_ROLE)
        top = QRect(cell.left(), cell.top(), cell.width(), height)
        if stands.kind != "neutral":  # what is usual needs no word
            right = min(chip_width(self._theme, stands.words), cell.width() // 2)
            chip = QRect(cell.right() + 1 - right, cell.top(), right, height)
            paint_chip(painter, self._theme, chip, stands.words, stands.kind)
            top.setWidth(cell.width() - right - _PADDING)
        paint_text(painter, self._theme, top, index.data(), "ink", title)
        cell.setTop(cell.top() + height + 1)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(cell, _WRAPPED, index.data(LINE_ROLE))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        room = QRect(0, 0, max(width - 2 * _PADDING, 1), 1000)
        small = QFontMetrics(self._theme.font("small"))
        line = small.boundingRect(room, _WRAPPED, index.data(LINE_ROLE)).height()
        title = QFontMetrics(self._theme.font("body", bold=True)).height()
        return QSize(120, title + 1 + line + 2 * _MARGIN)
