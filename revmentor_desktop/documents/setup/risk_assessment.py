"""The risk and data-protection assessment, filled in from the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup import forms, parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.plan_sentences import asked_details
from revmentor_desktop.documents.setup.risks import is_met
from revmentor_desktop.documents.setup.values import SetupValues, short_day
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.tables import Ruled, Table
from revmentor_desktop.documents.wording import Run, text_of
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.milestones import months_later
from revmentor_desktop.domain.plan.own_fields import AskedOf, OwnField

_KEPT_AFTER: Final[Mapping[str, tuple[str, int]]] = MappingProxyType(
    {"special": ("close", 0), "refused": ("applications-close", 6), "rest": ("close", 12)}
)
"""What is deleted how many months after which milestone."""

_RISK_SHARES: Final = (1.2, 2.5, 1.1)
"""How wide the columns are of the risk, what is done about it, and the boxes to tick."""
_LEVEL_SHARES: Final = (0.9, 1.4, 0.9)

_Part = Callable[[SetupValues, PaperWords, Styles], list[Block]]


def risk_assessment(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the assessment."""
    blocks = parts.head(words, styles)
    warning = Paragraph(words.runs("warning"), styles.body)
    blocks.append(parts.tinted([warning], styles, "warn_soft"))
    sections: tuple[tuple[str, _Part], ...] = (
        ("data", _data),
        ("special", _special),
        ("who", _who),
        ("keep", _keep),
        ("basis", _basis),
        ("dpia", _dpia),
        ("risks", _risks),
        ("consulted", _consulted),
    )
    for name, make in sections:
        blocks.extend(parts.section(words, name, styles, make(values, words, styles)))
    blocks.append(_signing(words, styles))
    return blocks


