"""The logo that is stored comes onto whatever is printed, and onto nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.event_papers import (
    AddressLabels,
    SignOffList,
    invited,
)
from revmentor_desktop.services.documents.pairing_list import pairing_list
from revmentor_desktop.services.documents.setup_papers import draft_papers, setup_papers
from revmentor_desktop.services.letters.choice import choice_page, write_choice_page
from revmentor_desktop.services.letters.files import ready, write_drafts, write_pages
from revmentor_desktop.services.letters.reading import mailing
from revmentor_desktop.services.letters.writing import save_sender
from revmentor_desktop.services.pairing.reading import shortlists
from revmentor_desktop.services.pairing.shortlists import offer
from revmentor_desktop.services.programmes.writing import present_organisation
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_leader, stored_mentor, stored_pair, stored_programme
from tests.documents.logos import images_held
from tests.logo_example import striped_logo


@pytest.fixture
def programme(data: DataFile) -> int:
    """A programme with a pair, in an organisation with a logo."""
    present_organisation(data, "Harbour Care", striped_logo())
    made = stored_programme(data)
    stored_pair(data, made, "Mei Brown", "David Price")
    return made


def test_set_up_papers_have_it_also_while_a_programme_is_set_up(
    data: DataFile, programme: int
) -> None:
    draft = Draft(details=ProgrammeDetails(name="Another"), plan=Plan())
    for papers in (setup_papers(data, programme), draft_papers(data, draft)):
        assert [images_held(one.pdf()) for one in papers[:2]] == [1, 1]


def test_lists_have_it_and_labels_do_not(data: DataFile, programme: int) -> None:
    assert images_held(pairing_list(data, programme).pdf()) == 1
    values = invited(data, programme)
    assert images_held(SignOffList(values).pdf()) == 1
    assert images_held(AddressLabels(values).pdf()) == 0


def test_letters_have_it_on_paper_and_drafts_of_e_mails_do_not(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    save_sender(data, programme, "Dana", "")
    stored_mentor(data, programme, "Zofia Adamska", state=ParticipationState.REFUSED)
    found = mailing(data, programme, "refusal")
    letters = ready(found, found.recipients)
    path = tmp_path / "letters.pdf"
    run_to_end(write_pages(found, letters, path))
    assert images_held(path.read_bytes()) == 1
    for draft in run_to_end(write_drafts(letters, tmp_path)):
        assert b"image" not in draft.read_bytes()


def test_the_page_to_choose_from_has_it(data: DataFile, programme: int, tmp_path: Path) -> None:
    helen = stored_leader(data, programme, "Helen Ward")
    mentors = [stored_mentor(data, programme, name) for name in ("Jonas Tamm", "Sána Khan")]
    offer(data, programme, helen, mentors, date(2027, 1, 12))
    (offered,) = shortlists(data, programme)
    page = choice_page(data, programme, offered, are_named=True)
    path = tmp_path / "choice.pdf"
    run_to_end(write_choice_page(page, path))
    assert images_held(path.read_bytes()) == 1
