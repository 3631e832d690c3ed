"""What left the program is known, with a mark of its wording, and is no step of undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from revmentor_desktop.domain.pairs import EndReason
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents import issued as issued_module
from revmentor_desktop.services.documents.issued import (
    Issued,
    issued_papers,
    record_pair_papers,
    record_papers,
)
from revmentor_desktop.services.documents.pair_papers import agreement_preview
from revmentor_desktop.services.documents.setup_files import write_setup_papers
from revmentor_desktop.services.documents.setup_papers import setup_papers
from revmentor_desktop.services.pairing.ending import end
from revmentor_desktop.services.programmes.reading import programme as stored
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import stored_pair, stored_programme
from tests.services.documents.agreements import (
    agreements,
    agreements_to_print,
    issued_agreements,
    write_agreements,
    write_together,
)


@pytest.fixture(autouse=True)
def time(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is five past two."""
    monkeypatch.setattr(issued_module, "time_of_day", lambda: "14:05")


@pytest.fixture
def programme(data: DataFile) -> int:
    made = stored_programme(data, "Voices")
    for mentor, leader in (("Mei Brown", "David Price"), ("Jonas Tamm", "Helen Ward")):
        stored_pair(data, made, mentor, leader)
    return made


def issued(data: DataFile, programme: int) -> dict[int, Issued]:
    return issued_agreements(data, programme)


def test_saved_agreements_are_recorded(data: DataFile, programme: int, tmp_path: Path) -> None:
    run_to_end(write_together(data, programme, tmp_path / "one.pdf", [1]))
    assert list(issued(data, programme)) == [1]
    run_to_end(write_agreements(data, programme, tmp_path / "all"))
    assert list(issued(data, programme)) == [1, 2]


def test_pages_that_are_only_made_are_not_recorded(data: DataFile, programme: int) -> None:
    run_to_end(agreements_to_print(data, programme))
    assert issued(data, programme) == {}


def test_a_cancelled_run_is_not_recorded(data: DataFile, programme: int, tmp_path: Path) -> None:
    work = write_agreements(data, programme, tmp_path / "all")
    next(work)
    work.close()
    assert issued(data, programme) == {}


def test_printing_is_no_step_of_undo_and_outlives_the_pair(data: DataFile, programme: int) -> None:
    before = data.undo_words
    with data.words("Print"):
        record_pair_papers(data, programme, agreements(data, programme))
    assert data.undo_words == before
    end(data, programme, [1], EndReason.LEFT, today())
    assert list(issued(data, programme)) == [2]
    data.undo()
    assert list(issued(data, programme)) == [1, 2]


def test_the_mark_is_of_the_wording_and_not_of_the_people(data: DataFile, programme: int) -> None:
    one, other = agreements(data, programme)
    assert one.wording == other.wording
    save_section(data, programme, "agreement", AgreementChoices(notice_hours=24))
    assert agreements(data, programme)[0].wording != one.wording


def test_the_plan_s_choices_and_names_stand_in_the_agreement(
    data: DataFile, programme: int
) -> None:
    choices = AgreementChoices(concern_contact="Guardian", own_clauses=("No phones.",))
    save_section(data, programme, "agreement", choices)
    part = TakingPart(mentor_name=RoleName(one="Guide", several=""))
    save_section(data, programme, "taking_part", part)
    decided = agreements(data, programme)[0].values.programme.plan
    assert decided.taking_part.mentor_name.one == "Guide"
    assert decided.agreement == choices
    preview = agreement_preview(stored(data, programme), plan(data, programme))
    assert any(one.endswith("Leader books; Guide leads the conversation.") for one in preview)
    assert preview[-1] == "No phones."


def test_what_cannot_be_printed_of_the_choices_is_named(data: DataFile, programme: int) -> None:
    save_section(data, programme, "agreement", AgreementChoices(own_clauses=("不",)))
    assert agreements(data, programme)[0].unprintable == "不"


def test_an_agreement_is_old_as_long_as_it_would_say_something_else(
    data: DataFile, programme: int
) -> None:
    record_pair_papers(data, programme, agreements(data, programme))
    assert issued(data, programme)[1] == Issued(today(), is_old=False, issued_time="14:05")
    save_section(data, programme, "agreement", AgreementChoices(notice_hours=24))
    assert issued(data, programme)[1] == Issued(today(), is_old=True, issued_time="14:05")
    record_pair_papers(data, programme, agreements(data, programme, [1]))
    assert [one.is_old for one in issued(data, programme).values()] == [False, True]
    data.undo()
    assert [one.is_old for one in issued(data, programme).values()] == [True, False]


def test_set_up_papers_that_are_saved_are_recorded(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    papers = setup_papers(data, programme)
    assert issued_papers(data, programme, papers) == {}
    run_to_end(write_setup_papers(data, programme, tmp_path, ["explainer", "plan"]))
    found = issued_papers(data, programme, papers)
    assert found == {
        key: Issued(today(), is_old=False, issued_time="14:05") for key in ("explainer", "plan")
    }
    assert issued(data, programme) == {}
    assert issued_papers(data, programme + 1, papers) == {}


def test_a_cancelled_run_of_papers_is_not_recorded(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    work = write_setup_papers(data, programme, tmp_path / "all")
    next(work)
    work.close()
    assert issued_papers(data, programme, setup_papers(data, programme)) == {}


def test_only_papers_that_say_what_has_changed_are_old(data: DataFile, programme: int) -> None:
    record_papers(data, programme, setup_papers(data, programme))
    part = TakingPart(mentor_may_apply="Everybody on the wards")
    save_section(data, programme, "taking_part", part)
    found = issued_papers(data, programme, setup_papers(data, programme))
    assert {key for key, one in found.items() if one.is_old} == {"plan", "call-mentor"}
    data.undo()
    found = issued_papers(data, programme, setup_papers(data, programme))
    assert not any(one.is_old for one in found.values())
