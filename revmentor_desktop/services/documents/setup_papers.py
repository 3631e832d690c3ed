"""The set-up papers of a programme, or of one that is still being set up."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from typing import Final

from revmentor_desktop.documents.fonts import unprintable
from revmentor_desktop.documents.setup.papers import (
    KEYS,
    paper_line,
    paper_text,
    paper_title,
    setup_pdf,
)
from revmentor_desktop.documents.setup.values import Duty, Notice, SetupValues, WeakAnswer
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.domain.plan.communications import communications
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.milestones import milestones, session_days
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.problems import problems
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.programmes.reading import organisation, organisation_logo, programme
from revmentor_desktop.services.setup import reading
from revmentor_desktop.services.setup.dates_content import communication_entries, milestone_words
from revmentor_desktop.services.setup.focus import focus
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.services.setup.problem_words import words_of_problem
from revmentor_desktop.services.setup.readiness import verdict_of, weak_points
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today

PLAN: Final = "plan"
"""The key of the implementation plan."""
_MARK_LENGTH: Final = 16
_NO_FOCUS: Final = frozenset({"", "own"})
"""Focuses without a name that says anything."""
_OVER: Final = frozenset({"plan-call-past", "plan-call-moved-past"})
"""What is said of a draft, but no longer of a programme that has begun."""


@dataclass(frozen=True, slots=True)
class SetupPaper:
    """A paper: what it is called, what it is for, what it says, what of it cannot be printed.

    `unprintable` are the characters that no font of the program has, in order of first use;
    `wording` is a mark that is the same as long as the paper says the same.
    """

    key: str
    title: str
    line: str
    values: SetupValues
    unprintable: str
    wording: str

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return file_name(f"{self.title} {self.values.details.name}")

    def pdf(self, form: PaperFormat = USUAL) -> bytes:
        """Return it as a PDF file."""
        return setup_pdf(self.key, self.values, paper=form.paper, styles=form.styles)


def setup_papers(data: DataFile, programme_id: int) -> list[SetupPaper]:
    """Return the papers of a programme. Raises KnownError ``programme-gone``."""
    details, decided, owner = _decided(data, programme_id)
    return papers_of(details, decided, owner, logo=organisation_logo(data))


def setup_paper(data: DataFile, programme_id: int, key: str) -> SetupPaper:
    """Return one paper of a programme. Raises KnownError ``programme-gone``."""
    details, decided, owner = _decided(data, programme_id)
    return papers_of(details, decided, owner, [key])[0]


def programme_values(data: DataFile, programme_id: int) -> SetupValues:
    """Return what papers say of a programme. Raises KnownError ``programme-gone``."""
    details, decided, owner = _decided(data, programme_id)
    return setup_values(details, decided, owner, [], organisation_logo(data))


def _decided(data: DataFile, programme_id: int) -> tuple[ProgrammeDetails, Plan, str]:
    found = programme(data, programme_id)
    details = ProgrammeDetails(
        **{field.name: getattr(found, field.name) for field in fields(ProgrammeDetails)}
    )
    return details, reading.plan(data, programme_id), organisation(data)


def papers_of(
    details: ProgrammeDetails,
    plan: Plan,
    owner: str,
    keys: Collection[str] = KEYS,
    logo: Logo | None = None,
) -> list[SetupPaper]:
    """Return the papers of a programme under these decisions; the rest as in `setup_values`.

    With `keys` only these.
    """
    draft = Draft(details=details, plan=plan)
    missing = [
        words_of_problem(problem)
        for problem in problems(draft, frozenset(), free_days(plan.schedule), today())
        if problem.code not in _OVER
    ]
    values = setup_values(details, plan, owner, missing, logo)
    return [_paper(key, values) for key in KEYS if key in keys]


def draft_papers(data: DataFile, draft: Draft) -> list[SetupPaper]:
    """Return the papers of a programme that is being set up, as far as it has come."""
    taken, is_free = reading.taken_names(data), free_days(draft.plan.schedule)
    missing = map(words_of_problem, problems(draft, taken, is_free, today()))
    values = setup_values(
        draft.details, draft.plan, organisation(data), list(missing), organisation_logo(data)
    )
    return [_paper(key, values) for key in KEYS]


def setup_values(
    details: ProgrammeDetails,
    plan: Plan,
    owner: str,
    missing: list[str],
    logo: Logo | None = None,
) -> SetupValues:
    """Return what the papers say; `owner` is the organisation's name or "", `logo` its logo.

    What is confidential is taken out here, so that no paper can ever show it.
    """
    is_free = free_days(plan.schedule)
    dates = milestones(details, plan.schedule, is_free)
    said = verdict_of(plan.readiness)
    return SetupValues(
        details=details,
        plan=_open(plan),
        organisation=owner,
        logo=logo,
        focus="" if plan.purpose.focus in _NO_FOCUS else focus(plan.purpose.focus).title,
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


def _paper(key: str, values: SetupValues) -> SetupPaper:
    said = paper_text(key, values)
    return SetupPaper(
        key=key,
        title=paper_title(key, values),
        line=paper_line(key, values),
        values=values,
        unprintable=unprintable(said, values.organisation),
        wording=hashlib.sha256(said.encode()).hexdigest()[:_MARK_LENGTH],
    )
