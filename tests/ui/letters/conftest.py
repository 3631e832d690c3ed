"""A programme with people in several states, looked at on the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState, Role
from revmentor_desktop.services.letters.writing import save_sender
from revmentor_desktop.services.people.writing import add_person, take_part
from revmentor_desktop.services.programmes.writing import name_organisation
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.letters import page as page_module
from revmentor_desktop.ui.letters import sheet as sheet_module
from revmentor_desktop.ui.letters.page import LettersPage
from tests.builders import person_details, stored_programme
from tests.fakes import FakeLinks
from tests.ui.stage import shown

PEOPLE = (
    ("Mei Brown", Role.MENTOR, ParticipationState.INVITED),
    ("Zofia Adamska", Role.MENTOR, ParticipationState.INVITED),
    ("Karl Meyer", Role.MENTEE, ParticipationState.INVITED),
    ("David Price", Role.MENTEE, ParticipationState.CONFIRMED),
)


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> date:
    """Today: a day before anything of the programme is due."""
    made = date(2027, 1, 4)
    for module in (page_module, sheet_module):
        monkeypatch.setattr(module, "today", lambda: made)
    return made


@pytest.fixture
def programme(data: DataFile, context: Context) -> int:
    """A signed programme with four people that the context looks at."""
    made = stored_programme(data, "Front-line voices", start_date=date(2027, 5, 4))
    name_organisation(data, "Harbour Care")
    for name, role, state in PEOPLE:
        email = f"{name.split()[0].lower()}@harbour.example"
        person_id = add_person(data, person_details(name, email=email))
        take_part(data, made, [person_id], ParticipationDetails(role=role, state=state))
    save_sender(data, made, "Dana Whitfield", "")
    context.choose_programme(made)
    return made


@pytest.fixture
def links(context: Context) -> FakeLinks:
    """The door to other programs, which opens nothing."""
    context.links = made = FakeLinks()
    return made


@pytest.fixture
def page(context: Context, programme: int, links: FakeLinks) -> Iterator[LettersPage]:
    """The page of that programme, shown."""
    yield from shown_page(context)


def shown_page(context: Context) -> Iterator[LettersPage]:
    """Show the page and take it away afterwards."""
    return shown(LettersPage(context), 1060, 690)
