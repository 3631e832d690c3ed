"""What a file most likely means, before the officer has said anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from revmentor_desktop.exchange.people_file.draft import ImportDraft, draft_of, with_remembered
from revmentor_desktop.exchange.people_file.values import role_names_of
from revmentor_desktop.exchange.spreadsheets.source import open_source
from revmentor_desktop.services.people_import.remembered import remembered
from revmentor_desktop.services.setup.reading import taking_part
from revmentor_desktop.storage.data_file import DataFile


def guessed_draft(
    data: DataFile, path: Path, sheet: str | None, today: date, programme_id: int | None = None
) -> ImportDraft:
    """Return the draft of a file's sheet (None: the first), mapped as its like was before.

    The own fields of the programme are offered as targets too, and its names for the roles known.

    Raises KnownError ``source-…`` for what cannot be read.
    """
    grid = open_source(path).read(sheet or "")
    asked = taking_part(data, programme_id)
    begun = ImportDraft(
        file_name=path.name,
        sheet=sheet or "",
        own_fields=asked.asked_fields(),
        role_names=role_names_of(asked),
    )
    draft = draft_of(begun, grid, today)
    known = remembered(data, grid, draft.header)
    return draft if known is None else with_remembered(draft, known)
