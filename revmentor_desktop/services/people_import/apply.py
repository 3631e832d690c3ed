"""Stores what a comparison found, in one transaction."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import asdict, replace
from datetime import date
from typing import Final

from sqlmodel import Session, select

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.exchange.people_file.draft import ImportDraft, problems
from revmentor_desktop.services.people_import.compare import compare
from revmentor_desktop.services.people_import.comparison import Comparison, Fate, RowOutcome
from revmentor_desktop.services.people_import.parts import Parts
from revmentor_desktop.services.people_import.remembered import remember
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.tables import PersonBase, PersonRow

_BATCH: Final = 250
"""Rows between two reports of progress, and two chances to cancel."""

Steps = Generator[Progress, None, Comparison]


def import_people(
    data: DataFile, draft: ImportDraft, programme_id: int | None, today: date
) -> Steps:
    """Take in the people of a draft; yield progress and return what was done.

    All of it is one transaction: closed half way, or failing, nothing stays behind. Rows with
    errors and skipped rows are left out. Raises the draft's first problem as a KnownError.
    """
    for problem in problems(draft):
        raise KnownError(problem.code, **problem.params)
    yield Progress(0, 0)
    with data.transaction() as session:
        comparison = compare(data, draft, programme_id, today)
        yield from _Writer(session, programme_id, comparison).write()
        remember(session, draft)
    return comparison


class _Writer:
    """Writes the rows of a comparison: first the people, then what ties them to each other."""

    def __init__(self, session: Session, programme_id: int | None, comparison: Comparison) -> None:
        self._session = session
        self._programme_id = programme_id
        self._comparison = comparison
        self._rows: dict[int, PersonRow] = {}
        self._total = 0
        self._done = 0

    def write(self) -> Iterator[Progress]:
        """Write all of it."""
        wanted = [
            (outcome, outcome.details)
            for outcome in self._comparison.rows
            if outcome.details is not None and outcome.fate in {Fate.ADDED, Fate.UPDATED}
        ]
        self._total = 2 * len(wanted)
        self._read_people()
        for start in range(0, len(wanted), _BATCH):
            for outcome, details in wanted[start : start + _BATCH]:
                self._store_person(outcome, details)
            yield self._flushed(len(wanted[start : start + _BATCH]))
        parts = Parts(self._session, self._programme_id, self._id_of)
        for start in range(0, len(wanted), _BATCH):
            for outcome, details in wanted[start : start + _BATCH]:
                row = self._rows[outcome.key]
                row.line_manager_id = self._id_of(details.line_manager_id)
                if outcome.part is not None:
                    parts.store(self._id_of(outcome.key) or 0, outcome.part)
            yield self._flushed(len(wanted[start : start + _BATCH]))
        parts.store_exclusions()
        for person_id, manager in self._comparison.newly_managed.items():
            row = self._rows[person_id]
            row.line_manager_id, row.line_manager_text = self._id_of(manager), ""

    def _read_people(self) -> None:
        # One question for all is far quicker than one for each.
        for row in self._session.exec(select(PersonRow)):
            self._rows[row.id or 0] = row

    def _store_person(self, outcome: RowOutcome, details: PersonDetails) -> None:
        base = PersonBase.model_validate(asdict(replace(details, line_manager_id=None)))
        if outcome.fate is Fate.ADDED:
            row = PersonRow(**base.model_dump())
            self._rows[outcome.key] = row
            self._session.add(row)
            return
        row = self._rows[outcome.key]
        row.sqlmodel_update(base.model_dump(exclude={"line_manager_id"}))
        # Whom the officer imports is no longer one of the invented people.
        row.is_sample = False

    def _flushed(self, count: int) -> Progress:
        self._session.flush()
        self._done += count
        return Progress(self._done, self._total)

    def _id_of(self, key: int | None) -> int | None:
        """Return the id of the person known by a key of the comparison."""
        return None if key is None else self._rows[key].id
