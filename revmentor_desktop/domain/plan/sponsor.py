"""Who stands behind a programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsor:
    """The sponsor: what they have agreed to, one thing an entry, and on which day."""

    name: str = ""
    job_title: str = ""
    agreed_to: tuple[str, ...] = ()
    agreed_on: date | None = None
