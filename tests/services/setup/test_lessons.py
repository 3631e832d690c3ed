"""Lessons are noted, closed, opened again, removed."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.services.setup.lesson_writing import (
    note_lesson,
    remove_lesson,
    set_open,
)
from revmentor_desktop.services.setup.lessons import lessons, open_lessons
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import stored_programme


def test_a_lesson_goes_its_way(data: DataFile) -> None:
    programme_id = stored_programme(data)
    other = stored_programme(data)
    first = note_lesson(data, programme_id, "  Brief <b>managers</b>\r\nearlier. ")
    second = note_lesson(data, programme_id, "Fewer surveys.")
    note_lesson(data, other, "Elsewhere.")
    assert [one.id for one in lessons(data, programme_id)] == [second, first]
    assert lessons(data, programme_id)[1].text == "Brief <b>managers</b>\nearlier."
    assert lessons(data, programme_id)[0].noted_on == today()
    set_open(data, second, is_open=False)
    assert [one.id for one in open_lessons(data, programme_id)] == [first]
    assert [one.id for one in lessons(data, programme_id)] == [first, second]
    set_open(data, second, is_open=True)
    assert open_lessons(data, programme_id)[0].text == "Fewer surveys."
    remove_lesson(data, second)
    assert [one.id for one in lessons(data, programme_id)] == [first]
    data.undo()
    assert len(lessons(data, programme_id)) == 2


def test_without_a_programme_there_are_none(data: DataFile) -> None:
    assert open_lessons(data, None) == []


@pytest.mark.parametrize(
    ("text", "code"), [(" \n ", "lesson-empty"), ("x" * 5001, "text-too-long")]
)
def test_what_is_no_lesson_is_refused(data: DataFile, text: str, code: str) -> None:
    programme_id = stored_programme(data)
    with pytest.raises(InvalidField, match=code):
        note_lesson(data, programme_id, text)
    assert lessons(data, programme_id) == []


def test_what_has_gone_is_said(data: DataFile) -> None:
    with pytest.raises(KnownError, match="programme-gone"):
        note_lesson(data, 99, "Late.")
    with pytest.raises(KnownError, match="lesson-gone"):
        set_open(data, 99, is_open=False)
