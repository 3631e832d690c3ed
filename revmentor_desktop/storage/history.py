"""Undo and redo as a property of the data file.

SQLite's own technique (https://sqlite.org/undoredo.html): temporary triggers write, for each row
change, the statement that reverses it into a temporary table. One transaction is one step.
Running a step backwards fires the same triggers, which thereby record the way forwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher

UNTRACKED: Final = frozenset(
    {"import_mapping", "draft", "settings_edit", "issued_paper", "shown_draft"}
)
"""Tables that remember how the officer works, or what left the program; undo leaves them alone."""
STEPS_KEPT: Final = 500


@dataclass(frozen=True, slots=True)
class Step:
    """One action: its words for the menu, its rows in the log, the tables it touched."""

    words: str
    first: int
    last: int
    tables: frozenset[str]


class History:
    """The steps that can be undone and redone on one connection."""

    def __init__(self, connection: sqlcipher.Connection) -> None:
        """Create the log and the triggers; the tables must be migrated by now."""
        self._connection = connection
        self._done: list[Step] = []
        self._undone: list[Step] = []
        connection.execute(
            "CREATE TEMP TABLE history_log"
            " (seq INTEGER PRIMARY KEY, table_name TEXT NOT NULL, reverse TEXT NOT NULL,"
            " row_number INTEGER)"
        )
        for (table,) in connection.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall():
            if table not in UNTRACKED:
                self._watch(table)

    @property
    def undo_words(self) -> str | None:
        """What undo would take back, or None."""
        return self._done[-1].words if self._done else None

    @property
    def redo_words(self) -> str | None:
        """What redo would do again, or None."""
        return self._undone[-1].words if self._undone else None

    def last_row(self) -> int:
        """Return the log's highest row, from which the next transaction's rows go on."""
        (seq,) = self._connection.execute("SELECT max(seq) FROM history_log").fetchone()
        return int(seq or 0)

    def record(self, words: str, after: int) -> frozenset[str]:
        """Make the log's rows above `after` one step; return the tables they touched.

        Nothing changed: no step, and what was undone can still be redone.
        """
        step = self._step(words, after)
        if step is None:
            return frozenset()
        self._forget(self._undone)
        self._done.append(step)
        if len(self._done) > STEPS_KEPT:
            oldest = self._done[:1]
            self._forget(oldest)
            del self._done[0]
        return step.tables

    def undo(self) -> frozenset[str]:
        """Take the last step back; return the tables touched (none when nothing is left)."""
        return self._turn(self._done, self._undone)

    def redo(self) -> frozenset[str]:
        """Do the last undone step again; return the tables touched (none when nothing is left)."""
        return self._turn(self._undone, self._done)

    def _turn(self, source: list[Step], target: list[Step]) -> frozenset[str]:
        if not source:
            return frozenset()
        step = source[-1]
        with self._own_transaction():
            reverse = self._connection.execute(
                "SELECT reverse, row_number FROM history_log WHERE seq BETWEEN ? AND ?"
                " ORDER BY seq DESC",
                (step.first, step.last),
            ).fetchall()
            before = self.last_row()
            for statement, row in reverse:
                # One text for all rows is compiled once, which makes thousands quick.
                self._connection.execute(statement, () if row is None else (row,))
            turned = self._step(step.words, before)
            self._connection.execute(
                "DELETE FROM history_log WHERE seq BETWEEN ? AND ?", (step.first, step.last)
            )
        source.pop()
        if turned is not None:
            target.append(turned)
        return step.tables

    @contextmanager
    def _own_transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            # Rows return in reverse order; references are whole again only at the end.
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _step(self, words: str, after: int) -> Step | None:
        rows = self._connection.execute(
            "SELECT table_name, max(seq) FROM history_log WHERE seq > ? GROUP BY table_name",
            (after,),
        ).fetchall()
        if not rows:
            return None
        return Step(words, after + 1, max(last for _, last in rows), frozenset(t for t, _ in rows))

    def _forget(self, steps: list[Step]) -> None:
        """Free the log's memory of steps that can no longer be reached."""
        for step in steps:
            self._connection.execute(
                "DELETE FROM history_log WHERE seq BETWEEN ? AND ?", (step.first, step.last)
            )
        steps.clear()

    def _watch(self, table: str) -> None:
        """Create the three triggers of a table (its name and columns come from our migrations)."""
        columns = [row[1] for row in self._connection.execute(f"PRAGMA table_info({table})")]
        values = " || ',' || ".join(f"quote(OLD.{column})" for column in columns)
        assignments = " || ',' || ".join(f"'{c} = ' || quote(OLD.{c})" for c in columns)
        reverses = {
            "INSERT": f"'DELETE FROM main.{table} WHERE rowid = ?', NEW.rowid",
            "UPDATE": f"'UPDATE main.{table} SET ' || {assignments} || ' WHERE rowid = ?',"
            " NEW.rowid",
            "DELETE": f"'INSERT INTO main.{table} ({','.join(columns)}) VALUES (' || {values}"
            " || ')', NULL",
        }
        for event, reverse in reverses.items():
            self._connection.execute(
                f"CREATE TEMP TRIGGER history_{table}_{event.lower()} AFTER {event} ON main.{table}"
                " BEGIN INSERT INTO history_log (table_name, reverse, row_number)"
                f" VALUES ('{table}', {reverse}); END"
            )
