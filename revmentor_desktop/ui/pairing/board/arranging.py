"""In which order the pairs stand and which of them, chosen from a menu above their list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.people import by_surname
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.pairing.board.arrangement_menu import (
    Arrange,
    ArrangementMenu,
    Offer,
    by,
    only,
)
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.words import translate
from revmentor_desktop.ui.roles import named

ORDER_KEY: Final = "pairing.order"
ONLY_KEY: Final = "pairing.only"

# Equal ones stand the newest first. Where nothing is known of the fit, the pair needs a look like
# a low one.
_ORDERS: Final[Mapping[str, Arrange[PairCard]]] = {
    "lowest": by(lambda card: (card.fit.total, -card.key)),
    "highest": by(lambda card: (-card.fit.total, -card.key)),
    "name": by(lambda card: (*by_surname(card.pair.mentor.person), -card.key)),
    "newest": by(lambda card: -card.key),
}
_FILTERS: Final[Mapping[str, Arrange[PairCard]]] = {
    "all": list,
    "broken": only(lambda card: card.broken),
    "gaps": only(lambda card: card.has_gaps),
    "proposed": only(lambda card: card.pair.is_proposed),
    "agreed": only(lambda card: card.pair.state is PairState.AGREED),
    "paused": only(lambda card: card.pair.state is PairState.PAUSED),
    "locked": only(lambda card: card.pair.is_locked),
    "unlocked": only(lambda card: card.pair.is_proposed and not card.pair.is_locked),
}


def pairs_menu(preferences: Preferences) -> ArrangementMenu[PairCard]:
    """Return the button over the pairs."""
    return ArrangementMenu(
        preferences,
        Offer(ORDER_KEY, _ORDERS, _order_words),
        Offer(ONLY_KEY, _FILTERS, _filter_words),
        lambda: translate("Pairing", "Pairs"),
    )


def _order_words() -> dict[str, str]:
    return {
        "lowest": translate("Pairing", "Lowest fit first"),
        "highest": translate("Pairing", "Highest fit first"),
        "name": named(translate("Pairing", "By the {mentor}’s name")),
        "newest": translate("Pairing", "Newest first"),
    }


def _filter_words() -> dict[str, str]:
    return {
        "all": translate("Pairing", "All pairs"),
        "broken": translate("Pairing", "Breaking a rule"),
        "gaps": translate("Pairing", "Something not known"),
        "proposed": translate("Pairing", "Proposed"),
        "agreed": translate("Pairing", "Agreed"),
        "paused": translate("Pairing", "Paused"),
        "locked": translate("Pairing", "Locked"),
        "unlocked": translate("Pairing", "Not locked yet"),
    }
