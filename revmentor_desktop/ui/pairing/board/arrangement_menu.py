"""A button that says how a list is sorted and what of it is shown, and a menu that changes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.widgets.buttons import menu_button
from revmentor_desktop.ui.widgets.text import set_tip, without_mnemonic

Order = TypeVar("Order", bound=StrEnum)
Only = TypeVar("Only", bound=StrEnum)
Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Offer(Generic[Kind]):
    """What one can choose among, in words, the usual first, and where the choice is kept."""

    key: str
    words: Mapping[Kind, str]

    def kept(self, preferences: Preferences) -> Kind:
        """Return what was chosen last; the preferences may be of another version."""
        kept, kinds = preferences.get(self.key), list(self.words)
        return next((one for one in kinds if one == kept), kinds[0])


class ArrangementMenu(QWidget, Generic[Order, Only]):
    """The button over a list, which says how it is arranged, and its menu.

    What is chosen is kept in the preferences. The first of `only` shows everything.
    """

    changed = Signal()

    def __init__(
        self,
        preferences: Preferences,
        order: Offer[Order],
        only: Offer[Only],
        icon: str | None = None,
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._orders, self._filters = order, only
        self._everything = next(iter(only.words))
        self._shows_words = icon is None
        self.order: Order = order.kept(preferences)
        self.only: Only = only.kept(preferences)
        menu = QMenu(self)
        self._add(menu, order.words, self.order, self._sort)
        menu.addSeparator()
        self.filters = self._add(menu, only.words, self.only, self._sift)
        self.button = menu_button("", menu, "quiet", icon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self._say()

    @property
    def shows_everything(self) -> bool:
        """Whether nothing is filtered out."""
        return self.only is self._everything

    @property
    def words(self) -> str:
        """How the list is arranged, in words."""
        words = self._orders.words[self.order]
        if self.shows_everything:
            return words
        return self.tr("{0} · {1}").format(self._filters.words[self.only], words.lower())

    def show_everything(self) -> None:
        """Filter nothing out any more."""
        self.filters.actions()[0].trigger()

    def _spoken(self) -> str:
        """Return the name of the button for a screen reader."""
        raise NotImplementedError

    def _tip(self) -> str:
        """Return what the button is for."""
        raise NotImplementedError

    def _add(
        self, menu: QMenu, words: Mapping[Kind, str], chosen: Kind, act: Callable[[Kind], None]
    ) -> QActionGroup:
        group = QActionGroup(menu)
        for key, text in words.items():
            action = menu.addAction(without_mnemonic(text))
            action.setCheckable(True)
            action.setChecked(key is chosen)
            group.addAction(action)
        kinds = list(words)
        group.triggered.connect(lambda taken: act(kinds[group.actions().index(taken)]))
        return group

    def _sort(self, order: Order) -> None:
        self.order = order
        self._keep(self._orders.key, order)

    def _sift(self, only: Only) -> None:
        self.only = only
        self._keep(self._filters.key, only)

    def _keep(self, key: str, chosen: StrEnum) -> None:
        self._preferences.set(key, str(chosen))
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        if self._shows_words:
            self.button.setText(without_mnemonic(self.words))
            set_tip(self.button, self._tip())
        else:
            set_tip(self.button, f"{self._tip()}\n{self.words}")
        self.button.setAccessibleName(self._spoken())
