"""In which order mentors or leaders stand and which of them, chosen from a menu over their list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Final

from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.text import fold
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.pairing.board.arrangement_menu import ArrangementMenu, Offer
from revmentor_desktop.ui.pairing.board.cards import PersonCard
from revmentor_desktop.ui.pairing.words import translate
from revmentor_desktop.ui.roles import named, several_names


class PeopleOrder(StrEnum):
    """How people can be sorted."""

    NAME = "name"
    DEPARTMENT = "department"
    SITE = "site"
    LEAST_SAID = "least-said"


class PeopleOnly(StrEnum):
    """Which people can be shown alone."""

    ALL = "all"
    FREE = "free"
    SECOND = "second"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"


def _is_confirmed(card: PersonCard) -> bool:
    return card.participant.participation.state is ParticipationState.CONFIRMED


_KEPT: Final[Mapping[PeopleOnly, Callable[[PersonCard], bool]]] = {
    PeopleOnly.ALL: lambda _: True,
    PeopleOnly.FREE: lambda card: not card.partners,
    PeopleOnly.SECOND: lambda card: card.partners > 0,
    PeopleOnly.CONFIRMED: _is_confirmed,
    PeopleOnly.UNCONFIRMED: lambda card: not _is_confirmed(card),
}


def arranged_people(
    cards: Iterable[PersonCard], order: PeopleOrder, only: PeopleOnly
) -> list[PersonCard]:
    """Return those of some cards that are to be shown, in order; equal ones as they came."""
    shown = list(filter(_KEPT[only], cards))
    match order:
        case PeopleOrder.DEPARTMENT:
            return sorted(shown, key=lambda card: _filled_first(card.participant.person.department))
        case PeopleOrder.SITE:
            return sorted(shown, key=lambda card: _filled_first(card.participant.person.site))
        case PeopleOrder.LEAST_SAID:
            return sorted(shown, key=lambda card: _said(card.participant))
    return shown


def _filled_first(text: str) -> tuple[bool, str]:
    return not text, fold(text)


def _said(one: Participant) -> int:
    """Return how much somebody said that a fit is made of."""
    person = one.person
    topics = person.offers if one.participation.role is Role.MENTOR else person.wants
    return len(topics) + len(person.slots) + len(person.interests)


class PeopleMenu(ArrangementMenu[PeopleOrder, PeopleOnly]):
    """The button over the mentors, or over the leaders; only an icon, for there is little room."""

    def __init__(self, preferences: Preferences, role: Role) -> None:
        self._role = role
        super().__init__(
            preferences,
            Offer(f"pairing.{role}.order", _orders()),
            Offer(f"pairing.{role}.only", _filters(role)),
            "sliders-horizontal",
        )

    def _spoken(self) -> str:
        return self.tr("{0}: {1}").format(several_names()[self._role], self.words)

    def _tip(self) -> str:
        return self.tr("Sort them, or show only some of them")


def _orders() -> dict[PeopleOrder, str]:
    return {
        PeopleOrder.NAME: translate("Pairing", "By name"),
        PeopleOrder.DEPARTMENT: translate("Pairing", "By department"),
        PeopleOrder.SITE: translate("Pairing", "By place of work"),
        PeopleOrder.LEAST_SAID: translate("Pairing", "Who said least first"),
    }


def _filters(role: Role) -> dict[PeopleOnly, str]:
    if role is Role.MENTOR:
        free = translate("Pairing", "Without a {leader}")
        second = translate("Pairing", "With a {leader}, and a place for one more")
    else:
        free = translate("Pairing", "Without a {mentor}")
        second = translate("Pairing", "With a {mentor}, and a place for one more")
    return {
        PeopleOnly.ALL: translate("Pairing", "Everybody with a place"),
        PeopleOnly.FREE: named(free),
        PeopleOnly.SECOND: named(second),
        PeopleOnly.CONFIRMED: translate("Pairing", "Confirmed"),
        PeopleOnly.UNCONFIRMED: translate("Pairing", "Not confirmed yet"),
    }
