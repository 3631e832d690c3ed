"""The papers of a stored programme and of a draft, and the files that are made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from revmentor_desktop.documents.setup.values import blanks_of
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.purpose import Evidence, Purpose
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.setup_files import (
    write_setup_paper,
    write_setup_papers,
)
from revmentor_desktop.services.documents.setup_papers import draft_papers, setup_papers
from revmentor_desktop.services.programmes.writing import name_organisation
from revmentor_desktop.services.setup.writing import save_plan
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import move_milestone, stored_pair, stored_programme
from tests.documents.reading_back import text
from tests.documents.setup_example import CONFIDENTIAL, DETAILS_OF_IT, PLAN
from tests.services.documents.agreements import agreements


@pytest.fixture
def programme(data: DataFile) -> int:
    """A stored programme with a whole plan."""
    made = stored_programme(data, DETAILS_OF_IT.name)
    save_plan(data, made, DETAILS_OF_IT, PLAN)
    name_organisation(data, "Harbour Care")
    return made


def test_a_programme_has_eight_papers_with_the_call_for_either_side(
    data: DataFile, programme: int
) -> None:
    papers = {paper.key: paper for paper in setup_papers(data, programme)}
    assert list(papers) == [
        "explainer",
        "plan",
        "sponsor-brief",
        "reluctant-leader",
        "launch-exercise",
        "reading-list",
        "call-mentor",
        "call-leader",
        "risk-assessment",
    ]
    assert papers["call-leader"].title == "Call for leaders"
    assert papers["plan"].line
    assert papers["plan"].file_name == "Implementation plan Front-line voices 2027.pdf"
    plan = text(papers["plan"].pdf())
    assert "Harbour Care" in plan
    assert "Leaders know daily work" in plan


def test_confidential_evidence_does_not_even_reach_the_values(
    data: DataFile, programme: int
) -> None:
    for paper in setup_papers(data, programme):
        assert CONFIDENTIAL not in repr(paper.values)
        assert "31 %" in repr(paper.values)


def test_a_draft_has_papers_before_it_is_created(data: DataFile) -> None:
    draft = Draft(details=ProgrammeDetails(name="Just begun"), plan=Plan())
    papers = {paper.key: paper for paper in draft_papers(data, draft)}
    plan = text(papers["plan"].pdf())
    assert "Just begun" in plan
    assert "Say in one sentence what the programme is for." in plan
    nameless = draft_papers(data, Draft())
    assert all(paper.pdf() for paper in nameless)
    assert all(paper.file_name.endswith(".pdf") for paper in nameless)


def test_a_programme_that_runs_does_not_say_that_its_call_is_past(data: DataFile) -> None:
    details = replace(DETAILS_OF_IT, start_date=date(2024, 1, 16))
    made = stored_programme(data, "Past")
    save_plan(data, made, details, Plan())
    (plan,) = [paper for paper in setup_papers(data, made) if paper.key == "plan"]
    assert "which is past" not in " ".join(plan.values.missing)
    draft = draft_papers(data, Draft(details=replace(details, name="Other"), plan=Plan()))
    assert any("which is past" in one for one in draft[0].values.missing)


def test_characters_without_a_font_are_named_where_they_stand(data: DataFile) -> None:
    plan = replace(PLAN, sponsor=Sponsor(name="李 Wei", agreed_to=("Speaks 🎉",)))
    made = stored_programme(data, DETAILS_OF_IT.name)
    save_plan(data, made, DETAILS_OF_IT, plan)
    odd = {paper.key: paper.unprintable for paper in setup_papers(data, made)}
    assert odd["plan"] == "李🎉"
    assert odd["sponsor-brief"] == "李🎉"
    assert odd["explainer"] == ""


def test_what_is_confidential_is_not_named_either(data: DataFile) -> None:
    secret = Purpose(evidence=(Evidence(text="李", is_confidential=True),))
    made = stored_programme(data, DETAILS_OF_IT.name)
    save_plan(data, made, DETAILS_OF_IT, replace(PLAN, purpose=secret))
    assert not any(paper.unprintable for paper in setup_papers(data, made))


def test_all_of_them_are_written_together(data: DataFile, programme: int, tmp_path: Path) -> None:
    written = run_to_end(write_setup_papers(data, programme, tmp_path / "papers"))
    assert len(written.files) == 9
    assert {path.name for path in (tmp_path / "papers").iterdir()} == {
        path.name for path in written.files
    }
    assert all(path.read_bytes().startswith(b"%PDF") for path in written.files)


def test_some_of_them_are_written(data: DataFile, programme: int, tmp_path: Path) -> None:
    written = run_to_end(write_setup_papers(data, programme, tmp_path, ["plan"]))
    assert [path.name for path in written.files] == [
        "Implementation plan Front-line voices 2027.pdf"
    ]


def test_cancelling_leaves_the_folder_as_it_was(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    steps = write_setup_papers(data, programme, folder)
    next(steps)
    next(steps)
    steps.close()
    assert not list(folder.iterdir())


def test_one_is_written_under_any_name(data: DataFile, programme: int, tmp_path: Path) -> None:
    paper = setup_papers(data, programme)[0]
    run_to_end(write_setup_paper(paper, tmp_path / "Mine.pdf"))
    assert (tmp_path / "Mine.pdf").read_bytes() == paper.pdf()


def test_a_programme_that_is_gone_is_said(data: DataFile) -> None:
    with pytest.raises(KnownError, match="programme-gone"):
        setup_papers(data, 99)


def test_papers_and_agreements_name_the_same_days(data: DataFile) -> None:
    programme = stored_programme(data, start_date=date(2027, 3, 29))  # Easter Monday
    stored_pair(data, programme, "Mei Brown", "David Price")
    move_milestone(data, programme, "close", date(2027, 10, 1))
    (agreement,) = agreements(data, programme)
    about = agreement.values.programme
    days = (about.day("first-session"), about.day("close"))
    assert days == (date(2027, 3, 30), date(2027, 10, 1))
    for paper in setup_papers(data, programme):
        period = blanks_of(paper.values)["period"].replace("\u00a0", " ")
        assert period == "Tue 30 March to Fri 1 October 2027"


def test_how_taking_part_is_recognised_stands_in_calls_and_plan(data: DataFile) -> None:
    thanks = ("A certificate at the close.", "Lunch with the board")
    plan = replace(PLAN, taking_part=replace(PLAN.taking_part, thanks=thanks))
    said = "A certificate at the close; lunch with the board"
    for one, is_said in ((plan, True), (PLAN, False)):
        draft = Draft(details=DETAILS_OF_IT, plan=one)
        papers = {paper.key: text(paper.pdf()) for paper in draft_papers(data, draft)}
        found = {key for key, words in papers.items() if said in " ".join(words.split())}
        assert found == ({"plan", "call-mentor", "call-leader"} if is_said else set())
