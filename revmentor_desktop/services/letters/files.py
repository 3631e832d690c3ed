"""Letters as they leave the program: drafts for the mail program, and pages."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from revmentor_desktop.documents.fonts import unprintable
from revmentor_desktop.documents.letter import LetterValues, letters_stepwise
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.letters import FilledLetter
from revmentor_desktop.domain.progress import Progress, telling
from revmentor_desktop.domain.text import fold
from revmentor_desktop.exchange.mail_draft import SUFFIX, MailDraft, eml, mailto
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.staging import publish, staged, write, write_alone
from revmentor_desktop.services.letters.reading import Mailing, Recipient
from revmentor_desktop.system.clock import today

_FOR_ALL: Final = "For everybody"


@dataclass(frozen=True, slots=True)
class ReadyLetter:
    """A letter to somebody, filled; whether it may leave says `FilledLetter.is_whole`."""

    recipient: Recipient
    filled: FilledLetter

    @property
    def draft(self) -> MailDraft:
        """The letter for the mail program."""
        return MailDraft(
            name=self.recipient.name,
            address=self.recipient.email,
            subject=self.filled.subject,
            body=self.filled.body,
        )

    @property
    def link(self) -> str | None:
        """The letter as a link to the mail program, or None when it is too long.

        Raises KnownError ``address-unusable``.
        """
        return mailto(self.draft)


def ready(found: Mailing, recipients: Iterable[Recipient]) -> list[ReadyLetter]:
    """Return the letters to some of whom it concerns."""
    return [ReadyLetter(one, found.filled(one)) for one in recipients]


def draft_names(letters: Sequence[ReadyLetter]) -> list[str]:
    """Return a file name for each draft: the name of whom it goes to, and nothing about them."""
    taken: set[str] = set()
    names: list[str] = []
    for one in letters:
        words, name, number = one.recipient.name or _FOR_ALL, "", 1
        while not name or fold(name) in taken:
            name = file_name(words, "" if number == 1 else str(number), SUFFIX)
            number += 1
        taken.add(fold(name))
        names.append(name)
    return names


def write_drafts(
    letters: Sequence[ReadyLetter], folder: Path
) -> Generator[Progress, None, tuple[Path, ...]]:
    """Write a draft for each letter into `folder`; return the files, in the letters' order.

    Files of these names are replaced; all appear together at the end. Raises KnownError
    ``letters-none``, ``address-unusable``, ``folder-unwritable`` or ``document-held``.
    """
    chosen = _whole(letters)
    names = draft_names(chosen)
    with staged(folder) as waiting:
        for done, (one, name) in enumerate(zip(chosen, names, strict=True)):
            yield Progress(done, len(chosen), one.recipient.name)
            write(waiting / name, eml(one.draft))
        publish(waiting, folder)
    return tuple(folder / name for name in names)


def write_draft(letter: ReadyLetter, path: Path) -> Generator[Progress, None, Path]:
    """Write one draft as that file; raises like `write_drafts`."""
    (chosen,) = _whole([letter])
    yield Progress(0, 1, chosen.recipient.name)
    write_alone(path, eml(chosen.draft))
    return path


def pages(
    found: Mailing, letters: Sequence[ReadyLetter], form: PaperFormat = USUAL
) -> Generator[Progress, None, bytes]:
    """Return letters as one PDF with a bookmark each. Raises KnownError ``letters-none``."""
    chosen = _whole(letters)
    steps = letters_stepwise(
        [values(found, one) for one in chosen],
        pages_title(found),
        paper=form.paper,
        styles=form.styles,
    )
    names = [one.recipient.name for one in chosen]
    return (yield from telling(steps, lambda done: Progress(done, len(names), names[done - 1])))


def write_pages(
    found: Mailing, letters: Sequence[ReadyLetter], path: Path, form: PaperFormat = USUAL
) -> Generator[Progress, None, Path]:
    """Write letters as one PDF file; raises like `write_drafts`."""
    content = yield from pages(found, letters, form)
    write_alone(path, content)
    return path


def pages_title(found: Mailing) -> str:
    """Return what a file of letters is called: it does not say which, for that tells of people."""
    return f"Letters {found.programme}"


def pages_name(found: Mailing) -> str:
    """Return the name of a file of letters."""
    return file_name(pages_title(found))


def values(found: Mailing, letter: ReadyLetter) -> LetterValues:
    """Return what a letter says on paper, dated today."""
    return LetterValues(
        title=letter.recipient.name or letter.filled.subject,
        subject=letter.filled.subject,
        body=letter.filled.body,
        day=today(),
        to=letter.recipient.name,
        organisation=found.organisation,
        programme=found.programme,
        logo=found.logo,
    )


def odd_characters(found: Mailing, letter: ReadyLetter) -> str:
    """Return the characters of a letter that no font of the program has, by first use."""
    filled = letter.filled
    return unprintable(
        letter.recipient.name, filled.subject, filled.body, found.organisation, found.programme
    )


def _whole(letters: Sequence[ReadyLetter]) -> list[ReadyLetter]:
    """Return what may leave: a letter with a gap in it never does."""
    whole = [one for one in letters if one.filled.is_whole]
    if not whole:
        raise KnownError("letters-none")
    return whole
