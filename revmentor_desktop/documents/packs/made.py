"""What the program itself puts into packs: partner, dates, contents, prompts, contacts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from revmentor_desktop.documents import agreement_clauses, phrases
from revmentor_desktop.documents.blocks import Block, Paragraph, Stack, WritingLines
from revmentor_desktop.documents.fonts import Weight, searchable
from revmentor_desktop.documents.packs.content import says_something
from revmentor_desktop.documents.packs.values import PackValues
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.parts import Runs
from revmentor_desktop.documents.setup.values import blanks_of as programme_blanks
from revmentor_desktop.documents.setup.values import day_words
from revmentor_desktop.documents.wording import Run
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.sessions import spread

_DATES: Final = (
    ("briefings", "Briefing"),
    ("agreements-due", "Agreement signed by"),
    ("first-session", "First meeting from"),
    ("mid-point", "Half-way review"),
    ("close", "Last meeting by"),
)
_NOTES: Final = 22
"""Lines for own notes: a page of them."""
_AFTER_PROMPTS: Final = 2
"""Lines to write on after the questions of a meeting."""


def partner_and_dates(values: PackValues, writer: Writer) -> Block:
    """Return who the partner is, as far as they share it, beside the days to know."""
    other = "mentee" if values.role is Role.MENTOR else "mentor"
    cards = [
        parts.card(_text(writer, "partner"), _partner(values, writer), writer.styles, other),
        parts.card(_text(writer, "dates"), _days(values, writer), writer.styles),
    ]
    return parts.beside(cards, writer.styles)


def _text(writer: Writer, key: str) -> str:
    return "".join(run.text for run in writer.words.heading(key))


def _partner(values: PackValues, writer: Writer) -> list[Block]:
    partner, styles = values.partner, writer.styles
    who: list[Run] = plain(partner.name, Weight.BOLD)
    if searchable(partner.job):
        who = [*who, Run(f", {partner.job}")]
    blocks: list[Block] = [Paragraph(who, styles.body, space_after=styles.space(3))]
    if searchable(partner.about):
        blocks.append(Paragraph(plain(f"“{searchable(partner.about)}”"), styles.note))
    said = [*partner.details]
    wants, offers = "Would like to learn", "Can tell about"
    listed = {wants: partner.wants} if values.role is Role.MENTOR else {offers: partner.offers}
    said.extend((label, "; ".join(some)) for label, some in listed.items() if some)
    for label, answer in said:
        runs = [Run(f"{label}: ", Weight.BOLD), Run(answer)]
        blocks.append(Paragraph(runs, styles.note, space_before=styles.space(4)))
    return blocks


def _days(values: PackValues, writer: Writer) -> list[Block]:
    styles = writer.styles
    found = [(label, values.day(key)) for key, label in _DATES]
    blocks: list[Block] = [
        Paragraph([Run(f"{label} "), Run(day_words(day), Weight.BOLD)], styles.note)
        for label, day in found
        if day
    ]
    return blocks or [WritingLines(4)]


def contents(headings: Sequence[Runs], writer: Writer) -> list[Block]:
    """Return the headings with their numbers, in two columns."""
    styles = writer.styles
    lines: list[Block] = [
        Paragraph([Run(f"{number}\u2002", Weight.BOLD, writer.accent), *heading], styles.note)
        for number, heading in enumerate(headings, start=1)
    ]
    half = (len(lines) + 1) // 2
    columns = parts.beside([Stack(lines[:half]), Stack(lines[half:])], styles)
    return [parts.heading("In this pack", styles, writer.accent), columns]


def limits(values: PackValues, writer: Writer) -> list[Block]:
    """Return what cannot stay between two people, as the agreement has it."""
    said = agreement_clauses.limits(values.programme.plan.agreement)
    if not said:
        said = ["what the law obliges you to tell"]
    return parts.points(
        [plain(phrases.capitalised(one)) for one in said], writer.styles, accent=writer.accent
    )


def contacts(values: PackValues, writer: Writer) -> list[Block]:
    """Return whom to call."""
    blanks = programme_blanks(values.programme)
    who = [
        (
            "The organiser",
            ", ".join(filter(None, (blanks["organiser"], blanks["organiser_contact"]))),
        ),
        ("Outside both your teams", blanks["concern_contact"]),
    ]
    lines: list[Block] = [
        Paragraph(
            [
                Run(f"{label}: ", Weight.BOLD),
                Run(said, to_write=False) if said else Run("", to_write=True),
            ],
            writer.styles.body,
            space_after=writer.styles.space(3),
        )
        for label, said in who
    ]
    return [parts.tinted([parts.label("Whom to call", writer.styles), *lines], writer.styles)]


def prompts(values: PackValues, writer: Writer) -> list[Block]:
    """Return the questions for each meeting with lines to write on."""
    details, plan, styles = values.programme.details, values.programme.plan, writer.styles
    found: list[Block] = []
    for number, theme in enumerate(spread(plan.sessions, details.session_count), start=1):
        title = f"{number}\u2002{theme.title}"
        asked = [plain(one) for one in theme.prompts]
        inside: list[Block] = [
            parts.label(title, styles, writer.accent),
            *parts.points(
                [one for one in asked if says_something(one)], styles, "–", writer.accent
            ),
            WritingLines(_AFTER_PROMPTS),
        ]
        found.append(
            Stack(inside, space_before=styles.space(10), space_after=styles.space(6), stretch=6)
        )
    return found


def reading(values: PackValues, writer: Writer) -> list[Block]:
    """Return what there is to read on for the reader's side."""
    from revmentor_desktop.documents.setup.reading_list import source

    words = PaperWords(
        "reading-list", programme_blanks(values.programme), values.programme.plan.words
    )
    group = "mentors" if values.role is Role.MENTOR else "doubters"
    return [source(row, writer.styles, writer.accent) for row in words.rows(group)]


# All that is added is made from the same two; this needs neither.
def notes(_values: PackValues, _writer: Writer) -> list[Block]:
    """Return lines for own notes."""
    return [WritingLines(_NOTES)]
