"""What stands on the documents of a programme's pairs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from revmentor_desktop.documents.agreement import (
    AgreementValues,
    agreement_clauses,
    agreement_pdf,
)
from revmentor_desktop.documents.fonts import unprintable
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.plan.milestones import Frame
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.pairing.reading import agreed_pairs
from revmentor_desktop.services.programmes.reading import organisation, programme
from revmentor_desktop.services.setup.free_days import frame_of
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.storage.data_file import DataFile


@dataclass(frozen=True, slots=True)
class Agreement:
    """A pair's agreement: what it says, and what of it cannot be printed.

    `unprintable` are the characters that no font of the program has, in order of first use.
    """

    pair: Pair
    values: AgreementValues
    unprintable: str

    @property
    def file_name(self) -> str:
        """The name of its file."""
        names = f"{self.values.mentor} and {self.values.leader} agreement"
        return file_name(names, self.values.reference)

    def pdf(self, form: PaperFormat = USUAL) -> bytes:
        """Return it as a PDF file."""
        return agreement_pdf(self.values, paper=form.paper, styles=form.styles)


def agreements(
    data: DataFile, programme_id: int, pair_ids: Collection[int] | None = None
) -> list[Agreement]:
    """Return the agreements of a programme's agreed pairs in the order the pairs were made.

    With `pair_ids` only of these pairs. Raises KnownError ``programme-gone``.
    """
    about, owner = programme(data, programme_id), organisation(data)
    decided = plan(data, programme_id)
    days = frame_of(about, decided.schedule)
    return [
        _agreement(pair, agreement_values(pair, about, owner, decided, days))
        for pair in agreed_pairs(data, programme_id)
        if pair_ids is None or pair.id in pair_ids
    ]


def agreement_values(
    pair: Pair, about: ProgrammeDetails, owner: str, decided: Plan, days: Frame
) -> AgreementValues:
    """Return what the agreement of a pair says; `owner` is the organisation's name or "".

    `days` are those between which the pairs meet (`frame_of`).
    """
    mentor, leader = pair.mentor.person, pair.mentee.person
    mentor_short, leader_short = _short_names(mentor, leader)
    return AgreementValues(
        mentor=_name(mentor),
        leader=_name(leader),
        mentor_short=mentor_short,
        leader_short=leader_short,
        mentor_job=mentor.job_title,
        leader_job=leader.job_title,
        programme=about.name,
        organisation=owner,
        purpose=about.purpose,
        reference=pair.reference,
        session_count=about.session_count,
        session_minutes=about.session_minutes,
        weeks_between=about.weeks_between,
        first_day=days.first,
        last_day=days.last,
        mentor_word=decided.taking_part.name_of(Role.MENTOR).one,
        leader_word=decided.taking_part.name_of(Role.MENTEE).one,
        choices=decided.agreement,
    )


def agreement_preview(details: ProgrammeDetails, decided: Plan) -> list[str]:
    """Return the clauses that a programme's agreements would have; the roles stand for names."""
    days = frame_of(details, decided.schedule)
    mentor = decided.taking_part.name_of(Role.MENTOR).one
    leader = decided.taking_part.name_of(Role.MENTEE).one
    values = AgreementValues(
        mentor=mentor,
        leader=leader,
        mentor_short=mentor,
        leader_short=leader,
        programme=details.name,
        reference="",
        session_count=details.session_count,
        session_minutes=details.session_minutes,
        weeks_between=details.weeks_between,
        first_day=days.first,
        last_day=days.last,
        choices=decided.agreement,
    )
    return agreement_clauses(values)


def _name(person: Person) -> str:
    return person.full_name or person.email


def _short_names(one: Person, other: Person) -> tuple[str, str]:
    """Return first names; whole names where first names are missing or the same."""
    first, second = one.first_name, other.first_name
    if not first or not second or first.casefold() == second.casefold():
        return _name(one), _name(other)
    return first, second


def _agreement(pair: Pair, values: AgreementValues) -> Agreement:
    shown = (
        values.mentor,
        values.leader,
        values.mentor_job,
        values.leader_job,
        values.programme,
        values.organisation,
        values.purpose,
        values.mentor_word,
        values.leader_word,
        values.choices.told_to,
        values.choices.concern_contact,
        *values.choices.own_limits,
        *values.choices.own_clauses,
    )
    return Agreement(pair, values, unprintable(*shown))
