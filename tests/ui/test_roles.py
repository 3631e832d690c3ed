"""The window calls the roles as the programme that is looked at does."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.roles import counted_role, role_names, several_names, within
from tests.builders import stored_programme

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
