"""Stores the parts in a programme of many people at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict

from sqlmodel import Session, col, delete, or_, select

from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState
from revmentor_desktop.storage.tables import (
    ExclusionRow,
    PairRow,
    ParticipationBase,
    ParticipationRow,
)


class Parts:
    """The participations of one programme, read once and written row by row."""

    def __init__(
        self, session: Session, programme_id: int | None, id_of: Callable[[int | None], int | None]
    ) -> None:
        """Read what is there; `id_of` gives the id for a key of the comparison."""
        self._session = session
        self._programme_id = programme_id
        self._id_of = id_of
        self._rows: dict[int, ParticipationRow] = {}
        self._not_with: list[tuple[ParticipationRow, frozenset[int]]] = []
        if programme_id is not None:
            stored = session.exec(
                select(ParticipationRow).where(ParticipationRow.programme_id == programme_id)
            )
            self._rows = {row.person_id: row for row in stored}

    def store(self, person_id: int, part: ParticipationDetails) -> None:
        """Begin a person's part, or change it; who withdraws is unpaired."""
        if self._programme_id is None:
            raise ValueError("a part needs a programme")
        base = ParticipationBase.model_validate(asdict(part))
        row = self._rows.get(person_id)
        if row is None:
            row = ParticipationRow(
                **base.model_dump(), programme_id=self._programme_id, person_id=person_id
            )
            self._rows[person_id] = row
            self._session.add(row)
        else:
            row.sqlmodel_update(base.model_dump())
            if part.state is ParticipationState.WITHDRAWN:
                self._unpair(row)
        if part.not_with:
            self._not_with.append((row, part.not_with))

    def store_exclusions(self) -> None:
        """Add the people not to be paired with that are not there yet; all people are stored."""
        self._session.flush()
        stored: dict[int, set[int]] = defaultdict(set)
        for exclusion in self._session.exec(select(ExclusionRow)):
            stored[exclusion.participation_id].add(exclusion.person_id)
        for row, keys in self._not_with:
            part_id = row.id or 0
            wanted = {person_id for key in keys if (person_id := self._id_of(key)) is not None}
            for person_id in sorted(wanted - stored[part_id] - {row.person_id}):
                self._session.add(ExclusionRow(participation_id=part_id, person_id=person_id))

    def _unpair(self, row: ParticipationRow) -> None:
        in_pair = or_(col(PairRow.mentor_id) == row.id, col(PairRow.mentee_id) == row.id)
        self._session.exec(delete(PairRow).where(in_pair))
