"""Conflicts of interest between two people: asked and changed; each change is one undo step."""

from __future__ import annotations

from collections.abc import Mapping

from revmentor_desktop.domain.conflicts import Conflict, ConflictCategory, both_ways
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage.data_file import DataFile


def conflicts(data: DataFile) -> list[Conflict]:
    """Return every conflict in the data file."""
    rows = data.rows("SELECT * FROM conflict_of_interest ORDER BY id")
    return [
        Conflict(row["person_id"], row["other_id"], ConflictCategory(row["kind"])) for row in rows
    ]


def set_conflicts(data: DataFile, person_id: int, wanted: Mapping[int, ConflictCategory]) -> None:
    """Store whom somebody is in conflict with, by person id; others are no longer.

    Raises KnownError ``conflict-with-self`` or ``person-gone``.
    """
    from sqlmodel import col, delete, or_, select

    from revmentor_desktop.storage.tables import ConflictRow, PersonRow

    if person_id in wanted:
        raise KnownError("conflict-with-self")
    pairs = {both_ways(person_id, other): category for other, category in wanted.items()}
    with data.transaction() as session:
        ids = {person_id, *wanted}
        there = session.exec(select(PersonRow.id).where(col(PersonRow.id).in_(ids))).all()
        if len(there) < len(ids):
            raise KnownError("person-gone")
        involved = or_(ConflictRow.person_id == person_id, ConflictRow.other_id == person_id)
        for row in session.exec(select(ConflictRow).where(involved)).all():
            category = pairs.pop((row.person_id, row.other_id), None)
            if category is None:
                session.exec(delete(ConflictRow).where(col(ConflictRow.id) == row.id))
            else:
                row.kind = category
        for (low, high), category in sorted(pairs.items()):
            session.add(ConflictRow(person_id=low, other_id=high, kind=category))
