"""The sheets that go with the packs: cover, session sheets, reviews, closing, certificate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final

from revmentor_desktop.documents.blocks import Block, Paragraph
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.packs.certificate import certificate
from revmentor_desktop.documents.packs.content import DocumentWords, document_text
from revmentor_desktop.documents.packs.values import PackValues, PairValues, blanks_of
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.sessions import SessionPlan, spread

Story = Callable[["_SheetOf", Styles], list[Block]]
_FILES: Final[Mapping[PaperKind, str]] = MappingProxyType(
    {
        PaperKind.COVER_SHEET: "cover",
        PaperKind.SESSION_SHEETS: "session-sheet",
        PaperKind.MID_POINT_REVIEW: "midpoint-review",
        PaperKind.CLOSING_SHEET: "closing",
        PaperKind.CERTIFICATES: "certificate",
    }
)
_ACCENTS: Final = {Role.MENTOR: "mentor", Role.MENTEE: "mentee"}
_MANY_LINES: Final = 3
"""Lines to write on that become more where a sheet has room."""


@dataclass(frozen=True, slots=True)
class _SheetOf:
    """One sheet: who reads it, in which words, and for a session sheet what it is about."""

    values: PackValues
    words: DocumentWords
    accent: str = "brand"
    theme: SessionPlan | None = None

    def writer(self, styles: Styles) -> Writer:
        """Return what makes blocks of its words."""
        minutes = self.values.programme.details.session_minutes
        return Writer(self.words, styles, self.accent, minutes, _MANY_LINES)


def sheet_words(kind: PaperKind, pair: PairValues) -> DocumentWords:
    """Return the wording of a kind of sheet. Raises KeyError for one that is none."""
    return _words(kind, pair.read_by(Role.MENTOR))


def sheets(kind: PaperKind, pair: PairValues) -> list[Sheet]:
    """Return the sheets of a kind that a pair gets. Raises KeyError for one that is none."""
    both = [pair.read_by(Role.MENTOR), pair.read_by(Role.MENTEE)]
    match kind:
        case PaperKind.SESSION_SHEETS:
            return _session_sheets(both[0])
        case PaperKind.COVER_SHEET:
            return [_sheet(_SheetOf(both[0], _words(kind, both[0])), _cover)]
        case PaperKind.CERTIFICATES:
            return [_for_reader(kind, one, _certificate) for one in both]
        case _:
            return [_for_reader(kind, one, _whole) for one in both]


def _words(kind: PaperKind, values: PackValues, **more: str) -> DocumentWords:
    blanks = {**blanks_of(values), **more}
    return DocumentWords(_FILES[kind], blanks, values.programme.plan.words)


def _for_reader(kind: PaperKind, values: PackValues, story: Story) -> Sheet:
    return _sheet(_SheetOf(values, _words(kind, values), _ACCENTS[values.role]), story)


def _session_sheets(values: PackValues) -> list[Sheet]:
    details = values.programme.details
    themes = spread(values.programme.plan.sessions, details.session_count)
    usual = (SessionPlan(title=""),) * details.session_count
    found: list[Sheet] = []
    for number, theme in enumerate(themes or usual, start=1):
        words = _words(
            PaperKind.SESSION_SHEETS, values, number=str(number), theme=theme.title.strip()
        )
        found.append(_sheet(_SheetOf(values, words, theme=theme), _session))
    return found


def _sheet(of: _SheetOf, story: Story) -> Sheet:
    about = of.values.programme
    return Sheet(
        title=of.values.reader.name,
        foot_left=about.organisation or about.details.name,
        logo=about.logo,
        foot_middle=of.words.around("foot"),
        story=partial(story, of),
        edge=of.accent,
        is_framed=story is _certificate,
        is_evened=True,
    )


def _head(of: _SheetOf, styles: Styles) -> list[Block]:
    words = of.words
    about = words.around("kind"), words.title(), plain(words.around("subtitle"))
    return parts.head_of(*about, styles, of.accent)


def _whole(of: _SheetOf, styles: Styles) -> list[Block]:
    """Return a sheet that says all sections of its file, one after the other."""
    writer = of.writer(styles)
    blocks = _head(of, styles)
    for key in document_text(of.words.file).sections:
        blocks.extend(writer.section(key))
    return blocks


def _session(of: _SheetOf, styles: Styles) -> list[Block]:
    writer = of.writer(styles)
    asked = [plain(one) for one in (of.theme.prompts if of.theme else ()) if one.strip()]
    blocks = _head(of, styles)
    for key in document_text(of.words.file).sections:
        more = parts.points(asked, styles, "–", of.accent) if key == "start" else []
        blocks.extend(writer.section(key, more))
    return blocks


def _cover(of: _SheetOf, styles: Styles) -> list[Block]:
    writer, values = of.writer(styles), of.values
    cards = [
        parts.card(role, _address(one.name, (one.job, one.place), styles), styles, accent)
        for role, one, accent in (
            (writer.words.blanks["Mentor"], values.reader, "mentor"),
            (writer.words.blanks["Leader"], values.partner, "mentee"),
        )
    ]
    blocks = [*_head(of, styles), parts.beside(cards, styles)]
    for key in document_text(of.words.file).sections:
        blocks.extend(writer.section(key))
    return blocks


def _address(name: str, lines: tuple[str, ...], styles: Styles) -> list[Block]:
    found: list[Block] = [Paragraph(plain(name, Weight.BOLD), styles.body)]
    found.extend(Paragraph(plain(one), styles.body_muted) for one in lines if one.strip())
    return found


def _certificate(of: _SheetOf, styles: Styles) -> list[Block]:
    return certificate(of.words, of.accent, styles, of.values.programme.logo)
