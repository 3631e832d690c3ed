"""Drafts made of rows given in a test."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from revmentor_desktop.exchange.people_file.draft import ImportDraft, draft_of
from revmentor_desktop.exchange.people_file.reading import read_rows
from revmentor_desktop.exchange.people_file.rows import RowReading, Severity
from revmentor_desktop.exchange.people_file.targets import AnyTarget
from revmentor_desktop.exchange.spreadsheets.grid import Cell, Grid
from revmentor_desktop.exchange.spreadsheets.source import open_source
from tests.exchange.files import DATA

TODAY = date(2026, 11, 22)

Row = Sequence[Cell]


def draft(*rows: Row) -> ImportDraft:
    """A draft of a sheet with these rows, everything guessed."""
    return draft_of(ImportDraft(), Grid(tuple(map(tuple, rows))), TODAY)


def readings(*rows: Row) -> tuple[RowReading, ...]:
    """What the rows below the header say; everybody without a role column is a mentor."""
    return read_rows(draft(*rows), TODAY)


def reading(header: Row, row: Row) -> RowReading:
    """What one row says."""
    (only,) = readings(header, row)
    return only


def given(name: str) -> ImportDraft:
    """A draft of one of the given files, everything guessed."""
    return draft_of(ImportDraft(file_name=name), open_source(DATA / name).read(), TODAY)


def codes(reading: RowReading) -> list[str]:
    """The codes of a row's problems."""
    return [problem.code for problem in reading.problems]


def has_errors(reading: RowReading) -> bool:
    """Whether a row cannot come in as it stands."""
    return any(problem.severity is Severity.ERROR for problem in reading.problems)


def with_targets(made: ImportDraft, *targets: AnyTarget | None) -> ImportDraft:
    """The draft with its columns put to these targets."""
    return replace(made, columns=targets)
