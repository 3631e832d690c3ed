"""A button with a menu of values to tick, by which a list is narrowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from revmentor_desktop.ui.widgets.buttons import menu_button, set_button_text
from revmentor_desktop.ui.widgets.text import set_property, without_mnemonic

_MOST_NAMED: Final = 2


class ChoiceFilter(QWidget):
    """A button with a menu of values to tick; it says what is ticked."""

    changed = Signal()

    def __init__(self, title: str, choices: dict[Any, str], *, single: bool = False) -> None:
        super().__init__()
        self._title = title
        self._single = single
        self._actions: dict[Any, QAction] = {}
        self._choices: dict[Any, str] = {}
        self.menu = StayingMenu()
        self.menu.setTitle(without_mnemonic(title))
        self.menu.setAccessibleName(title)
        self.button: QPushButton = menu_button(title, self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)
        self.set_choices(choices)

    def set_choices(self, choices: dict[Any, str]) -> None:
        """Offer these values; what was ticked and is still offered stays ticked."""
        if choices == self._choices:
            return
        ticked = self.chosen()
        self._choices = dict(choices)
        self.menu.clear()
        self._actions = {}
        for value, words in choices.items():
            action = self.menu.addAction(without_mnemonic(words))
            action.setCheckable(True)
            action.setChecked(value in ticked)
            action.triggered.connect(lambda _checked=False, value=value: self._ticked(value))
            self._actions[value] = action
        self._say()
        if any(value not in choices for value in ticked):
            self.changed.emit()

    @property
    def said(self) -> str:
        """What the button says."""
        return self.button.accessibleName()

    def chosen(self) -> list[Any]:
        """Return the ticked values."""
        return [value for value, action in self._actions.items() if action.isChecked()]

    def choose(self, values: Sequence[Any]) -> None:
        """Tick these values and no others, without saying so."""
        for value, action in self._actions.items():
            action.setChecked(value in values)
        self._say()

    def _ticked(self, value: Any) -> None:
        if self._single:
            for other, action in self._actions.items():
                if other is not value:
                    action.setChecked(False)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = [self._choices[value].rsplit(" (", 1)[0] for value in self.chosen()]
        if len(words) > _MOST_NAMED:
            said = self.tr("{0}: {1} chosen").format(self._title, len(words))
        elif words:
            said = self.tr("{0}: {1}").format(self._title, ", ".join(words))
        else:
            said = self._title
        set_button_text(self.button, said)
        set_property(self.button, "active", "true" if words else "false")


class StayingMenu(QMenu):
    """A menu that stays open while values are ticked; Enter ticks and closes."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self._active()
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._active()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)

    def _active(self) -> QAction | None:
        return self.activeAction()
