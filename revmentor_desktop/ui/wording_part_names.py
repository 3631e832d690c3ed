"""What the parts of the agreement's clauses are called: each is what one choice says there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.ui.roles import named


def clause_part_names() -> Mapping[str, str]:
    """Return the names by key, short enough for a list."""
    return {
        "place.in-person": _tr("In person"),
        "place.on-screen": _tr("On screen"),
        "place.either": _tr("Either of the two"),
        "place.own": _tr("Your own place"),
        **_drive(),
        "cancel.rebook-0": _tr("New date: same day"),
        "cancel.rebook-2": _tr("New date: two days"),
        "cancel.rebook-7": _tr("New date: a week"),
        "private.told-that-they-met": _tr("You hear: they met"),
        "private.told-that-they-met-and-topics": _tr("You hear: topics too"),
        "private.told-others": _tr("Others hear totals"),
        "limits.harm": _tr("Harm"),
        "limits.law": _tr("Law"),
        "limits.policy": _tr("Policy"),
        "limits.safeguarding": _tr("Safeguarding"),
        "notes.each": _tr("Each keeps their own"),
        "notes.shared": _tr("Kept together"),
        "notes.nobody": _tr("No notes"),
        "notes.end": _tr("When destroyed"),
        "look-back.met": _tr("After a single one"),
        "look-back.meeting": _tr("After a meeting"),
        "look-back.halfway": _tr("Halfway"),
        "look-back.end": _tr("At the end"),
    }


def _drive() -> Mapping[str, str]:
    return {
        "drive.books-mentor": named(_tr("{Mentor} books")),
        "drive.books-mentee": named(_tr("{Leader} books")),
        "drive.books-either": _tr("Either books"),
        "drive.leads-mentor": named(_tr("{Mentor} leads")),
        "drive.leads-mentee": named(_tr("{Leader} leads")),
        "drive.leads-either": _tr("They lead by turns"),
        "drive.both-mentor": named(_tr("{Mentor} does both")),
        "drive.both-mentee": named(_tr("{Leader} does both")),
        "drive.both-either": _tr("Both by turns"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("wording", words)
