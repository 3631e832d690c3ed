"""What a row changes of a person and of their part, field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from revmentor_desktop.domain.participation import (
    OUT_STATES,
    Participation,
    ParticipationDetails,
)
from revmentor_desktop.domain.people import Person, PersonDetails
from revmentor_desktop.domain.plan.own_fields import AskedOf, FieldKind, OwnField, OwnValue
from revmentor_desktop.domain.text import fold
from revmentor_desktop.exchange.people_file.draft import ImportDraft
from revmentor_desktop.exchange.people_file.rows import (
    PersonReading,
    RowProblem,
    RowReading,
    Severity,
)
from revmentor_desktop.exchange.people_file.targets import AnyTarget, Consent, OwnTarget, Target
from revmentor_desktop.services.people.value_words import value_words
from revmentor_desktop.services.people_import.comparison import (
    CONSENT,
    Change,
    Fate,
    Reason,
    RowOutcome,
)
from revmentor_desktop.services.people_import.matching import Directory, is_same_name

_PERSON_FIELDS: Final = tuple(field.name for field in fields(PersonDetails))
_PART_FIELDS: Final = tuple(field.name for field in fields(ParticipationDetails))
_SAID_AS_IS: Final = (
    *("email", "job_title", "department", "site", "grade", "start_date", "offers", "wants"),
    *("slots", "meeting_mode", "interests", "about_me"),
)
_CALLED: Final = {"own_partners": Target.MOST_PARTNERS}
"""What a column that fills a detail of the part is called, where that is something else."""
_UNORDERED: Final = frozenset({"offers", "interests", "slots"})
_ADDED_TO: Final = frozenset({"about_me", "motivation", "note"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A stored person's part in the programme, if any, and how many agreed pairs they are in.

    `is_in_pairs`: they stand in a pair of any state, so that their role cannot change.
    `number_binds`: nobody may have more partners than agreed.
    """

    part: Participation | None
    agreed: int = 0
    is_in_pairs: bool = False
    number_binds: bool = True


