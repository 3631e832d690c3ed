"""Stores the parts in a programme of many people at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from sqlalchemy import insert
from sqlmodel import Session, col, select

from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState
from revmentor_desktop.domain.plan.own_fields import OwnValue
from revmentor_desktop.services.people.own_values import stored_form
from revmentor_desktop.services.people_import.numbers import next_id
from revmentor_desktop.storage.tables import (
    ApplicationBase,
    ApplicationRow,
    ConsentRow,
    ExclusionRow,
    OwnValueRow,
    ParticipationBase,
    ParticipationRow,
)

_FIELDS: Final = tuple(f.name for f in fields(ParticipationDetails) if f.name != "not_with")


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part; of answers and consents what is new, None for consent that is withdrawn."""

    person_id: int
    details: ParticipationDetails
    own_values: Mapping[str, OwnValue]
    consents: Mapping[str, date | None]


class Parts:
    """The participations of one programme, read once and written in batches."""

    def __init__(
        self, session: Session, programme_id: int | None, id_of: Callable[[int], int]
    ) -> None:
        """Read what is there; `id_of` gives the person's id for a key of the comparison."""
        self._session = session
        self._programme_id = programme_id
        self._id_of = id_of
        stored = session.exec(
            select(ParticipationRow).where(ParticipationRow.programme_id == programme_id)
        )
        self._stored = {row.person_id: row for row in stored}
        answers = session.exec(
            select(OwnValueRow)
            .join(ParticipationRow, col(ParticipationRow.id) == OwnValueRow.participation_id)
            .where(ParticipationRow.programme_id == programme_id)
        )
        self._answers = {(row.participation_id, row.field): row for row in answers}
        consents = session.exec(
            select(ConsentRow)
            .join(ParticipationRow, col(ParticipationRow.id) == ConsentRow.participation_id)
            .where(ParticipationRow.programme_id == programme_id)
        )
        self._consents = {(row.participation_id, row.field): row for row in consents}
        self._applied = set(session.exec(select(ApplicationRow.participation_id)))
        self._next_id = next_id(session, "participation")
        self._not_with: dict[int, frozenset[int]] = {}

    def store(self, parts: Iterable[Part]) -> None:
        """Begin or change the parts of people, given by id."""
        new: list[dict[str, Any]] = []
        told: dict[int, Part] = {}
        for one in parts:
            part = one.details
            values = {name: getattr(part, name) for name in _FIELDS}
            checked = ParticipationBase.model_validate(values).model_dump()
            row = self._stored.get(one.person_id)
            if row is None:
                part_id = self._next_id
                self._next_id += 1
                ties = {"programme_id": self._programme_id, "person_id": one.person_id}
                new.append({**checked, **ties, "id": part_id})
            else:
                part_id = row.id or 0
                row.sqlmodel_update(checked)
            told[part_id] = one
            if part.not_with:
                others = frozenset(map(self._id_of, part.not_with))
                self._not_with[part_id] = others - {one.person_id}
        if new:
            self._session.execute(insert(ParticipationRow), new)
        self._store_answers({part_id: one.own_values for part_id, one in told.items()})
        self._store_consents({part_id: one.consents for part_id, one in told.items()})
        self._receive({part_id: one.details for part_id, one in told.items()})
        self._session.flush()

    def _store_answers(self, answers: Mapping[int, Mapping[str, OwnValue]]) -> None:
        new: list[dict[str, Any]] = []
        for part_id, values in answers.items():
            for key, value in values.items():
                row = self._answers.get((part_id, key))
                if row is None:
                    plain = stored_form(value)
                    new.append({"participation_id": part_id, "field": key, "value": plain})
                else:
                    row.value = stored_form(value)
        if new:
            self._session.execute(insert(OwnValueRow), new)

    def _store_consents(self, consents: Mapping[int, Mapping[str, date | None]]) -> None:
        for part_id, days in consents.items():
            for key, given_on in days.items():
                row = self._consents.get((part_id, key))
                if given_on is None and row is not None:
                    self._session.delete(row)
                elif given_on is not None and row is not None:
                    row.given_on = given_on
                elif given_on is not None:
                    self._session.add(
                        ConsentRow(participation_id=part_id, field=key, given_on=given_on)
                    )

    def _receive(self, parts: Mapping[int, ParticipationDetails]) -> None:
        """Note the applications of those who wait for a decision, where their day is known."""
        nothing = ApplicationBase().model_dump()
        new = [
            {**nothing, "participation_id": part_id, "received_on": part.opted_in_on}
            for part_id, part in parts.items()
            if part.state is ParticipationState.APPLIED
            and part.opted_in_on is not None
            and part_id not in self._applied
        ]
        if new:
            self._session.execute(insert(ApplicationRow), new)

    def store_exclusions(self) -> None:
        """Add the people not to be paired with that are not there yet; all people are stored."""
        stored: dict[int, set[int]] = defaultdict(set)
        for exclusion in self._session.exec(select(ExclusionRow)):
            stored[exclusion.participation_id].add(exclusion.person_id)
        for part_id, wanted in self._not_with.items():
            for person_id in sorted(wanted - stored[part_id]):
                self._session.add(ExclusionRow(participation_id=part_id, person_id=person_id))
