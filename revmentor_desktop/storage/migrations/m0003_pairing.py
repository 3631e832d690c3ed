"""Drafts of pairs, what becomes of a pair, overridden rules, conflicts of interest, shortlists."""

from __future__ import annotations

STATEMENTS = (
    # Named plans side by side. The proposals of each stand in `pair`.
    """
    CREATE TABLE pairing_draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        programme_id INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        made_on DATE NOT NULL
    )
    """,
    "CREATE INDEX pairing_draft_programme ON pairing_draft (programme_id)",
    # Which one is looked at. It stays out of undo, and so refers to nothing.
    """
    CREATE TABLE shown_draft (
        programme_id INTEGER PRIMARY KEY,
        draft_id INTEGER NOT NULL
    )
    """,
    # From proposal to paper a pair keeps its number. Two people may be a pair again once they have
    # parted, and stand in several drafts: what was unique about all pairs is so of the living now.
    """
    CREATE TABLE pair_new (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        programme_id INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
        mentor_id INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        mentee_id INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        draft_id INTEGER REFERENCES pairing_draft (id) ON DELETE CASCADE,
        state TEXT NOT NULL,
        origin TEXT NOT NULL,
        is_locked BOOLEAN NOT NULL,
        created_on DATE NOT NULL,
        mentor_asked_on DATE,
        mentee_asked_on DATE,
        agreed_on DATE,
        ended_on DATE,
        end_reason TEXT NOT NULL,
        CHECK ((state = 'proposed') = (draft_id IS NOT NULL))
    )
    """,
    """
    INSERT INTO pair_new
    SELECT id, programme_id, mentor_id, mentee_id, NULL, 'agreed', 'board', 0, created_on, NULL,
        NULL, created_on, NULL, ''
    FROM pair
    """,
    # Numbers stand on paper and are never given again, not even those of pairs that are gone.
    "DELETE FROM sqlite_sequence WHERE name = 'pair_new'",
    """
    INSERT INTO sqlite_sequence (name, seq)
    SELECT 'pair_new', seq FROM sqlite_sequence WHERE name = 'pair'
    """,
    "DROP TABLE pair",
    "ALTER TABLE pair_new RENAME TO pair",
    "CREATE INDEX pair_programme ON pair (programme_id)",
    "CREATE INDEX pair_mentor ON pair (mentor_id)",
    "CREATE INDEX pair_mentee ON pair (mentee_id)",
    """
    CREATE UNIQUE INDEX pair_living ON pair (mentor_id, mentee_id)
    WHERE state IN ('agreed', 'paused')
    """,
    """
    CREATE UNIQUE INDEX pair_proposed ON pair (draft_id, mentor_id, mentee_id)
    WHERE draft_id IS NOT NULL
    """,
    # A rule that does not hold for two people, and why not. It binds every draft.
    """
    CREATE TABLE pair_override (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        programme_id INTEGER NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
        mentor_id INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        mentee_id INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        rule TEXT NOT NULL,
        reason TEXT NOT NULL,
        made_on DATE NOT NULL,
        UNIQUE (mentor_id, mentee_id, rule)
    )
    """,
    "CREATE INDEX pair_override_programme ON pair_override (programme_id)",
    "CREATE INDEX pair_override_mentee ON pair_override (mentee_id)",
    # Between two people, whichever programme and whichever of them said so: the lower number first.
    """
    CREATE TABLE conflict_of_interest (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        other_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        UNIQUE (person_id, other_id),
        CHECK (person_id < other_id)
    )
    """,
    "CREATE INDEX conflict_of_interest_other ON conflict_of_interest (other_id)",
    # Two or three mentors whom a leader may choose among, in the order in which they are offered.
    """
    CREATE TABLE shortlist (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        leader_id INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        candidate_id INTEGER NOT NULL REFERENCES participation (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        offered_on DATE NOT NULL,
        is_chosen BOOLEAN NOT NULL,
        UNIQUE (leader_id, candidate_id)
    )
    """,
    "CREATE INDEX shortlist_candidate ON shortlist (candidate_id)",
)
