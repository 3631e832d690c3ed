"""Which of the usual risks a plan has an answer to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.domain.plan.readiness import Answer

_Met = Callable[[SetupValues], bool]


def is_met(risk: str, values: SetupValues) -> bool:
    """Tell whether the plan does what it can about a risk; a risk without a rule is always met."""
    rule = _RULES.get(risk)
    return rule is None or rule(values)


def _answered_yes(question: str) -> _Met:
    return lambda values: values.plan.readiness.get(question) is Answer.YES


def _has_day(milestone: str) -> _Met:
    return lambda values: values.day(milestone) is not None


def _has_purpose(values: SetupValues) -> bool:
    measured = any(one.measure.strip() for one in values.plan.objectives)
    return bool(values.details.purpose.strip()) and measured


def _has_sponsor(values: SetupValues) -> bool:
    sponsor = values.plan.sponsor
    return bool(sponsor.name.strip()) and any(one.strip() for one in sponsor.agreed_to)


def _is_acted_on(values: SetupValues) -> bool:
    dated = any(one.due for one in values.plan.objectives)
    return dated and _answered_yes("acting-on-it")(values)


def _is_linked(values: SetupValues) -> bool:
    objectives = values.plan.objectives
    return bool(objectives) and all(one.goal.strip() for one in objectives)


_RULES: Final[Mapping[str, _Met]] = MappingProxyType(
    {
        "purpose": _has_purpose,
        "sponsor": _has_sponsor,
        "pressed": lambda values: values.plan.agreement.has_no_fault_exit,
        "untrained": _has_day("briefings"),
        "safety": _answered_yes("psychological-safety"),
        "nothing": _is_acted_on,
        "mentor": _answered_yes("support-for-mentors"),
        "overload": _answered_yes("time-granted"),
        "drift": _has_day("close"),
        "token": _is_linked,
        "conflict": lambda values: "line" in values.plan.pairing.rules,
        "harassment": lambda values: bool(values.plan.agreement.concern_contact.strip()),
    }
)
