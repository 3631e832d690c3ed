"""What each version of an agreement said in words, and what was noted of the one before it.

Of earlier ones neither is known.
"""

from __future__ import annotations

STATEMENTS = (
    "ALTER TABLE agreement_version ADD COLUMN words TEXT",
    "ALTER TABLE agreement_version ADD COLUMN noted_before TEXT",
)
