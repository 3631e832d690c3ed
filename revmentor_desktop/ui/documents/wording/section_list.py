"""The sections of a document; a dot says which of them the organisation words in its own way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from revmentor_desktop.services.documents.placeholders import Placeholders
from revmentor_desktop.services.documents.wording import EditedSection
from revmentor_desktop.ui.documents.looked_at import Index, LookedAtList
from revmentor_desktop.ui.documents.painting import paint_text
from revmentor_desktop.ui.icons import icon_pixmap
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.lists import paint_ground
from revmentor_desktop.ui.widgets.text import plain_tip
from revmentor_desktop.ui.wording_words import section_name

_NOWHERE: Final = QModelIndex()
_SECTION: Final = int(Qt.ItemDataRole.UserRole)
_PADDING: Final = 12
_WITHIN: Final = 10
"""How far a line of a section stands in from it."""
_DOT: Final = 8
_SIGN: Final = "!"
_ICON: Final = 14
"""Pixels of the sign that a section is not on the paper."""


class SectionsModel(QAbstractListModel):
    """A row for each section."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: tuple[EditedSection, ...] = ()
        self._names: list[str] = []

    def show(self, sections: Sequence[EditedSection], placeholders: Placeholders) -> None:
        """Show these sections; the rows stay where they are the same ones as before."""
        names = [section_name(one, placeholders) for one in sections]
        if _keys(sections) == _keys(self.sections):
            self.sections, self._names = tuple(sections), names
            if sections:
                self.dataChanged.emit(self.index(0), self.index(len(names) - 1))
            return
        self.beginResetModel()
        self.sections, self._names = tuple(sections), names
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sections)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        section, name = self.sections[index.row()], self._names[index.row()]
        said = [name]
        if section.differs:
            said.append(self.tr("Own wording"))
        if section.slips:
            said.append(self.tr("Not in order"))
        if section.is_in_both_packs:
            said.append(self.tr("Stands in both packs"))
        if not section.stands:
            said.append(self.tr("Not on the paper"))
        words = ". ".join(said)
        found: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: name,
            Qt.ItemDataRole.ToolTipRole: plain_tip(words),
            Qt.ItemDataRole.AccessibleTextRole: words,
            _SECTION: section,
        }
        return found.get(role)


class SectionList(LookedAtList):
    """Shows a `SectionsModel`."""

    def __init__(self, model: SectionsModel, theme: Theme) -> None:
        super().__init__(model, QCoreApplication.translate("SectionList", "Sections"))
        self._sections = model
        self.setItemDelegate(_Delegate(self, theme))

    @property
    def current(self) -> EditedSection | None:
        """The section that is looked at."""
        row = self.currentIndex().row()
        return self._sections.sections[row] if row >= 0 else None

    def look_at(self, key: str) -> None:
        """Look at a section by its key; at the first where there is no such."""
        self.look_at_row([one.key for one in self._sections.sections], key)


class _Delegate(QStyledItemDelegate):
    """Paints a name, a dot where the wording is their own, a sign where it is not in order."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._theme = theme
        theme.changed.connect(view.viewport().update)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self._theme)
        section: EditedSection = index.data(_SECTION)
        rect: QRect = option.rect
        indent = _WITHIN if section.is_within else 0
        cell = rect.adjusted(_PADDING + indent, 0, -_PADDING, 0)
        if section.differs:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("brand"))
            top = cell.center().y() - _DOT / 2 + 0.5
            painter.drawEllipse(QRectF(cell.right() - _DOT, top, _DOT, _DOT))
            cell.setWidth(cell.width() - _DOT - 6)
        if section.slips:
            font = self._theme.font("body", bold=True)
            sign = QRect(cell.right() - _PADDING, cell.top(), _PADDING, cell.height())
            paint_text(painter, self._theme, sign, _SIGN, "warn", font)
            cell.setWidth(cell.width() - _PADDING)
        if not section.stands:
            ratio = painter.device().devicePixelRatio()
            off = icon_pixmap("eye-off", "muted", _ICON, ratio)
            painter.drawPixmap(cell.right() - _ICON, cell.center().y() - _ICON // 2 + 1, off)
            cell.setWidth(cell.width() - _ICON - 6)
        colour = "muted" if section.is_line or not section.stands else "ink"
        paint_text(painter, self._theme, cell, index.data(), colour)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, QFontMetrics(self._theme.font("body")).height() + 14)


def _keys(sections: Sequence[EditedSection]) -> list[tuple[str, str]]:
    return [(one.file, one.key) for one in sections]
