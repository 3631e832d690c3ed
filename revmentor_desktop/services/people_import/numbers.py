"""The numbers that the data file gives next, known before anything is stored."""

from __future__ import annotations

from sqlalchemy import text
from sqlmodel import Session

_GIVEN = text("SELECT seq FROM sqlite_sequence WHERE name = :table")


def next_id(session: Session, table: str) -> int:
    """Return the id that the next new row of `table` gets: never one that was given before."""
    given = session.connection().execute(_GIVEN, {"table": table}).scalar()
    return int(given or 0) + 1
