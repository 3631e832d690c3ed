"""How many partners somebody may have may be left to the programme."""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE participation ADD COLUMN own_partners INTEGER",
    # One stood wherever nobody had said anything.
    "UPDATE participation SET own_partners = most_partners WHERE most_partners > 1",
    "ALTER TABLE participation DROP COLUMN most_partners",
)
