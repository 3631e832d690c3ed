"""The list that is signed at the briefing: who was there, and who has their papers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from revmentor_desktop.documents.blocks import Block, Paragraph, Spaced, Stack
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.fonts import Weight, searchable
from revmentor_desktop.documents.packs.content import DocumentWords
from revmentor_desktop.documents.packs.invited import Invited, InvitedValues, invited_words
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.panels import Columns
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.papers import texts_of
from revmentor_desktop.documents.styles import MM, Paper, Styles
from revmentor_desktop.documents.tables import AtLeast, Ruled, Table
from revmentor_desktop.documents.wording import Run
from revmentor_desktop.domain.participation import Role

_FILE: Final = "sign-off"
_ROW: Final = 9 * MM
"""How high a row is at least: what a signature needs."""
_ACCENTS: Final = {Role.MENTOR: "mentor", Role.MENTEE: "mentee"}
_SHARES: Final = (3.6, 1.3, 1.15, 2.9)
_LARGE_SHARES: Final = (3.6, 1.6, 1.3, 2.6)
_BOX: Final = 12.0
_MOST_LETTERS: Final = 90
_SPARE_ROWS: Final = 3
"""Rows for people who come as well."""


@dataclass
class _Tick(Spaced):
    """A box to tick with a pen; `words` say to screen readers what for."""

    words: str
    side: float

    # Every block is asked the same; this one needs not all of it to answer.
    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as the box."""
        return self.side

    # Every block is asked the same; this one needs not all of it to answer.
    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002
        """Draw the box a little below the top, level with the words beside it."""
        side = self.side
        bottom = top - side - 2
        with canvas.picture(self.words, box=(x, bottom, x + side, bottom + side)):
            canvas.box((x, bottom, side, side), 1.5, border="control", thickness=0.9)


def sign_off_title(values: InvitedValues) -> str:
    """Return what the list is called."""
    return _words(values).around("name")


def sign_off_text(values: InvitedValues) -> str:
    """Return all that the list says, without how it looks."""
    return "\n".join(texts_of(sign_off_sheet(values).story(Styles())))


def sign_off_pdf(
    values: InvitedValues, *, paper: Paper = Paper.A4, styles: Styles | None = None
) -> bytes:
    """Return the list as a PDF file."""
    title = f"{sign_off_title(values)}: {values.programme.details.name}"
    return compose([sign_off_sheet(values)], title=title, paper=paper, styles=styles)


def sign_off_sheet(values: InvitedValues) -> Sheet:
    """Return the list, to stand alone or among others in one file."""
    about, words = values.programme, _words(values)
    return Sheet(
        title=words.around("name"),
        foot_left=about.organisation or about.details.name,
        logo=about.logo,
        foot_middle=words.around("foot"),
        story=partial(_story, values, words),
        edge="brand",
    )


def _words(values: InvitedValues) -> DocumentWords:
    return invited_words(_FILE, values.programme)


def _story(values: InvitedValues, words: DocumentWords, styles: Styles) -> list[Block]:
    about = words.around("kind"), words.title(), plain(words.around("subtitle"))
    blocks = parts.head_of(*about, styles)
    writer = Writer(words, styles, "brand")
    # Who signs for what, before the names.
    blocks.extend(writer.body("says"))
    blocks.extend(writer.body("event"))
    if values.people:
        blocks.append(_table([_row(one, words, styles) for one in values.people], words, styles))
    spare = [_spare(words, styles) for _ in range(_SPARE_ROWS)]
    blocks.append(parts.heading(words.heading("late"), styles))
    return [*blocks, *writer.before("late"), _table(spare, words, styles)]


def _table(rows: list[Ruled], words: DocumentWords, styles: Styles) -> Table:
    titles = [words.around(key) for key in ("who", "as", "has", "signs")]
    named = [Paragraph(plain(one), styles.small) for one in titles]
    top = Ruled(_cells(named, styles), styles.space(3), rule="control")
    return Table(rows, top, first_is_title=True, space_before=styles.space(8))


def _cells(cells: list[Block] | list[Paragraph], styles: Styles) -> Columns:
    shares = _LARGE_SHARES if styles.scale > parts.LARGE else _SHARES
    return Columns(cells, gap=styles.space(10), shares=shares)


def _row(one: Invited, words: DocumentWords, styles: Styles) -> Ruled:
    role = words.blanks["Mentor" if one.role is Role.MENTOR else "Leader"]
    about = _shortened(
        ", ".join(filter(None, map(searchable, (one.job, one.department, one.site))))
    )
    who: list[Block] = [Paragraph(plain(one.name, Weight.BOLD), styles.body)]
    if about:
        who.append(Paragraph(plain(about), styles.small))
    cells: list[Block] = [
        AtLeast(Stack(who), _ROW),
        Paragraph([Run(role, colour=_ACCENTS[one.role])], styles.body),
        _tick(words, styles),
        Paragraph([], styles.body),
    ]
    return Ruled(_cells(cells, styles), styles.space(4))


def _shortened(text: str) -> str:
    """Return what tells two of one name apart, without filling the page with it."""
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS].rstrip(' ,')}…"


def _spare(words: DocumentWords, styles: Styles) -> Ruled:
    empty = [Paragraph([], styles.body) for _ in range(2)]
    cells: list[Block] = [AtLeast(empty[0], _ROW), empty[1], _tick(words, styles)]
    return Ruled(_cells([*cells, Paragraph([], styles.body)], styles), styles.space(4))


def _tick(words: DocumentWords, styles: Styles) -> Block:
    return _Tick(words.around("has"), _BOX * styles.scale)
