"""The wizard, open and with the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.wizard import SetupWizard


@pytest.fixture
def open_wizard(qtbot: QtBot, context: Context) -> Iterator[Callable[[], SetupWizard]]:
    """A way to open the wizard; it is closed before its data file is."""
    made: list[SetupWizard] = []

    def opened() -> SetupWizard:
        wizard = SetupWizard(context)
        made.append(wizard)
        wizard.show()
        wizard.activateWindow()
        qtbot.waitUntil(wizard.isActiveWindow)
        return wizard

    yield opened
    for wizard in made:
        wizard.close()
        wizard.deleteLater()


@pytest.fixture
def wizard(open_wizard: Callable[[], SetupWizard]) -> SetupWizard:
    """The wizard on an empty data file."""
    return open_wizard()
