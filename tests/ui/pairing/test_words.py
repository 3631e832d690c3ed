"""What the board says, whatever the names are."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.overrides import Overridden, Override
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.ui.pairing.words import (
    done_words,
    effect_words,
    mode_word,
    names_of,
    short_reason,
    slot_word,
    step_words,
)
from tests.builders import pair, participant

MEI = participant(1, Role.MENTOR, "Mei Brown")
JONAS = participant(2, Role.MENTOR, "Jonas {0} Tamm")
DAVID = participant(11, Role.MENTEE, "David Price")
HELEN = participant(12, Role.MENTEE, "Helen Ward")

SET_ASIDE = Override(
    mentor_id=1, mentee_id=2, rule="not-with", reason="{They} agreed", day=date(2027, 1, 19)
)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (KnownError("pair-same-line", chain="Mei → {x}"), "In one line of management: Mei → {x}"),
        (KnownError("pair-same-manager", manager="Ann"), "Both have the line manager Ann"),
        (KnownError("pair-conflict"), "A conflict of interest was declared"),
        (KnownError("pair-ended-early"), "Their pair ended early"),
        (KnownError("pair-unconfirmed", name="Ann"), "Ann is not confirmed yet"),
        (
            Overridden(KnownError("pair-not-with"), SET_ASIDE),
            "One is on the other’s private list (set aside: {They} agreed)",
        ),
        (KnownError("pair-not-with"), "One is on the other’s private list"),
        (KnownError("pair-paused", name="{name}"), "{name} has paused"),
        (KnownError("pair-withdrawn", name="Ann"), "Ann has withdrawn"),
        (KnownError("pair-full", name="Ann"), "Ann has as many partners as agreed"),
        (KnownError("pair-exists"), "Already a pair"),
        (KnownError("pair-gone"), "This pair is no longer in the data file."),
    ],
)
def test_each_reason_has_short_words(qapp: QApplication, error: KnownError, words: str) -> None:
    assert short_reason(error) == words


def test_a_change_is_named_and_told(qapp: QApplication) -> None:
    old = pair(1, JONAS, DAVID), pair(2, MEI, HELEN)
    together = Rearrangement(joined=((MEI, DAVID),))
    instead = Rearrangement(parted=old, joined=((MEI, DAVID),))
    swap = Rearrangement(parted=old, joined=((MEI, DAVID), (JONAS, HELEN)))
    part = Rearrangement(parted=old[:1])
    assert step_words(instead) == "Pair Mei Brown and David Price"
    assert step_words(part) == "Unpair Jonas {0} Tamm and David Price"
    assert done_words(together) == "Mei Brown and David Price are a pair."
    free = "Jonas {0} Tamm and Helen Ward are free again."
    assert done_words(instead) == f"Mei Brown and David Price are a pair. {free}"
    sue = participant(13, Role.MENTEE, "Sue Grant")
    three = Rearrangement(joined=((MEI, DAVID), (JONAS, HELEN), (MEI, sue)))
    assert done_words(three) == (
        "Mei Brown and David Price are a pair. 2 other pairs are new as well."
    )
    assert done_words(part) == "Jonas {0} Tamm and David Price are no longer a pair."
    assert effect_words(together, None) == "Can be paired"
    assert effect_words(instead, old[0]) == "Takes the place of Jonas {0} Tamm"
    assert effect_words(swap, old[0]) == "The two pairs exchange partners"


def test_names_are_strung_together(qapp: QApplication) -> None:
    assert names_of([]) == ""
    assert names_of([MEI, DAVID]) == "Mei Brown and David Price"
    assert names_of([MEI, DAVID, HELEN]) == "Mei Brown, David Price and Helen Ward"


def test_half_days_and_ways_of_meeting_are_words(qapp: QApplication) -> None:
    assert [slot_word(slot) for slot in Slot][:3] == ["Mon am", "Mon pm", "Tue am"]
    assert slot_word(Slot.SUN_PM) == "Sun pm"
    assert [mode_word(mode) for mode in MeetingMode] == [
        "in person or by video",
        "in person",
        "by video",
    ]
