"""The agreement that a mentor and a leader sign: usually one page for each pair."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from revmentor_desktop.documents.agreement_clauses import standing
from revmentor_desktop.documents.blocks import Block, Paragraph, Stack, WritingLines
from revmentor_desktop.documents.fonts import Weight, searchable
from revmentor_desktop.documents.lists import Numbered
from revmentor_desktop.documents.packs.content import DocumentWords, says_something
from revmentor_desktop.documents.packs.values import PairValues, Partner, blanks_of
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup.forms import Lines
from revmentor_desktop.documents.setup.parts import in_bold
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run, text_of
from revmentor_desktop.domain.markdown import Part, Text, WriteOn
from revmentor_desktop.domain.participation import Role

_FILE: Final = "agreement"
_ACCENT: Final = "brand"
_LONG_NAME: Final = 36
"""A name of more letters may be parted within the title."""


def agreement_words(pair: PairValues) -> DocumentWords:
    """Return the agreement's wording for a pair."""
    blanks = blanks_of(pair.read_by(Role.MENTOR))
    return DocumentWords(_FILE, blanks, pair.programme.plan.words)


def agreement_sheet(pair: PairValues) -> Sheet:
    """Return the agreement of one pair, to stand alone or among others in one file."""
    words, about = agreement_words(pair), pair.programme
    return Sheet(
        title=f"{pair.mentor.name} and {pair.mentee.name}",
        foot_left=about.organisation or about.details.name,
        logo=about.logo,
        foot_middle=words.around("foot"),
        story=partial(_story, pair, words),
    )


def agreement_clauses(pair: PairValues) -> list[str]:
    """Return the clauses in words, as they stand on the agreement; "…" for a line to write on."""
    words = agreement_words(pair)
    return [
        "".join("…" if run.to_write else run.text for run in clause.lead)
        for clause in _clauses(pair, words)
    ]


def sections_standing(pair: PairValues) -> frozenset[str]:
    """Return the sections of the wording that stand on the agreement by the programme's choices."""
    contact = agreement_words(pair).blanks["concern_contact"]
    return frozenset({"purpose", _concern(contact), *standing(pair.programme.plan.agreement)})


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause: its first paragraph, which begins with its heading, and what follows that."""

    lead: list[Run]
    rest: tuple[Part, ...] = ()


def _clauses(pair: PairValues, words: DocumentWords) -> Iterator[_Clause]:
    """Yield the clauses that stand, the programme's own last."""
    choices = pair.programme.plan.agreement
    for key in standing(choices):
        clause = _clause(words, key)
        if clause is not None:
            yield clause
    for own in choices.own_clauses:
        if own.strip():
            yield _Clause([Run(own.strip())])


def _clause(words: DocumentWords, key: str) -> _Clause | None:
    """Return a section as a clause, or None where it says nothing but its heading."""
    said = words.parts(key)
    first = said[0] if said else None
    begins = words.filled(first.source) if isinstance(first, Text) else []
    rest = said[1:] if isinstance(first, Text) else said
    if not rest and not says_something(begins):
        return None
    heading = in_bold(words.heading(key))
    space = [Run(" ")] if heading and begins else []
    return _Clause([*heading, *space, *begins], rest)


def _story(pair: PairValues, words: DocumentWords, styles: Styles) -> list[Block]:
    writer = Writer(words, styles, _ACCENT, pair.programme.details.session_minutes)
    blocks: list[Block] = [*_head(pair, words, styles), _parties(pair, words, styles)]
    blocks.extend(_numbered(list(_clauses(pair, words)), writer))
    blocks.append(_signatures(pair, words, styles))
    return blocks


def _head(pair: PairValues, words: DocumentWords, styles: Styles) -> list[Block]:
    names = {"mentor_name": pair.mentor.name, "leader_name": pair.mentee.name}
    title_style = styles.title_for(sum(map(len, names.values())))
    # A title of two lines parts between the names, not within one.
    whole = {
        key: name.replace(" ", "\u00a0") if len(name) <= _LONG_NAME else name
        for key, name in names.items()
    }
    titled = DocumentWords(words.file, {**words.blanks, **whole}, words.changed)
    above = [
        Paragraph(plain(words.around("kind").upper()), styles.eyebrow),
        Paragraph(plain(pair.reference), styles.small, right_aligned=True),
    ]
    blocks: list[Block] = [
        Columns(above, gap=0, keep_with_next=True),
        Paragraph(
            titled.title(),
            title_style,
            space_before=styles.space(5),
            space_after=styles.space(3),
            keep_with_next=True,
            whole=True,
        ),
        Paragraph(plain(words.around("subtitle")), styles.subtitle),
    ]
    purpose = _clause(words, "purpose")
    if purpose is not None:
        blocks.append(Paragraph(purpose.lead, styles.body, space_before=styles.space(10)))
    return blocks


