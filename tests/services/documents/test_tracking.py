"""What is noted of papers is stored with its day, and is one step of undo."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.pairs import EndReason
from revmentor_desktop.domain.paper_tracking import Mark, Stage
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.pair_rows import TRACKED, pair_rows
from revmentor_desktop.services.documents.tracking import (
    mark_papers,
    marks,
    pair_of_reference,
    take_back,
)
from revmentor_desktop.services.pairing.ending import end
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import stored_pair, stored_programme
from tests.services.documents.agreements import agreements

DAY = date(2026, 1, 9)
PACK, AGREEMENT = PaperKind.MENTOR_PACK, PaperKind.AGREEMENT


@pytest.fixture
def programme(data: DataFile) -> int:
    made = stored_programme(data, "Voices")
    for mentor, leader in (("Mei Brown", "David Price"), ("Jonas Tamm", "Helen Ward")):
        stored_pair(data, made, mentor, leader)
    return made


def test_a_note_for_many_is_one_step(data: DataFile, programme: int) -> None:
    papers = [(pair, kind) for pair in (1, 2) for kind in TRACKED]
    with data.words("Note"):
        mark_papers(data, papers, Mark.HANDED_OUT, DAY)
    assert marks(data, programme) == {paper: {Mark.HANDED_OUT: DAY} for paper in papers}
    data.undo()
    assert marks(data, programme) == {}
    data.redo()
    assert len(marks(data, programme)) == 6


def test_a_later_note_replaces_an_earlier(data: DataFile, programme: int) -> None:
    for day in (DAY, DAY + timedelta(days=3)):
        mark_papers(data, [(1, PACK)], Mark.SENT, day)
    assert marks(data, programme) == {(1, PACK): {Mark.SENT: DAY + timedelta(days=3)}}
    take_back(data, [(1, PACK), (2, PACK)], Mark.SENT)
    assert marks(data, programme) == {}


def test_a_pack_is_not_signed(data: DataFile, programme: int) -> None:
    mark_papers(data, [(1, PACK), (1, AGREEMENT)], Mark.MENTOR_SIGNED, DAY)
    assert list(marks(data, programme)) == [(1, AGREEMENT)]


def test_what_has_not_happened_yet_is_refused_whole(data: DataFile, programme: int) -> None:
    tomorrow = today() + timedelta(days=1)
    with pytest.raises(KnownError, match="date-in-future"):
        mark_papers(data, [(1, PACK)], Mark.SENT, tomorrow)
    with pytest.raises(KnownError, match="pair-gone"):
        mark_papers(data, [(1, PACK), (99, PACK)], Mark.SENT, DAY)
    assert marks(data, programme) == {}


@pytest.mark.parametrize("typed", ["RM-0002", "rm 2", " rm-02 ", "2", "RM2"])
def test_a_reference_is_read_as_people_type_it(data: DataFile, programme: int, typed: str) -> None:
    assert pair_of_reference(data, programme, typed).id == 2


@pytest.mark.parametrize("typed", ["", "RM-0099", "Mei", "RM-0002-1", "RM"])
def test_what_is_no_reference_is_said(data: DataFile, programme: int, typed: str) -> None:
    with pytest.raises(KnownError, match="reference-unknown"):
        pair_of_reference(data, programme, typed)


def test_a_pair_of_another_programme_is_not_meant(data: DataFile, programme: int) -> None:
    other = stored_programme(data, "Other")
    with pytest.raises(KnownError, match="reference-unknown"):
        pair_of_reference(data, other, "RM-0001")


def test_rows_say_how_each_paper_stands(data: DataFile, programme: int) -> None:
    record_pair_papers(data, programme, agreements(data, programme, [1]))
    mark_papers(data, [(1, PACK)], Mark.HANDED_OUT, DAY)
    first, second = pair_rows(data, programme)
    assert [one.stage for one in first.standings.values()] == [
        Stage.HANDED_OUT,
        Stage.NOT_MADE,
        Stage.PRINTED,
    ]
    assert {one.stage for one in second.standings.values()} == {Stage.NOT_MADE}
    assert first.marks[PACK] == {Mark.HANDED_OUT: DAY}
    assert first.names == ("Mei Brown", "David Price")


def test_nothing_is_missing_once_packs_are_out_and_the_agreement_is_back(
    data: DataFile, programme: int
) -> None:
    packs = [(1, PACK), (1, PaperKind.LEADER_PACK)]
    mark_papers(data, packs, Mark.HANDED_OUT, DAY)
    assert [row.is_missing for row in pair_rows(data, programme)] == [True, True]
    mark_papers(data, [(1, AGREEMENT)], Mark.BACK, DAY)
    assert [row.is_missing for row in pair_rows(data, programme)] == [False, True]


def test_notes_stay_with_a_pair_that_ended_and_came_back_by_undo(
    data: DataFile, programme: int
) -> None:
    mark_papers(data, [(1, PACK)], Mark.SENT, DAY)
    end(data, programme, [1], EndReason.LEFT, today())
    assert [row.pair.id for row in pair_rows(data, programme)] == [2]
    data.undo()
    assert pair_rows(data, programme)[0].marks[PACK] == {Mark.SENT: DAY}
