"""What the board says: short reasons for a card, sentences for a notice, names of half days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.overrides import Overridden
from revmentor_desktop.domain.pairs import EndReason, Pair, PairOrigin, PairState
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Person, Slot
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.roles import counted_role, named

translate = QCoreApplication.translate

_MOST_TOLD: Final = 2
"""So many pairs are named in a notice; of more, how many there are beside the first."""


def shortened(name: str, most: int = 40) -> str:
    """Return the name of a draft short enough for a menu or a button.

    It is cut in the middle: copies of one draft differ at their ends.
    """
    if len(name) <= most:
        return name
    end = most // 3
    return f"{name[: most - end - 1].rstrip()}…{name[-end:].lstrip()}"


def name_of(one: Participant) -> str:
    """Return a participant's name."""
    return one.person.full_name


def names_of(many: Sequence[Participant]) -> str:
    """Return names as one says them: "Ann", "Ann and Ben", "Ann, Ben and Cem"."""
    names = [name_of(one) for one in many]
    if len(names) < 2:
        return "".join(names)
    return translate("Pairing", "{0} and {1}").format(", ".join(names[:-1]), names[-1])


def role_word(role: Role) -> str:
    """Return how a role is called on screen, within a sentence."""
    return counted_role(role, 1)


def state_word(state: ParticipationState) -> str:
    """Return how far somebody's part has come."""
    return {
        ParticipationState.INVITED: translate("Pairing", "Invited"),
        ParticipationState.APPLIED: translate("Pairing", "Applied"),
        ParticipationState.CONFIRMED: translate("Pairing", "Confirmed"),
        ParticipationState.PAUSED: translate("Pairing", "Paused"),
        ParticipationState.WITHDRAWN: translate("Pairing", "Withdrawn"),
        ParticipationState.RESERVE: translate("Pairing", "In reserve"),
        ParticipationState.REFUSED: translate("Pairing", "Refused"),
    }[state]


def slot_word(slot: Slot) -> str:
    """Return a half day as "Tue am"."""
    at = list(Slot).index(slot)
    days = (
        translate("Pairing", "Mon"),
        translate("Pairing", "Tue"),
        translate("Pairing", "Wed"),
        translate("Pairing", "Thu"),
        translate("Pairing", "Fri"),
        translate("Pairing", "Sat"),
        translate("Pairing", "Sun"),
    )
    half = translate("Pairing", "pm") if at % 2 else translate("Pairing", "am")
    return f"{days[at // 2]} {half}"


def mode_word(mode: MeetingMode) -> str:
    """Return how somebody prefers to meet, within a sentence."""
    return {
        MeetingMode.EITHER: translate("Pairing", "in person or by video"),
        MeetingMode.IN_PERSON: translate("Pairing", "in person"),
        MeetingMode.VIDEO: translate("Pairing", "by video"),
    }[mode]


def occupation(person: Person) -> str:
    """Return "Nurse · Ward 4", or what there is of it."""
    return " · ".join(part for part in (person.job_title, person.department) if part)


def beneath_name(one: Participant) -> str:
    """Return what stands under a name: the work, and before it that a part is not confirmed yet."""
    state = one.participation.state
    waiting = state in {ParticipationState.INVITED, ParticipationState.APPLIED}
    parts = (state_word(state) if waiting else "", occupation(one.person))
    return " · ".join(filter(None, parts))


def partners_word(board: Board, one: Participant) -> str:
    """Return "unpaired", or how many of the agreed partners somebody has."""
    partners = len(board.pairs_of(one))
    if not partners:
        return translate("Pairing", "unpaired")
    return translate("Pairing", "{0} of {1} partners").format(
        partners, one.participation.most_partners
    )


def short_reason(error: KnownError) -> str:
    """Return why two people cannot be paired; of what was set aside for them, why as well."""
    words = rule_words(error)
    if isinstance(error, Overridden):
        words = translate("Pairing", "{0} (set aside: {1})").format(words, error.override.reason)
    return words


def rule_words(error: KnownError) -> str:
    """Return what stands between two people, short enough for a card."""
    texts = {
        "pair-same-line": translate("Pairing", "In one line of management: {chain}"),
        "pair-same-manager": translate("Pairing", "Both have the line manager {manager}"),
        "pair-conflict": translate("Pairing", "A conflict of interest was declared"),
        "pair-not-with": translate("Pairing", "One is on the other’s private list"),
        "pair-same-department": translate("Pairing", "Both work in {department}"),
        "pair-ended-early": translate("Pairing", "Their pair ended early"),
        "pair-unconfirmed": translate("Pairing", "{name} is not confirmed yet"),
        "pair-met-before": translate("Pairing", "Already met in {programme}"),
        "pair-no-common-mode": translate("Pairing", "One meets only in person, one only by video"),
        "pair-no-common-time": translate("Pairing", "No half day suits both"),
        "pair-own-must-differ": translate("Pairing", "The same answer to “{field}”"),
        "pair-own-must-be-equal": translate("Pairing", "Different answers to “{field}”"),
        "pair-own-must-overlap": translate("Pairing", "Nothing in common under “{field}”"),
        "pair-own-confidential": translate("Pairing", "A rule on answers in confidence"),
        "pair-paused": translate("Pairing", "{name} has paused"),
        "pair-withdrawn": translate("Pairing", "{name} has withdrawn"),
        "pair-reserve": translate("Pairing", "{name} is in reserve"),
        "pair-refused": translate("Pairing", "{name} has no place in this programme"),
        "pair-full": translate("Pairing", "{name} has as many partners as agreed"),
        "pair-over-full": translate("Pairing", "{name} has more partners than agreed"),
        "pair-exists": translate("Pairing", "Already a pair"),
        "pair-is-agreed": translate("Pairing", "This pair is agreed; end it first"),
        "pair-is-locked": translate("Pairing", "This pair is locked"),
    }
    text = texts.get(error.code)
    return words_of(error) if text is None else text.format(**error.params)


