"""A page of applications in a programme with a few people, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState, Role
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.people.own_values import set_own_values
from revmentor_desktop.services.people.reading import participation
from revmentor_desktop.services.people.writing import add_participant
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.ui.applications.page import ApplicationsPage
from revmentor_desktop.ui.context import Context
from tests.builders import (
    stored_leader,
    stored_mentor,
    stored_person,
    stored_programme,
)

STATE = ParticipationState
ASKED: Final = TakingPart(
    mentor_places=4,
    asked=("job_title", "line_manager", "offers", "motivation"),
    own_fields=(
        OwnField(key="own-1", label="Shift pattern"),
        OwnField(key="own-2", label="Health", is_special=True, special_purpose="To pair well"),
    ),
)


@dataclass(frozen=True)
class Cast:
    """Ids: Mei and Jonas (mentors) and David (leader) have applied; Zoë is invited."""

    programme: int
    mei: int
    jonas: int
    david: int
    zoe: int
    omar: int


@pytest.fixture
def cast(context: Context) -> Cast:
    data = context.data
    programme = stored_programme(data, "Front-line voices")
    save_section(data, programme, "taking_part", ASKED)
    details = PersonDetails(
        first_name="Mei", last_name="Brown", job_title="Nurse", offers=("Social media",),
        line_manager_text="R. Clarke",
    )  # fmt: skip
    made = Cast(
        programme,
        add_participant(data, programme, details, _applied(Role.MENTOR)),
        stored_mentor(data, programme, "Jonas Tamm", state=STATE.APPLIED),
        stored_leader(data, programme, "David Price", state=STATE.APPLIED),
        stored_mentor(data, programme, "Zoë Lind", state=STATE.INVITED),
        stored_person(data, "Omar Aziz"),
    )
    set_own_values(data, programme, made.mei, {"own-1": "Nights", "own-2": "Hearing aid"})
    context.choose_programme(programme)
    return made


def _applied(role: Role) -> ParticipationDetails:
    return ParticipationDetails(role=role, state=STATE.APPLIED)


@pytest.fixture
def page(qtbot: QtBot, context: Context, cast: Cast) -> ApplicationsPage:
    made = ApplicationsPage(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    made.choose([cast.mei])
    return made


def names(page: ApplicationsPage) -> list[str]:
    return [one.person.first_name for one in page.model.shown]


def chosen(page: ApplicationsPage) -> list[str]:
    return [one.person.first_name for one in page.chosen()]


def state_of(context: Context, cast: Cast, person: int) -> ParticipationState | None:
    part = participation(context.data, cast.programme, person)
    return part.state if part else None
