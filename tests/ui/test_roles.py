"""The window calls the roles as the programme that is looked at does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.home.page import HomePage
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.roles import counted_role, named, role_names, several_names, within
from revmentor_desktop.ui.widgets.text import PlainLabel
from tests.builders import stored_leader, stored_mentor, stored_programme

NAMED = TakingPart(
    mentor_name=RoleName(one="Guide", several="Guides"),
    mentee_name=RoleName(one="HR partner", several="HR partners"),
)


def test_names_follow_the_programme_and_its_plan(context: Context) -> None:
    here, there = stored_programme(context.data), stored_programme(context.data)
    save_section(context.data, here, "taking_part", NAMED)
    heard: list[str] = []
    context.programme_changed.connect(lambda: heard.append(role_names()[Role.MENTOR]))
    context.choose_programme(here)
    context.choose_programme(there)
    assert heard == ["Guide", "Mentor"]
    context.changed.connect(lambda _: heard.append(several_names()[Role.MENTEE]))
    context.attempt("Rename", lambda data: save_section(data, there, "taking_part", NAMED))
    context.undo()
    assert heard[2:] == ["HR partners", "Leaders"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("Leader", "leader"), ("HR partner", "HR partner"), ("É", "é"), ("", "")],
)
def test_a_name_stands_within_a_sentence(name: str, said: str) -> None:
    assert within(name) == said


def test_a_role_is_counted(context: Context) -> None:
    assert context.programme_id is None
    assert counted_role(Role.MENTOR, 1) == "mentor"
    assert counted_role(Role.MENTEE, 2) == "leaders"


def test_a_sentence_names_the_roles(context: Context) -> None:
    programme = stored_programme(context.data)
    save_section(context.data, programme, "taking_part", NAMED)
    context.choose_programme(programme)
    assert named("{Mentors} for {0} {leaders}, one {mentor}", 3) == (
        "Guides for 3 HR partners, one guide"
    )


def test_home_and_the_board_call_the_roles_so(context: Context, qtbot: QtBot) -> None:
    programme = stored_programme(context.data)
    stored_mentor(context.data, programme)
    stored_leader(context.data, programme)
    context.choose_programme(programme)
    home, board = HomePage(context), PairingPage(context)
    for page in (home, board):
        qtbot.addWidget(page)
        page.show()

    def texts(page: QWidget) -> set[str]:
        return {label.text() for label in page.findChildren(PlainLabel)}

    assert {"Mentors", "Leaders"} <= texts(board)
    assert {"mentor", "leader", "One leader waits for a mentor."} <= texts(home)
    context.attempt("Rename", lambda data: save_section(data, programme, "taking_part", NAMED))
    assert {"Guides", "HR partners", "0 of 1 HR partners paired", "1 free"} <= texts(board)
    assert {"guide", "HR partner", "One HR partner waits for a guide."} <= texts(home)
    assert not {"Mentors", "Leaders"} & texts(board)
    told = " ".join(one.accessibleName() for one in seen(board))
    buttons = (board.arranging.button, *(menu.button for menu in board.sorting.values()))
    told += " ".join(action.text() for one in buttons for action in one.menu().actions())
    assert "Drag a guide onto a HR partner" in told
    assert "Guides with a place for a HR partner" in told
    assert "By the guide’s name" in told
    assert "Without a HR partner" in told
    assert not [word for word in ("mentor", "leader") if word in told.lower()]


def seen(page: QWidget) -> list[QWidget]:
    return [one for one in page.findChildren(QWidget) if one.isVisibleTo(page)]
