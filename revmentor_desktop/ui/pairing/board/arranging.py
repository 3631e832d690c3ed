"""In which order the pairs stand and which of them, chosen from a menu above their list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.people import by_surname
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.pairing.board.arrangement_menu import ArrangementMenu, Offer
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.words import translate
from revmentor_desktop.ui.roles import named

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


def _by_name(card: PairCard) -> tuple[str, str, int]:
    return by_surname(card.pair.mentor.person)


class ArrangingMenu(ArrangementMenu[Order, Only]):
    """The button over the pairs."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences, Offer(ORDER_KEY, _orders()), Offer(ONLY_KEY, _filters()))

    def _spoken(self) -> str:
        return self.tr("Pairs: {0}").format(self.words)

    def _tip(self) -> str:
        return self.tr("Sort the pairs, or show only some of them")


def _orders() -> dict[Order, str]:
    return {
        Order.LOWEST: translate("Pairing", "Lowest fit first"),
        Order.HIGHEST: translate("Pairing", "Highest fit first"),
        Order.NAME: named(translate("Pairing", "By the {mentor}’s name")),
        Order.NEWEST: translate("Pairing", "Newest first"),
    }


def _filters() -> dict[Only, str]:
    return {
        Only.ALL: translate("Pairing", "All pairs"),
        Only.BROKEN: translate("Pairing", "Breaking a rule"),
        Only.GAPS: translate("Pairing", "Something not known"),
        Only.PROPOSED: translate("Pairing", "Proposed"),
        Only.AGREED: translate("Pairing", "Agreed"),
        Only.PAUSED: translate("Pairing", "Paused"),
        Only.LOCKED: translate("Pairing", "Locked"),
        Only.UNLOCKED: translate("Pairing", "Not locked yet"),
    }