def _parties(pair: PairValues, words: DocumentWords, styles: Styles) -> Block:
    cards = [
        _party_card(words, "mentor_label", "mentor", pair.mentor, styles),
        _party_card(words, "leader_label", "mentee", pair.mentee, styles),
    ]
    return Columns(
        cards,
        gap=styles.space(14),
        space_before=styles.space(16),
        space_after=styles.space(16),
        stretch=6,
    )


def _party_card(
    words: DocumentWords, label: str, role_colour: str, who: Partner, styles: Styles
) -> Panel:
    role = words.around(label)
    lines: list[Block] = [
        Paragraph([Run(role.upper(), colour=role_colour)], styles.eyebrow),
        Paragraph(plain(who.name, Weight.BOLD), styles.body, space_before=styles.space(2)),
    ]
    if searchable(who.job):
        lines.append(Paragraph(plain(who.job), styles.body_muted))
    hopes = words.around("hopes")
    foot = Stack(
        [Paragraph(plain(hopes), styles.small), Lines(f"{role}: {hopes}", 2, styles.body)],
        space_before=styles.space(9),
    )
    return Panel(Stack(lines), padding=styles.space(12), foot=foot)


def _numbered(stand: list[_Clause], writer: Writer) -> list[Block]:
    styles = writer.styles
    blocks: list[Block] = [
        Numbered(
            Paragraph([Run(str(number), Weight.BOLD, _ACCENT)], styles.body),
            _block_of(clause, writer),
            indent=24 * styles.scale,
            space_after=styles.space(6),
            stretch=3,
            # The signatures never stand on a page without a clause.
            keep_with_next=number == len(stand),
        )
        for number, clause in enumerate(stand, start=1)
    ]
    return blocks


def _block_of(clause: _Clause, writer: Writer) -> Block:
    styles, asked = writer.styles, text_of(clause.lead).strip()
    lead = Paragraph(clause.lead, styles.body, whole=True, asked=asked)
    if not clause.rest:
        return lead
    lead.space_after = styles.space(3)
    blocks: list[Block] = [lead]
    for part in clause.rest:
        if isinstance(part, WriteOn):
            blocks.append(Lines(asked, part.count, styles.body))
        else:
            blocks.extend(writer.blocks([part]))
    return Stack(blocks)


def _signatures(pair: PairValues, words: DocumentWords, styles: Styles) -> Block:
    signed = [("mentor_signature", pair.mentor.name), ("leader_signature", pair.mentee.name)]
    panels = [_signature(words, label, name, styles) for label, name in signed]
    blocks: list[Block] = [Columns(panels, gap=styles.space(14))]
    if pair.programme.plan.agreement.organiser_signs:
        seen = _signature(words, "organiser_signature", words.blanks["organiser"], styles)
        seen.space_before = styles.space(10)
        blocks.append(seen)
    closing = _clause(words, _concern(words.blanks["concern_contact"]))
    if closing is not None:
        lead, space = closing.lead, styles.space(10)
        blocks.append(Paragraph(lead, styles.note, space_before=space, asked=text_of(lead).strip()))
    copies = plain(words.around("copies"))
    blocks.append(Paragraph(copies, styles.small, space_before=styles.space(8)))
    return Stack(blocks, space_before=styles.space(14), stretch=10)


def _concern(contact: str) -> str:
    return "concern" if contact else "concern-open"


def _signature(words: DocumentWords, label: str, name: str, styles: Styles) -> Panel:
    """Return where somebody signs with a pen, and puts the day with a pen or in a PDF reader."""
    signature, dated = words.around(label), words.around("date_label")
    day = Stack([Lines(f"{signature}: {dated}", 1, styles.body), _below(dated, styles)])
    foot = Columns(
        [Stack([WritingLines(1), _below(name, styles)]), day],
        gap=styles.space(12),
        shares=(2.1, 1),
        space_before=styles.space(8),
    )
    return Panel(Paragraph(plain(signature), styles.small), padding=styles.space(12), foot=foot)


def _below(words: str, styles: Styles) -> Paragraph:
    return Paragraph(plain(words), styles.small, space_before=styles.space(2))
