"""The briefing packs: what a mentor and a leader read before they meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import inf
from types import MappingProxyType
from typing import Final

from revmentor_desktop.documents.blocks import Block, Paragraph
from revmentor_desktop.documents.packs import made
from revmentor_desktop.documents.packs.content import DocumentWords
from revmentor_desktop.documents.packs.values import PackValues, blanks_of
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.domain.participation import Role

Made = Callable[[PackValues, Writer], list[Block]]


@dataclass(frozen=True, slots=True)
class _Pack:
    """A pack: its file, the section that opens it, and the sections that follow, in their order."""

    file: str
    accent: str
    opening: str
    sections: Sequence[str]


_PACKS: Final[Mapping[Role, _Pack]] = MappingProxyType(
    {
        Role.MENTOR: _Pack(
            "mentor",
            "mentor",
            "why-you",
            (
                "what-it-is",
                "goals",
                "first-meetings",
                "rapport",
                "asking",
                "feedback",
                "limits",
                "confidentiality",
                "stuck",
                "recognition",
                "prompts",
                "ways-of-talking",
                "reading",
                "notes",
            ),
        ),
        Role.MENTEE: _Pack(
            "leader",
            "mentee",
            "why",
            (
                "learner",
                "listening",
                "first-meeting",
                "one-person",
                "time",
                "doubts",
                "acting",
                "enable",
                "assumptions",
                "still-learner",
                "confidentiality",
                "stuck",
                "prompts",
                "ways-of-talking",
                "reading",
                "notes",
            ),
        ),
    }
)

_FIRST_PAGE: Final = ("partner", "dates", "contents", "not-right")
"""What stands below the opening, before the sections; both packs have it in common."""
_ROOM: Final = 200.0
"""Points that are free on a page where a section begins that goes on over the next."""
_MANY_LINES: Final = 2
"""Lines to write on that become more where a page has room."""
_WHOLE: Final = frozenset(
    {
        "goals",
        "enable",
        "assumptions",
        "still-learner",
        "prompts",
        "ways-of-talking",
        "doubts",
        "notes",
    }
)
"""Sections to write in, or to see at one glance: each begins where all of it has room, or on a page
of its own."""
_MADE: Final[Mapping[str, Made]] = MappingProxyType(
    {
        "confidentiality": made.limits,
        "stuck": made.contacts,
        "prompts": made.prompts,
        "reading": made.reading,
        "notes": made.notes,
    }
)
"""What the program adds to the text of a section, by its key."""


def in_order(file: str) -> tuple[str, ...]:
    """Return by their keys what stands on the pack of a file, in its order; for no pack, nothing.

    What it has in common with the other pack is there as well.
    """
    return next(
        ((one.opening, *_FIRST_PAGE, *one.sections) for one in _PACKS.values() if one.file == file),
        (),
    )


def pack_words(values: PackValues) -> DocumentWords:
    """Return the wording of a person's pack."""
    changed = values.programme.plan.words
    return DocumentWords(_PACKS[values.role].file, blanks_of(values), changed)


def pack_sheet(values: PackValues) -> Sheet:
    """Return the pack of one person, to stand alone or among others in one file."""
    words = pack_words(values)
    return Sheet(
        title=values.reader.name,
        foot_left=values.programme.organisation or values.programme.details.name,
        logo=values.programme.logo,
        foot_middle=words.around("foot"),
        story=partial(_story, values, words),
        edge=_PACKS[values.role].accent,
        is_evened=True,
    )


def _story(values: PackValues, words: DocumentWords, styles: Styles) -> list[Block]:
    pack = _PACKS[values.role]
    details = values.programme.details
    meetings = {"first-meetings": details.session_count}
    minutes = details.session_minutes
    writer = Writer(words, styles, pack.accent, minutes, _MANY_LINES, meetings, keeps=True)
    found = [(key, _added(key, values, writer)) for key in pack.sections]
    # A section that the officer has emptied is left out, with its number.
    sections = [(key, more) for key, more in found if more or words.parts(key)]
    blocks = [*_head(words, styles, pack.accent), *_opening(pack, values, writer)]
    blocks.extend(made.contents([words.heading(key) for key, _ in sections], writer))
    blocks.extend(made.not_right(writer))
    for number, (key, more) in enumerate(sections, start=1):
        room = inf if key in _WHOLE else _ROOM
        blocks.extend(writer.section(key, more, number, room=room))
    return blocks


def _added(key: str, values: PackValues, writer: Writer) -> list[Block]:
    make = _MADE.get(key)
    return make(values, writer) if make else []


def _head(words: DocumentWords, styles: Styles, accent: str) -> list[Block]:
    subtitle = plain(words.around("subtitle"))
    return parts.head_of(words.around("kind"), words.title(), subtitle, styles, accent)


def _opening(pack: _Pack, values: PackValues, writer: Writer) -> list[Block]:
    """Return why they were asked, who their partner is, and the dates."""
    styles, words = writer.styles, writer.words
    blocks = writer.body(pack.opening)
    if blocks:
        lead = parts.in_bold(words.heading(pack.opening))
        above = Paragraph(lead, styles.body, space_after=styles.space(3))
        blocks = [parts.tinted([above, *blocks], styles, f"{pack.accent}_soft")]
    return [*blocks, *made.partner_and_dates(values, writer)]
