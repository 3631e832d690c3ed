"""The dialog that notes an application: of somebody invited, known or new."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.applications.reading import application
from revmentor_desktop.services.people.reading import participation
from revmentor_desktop.services.programmes.reading import waiting_applications
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.applications.page import ApplicationsPage
from revmentor_desktop.ui.context import Context
from tests.builders import (
    stored_person,
)
from tests.ui.applications.conftest import STATE, Cast, chosen, state_of


def test_an_invited_person_s_application_comes(
    page: ApplicationsPage, context: Context, cast: Cast, qtbot: QtBot
) -> None:
    dialog = page.add_application()
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
        "Zoë Lind – invited as Mentor",
        "Omar Aziz",
    ]
    dialog.search.setText("qqq")
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert "somebody new" in dialog.nobody.text()
    dialog.search.clear()
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    assert not dialog.nobody.isVisible()
    dialog.receive()
    assert dialog.problem.startswith("Choose in the list")
    dialog.list.setCurrentRow(0)
    assert not dialog.role_box.isEnabled()
    dialog.receive()
    assert chosen(page) == ["Zoë"]
    assert state_of(context, cast, cast.zoe) is STATE.APPLIED
    noted = application(context.data, cast.programme, cast.zoe)
    assert noted is not None
    assert noted.received_on == today()


def test_somebody_known_applies_in_the_role_they_want(
    page: ApplicationsPage, context: Context, cast: Cast
) -> None:
    dialog = page.add_application()
    dialog.list.setCurrentRow(1)
    assert dialog.role_box.isEnabled()
    dialog.role.setCurrentIndex(1)
    dialog.day.set_value(None)
    dialog.receive()
    assert dialog.day_box.problem
    dialog.day.set_value(date(2026, 11, 2))
    dialog.receive()
    part = participation(context.data, cast.programme, cast.omar)
    assert part is not None
    assert (part.role, part.state) == (Role.MENTEE, STATE.APPLIED)


def test_somebody_new_applies(page: ApplicationsPage, context: Context, cast: Cast) -> None:
    stored_person(context.data, "Ann Ash", email="ann@harbour.example")
    dialog = page.add_application()
    dialog.kind.buttons["new"].click()
    dialog.receive()
    assert dialog.boxes["first_name"].problem
    dialog.first_name.setText("Ola")
    dialog.email.setText("ann@harbour.example")
    dialog.receive()
    assert "Ann Ash" in dialog.boxes["email"].problem
    dialog.email.clear()
    dialog.receive()
    assert chosen(page) == ["Ola"]
    assert waiting_applications(context.data, cast.programme) == 4
