"""What a plan lacks, in words."""

from __future__ import annotations

from datetime import date

from revmentor_desktop.domain.plan.problems import Problem
from revmentor_desktop.services.setup.dates_content import milestone_words
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.system.messages import sentence


def words_of_problem(problem: Problem) -> str:
    """Return the sentence of a problem; dates and milestones in it are written out."""
    params = {name: _word(name, value) for name, value in problem.params.items()}
    return sentence(problem.code, params)


def _word(name: str, value: object) -> object:
    if isinstance(value, date):
        return short_date(value)
    if name in {"first", "second"} and isinstance(value, str):
        return milestone_words(value).title
    return value
