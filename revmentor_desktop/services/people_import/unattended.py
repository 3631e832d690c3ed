"""An import that nobody watches: the mapping is guessed, rows with problems are left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.people_file.draft import (
    ImportDraft,
    draft_of,
    problems,
    with_remembered,
)
from revmentor_desktop.exchange.spreadsheets.source import open_source
from revmentor_desktop.services.people_import.compare import compare
from revmentor_desktop.services.people_import.comparison import Comparison
from revmentor_desktop.services.people_import.remembered import remembered
from revmentor_desktop.storage.data_file import DataFile


@dataclass(frozen=True, slots=True)
class Unattended:
    """A guessed draft and what importing it would do, or did."""

    draft: ImportDraft
    comparison: Comparison


def look_at(
    data: DataFile, path: Path, programme_id: int | None, today: date, sheet: str = ""
) -> Unattended:
    """Read a file and say what importing it would do; nothing is stored.

    `sheet` "" means the first. Raises KnownError for a file that cannot be read, or whose columns
    cannot be guessed.
    """
    source = open_source(path)
    grid = source.read(sheet)
    draft = ImportDraft(
        file_name=path.name,
        sheet=sheet or next(iter(source.sheets), ""),
        text_format=source.text_format,
        takes_part=programme_id is not None,
    )
    draft = draft_of(draft, grid, today)
    kept = remembered(data, grid, draft.header)
    if kept is not None:
        draft = with_remembered(draft, kept)
    for problem in problems(draft):
        raise KnownError(problem.code, **problem.params)
    return Unattended(draft, compare(data, draft, programme_id, today))


def take_in(
    data: DataFile, path: Path, programme_id: int | None, today: date, sheet: str = ""
) -> Unattended:
    """Read a file and import it as guessed, in one transaction. Raises KnownError."""
    # Storing needs SQLModel, which looking does not.
    from revmentor_desktop.services.people_import.apply import import_people

    draft = look_at(data, path, programme_id, today, sheet).draft
    steps = import_people(data, draft, programme_id, today)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return Unattended(draft, end.value)
