"""Questions about the drafts of a programme: which there are, and which one is looked at."""

from __future__ import annotations

from datetime import date
from typing import Final

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.pairing_drafts import PairingDraft
from revmentor_desktop.domain.text import fold
from revmentor_desktop.storage.data_file import DataFile

NO_DRAFT: Final = 0
"""The number of no draft."""


def drafts(data: DataFile, programme_id: int) -> list[PairingDraft]:
    """Return a programme's drafts in the order they were made."""
    rows = data.rows(
        """
        SELECT pairing_draft.*, (SELECT count(*) FROM pair WHERE draft_id = pairing_draft.id)
            AS proposals
        FROM pairing_draft WHERE programme_id = ? ORDER BY id
        """,
        (programme_id,),
    )
    return [
        PairingDraft(
            id=row["id"],
            programme_id=programme_id,
            name=row["name"],
            made_on=date.fromisoformat(row["made_on"]),
            proposals=row["proposals"],
            aim=Aim(row["aim"]),
            floor=row["floor"],
        )
        for row in rows
    ]


def shown_draft(data: DataFile, programme_id: int) -> PairingDraft | None:
    """Return the draft that is looked at, the newest where that is gone; None without any."""
    found = drafts(data, programme_id)
    rows = data.rows("SELECT draft_id FROM shown_draft WHERE programme_id = ?", (programme_id,))
    shown = {row[0] for row in rows}
    return next((one for one in found if one.id in shown), found[-1] if found else None)


def draft_of(data: DataFile, programme_id: int, draft_id: int | None) -> PairingDraft | None:
    """Return a draft by its number, for None the one that is looked at; None where it is not."""
    if draft_id is None:
        return shown_draft(data, programme_id)
    return next((one for one in drafts(data, programme_id) if one.id == draft_id), None)


def chosen_draft(data: DataFile, programme_id: int, draft_id: int | None = None) -> int:
    """Return `draft_id`, or for None the number of the draft that is looked at, or `NO_DRAFT`."""
    if draft_id is not None:
        return draft_id
    shown = shown_draft(data, programme_id)
    return shown.id if shown else NO_DRAFT


def draft_id_of(data: DataFile, programme_id: int, name: str | None) -> int | None:
    """Return the draft of a name in any case, ``NO_DRAFT`` where there is none (yet).

    Without a name it is None: whichever is looked at.
    """
    if name is None:
        return None
    same = (one.id for one in drafts(data, programme_id) if fold(one.name) == fold(name.strip()))
    return next(same, NO_DRAFT)
