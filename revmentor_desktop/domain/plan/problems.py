"""What a draft still lacks, and where the officer goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from revmentor_desktop.domain.checks import EARLIEST_DATE, LATEST_DATE
from revmentor_desktop.domain.errors import InvalidField
from revmentor_desktop.domain.plan.draft import STEPS, Draft, Step
from revmentor_desktop.domain.plan.milestones import IsFree, milestones, out_of_order
from revmentor_desktop.domain.plan.readiness import QUESTIONS, Verdict, verdict
from revmentor_desktop.domain.text import fold


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a step lacks; `blocks` when nothing can be created before it is there.

    `code` and `params` make the sentence (``resources/content/messages.toml``).
    """

    step: Step
    code: str
    blocks: bool = False
    params: Mapping[str, object] = field(default_factory=dict)


def problems(
    draft: Draft, taken_names: frozenset[str], is_free: IsFree, today: date
) -> tuple[Problem, ...]:
    """Return what the draft lacks, in the order of the steps; only name and purpose block.

    `taken_names` are the folded names of the programmes that there are.
    """
    return (
        *_purpose(draft, taken_names),
        *_objectives(draft),
        *_sponsor(draft),
        *_dates(draft, is_free, today),
        *_people(draft),
        *_agreement(draft),
    )


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
    found = []
    name = fold(draft.details.name.strip())
    if not name:
        found.append(Problem(Step.PURPOSE, "plan-name-missing", blocks=True))
    elif name in taken_names:
        params = {"name": draft.details.name.strip()}
        found.append(Problem(Step.PURPOSE, "plan-name-taken", blocks=True, params=params))
    if not draft.details.purpose.strip():
        found.append(Problem(Step.PURPOSE, "plan-purpose-missing", blocks=True))
    if not draft.plan.purpose.consultations:
        found.append(Problem(Step.PURPOSE, "plan-nobody-asked"))
    return found


def _objectives(draft: Draft) -> list[Problem]:
    objectives = draft.plan.objectives
    if not objectives:
        return [Problem(Step.OBJECTIVES, "plan-no-objective")]
    return [
        Problem(Step.OBJECTIVES, "plan-objective-unmeasured", params={"title": one.title})
        for one in objectives
        if not one.measure.strip()
    ]


def _sponsor(draft: Draft) -> list[Problem]:
    found = []
    if not draft.plan.sponsor.name.strip():
        found.append(Problem(Step.SPONSOR, "plan-no-sponsor"))
    match verdict(draft.plan.readiness):
        case Verdict.UNANSWERED:
            open_ones = len(QUESTIONS) - len(draft.plan.readiness)
            params = {"count": open_ones}
            found.append(Problem(Step.SPONSOR, "plan-readiness-open", params=params))
        case Verdict.NOT_YET:
            found.append(Problem(Step.SPONSOR, "plan-not-ready"))
    return found


def _dates(draft: Draft, is_free: IsFree, today: date) -> list[Problem]:
    start = draft.details.start_date
    if start is None:
        return [Problem(Step.DATES, "plan-no-start")]
    found = milestones(draft.details, draft.plan.schedule, is_free)
    if not found:
        params: dict[str, object] = {"first": EARLIEST_DATE.year, "last": LATEST_DATE.year}
        return [Problem(Step.DATES, "date-odd", params=params)]
    call = next(milestone for milestone in found if milestone.key == "call")
    problems_found = []
    if call.day < today:
        # Enough time before the call to agree on it; see `milestones`.
        earliest = start + (today - call.day) + timedelta(days=7)
        params = {"call": call.day, "earliest": earliest}
        problems_found.append(Problem(Step.DATES, "plan-call-past", params=params))
    problems_found.extend(
        Problem(Step.DATES, "plan-out-of-order", params={"first": one.key, "second": other.key})
        for one, other in out_of_order(found)
    )
    return problems_found


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


def require_complete(found: tuple[Problem, ...]) -> None:
    """Raise InvalidField for the first problem that blocks."""
    for problem in blocking(found):
        field_name = "purpose" if problem.code == "plan-purpose-missing" else "name"
        raise InvalidField(field_name, problem.code, **problem.params)
