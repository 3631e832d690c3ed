"""What tests of the People page share: a small programme of invented people, and the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import (
    ParticipationDetails,
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.people import MeetingMode, PersonDetails, Slot
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.people.writing import add_participant, add_person
from revmentor_desktop.services.programmes.writing import add_programme
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.page import PeoplePage

MENTOR = ParticipationDetails(role=Role.MENTOR)
LEADER = ParticipationDetails(role=Role.MENTEE)


@dataclass(frozen=True)
class Cast:
    """The ids of the programme and of who is in the data file. Omar takes no part."""

    programme: int
    helen: int
    mei: int
    zoe: int
    omar: int


@pytest.fixture
def cast(data: DataFile) -> Cast:
    """Helen (leader) paired with Mei (mentor), Zoë (mentor, invited), and Omar outside."""
    programme = add_programme(data, ProgrammeDetails(name="Front-line voices"))
    helen = add_participant(
        data,
        programme,
        PersonDetails(
            first_name="Helen",
            last_name="Ward",
            email="helen.ward@harbour.example",
            job_title="Finance Director",
            department="Finance",
            site="Town clinic",
            grade="10",
            start_date=date(2019, 1, 14),
            wants=("Social media", "Plain English", "AI tools"),
            slots=(Slot.TUE_AM, Slot.MON_PM),
            meeting_mode=MeetingMode.VIDEO,
        ),
        LEADER,
    )
    mei = add_participant(
        data,
        programme,
        PersonDetails(
            first_name="Mei",
            last_name="Brown",
            email="mei.brown@harbour.example",
            job_title="Nurse",
            department="Care",
            grade="9",
            offers=("Social media",),
            slots=(Slot.TUE_AM,),
            line_manager_text="R. Clarke",
        ),
        MENTOR,
    )
    zoe = add_participant(
        data,
        programme,
        PersonDetails(first_name="Zoë", last_name="Żółkowska", department="R&D"),
        ParticipationDetails(role=Role.MENTOR, state=ParticipationState.INVITED),
    )
    omar = add_person(
        data, PersonDetails(first_name="Omar", last_name="Adeyemi", email="omar@harbour.example")
    )
    agree_at_once(data, programme, mei, helen)
    return Cast(programme, helen, mei, zoe, omar)


@pytest.fixture
def page(context: Context, cast: Cast, qtbot: QtBot) -> PeoplePage:
    """The page on the programme of `cast`, shown."""
    context.choose_programme(cast.programme)
    made = PeoplePage(context)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def helen(page: PeoplePage, cast: Cast) -> PeoplePage:
    """The page with Helen chosen."""
    page.choose(cast.helen)
    return page
