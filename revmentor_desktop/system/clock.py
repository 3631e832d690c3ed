"""The time, asked for in one place so that tests can set it."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> datetime:
    """Return the moment in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day on the officer's own calendar."""
    return datetime.now().astimezone().date()


def time_of_day() -> str:
    """Return the time on the officer's own clock: "14:05"."""
    return datetime.now().astimezone().strftime("%H:%M")
