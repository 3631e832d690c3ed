"""A plan in a few lines for each step, for the page on which it is looked over; no widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.agreement_choices import Told, Who
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.milestones import milestones
from revmentor_desktop.domain.plan.pairing_choices import RULES
from revmentor_desktop.domain.plan.readiness import QUESTIONS
from revmentor_desktop.services.setup.dates_content import milestone_words
from revmentor_desktop.services.setup.focus import focus
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.services.setup.readiness import verdict_of
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.roles import within

Line = tuple[str, str]
"""What something is called, and what is planned; without a plan the text is empty."""

_CALLED_OUT: Final = ("call", "briefings", "first-session", "close")


def summary(step: Step, draft: Draft) -> tuple[Line, ...]:
    """Return the lines of a step that plans something (the check does not)."""
    return tuple(_LINES[step](draft))


def _purpose(draft: Draft) -> Iterable[Line]:
    purpose = draft.plan.purpose
    yield _tr("Name"), draft.details.name.strip()
    yield _tr("Purpose"), draft.details.purpose.strip()
    yield _tr("Focus"), focus(purpose.focus).title
    yield _tr("Why now"), purpose.why_now.strip()
    confidential = sum(one.is_confidential for one in purpose.evidence)
    words = _count(len(purpose.evidence), _tr("1 entry"), _tr("{0} entries"))
    if confidential:
        words += _tr(", {0} of them confidential").format(confidential)
    yield _tr("Evidence"), words
    yield _tr("Who was asked"), ", ".join(one.who.strip() for one in purpose.consultations)


def _objectives(draft: Draft) -> Iterable[Line]:
    for number, one in enumerate(draft.plan.objectives, start=1):
        due = _tr(", by {0}").format(short_date(one.due)) if one.due else ""
        yield _tr("Objective {0}").format(number), one.title.strip() + due
    if not draft.plan.objectives:
        yield _tr("Objectives"), ""
    count = len(draft.plan.questions)
    yield _tr("Questions asked"), _count(count, _tr("1 question"), _tr("{0} questions"))


def _sponsor(draft: Draft) -> Iterable[Line]:
    sponsor = draft.plan.sponsor
    parts = (sponsor.name.strip(), sponsor.job_title.strip())
    yield _tr("Sponsor"), ", ".join(part for part in parts if part)
    yield _tr("Agreed to"), "; ".join(one.strip().rstrip(".") for one in sponsor.agreed_to)
    yield _tr("Agreed on"), short_date(sponsor.agreed_on) if sponsor.agreed_on else ""
    answered = len(draft.plan.readiness)
    words = verdict_of(draft.plan.readiness).headline
    if 0 < answered < len(QUESTIONS):
        words += _tr(" ({0} of {1})").format(answered, len(QUESTIONS))
    yield _tr("Readiness"), words if answered else ""


def _dates(draft: Draft) -> Iterable[Line]:
    details = draft.details
    yield _tr("Start"), short_date(details.start_date) if details.start_date else ""
    yield (
        _tr("Sessions"),
        _tr("{0} of {1} minutes, every {2} weeks").format(
            details.session_count, details.session_minutes, details.weeks_between
        ),
    )
    schedule = draft.plan.schedule
    for one in milestones(details, schedule, free_days(schedule)):
        if one.key in _CALLED_OUT:
            yield milestone_words(one.key).title, short_date(one.day)


def _people(draft: Draft) -> Iterable[Line]:
    part = draft.plan.taking_part
    for name, places, may_apply in (
        (part.mentor_name, part.mentor_places, part.mentor_may_apply),
        (part.mentee_name, part.mentee_places, part.mentee_may_apply),
    ):
        words = _count(places, _tr("1 place"), _tr("{0} places")) or _tr("places still open")
        if may_apply.strip():
            words += f"; {may_apply.strip()}"
        yield name.several, words
    asked = len(part.asked)
    yield _tr("Details asked"), _count(asked, _tr("1 detail"), _tr("{0} details"))
    if draft.invited:
        invited = _count(len(draft.invited), _tr("1 person"), _tr("{0} people"))
        yield _tr("Invited again"), invited
    own = [field.label for field in part.own_fields if field.is_asked]
    if own:
        yield _tr("Your own fields"), ", ".join(own)
    if part.thanks:
        yield _tr("Recognised by"), "; ".join(one.strip().rstrip(".") for one in part.thanks)


def _pairing(draft: Draft) -> Iterable[Line]:
    choices = draft.plan.pairing
    names = _rule_names()
    kept = [names[rule] for rule in RULES if rule in choices.rules]
    yield _tr("Never paired"), "; ".join(kept)
    yield _tr("Partners"), _partners(draft)
    if choices.own_rules or choices.own_criteria:
        count = len(choices.own_rules) + len(choices.own_criteria)
        yield _tr("From your own fields"), _count(count, _tr("1 rule"), _tr("{0} rules"))


def _partners(draft: Draft) -> str:
    """Return how many partners each side may have, in the programme's names for them."""
    part, said = draft.plan.taking_part, []
    for role in Role:
        count = draft.plan.pairing.partners_of(role)
        names = part.name_of(role.other)
        words = _tr("{0}: {1}") if count == 1 else _tr("{0}: up to {1}")
        partners = within(names.one if count == 1 else names.several)
        said.append(words.format(part.name_of(role).several, f"{count} {partners}"))
    return "; ".join(said)


def _agreement(draft: Draft) -> Iterable[Line]:
    choices, part = draft.plan.agreement, draft.plan.taking_part
    who = {
        Who.MENTOR: part.mentor_name.one,
        Who.MENTEE: part.mentee_name.one,
        Who.EITHER: _tr("either, by turns"),
    }
    yield _tr("Books and leads"), f"{who[choices.books]}; {who[choices.leads]}"
    told = {
        Told.THAT_THEY_MET: _tr("that they met, nothing of what was said"),
        Told.THAT_THEY_MET_AND_TOPICS: _tr("that they met, and broad topics"),
    }
    yield _tr("You hear"), told[choices.told]
    yield _tr("Notice to cancel"), _tr("{0} hours").format(choices.notice_hours)
    yield _tr("Concerns go to"), choices.concern_contact.strip()


def _rule_names() -> Mapping[str, str]:
    return {
        "line": _tr("in one line of management"),
        "department": _tr("in one department"),
        "shared-manager": _tr("with the same line manager"),
        "conflict": _tr("with a declared conflict of interest"),
        "not-with": _tr("with somebody on a private list"),
        "failed-pairs": _tr("with a partner of a pair that ended early"),
        "withdrawn": _tr("with somebody who has withdrawn"),
        "paused": _tr("with somebody who has paused"),
        "confirmed": _tr("before both are confirmed"),
        "earlier-partners": _tr("with a partner from before"),
        "mode": _tr("when their ways to meet do not fit"),
        "time": _tr("without a half day in common"),
        "capacity": _tr("beyond the partners agreed"),
    }


def _count(number: int, one: str, several: str) -> str:
    return "" if not number else one if number == 1 else several.format(number)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanSummary", text)


_LINES: Final[Mapping[Step, Callable[[Draft], Iterable[Line]]]] = {
    Step.PURPOSE: _purpose,
    Step.OBJECTIVES: _objectives,
    Step.SPONSOR: _sponsor,
    Step.DATES: _dates,
    Step.PEOPLE: _people,
    Step.PAIRING: _pairing,
    Step.AGREEMENT: _agreement,
}
