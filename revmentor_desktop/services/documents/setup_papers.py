"""The set-up papers of a programme, or of one that is still being set up."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, Final

from revmentor_desktop.documents.fonts import unprintable
from revmentor_desktop.documents.setup.papers import (
    KEYS,
    paper_blocks,
    paper_line,
    paper_title,
    setup_pdf,
)
from revmentor_desktop.documents.setup.values import Duty, Notice, SetupValues, WeakAnswer
from revmentor_desktop.documents.styles import Paper, Styles
from revmentor_desktop.domain.plan.communications import communications
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.milestones import milestones, session_days
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.problems import problems
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.programmes.reading import organisation, programme
from revmentor_desktop.services.setup import reading
from revmentor_desktop.services.setup.dates_content import communication_entries, milestone_words
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.services.setup.problem_words import words_of_problem
from revmentor_desktop.services.setup.readiness import verdict_of, weak_points
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today

_OVER: Final = frozenset({"plan-call-past", "plan-call-moved-past"})
"""What is said of a draft, but no longer of a programme that has begun."""


@dataclass(frozen=True, slots=True)
class SetupPaper:
    """A paper: what it is called, what it is for, what it says, what of it cannot be printed.

    `unprintable` are the characters that no font of the program has, in order of first use.
    """

    key: str
    title: str
    line: str
    values: SetupValues
    unprintable: str

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return file_name(f"{self.title} {self.values.details.name}")

    def pdf(self, paper: Paper = Paper.A4, styles: Styles | None = None) -> bytes:
        """Return it as a PDF file."""
        return setup_pdf(self.key, self.values, paper=paper, styles=styles)


def setup_papers(data: DataFile, programme_id: int) -> list[SetupPaper]:
    """Return the papers of a programme. Raises KnownError ``programme-gone``."""
    found = programme(data, programme_id)
    details = ProgrammeDetails(
        **{field.name: getattr(found, field.name) for field in fields(ProgrammeDetails)}
    )
    plan = reading.plan(data, programme_id)
    missing = [
        words_of_problem(problem)
        for problem in problems(
            Draft(details=details, plan=plan), frozenset(), free_days(plan.schedule), today()
        )
        if problem.code not in _OVER
    ]
    return _papers(setup_values(details, plan, organisation(data), missing))


def draft_papers(data: DataFile, draft: Draft) -> list[SetupPaper]:
    """Return the papers of a programme that is being set up, as far as it has come."""
    taken, is_free = reading.taken_names(data), free_days(draft.plan.schedule)
    missing = map(words_of_problem, problems(draft, taken, is_free, today()))
    return _papers(setup_values(draft.details, draft.plan, organisation(data), list(missing)))


def setup_values(
    details: ProgrammeDetails, plan: Plan, owner: str, missing: list[str]
) -> SetupValues:
    """Return what the papers say; `owner` is the organisation's name or "".

    What is confidential is taken out here, so that no paper can ever show it.
    """
    is_free = free_days(plan.schedule)
    dates = milestones(details, plan.schedule, is_free)
    said = verdict_of(plan.readiness)
    return SetupValues(
        details=details,
        plan=_open(plan),
        organisation=owner,
        duties=tuple(
            Duty(milestone=one, title=words.title, line=words.line)
            for one in dates
            for words in (milestone_words(one.key),)
        ),
        session_days=session_days(details, is_free),
        notices=tuple(
            Notice(day=one.day, who=one.entry.audience, what=one.entry.says)
            for one in communications(dates, communication_entries(), is_free)
        ),
        standing=(said.headline, said.advice),
        weak=tuple(
            WeakAnswer(
                key=one.question.key,
                question=one.question.text,
                answer=one.answer,
                advice=one.advice,
            )
            for one in weak_points(plan.readiness)
        ),
        missing=tuple(missing),
    )


def _open(plan: Plan) -> Plan:
    evidence = tuple(fact for fact in plan.purpose.evidence if not fact.is_confidential)
    return replace(plan, purpose=replace(plan.purpose, evidence=evidence))


def _papers(values: SetupValues) -> list[SetupPaper]:
    return [
        SetupPaper(
            key,
            paper_title(key, values),
            paper_line(key, values),
            values,
            "".join(dict.fromkeys(_odd([paper_blocks(key, values), values.organisation]))),
        )
        for key in KEYS
    ]


def _odd(value: Any) -> list[str]:
    """Return the characters without a font in all texts of blocks, however deep."""
    match value:
        case Enum() | None | date() | bool() | int() | float():
            return []
        case str():
            found = unprintable(value)
            return [one for one in value if one in found]
        case dict():
            return [odd for one in value.values() for odd in _odd(one)]
        case tuple() | frozenset() | list():
            return [odd for one in value for odd in _odd(one)]
        case _ if is_dataclass(value):
            return [odd for one in fields(value) for odd in _odd(getattr(value, one.name))]
    return []
