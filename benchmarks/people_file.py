"""A spreadsheet of 5,000 invented people, the same every time."""

from __future__ import annotations

import csv
import random
from pathlib import Path
from typing import Final

HOW_MANY: Final = 5_000

HEADER: Final = (
    "First name", "Last name", "E-mail", "Job title", "Department", "Site", "Line manager",
    "Grade", "Start date", "Can offer", "Wants to learn", "Available", "Interests", "About me",
    "Role", "Motivation",
)  # fmt: skip

_FIRST: Final = (
    "Mei", "David", "Zofia", "Tomos", "Anna", "Łukasz", "Siân", "Chidi", "Amara", "Zoë", "Jürgen",
    "Niamh", "Olu", "Priya", "Rhys", "Søren", "Tariq", "Una", "Víctor", "Wren",
)  # fmt: skip
_LAST: Final = (
    "Adamska", "Brown", "Chukwu", "Davies", "Evans", "Fernández", "Grant", "Hughes", "Ibrahim",
    "Jørgensen", "Kowalski", "Lloyd", "Meyer", "Nguyễn", "O'Neill", "Price", "Quist", "Rossi",
    "Ŵyn-Jones", "Żółkowski",
)  # fmt: skip
_TITLES: Final = ("Care assistant", "Head of operations", "Analyst", "Team leader", "Director")
_DEPARTMENTS: Final = ("Finance", "Nursing", "Operations", "People", "Estates", "Digital")
_SITES: Final = ("Harbour House", "Mill Lane", "North Quay", "Head office")
_SKILLS: Final = (
    "spreadsheets", "AI tools", "rotas", "accessibility", "social media", "budgets", "coaching",
    "data protection", "customer care", "sign language",
)  # fmt: skip
_TIMES: Final = ("Monday morning", "Tuesday afternoon", "Wednesday morning", "Friday afternoon")


def rows(how_many: int = HOW_MANY) -> list[tuple[str, ...]]:
    """Return a row per person in the order of `HEADER`."""
    chance = random.Random(20_261_122)  # noqa: S311 (nothing secret)
    return [_row(number, chance) for number in range(how_many)]


def write(path: Path, how_many: int = HOW_MANY) -> None:
    """Write them as a CSV in UTF-8, with a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows(how_many))


def _row(number: int, chance: random.Random) -> tuple[str, ...]:
    def some(words: tuple[str, ...]) -> str:
        return "; ".join(chance.sample(words, chance.randint(1, 3)))

    # Each manages up to ten, so that the chart has several levels.
    manager = "" if number == 0 else _email((number - 1) // 10)
    start = f"{chance.randint(1, 28)}/{chance.randint(1, 12):02}/{chance.randint(1995, 2025)}"
    return (
        _FIRST[number % 20],
        f"{_LAST[number // 20 % 20]} {_LAST[number // 400]}",  # no two people share a name
        _email(number),
        chance.choice(_TITLES),
        chance.choice(_DEPARTMENTS),
        chance.choice(_SITES),
        manager,
        f"Grade {chance.randint(1, 9)}",
        start,
        some(_SKILLS),
        some(_SKILLS),
        some(_TIMES),
        some(("walking", "chess", "gardens", "football", "choir")),
        "I like to meet in the morning, and to hear what is not in the report.",
        chance.choice(("Mentor", "Leader")),
        "I want to hear the view from the shop floor.",
    )


def _email(number: int) -> str:
    return f"person.{number}@example.org"
