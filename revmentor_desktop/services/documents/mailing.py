"""Briefing packs by e-mail: who gets which papers, and the drafts that have them attached.

Each draft goes to one person of one pair and has nothing attached but their own pack and, where
that is wanted, the agreement, which both sign. Nothing is sent from here.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.letters import variant_for
from revmentor_desktop.domain.pair_papers import READERS, PaperKind
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import OUT_STATES, Participant, Role
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.domain.text import fold
from revmentor_desktop.exchange.mail_draft import SUFFIX, Attachment, eml, is_addressed
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.pair_papers import PairPaper, name_of, pair_papers
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.staging import publish, staged, write
from revmentor_desktop.services.documents.tracking import PaperId
from revmentor_desktop.services.letters.content import papers_words
from revmentor_desktop.services.letters.files import ReadyLetter
from revmentor_desktop.services.letters.reading import Mailing, Recipient, mailing
from revmentor_desktop.storage.data_file import DataFile

LETTER: Final = "pack"
"""The key of the letter that packs go with."""
_PACKS: Final = {role: kind for kind, role in READERS.items()}


class Trouble(StrEnum):
    """What is to be looked at before a draft is made."""

    NO_ADDRESS = "no-address"
    ADDRESS_UNUSABLE = "address-unusable"
    LETTER_HAS_GAPS = "letter-has-gaps"
    NOT_TAKING_PART = "not-taking-part"


_HINDERS: Final = frozenset({Trouble.NO_ADDRESS, Trouble.ADDRESS_UNUSABLE, Trouble.LETTER_HAS_GAPS})


@dataclass(frozen=True, slots=True)
class PackMail:
    """What one person of one pair gets: a letter, and the papers that are attached to it."""

    pair: Pair
    role: Role
    letter: ReadyLetter
    papers: tuple[PairPaper, ...]
    troubles: tuple[Trouble, ...] = ()

    @property
    def name(self) -> str:
        """Whom it goes to."""
        return self.letter.recipient.name

    @property
    def address(self) -> str:
        """Where it goes to; empty where no address is known."""
        return self.letter.recipient.email

    @property
    def can_leave(self) -> bool:
        """Whether a draft can be made of it."""
        return _HINDERS.isdisjoint(self.troubles)

    @property
    def unprintable(self) -> str:
        """The characters of its papers that no font of the program has, by first use."""
        return "".join(dict.fromkeys("".join(one.unprintable for one in self.papers)))


def pack_mails(
    data: DataFile,
    programme_id: int,
    pair_ids: Collection[int] | None = None,
    *,
    with_agreement: bool = False,
) -> list[PackMail]:
    """Return what each person of some agreed pairs gets: pair by pair, the mentor first.

    Whoever is in several pairs gets something for each of them. Raises KnownError
    ``programme-gone``.
    """
    with data.still():
        found = mailing(data, programme_id, LETTER)
        kinds = [*_PACKS.values(), *([PaperKind.AGREEMENT] if with_agreement else [])]
        papers = pair_papers(data, programme_id, kinds, pair_ids)
    by_pair: dict[int, list[PairPaper]] = {}
    for paper in papers:
        by_pair.setdefault(paper.pair.id, []).append(paper)
    return [_mail(found, role, made) for made in by_pair.values() for role in Role]


def draft_file_names(mails: Sequence[PackMail]) -> list[str]:
    """Return a file name for each draft: whom it goes to and the pair's reference, no more."""
    taken: set[str] = set()
    names: list[str] = []
    for one in mails:
        words, number = one.name, 1
        name = file_name(words, one.pair.reference, SUFFIX)
        while fold(name) in taken:
            number += 1
            name = file_name(f"{words} {number}", one.pair.reference, SUFFIX)
        taken.add(fold(name))
        names.append(name)
    return names


def pack_draft(
    mail: PackMail, form: PaperFormat = USUAL
) -> Generator[Progress, None, tuple[str, bytes]]:
    """Return the name and the content of one draft; nothing has left the program yet.

    Raises KnownError ``letters-none`` or ``address-unusable``.
    """
    (chosen,) = _leaving([mail])
    yield Progress(0, 1, chosen.name)
    return draft_file_names([chosen])[0], _draft(chosen, form)


def write_pack_drafts(
    data: DataFile,
    programme_id: int,
    mails: Sequence[PackMail],
    folder: Path,
    form: PaperFormat = USUAL,
) -> Generator[Progress, None, tuple[Path, ...]]:
    """Write a draft for each of `mails` that can leave into `folder`; return the files.

    Files of these names are replaced; all appear together at the end, and are recorded as having
    left. Raises KnownError ``letters-none``, ``address-unusable``, ``folder-unwritable`` or
    ``document-held``.
    """
    chosen = _leaving(mails)
    names = draft_file_names(chosen)
    with staged(folder) as waiting:
        for done, (one, name) in enumerate(zip(chosen, names, strict=True)):
            yield Progress(done, len(chosen), one.name)
            write(waiting / name, _draft(one, form))
        publish(waiting, folder)
    record_mails(data, programme_id, chosen)
    return tuple(folder / name for name in names)


def record_mails(data: DataFile, programme_id: int, mails: Iterable[PackMail]) -> None:
    """Note that the papers of these drafts have left the program today."""
    papers = {(one.pair.id, one.kind): one for mail in mails for one in mail.papers}
    record_pair_papers(data, programme_id, papers.values())


def papers_of(mails: Iterable[PackMail]) -> list[PaperId]:
    """Return which papers are attached to these drafts, each once."""
    return list(dict.fromkeys((one.pair.id, one.kind) for mail in mails for one in mail.papers))


def _mail(found: Mailing, role: Role, papers: Sequence[PairPaper]) -> PackMail:
    """Return what the one of a pair who has that role gets of the pair's papers."""
    own = tuple(one for one in papers if READERS.get(one.kind, role) is role)
    pair = own[0].pair
    participant = pair.mentor if role is Role.MENTOR else pair.mentee
    person = participant.person
    recipient = Recipient(
        id=person.id,
        variant=variant_for(found.letter, role),
        name=name_of(person),
        email=person.email,
        first_name=person.first_name,
        papers=papers_words(with_agreement=len(own) > 1),
        reference=pair.reference,
    )
    letter = ReadyLetter(recipient, found.filled(recipient))
    return PackMail(pair, role, letter, own, tuple(_troubles(participant, letter)))


def _troubles(one: Participant, letter: ReadyLetter) -> Iterator[Trouble]:
    if not letter.recipient.email:
        yield Trouble.NO_ADDRESS
    elif not is_addressed(letter.draft):
        yield Trouble.ADDRESS_UNUSABLE
    if not letter.filled.is_whole:
        yield Trouble.LETTER_HAS_GAPS
    if one.participation.state in OUT_STATES:
        yield Trouble.NOT_TAKING_PART


def _leaving(mails: Iterable[PackMail]) -> list[PackMail]:
    chosen = [one for one in mails if one.can_leave]
    if not chosen:
        raise KnownError("letters-none")
    return chosen


def _draft(mail: PackMail, form: PaperFormat) -> bytes:
    attached = tuple(Attachment(one.file_name, one.pdf(form)) for one in mail.papers)
    return eml(replace(mail.letter.draft, attachments=attached))
