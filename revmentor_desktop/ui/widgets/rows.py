"""A list whose rows are filled in place: added beneath, moved and removed at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from revmentor_desktop.ui.widgets.buttons import button, icon_button
from revmentor_desktop.ui.widgets.surfaces import bring_into_view
from revmentor_desktop.ui.widgets.tab_order import follow_layout
from revmentor_desktop.ui.widgets.text import set_tip

V = TypeVar("V")


class RowEditor(QWidget, Generic[V]):
    """What shows one row's value; a subclass lays its fields out."""

    edited = Signal()
    """The officer changed something in the row (not: `put` did)."""

    def value(self) -> V:
        """Return what stands in the row, as typed."""
        raise NotImplementedError

    def put(self, value: V) -> None:
        """Show a value; `edited` stays silent."""
        raise NotImplementedError

    def is_blank(self) -> bool:
        """Whether nothing was filled in; a blank row is no row."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the focus into the first field."""
        raise NotImplementedError


class Rows(QWidget, Generic[V]):
    """Rows of one kind, at most `most` (0: any number), and the button that adds one.

    `in_order`: the order says something, so a row can be moved, by its buttons or with Alt and an
    arrow key.
    """

    edited = Signal()

    def __init__(
        self,
        make: Callable[[], RowEditor[V]],
        add_words: str,
        remove_words: str,
        most: int = 0,
        *,
        in_order: bool = False,
    ) -> None:
        super().__init__()
        self._make = make
        self._remove_words = remove_words
        self._most = most
        self._in_order = in_order
        self.editors: list[RowEditor[V]] = []
        self._hosts: list[_Host] = []
        self.add_button: QPushButton = button(add_words, "quiet", "plus")
        self.add_button.clicked.connect(self.add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._rows)
        layout.addLayout(foot)

    def values(self) -> tuple[V, ...]:
        """Return what stands in the rows, blank ones left out."""
        return tuple(editor.value() for editor in self.editors if not editor.is_blank())

    def put(self, values: Sequence[V]) -> None:
        """Show these rows; where they stand there already, nothing moves."""
        if tuple(values) == self.values():
            return
        while len(self.editors) > len(values):
            self._drop(len(self.editors) - 1)
        if len(self.editors) < len(values):
            while len(self.editors) < len(values):
                self._append()
            follow_layout(self)
        for editor, value in zip(self.editors, values, strict=True):
            editor.put(value)
        self._offer()

    def add(self) -> RowEditor[V]:
        """Add a blank row and go there; where there is one already, go to that."""
        editor = self._blank_row()
        self._offer()
        editor.take_focus()
        return editor

    def add_value(self, value: V) -> None:
        """Add a filled row as if the officer had."""
        self._blank_row().put(value)
        self._offer()
        self.edited.emit()

    def remove(self, place: int) -> None:
        """Remove a row as if the officer had; the focus goes to a neighbour."""
        self._drop(place)
        self._offer()
        if self.editors:
            self.editors[min(place, len(self.editors) - 1)].take_focus()
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def move_row(self, place: int, step: int) -> None:
        """Let a row change places with the one `step` further, as if the officer had."""
        there = place + step
        if not (self._in_order and 0 <= there < len(self._hosts)):
            return
        host = self._hosts.pop(place)
        self._hosts.insert(there, host)
        self.editors.insert(there, self.editors.pop(place))
        self._rows.removeWidget(host)
        self._rows.insertWidget(there, host)
        follow_layout(self)
        self._offer()
        bring_into_view(host)
        self.edited.emit()

    def take_focus(self) -> None:
        """Go to the first row, or to the button that adds one."""
        if self.editors:
            self.editors[0].take_focus()
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _blank_row(self) -> RowEditor[V]:
        for editor in self.editors:
            if editor.is_blank():
                return editor
        added = self._append()
        follow_layout(self)
        return added

    def _append(self) -> RowEditor[V]:
        editor = self._make()
        editor.edited.connect(self.edited)
        editor.edited.connect(self._offer)
        host = _Host(editor, self._remove_words, in_order=self._in_order)
        host.remove.clicked.connect(lambda: self.remove(self._hosts.index(host)))
        host.moved.connect(lambda step: self.move_row(self._hosts.index(host), step))
        self._rows.addWidget(host)
        self.editors.append(editor)
        self._hosts.append(host)
        if self.isVisible():
            host.show()  # at once, or it could not have the focus yet
        return editor

    def _drop(self, place: int) -> None:
        host = self._hosts.pop(place)
        del self.editors[place]
        self._rows.removeWidget(host)
        host.hide()
        host.deleteLater()

    def _offer(self) -> None:
        self.add_button.setEnabled(not self._most or len(self.editors) < self._most)
        for place, host in enumerate(self._hosts):
            host.stand_at(place, len(self._hosts) - 1)


class _Host(QWidget):
    """A row's editor, and beside it the buttons that move and remove it."""

    moved = Signal(int)
    """It is to go up (-1) or down (1)."""

    def __init__(self, editor: QWidget, words: str, *, in_order: bool) -> None:
        super().__init__()
        self.remove: QToolButton = icon_button("x", words)
        self._ways: list[QToolButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(editor, 1)
        if in_order:
            row.addLayout(self._make_ways())
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def stand_at(self, place: int, last: int) -> None:
        """Know where it stands, so that only ways that there are can be gone."""
        for way, can_go in zip(self._ways, (place > 0, place < last), strict=False):
            way.setVisible(last > 0)
            if way.hasFocus() and not can_go:
                other = self._ways[0] if way is self._ways[1] else self._ways[1]
                other.setEnabled(True)
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            way.setEnabled(can_go)

    def _make_ways(self) -> QHBoxLayout:
        ways = QHBoxLayout()
        ways.setSpacing(0)
        for icon, words, keys, step in (
            ("arrow-up", self.tr("Move up"), "Alt+Up", -1),
            ("arrow-down", self.tr("Move down"), "Alt+Down", 1),
        ):
            way = icon_button(icon, words)
            set_tip(way, self.tr("{0} ({1})").format(words, keys))
            way.clicked.connect(lambda _=False, step=step: self.moved.emit(step))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.moved.emit(step))
            ways.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
            self._ways.append(way)
        return ways
