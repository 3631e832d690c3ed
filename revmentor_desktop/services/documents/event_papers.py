"""Papers for all people of a programme's pairs: the list signed at the briefing, and labels."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from revmentor_desktop.documents.fonts import unprintable
from revmentor_desktop.documents.packs.invited import Invited, InvitedValues
from revmentor_desktop.documents.packs.labels import labels_pdf, labels_text
from revmentor_desktop.documents.packs.sign_off import (
    sign_off_pdf,
    sign_off_sheet,
    sign_off_text,
    sign_off_title,
)
from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.domain.pair_papers import LABELS, SIGN_OFF
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.people import by_surname
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.pair_papers import name_of
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.setup_papers import programme_values
from revmentor_desktop.services.pairing.reading import agreed_pairs
from revmentor_desktop.storage.data_file import DataFile

_LABELS: Final = "Address labels"
_MARK_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class SignOffList:
    """The list on which everybody signs that they were briefed and have their papers."""

    values: InvitedValues

    @property
    def key(self) -> str:
        """What it is called among papers."""
        return SIGN_OFF

    @property
    def title(self) -> str:
        """What it is called, in the organisation's words."""
        return sign_off_title(self.values)

    @property
    def whole_title(self) -> str:
        """The title of a file with it alone."""
        return f"{self.title}: {self.values.programme.details.name}"

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return file_name(f"{self.title} {self.values.programme.details.name}")

    @property
    def unprintable(self) -> str:
        """The characters that no font of the program has, in order of first use."""
        return unprintable(sign_off_text(self.values), self.values.programme.organisation)

    @property
    def wording(self) -> str:
        """A mark that is the same as long as the list says the same."""
        return _mark(sign_off_text(self.values))

    def sheets(self) -> list[Sheet]:
        """Return it as sheets, to stand among others in one file."""
        return [sign_off_sheet(self.values)]

    def pdf(self, form: PaperFormat = USUAL) -> bytes:
        """Return it as a PDF file."""
        return sign_off_pdf(self.values, paper=form.paper, styles=form.styles)


@dataclass(frozen=True, slots=True)
class AddressLabels:
    """So many labels for everybody, from label `first` of a sheet on that is perhaps half used."""

    values: InvitedValues
    first: int = 1
    copies: int = 1

    @property
    def key(self) -> str:
        """What they are called among papers."""
        return LABELS

    @property
    def title(self) -> str:
        """What they are called."""
        return _LABELS

    @property
    def file_name(self) -> str:
        """The name of their file."""
        return file_name(f"{self.title} {self.values.programme.details.name}")

    @property
    def unprintable(self) -> str:
        """The characters that no font of the program has, in order of first use."""
        return unprintable(labels_text(self.values))

    @property
    def wording(self) -> str:
        """A mark that is the same as long as the labels say the same."""
        return _mark(labels_text(self.values))

    def pdf(self, form: PaperFormat = USUAL) -> bytes:
        """Return them as a PDF file."""
        about = f"{self.title}: {self.values.programme.details.name}"
        people = tuple(one for one in self.values.people for _ in range(self.copies))
        stuck = replace(self.values, people=people)
        return labels_pdf(stuck, about, first=self.first, paper=form.paper, styles=form.styles)


EventPaper = SignOffList | AddressLabels
"""A paper for all people of the agreed pairs."""


@dataclass(frozen=True, slots=True)
class Everybody:
    """The people of a programme's agreed pairs."""

    programme: SetupValues
    pairs: Sequence[Pair]

    def invited(self, pair_ids: Collection[int] | None = None) -> InvitedValues:
        """Return them by surname, each once; with `pair_ids` only those of these pairs."""
        meant = [one for one in self.pairs if pair_ids is None or one.id in pair_ids]
        both = [one for pair in meant for one in (pair.mentor, pair.mentee)]
        people = {one.participation.id: one for one in both}.values()
        by_name = sorted(people, key=lambda one: by_surname(one.person))
        return InvitedValues(programme=self.programme, people=tuple(map(_invited, by_name)))


def everybody(data: DataFile, programme_id: int) -> Everybody:
    """Return the people of agreed pairs. Raises KnownError ``programme-gone``."""
    with data.still():
        return Everybody(programme_values(data, programme_id), agreed_pairs(data, programme_id))


def invited(data: DataFile, programme_id: int) -> InvitedValues:
    """Return all people of agreed pairs, by surname. Raises KnownError ``programme-gone``."""
    return everybody(data, programme_id).invited()


def _invited(one: Participant) -> Invited:
    person = one.person
    return Invited(
        name=name_of(person),
        role=one.participation.role,
        job=person.job_title,
        department=person.department,
        site=person.site,
    )


def _mark(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:_MARK_LENGTH]
