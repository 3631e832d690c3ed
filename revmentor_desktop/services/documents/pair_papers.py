"""What stands on the papers of a programme's pairs."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from revmentor_desktop.documents.agreement import agreement_clauses
from revmentor_desktop.documents.packs.papers import (
    feet_on,
    pair_pdf,
    paper_name,
    paper_title,
    sheets_for,
    sheets_of,
    unprintable_on,
    words_on,
)
from revmentor_desktop.documents.packs.values import PairValues, Partner
from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.documents.phrases import in_a_sentence
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.domain.pair_papers import READERS, PaperKind
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.setup_papers import programme_values, setup_values
from revmentor_desktop.services.documents.versions import (
    as_version,
    kept_versions,
    mark_of_agreement,
)
from revmentor_desktop.services.pairing.reading import agreed_pairs
from revmentor_desktop.services.people.shown_answers import shown_answers
from revmentor_desktop.services.people.value_words import value_words
from revmentor_desktop.services.setup.focus import focus
from revmentor_desktop.storage.data_file import DataFile

_MARK_LENGTH: Final = 16
_NOBODY: Final = Partner(name="", short="")
_ANY_FOCUS: Final = "own"
"""The focus whose words stand where a programme has none of its own."""


@dataclass(frozen=True, slots=True)
class PairPaper:
    """A paper of a pair: what it says, and what of it cannot be printed.

    `unprintable` are the characters that no font of the program has, in order of first use;
    `wording` is a mark that is the same as long as such papers say the same, whoever the pair is;
    `said` is one of what the pair's agreement says.
    """

    kind: PaperKind
    pair: Pair
    values: PairValues
    unprintable: str
    wording: str
    said: str

    @property
    def name(self) -> str:
        """What a paper of this kind is called."""
        return paper_name(self.kind, self.values)

    @property
    def file_name(self) -> str:
        """The name of its file: who it is for, what it is, the pair's reference."""
        both = f"{self.values.mentor.name} and {self.values.mentee.name}"
        if self.kind is PaperKind.AGREEMENT:
            return file_name(f"{both} agreement", self.values.reference)
        role = READERS.get(self.kind)
        whose = self.values.read_by(role).reader.name if role else both
        return file_name(f"{whose} {in_a_sentence(self.name)}", self.values.reference)

    @property
    def title(self) -> str:
        """The title of a file with it alone."""
        return paper_title(self.kind, self.values)

    @property
    def pair_names(self) -> str:
        """Whose it is: "Mei Brown – David Price"."""
        return f"{self.values.mentor.name} – {self.values.mentee.name}"

    def sheets(self, role: Role | None = None) -> list[Sheet]:
        """Return it as sheets, to stand among others in one file; with `role` those of one."""
        if role is None:
            return sheets_of(self.kind, self.values)
        return sheets_for(self.kind, self.values, role)

    def pdf(self, form: PaperFormat = USUAL) -> bytes:
        """Return it as a PDF file."""
        return pair_pdf(self.kind, self.values, paper=form.paper, styles=form.styles)


def pair_papers(
    data: DataFile,
    programme_id: int,
    kinds: Collection[PaperKind],
    pair_ids: Collection[int] | None = None,
) -> list[PairPaper]:
    """Return papers of a programme's agreed pairs: pair by pair, each in the order of `kinds`.

    With `pair_ids` only of these pairs. Raises KnownError ``programme-gone``.
    """
    about = pairs_programme(data, programme_id)
    marks = {kind: wording_mark(kind, about) for kind in {*kinds, PaperKind.AGREEMENT}}
    with data.still():
        kept = kept_versions(data, programme_id)
        pairs = agreed_pairs(data, programme_id)
    made: list[PairPaper] = []
    for pair in pairs:
        if pair_ids is not None and pair.id not in pair_ids:
            continue
        values = pair_values(pair, about)
        said = mark_of_agreement(marks[PaperKind.AGREEMENT], values)
        values = as_version(values, kept.get(pair.id, []), said)
        made.extend(
            PairPaper(kind, pair, values, unprintable_on(kind, values), marks[kind], said)
            for kind in kinds
        )
    return made


def pairs_programme(data: DataFile, programme_id: int) -> SetupValues:
    """Return what papers of pairs say of their programme. Raises KnownError ``programme-gone``."""
    about = programme_values(data, programme_id)
    return replace(about, plan=_with_words_of_a_focus(about.plan))


def pair_values(pair: Pair, about: SetupValues) -> PairValues:
    """Return what the papers of a pair say; of the agreement, as its first version."""
    mentor_short, mentee_short = short_names(pair.mentor.person, pair.mentee.person)
    return PairValues(
        programme=about,
        mentor=_partner(pair.mentor, mentor_short, about.plan),
        mentee=_partner(pair.mentee, mentee_short, about.plan),
        reference=pair.reference,
    )


def wording_mark(kind: PaperKind, about: SetupValues) -> str:
    """Return a mark that is the same for all papers that say the same, whoever the pair is."""
    everybody = PairValues(programme=about, mentor=_NOBODY, mentee=_NOBODY, reference="")
    said = f"{words_on(kind, everybody)}\n{feet_on(kind, everybody)}"
    return hashlib.sha256(said.encode()).hexdigest()[:_MARK_LENGTH]


def short_names(one: Person, other: Person) -> tuple[str, str]:
    """Return first names; whole names where first names are missing or the same."""
    first, second = one.first_name, other.first_name
    if not first or not second or first.casefold() == second.casefold():
        return name_of(one), name_of(other)
    return first, second


def name_of(person: Person) -> str:
    """Return what somebody is called on paper."""
    return person.full_name or person.email


def _partner(one: Participant, short: str, decided: Plan) -> Partner:
    person = one.person
    may_tell = one.participation.answers_agreed is not False
    answers = shown_answers(decided.taking_part, one)
    return Partner(
        name=name_of(person),
        short=short,
        job=person.job_title,
        place=", ".join(filter(None, (person.department, person.site))),
        about=person.about_me if may_tell else "",
        offers=person.offers if may_tell else (),
        wants=person.wants if may_tell else (),
        details=tuple((field.label, value_words(field, value)) for field, value in answers),
    )


def _with_words_of_a_focus(decided: Plan) -> Plan:
    return replace(decided, words={**_usual_words(), **decided.words})


@cache
def _usual_words() -> dict[str, str]:
    return dict(focus(_ANY_FOCUS).words)


def agreement_preview(details: ProgrammeDetails, decided: Plan) -> list[str]:
    """Return the clauses that a programme's agreements would have; the roles stand for names."""
    part = decided.taking_part
    mentor, leader = part.name_of(Role.MENTOR).one, part.name_of(Role.MENTEE).one
    values = PairValues(
        programme=setup_values(details, decided, "", []),
        mentor=Partner(name=mentor, short=mentor),
        mentee=Partner(name=leader, short=leader),
        reference="",
    )
    return agreement_clauses(values)
