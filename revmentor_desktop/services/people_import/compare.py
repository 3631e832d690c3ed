"""Compares the rows of a file with the people stored, and says what an import would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from revmentor_desktop.domain.line_management import would_circle
from revmentor_desktop.domain.pairs import LIVING_STATES
from revmentor_desktop.domain.participation import Participation
from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY
from revmentor_desktop.exchange.people_file.draft import ImportDraft
from revmentor_desktop.exchange.people_file.reading import read_rows
from revmentor_desktop.exchange.people_file.rows import (
    PersonReading,
    RowKind,
    RowProblem,
    RowReading,
    Severity,
)
from revmentor_desktop.exchange.spreadsheets.grid import text_of
from revmentor_desktop.services.people import reading as stored
from revmentor_desktop.services.people_import.changes import Merger, Standing
from revmentor_desktop.services.people_import.comparison import (
    Comparison,
    Fate,
    Reason,
    RowOutcome,
)
from revmentor_desktop.services.people_import.matching import (
    Directory,
    Match,
    StoredPeople,
    name_key,
)
from revmentor_desktop.services.setup.reading import pairing_choices
from revmentor_desktop.storage.data_file import DataFile


def compare(
    data: DataFile, draft: ImportDraft, programme_id: int | None, today: date
) -> Comparison:
    """Return what importing the draft would do; nothing is stored.

    People join the programme `programme_id` when the draft says that they take part.
    """
    known = _Known.read(data, programme_id if draft.takes_part else None)
    readings = read_rows(draft, today)
    refused: dict[int, tuple[RowProblem, ...]] = {}
    while True:
        weighed = _weighed(draft, readings, known, refused)
        errors = _errors(weighed)
        if not errors:
            newly_managed = _newly_managed(known, weighed)
            outcomes = tuple(weighed.outcomes[reading.row] for reading in readings)
            return Comparison(outcomes, newly_managed, _unread_columns(draft))
        # Without these rows other references change, so everything is weighed once more.
        refused |= errors


@dataclass(frozen=True, slots=True)
class _Known:
    """What the data file holds that matters to an import."""

    people: list[Person]
    sample_ids: frozenset[int]
    parts: dict[int, Participation]
    agreed: Counter[int]
    in_pairs: set[int]
    managers: dict[int, int | None]
    joining: bool
    number_binds: bool

    @classmethod
    def read(cls, data: DataFile, programme_id: int | None) -> _Known:
        parts: dict[int, Participation] = {}
        agreed: Counter[int] = Counter()
        in_pairs: set[int] = set()
        if programme_id is not None:
            for row in data.rows(stored.PARTICIPATION + "WHERE programme_id = ?", (programme_id,)):
                parts[row["person_id"]] = stored.participation_of_row(row)
            for mentor, mentee, state in data.rows(
                "SELECT mentor_id, mentee_id, state FROM pair WHERE programme_id = ?",
                (programme_id,),
            ):
                in_pairs |= {mentor, mentee}
                if state in LIVING_STATES:
                    agreed.update((mentor, mentee))
        samples = data.rows("SELECT id FROM person WHERE is_sample")
        return cls(
            stored.people(data),
            frozenset(row["id"] for row in samples),
            parts,
            agreed,
            in_pairs,
            stored.managers(data),
            programme_id is not None,
            programme_id is None or CAPACITY in pairing_choices(data, programme_id).rules,
        )

    def standing(self, person_id: int) -> Standing:
        part = self.parts.get(person_id)
        if part is None:
            return Standing(None)
        paired = part.id in self.in_pairs
        return Standing(part, self.agreed[part.id], paired, self.number_binds)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row that may come in, under the key of the person it means."""

    reading: RowReading
    key: int
    person: Person | None
    problems: tuple[RowProblem, ...]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Every row's outcome, who may be referred to, and who manages whom afterwards."""

    outcomes: dict[int, RowOutcome]
    directory: Directory
    chart: dict[int, int | None]


def _weighed(
    draft: ImportDraft,
    readings: Sequence[RowReading],
    known: _Known,
    refused: dict[int, tuple[RowProblem, ...]],
) -> _Weighed:
    candidates, outcomes = _sorted_out(draft, readings, known, refused)
    directory = Directory()
    for person in known.people:
        directory.add(person.id, person.full_name, person.email)
    for candidate in candidates:
        said = candidate.reading.person
        directory.add(candidate.key, said.full_name, said.email or "")
    merger = Merger(directory, draft, joining=known.joining)
    chart = dict(known.managers)
    for one in candidates:
        standing = known.standing(one.key)
        outcome = merger.merged(one.reading, one.key, one.person, standing, one.problems)
        outcomes[outcome.row] = outcome
        if outcome.details is not None:
            chart[one.key] = outcome.details.line_manager_id
    return _Weighed(outcomes, directory, chart)


