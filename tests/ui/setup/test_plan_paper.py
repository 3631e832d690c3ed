"""The plan can be looked at as a paper before the programme is there."""

from __future__ import annotations

from revmentor_desktop.ui.draft_papers import DraftPapersDialog
from revmentor_desktop.ui.setup.steps.check import CheckStep
from revmentor_desktop.ui.setup.wizard import SetupWizard
from tests.ui.setup.hands import click, name_it, when_open


def test_the_check_shows_what_was_typed_as_a_paper(wizard: SetupWizard) -> None:
    name_it(wizard, "Voices of the wards", "Leaders hear how decisions land.")
    click(wizard.skip)
    page = wizard.page
    assert isinstance(page, CheckStep)
    shown: list[str] = []

    def look(dialog: DraftPapersDialog) -> None:
        shown.append(dialog.preview.text())
        dialog.reject()

    when_open(DraftPapersDialog, look)
    click(page.paper)
    assert "Voices of the wards" in shown[0]
    assert "Leaders hear how decisions land." in shown[0]
    assert wizard.isVisible()
