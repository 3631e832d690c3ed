"""What a plan lacks, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from revmentor_desktop.domain.errors import InvalidField
from revmentor_desktop.domain.plan.problems import Problem
from revmentor_desktop.services.setup.dates_content import milestone_words
from revmentor_desktop.system.content import read_content
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.system.messages import sentence


def words_of_problem(problem: Problem) -> str:
    """Return the sentence of a problem; dates and milestones in it are written out."""
    return sentence(problem.code, _in_words(problem))


def require(found: Iterable[Problem]) -> None:
    """Raise InvalidField for the first problem that blocks, in words that an officer knows."""
    for problem in found:
        if problem.blocks:
            raise InvalidField(problem.field, problem.code, **_in_words(problem))


def _in_words(problem: Problem) -> dict[str, object]:
    return {name: _word(name, value) for name, value in problem.params.items()}


def _word(name: str, value: object) -> object:
    if isinstance(value, date):
        return short_date(value)
    if name in {"first", "second"} and isinstance(value, str):
        return milestone_words(value).title
    if name == "named":
        return field_label(str(value))
    return value


def field_label(field: str) -> str:
    """Return what a field of a plan is called on its page (``plan_fields.toml``)."""
    label: str = _labels()[field]
    return label


@cache
def _labels() -> dict[str, str]:
    return {
        ".".join(part for part in (section, name) if part): label
        for section, names in read_content("plan_fields.toml").items()
        for name, label in (names.items() if isinstance(names, dict) else [("", names)])
    }
