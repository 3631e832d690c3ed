"""The filter by answers to own fields: one button, a menu for each, and what finds no room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.ui.people.choice_filter import ChoiceFilter
from revmentor_desktop.ui.widgets.buttons import menu_button, set_button_text
from revmentor_desktop.ui.widgets.text import set_property


class OwnFilters(QWidget):
    """A button that offers the answers to each own field of choices; it says what is ticked."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[tuple[int | None, OwnField], ...] = ()
        self.filters: dict[str, ChoiceFilter] = {}
        self.menu = QMenu()
        self.menu.setTitle(self.tr("Answers"))
        self._taken_in: dict[QAction, str] = {}
        self.button = menu_button(self.tr("Answers"), self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)
        self.hide()

    @property
    def has_fields(self) -> bool:
        """Whether there is anything to choose from."""
        return bool(self.filters)

    def offer(self, fields: Sequence[OwnField], programme_id: int | None) -> None:
        """Offer the answers to these fields; what was ticked for others counts no more."""
        wanted = tuple((programme_id, own) for own in fields)
        if wanted == self._fields:
            return
        was_narrowed = bool(self.chosen())
        self._fields = wanted
        self.menu.clear()
        for old in self.filters.values():
            old.deleteLater()
        self.filters = {own.key: self._filter(own) for own in fields}
        self.menu.addActions(list(self._taken_in))
        self._say()
        if was_narrowed:
            self.changed.emit()

    def take_in(self, taken: Mapping[QAction, str]) -> None:
        """Offer other filters here too that find no room elsewhere; each with what it says now."""
        if list(taken) != list(self._taken_in):  # the menu may be open while its filters are ticked
            for action in self._taken_in:
                self.menu.removeAction(action)
            self.menu.addActions(list(taken))
        self._taken_in = dict(taken)
        self._say()

    def say_alone(self) -> None:
        """Say what is ticked here as if nothing else were offered; `take_in` says all again."""
        self._say_of({})

    def chosen(self) -> dict[str, frozenset[str]]:
        """Return the answers ticked, by the key of their field."""
        return {
            key: frozenset(values) for key, one in self.filters.items() if (values := one.chosen())
        }

    def clear(self) -> None:
        """Take all ticks away, without saying so."""
        for one in self.filters.values():
            one.choose(())
        self._say()

    def _filter(self, own: OwnField) -> ChoiceFilter:
        choices = {**{option: option for option in own.options}, "": self.tr("No answer")}
        made = ChoiceFilter(own.label, choices)
        made.setParent(self)
        made.hide()
        self.menu.addMenu(made.menu)
        made.changed.connect(self._ticked)
        return made

    def _ticked(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self._say_of(self._taken_in)

    def _say_of(self, taken: Mapping[QAction, str]) -> None:
        said = [one.said for one in self.filters.values() if one.chosen()]
        words = self.tr("Answers")
        if taken:
            words = self.tr("More")
            said += filter(None, taken.values())
        if len(said) == 1:
            words = said[0]
        elif said:
            words = self.tr("{0}: {1} chosen").format(words, len(said))
        set_button_text(self.button, words)
        set_property(self.button, "active", "true" if said else "false")