def _sorted_out(
    draft: ImportDraft,
    readings: Sequence[RowReading],
    known: _Known,
    refused: dict[int, tuple[RowProblem, ...]],
) -> tuple[list[_Candidate], dict[int, RowOutcome]]:
    """Part the rows that may come in from those that do not, which have their outcome already."""
    people = StoredPeople(known.people, known.sample_ids)
    outcomes: dict[int, RowOutcome] = {}
    candidates: list[_Candidate] = []
    seen = _Seen()
    for reading in readings:
        problems = reading.problems + refused.get(reading.row, ())
        reason = _reason_against(draft, reading, problems)
        match, first = _meant(reading, people, seen) if reason is None else (None, None)
        if first is not None:
            same = first.person == reading.person
            reason = Reason("row-repeated", {"row": first.row + 1})
            if not same:
                problem = RowProblem("row-repeated-other", Severity.ERROR, None, reason.params)
                problems, reason = (*problems, problem), Reason(problem.code, reason.params)
            fate = Fate.REPEATED if same else Fate.LEFT_OUT
            outcomes[reading.row] = _outside(reading, fate, reason, problems)
            continue
        if match is not None and match.word:
            severity = Severity.ERROR if match.word == "row-name-ambiguous" else Severity.WARNING
            params = {"name": reading.person.full_name}
            problems = (*problems, RowProblem(match.word, severity, None, params))
            reason = _reason_against(draft, reading, problems)
        if reason is not None or match is None:
            outcomes[reading.row] = _outside(reading, Fate.LEFT_OUT, reason, problems)
            continue
        seen.add(reading, match.person)
        key = match.person.id if match.person else -(reading.row + 1)
        candidates.append(_Candidate(reading, key, match.person, problems))
    return candidates, outcomes


def _meant(
    reading: RowReading, people: StoredPeople, seen: _Seen
) -> tuple[Match | None, RowReading | None]:
    """Return whom a row means, and the earlier row that means the same person, if one does."""
    first = seen.earlier(reading)
    if first is not None:
        return None, first
    match = people.match(reading.person)
    first = seen.by_id.get(match.person.id) if match.person else None
    if first is not None and match.word and reading.person.email:
        # The earlier row has given that person another address.
        return Match(None, "row-same-name"), None
    return match, first


class _Seen:
    """The rows taken so far, to find the same person again further down.

    `by_id` has the row of each stored person whom a row means.
    """

    def __init__(self) -> None:
        self.by_id: dict[int, RowReading] = {}
        self._by_email: dict[str, RowReading] = {}
        self._by_name: dict[str, RowReading] = {}
        self._nameless: dict[str, RowReading] = {}

    def add(self, reading: RowReading, person: Person | None) -> None:
        if person is not None:
            self.by_id[person.id] = reading
        said = reading.person
        name = name_key(said.full_name)
        self._by_name.setdefault(name, reading)
        if said.email:
            self._by_email[said.email] = reading
        else:
            self._nameless[name] = reading

    def earlier(self, reading: RowReading) -> RowReading | None:
        """Return an earlier row about the same person: one address, or one name without one."""
        said = reading.person
        name = name_key(said.full_name)
        if said.email:
            return self._by_email.get(said.email) or self._nameless.get(name)
        return self._by_name.get(name)


def _reason_against(
    draft: ImportDraft, reading: RowReading, problems: Iterable[RowProblem]
) -> Reason | None:
    """Return why a row does not come in, or None."""
    if reading.kind is not RowKind.PERSON:
        return Reason(f"row-{reading.kind}")
    if reading.row in draft.skipped:
        return Reason("row-skipped")
    error = next((p for p in problems if p.severity is Severity.ERROR), None)
    return Reason(error.code, error.params) if error is not None else None


def _outside(
    reading: RowReading,
    fate: Fate,
    reason: Reason | None,
    problems: tuple[RowProblem, ...],
) -> RowOutcome:
    said: PersonReading = reading.person
    return RowOutcome(
        row=reading.row,
        fate=fate,
        name=said.full_name,
        email=said.email or "",
        reason=reason,
        problems=problems,
    )


def _newly_managed(known: _Known, weighed: _Weighed) -> dict[int, int]:
    """Find for people stored earlier the manager who so far stood there as written."""
    chart = dict(weighed.chart)
    coming = {outcome.key for outcome in weighed.outcomes.values() if outcome.details}
    found: dict[int, int] = {}
    for person in known.people:
        if not person.line_manager_text or person.id in coming:
            continue
        meant = weighed.directory.meant_by(person.line_manager_text) - {person.id}
        if len(meant) == 1 and meant <= coming:
            (manager,) = meant
            if not would_circle(person.id, manager, chart):
                chart[person.id] = found[person.id] = manager
    return found


def _errors(weighed: _Weighed) -> dict[int, tuple[RowProblem, ...]]:
    """Return the errors that only came to light beside other people, a circle among them."""
    found = {
        outcome.row: tuple(p for p in outcome.problems if p.severity is Severity.ERROR)
        for outcome in weighed.outcomes.values()
        if outcome.key and outcome.details is None
    }
    sound: set[int] = set()
    names = weighed.directory.names
    for outcome in weighed.outcomes.values():
        if outcome.details is None or outcome.details.line_manager_id is None:
            continue
        circle = _circle_from(outcome.key, weighed.chart, sound)
        if circle:
            chain = " → ".join(names[key] for key in (*circle, outcome.key))
            problem = RowProblem("row-manager-circle", Severity.ERROR, None, {"chain": chain})
            found[outcome.row] = (problem,)
    return found


def _circle_from(key: int, chart: dict[int, int | None], sound: set[int]) -> tuple[int, ...]:
    """Return the managers from `key` round to itself, or nothing; `sound` are known to end."""
    path: list[int] = []
    at: int | None = key
    while at is not None and at not in sound:
        if at in path:
            return tuple(path[path.index(at) :]) if at == key else ()
        path.append(at)
        at = chart.get(at)
    sound.update(path)
    return ()


def _unread_columns(draft: ImportDraft) -> tuple[str, ...]:
    """Return the titles of columns that hold something and go nowhere."""
    rows = range(draft.first_row, len(draft.grid.rows) if draft.grid else 0)
    return tuple(
        draft.title(column)
        for column, target in enumerate(draft.filled)
        if target is None and any(text_of(draft.cell(row, column)).strip() for row in rows)
    )
