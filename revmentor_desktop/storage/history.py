"""Undo and redo as a property of the data file.

SQLite's own technique (https://sqlite.org/undoredo.html): temporary triggers write, for each row
change, the statement that reverses it into a temporary table. One transaction is one step.
Running a step backwards fires the same triggers, which thereby record the way forwards.

Which draft of a programme is looked at is no change to be undone. But a step that touched drafts
remembers it, so that the officer sees there what undo or redo did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from sqlcipher3 import dbapi2 as sqlcipher

UNTRACKED: Final = frozenset(
    {"import_mapping", "draft", "settings_edit", "issued_paper", "shown_draft"}
)
"""Tables that remember how the officer works, or what left the program; undo leaves them alone."""
ONLY_WHEN_GONE: Final = frozenset({"agreement_version"})
"""Tables whose new rows are no step of undo, as they keep what left the program. But a step that
took rows along brings them back."""
STEPS_KEPT: Final = 500


Shown = Mapping[int, int | None]
"""Which draft is looked at, by programme; None for whichever is the newest."""

_ITS_DRAFTS: Final = {
    "pairing_draft": "{row}.programme_id",
    "pair": "CASE WHEN {row}.draft_id IS NOT NULL THEN {row}.programme_id END",
}
"""For the tables of which drafts are made: the programme whose drafts a row belongs to, if any."""


@dataclass(frozen=True, slots=True)
class Step:
    """One action: its words for the menu, its rows in the log, the tables it touched.

    `before` and `after` say which drafts were looked at, for programmes whose drafts it touched.
    """

    words: str
    first: int
    last: int
    tables: frozenset[str]
    before: Shown
    after: Shown


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the log stands before a transaction, and which drafts are looked at by then."""

    row: int
    shown: Shown


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
            " row_number INTEGER, drafts_of INTEGER)"
        )
        tables = connection.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        for (table,) in tables:
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

    def mark(self) -> Mark:
        """Return where things stand before a transaction, for `record`."""
        return Mark(self._last_row(), self._shown())

    def record(self, words: str, since: Mark) -> frozenset[str]:
        """Make what was logged since then one step; return the tables it touched.

        Nothing changed: no step, and what was undone can still be redone.
        """
        found = self._logged(since.row)
        if found is None:
            return frozenset()
        last, tables, programmes = found
        now = self._shown() if programmes else {}
        before, after = (
            {one: shown.get(one) for one in programmes} for shown in (since.shown, now)
        )
        step = Step(words, since.row + 1, last, tables, before, after)
        self._forget(self._undone)
        self._done.append(step)
        if len(self._done) > STEPS_KEPT:
            oldest = self._done[:1]
            self._forget(oldest)
            del self._done[0]
        return step.tables

    def undo(self) -> frozenset[str]:
        """Take the last step back; return the tables touched (none when nothing is left)."""
        return self._turn(self._done, self._undone, lambda step: step.before)

    def redo(self) -> frozenset[str]:
        """Do the last undone step again; return the tables touched (none when nothing is left)."""
        return self._turn(self._undone, self._done, lambda step: step.after)

    def _turn(
        self, source: list[Step], target: list[Step], wanted: Callable[[Step], Shown]
    ) -> frozenset[str]:
        if not source:
            return frozenset()
        step = source[-1]
        with self._own_transaction():
            reverse = self._connection.execute(
                "SELECT reverse, row_number FROM history_log WHERE seq BETWEEN ? AND ?"
                " ORDER BY seq DESC",
                (step.first, step.last),
            ).fetchall()
            before = self._last_row()
            for statement, row in reverse:
                # One text for all rows is compiled once, which makes thousands quick.
                self._connection.execute(statement, () if row is None else (row,))
            turned = self._logged(before)
            self._connection.execute(
                "DELETE FROM history_log WHERE seq BETWEEN ? AND ?", (step.first, step.last)
            )
            shows_others = self._show(wanted(step))
        source.pop()
        if turned is not None:
            target.append(replace(step, first=before + 1, last=turned[0], tables=turned[1]))
        return step.tables | ({"shown_draft"} if shows_others else set())

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

    def _last_row(self) -> int:
        """Return the log's highest row, from which the next transaction's rows go on."""
        (seq,) = self._connection.execute("SELECT max(seq) FROM history_log").fetchone()
        return int(seq or 0)

    def _logged(self, after: int) -> tuple[int, frozenset[str], frozenset[int]] | None:
        """Return the last row above `after`, the tables, and whose drafts changed, if any did."""
        rows = self._connection.execute(
            "SELECT table_name, drafts_of, max(seq) FROM history_log WHERE seq > ?"
            " GROUP BY table_name, drafts_of",
            (after,),
        ).fetchall()
        if not rows:
            return None
        programmes = frozenset(programme for _, programme, _ in rows if programme is not None)
        return max(last for *_, last in rows), frozenset(row[0] for row in rows), programmes

    def _shown(self) -> Shown:
        return dict(self._connection.execute("SELECT programme_id, draft_id FROM shown_draft"))

    def _show(self, wanted: Shown) -> bool:
        """Look at these drafts again; tell whether others were looked at."""
        now = self._shown()
        others = {one: draft for one, draft in wanted.items() if now.get(one) != draft}
        for programme, draft in others.items():
            self._connection.execute("DELETE FROM shown_draft WHERE programme_id = ?", (programme,))
            if draft is not None:
                self._connection.execute(
                    "INSERT INTO shown_draft (programme_id, draft_id) VALUES (?, ?)",
                    (programme, draft),
                )
        return bool(others)

    def _forget(self, steps: list[Step]) -> None:
        """Free the log's memory of steps that can no longer be reached."""
        for step in steps:
            self._connection.execute(
                "DELETE FROM history_log WHERE seq BETWEEN ? AND ?", (step.first, step.last)
            )
        steps.clear()

    def _watch(self, table: str) -> None:
        """Create the triggers of a table (its name and columns come from our migrations)."""
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
        if table in ONLY_WHEN_GONE:
            reverses = {"DELETE": reverses["DELETE"]}
        for event, reverse in reverses.items():
            row = "NEW" if event == "INSERT" else "OLD"
            drafts_of = _ITS_DRAFTS.get(table, "NULL").format(row=row)
            self._connection.execute(
                f"CREATE TEMP TRIGGER history_{table}_{event.lower()} AFTER {event} ON main.{table}"
                " BEGIN INSERT INTO history_log (table_name, reverse, row_number, drafts_of)"
                f" VALUES ('{table}', {reverse}, {drafts_of}); END"
            )
