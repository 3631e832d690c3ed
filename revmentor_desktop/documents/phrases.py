"""Numbers as one says them in a sentence."""

from __future__ import annotations

from typing import Final

_NUMBERS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")


def number(count: int) -> str:
    """Return "six" for 6 and "24" for 24."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def ordinal(position: int) -> str:
    """Return "second" for 2 and "24th" for 24."""
    if 1 <= position <= len(_ORDINALS):
        return _ORDINALS[position - 1]
    if position % 100 in {11, 12, 13}:
        return f"{position}th"
    return f"{position}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(position % 10, 'th') }"


def times(count: int) -> str:
    """Return "once", "twice", "six times"."""
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def minutes(count: int) -> str:
    """Return "60 minutes"; lengths of time read better in figures."""
    return "1 minute" if count == 1 else f"{count} minutes"


def every_weeks(count: int) -> str:
    """Return "every week", "every two weeks"."""
    return "every week" if count == 1 else f"every {number(count)} weeks"


def listed(parts: list[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
