"""SQLModel sessions on the data file's one connection."""

from __future__ import annotations

from sqlalchemy import Connection, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher
from sqlmodel import Session, create_engine

from revmentor_desktop.storage.tables import NumberedRow


class Sessions:
    """Makes sessions that begin with ``BEGIN IMMEDIATE`` on a connection in driver autocommit."""

    def __init__(self, connection: sqlcipher.Connection) -> None:
        """Wrap the open connection; its owner closes it."""
        self._engine = create_engine(
            "sqlite://", creator=lambda: connection, module=sqlcipher, poolclass=StaticPool
        )
        event.listen(self._engine, "begin", _begin)

    def new(self) -> Session:
        """Return a session; rows stay readable after the commit."""
        return Session(self._engine, expire_on_commit=False)


def insert(session: Session, row: NumberedRow) -> int:
    """Add a new row at once, so that what refers to it can follow, and return its id."""
    session.add(row)
    session.flush()
    if row.id is None:
        raise RuntimeError("a flushed row has no id")
    return row.id


def _begin(connection: Connection) -> None:
    # Left to the driver, a transaction would begin too late and half a change could stay behind.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
