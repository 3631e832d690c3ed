"""What left the program is known, with a mark of its wording, and is no step of undo."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.files import (
    agreements_to_print,
    write_agreements,
    write_together,
)
from revmentor_desktop.services.documents.issued import (
    issued_agreements,
    record_agreements,
    wording_mark,
)
from revmentor_desktop.services.documents.reading import agreement_preview, agreements
from revmentor_desktop.services.pairing.writing import unpair
from revmentor_desktop.services.programmes.reading import programme as stored
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_pair, stored_programme


@pytest.fixture
def programme(data: DataFile) -> int:
    made = stored_programme(data, "Voices")
    for mentor, leader in (("Mei Brown", "David Price"), ("Jonas Tamm", "Helen Ward")):
        stored_pair(data, made, mentor, leader)
    return made


def test_saved_agreements_are_recorded(data: DataFile, programme: int, tmp_path: Path) -> None:
    run_to_end(write_together(data, programme, tmp_path / "one.pdf", [1]))
    assert [one.pair_id for one in issued_agreements(data, programme)] == [1]
    run_to_end(write_agreements(data, programme, tmp_path / "all"))
    assert [one.pair_id for one in issued_agreements(data, programme)] == [1, 2]


def test_pages_that_are_only_made_are_not_recorded(data: DataFile, programme: int) -> None:
    run_to_end(agreements_to_print(data, programme))
    assert issued_agreements(data, programme) == []


def test_a_cancelled_run_is_not_recorded(data: DataFile, programme: int, tmp_path: Path) -> None:
    work = write_agreements(data, programme, tmp_path / "all")
    next(work)
    work.close()
    assert issued_agreements(data, programme) == []


def test_printing_is_no_step_of_undo_and_outlives_the_pair(data: DataFile, programme: int) -> None:
    before = data.undo_words
    with data.words("Print"):
        record_agreements(data, programme, agreements(data, programme))
    assert data.undo_words == before
    unpair(data, [1])
    assert [one.pair_id for one in issued_agreements(data, programme)] == [2]
    data.undo()
    assert [one.pair_id for one in issued_agreements(data, programme)] == [1, 2]


def test_the_mark_is_of_the_wording_and_not_of_the_people(data: DataFile, programme: int) -> None:
    one, other = agreements(data, programme)
    assert wording_mark(one.values) == wording_mark(other.values)
    for changed in (
        {"choices": AgreementChoices(notice_hours=24)},
        {"mentor_word": "Guide"},
        {"purpose": "Another"},
        {"session_count": 3},
    ):
        assert wording_mark(replace(one.values, **changed)) != wording_mark(one.values)


def test_the_plan_s_choices_and_names_stand_in_the_agreement(
    data: DataFile, programme: int
) -> None:
    choices = AgreementChoices(concern_contact="Guardian", own_clauses=("No phones.",))
    save_section(data, programme, "agreement", choices)
    part = TakingPart(mentor_name=RoleName(one="Guide", several=""))
    save_section(data, programme, "taking_part", part)
    values = agreements(data, programme)[0].values
    assert (values.mentor_word, values.leader_word) == ("Guide", "Leader")
    assert values.choices == choices
    preview = agreement_preview(stored(data, programme), plan(data, programme))
    assert preview[0].endswith("Leader books; Guide leads the conversation.")
    assert preview[-1] == "No phones."


def test_what_cannot_be_printed_of_the_choices_is_named(data: DataFile, programme: int) -> None:
    save_section(data, programme, "agreement", AgreementChoices(own_clauses=("不",)))
    assert agreements(data, programme)[0].unprintable == "不"
