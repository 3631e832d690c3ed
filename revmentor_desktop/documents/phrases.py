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


def months(count: int) -> str:
    """Return "a month", "six months", "a year", "two years"."""
    years, rest = divmod(count, 12)
    if rest or not years:
        return "a month" if count == 1 else f"{number(count)} months"
    return "a year" if years == 1 else f"{number(years)} years"


def every_weeks(count: int) -> str:
    """Return "every week", "every two weeks"."""
    return "every week" if count == 1 else f"every {number(count)} weeks"


def listed(parts: list[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def in_a_sentence(name: str) -> str:
    """Return a name as it stands within a sentence: "leader", but "VIP" and "IT lead"."""
    first, _, _ = name.partition(" ")
    return name if first[1:] != first[1:].lower() else name[:1].lower() + name[1:]


def capitalised(words: str) -> str:
    """Return `words` as they begin a sentence."""
    return words[:1].upper() + words[1:]


def with_article(name: str) -> str:
    """Return "a mentor", "an executive", "a user", "an MP"."""
    word = in_a_sentence(name)
    first = word.partition(" ")[0]
    if first.isupper() and len(first) > 1:
        vowel = first[0] in "AEFHILMNORSX"
    else:
        vowel = word[:1].lower() in "aeiou" and not word.lower().startswith(
            ("uni", "use", "eu", "one")
        )
    return f"{'an' if vowel else 'a'} {word}"
