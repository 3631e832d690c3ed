"""Plans, drafts, applications, own fields, consent, issued papers and lessons."""

from __future__ import annotations

STATEMENTS = (
    # One row for each section of a programme's plan that is not as it comes; see `domain.plan`.
    """
    CREATE TABLE plan_section (
        id INTEGER PRIMARY KEY,
        programme_id INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        content TEXT NOT NULL,
        UNIQUE (programme_id, name)
    )
    """,
    # The programme that is being set up, as typed. Stays out of undo: it has its own way back.
    """
    CREATE TABLE draft (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        content TEXT NOT NULL
    )
    """,
    # What was changed in a section of a programme's settings and not applied yet, as typed.
    """
    CREATE TABLE settings_edit (
        id INTEGER PRIMARY KEY,
        programme_id INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
        section TEXT NOT NULL,
        content TEXT NOT NULL,
        UNIQUE (programme_id, section)
    )
    """,
    """
    CREATE TABLE application (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        participation_id INTEGER NOT NULL UNIQUE REFERENCES participation (id) ON DELETE CASCADE,
        received_on DATE,
        checklist JSON NOT NULL,
        decided_on DATE,
        reason TEXT NOT NULL,
        my_why TEXT NOT NULL,
        needs_to_hear JSON NOT NULL
    )
    """,
    """
    CREATE TABLE own_value (
        id INTEGER PRIMARY KEY,
        participation_id INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        value JSON NOT NULL,
        UNIQUE (participation_id, field)
    )
    """,
    """
    CREATE TABLE consent (
        id INTEGER PRIMARY KEY,
        participation_id INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        given_on DATE NOT NULL,
        UNIQUE (participation_id, field)
    )
    """,
    # What left the program on paper or as a file, with a mark of the wording it was made with. It
    # stays out of undo, and so refers to nothing: a pair that is undone and redone would lose it.
    """
    CREATE TABLE issued_paper (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        programme_id INTEGER NOT NULL,
        pair_id INTEGER,
        kind TEXT NOT NULL,
        issued_on DATE NOT NULL,
        wording TEXT NOT NULL
    )
    """,
    "CREATE INDEX issued_paper_programme ON issued_paper (programme_id, kind)",
    """
    CREATE TABLE lesson (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        programme_id INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        noted_on DATE NOT NULL,
        is_open BOOLEAN NOT NULL
    )
    """,
    "CREATE INDEX lesson_programme ON lesson (programme_id)",
)