class Merger:
    """Merges rows with what is stored; blank cells leave it alone."""

    def __init__(self, directory: Directory, draft: ImportDraft, *, joining: bool) -> None:
        """Look people up in `directory`; `joining` says whether rows join a programme."""
        self._directory = directory
        self._draft = draft
        self._joining = joining
        self._problems: list[RowProblem] = []

    def merged(
        self,
        reading: RowReading,
        key: int,
        person: Person | None,
        standing: Standing,
        problems: Iterable[RowProblem],
    ) -> RowOutcome:
        """Return what the row would make of the person known by `key`."""
        self._problems = list(problems)
        said = reading.person
        old = _details_of(person) if person is not None else PersonDetails()
        details = self._managed(said, key, _with_said(said, old))
        part = self._part(reading, key, standing) if self._joining else None
        answers = self._answers(said, part, standing.part) if part is not None else {}
        consents = self._consents(said, part, standing.part) if part is not None else {}
        outcome = RowOutcome(
            row=reading.row,
            fate=Fate.ADDED,
            name=details.full_name,
            email=details.email,
            key=key,
            problems=tuple(self._problems),
            details=details,
            part=part,
            own_values=answers,
            consents=consents,
        )
        error = next((p for p in self._problems if p.severity is Severity.ERROR), None)
        if error is not None:
            reason = Reason(error.code, error.params)
            return replace(
                outcome,
                fate=Fate.LEFT_OUT,
                reason=reason,
                details=None,
                part=None,
                own_values={},
                consents={},
            )
        if person is None:
            return outcome
        changes = (
            *self._person_changes(old, details),
            *self._part_changes(standing.part, part),
            *self._answer_changes(standing.part, answers),
            *self._consent_changes(standing.part, consents),
        )
        fate = Fate.UPDATED if changes else Fate.UNCHANGED
        return replace(outcome, fate=fate, changes=changes)

    def _managed(self, said: PersonReading, key: int, details: PersonDetails) -> PersonDetails:
        """Resolve the line manager; keep as written who is not known, or not the only one."""
        if said.line_manager is None:
            return details
        meant = self._directory.meant_by(said.line_manager)
        if details.line_manager_id in meant:
            return details
        if meant == {key}:
            self._say("row-own-manager", Severity.ERROR, Target.LINE_MANAGER)
            return details
        others = meant - {key}
        if len(others) == 1:
            return replace(details, line_manager_id=next(iter(others)), line_manager_text="")
        code = "row-manager-ambiguous" if others else "row-manager-unknown"
        self._say(code, Severity.WARNING, Target.LINE_MANAGER, name=said.line_manager)
        return replace(details, line_manager_id=None, line_manager_text=said.line_manager)

    def _part(
        self, reading: RowReading, key: int, standing: Standing
    ) -> ParticipationDetails | None:
        said, old = reading.person, standing.part
        if said.role is None and old is None:
            if not self._is_left_out_on_purpose(reading):
                self._say("row-no-role", Severity.ERROR, Target.ROLE)
            return None
        start = _part_of(old) if old is not None else None
        role = said.role or (start.role if start else None)
        if role is None:
            return None
        part = start or ParticipationDetails(role=role, state=self._draft.state_for_new)
        part = replace(
            part,
            role=role,
            state=said.state or part.state,
            own_partners=said.most_partners or part.own_partners,
            motivation=_added(part.motivation, said.motivation),
            note=_added(part.note, said.note),
            opted_in_on=said.opted_in_on or part.opted_in_on,
            answers_agreed=part.answers_agreed
            if said.answers_agreed is None
            else said.answers_agreed,
            not_with=part.not_with | self._excluded(said, key),
        )
        self._check_pairs(part, standing, said.full_name)
        return part

    def _answers(
        self, said: PersonReading, part: ParticipationDetails, old: Participation | None
    ) -> dict[str, OwnValue]:
        """Return the answers that are new or other than before, of fields asked of this role."""
        found: dict[str, OwnValue] = {}
        before = old.own_values if old is not None else {}
        for own in self._draft.own_fields:
            value = said.own.get(own.key)
            if value is None:
                continue
            if not self._is_asked(own, part, own):
                continue
            stored = before.get(own.key)
            if own.kind is FieldKind.TEXT:
                value = _added(str(stored or ""), str(value))
            if value != stored:
                found[own.key] = value
        return found

    def _is_asked(self, own: OwnField, part: ParticipationDetails, target: OwnTarget) -> bool:
        """Tell whether a field is asked of somebody's role; say so where it is not."""
        if own.asked_of in {AskedOf.BOTH, AskedOf(part.role)}:
            return True
        self._say("answer-not-asked", Severity.WARNING, target, field=own.label)
        return False

    def _consents(
        self, said: PersonReading, part: ParticipationDetails, old: Participation | None
    ) -> dict[str, date | None]:
        """Return the consents that are new, later than before, or withdrawn since."""
        found: dict[str, date | None] = {}
        before = old.consents if old is not None else {}
        for own in self._draft.own_fields:
            if own.key not in said.consents or not self._is_asked(own, part, Consent(own)):
                continue
            stored, given = before.get(own.key), said.consents[own.key]
            # A form that was filled in earlier says nothing against what is stored.
            says_on = given or said.opted_in_on
            is_older = stored is not None and says_on is not None and says_on < stored
            if given != stored and not is_older:
                found[own.key] = given
        return found

    def _consent_changes(
        self, old: Participation | None, consents: Mapping[str, date | None]
    ) -> list[Change]:
        before = old.consents if old is not None else {}
        return [
            Change(CONSENT, before.get(own.key), consents[own.key], own.label)
            for own in self._draft.own_fields
            if own.key in consents
        ]

    def _answer_changes(
        self, old: Participation | None, answers: Mapping[str, OwnValue]
    ) -> list[Change]:
        before = old.own_values if old is not None else {}
        return [
            Change(
                own.key,
                value_words(own, before.get(own.key)),
                value_words(own, answers[own.key]),
                own.label,
            )
            for own in self._draft.own_fields
            if own.key in answers
        ]

    def _is_left_out_on_purpose(self, reading: RowReading) -> bool:
        columns = self._draft.columns_of(Target.ROLE)
        return any(p.code == "value-left-out" and p.column in columns for p in reading.problems)

    def _excluded(self, said: PersonReading, key: int) -> frozenset[int]:
        """Resolve whom not to be paired with; of namesakes all, to be on the safe side."""
        found: set[int] = set()
        for reference in said.not_with or ():
            meant = self._directory.meant_by(reference) - {key}
            if not meant:
                self._say("row-not-with-unknown", Severity.WARNING, Target.NOT_WITH, name=reference)
            elif len(meant) > 1:
                self._say("row-not-with-several", Severity.WARNING, Target.NOT_WITH, name=reference)
            found |= meant
        return frozenset(found)

    def _check_pairs(self, part: ParticipationDetails, standing: Standing, name: str) -> None:
        if standing.part is None:
            return
        if standing.is_in_pairs and part.role is not standing.part.role:
            self._say("role-while-paired", Severity.ERROR, Target.ROLE, name=name)
        elif standing.number_binds and standing.part.is_lowered_below(
            standing.agreed, part.own_partners
        ):
            self._say(
                "partners-more-already",
                Severity.ERROR,
                Target.MOST_PARTNERS,
                count=standing.agreed,
            )
        elif standing.agreed and part.state in OUT_STATES:
            self._say("row-withdrawal-in-pair", Severity.WARNING, Target.STATE, name=name)

    def _say(self, code: str, severity: Severity, target: AnyTarget, **params: object) -> None:
        columns = self._draft.columns_of(target)
        column = columns[0] if columns else None
        self._problems.append(RowProblem(code, severity, column, params))

    def _person_changes(self, old: PersonDetails, new: PersonDetails) -> list[Change]:
        changes: list[Change] = []
        for name in _PERSON_FIELDS:
            if name == "line_manager_id":
                managers = self._manager_name(old), self._manager_name(new)
                ids_differ = old.line_manager_id != new.line_manager_id
                if ids_differ or managers[0] != managers[1]:
                    changes.append(Change("line_manager", *managers))
            elif name != "line_manager_text" and getattr(old, name) != getattr(new, name):
                changes.append(Change(name, getattr(old, name), getattr(new, name)))
        return changes

    def _manager_name(self, details: PersonDetails) -> str:
        if details.line_manager_id is None:
            return details.line_manager_text
        return self._directory.names[details.line_manager_id]

    def _part_changes(
        self, old: Participation | None, new: ParticipationDetails | None
    ) -> list[Change]:
        if new is None:
            return []
        if old is None:
            return [Change("role", None, new.role)]
        changes: list[Change] = []
        for name in _PART_FIELDS:
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                if name == "not_with":
                    before, after = self._names(before), self._names(after)
                changes.append(Change(_CALLED.get(name, name), before, after))
        return changes

    def _names(self, keys: Collection[int]) -> tuple[str, ...]:
        return tuple(sorted((self._directory.names[key] for key in keys), key=fold))


def _details_of(person: Person) -> PersonDetails:
    return PersonDetails(**{name: getattr(person, name) for name in _PERSON_FIELDS})


def _part_of(part: Participation) -> ParticipationDetails:
    return ParticipationDetails(**{name: getattr(part, name) for name in _PART_FIELDS})


def _with_said(said: PersonReading, old: PersonDetails) -> PersonDetails:
    """Return the details with what the row says, but for the line manager."""
    new: dict[str, Any] = {}
    for name in _SAID_AS_IS:
        value, before = getattr(said, name), getattr(old, name)
        if value is None or (name in _UNORDERED and _same_entries(before, value)):
            continue
        new[name] = _added(before, value) if name in _ADDED_TO else value
    if not is_same_name(old.full_name, said.full_name):
        new |= {"first_name": said.first_name or "", "last_name": said.last_name or ""}
    return replace(old, **new)


def _same_entries(one: Iterable[str], other: Iterable[str]) -> bool:
    return set(map(fold, one)) == set(map(fold, other))


def _added(old: str, said: str | None) -> str:
    """Return what the file says, or what is stored where that says it too, and maybe more."""
    return old if not said or said in old else said
