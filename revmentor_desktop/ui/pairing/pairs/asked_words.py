"""Who of a proposal was asked, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.pairing.words import standing_word, translate
from revmentor_desktop.ui.roles import named, role_names, several_names, within


def progress_word(pair: Pair) -> str:
    """Return how far a pair has come: as `standing_word`, and of a proposal who was asked."""
    asked = [role for role in Role if pair.asked_on(role) is not None]
    if not pair.is_proposed or not asked:
        return standing_word(pair)
    if len(asked) == len(Role):
        return translate("Pairing", "both asked")
    return within(asked_words()[asked[0]])


def asked_words() -> dict[Role, str]:
    """Return in two words that a side was asked."""
    return {
        Role.MENTOR: named(translate("Pairing", "{Mentor} asked")),
        Role.MENTEE: named(translate("Pairing", "{Leader} asked")),
    }


def asked_sentence(pair: Pair, role: Role) -> str:
    """Return that one side was asked, with the day where it was."""
    words = {
        Role.MENTOR: named(translate("Pairing", "{Mentor} was asked")),
        Role.MENTEE: named(translate("Pairing", "{Leader} was asked")),
    }[role]
    day = pair.asked_on(role)
    return words if day is None else f"{words} · {short_date(day)}"


def asked_title(role: Role, pairs: int) -> str:
    """Return what the day is called on which that side of so many pairs was asked."""
    names = role_names() if pairs == 1 else several_names()
    return translate("Pairing", "{0} asked on").format(names[role])


def days_help(noted: Sequence[date | None]) -> str:
    """Return what an empty field means, by the days that were noted."""
    if len(set(noted)) == 1:
        return translate("Pairing", "Leave it empty if nobody was asked.")
    asked = sum(day is not None for day in noted)
    words = translate("Pairing", "{0} of {1} were asked. Leave it empty to keep the days noted.")
    if asked == 1:
        words = translate("Pairing", "1 of {1} was asked. Leave it empty to keep the day noted.")
    return words.format(asked, len(noted))