def couple_words(pair: Pair) -> str:
    """Return both names of a pair, the mentor's first: "Mei Brown – David Price"."""
    return f"{name_of(pair.mentor)} – {name_of(pair.mentee)}"


def both_names(pair: Pair) -> str:
    """Return both names of a pair as one says them: "Mei Brown and David Price"."""
    return names_of((pair.mentor, pair.mentee))


def end_reasons() -> dict[str, str]:
    """Return why a pair ended, in words, by the reason's key."""
    return {
        EndReason.COMPLETED: translate("Pairing", "It came to its planned end"),
        EndReason.LEFT: translate("Pairing", "One of them leaves the programme"),
        EndReason.NEW_ROLE: translate("Pairing", "One of them has a new role or manager"),
        EndReason.NO_TIME: translate("Pairing", "There was not the time for it"),
        EndReason.NO_LONGER_USEFUL: translate("Pairing", "It was no longer useful to them"),
        EndReason.ASKED: translate("Pairing", "One of them asked for it, without giving a reason"),
        EndReason.NEVER_BEGAN: translate("Pairing", "They never began"),
        EndReason.OTHER: translate("Pairing", "Another reason"),
    }


def standing_word(pair: Pair) -> str:
    """Return how far a pair has come: "proposed", "agreed", "paused"."""
    return {
        PairState.PROPOSED: translate("Pairing", "proposed"),
        PairState.AGREED: translate("Pairing", "agreed"),
        PairState.PAUSED: translate("Pairing", "paused"),
        PairState.ENDED: translate("Pairing", "ended"),
    }[pair.state]


def origin_word(pair: Pair) -> str:
    """Return in a few words that the two came together on their own, or by a choice; else ""."""
    return {
        PairOrigin.FOUND_EACH_OTHER: translate("Pairing", "Found each other"),
        PairOrigin.CHOSEN: named(translate("Pairing", "The {leader}’s choice")),
    }.get(pair.origin, "")


def step_words(change: Rearrangement) -> str:
    """Return the words of the undo step that a rearrangement becomes."""
    if change.joined:
        mentor, mentee = change.joined[0]
        return translate("Pairing", "Pair {0} and {1}").format(name_of(mentor), name_of(mentee))
    pair = change.parted[0]
    return translate("Pairing", "Unpair {0} and {1}").format(
        name_of(pair.mentor), name_of(pair.mentee)
    )


def done_words(change: Rearrangement) -> str:
    """Return what a notice says when a rearrangement was made, and a screen reader speaks."""
    told = change.joined if len(change.joined) <= _MOST_TOLD else change.joined[:1]
    said = [
        translate("Pairing", "{0} and {1} are a pair.").format(name_of(mentor), name_of(mentee))
        for mentor, mentee in told
    ]
    if len(told) < len(change.joined):
        more = translate("Pairing", "{0} other pairs are new as well.")
        said.append(more.format(len(change.joined) - len(told)))
    if not change.joined:
        said = [
            translate("Pairing", "{0} and {1} are no longer a pair.").format(
                name_of(pair.mentor), name_of(pair.mentee)
            )
            for pair in change.parted
        ]
    elif len(change.freed) == 1:
        said.append(translate("Pairing", "{0} is free again.").format(names_of(change.freed)))
    elif change.freed:
        said.append(translate("Pairing", "{0} are free again.").format(names_of(change.freed)))
    return " ".join(said)


def one_more_words(who: Sequence[Participant]) -> str:
    """Return, for a card that can take the held person, that by it some get more than agreed."""
    return translate("Pairing", "One partner more than agreed for {0}").format(names_of(who))


def effect_words(change: Rearrangement, onto: Pair | None) -> str:
    """Return, for a card that can take the held person, what letting go there does."""
    if onto is None or onto not in change.parted:
        return translate("Pairing", "Can be paired")
    if len(change.joined) > 1:
        return translate("Pairing", "The two pairs exchange partners")
    moved = [one for one in (onto.mentor, onto.mentee) if one in change.freed]
    return translate("Pairing", "Takes the place of {0}").format(names_of(moved))
