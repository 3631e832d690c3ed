"""What the steps of setting up are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.plan.draft import Step


def step_names() -> dict[Step, str]:
    """Return the name of each step, in their order."""
    return {
        Step.PURPOSE: _tr("Purpose"),
        Step.OBJECTIVES: _tr("Objectives"),
        Step.SPONSOR: _tr("Sponsor and readiness"),
        Step.DATES: _tr("Dates and sessions"),
        Step.PEOPLE: _tr("Who takes part"),
        Step.PAIRING: _tr("Pairing rules"),
        Step.AGREEMENT: _tr("Confidentiality and agreement"),
        Step.CHECK: _tr("Check and create"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("SetupSteps", text)
