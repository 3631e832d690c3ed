"""What the Applications page calls states, answers and decisions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.applications import Applicant, Decision
from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.services.applications.content import content
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.widgets.surfaces import ChipKind

_tr = QCoreApplication.translate


def state_word(state: ParticipationState) -> str:
    """Return what became of an application."""
    return {
        ParticipationState.INVITED: _tr("applications", "Invited"),
        ParticipationState.APPLIED: _tr("applications", "Waiting"),
        ParticipationState.RESERVE: _tr("applications", "In reserve"),
        ParticipationState.CONFIRMED: _tr("applications", "Accepted"),
        ParticipationState.PAUSED: _tr("applications", "Accepted, paused"),
        ParticipationState.WITHDRAWN: _tr("applications", "Withdrawn"),
        ParticipationState.REFUSED: _tr("applications", "Kindly refused"),
    }[state]


def state_kind(state: ParticipationState) -> ChipKind:
    """Return the look of a state's chip."""
    if state is ParticipationState.APPLIED:
        return "warn"
    return "ok" if state is ParticipationState.CONFIRMED else "neutral"


def decision_words(decision: Decision) -> str:
    """Return what a decision is called on its button."""
    return {
        Decision.ACCEPT: _tr("applications", "Accept"),
        Decision.RESERVE: _tr("applications", "Keep in reserve"),
        Decision.REFUSE: _tr("applications", "Kindly refuse"),
    }[decision]


def done_words(decision: Decision, names: str) -> str:
    """Return what a notice says after a decision."""
    said = {
        Decision.ACCEPT: _tr("applications", "Accepted: {0}"),
        Decision.RESERVE: _tr("applications", "Kept in reserve: {0}"),
        Decision.REFUSE: _tr("applications", "Kindly refused: {0}"),
    }[decision]
    return said.format(names)


def decided_words(one: Applicant) -> str:
    """Return what was decided and when, "" while nothing is."""
    noted = one.application
    if one.is_waiting:
        return ""
    said = state_word(one.participation.state)
    if noted.reason is not None:
        said = f"{said}: {content().reason(noted.reason).label}"
    if noted.decided_on is not None:
        said = _tr("applications", "{0} · {1}").format(said, short_date(noted.decided_on))
    return said


def received_words(one: Applicant) -> str:
    """Return when an application came."""
    day = one.application.received_on
    if day is None:
        return _tr("applications", "no date noted")
    return _tr("applications", "came {0}").format(short_date(day))


def summary(one: Applicant) -> str:
    """Return in a line how far an application is read: before several are decided at once."""
    questions = content().questions_for(one.participation.role)
    ticked = sum(one.application.is_ticked(question.key) for question in questions)
    said = _tr("applications", "{0}: {1} of {2} on the checklist").format(
        one.person.full_name, ticked, len(questions)
    )
    if one.participation.opted_in_on is None:
        said = _tr("applications", "{0}, no opt-in date yet").format(said)
    return said


def names_of(chosen: Sequence[Applicant]) -> str:
    """Return one name as it is, or how many people there are."""
    if len(chosen) == 1:
        return chosen[0].person.full_name
    return _tr("applications", "{0:,} people").format(len(chosen))
