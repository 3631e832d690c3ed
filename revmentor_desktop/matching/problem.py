"""The matrix between scores and solver: rows are mentors, columns leaders.

Each cell is a whole number of hundredths of a point, 0 to 10,000, or `FORBIDDEN`.
"""

from __future__ import annotations

from typing import Final

FORBIDDEN: Final = -1
"""Stands in a cell of two people who must not be paired."""
