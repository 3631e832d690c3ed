"""Papers for all people of a programme's pairs: the list signed at the briefing, and labels."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from revmentor_desktop.documents.fonts import unprintable
from revmentor_desktop.documents.packs.invited import Invited, InvitedValues
from revmentor_desktop.documents.packs.labels import labels_pdf, labels_text
from revmentor_desktop.documents.packs.sign_off import (
    sign_off_pdf,
    sign_off_text,
    sign_off_title,
)
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.people import by_surname
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.files import Written
from revmentor_desktop.services.documents.issued import record_papers
from revmentor_desktop.services.documents.pair_papers import name_of
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.setup_papers import programme_values
from revmentor_desktop.services.documents.staging import write_alone
from revmentor_desktop.services.pairing.reading import agreed_pairs
from revmentor_desktop.storage.data_file import DataFile

_LABELS: Final = "Address labels"
_MARK_LENGTH: Final = 16


class EventPaper(Protocol):
    """A paper for all people of the agreed pairs, as a file."""

    @property
    def key(self) -> str:
        """What it is called among papers."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def file_name(self) -> str:
        """The name of its file."""

    @property
    def unprintable(self) -> str:
        """The characters that no font of the program has, in order of first use."""

    @property
    def wording(self) -> str:
        """A mark that is the same as long as the paper says the same."""

    def pdf(self, form: PaperFormat = USUAL) -> bytes:
        """Return it as a PDF file."""


@dataclass(frozen=True, slots=True)
class SignOffList:
    """The list on which everybody signs that they were briefed and have their papers."""

    values: InvitedValues

    @property
    def key(self) -> str:
        """What it is called among papers."""
        return "sign-off"

    @property
    def title(self) -> str:
        """What it is called, in the organisation's words."""
        return sign_off_title(self.values)

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

    def pdf(self, form: PaperFormat = USUAL) -> bytes:
        """Return it as a PDF file."""
        return sign_off_pdf(self.values, paper=form.paper, styles=form.styles)


@dataclass(frozen=True, slots=True)
class AddressLabels:
    """A label for everybody; they begin on label `first` of a sheet that is perhaps half used."""

    values: InvitedValues
    first: int = 1

    @property
    def key(self) -> str:
        """What they are called among papers."""
        return "labels"

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
        return labels_pdf(
            self.values, about, first=self.first, paper=form.paper, styles=form.styles
        )


def invited(data: DataFile, programme_id: int) -> InvitedValues:
    """Return all people of agreed pairs, by surname. Raises KnownError ``programme-gone``."""
    with data.still():
        about, pairs = programme_values(data, programme_id), agreed_pairs(data, programme_id)
    both = [one for pair in pairs for one in (pair.mentor, pair.mentee)]
    people = {one.participation.id: one for one in both}.values()
    by_name = sorted(people, key=lambda one: by_surname(one.person))
    return InvitedValues(programme=about, people=tuple(map(_invited, by_name)))


def write_event_paper(
    data: DataFile, programme_id: int, made: EventPaper, path: Path, form: PaperFormat = USUAL
) -> Generator[Progress, None, Written]:
    """Write a paper as a file of any name, and record that it left the program.

    Raises KnownError ``folder-unwritable`` or ``document-held``.
    """
    yield Progress(0, 1, made.title)
    write_alone(path, made.pdf(form))
    record_papers(data, programme_id, [made])
    return Written(path.parent, (path,))


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
