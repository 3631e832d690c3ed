"""Suggested plans in words: what they aim at, for whom they are, what they would change."""

from __future__ import annotations

from collections.abc import Sequence

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.matching.situation import Extent
from revmentor_desktop.ui.pairing.words import name_of, names_of, translate
from revmentor_desktop.ui.roles import counted_role, named

_MOST_NAMED = 3
"""More people than these are counted, not named."""


def aim_title(aim: Aim) -> str:
    """Return what an aim is called."""
    return {
        Aim.EVERYONE: translate("Pairing", "Everyone first"),
        Aim.FIT: translate("Pairing", "Fit first"),
        Aim.NOBODY_LEFT: translate("Pairing", "Nobody left behind"),
    }[aim]


def aim_line(aim: Aim) -> str:
    """Return what an aim means, in one sentence."""
    lines = {
        Aim.EVERYONE: translate(
            "Pairing",
            "As many {leaders} as possible get a {mentor}; then the fits together are as high as "
            "they can be.",
        ),
        Aim.FIT: translate(
            "Pairing",
            "Only pairs with the fit that you ask for, even if some {leaders} stay without a "
            "{mentor}.",
        ),
        Aim.NOBODY_LEFT: translate(
            "Pairing",
            "As many {leaders} as possible get a {mentor}; then the lowest fit is as high as it "
            "can be.",
        ),
    }
    return named(lines[aim])


def aim_words(aim: Aim, floor: int) -> str:
    """Return an aim as one names it, with its floor in hundredths of a point where it has one."""
    if aim is not Aim.FIT:
        return aim_title(aim)
    return translate("Pairing", "{0}, no pair below {1}").format(aim_title(aim), floor // 100)


def people_title(people: Sequence[Participant]) -> str:
    """Return some chosen people counted by what they are: "The 3 chosen leaders"."""
    if len(people) == 1:
        return translate("Pairing", "Only {0}").format(name_of(people[0]))
    return translate("Pairing", "The {0} chosen {1}").format(len(people), _what(people))


def people_line(people: Sequence[Participant]) -> str:
    """Return who they are, as far as they can be named, and what stays."""
    kept = translate("Pairing", "Pairs without them stay.")
    if not 1 < len(people) <= _MOST_NAMED:
        return kept
    return f"{names_of(people)}. {kept}"


def counted(people: Sequence[Participant]) -> str:
    """Return how many people of which role: "3 leaders", "4 people" where both roles are there."""
    return f"{len(people)} {_what(people)}"


def stays_words(agreed: int, locked: int) -> str:
    """Return which pairs stay whatever is suggested, or ""."""
    said = _counts(
        (agreed, translate("Pairing", "1 agreed pair"), translate("Pairing", "{0} agreed pairs")),
        (locked, translate("Pairing", "1 locked pair"), translate("Pairing", "{0} locked pairs")),
    )
    if not said:
        return ""
    if agreed + locked == 1:
        return translate("Pairing", "{0} stays as it is.").format(said[0])
    if len(said) == 1:
        return translate("Pairing", "{0} stay as they are.").format(said[0])
    return translate("Pairing", "{0} and {1} stay as they are.").format(*said)


def change_words(joined: int, parted: int, left: Sequence[Participant]) -> str:
    """Return what a plan would change, counted, and the leaders whom it leaves over."""
    said = _counts(
        (joined, translate("Pairing", "1 new pair"), translate("Pairing", "{0} new pairs")),
        (parted, translate("Pairing", "1 pair parted"), translate("Pairing", "{0} pairs parted")),
    )
    if left:
        words = translate("Pairing", "{0} left over").format(counted(left))
        said.append(f"{words}: {names_of(left)}" if len(left) <= _MOST_NAMED else words)
    return translate("Pairing", "{0}.").format(", ".join(said)) if said else ""


def proof_of_part(extent: Extent) -> str:
    """Say what no plan is better at that leaves the pairs which an extent keeps."""
    if extent.only_gaps:
        return translate(
            "Pairing",
            "There is no better way to fill the gaps by this aim. A check apart from the search "
            "proves it.",
        )
    return translate(
        "Pairing",
        "There is no better plan for them by this aim while pairs without them stay. A check apart "
        "from the search proves it.",
    )


def step_words(joined: int, parted: int) -> str:
    """Return the words of the undo step that putting a plan into a draft becomes."""
    if joined == 1:
        return translate("Pairing", "Suggest 1 pair")
    if joined:
        return translate("Pairing", "Suggest {0} pairs").format(joined)
    if parted:
        return translate("Pairing", "Unpair as suggested")
    return translate("Pairing", "Change what the draft aims at")


def done_words(joined: int, parted: int, draft: str) -> str:
    """Return what a notice says when a plan was put into a draft."""
    if not joined and not parted:
        return translate("Pairing", "“{0}” has another aim now.").format(draft)
    said = _counts(
        (
            joined,
            translate("Pairing", "1 pair suggested"),
            translate("Pairing", "{0} pairs suggested"),
        ),
        (parted, translate("Pairing", "1 taken apart"), translate("Pairing", "{0} taken apart")),
    )
    words = translate("Pairing", "{0} in “{1}”. Nothing is final until you agree the pairs.")
    return words.format(", ".join(said), draft)


def _counts(*counted_things: tuple[int, str, str]) -> list[str]:
    """Return each count with its words for one or for several; nothing of what there is none."""
    return [
        one if count == 1 else several.format(count)
        for count, one, several in counted_things
        if count
    ]


def _what(people: Sequence[Participant]) -> str:
    roles = {one.participation.role for one in people}
    if len(roles) > 1:
        return translate("Pairing", "people")
    return counted_role(next(iter(roles), Role.MENTEE), len(people))
