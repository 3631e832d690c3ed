"""The agreement that a mentor and a leader sign: usually one page for each pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Final

from revmentor_desktop.documents.agreement_clauses import FILE, parts_chosen, standing
from revmentor_desktop.documents.agreement_parties import parties, signatures, wishes
from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.document_words import says_something
from revmentor_desktop.documents.fonts import Weight, searchable
from revmentor_desktop.documents.lists import Numbered
from revmentor_desktop.documents.packs.content import DocumentWords
from revmentor_desktop.documents.packs.values import PairValues, blanks_of
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.documents.panels import Columns
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup.forms import Lines
from revmentor_desktop.documents.setup.parts import in_bold
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run, text_of
from revmentor_desktop.domain.markdown import Aside, Heading, Part, Points, Rows, Text, WriteOn
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.agreement_choices import Goals

_ACCENT: Final = "brand"
_LONG_NAME: Final = 36
"""A name of more letters may be parted within the title."""
_OWN: Final = "own"
"""What clauses of the programme's own are, which have no section."""
_SPARING: Final = 0.85
"""The spaces of a sparing agreement, in parts of the usual ones."""


def agreement_words(pair: PairValues) -> DocumentWords:
    """Return the agreement's wording for a pair."""
    blanks = blanks_of(pair.read_by(Role.MENTOR))
    return DocumentWords(FILE, blanks, pair.programme.plan.words)


def agreement_sheet(pair: PairValues) -> Sheet:
    """Return the agreement of one pair, to stand alone or among others in one file."""
    words, about = agreement_words(pair), pair.programme
    stand = list(_clauses(pair, words))
    return Sheet(
        title=f"{pair.mentor.name} and {pair.mentee.name}",
        foot_left=about.organisation or about.details.name,
        logo=about.logo,
        foot_middle=words.around("foot"),
        story=partial(_story, pair, words, stand),
        shorter=[partial(_story, pair, words, stand, is_sparing=True)],
    )


def agreement_clauses(pair: PairValues) -> list[str]:
    """Return the clauses in words, as they stand on the agreement; "…" for a line to write on."""
    words = agreement_words(pair)
    return [
        "".join("…" if run.to_write else run.text for run in clause.lead)
        for clause in _clauses(pair, words)
    ]


def agreement_said(pair: PairValues) -> list[tuple[str, str]]:
    """Return what the agreement says, part by part: what kind of part it is, and its words."""
    words, goals = agreement_words(pair), pair.programme.plan.agreement.goals
    said = [("title", words.around("subtitle"))]
    for role, who in (("mentor", pair.mentor), ("mentee", pair.mentee)):
        wished = wishes(who) if goals is Goals.KNOWN else ""
        said.append((role, ", ".join(filter(None, (who.name, searchable(who.job), wished)))))
    said += [(clause.key, _in_words(clause, words)) for clause in _clauses(pair, words)]
    return [(key, text.replace("\u00a0", " ")) for key, text in said]


def _in_words(clause: _Clause, words: DocumentWords) -> str:
    """Return all that a clause says; "…" for a line to write on."""
    lead = "".join("…" if run.to_write else run.text for run in clause.lead)
    rest = (text_of(words.filled(line)) for part in clause.rest for line in _sources(part))
    return " ".join(filter(None, (lead, *rest)))


def _sources(part: Part) -> Iterable[str]:
    match part:
        case Text(source) | Heading(source):
            return (source,)
        case Points(_, sources) | Aside(sources):
            return sources
        case Rows(cells, titles):
            return chain(titles, *cells)
        case WriteOn():
            return ("…",)


def sections_standing(pair: PairValues) -> frozenset[str]:
    """Return the sections of the wording that stand on the agreement by the programme's choices.

    With the parts of clauses that do.
    """
    about, blanks = pair.programme, agreement_words(pair).blanks
    choices = about.plan.agreement
    parts = parts_chosen(choices, about.details.session_count).values()
    return frozenset({*standing(choices, blanks), *chain.from_iterable(parts)})


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause: its section, its first paragraph with its heading, and what follows that."""

    key: str
    lead: list[Run]
    rest: tuple[Part, ...] = ()


def _clauses(pair: PairValues, words: DocumentWords) -> Iterator[_Clause]:
    """Yield the clauses that stand, the programme's own last."""
    choices = pair.programme.plan.agreement
    for key in standing(choices, words.blanks):
        clause = _clause(words, key)
        if clause is not None:
            yield clause
    for own in choices.own_clauses:
        if own.strip():
            yield _Clause(_OWN, [Run(own.strip())])


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
    return _Clause(key, [*heading, *space, *begins], rest)


def _story(
    pair: PairValues,
    words: DocumentWords,
    stand: list[_Clause],
    styles: Styles,
    *,
    is_sparing: bool = False,
) -> list[Block]:
    """Return the agreement; a sparing one has less room to write in and between its blocks."""
    styles = styles.tightened(1.0, _SPARING) if is_sparing else styles
    writer = Writer(words, styles, _ACCENT, pair.programme.details.session_minutes)
    blocks = [*_head(pair, words, styles), *parties(pair, words, styles, is_sparing=is_sparing)]
    blocks.extend(_numbered(stand, writer))
    blocks.append(signatures(pair, words, styles))
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
    replaces = words.around("replaces")
    if replaces:
        blocks.append(Paragraph(plain(replaces), styles.subtitle))
    return blocks


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
