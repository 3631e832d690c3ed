"""Each rule in words: checked and kept, and what it comes to for somebody with nobody to meet.

Rules of the officer's own are named by the field that they are made of, never by what somebody
answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.hard_rules import UNCONFIRMED_STATES
from revmentor_desktop.domain.overrides import NO_PLACE
from revmentor_desktop.domain.participation import (
    NO_PLACE_STATES,
    Participant,
    ParticipationState,
)
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY, WITHDRAWN
from revmentor_desktop.matching.left_over import Bound, Obstacle
from revmentor_desktop.ui.pairing.words import name_of, names_of, short_reason, translate

_MOST_NAMED: Final = 3
"""So many people are named behind what keeps them apart; more are only counted."""
_OF_ONESELF: Final[Mapping[str, Callable[[Participant], bool]]] = {
    "paused": lambda one: one.participation.state is ParticipationState.PAUSED,
    WITHDRAWN: lambda one: one.participation.state is ParticipationState.WITHDRAWN,
    NO_PLACE: lambda one: one.participation.state in NO_PLACE_STATES,
    "confirmed": lambda one: one.participation.state in UNCONFIRMED_STATES,
}
"""Rules that somebody may break alone, whoever the other would be."""


def kept_words(checked: Iterable[tuple[str, KnownError | None]]) -> list[str]:
    """Return what was found to be in order when two people were checked, each once.

    The officer's own rules are one: in order when all of them are.
    """
    found = list(checked)
    broken = {_kept_word(rule) for rule, error in found if error is not None}
    words = dict.fromkeys(_kept_word(rule) for rule, _ in found)
    return [one for one in words if one not in broken]


def _kept_word(rule: str) -> str:
    words = {
        "line": translate("Pairing", "not in one line of management"),
        "shared-manager": translate("Pairing", "no shared line manager"),
        "conflict": translate("Pairing", "no conflict of interest declared"),
        "department": translate("Pairing", "not in one department"),
        "not-with": translate("Pairing", "on no private list"),
        "failed-pairs": translate("Pairing", "no pair that ended early"),
        WITHDRAWN: translate("Pairing", "nobody withdrawn"),
        "paused": translate("Pairing", "nobody paused"),
        "confirmed": translate("Pairing", "both confirmed"),
        "earlier-partners": translate("Pairing", "new to each other"),
        "mode": translate("Pairing", "no clash in how they meet"),
        "time": translate("Pairing", "no clash of times"),
        CAPACITY: translate("Pairing", "no more partners than agreed"),
        NO_PLACE: translate("Pairing", "both with a place"),
    }
    return words.get(rule) or translate("Pairing", "the programme’s own rules")


def obstacle_words(obstacle: Obstacle, one: Participant, labels: Mapping[str, str]) -> str:
    """Return what keeps somebody from some of the other side, with how many that are.

    A few are named: "2 are in the same line of management: David Price and Rob Clarke".
    """
    alone = _OF_ONESELF.get(obstacle.what)
    if alone is not None and alone(one):
        return short_reason(_own_state(one, obstacle.what))
    count = len(obstacle.people)
    words = _sentence(obstacle.what, labels, is_one=count == 1)
    if count > _MOST_NAMED or obstacle.what.startswith("own:"):
        return words.format(count)  # who answered what to a question is not for a list of names
    return translate("Pairing", "{0}: {1}").format(words.format(count), names_of(obstacle.people))


def _own_state(one: Participant, rule: str) -> KnownError:
    state = "unconfirmed" if rule == "confirmed" else one.participation.state
    return KnownError(f"pair-{state}", name=name_of(one))


def _sentence(what: str, labels: Mapping[str, str], *, is_one: bool) -> str:
    """Return what keeps one or several away, with a blank for how many."""
    words = (_of_one() if is_one else _of_several()).get(what)
    if words is not None:
        return words
    own = translate("Pairing", "{0} are ruled out by the rule on “{1}”")
    if is_one:
        own = translate("Pairing", "{0} is ruled out by the rule on “{1}”")
    return own.replace("{1}", _label(what, labels))


def _of_one() -> dict[str, str]:
    return {
        "line": translate("Pairing", "{0} is in the same line of management"),
        "shared-manager": translate("Pairing", "{0} has the same line manager"),
        "conflict": translate("Pairing", "{0} has a declared conflict of interest"),
        "department": translate("Pairing", "{0} works in the same department"),
        "not-with": translate("Pairing", "{0} is ruled out by a private list"),
        "failed-pairs": translate("Pairing", "{0} was in an earlier pair that ended early"),
        "earlier-partners": translate("Pairing", "{0} was a partner before"),
        "confirmed": translate("Pairing", "{0} is not confirmed yet"),
        "mode": translate("Pairing", "{0} can only meet in another way"),
        "time": translate("Pairing", "{0} has no half day in common"),
        NO_PLACE: translate("Pairing", "{0} has no place in this programme"),
        WITHDRAWN: translate("Pairing", "{0} has withdrawn"),
        CAPACITY: translate("Pairing", "{0} has as many partners as agreed"),
        "paused": translate("Pairing", "{0} has paused"),
        Bound.FLOOR: translate("Pairing", "{0} fits less than the lowest fit asked for"),
        Bound.KEPT: translate("Pairing", "{0} has an agreed or locked pair and no further place"),
        Bound.TAKEN: translate("Pairing", "{0} has another partner in the best plan"),
        Bound.FREE: translate("Pairing", "{0} is free in the best plan too"),
    }


def _of_several() -> dict[str, str]:
    return {
        "line": translate("Pairing", "{0} are in the same line of management"),
        "shared-manager": translate("Pairing", "{0} have the same line manager"),
        "conflict": translate("Pairing", "{0} have a declared conflict of interest"),
        "department": translate("Pairing", "{0} work in the same department"),
        "not-with": translate("Pairing", "{0} are ruled out by private lists"),
        "failed-pairs": translate("Pairing", "{0} were in an earlier pair that ended early"),
        "earlier-partners": translate("Pairing", "{0} were partners before"),
        "confirmed": translate("Pairing", "{0} are not confirmed yet"),
        "mode": translate("Pairing", "{0} can only meet in another way"),
        "time": translate("Pairing", "{0} have no half day in common"),
        NO_PLACE: translate("Pairing", "{0} have no place in this programme"),
        WITHDRAWN: translate("Pairing", "{0} have withdrawn"),
        CAPACITY: translate("Pairing", "{0} have as many partners as agreed"),
        "paused": translate("Pairing", "{0} have paused"),
        Bound.FLOOR: translate("Pairing", "{0} fit less than the lowest fit asked for"),
        Bound.KEPT: translate("Pairing", "{0} have agreed or locked pairs and no further place"),
        Bound.TAKEN: translate("Pairing", "{0} have another partner in the best plan"),
        Bound.FREE: translate("Pairing", "{0} are free in the best plan too"),
    }


def _label(rule: str, labels: Mapping[str, str]) -> str:
    """Return the name of the field that a rule of the officer's own is made of."""
    key = rule.split(":")[1]
    return labels.get(key, key).replace("{", "{{").replace("}", "}}")
