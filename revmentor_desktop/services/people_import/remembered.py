"""How files of a shape were mapped before; kept in the data file, out of reach of undo."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from revmentor_desktop.exchange.people_file.draft import ImportDraft, to_remember
from revmentor_desktop.exchange.people_file.shape import (
    Remembered,
    from_json,
    signature,
    to_json,
)
from revmentor_desktop.exchange.spreadsheets.grid import Grid
from revmentor_desktop.storage.data_file import DataFile

if TYPE_CHECKING:
    from sqlmodel import Session


def remembered(data: DataFile, grid: Grid, header: int | None) -> Remembered | None:
    """Return how a file with these headers was mapped last, or None."""
    rows = data.rows(
        "SELECT mapping FROM import_mapping WHERE shape = ?", (signature(grid, header),)
    )
    return from_json(json.loads(rows[0]["mapping"])) if rows else None


def remember(session: Session, draft: ImportDraft) -> None:
    """Keep the mapping of a draft for the next file of its shape."""
    from revmentor_desktop.storage.tables import ImportMappingRow

    if draft.grid is not None:
        shape = signature(draft.grid, draft.header)
        session.merge(ImportMappingRow(shape=shape, mapping=to_json(to_remember(draft))))
