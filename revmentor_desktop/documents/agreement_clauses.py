"""Which clauses of the agreement stand, and what the programme's choices put in their blanks.

A choice is put into words of the agreement's own, which stand around its text and are called after
the clause that they are a part of: "drive.books-mentor".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.fonts import searchable
from revmentor_desktop.documents.packs.blanks import CHOICE_BLANKS
from revmentor_desktop.documents.packs.content import DocumentWords
from revmentor_desktop.domain.plan.agreement_choices import (
    CLAUSES,
    AgreementChoices,
    Doors,
    Feedback,
    Notes,
    Place,
)

FILE: Final = "agreement"
_DOORS: Final = {Doors.CLOSED: "doors-closed", Doors.OPEN: "doors-open"}
_DOORS_AFTER: Final = "apart"
"""The clause after which it stands whether doors are opened."""
_FEEDBACK: Final = {Feedback.WRITTEN: "feedback-written", Feedback.REVIEWS: "feedback-reviews"}


def standing(choices: AgreementChoices, blanks: Mapping[str, str]) -> list[str]:
    """Return the sections of the agreement that stand as its clauses, in their order.

    Some say something else where a blank has nothing to say.
    """
    instead = {
        "place": "place-open" if not blanks["meeting_place"] else "place",
        "limits": "limits" if blanks["limits"] else "limits-none",
        "feedback": _FEEDBACK.get(choices.feedback, "feedback"),
        "end": "end" if choices.has_no_fault_exit else "end-talk",
        "review": "review" if blanks["review_day"] else "review-open",
        "concern": "concern" if blanks["concern_contact"] else "concern-open",
    }
    found: list[str] = []
    for key in CLAUSES:
        if key in choices.clauses:
            found.append(instead.get(key, key))
        if key == _DOORS_AFTER and choices.doors in _DOORS:
            found.append(_DOORS[choices.doors])
    return found


def parts_chosen(choices: AgreementChoices, meetings: int) -> dict[str, tuple[str, ...]]:
    """Return by blank the parts of clauses that are chosen, where there are so many meetings."""
    are_destroyed = choices.notes is not Notes.NOBODY and choices.notes_destroyed
    return {
        "who_drives": _who_drives(choices),
        "meeting_place": () if choices.place is Place.OPEN else (f"place.{choices.place}",),
        "rebook": (f"cancel.rebook-{choices.rebook_days}",),
        "told": (f"private.told-{choices.told}",),
        "told_others": ("private.told-others",) if searchable(choices.told_to) else (),
        "limits": tuple(f"limits.{key}" for key in choices.limits),
        "notes_kept": (f"notes.{choices.notes}",),
        "notes_end": ("notes.end",) if are_destroyed else (),
        "review_points": _reviews(choices, meetings),
    }


def choice_blanks(
    choices: AgreementChoices,
    meetings: int,
    blanks: Mapping[str, str],
    changed: Mapping[str, str],
) -> dict[str, str]:
    """Return what stands in each of the `CHOICE_BLANKS`.

    `blanks` are the others, `changed` is what the officer words otherwise.
    """
    words = DocumentWords(FILE, {**dict.fromkeys(CHOICE_BLANKS, ""), **blanks}, changed)
    said = {
        blank: [*filter(None, (words.within(part).strip() for part in parts))]
        for blank, parts in parts_chosen(choices, meetings).items()
    }
    found = limits(choices, words)
    thing = "thing" if len(found) == 1 else "things"
    return {
        **{blank: "; ".join(parts) for blank, parts in said.items()},
        "told_others": phrases.capitalised("".join(said["told_others"])),
        "review_points": phrases.listed(said["review_points"]),
        "limits_count": f"{phrases.capitalised(phrases.number(len(found)))} {thing}",
        "limits": phrases.listed(found),
    }


def limits(choices: AgreementChoices, words: DocumentWords) -> list[str]:
    """Return what cannot stay between two people, each as it stands within a sentence.

    `words` are the agreement's.
    """
    known = (words.around(f"limits.{key}").strip() for key in choices.limits)
    own = (searchable(one).rstrip(".") for one in choices.own_limits)
    return [*filter(None, known), *filter(None, own)]


def _who_drives(choices: AgreementChoices) -> tuple[str, ...]:
    if choices.books is choices.leads:
        return (f"drive.both-{choices.books}",)
    return f"drive.books-{choices.books}", f"drive.leads-{choices.leads}"


def _reviews(choices: AgreementChoices, meetings: int) -> tuple[str, ...]:
    """Return when the two look back; what a few meetings leave no room for is left out."""
    if meetings == 1:
        return ("look-back.met",)
    room = {"meeting": True, "halfway": meetings > 4, "end": True}
    return tuple(f"look-back.{key}" for key in choices.reviews if room.get(key))