def _data(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    part = values.plan.taking_part
    first, why, source = words.text("data_basic"), words.runs("data_application"), "data_from"
    rows: list[list[parts.Runs]] = [
        [
            [
                Run(f"{part.name_of(role).several}: ", Weight.BOLD),
                Run(f"{asked_details(values, first, role)}."),
            ],
            why,
            words.runs(source),
        ]
        for role in Role
    ]
    for kind in ("data_deciding", "data_running"):
        cells = [words.runs(f"{kind}{cell}") for cell in ("", "_why", "_from")]
        rows.append([parts.in_bold(cells[0]), *cells[1:]])
    return [
        *parts.before(words.runs("data_purpose"), styles),
        *parts.table(
            words.texts("data_titles"),
            rows,
            styles,
            (2.6, 1.5, 1.1),
            note=words.runs("data_never"),
            is_wordy=True,
        ),
    ]


def _special(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    switched_on = [
        one for one in values.plan.taking_part.own_fields if one.is_special and one.is_on
    ]
    asked = [one for one in switched_on if one.is_asked]
    blocks: list[Block] = []
    if asked:
        rows = [_special_row(one, values, words) for one in asked]
        titles = words.texts("special_titles")
        blocks.extend(parts.before(words.runs("special_some"), styles))
        left, shares = words.runs("special_left"), (1.4, 0.8, 2.2, 1.1)
        blocks.extend(parts.table(titles, rows, styles, shares, note=left, is_wordy=True))
    else:
        blocks.extend(parts.paragraph(words.runs("special_none"), styles))
    without = [one.label.strip() for one in switched_on if not one.is_asked]
    if without:
        runs = [*words.runs("special_without"), Run(f" {phrases.listed(without)}.")]
        blocks.append(Paragraph(runs, styles.note, space_before=styles.space(7)))
    return blocks


def _special_row(own: OwnField, values: SetupValues, words: PaperWords) -> list[parts.Runs]:
    part = values.plan.taking_part
    of_whom = {
        AskedOf.BOTH: words.text("special_both"),
        AskedOf.MENTOR: part.mentor_name.several,
        AskedOf.MENTEE: part.mentee_name.several,
    }
    seen_by = "special_partner" if own.is_shown_to_partner else "special_organiser"
    return [
        [Run(own.label, Weight.BOLD)],
        plain(phrases.capitalised(of_whom[own.asked_of])),
        plain(own.special_purpose),
        words.runs(seen_by),
    ]


def _who(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    rows = [[parts.in_bold(row[0]), row[1]] for row in words.rows("who") if len(row) > 1 and row[1]]
    marked = [
        one.label.strip()
        for one in values.plan.taking_part.asked_fields()
        if one.is_shown_to_partner
    ]
    note = [*words.runs("who_partner"), Run(f" {phrases.listed(marked)}.")] if marked else []
    return parts.table(words.texts("who_titles"), rows, styles, (1, 2.6), note=note)


def _keep(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    rows: list[list[parts.Runs]] = []
    for key, *cells in words.rows("keep"):
        milestone, months = _KEPT_AFTER.get("".join(run.text for run in key), ("", 0))
        day = values.day(milestone)
        until = short_day(months_later(day, months) if day else None)
        rows.append([parts.in_bold(cells[0]), *cells[1:2], plain(until)])
    note = words.runs("keep_note")
    return parts.table(words.texts("keep_titles"), rows, styles, (1.6, 2.6, 1.3), note=note)


# Every section is made from the same three; this one needs only the words.
def _basis(_: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    hints = [
        forms.TickBox(one, styles.note, space_after=styles.space(5), stretch=2)
        for one in words.points("basis")
    ]
    return [*parts.together(hints)]


def _dpia(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    has_special = any(one.is_special for one in values.plan.taking_part.asked_fields())
    answers = (
        ("dpia_special", "dpia_special_yes" if has_special else "dpia_special_no"),
        ("dpia_match", "dpia_match_yes"),
        ("dpia_watch", "dpia_watch_no"),
    )
    rows = [[words.runs(asked), words.runs(answer)] for asked, answer in answers]
    return parts.table(words.texts("dpia_titles"), rows, styles, (1.4, 2))


def _risks(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    rows = [
        Ruled(_risk_row(row, values, words, styles), styles.space(4.5))
        for row in words.rows("risks")
    ]
    note = Paragraph(words.runs("duty_note"), styles.small, space_before=styles.space(6))
    return [Table(rows, _risk_titles(words, styles), note)]


def _risk_titles(words: PaperWords, styles: Styles) -> Ruled | None:
    """Return the titles of the columns; in large print each row names its boxes itself."""
    if styles.scale > parts.LARGE:
        return None
    titles: list[Block] = [Paragraph(plain(one), styles.small) for one in words.texts("levels")]
    levels = Columns(titles, gap=styles.space(3), shares=_LEVEL_SHARES)
    others = [Paragraph(plain(one), styles.small) for one in words.texts("risks_titles")]
    row = Columns([*others, levels], gap=styles.space(12), shares=_RISK_SHARES)
    return Ruled(row, styles.space(3), rule="control")


def _risk_row(
    row: list[list[Run]], values: SetupValues, words: PaperWords, styles: Styles
) -> Block:
    """Return a risk, what the plan does about it or what is to be done, and boxes to tick."""
    key, risk, done, *rest = row
    name = Paragraph(parts.in_bold(risk), styles.note)
    if is_met("".join(run.text for run in key), values) or not rest:
        answer = Paragraph(done, styles.note)
    else:
        to_do = [Run(f"{words.text('risks_to_do')} ", Weight.BOLD), *rest[0]]
        answer = Paragraph(parts.in_colour(to_do, "bad"), styles.note)
    levels = words.texts("levels")
    if styles.scale > parts.LARGE:
        boxes = forms.Boxes(text_of(risk), levels, styles.note, space_before=styles.space(4))
        return Stack([name, answer, boxes])
    ticks: list[Block] = [
        forms.TickBox([], styles.note, label=f"{text_of(risk)}: {level}") for level in levels
    ]
    left = Columns(ticks, gap=styles.space(3), shares=_LEVEL_SHARES)
    return Columns([name, answer, left], gap=styles.space(12), shares=_RISK_SHARES)


def _consulted(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    asked = [
        plain(" · ".join(filter(None, (one.who, short_day(one.asked_on), one.said))))
        for one in values.plan.purpose.consultations
        if one.who.strip() or one.said.strip()
    ]
    if asked:
        return parts.points(asked, styles, style=styles.note)
    asked_nobody = parts.paragraph(words.runs("consulted_none"), styles)
    return [*asked_nobody, forms.Lines(words.text("consulted_heading"), 2, styles.note)]


def _signing(words: PaperWords, styles: Styles) -> Block:
    blocks: list[Block] = [parts.label(words.text("sign_heading"), styles)]
    for label in words.texts("sign"):
        signing = Columns(
            [
                forms.lines(words.text("sign_name"), 1, styles),
                forms.lines(words.text("sign_date"), 1, styles),
            ],
            gap=styles.space(16),
            shares=(2.2, 1),
        )
        blocks.extend([forms.lines(label, 2, styles), signing])
    blocks.append(forms.lines(words.text("sign_review"), 1, styles))
    return Panel(Stack(blocks), padding=styles.space(13), space_before=styles.space(18))
