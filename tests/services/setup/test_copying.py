"""Starting from an earlier programme of the data file."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.services.pairing.reading import board
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.services.sample import add_sample
from revmentor_desktop.services.setup import reading, writing
from revmentor_desktop.services.setup.copying import (
    draft_from,
    earlier_programmes,
    those_who_took_part,
)
from revmentor_desktop.services.setup.lesson_writing import note_lesson, set_open
from revmentor_desktop.services.setup.lessons import lessons
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, stored_leader, stored_mentor, stored_pair, stored_programme
from tests.services.setup.test_setup import FULL


def test_the_sample_is_nothing_to_start_from(data: DataFile) -> None:
    add_sample(data)
    assert earlier_programmes(data) == []
    stored_programme(data, "Voices 2025", start_date=date(2025, 1, 7))
    stored_programme(data, "Voices 2026", start_date=date(2026, 1, 6))
    assert [one.name for one in earlier_programmes(data)] == ["Voices 2026", "Voices 2025"]


def test_mentors_stand_before_leaders(data: DataFile) -> None:
    programme_id = stored_programme(data)
    stored_leader(data, programme_id, "Ann Abel")
    stored_mentor(data, programme_id, "Zoe Zane")
    stored_mentor(data, programme_id, "Mei Brown")
    found = [one.person.full_name for one in those_who_took_part(data, programme_id)]
    assert found == ["Mei Brown", "Zoe Zane", "Ann Abel"]


def test_pairs_logs_and_answers_never_come_along(data: DataFile) -> None:
    earlier = stored_programme(data, "Voices 2026", purpose="Listen.")
    for section in ("objectives", "taking_part", "words"):
        writing.save_section(data, earlier, section, getattr(FULL, section))
    stored_pair(data, earlier, "Mei Brown", "David Price")
    mentor = next(one.person.id for one in those_who_took_part(data, earlier))
    before = dump(data)
    draft = draft_from(data, earlier, None, [mentor])
    assert dump(data) == before
    new = writing.create_programme(data, draft)
    assert reading.plan(data, new).words == FULL.words
    (part,) = participants(data, new)
    assert part.participation.state is ParticipationState.INVITED
    assert board(data, new).pairs == ()
    assert len(board(data, earlier).pairs) == 1
    for table in ("application", "own_value", "consent", "issued_paper"):
        assert data.rows(f"SELECT * FROM {table}") == [], table


def test_open_lessons_come_along_as_open_and_stay_where_they_were(data: DataFile) -> None:
    earlier = stored_programme(data, "Voices 2026", purpose="Listen.")
    note_lesson(data, earlier, "Brief line managers earlier.")
    closed = note_lesson(data, earlier, "Taken up already.")
    set_open(data, closed, is_open=False)
    with data.words("Create"):
        new = writing.create_programme(data, draft_from(data, earlier, None, []))
    (carried,) = lessons(data, new)
    assert carried.text == "Brief line managers earlier."
    assert carried.is_open
    assert carried.noted_on == lessons(data, earlier)[0].noted_on
    assert len(lessons(data, earlier)) == 2
    data.undo()
    assert data.rows("SELECT * FROM lesson WHERE programme_id = ?", (new,)) == []


def test_a_programme_that_has_gone_is_said(data: DataFile) -> None:
    with pytest.raises(KnownError, match="programme-gone"):
        draft_from(data, 99, None, [])
