from __future__ import annotations

from pytestqt.qtbot import QtBot

from revmentor_desktop.services.programmes.reading import organisation
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.programme.organisation import OrganisationDialog


def test_the_organisation_is_named_anew_and_undone(qtbot: QtBot, context: Context) -> None:
    for name in ("Northgate & Sons", "Harbour <Care>"):
        dialog = OrganisationDialog(context)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.name.setText(name)
        dialog.save.click()
        assert not dialog.isVisible()
        assert organisation(context.data) == name
    context.undo()
    assert organisation(context.data) == "Northgate & Sons"


def test_a_name_that_is_too_long_is_kept_and_pointed_out(qtbot: QtBot, context: Context) -> None:
    dialog = OrganisationDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("x" * 10_000)
    dialog.save.click()
    assert dialog.isVisible()
    assert "shorten" in dialog.problem
    assert organisation(context.data) == ""
