"""Makes the page of a step, which is loaded when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from revmentor_desktop.domain.plan.draft import Step
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.step_page import StepPage


def step_page(step: Step, context: Context) -> StepPage:
    """Return a new page for a step."""
    return _PAGES[step](context)


def _purpose(context: Context) -> StepPage:
    from revmentor_desktop.ui.setup.steps.purpose import PurposeStep

    return PurposeStep(context)


def _objectives(context: Context) -> StepPage:
    from revmentor_desktop.ui.setup.steps.objectives import ObjectivesStep

    return ObjectivesStep(context)


def _sponsor(context: Context) -> StepPage:
    from revmentor_desktop.ui.setup.steps.sponsor import SponsorStep

    return SponsorStep(context)


def _dates(context: Context) -> StepPage:
    from revmentor_desktop.ui.setup.steps.dates import DatesStep

    return DatesStep(context)


def _people(context: Context) -> StepPage:
    from revmentor_desktop.ui.setup.steps.people import PeopleStep

    return PeopleStep(context)


def _pairing(context: Context) -> StepPage:
    from revmentor_desktop.ui.setup.steps.pairing import PairingStep

    return PairingStep(context)


def _agreement(context: Context) -> StepPage:
    from revmentor_desktop.ui.setup.steps.agreement import AgreementStep

    return AgreementStep(context)


def _check(context: Context) -> StepPage:
    from revmentor_desktop.ui.setup.steps.check import CheckStep

    return CheckStep(context)


_PAGES: Final[Mapping[Step, Callable[[Context], StepPage]]] = {
    Step.PURPOSE: _purpose,
    Step.OBJECTIVES: _objectives,
    Step.SPONSOR: _sponsor,
    Step.DATES: _dates,
    Step.PEOPLE: _people,
    Step.PAIRING: _pairing,
    Step.AGREEMENT: _agreement,
    Step.CHECK: _check,
}
