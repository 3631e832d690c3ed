"""What fields, values, steps and the fates of rows are called in the import wizard."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.exchange.people_file.draft import Step
from revmentor_desktop.exchange.people_file.rows import RowProblem
from revmentor_desktop.exchange.people_file.targets import AnyTarget, Consent, Target
from revmentor_desktop.services.people_import.comparison import CONSENT, Change, Fate
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.ui.meeting_words import day_names, mode_names, slot_words
from revmentor_desktop.ui.people.words import state_names
from revmentor_desktop.ui.roles import named, role_names


def _tr(text: str) -> str:
    return QCoreApplication.translate("importing", text)


@cache
def step_names() -> Mapping[Step, str]:
    """Return what the steps are called, in order."""
    return {
        Step.FILE: _tr("File"),
        Step.HEADER: _tr("Headings"),
        Step.COLUMNS: _tr("Columns"),
        Step.VALUES: _tr("Values"),
        Step.PREVIEW: _tr("Check and import"),
    }


@cache
def target_names() -> Mapping[Target, str]:
    """Return what the fields are called that a column can fill."""
    return {
        Target.FULL_NAME: _tr("Full name"),
        Target.FIRST_NAME: _tr("First name"),
        Target.LAST_NAME: _tr("Surname"),
        Target.EMAIL: _tr("E-mail"),
        Target.JOB_TITLE: _tr("Job title"),
        Target.DEPARTMENT: _tr("Department"),
        Target.SITE: _tr("Site"),
        Target.LINE_MANAGER: _tr("Line manager"),
        Target.GRADE: _tr("Grade"),
        Target.START_DATE: _tr("Start date"),
        Target.OFFERS: _tr("Can offer"),
        Target.WANTS: _tr("Wants to learn"),
        Target.SLOTS: _tr("Free at"),
        Target.MEETING_MODE: _tr("Prefers to meet"),
        Target.INTERESTS: _tr("Interests"),
        Target.ABOUT_ME: _tr("About me"),
        Target.ROLE: _tr("Mentor or leader"),
        Target.STATE: _tr("State"),
        Target.MOST_PARTNERS: _tr("Most partners"),
        Target.MOTIVATION: _tr("Motivation"),
        Target.NOT_WITH: _tr("Not to be paired with"),
        Target.NOTE: _tr("Private note"),
        Target.OPTED_IN_ON: _tr("Opted in on"),
        Target.ANSWERS_AGREED: _tr("Agreed to use of answers"),
    }


def target_name(target: AnyTarget) -> str:
    """Return what a field is called that a column can fill."""
    if isinstance(target, OwnField):
        return target.label
    if isinstance(target, Consent):
        return consent_name(target.field.label)
    if target is Target.ROLE:
        return named(_tr("{Mentor} or {leader}"))
    return target_names()[target]


def consent_name(label: str) -> str:
    """Return what the consent to an own field is called."""
    return _tr("Consent to “{0}”").format(label)


@cache
def fate_names() -> Mapping[Fate, str]:
    """Return what becomes of a row, in a word or two."""
    return {
        Fate.ADDED: _tr("New"),
        Fate.UPDATED: _tr("Changed"),
        Fate.UNCHANGED: _tr("As stored"),
        Fate.REPEATED: _tr("Repeated"),
        Fate.LEFT_OUT: _tr("Left out"),
    }


FATE_SIGNS: Mapping[Fate, tuple[str, str]] = {
    Fate.ADDED: ("user-plus", "ok"),
    Fate.UPDATED: ("pencil", "brand"),
    Fate.UNCHANGED: ("check", "muted"),
    Fate.REPEATED: ("copy", "muted"),
    Fate.LEFT_OUT: ("ban", "bad"),
}
"""The icon and the colour of each fate."""


def code_choices(target: AnyTarget) -> list[tuple[str, str]]:
    """Return the codes that a value of this field can mean, with their words."""
    if isinstance(target, OwnField):
        return [(option, option) for option in target.options]
    match target:
        case Target.ROLE:
            return [(str(role), role_names()[role]) for role in Role]
        case Target.STATE:
            return [(str(state), words) for state, words in state_names().items()]
        case Target.MEETING_MODE:
            return [(str(mode), words) for mode, words in mode_names().items()]
        case Target.SLOTS:
            return _slot_choices()
        case _:
            return [("yes", _tr("Yes")), ("no", _tr("No"))]


def _slot_choices() -> list[tuple[str, str]]:
    week = [str(slot) for slot in Slot]
    halves = [(slot, slot_words((Slot(slot),))) for slot in week]
    days = [
        (f"{day}_am {day}_pm", _tr("{0}, all day").format(names[1]))
        for day, names in day_names().items()
    ]
    working = week[:10]
    return [
        *halves,
        *days,
        (" ".join(working[0::2]), _tr("Every weekday morning")),
        (" ".join(working[1::2]), _tr("Every weekday afternoon")),
        (" ".join(working), _tr("Any time, Monday to Friday")),
    ]


def code_words(target: AnyTarget, code: str) -> str:
    """Return the words for a code, also for a combination of slots that is not offered."""
    for offered, words in code_choices(target):
        if offered == code:
            return words
    return slot_words(tuple(map(Slot, code.split())))


def value_words(value: object) -> str:
    """Return a field's value as people read it; "—" for none."""
    if value is None or value in ("", ()):
        return "—"
    if isinstance(value, tuple):
        slots = tuple(entry for entry in value if isinstance(entry, Slot))
        return slot_words(slots) if slots else ", ".join(map(str, value))
    if isinstance(value, Role | ParticipationState | MeetingMode):
        return _enum_words(value)
    if isinstance(value, bool):
        return _tr("Yes") if value else _tr("No")
    return short_date(value) if isinstance(value, date) else " ".join(str(value).split())


def _enum_words(value: Role | ParticipationState | MeetingMode) -> str:
    if isinstance(value, Role):
        return role_names()[value]
    if isinstance(value, ParticipationState):
        return state_names()[value]
    return mode_names()[value]


def field_words(change: Change) -> str:
    """Return what the field of a change is called."""
    if change.field == CONSENT:
        return consent_name(change.label)
    return change.label or target_name(Target(change.field))


def change_words(change: Change) -> str:
    """Return a change as "Job title: Nurse → Head nurse"."""
    return f"{field_words(change)}: {stored_words(change)} → {value_words(change.new)}"


def stored_words(change: Change) -> str:
    """Return what stood there before a change, as people read it."""
    if change.field == Target.MOST_PARTNERS and change.old is None:
        return _tr("as the programme says")
    return value_words(change.old)


def problem_words(problem: RowProblem) -> str:
    """Return the sentence about something odd in a row."""
    return sentence(problem.code, dict(problem.params))
