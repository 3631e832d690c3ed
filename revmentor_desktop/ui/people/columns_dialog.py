"""The dialog in which the officer chooses the columns and their order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.ui.people.columns import Column, Shown, standard_layout
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen

_KEY = int(Qt.ItemDataRole.UserRole)


class ColumnsDialog(Dialog):
    """A list of all columns to tick and order; `chosen` says what came out."""

    def __init__(
        self,
        shown: list[Shown],
        offered: Sequence[Column],
        scale: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self._title(), self._text(), parent)
        self._scale = scale
        self._offered = {column.key: column for column in offered}
        self._widths = {one.key: one.width for one in shown}
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Columns, from left to right"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumHeight(340)
        self.list.installEventFilter(self)
        self.up = button(self.tr("Move up"), icon="arrow-up")
        self.down = button(self.tr("Move down"), icon="arrow-down")
        self.standard = button(self.tr("Standard columns"), "quiet")
        self.up.clicked.connect(lambda: self.move_current(-1))
        self.down.clicked.connect(lambda: self.move_current(1))
        self.standard.clicked.connect(lambda: self._fill(standard_layout(scale)))
        tools = QVBoxLayout()
        tools.setSpacing(8)
        for tool in (self.up, self.down, self.standard):
            tools.addWidget(tool)
        tools.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list, 1)
        row.addLayout(tools)
        self.body.addLayout(row)
        self.add_cancel()
        self.add_button(self.tr("Show these"), "primary").clicked.connect(self.accept)
        self._fill(shown)
        size_within_screen(self, 520, 540)

    def chosen(self) -> list[Shown]:
        """Return the ticked columns in their order."""
        found = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.checkState() is Qt.CheckState.Checked:
                key = str(item.data(_KEY))
                width = self._widths.get(key, round(self._offered[key].width * self._scale))
                found.append(Shown(key, width))
        return found

    def move_current(self, step: int) -> None:
        """Move the current column towards the left (-1) or the right (1)."""
        row = self.list.currentRow()
        goal = row + step
        if row >= 0 and 0 <= goal < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(goal, item)
            self.list.setCurrentRow(goal)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        ):
            self.move_current(-1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        return super().eventFilter(watched, event)

    def _title(self) -> str:
        return self.tr("Columns")

    def _text(self) -> str:
        return self.tr(
            "Tick what the table shows. Drag a column to its place, or use Alt+Up and Alt+Down."
        )

    def _fill(self, shown: list[Shown]) -> None:
        self.list.clear()
        keys = [one.key for one in shown if one.key in self._offered]
        others = [key for key in self._offered if key not in keys]
        for key in [*keys, *others]:
            item = QListWidgetItem(self._offered[key].title)
            item.setData(_KEY, key)
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
            # Without a name nobody could tell the rows apart: that one stays.
            if key == "name":
                item.setText(self.tr("Name (always shown)"))
                flags |= Qt.ItemFlag.ItemIsEnabled
            else:
                flags |= Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags)
            item.setCheckState(Qt.CheckState.Checked if key in keys else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
