"""Letters on paper: the organisation's name, who it goes to, the day and the text; no address."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from revmentor_desktop.documents.blocks import Block, Paragraph
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.lists import Numbered
from revmentor_desktop.documents.pages import Sheet, compose_stepwise
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.parts import numbered
from revmentor_desktop.documents.styles import Paper, Styles
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.system.dates import full_date

_OF_A_LIST: Final = "– "
_LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterValues:
    """What a letter says. `title` is its bookmark among others; `to` names who it goes to.

    Paragraphs of `body` are parted by empty lines; a line that begins with a dash is one of a list.
    """

    title: str
    subject: str
    body: str
    day: date
    to: str = ""
    organisation: str = ""
    programme: str = ""
    logo: Logo | None = None


def letter_sheet(values: LetterValues) -> Sheet:
    """Return one letter with page numbers of its own."""
    return Sheet(
        title=values.title,
        foot_left=values.organisation,
        logo=values.logo,
        foot_middle=values.programme,
        story=partial(_story, values),
    )


def letters_pdf(
    letters: Sequence[LetterValues],
    title: str,
    *,
    paper: Paper = Paper.A4,
    styles: Styles | None = None,
) -> bytes:
    """Return letters as one PDF file with a bookmark each; `title` names the file."""
    return run_to_end(letters_stepwise(letters, title, paper=paper, styles=styles))


def letters_stepwise(
    letters: Iterable[LetterValues],
    title: str,
    *,
    paper: Paper = Paper.A4,
    styles: Styles | None = None,
) -> Generator[int, None, bytes]:
    """Do as `letters_pdf`, yielding the number of letters done after each."""
    sheets = map(letter_sheet, letters)
    return (yield from compose_stepwise(sheets, title=title, paper=paper, styles=styles))


def _story(values: LetterValues, styles: Styles) -> list[Block]:
    space = styles.space
    head = Paragraph(
        plain(values.organisation or values.programme, Weight.BOLD, "brand"),
        replace(styles.heading, tag="P"),
    )
    # By it a printed letter finds its envelope: a first name alone does not tell two people apart.
    to = [Paragraph(plain(values.to), styles.body, space_before=space(30))] if values.to else []
    day = Paragraph(
        plain(full_date(values.day)),
        styles.body_muted,
        right_aligned=True,
        space_before=space(8 if to else 38),
        space_after=space(26),
        keep_with_next=True,
    )
    subject = Paragraph(
        plain(values.subject, Weight.BOLD),
        replace(
            styles.body, size=styles.body.size * 1.1, leading=styles.body.leading * 1.1, tag="H1"
        ),
        space_after=space(14),
        keep_with_next=True,
        whole=True,
    )
    return [head, *to, day, subject, *_body(values.body.split("\n\n"), styles)]


def _body(paragraphs: Sequence[str], styles: Styles) -> list[Block]:
    """Return the blocks of the text; a short end is a name, with room above it to sign.

    It stays with the greeting before it, and both with some of the text.
    """
    *before, last = paragraphs
    blocks = [block for text in before for block in _paragraph(text, styles)]
    end = _paragraph(last, styles)
    if blocks and len(last) <= _LONGEST_NAME:
        is_greeting = len(blocks) > 1 and len(before[-1]) <= _LONGEST_NAME
        for at in (-1, -2) if is_greeting else (-1,):
            blocks[at] = replace(blocks[at], keep_with_next=True)
        end[0] = replace(end[0], space_before=styles.space(34))
    return [*blocks, *end]


def _paragraph(text: str, styles: Styles) -> list[Paragraph | Numbered]:
    """Return the blocks of a paragraph: its lines, those of a list with the dash in the margin."""
    *before, last = [_line(line, styles) for line in text.split("\n")]
    return [*before, replace(last, space_after=styles.space(11))]


def _line(text: str, styles: Styles) -> Paragraph | Numbered:
    if text.startswith(_OF_A_LIST):
        runs = plain(text.removeprefix(_OF_A_LIST))
        return numbered("–", runs, styles, indent=16, space_after=styles.space(3))
    return Paragraph(plain(text), styles.body, space_after=styles.space(2))
