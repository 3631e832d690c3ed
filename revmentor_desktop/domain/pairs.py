"""A mentor and a leader who are to meet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from revmentor_desktop.domain.participation import Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A pair as stored, with both participants.

    `reference` ("RM-0042") is what stands on the pair's papers.
    """

    id: int
    programme_id: int
    mentor: Participant
    mentee: Participant
    created_on: date

    @property
    def reference(self) -> str:
        """The pair's short reference, unique in the data file."""
        return f"RM-{self.id:04d}"
