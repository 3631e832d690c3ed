"""What a programme is to achieve, and how one will see that it has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

OBJECTIVES_LIMIT: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """One objective: how it is measured, from where to where, until when.

    `goal` is the goal of the organisation that it serves.
    """

    title: str
    measure: str = ""
    baseline: str = ""
    target: str = ""
    due: date | None = None
    goal: str = ""
