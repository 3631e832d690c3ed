"""Editors that name people: the line manager, and who somebody must not be paired with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from revmentor_desktop.domain.text import clean_line, fold
from revmentor_desktop.ui.people.panel.directory import Directory
from revmentor_desktop.ui.people.panel.editors import Editor, forget_typing, show_beginning
from revmentor_desktop.ui.people.panel.suggesting import SuggestingLine, Suggestion
from revmentor_desktop.ui.widgets.buttons import icon_button
from revmentor_desktop.ui.widgets.fields import FieldFrame
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.text import plain_label

Everybody = Callable[[], Directory]


class ManagerEditor(Editor):
    """Who manages somebody: a person of the data file, or a name kept as written.

    The value is (person id, "") or (None, text as written).
    """

    widget: SuggestingLine

    def __init__(self, everybody: Everybody) -> None:
        self._everybody = everybody
        self._person_id: int | None = None
        self._picked = Suggestion("")
        super().__init__(SuggestingLine(self._find))
        self.widget.setPlaceholderText(
            QCoreApplication.translate("people", "Name or e-mail address")
        )
        self.widget.picked.connect(self._pick)

    def look_at(self, person_id: int) -> None:
        """Say whose manager is asked for: they are not offered themselves."""
        self._person_id = person_id

    def value(self) -> tuple[int | None, str]:
        typed = clean_line(self.widget.text())
        if typed and self._picked.key is not None and fold(typed) == fold(self._picked.text):
            return self._picked.key, ""
        named = self._everybody().named(typed) if typed else []
        if len(named) == 1 and named[0] != self._person_id:
            return named[0], ""
        return None, typed

    def put(self, value: tuple[int | None, str]) -> None:
        person_id, written = value
        name = self._everybody().name(person_id) if person_id is not None else written
        self._picked = Suggestion(name, key=person_id)
        if self.widget.text() != name:
            self.widget.setText(name)
            show_beginning(self.widget)

    def typed(self) -> Any:
        return self.widget.text(), self._picked

    def type_again(self, typed: Any) -> None:
        text, self._picked = typed
        self.widget.setText(text)

    def settle(self) -> None:
        forget_typing(self.widget)

    def when_decided(self, store: Callable[[], object]) -> None:
        self.widget.returnPressed.connect(store)
        self.widget.picked.connect(store)

    def _find(self, typed: str) -> list[Suggestion]:
        if not typed.strip():
            return []
        leave_out = () if self._person_id is None else (self._person_id,)
        return self._everybody().find(typed, leave_out)

    def _pick(self, suggestion: Suggestion) -> None:
        self._picked = suggestion


class PeopleField(FieldFrame):
    """People of the data file as chips, typed by part of their name."""

    def __init__(self, everybody: Everybody, hint: str) -> None:
        super().__init__(SuggestingLine(self._find))
        self._everybody = everybody
        self._hint = hint
        self._chips: dict[int, _PersonChip] = {}
        self.leave_out: int | None = None
        self._layout = FlowLayout(self)
        self._layout.setContentsMargins(7, 5, 7, 5)
        self.entry.setMinimumWidth(120)
        self._layout.addWidget(self.entry)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if isinstance(self.entry, SuggestingLine):
            self.entry.picked.connect(self._pick, Qt.ConnectionType.QueuedConnection)
        self._relayout()

    def ids(self) -> frozenset[int]:
        """Return the ids of the people named."""
        return frozenset(self._chips)

    def set_ids(self, ids: frozenset[int]) -> None:
        """Name these people instead; who is gone from the data file is left out."""
        for person_id in list(self._chips):
            self._drop(person_id)
        for person_id in sorted(ids, key=lambda one: fold(self._everybody().name(one))):
            self._add(person_id)
        self.entry.clear()
        self._relayout()

    def unknown(self) -> str:
        """Return what is typed and names nobody, or an empty text."""
        return self.entry.text().strip()

    def left(self) -> None:
        named = self._everybody().named(clean_line(self.entry.text()))
        if len(named) == 1 and named[0] != self.leave_out:
            self._pick(Suggestion(self.entry.text(), key=named[0]))

    def remove(self, person_id: int) -> None:
        """Take a person out as if the officer had."""
        self._drop(person_id)
        self._relayout()
        self.entry.setFocus()
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.entry
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
            and not self.entry.text()
            and self._chips
        ):
            self.remove(list(self._chips)[-1])
            return True
        return super().eventFilter(watched, event)

    def _find(self, typed: str) -> list[Suggestion]:
        if not typed.strip():
            return []
        present = set(self._chips) | ({self.leave_out} if self.leave_out is not None else set())
        return self._everybody().find(typed, present)

    def _pick(self, suggestion: Suggestion) -> None:
        if suggestion.key is not None:
            self._add(suggestion.key)
            self.entry.clear()
            self._relayout()
            self.edited.emit()

    def _add(self, person_id: int) -> None:
        name = self._everybody().name(person_id)
        if not name or person_id in self._chips:
            return
        chip = _PersonChip(name, self)
        chip.removed.connect(lambda: self.remove(person_id))
        self._layout.insert(len(self._chips), chip)
        self._chips[person_id] = chip
        chip.show()

    def _drop(self, person_id: int) -> None:
        chip = self._chips.pop(person_id)
        self._layout.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _relayout(self) -> None:
        self.entry.setPlaceholderText("" if self._chips else self._hint)
        previous: QWidget = self
        for chip in self._chips.values():
            QWidget.setTabOrder(previous, chip.button)
            previous = chip.button
        self._layout.invalidate()
        self.updateGeometry()


class PeopleEditor(Editor):
    """Some people of the data file, by their ids."""

    widget: PeopleField

    def __init__(self, everybody: Everybody) -> None:
        hint = QCoreApplication.translate("people", "Type a name")
        super().__init__(PeopleField(everybody, hint))

    def look_at(self, person_id: int) -> None:
        """Say whose list this is: they are not offered themselves."""
        self.widget.leave_out = person_id

    def value(self) -> frozenset[int]:
        return self.widget.ids()

    def put(self, value: frozenset[int]) -> None:
        if self.widget.unknown() or self.widget.ids() != value:
            self.widget.set_ids(value)

    def problem(self) -> str:
        return unknown_name(self.widget)

    def typed(self) -> Any:
        return self.widget.ids(), self.widget.entry.text()

    def type_again(self, typed: Any) -> None:
        ids, text = typed
        self.widget.set_ids(ids)
        self.widget.entry.setText(text)


def unknown_name(people: PeopleField) -> str:
    """Return why what is typed into a field names nobody, or an empty text."""
    unknown = people.unknown()
    if not unknown:
        return ""
    return QCoreApplication.translate(
        "people", "Nobody here is called “{0}”. Type part of a name and choose from the list."
    ).format(unknown)


class _PersonChip(QFrame):
    removed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "tag")
        self.button = icon_button("x", self.tr("Remove {0}").format(name))
        self.button.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 1, 0)
        row.setSpacing(1)
        row.addWidget(plain_label(name, "body", "elide"))
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
