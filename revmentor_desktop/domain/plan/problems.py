"""What a draft still lacks, and where the officer goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from revmentor_desktop.domain.checks import PROGRAMME, checked
from revmentor_desktop.domain.errors import InvalidField
from revmentor_desktop.domain.plan.cleaning import long_texts
from revmentor_desktop.domain.plan.draft import STEPS, Draft, Step
from revmentor_desktop.domain.plan.milestones import (
    IsFree,
    Milestone,
    free_from,
    latest_call,
    milestones,
    out_of_order,
)
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.readiness import QUESTIONS, Verdict, verdict
from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.domain.text import fold

TO_AGREE_ON_A_CALL: Final = timedelta(days=7)
"""A start that is suggested leaves so much time before the call goes out."""

_WORDS: Final = ("name", "purpose")
STEPS_OF: Final[Mapping[str, Step]] = {
    "purpose": Step.PURPOSE,
    "words": Step.PURPOSE,
    "objectives": Step.OBJECTIVES,
    "questions": Step.OBJECTIVES,
    "sponsor": Step.SPONSOR,
    "schedule": Step.DATES,
    "sessions": Step.DATES,
    "taking_part": Step.PEOPLE,
    "pairing": Step.PAIRING,
    "agreement": Step.AGREEMENT,
}
"""The step in which each section of a plan is filled in."""
_DATES: Final = ("start_date", "session_count", "session_minutes", "weeks_between")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a step lacks; `blocks` when nothing can be created before it is there.

    `code` and `params` make the sentence (``resources/content/messages.toml``). One that blocks
    names the field that it is about: one of `ProgrammeDetails`, or "objectives.measure" and the
    like in the plan.
    """

    step: Step
    code: str
    blocks: bool = False
    params: Mapping[str, object] = field(default_factory=dict)
    field: str = ""


def problems(
    draft: Draft, taken_names: frozenset[str], is_free: IsFree, today: date
) -> tuple[Problem, ...]:
    """Return what the draft lacks, in the order of the steps.

    Only name and purpose have to be given; beside them blocks what cannot be stored as it is.
    `taken_names` are the folded names of the programmes that there are.
    """
    return (
        *_purpose(draft, taken_names),
        *_objectives(draft),
        *_sponsor(draft),
        *_dates(draft, is_free, today),
        *_people(draft),
        *_agreement(draft),
        *_unread(draft),
        *_too_long(draft.plan),
    )


def unstorable(draft: Draft) -> tuple[Problem, ...]:
    """Return what of a programme that there is already cannot be stored as it stands."""
    found = (
        *_unfit(draft.details, Step.PURPOSE, _WORDS),
        *_unfit(draft.details, Step.DATES, _DATES),
        *_too_long(draft.plan),
    )
    return blocking(found)


