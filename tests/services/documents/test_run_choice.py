"""What is chosen to be printed is kept for the next time, and makes the same files everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from revmentor_desktop.domain.pair_papers import LABELS, SIGN_OFF, PaperKind
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.paper_format import USUAL
from revmentor_desktop.services.documents.paper_run import Filing, count_files, offered, run_files
from revmentor_desktop.services.documents.run_choice import (
    AT_FIRST,
    OCCASIONS,
    RunChoice,
    keep_choice,
    kept_choice,
    run_of,
)
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.preferences import Preferences
from tests.builders import stored_pair, stored_programme

CHOSEN = RunChoice({"cover-sheet": 3, LABELS: 1}, False, Filing.EACH_PERSON, True)


def test_what_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert kept_choice(Preferences(path)) == AT_FIRST
    keep_choice(Preferences(path), CHOSEN)
    assert kept_choice(Preferences(path)) == CHOSEN


@pytest.mark.parametrize(
    "kept",
    [
        7,
        {},
        {"copies": [1], "filing": "heap", "duplex": "yes", "file_copy": 1},
        {"copies": {"agreement": 0, "letter": 2, "cover-sheet": "2", "labels": 10}},
    ],
)
def test_a_setting_from_elsewhere_is_no_choice(tmp_path: Path, kept: Any) -> None:
    preferences = Preferences(tmp_path / "settings.json")
    preferences.set("paper_run", kept)
    assert kept_choice(preferences) == AT_FIRST


def test_for_each_occasion_two_agreements_and_one_for_the_file() -> None:
    for choice in OCCASIONS.values():
        assert (choice.copies[PaperKind.AGREEMENT], choice.has_file_copy) == (2, True)
        assert set(AT_FIRST.copies) <= set(choice.copies)


def test_a_run_has_what_is_chosen_for_whom_it_is_meant(data: DataFile) -> None:
    programme = stored_programme(data, "Voices")
    for mentor, leader in (("Mei Brown", "David Price"), ("Zoe Adams", "Ann Clarke")):
        stored_pair(data, programme, mentor, leader)
    found = offered(data, programme)
    first, second = (pair.id for pair in found.everybody.pairs)
    choice = RunChoice({PaperKind.AGREEMENT: 2, SIGN_OFF: 3, LABELS: 1})
    run = run_of(found, choice, USUAL, pair_ids=[second], first_label=5)
    assert [(one.pair.id, one.kind) for one in run.papers] == [(second, PaperKind.AGREEMENT)]
    assert len(run.lists) == 3
    assert run.labels is not None
    assert run.labels.first == 5
    assert [one.name for one in run.labels.values.people] == ["Zoe Adams", "Ann Clarke"]
    record_pair_papers(data, programme, run.papers)
    run = run_of(offered(data, programme), choice, USUAL, only_missing=True)
    assert {one.pair.id for one in run.papers} == {first}
    assert [one.name for one in run.for_all[0].values.people] == ["Mei Brown", "David Price"]
    nobody = run_of(found, choice, USUAL, pair_ids=[])
    assert (nobody.papers, nobody.for_all) == ([], ())


@pytest.mark.parametrize("filing", list(Filing))
@pytest.mark.parametrize(
    "kinds",
    [
        (),
        (SIGN_OFF,),
        (LABELS,),
        (PaperKind.MENTOR_PACK,),
        (PaperKind.AGREEMENT, SIGN_OFF, LABELS),
        (PaperKind.COVER_SHEET, PaperKind.LEADER_PACK),
    ],
)
def test_the_files_that_are_told_are_those_that_are_made(
    data: DataFile, filing: Filing, kinds: tuple[str, ...]
) -> None:
    programme = stored_programme(data, "Voices")
    for mentor, leader in (("Mei Brown", "David Price"), ("Zoe Adams", "Ann Clarke")):
        stored_pair(data, programme, mentor, leader)
    found = offered(data, programme)
    for pair_ids in (None, [found.everybody.pairs[0].id]):
        choice = RunChoice(dict.fromkeys(map(str, kinds), 1), filing=filing)
        run = run_of(found, choice, USUAL, pair_ids=pair_ids)
        assert count_files(run) == len(run_files(run, "All.pdf"))
