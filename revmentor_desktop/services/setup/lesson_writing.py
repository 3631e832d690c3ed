"""Changes to the lessons of programmes; each is one undo step."""

from __future__ import annotations

from sqlmodel import Session, col, select

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.text import clean_text
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.session import insert
from revmentor_desktop.storage.tables import LessonRow, ProgrammeRow
from revmentor_desktop.system.clock import today


def note_lesson(data: DataFile, programme_id: int, text: str) -> int:
    """Note a lesson and return its id.

    Raises InvalidField for no text or too long a one, KnownError ``programme-gone``.
    """
    with data.transaction() as session:
        if session.get(ProgrammeRow, programme_id) is None:
            raise KnownError("programme-gone")
        row = LessonRow(programme_id=programme_id, text=_checked(text), noted_on=today())
        return insert(session, row)


def set_open(data: DataFile, lesson_id: int, *, is_open: bool) -> None:
    """Close a lesson that was taken up, or open it again. Raises KnownError ``lesson-gone``."""
    with data.transaction() as session:
        _row(session, lesson_id).is_open = is_open


def remove_lesson(data: DataFile, lesson_id: int) -> None:
    """Remove a lesson. Raises KnownError ``lesson-gone``."""
    with data.transaction() as session:
        session.delete(_row(session, lesson_id))


def carry_on(session: Session, earlier_id: int | None, programme_id: int) -> None:
    """Give a new programme the open lessons of an earlier one, with the days they were noted."""
    rows = select(LessonRow).where(LessonRow.programme_id == earlier_id, col(LessonRow.is_open))
    for row in session.exec(rows.order_by(col(LessonRow.id))).all():
        session.add(LessonRow(programme_id=programme_id, text=row.text, noted_on=row.noted_on))


def _row(session: Session, lesson_id: int) -> LessonRow:
    row = session.get(LessonRow, lesson_id)
    if row is None:
        raise KnownError("lesson-gone")
    return row


def _checked(text: str) -> str:
    try:
        cleaned = clean_text(text)
    except KnownError as error:
        raise InvalidField("text", error.code, **error.params) from error
    if not cleaned:
        raise InvalidField("text", "lesson-empty")
    return cleaned
