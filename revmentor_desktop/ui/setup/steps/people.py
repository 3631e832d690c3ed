"""Who takes part: names of the two roles, places, what is asked, fields of the officer's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.step_page import StepPage


class PeopleStep(StepPage):
    """Who takes part, what they are called, and what they are asked."""

    step = Step.PEOPLE

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            _tr("Who takes part?"),
            _tr(
                "What you ask for here stands in applications, imports, rules and packs. Ask only what you will use."
            ),
        )

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft holds; `edited` stays silent."""

    def with_edits(self, draft: Draft) -> Draft:
        """Return the draft with what stands on this page now, just as typed."""
        return draft


def _tr(text: str) -> str:
    return QCoreApplication.translate("PeopleStep", text)
