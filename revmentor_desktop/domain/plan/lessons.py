"""What was learnt for the next programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One lesson; open until it was taken up."""

    id: int
    text: str
    noted_on: date
    is_open: bool = True
