"""Stores what a comparison found, in one transaction."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import fields
from datetime import date
from typing import Any, Final

from sqlalchemy import insert, text
from sqlmodel import Session, select

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.exchange.people_file.draft import ImportDraft, problems
from revmentor_desktop.services.people_import.compare import compare
from revmentor_desktop.services.people_import.comparison import Comparison, Fate, RowOutcome
from revmentor_desktop.services.people_import.numbers import next_id
from revmentor_desktop.services.people_import.parts import Part, Parts
from revmentor_desktop.services.people_import.remembered import remember
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.tables import PersonBase, PersonRow

_BATCH: Final = 250
"""Rows between two reports of progress, and two chances to cancel."""
_FIELDS: Final = tuple(field.name for field in fields(PersonDetails))

Steps = Generator[Progress, None, Comparison]


def import_people(
    data: DataFile, draft: ImportDraft, programme_id: int | None, today: date
) -> Steps:
    """Take in the people of a draft; yield progress and return what was done.

    All of it is one transaction: closed half way, or failing, nothing stays behind. Rows with
    errors and skipped rows are left out. Raises the draft's first problem as a KnownError, or
    ``programme-gone``.
    """
    for problem in problems(draft):
        raise KnownError(problem.code, **problem.params)
    if programme_id is not None:
        programme(data, programme_id)
    yield Progress(0, 0)
    with data.transaction() as session:
        comparison = compare(data, draft, programme_id, today)
        yield from _Writer(session, programme_id, comparison).write()
        remember(session, draft)
    return comparison


class _Writer:
    """Writes the rows of a comparison."""

    def __init__(self, session: Session, programme_id: int | None, comparison: Comparison) -> None:
        self._session = session
        self._programme_id = programme_id
        self._comparison = comparison
        self._stored: dict[int, PersonRow] = {}
        self._new_ids: dict[int, int] = {}

    def write(self) -> Iterator[Progress]:
        """Write all of it, a batch between two reports."""
        wanted = [o for o in self._comparison.rows if o.fate in {Fate.ADDED, Fate.UPDATED}]
        # People may be managed by somebody further down in the file.
        self._session.connection().execute(text("PRAGMA defer_foreign_keys = ON"))
        self._read_stored()
        self._give_ids(wanted)
        parts = Parts(self._session, self._programme_id, self._id_of)
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            self._store(batch)
            parts.store(
                [
                    Part(
                        self._id_of(outcome.key),
                        outcome.part,
                        outcome.own_values,
                        outcome.consents,
                    )
                    for outcome in batch
                    if outcome.part
                ]
            )
            yield Progress(min(start + _BATCH, len(wanted)), len(wanted))
        parts.store_exclusions()
        for person_id, manager in self._comparison.newly_managed.items():
            row = self._stored[person_id]
            row.line_manager_id, row.line_manager_text = self._id_of(manager), ""

    def _read_stored(self) -> None:
        # One question for all is far quicker than one for each.
        for row in self._session.exec(select(PersonRow)):
            if row.id is not None:
                self._stored[row.id] = row

    def _give_ids(self, outcomes: list[RowOutcome]) -> None:
        """Number the new people as the data file would: ids are known before anything is stored."""
        first = next_id(self._session, "person")
        new = (outcome for outcome in outcomes if outcome.fate is Fate.ADDED)
        self._new_ids = {outcome.key: first + place for place, outcome in enumerate(new)}

    def _store(self, outcomes: list[RowOutcome]) -> None:
        new: list[dict[str, Any]] = []
        for outcome in outcomes:
            if outcome.details is None:
                continue
            checked = self._checked(outcome.details)
            if outcome.fate is Fate.ADDED:
                new.append({**checked, "id": self._id_of(outcome.key), "is_sample": False})
            else:
                # Whom the officer imports is no longer one of the invented people.
                self._stored[outcome.key].sqlmodel_update({**checked, "is_sample": False})
        if new:
            self._session.execute(insert(PersonRow), new)
        self._session.flush()

    def _checked(self, details: PersonDetails) -> dict[str, Any]:
        """Return the details as they may be stored. Raises InvalidField."""
        values = {name: getattr(details, name) for name in _FIELDS}
        if details.line_manager_id is not None:
            values["line_manager_id"] = self._id_of(details.line_manager_id)
        return PersonBase.model_validate(values).model_dump()

    def _id_of(self, key: int) -> int:
        """Return the id of the person known by a key of the comparison."""
        return key if key > 0 else self._new_ids[key]
