"""Applications: what may be noted, and what a decision makes of a part."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.applications import (
    NEEDS_LIMIT,
    Applicant,
    Application,
    Decision,
    RefusalReason,
    checked_application,
    require_reason,
)
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import ParticipationState, Role
from tests.builders import participant


def test_a_decision_gives_the_part_its_state() -> None:
    assert [decision.state for decision in Decision] == [
        ParticipationState.CONFIRMED,
        ParticipationState.RESERVE,
        ParticipationState.REFUSED,
    ]


def test_only_who_has_applied_waits() -> None:
    waiting = [
        state
        for state in ParticipationState
        if Applicant(
            (one := participant(1, Role.MENTOR, state=state)).person,
            one.participation,
            Application(),
        ).is_waiting
    ]
    assert waiting == [ParticipationState.APPLIED]


def test_what_is_noted_is_cleaned_and_nothing_is_kept_twice() -> None:
    noted = Application(
        received_on=date(2026, 11, 2),
        checklist={"has-time": "yes", "volunteered": ""},
        my_why="  My own  children \x00",
        needs_to_hear=("no-time", "NO-TIME", "  ", "Who  else takes part?"),
    )
    kept = checked_application(noted)
    assert kept.checklist == {"has-time": "yes"}
    assert kept.is_ticked("has-time")
    assert not kept.is_ticked("volunteered")
    assert kept.my_why == "My own children"
    assert kept.needs_to_hear == ("no-time", "Who else takes part?")
    assert kept.received_on == date(2026, 11, 2)


def test_too_many_open_questions_are_refused() -> None:
    needs = tuple(f"Question {number}" for number in range(NEEDS_LIMIT + 1))
    with pytest.raises(KnownError, match="too-many-entries"):
        checked_application(Application(needs_to_hear=needs))


def test_only_a_refusal_needs_a_reason() -> None:
    require_reason(Decision.ACCEPT, None)
    require_reason(Decision.RESERVE, None)
    require_reason(Decision.REFUSE, RefusalReason.TIMING)
    with pytest.raises(KnownError, match="refusal-needs-reason"):
        require_reason(Decision.REFUSE, None)
