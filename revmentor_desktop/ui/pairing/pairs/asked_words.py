"""Who of a proposal was asked, in words."""

from __future__ import annotations

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.pairing.words import standing_word, translate
from revmentor_desktop.ui.roles import named, within


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


def asked_titles() -> dict[Role, str]:
    """Return what the days are called on which both sides were asked."""
    return {
        Role.MENTOR: named(translate("Pairing", "{Mentors} asked on")),
        Role.MENTEE: named(translate("Pairing", "{Leaders} asked on")),
    }
