"""The page on which a leader reads of the mentors to choose among: on paper, or as a draft."""

from __future__ import annotations

import tomllib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.fonts import unprintable
from revmentor_desktop.documents.letter import LetterValues, letters_stepwise
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.plan.own_fields import FieldKind
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.progress import Progress, run_to_end
from revmentor_desktop.domain.shortlists import Shortlist
from revmentor_desktop.exchange.mail_draft import SUFFIX, MailDraft, eml, mailto
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.staging import write_alone
from revmentor_desktop.services.letters.reading import CONTACT, SENDER
from revmentor_desktop.services.people.shown_answers import answer_line, shown_answers
from revmentor_desktop.services.programmes.reading import organisation, organisation_logo, programme
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.resources import resource

CHOICE_BLANKS: Final = frozenset(
    {
        *("mentors", "a_mentor", "Mentor", "programme", "first_name", "count", "number", "name"),
        *("list", "text", "label", "contact"),
    }
)
"""Every placeholder that the texts of the page may have."""


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """The page of one leader: what it says, and whom it goes to."""

    values: LetterValues
    address: str

    @property
    def draft(self) -> MailDraft:
        """The page as a message."""
        said = self.values
        return MailDraft(name=said.to, address=self.address, subject=said.subject, body=said.body)

    @property
    def link(self) -> str | None:
        """The page as a link to the mail program, or None when it is too long.

        Raises KnownError ``address-unusable``.
        """
        return mailto(self.draft)

    @property
    def pdf_name(self) -> str:
        """The name of its file on paper, which says nothing of the mentors."""
        return file_name(self.values.title)

    @property
    def draft_name(self) -> str:
        """The name of its file as a draft."""
        return file_name(self.values.title, "", SUFFIX)

    @property
    def unprintable(self) -> str:
        """The characters that no font of the program has, in order of first use."""
        said = self.values
        return unprintable(said.to, said.subject, said.body, said.organisation, said.programme)


def choice_page(
    data: DataFile, programme_id: int, offered: Shortlist, *, are_named: bool
) -> ChoicePage:
    """Return the page of a leader; mentors are named on it only where they agreed to that.

    Raises KnownError ``programme-gone``.
    """
    with data.still():
        about, decided = programme(data, programme_id), plan(data, programme_id)
        owner, mark = organisation(data), organisation_logo(data)
    leader = offered.leader.person
    words = _Words(decided, about.name)
    return ChoicePage(
        LetterValues(
            title=f"{words.subject} {leader.full_name}",
            subject=words.subject,
            body="\n\n".join(_body(words, offered, are_named=are_named)),
            day=today(),
            to=leader.full_name,
            organisation=owner,
            programme=about.name,
            logo=mark,
        ),
        leader.email,
    )


def write_choice_page(
    page: ChoicePage, path: Path, form: PaperFormat = USUAL
) -> Generator[Progress, None, Path]:
    """Write the page as a PDF file. Raises KnownError ``folder-unwritable``, ``document-held``."""
    yield Progress(0, 1, page.values.to)
    steps = letters_stepwise(
        [page.values], page.values.subject, paper=form.paper, styles=form.styles
    )
    write_alone(path, run_to_end(steps))
    return path


def write_choice_draft(page: ChoicePage, path: Path) -> Generator[Progress, None, Path]:
    """Write the page as a draft; raises like `write_choice_page`, and ``address-unusable``."""
    yield Progress(0, 1, page.values.to)
    write_alone(path, eml(page.draft))
    return path


class _Words:
    """The texts of the page, filled as the programme calls things."""

    def __init__(self, decided: Plan, name: str) -> None:
        self.plan = decided
        one = decided.taking_part.name_of(Role.MENTOR)
        mentor = phrases.in_a_sentence(one.one)
        self._same = {
            "programme": name,
            "mentors": phrases.in_a_sentence(one.several),
            "a_mentor": phrases.with_article(mentor),
            "Mentor": phrases.capitalised(mentor),
            "contact": decided.words.get(CONTACT, ""),
        }

    @property
    def subject(self) -> str:
        """What the page is called."""
        return self("subject")

    def __call__(self, key: str, **values: object) -> str:
        return _texts()[key].format(**(self._same | values))


def _body(words: _Words, offered: Shortlist, *, are_named: bool) -> Iterator[str]:
    leader = offered.leader.person
    opening = [
        words(
            "opening",
            first_name=leader.first_name or leader.full_name,
            count=phrases.number(len(offered.candidates)),
        )
    ]
    if not are_named:
        opening.append(words("unnamed"))
    yield " ".join(opening)
    for number, one in enumerate(offered.candidates, start=1):
        yield "\n".join(_mentor(words, number, one, is_named=are_named))
    closing = [words("closing")]
    if words.plan.words.get(CONTACT):
        closing.append(words("reach"))
    yield " ".join(closing)
    yield words("regards")
    if words.plan.words.get(SENDER):
        yield words.plan.words[SENDER]


def _mentor(words: _Words, number: int, one: Participant, *, is_named: bool) -> Iterator[str]:
    """Yield the lines about a mentor: who, if they agreed to that, and what they share."""
    person = one.person
    if is_named:
        who = ", ".join(filter(None, (person.full_name, person.job_title, person.department)))
        yield words("place", number=number, name=who)
    else:
        yield words("nobody", number=number)
    shared = list(_shared(words, one, is_named=is_named))
    yield from shared or [words("nothing")]


def _shared(words: _Words, one: Participant, *, is_named: bool) -> Iterator[str]:
    """Yield what a mentor shares before anything is agreed.

    Nothing, where they did not agree that their answers are used; never special-category answers;
    and without a name nothing in their own words, by which colleagues would know them.
    """
    person, part = one.person, one.participation
    if part.answers_agreed is False:
        return
    if person.offers:
        yield words("offers", list=", ".join(person.offers))
    if person.interests:
        yield words("interests", list=", ".join(person.interests))
    for field, value in shown_answers(words.plan.taking_part, one):
        if is_named or field.kind is not FieldKind.TEXT:
            yield words("answer", label=field.label, text=answer_line(value))
    if is_named and person.about_me:
        yield words("about", text=answer_line(person.about_me))


@cache
def _texts() -> dict[str, str]:
    source = resource("content/choice.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(source))
