"""The tables of the first release."""

from __future__ import annotations

# AUTOINCREMENT: a number is never given twice, for it stands on paper (pairs) and in a window that
# may still show what has been removed.
STATEMENTS = (
    """
    CREATE TABLE setting (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE person (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        email TEXT NOT NULL,
        job_title TEXT NOT NULL,
        department TEXT NOT NULL,
        site TEXT NOT NULL,
        line_manager_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
        line_manager_text TEXT NOT NULL,
        grade TEXT NOT NULL,
        start_date DATE,
        offers JSON NOT NULL,
        wants JSON NOT NULL,
        slots JSON NOT NULL,
        meeting_mode TEXT,
        interests JSON NOT NULL,
        about_me TEXT NOT NULL,
        is_sample BOOLEAN NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX person_email ON person (email) WHERE email <> ''",
    "CREATE INDEX person_line_manager ON person (line_manager_id)",
    """
    CREATE TABLE programme (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        purpose TEXT NOT NULL,
        start_date DATE,
        session_count INTEGER NOT NULL,
        session_minutes INTEGER NOT NULL,
        weeks_between INTEGER NOT NULL,
        is_sample BOOLEAN NOT NULL
    )
    """,
    """
    CREATE TABLE participation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        programme_id INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
        person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        role TEXT NOT NULL,
        state TEXT NOT NULL,
        most_partners INTEGER NOT NULL,
        motivation TEXT NOT NULL,
        note TEXT NOT NULL,
        opted_in_on DATE,
        answers_agreed BOOLEAN,
        UNIQUE (programme_id, person_id)
    )
    """,
    "CREATE INDEX participation_person ON participation (person_id)",
    """
    CREATE TABLE exclusion (
        id INTEGER PRIMARY KEY,
        participation_id INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        UNIQUE (participation_id, person_id)
    )
    """,
    "CREATE INDEX exclusion_person ON exclusion (person_id)",
    """
    CREATE TABLE pair (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        programme_id INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
        mentor_id INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        mentee_id INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        created_on DATE NOT NULL,
        UNIQUE (mentor_id, mentee_id)
    )
    """,
    "CREATE INDEX pair_programme ON pair (programme_id)",
    "CREATE INDEX pair_mentee ON pair (mentee_id)",
    """
    CREATE TABLE import_mapping (
        shape TEXT PRIMARY KEY,
        mapping JSON NOT NULL
    )
    """,
)