def blocking(found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems that must be solved before the programme is created."""
    return tuple(problem for problem in found if problem.blocks)


def next_step(draft: Draft) -> Step:
    """Return the step after the one the draft stands at; the last stays."""
    return STEPS[min(STEPS.index(draft.step) + 1, len(STEPS) - 1)]


def step_before(draft: Draft) -> Step:
    """Return the step before the one the draft stands at; the first stays."""
    return STEPS[max(STEPS.index(draft.step) - 1, 0)]


def _purpose(draft: Draft, taken_names: frozenset[str]) -> list[Problem]:
    found = _unfit(draft.details, Step.PURPOSE, _WORDS)
    unfit = {problem.field for problem in found}
    if "name" not in unfit:
        found = [*_name(draft.details.name, taken_names), *found]
    if "purpose" not in unfit and not checked(PROGRAMME, "purpose", draft.details.purpose):
        found.append(Problem(Step.PURPOSE, "plan-purpose-missing", blocks=True, field="purpose"))
    if not draft.plan.purpose.consultations:
        found.append(Problem(Step.PURPOSE, "plan-nobody-asked"))
    return found


def _name(typed: str, taken_names: frozenset[str]) -> list[Problem]:
    name = checked(PROGRAMME, "name", typed)
    if fold(name) not in taken_names:
        return []
    params = {"name": name}
    return [Problem(Step.PURPOSE, "plan-name-taken", blocks=True, params=params, field="name")]


_CODES: Final = {"name-missing": "plan-name-missing", "text-too-long": "plan-text-too-long"}
"""What is said of a field of `ProgrammeDetails` where there are several."""


def _unfit(details: ProgrammeDetails, step: Step, names: Collection[str]) -> list[Problem]:
    """Return a problem for each of these fields that cannot be stored as it is."""
    found = []
    for name in names:
        try:
            checked(PROGRAMME, name, getattr(details, name))
        except InvalidField as error:
            code = _CODES.get(error.code, error.code)
            params = {**error.params, "named": name} if "length" in error.params else error.params
            found.append(Problem(step, code, blocks=True, params=params, field=name))
    return found


def _objectives(draft: Draft) -> list[Problem]:
    objectives = draft.plan.objectives
    if not any(one.title.strip() for one in objectives):
        return [Problem(Step.OBJECTIVES, "plan-no-objective")]
    return [
        Problem(Step.OBJECTIVES, "plan-objective-unmeasured", params={"title": one.title.strip()})
        if one.title.strip()
        else Problem(Step.OBJECTIVES, "plan-objective-untitled", params={"number": number})
        for number, one in enumerate(objectives, start=1)
        if not (one.title.strip() and one.measure.strip())
    ]


def _sponsor(draft: Draft) -> list[Problem]:
    found = []
    if not draft.plan.sponsor.name.strip():
        found.append(Problem(Step.SPONSOR, "plan-no-sponsor"))
    match verdict(draft.plan.readiness):
        case Verdict.UNANSWERED:
            open_ones = [one for one in QUESTIONS if one not in draft.plan.readiness]
            params = {"count": len(open_ones)}
            found.append(Problem(Step.SPONSOR, "plan-readiness-open", params=params))
        case Verdict.NOT_YET:
            found.append(Problem(Step.SPONSOR, "plan-not-ready"))
    return found


def _dates(draft: Draft, is_free: IsFree, today: date) -> list[Problem]:
    unfit = _unfit(draft.details, Step.DATES, _DATES)
    if unfit:
        return unfit
    if draft.details.start_date is None:
        return [Problem(Step.DATES, "plan-no-start")]
    found = milestones(draft.details, draft.plan.schedule, is_free)
    return [
        *_past_call(draft.details, found, is_free, today),
        *(
            Problem(Step.DATES, "plan-out-of-order", params={"first": one.key, "second": other.key})
            for one, other in out_of_order(found)
        ),
    ]


def _past_call(
    details: ProgrammeDetails, found: tuple[Milestone, ...], is_free: IsFree, today: date
) -> list[Problem]:
    call = next(milestone for milestone in found if milestone.key == "call")
    if call.day >= today:
        return []
    if call.planned >= today:
        return [Problem(Step.DATES, "plan-call-moved-past", params={"call": call.day})]
    params = {"call": call.day, "earliest": earliest_start(details, is_free, today)}
    return [Problem(Step.DATES, "plan-call-past", params=params)]


def earliest_start(details: ProgrammeDetails, is_free: IsFree, today: date) -> date:
    """Return the earliest start for which there is time, from `today`, to agree on the call.

    That is the start of `details`, which has to have one, where there is. A call that was moved
    by hand counts as where the rules put it.
    """
    start = details.start_date
    if start is None:
        raise ValueError("a programme without a start")
    by = today + TO_AGREE_ON_A_CALL

    def is_early_enough(days: int) -> bool:
        later = replace(details, start_date=start + timedelta(days=days))
        call = latest_call(later, Schedule(), is_free)
        return call is None or call >= by

    # A later start never brings an earlier call, so the first day that fits can be halved out.
    most = 1
    while not is_early_enough(most):
        most *= 2
    days = bisect_left(range(most + 1), True, key=is_early_enough)
    return free_from(start + timedelta(days=days), is_free)


def _people(draft: Draft) -> list[Problem]:
    return [
        Problem(Step.PEOPLE, "plan-special-without-purpose", params={"label": one.label})
        for one in draft.plan.taking_part.own_fields
        if one.is_on and one.is_special and not one.special_purpose.strip()
    ]


def _agreement(draft: Draft) -> list[Problem]:
    if draft.plan.agreement.concern_contact.strip():
        return []
    return [Problem(Step.AGREEMENT, "plan-no-concern-contact")]


def _unread(draft: Draft) -> list[Problem]:
    return [
        Problem(Step(name.partition(":")[0]), "plan-date-unread", params={"text": text.strip()})
        for name, text in draft.unread.items()
    ]


def _too_long(plan: Plan) -> list[Problem]:
    return [
        Problem(
            STEPS_OF[section],
            "plan-text-too-long",
            blocks=True,
            params={"named": one.field, "length": one.length, "limit": one.limit},
            field=one.field,
        )
        for one in long_texts(plan)
        for section in (one.field.partition(".")[0],)
    ]
