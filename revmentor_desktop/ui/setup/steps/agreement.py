"""Confidentiality and agreement: choices that become clauses."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.step_page import StepPage


class AgreementStep(StepPage):
    """What a pair agrees on, with the clauses that come of it beside."""

    step = Step.AGREEMENT

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            _tr("What do both agree on?"),
            _tr(
                "People speak openly only when they know what stays between them. What you choose here becomes the agreement."
            ),
        )

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft holds; `edited` stays silent."""

    def with_edits(self, draft: Draft) -> Draft:
        """Return the draft with what stands on this page now, just as typed."""
        return draft


def _tr(text: str) -> str:
    return QCoreApplication.translate("AgreementStep", text)
