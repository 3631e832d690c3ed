"""What the program itself puts into packs: partner, dates, contents, prompts, contacts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from revmentor_desktop.documents import agreement_clauses, phrases
from revmentor_desktop.documents.blocks import Block, Paragraph, Stack, WritingLines
from revmentor_desktop.documents.document_words import says_something
from revmentor_desktop.documents.fonts import Weight, searchable
from revmentor_desktop.documents.lists import Numbered
from revmentor_desktop.documents.packs.content import DocumentWords
from revmentor_desktop.documents.packs.values import PackValues, Partner
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import plain, width_of
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.parts import Runs
from revmentor_desktop.documents.setup.reading_list import SOURCES
from revmentor_desktop.documents.setup.values import blanks_of as programme_blanks
from revmentor_desktop.documents.setup.values import day_words
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.sessions import SessionPlan, spread

_DATES: Final = ("briefings", "agreements-due", "first-session", "mid-point", "close")
_NOTES: Final = 12
_MOST_NOTES: Final = 40
"""Lines for own notes: what is left of a page, and never less than some."""
_AFTER_PROMPTS: Final = 3
_MOST_AFTER_PROMPTS: Final = 7
"""Lines to write on after the questions of a meeting."""
_CARD: Final = 207.0
"""Points for the text of one of two cards beside one another, on A4."""
_BESIDE: Final = 420
"""Letters about the partner that have room beside the dates."""


def partner_and_dates(values: PackValues, writer: Writer) -> list[Block]:
    """Return who the partner is, as far as they share it, beside the days to know."""
    other = "mentee" if values.role is Role.MENTOR else "mentor"
    styles = writer.styles
    about, titles = _partner(values, writer), [_text(writer, key) for key in ("partner", "dates")]
    dates = parts.card(titles[1], _days(values, writer), styles)
    if _letters_about(values.partner) <= _BESIDE:
        return [parts.beside([parts.card(titles[0], about, styles, other), dates], styles)]
    # Who says much of themselves has the width of the page for it.
    partner = Panel(
        Stack([parts.label(titles[0], styles, other), *about], is_loose=True),
        padding=styles.space(12),
        may_part=True,
        space_before=styles.space(10),
        space_after=styles.space(12),
    )
    return [dates, partner]


def _letters_about(partner: Partner) -> int:
    said = (partner.name, partner.job, partner.about, *partner.offers, *partner.wants)
    return sum(map(len, said)) + sum(len(answer) for _, answer in partner.details)


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
    is_mentor = values.role is Role.MENTOR
    listed = {"wants": partner.wants} if is_mentor else {"offers": partner.offers}
    said.extend((writer.words.around(key), "; ".join(some)) for key, some in listed.items() if some)
    for label, answer in said:
        runs = [Run(f"{label}: ", Weight.BOLD), Run(answer)]
        blocks.append(Paragraph(runs, styles.note, space_before=styles.space(4)))
    return blocks


def _days(values: PackValues, writer: Writer) -> list[Block]:
    styles = writer.styles
    known = [(writer.words.around(f"day_{key}"), values.day(key)) for key in _DATES]
    found = [(label, day_words(day)) for label, day in known if day]
    return _side_by_side(found, styles) if found else [WritingLines(4)]


def _side_by_side(said: Sequence[tuple[str, str]], styles: Styles) -> list[Block]:
    """Return labels with what they are about in a column of its own, where a card has room."""
    style, gap = styles.note, styles.space(5)
    lines = [(Run(label), Run(about, Weight.BOLD)) for label, about in said]
    widths = [
        max(width_of(line[at].text, replace(style, weight=weight)) for line in lines)
        for at, weight in enumerate((Weight.REGULAR, Weight.BOLD))
    ]
    room = _CARD * 2 if styles.is_large else _CARD
    if sum(widths) + gap > room:
        return [Paragraph([first, Run(" "), second], style) for first, second in lines]
    shares = widths[0] + 1, room - gap - widths[0]
    return [
        Columns([Paragraph([one], style) for one in line], gap, shares=shares) for line in lines
    ]


def contents(headings: Sequence[Runs], writer: Writer) -> list[Block]:
    """Return the headings with their numbers, in two columns; in large print in one."""
    styles = writer.styles
    lines = [
        parts.point(heading, styles, str(number), writer.accent)
        for number, heading in enumerate(headings, start=1)
    ]
    for one in lines:
        one.space_after = styles.space(2)
    heading = parts.heading(writer.words.line("contents"), styles, writer.accent)
    if styles.is_large:
        return [heading, *parts.together(lines)]
    half = (len(lines) + 1) // 2
    return [heading, parts.beside([Stack(lines[:half]), Stack(lines[half:])], styles)]


def not_right(writer: Writer) -> list[Block]:
    """Return what to do as soon as something does not feel right: on the first page already."""
    said = writer.body("not-right")
    if not said:
        return []
    lead = Paragraph(
        parts.in_bold(writer.words.heading("not-right")),
        writer.styles.body,
        space_after=writer.styles.space(3),
    )
    return [parts.tinted([lead, *said], writer.styles)]


def limits(values: PackValues, writer: Writer) -> list[Block]:
    """Return what cannot stay between two people, as the agreement has it."""
    plan = values.programme.plan
    words = DocumentWords(agreement_clauses.FILE, writer.words.blanks, plan.words)
    said = agreement_clauses.limits(plan.agreement, words)
    if not said:
        said = [writer.words.around("no_limits")]
    return parts.points(
        [plain(phrases.capitalised(one)) for one in said], writer.styles, accent=writer.accent
    )


def contacts(values: PackValues, writer: Writer) -> list[Block]:
    """Return whom to call."""
    blanks = programme_blanks(values.programme)
    who = [
        (
            writer.words.around("organiser"),
            ", ".join(filter(None, (blanks["organiser"], blanks["organiser_contact"]))),
        ),
        (writer.words.around("outside"), blanks["concern_contact"]),
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
    return [
        parts.tinted(
            [parts.label(writer.words.around("whom_to_call"), writer.styles), *lines], writer.styles
        )
    ]


def prompts(values: PackValues, writer: Writer) -> list[Block]:
    """Return the questions for each meeting with lines to write on."""
    details, plan, styles = values.programme.details, values.programme.plan, writer.styles
    found: list[Block] = []
    untitled = (SessionPlan(title=""),) * details.session_count
    themes = spread(plan.sessions, details.session_count) or untitled
    for number, theme in enumerate(themes, start=1):
        title = f"{number}\u2002{theme.title}".strip()
        asked = [plain(one) for one in theme.prompts]
        inside: list[Paragraph | Numbered] = [
            parts.label(title, styles, writer.accent),
            *(parts.point(one, styles, "–", writer.accent) for one in asked if says_something(one)),
        ]
        for one in inside:
            one.keep_with_next = True
        inside[0].space_before, inside[0].stretch = styles.space(16), 8.0
        lines = WritingLines(_AFTER_PROMPTS, _MOST_AFTER_PROMPTS, space_after=styles.space(6))
        found += [*inside, lines]
    return found


def reading(values: PackValues, writer: Writer) -> list[Block]:
    """Return what there is to read on for the reader's side."""
    about = values.programme
    words = PaperWords("reading-list", programme_blanks(about), about.plan.words)
    group = "mentors" if values.role is Role.MENTOR else "doubters"
    return replace(writer, words=words, look=SOURCES).body(group)


# All that is added is made from the same two; this needs neither.
def notes(_values: PackValues, _writer: Writer) -> list[Block]:
    """Return lines for own notes."""
    return [WritingLines(_NOTES, _MOST_NOTES)]
