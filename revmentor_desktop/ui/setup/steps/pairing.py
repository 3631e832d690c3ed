"""Pairing rules: what never happens, and what makes a good pair."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.step_page import StepPage


class PairingStep(StepPage):
    """Which rules bind, and how much each criterion weighs."""

    step = Step.PAIRING

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            _tr("What makes a good pair?"),
            _tr(
                "The rules protect people; the weights order what is left. You always decide yourself who is paired."
            ),
        )

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft holds; `edited` stays silent."""

    def with_edits(self, draft: Draft) -> Draft:
        """Return the draft with what stands on this page now, just as typed."""
        return draft


def _tr(text: str) -> str:
    return QCoreApplication.translate("PairingStep", text)
