"""In which order the pairs stand and which of them, chosen from a menu above their list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.text import fold
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.widgets.buttons import menu_button
from revmentor_desktop.ui.widgets.text import set_tip, without_mnemonic

ORDER_KEY: Final = "pairing.order"
ONLY_KEY: Final = "pairing.only"


class Order(StrEnum):
    """How pairs can be sorted."""

    LOWEST = "lowest"
    HIGHEST = "highest"
    NAME = "name"
    NEWEST = "newest"


class Only(StrEnum):
    """Which pairs can be shown alone."""

    ALL = "all"
    BROKEN = "broken"
    GAPS = "gaps"
    PROPOSED = "proposed"
    AGREED = "agreed"
    PAUSED = "paused"
    LOCKED = "locked"
    UNLOCKED = "unlocked"


_Kind = TypeVar("_Kind", Order, Only)

_KEPT: Mapping[Only, Callable[[PairCard], bool]] = {
    Only.ALL: lambda _: True,
    Only.BROKEN: lambda card: card.broken,
    Only.GAPS: lambda card: card.has_gaps,
    Only.PROPOSED: lambda card: card.pair.is_proposed,
    Only.AGREED: lambda card: card.pair.state is PairState.AGREED,
    Only.PAUSED: lambda card: card.pair.state is PairState.PAUSED,
    Only.LOCKED: lambda card: card.pair.is_locked,
    Only.UNLOCKED: lambda card: card.pair.is_proposed and not card.pair.is_locked,
}


def arranged(cards: Iterable[PairCard], order: Order, only: Only = Only.ALL) -> list[PairCard]:
    """Return those of some cards that are to be shown, in order; equal ones the newest first."""
    shown = sorted(filter(_KEPT[only], cards), key=lambda card: -card.key)
    if order is Order.NAME:
        return sorted(shown, key=_by_name)
    if order in {Order.LOWEST, Order.HIGHEST}:
        # Where nothing is known of the fit, the pair needs a look like a low one.
        return sorted(shown, key=lambda card: card.fit.total, reverse=order is Order.HIGHEST)
    return shown


def _one_of(kind: type[_Kind], kept: object, usual: _Kind) -> _Kind:
    """Return what was kept; the preferences may be of another version."""
    return next((one for one in kind if one == kept), usual)


def _by_name(card: PairCard) -> tuple[str, str]:
    person = card.pair.mentor.person
    return fold(person.last_name), fold(person.first_name)


class ArrangingMenu(QWidget):
    """The button that says how the pairs are arranged, and opens the menu to change that.

    What is chosen is kept in the preferences.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.order = _one_of(Order, preferences.get(ORDER_KEY), Order.LOWEST)
        self.only = _one_of(Only, preferences.get(ONLY_KEY), Only.ALL)
        menu = QMenu(self)
        self._choices(menu, self._order_words(), self.order, self._sort)
        menu.addSeparator()
        self.filters = self._choices(menu, self._only_words(), self.only, self._sift)
        self.button = menu_button("", menu, "quiet")
        set_tip(self.button, self.tr("Sort the pairs, or show only some of them"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self._say()

    @property
    def words(self) -> str:
        """How the pairs are arranged, in words."""
        words = self._order_words()[self.order]
        if self.only is Only.ALL:
            return words
        return self.tr("{0} · {1}").format(self._only_words()[self.only], words.lower())

    def show_everything(self) -> None:
        """Filter nothing out any more."""
        self.filters.actions()[0].trigger()

    def _order_words(self) -> dict[Order, str]:
        return {
            Order.LOWEST: self.tr("Lowest fit first"),
            Order.HIGHEST: self.tr("Highest fit first"),
            Order.NAME: self.tr("By the mentor’s name"),
            Order.NEWEST: self.tr("Newest first"),
        }

    def _only_words(self) -> dict[Only, str]:
        return {
            Only.ALL: self.tr("All pairs"),
            Only.BROKEN: self.tr("Breaking a rule"),
            Only.GAPS: self.tr("Something not known"),
            Only.PROPOSED: self.tr("Proposed"),
            Only.AGREED: self.tr("Agreed"),
            Only.PAUSED: self.tr("Paused"),
            Only.LOCKED: self.tr("Locked"),
            Only.UNLOCKED: self.tr("Not locked yet"),
        }

    def _choices(
        self,
        menu: QMenu,
        words: Mapping[_Kind, str],
        chosen: _Kind,
        act: Callable[[_Kind], None],
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
        self._preferences.set(ORDER_KEY, str(order))
        self._say()
        self.changed.emit()

    def _sift(self, only: Only) -> None:
        self.only = only
        self._preferences.set(ONLY_KEY, str(only))
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.button.setText(without_mnemonic(self.words))
        self.button.setAccessibleName(self.tr("Pairs: {0}").format(self.words))
