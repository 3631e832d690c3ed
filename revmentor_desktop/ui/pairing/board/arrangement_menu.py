"""A button that says how a list is sorted and what of it is shown, and a menu that changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.roles import within
from revmentor_desktop.ui.widgets.buttons import menu_button
from revmentor_desktop.ui.widgets.text import set_tip, without_mnemonic

Shown = TypeVar("Shown")
Arrange = Callable[[Iterable[Shown]], list[Shown]]


def by(key: Callable[[Shown], Any]) -> Arrange[Shown]:
    """Return the way to sort by a key; equal ones stay as they came."""
    return lambda cards: sorted(cards, key=key)


def only(test: Callable[[Shown], bool]) -> Arrange[Shown]:
    """Return the way to show only those that pass a test."""
    return lambda cards: list(filter(test, cards))


@dataclass(frozen=True, slots=True)
class Offer(Generic[Shown]):
    """Ways to choose among by their keys, the usual first, and where the chosen key is kept.

    Their `words` are asked for anew, as they may name a role.
    """

    place: str
    ways: Mapping[str, Arrange[Shown]]
    words: Callable[[], Mapping[str, str]]

    @property
    def usual(self) -> str:
        """The first key."""
        return next(iter(self.ways))

    def kept(self, preferences: Preferences) -> str:
        """Return what was chosen last; the preferences may be of another version."""
        kept = preferences.get(self.place)
        return kept if isinstance(kept, str) and kept in self.ways else self.usual


class ArrangementMenu(QWidget, Generic[Shown]):
    """The button over a list, which says how it is arranged, and its menu.

    What is chosen is kept in the preferences. The usual of `filters` shows everything. With an
    `icon` the button shows only that: the words are then its tip.
    """

    changed = Signal()

    def __init__(
        self,
        preferences: Preferences,
        orders: Offer[Shown],
        filters: Offer[Shown],
        name: Callable[[], str],
        icon: str | None = None,
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._orders, self._filters = orders, filters
        self._name = name
        self._shows_words = icon is None
        self.order, self.only = orders.kept(preferences), filters.kept(preferences)
        menu = QMenu(self)
        self._groups = [self._add(menu, orders, self.order, self._sort)]
        menu.addSeparator()
        self._groups.append(self._add(menu, filters, self.only, self._sift))
        self.button = menu_button("", menu, "quiet", icon)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self._say()

    def arranged(self, cards: Iterable[Shown]) -> list[Shown]:
        """Return those of some cards that are to be shown, in order."""
        return self._orders.ways[self.order](self._filters.ways[self.only](cards))

    @property
    def shows_everything(self) -> bool:
        """Whether nothing is filtered out."""
        return self.only == self._filters.usual

    @property
    def words(self) -> str:
        """How the list is arranged, in words."""
        words = self._orders.words()[self.order]
        if self.shows_everything:
            return words
        return self.tr("{0} · {1}").format(self._filters.words()[self.only], within(words))

    def show_everything(self) -> None:
        """Filter nothing out any more."""
        self._groups[1].actions()[0].trigger()

    def name_roles(self) -> None:
        """Call the roles as the programme that is looked at does."""
        for group, offer in zip(self._groups, (self._orders, self._filters), strict=True):
            for action, text in zip(group.actions(), offer.words().values(), strict=True):
                action.setText(without_mnemonic(text))
        self._say()

    def _add(
        self, menu: QMenu, offer: Offer[Shown], chosen: str, act: Callable[[str], None]
    ) -> QActionGroup:
        group = QActionGroup(menu)
        for key, text in offer.words().items():
            action = menu.addAction(without_mnemonic(text))
            action.setCheckable(True)
            action.setChecked(key == chosen)
            group.addAction(action)
        keys = list(offer.words())
        group.triggered.connect(lambda taken: act(keys[group.actions().index(taken)]))
        return group

    def _sort(self, key: str) -> None:
        self.order = key
        self._keep(self._orders, key)

    def _sift(self, key: str) -> None:
        self.only = key
        self._keep(self._filters, key)

    def _keep(self, offer: Offer[Shown], key: str) -> None:
        self._preferences.set(offer.place, key)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        tip = self.tr("Sort them, or show only some of them")
        if self._shows_words:
            self.button.setText(without_mnemonic(self.words))
        else:
            tip = f"{tip}\n{self.words}"
        set_tip(self.button, tip)
        self.button.setAccessibleName(self.tr("{0}: {1}").format(self._name(), self.words))
