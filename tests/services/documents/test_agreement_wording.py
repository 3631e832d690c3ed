"""The wording of clauses is looked over by what stands: a choice that was not made is no gap."""

from __future__ import annotations

import pytest

from revmentor_desktop.documents.agreement import agreement_clauses
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.plan.agreement_choices import (
    CLAUSES,
    AgreementChoices,
    Notes,
    Place,
)
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.wording_check import wording_problems
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_pair, stored_programme


@pytest.fixture
def programme(data: DataFile) -> int:
    made = stored_programme(data, "Voices")
    stored_pair(data, made, "Mei Brown", "David Price")
    return made


def problems(data: DataFile, programme: int) -> list[str]:
    papers = pair_papers(data, programme, [PaperKind.AGREEMENT])
    return [one.section.key for one in wording_problems(papers)]


@pytest.mark.parametrize(
    "choices",
    [
        AgreementChoices(),
        AgreementChoices(clauses=CLAUSES, organiser_signs=True),
        AgreementChoices(clauses=CLAUSES, place=Place.OPEN, limits=(), answer_hours=0),
        AgreementChoices(clauses=CLAUSES, place=Place.OWN, notes=Notes.NOBODY, reviews=()),
        AgreementChoices(clauses=CLAUSES, notes_destroyed=False, has_no_fault_exit=False),
    ],
)
def test_as_it_came_nothing_is_wrong_with_it_whatever_is_chosen(
    data: DataFile, programme: int, choices: AgreementChoices
) -> None:
    save_section(data, programme, "agreement", choices)
    assert problems(data, programme) == []


def test_only_the_part_that_was_chosen_is_looked_over(data: DataFile, programme: int) -> None:
    words = {
        f"document.agreement.{part}": "{nobody} books"
        for part in ("drive.books-mentee", "drive.books-mentor")
    }
    save_section(data, programme, "words", words)
    assert problems(data, programme) == ["drive.books-mentee"]


def test_a_part_in_own_words_stands_in_its_clause(data: DataFile, programme: int) -> None:
    words = {"document.agreement.drive.books-mentee": "It is {leader_first} who books"}
    save_section(data, programme, "words", words)
    (paper,) = pair_papers(data, programme, [PaperKind.AGREEMENT])
    (clause,) = [one for one in agreement_clauses(paper.values) if one.startswith("Who books")]
    assert clause.endswith("It is David who books; Mei leads the conversation.")
