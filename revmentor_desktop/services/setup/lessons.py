"""Questions about the lessons of programmes."""

from __future__ import annotations

from datetime import date

from revmentor_desktop.domain.plan.lessons import Lesson
from revmentor_desktop.storage.data_file import DataFile


def lessons(data: DataFile, programme_id: int) -> list[Lesson]:
    """Return a programme's lessons, open ones first, the newest first."""
    rows = data.rows(
        "SELECT id, text, noted_on, is_open FROM lesson WHERE programme_id = ?"
        " ORDER BY is_open DESC, noted_on DESC, id DESC",
        (programme_id,),
    )
    return [
        Lesson(
            id=row["id"],
            text=row["text"],
            noted_on=date.fromisoformat(row["noted_on"]),
            is_open=bool(row["is_open"]),
        )
        for row in rows
    ]


def open_lessons(data: DataFile, programme_id: int | None) -> list[Lesson]:
    """Return the lessons that were not taken up yet; none without a programme."""
    if programme_id is None:
        return []
    return [one for one in lessons(data, programme_id) if one.is_open]
