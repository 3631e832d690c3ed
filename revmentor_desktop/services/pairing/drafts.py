"""Changes to drafts, the named plans of pairs; each is one undo step but for `show_draft`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlmodel import Session, select

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_drafts import checked_name, free_name
from revmentor_desktop.domain.text import fold
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.session import insert
from revmentor_desktop.storage.tables import PairingDraftRow, PairRow, ProgrammeRow, ShownDraftRow
from revmentor_desktop.system.clock import today

STEM: Final = "Draft"
"""What a draft is called with a number, while the officer has not named it."""


def make_draft(data: DataFile, programme_id: int, name: str = "") -> int:
    """Make an empty draft and look at it; return its id. Without a name it gets a free one.

    Raises KnownError ``programme-gone``, ``draft-name-taken`` or ``text-too-long``.
    """
    with data.transaction() as session:
        made = insert_draft(session, programme_id, name)
        show_within(session, programme_id, made)
        return made


@dataclass(frozen=True, slots=True)
class Copied:
    """A draft that was made of another; `pairs` are the numbers of its pairs by those there."""

    id: int
    pairs: Mapping[int, int]


def copy_draft(data: DataFile, draft_id: int, name: str = "") -> int:
    """Make a draft of the same proposals and look at it; return its id.

    The copies are pairs with numbers of their own. Raises KnownError ``draft-gone``,
    ``draft-name-taken`` or ``text-too-long``.
    """
    with data.transaction() as session:
        return copied(session, draft_id, name).id


def rename_draft(data: DataFile, draft_id: int, name: str) -> None:
    """Give a draft another name.

    Raises KnownError ``draft-gone``, ``draft-name-missing``, ``draft-name-taken`` or
    ``text-too-long``.
    """
    with data.transaction() as session:
        row = _draft(session, draft_id)
        others = _names(session, row.programme_id)
        del others[draft_id]
        row.name = checked_name(name, others.values())


def remove_draft(data: DataFile, draft_id: int) -> None:
    """Remove a draft with its proposals; agreed pairs stay. Raises KnownError ``draft-gone``."""
    with data.transaction() as session:
        session.delete(_draft(session, draft_id))


def show_draft(data: DataFile, draft_id: int) -> None:
    """Look at a draft from now on. Raises KnownError ``draft-gone``."""
    with data.transaction() as session:
        show_within(session, _draft(session, draft_id).programme_id, draft_id)


def copied(session: Session, draft_id: int, name: str = "") -> Copied:
    """Do what `copy_draft` does within a transaction that is under way."""
    source = _draft(session, draft_id)
    made = insert_draft(session, source.programme_id, name)
    target = _draft(session, made)
    target.aim, target.floor = source.aim, source.floor
    proposals = select(PairRow).where(PairRow.draft_id == draft_id).order_by("id")
    numbers = {
        row.id or 0: insert(session, _copy(row, made)) for row in session.exec(proposals).all()
    }
    show_within(session, source.programme_id, made)
    return Copied(made, numbers)


def show_within(session: Session, programme_id: int, draft_id: int) -> None:
    """Look at a draft from now on, within a transaction that is under way."""
    session.merge(ShownDraftRow(programme_id=programme_id, draft_id=draft_id))


def insert_draft(session: Session, programme_id: int, name: str = "") -> int:
    """Make a draft within a transaction that is under way; return its id."""
    if session.get(ProgrammeRow, programme_id) is None:
        raise KnownError("programme-gone")
    taken = _names(session, programme_id).values()
    wanted = name if name.strip() else free_name(STEM, taken)
    row = PairingDraftRow(
        programme_id=programme_id, name=checked_name(wanted, taken), made_on=today()
    )
    return insert(session, row)


def aim_at(session: Session, draft_id: int, aim: Aim, floor: int) -> None:
    """Store what the plan in a draft is to be best at, within a transaction that is under way.

    `floor` (hundredths of a point) is for `Aim.FIT`; another aim leaves the one that was there.
    Raises KnownError ``draft-gone``.
    """
    row = _draft(session, draft_id)
    row.aim = aim
    if aim is Aim.FIT:
        row.floor = floor


def working_draft(session: Session, programme_id: int, draft_id: int | None = None) -> int:
    """Return the draft that proposals go to, made first where a programme has none.

    That is `draft_id`, or for None the one that is looked at. Raises KnownError ``draft-gone``.
    """
    there = _names(session, programme_id)
    if draft_id is not None:
        if draft_id not in there:
            raise KnownError("draft-gone")
        return draft_id
    shown = session.get(ShownDraftRow, programme_id)
    if shown is not None and shown.draft_id in there:
        return shown.draft_id
    return max(there) if there else insert_draft(session, programme_id)


def draft_called(session: Session, programme_id: int, name: str) -> int:
    """Return the draft of that name, in any case, made first where there is none."""
    line = checked_name(name, ())
    same = (one for one, its in _names(session, programme_id).items() if fold(its) == fold(line))
    return next(same, 0) or insert_draft(session, programme_id, line)


def _copy(row: PairRow, draft_id: int) -> PairRow:
    return PairRow(
        programme_id=row.programme_id,
        mentor_id=row.mentor_id,
        mentee_id=row.mentee_id,
        draft_id=draft_id,
        state=row.state,
        origin=row.origin,
        is_locked=row.is_locked,
        created_on=today(),
        mentor_asked_on=row.mentor_asked_on,
        mentee_asked_on=row.mentee_asked_on,
    )


def _draft(session: Session, draft_id: int) -> PairingDraftRow:
    row = session.get(PairingDraftRow, draft_id)
    if row is None:
        raise KnownError("draft-gone")
    return row


def _names(session: Session, programme_id: int) -> dict[int, str]:
    found = session.exec(
        select(PairingDraftRow.id, PairingDraftRow.name).where(
            PairingDraftRow.programme_id == programme_id
        )
    )
    return {draft_id or 0: name for draft_id, name in found}
