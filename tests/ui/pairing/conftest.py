"""A programme with six people, and the pairing page that shows it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import Slot
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import stored_programme
from tests.ui.pairing.stage import Cast


@pytest.fixture
def cast(data: DataFile) -> Cast:
    """Three mentors and three leaders; Mei works for Rob, who works for David."""
    made = Cast(data, stored_programme(data))
    david = made.add("David Price", Role.MENTEE, wants=("Front-line view", "AI tools"))
    rob = made.add("Rob Clarke", Role.MENTEE, line_manager_id=david)
    made.add("Helen Ward", Role.MENTEE, wants=("AI tools",), slots=(Slot.TUE_AM,))
    made.add("Mei Brown", Role.MENTOR, line_manager_id=rob, offers=("Front-line view",))
    made.add(
        "Jonas Tamm",
        Role.MENTOR,
        job_title="Engineer",
        department="IT",
        offers=("AI tools", "Data"),
        slots=(Slot.MON_PM, Slot.TUE_AM),
    )
    made.add("Sána Khan", Role.MENTOR)
    return made


@pytest.fixture
def said(context: Context) -> list[Notice]:
    """The notices shown since the test began."""
    heard: list[Notice] = []
    context.notices.shown.connect(heard.append)
    return heard


@pytest.fixture
def page(context: Context, cast: Cast, qtbot: QtBot) -> PairingPage:
    """The page, shown in a window of the smallest supported size."""
    context.choose_programme(cast.programme_id)
    made = PairingPage(context)
    qtbot.addWidget(made)
    made.resize(1064, 690)
    with qtbot.waitExposed(made):
        made.show()
    made.mentors.setFocus(Qt.FocusReason.TabFocusReason)
    return made
