"""Imports of rows given in a test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.exchange.people_file.draft import ImportDraft, draft_of
from revmentor_desktop.exchange.spreadsheets.grid import Cell, Grid
from revmentor_desktop.services.people.reading import people
from revmentor_desktop.services.people_import.apply import import_people
from revmentor_desktop.services.people_import.compare import compare
from revmentor_desktop.services.people_import.comparison import Comparison, Fate, RowOutcome
from revmentor_desktop.services.people_import.guess import guessed_draft
from revmentor_desktop.storage.data_file import DataFile

TODAY = date(2026, 11, 22)

HEADER = ("Name", "Email", "Mentor or leader?", "Line manager", "Job title", "Notes")

Edit = Callable[[ImportDraft], ImportDraft]


def draft(
    *rows: Sequence[Cell], header: Sequence[Cell] = HEADER, takes_part: bool = True
) -> ImportDraft:
    """A draft of rows under a header, everything guessed."""
    grid = Grid((tuple(header), *map(tuple, rows)))
    return replace(draft_of(ImportDraft(), grid, TODAY), takes_part=takes_part)


def compared(data: DataFile, programme_id: int | None, made: ImportDraft) -> Comparison:
    """What importing the draft would do."""
    return compare(data, made, programme_id, TODAY)


def imported(data: DataFile, programme_id: int | None, made: ImportDraft) -> Comparison:
    """What importing the draft did."""
    return run_to_end(import_people(data, made, programme_id, TODAY))


@dataclass(frozen=True)
class Looked:
    """The guessed draft of a file, and what importing it would do or did."""

    draft: ImportDraft
    comparison: Comparison


def look_at(data: DataFile, path: Path, programme_id: int | None) -> Looked:
    """Read a file as guessed and compare it."""
    made = _guessed(data, path, programme_id)
    return Looked(made, compared(data, programme_id, made))


def take_in(data: DataFile, path: Path, programme_id: int | None) -> Looked:
    """Read a file as guessed and import it."""
    made = _guessed(data, path, programme_id)
    return Looked(made, imported(data, programme_id, made))


def _guessed(data: DataFile, path: Path, programme_id: int | None) -> ImportDraft:
    return replace(guessed_draft(data, path, None, TODAY), takes_part=programme_id is not None)


def only(comparison: Comparison) -> RowOutcome:
    """The outcome of the one row."""
    (outcome,) = comparison.rows
    return outcome


def fates(comparison: Comparison) -> list[Fate]:
    return [row.fate for row in comparison.rows]


def codes(outcome: RowOutcome) -> list[str]:
    """The codes of a row's problems."""
    return [problem.code for problem in outcome.problems]


def changes(outcome: RowOutcome) -> dict[str, tuple[object, object]]:
    """What changes, by field."""
    return {change.field: (change.old, change.new) for change in outcome.changes}


def person(data: DataFile, name: str) -> Person:
    """The stored person of that name."""
    (found,) = [one for one in people(data) if one.full_name == name]
    return found
