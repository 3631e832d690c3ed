"""At what time of the day a paper left the program; of earlier ones that is not known."""

from __future__ import annotations

STATEMENTS = ("ALTER TABLE issued_paper ADD COLUMN issued_time TEXT",)
