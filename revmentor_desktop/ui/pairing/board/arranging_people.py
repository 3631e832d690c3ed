"""In which order mentors or leaders stand and which of them, chosen from a menu over their list."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.text import fold
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.pairing.board.arrangement_menu import (
    Arrange,
    ArrangementMenu,
    Offer,
    by,
    only,
)
from revmentor_desktop.ui.pairing.board.cards import PersonCard
from revmentor_desktop.ui.pairing.words import translate
from revmentor_desktop.ui.roles import named, several_names

_ORDERS: Final[Mapping[str, Arrange[PersonCard]]] = {
    "name": list,  # as they come
    "department": by(lambda card: _filled_first(card.participant.person.department)),
    "site": by(lambda card: _filled_first(card.participant.person.site)),
    "least-said": by(lambda card: _said(card.participant)),
}
_FILTERS: Final[Mapping[str, Arrange[PersonCard]]] = {
    "all": list,
    "free": only(lambda card: not card.partners),
    "second": only(lambda card: card.partners > 0),
    "confirmed": only(lambda card: _is_confirmed(card.participant)),
    "unconfirmed": only(lambda card: not _is_confirmed(card.participant)),
}


def people_menu(preferences: Preferences, role: Role) -> ArrangementMenu[PersonCard]:
    """Return the button over the mentors, or over the leaders: an icon, for there is no room."""
    return ArrangementMenu(
        preferences,
        Offer(f"pairing.{role}.order", _ORDERS, _order_words),
        Offer(f"pairing.{role}.only", _FILTERS, partial(_filter_words, role)),
        lambda: several_names()[role],
        "sliders-horizontal",
    )


def _filled_first(text: str) -> tuple[bool, str]:
    return not text, fold(text)


def _said(one: Participant) -> int:
    """Return how much somebody said that a fit is made of."""
    person = one.person
    topics = person.offers if one.participation.role is Role.MENTOR else person.wants
    return len(topics) + len(person.slots) + len(person.interests)


def _is_confirmed(one: Participant) -> bool:
    return one.participation.state is ParticipationState.CONFIRMED


def _order_words() -> dict[str, str]:
    return {
        "name": translate("Pairing", "By name"),
        "department": translate("Pairing", "By department"),
        "site": translate("Pairing", "By place of work"),
        "least-said": translate("Pairing", "Who said least first"),
    }


def _filter_words(role: Role) -> dict[str, str]:
    if role is Role.MENTOR:
        free = translate("Pairing", "Without a {leader}")
        second = translate("Pairing", "With a {leader}, and a place for one more")
    else:
        free = translate("Pairing", "Without a {mentor}")
        second = translate("Pairing", "With a {mentor}, and a place for one more")
    return {
        "all": translate("Pairing", "Everybody with a place"),
        "free": named(free),
        "second": named(second),
        "confirmed": translate("Pairing", "Confirmed"),
        "unconfirmed": translate("Pairing", "Not confirmed yet"),
    }
