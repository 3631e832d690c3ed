"""The risk and data-protection assessment, filled in from the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.document_words import says_something
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.packs.writing import Look, Writer
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup import forms, parts
from revmentor_desktop.documents.setup.content import PaperWords, paper_words
from revmentor_desktop.documents.setup.plan_sentences import asked_details
from revmentor_desktop.documents.setup.risks import is_met
from revmentor_desktop.documents.setup.values import SetupValues, short_day
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.tables import Ruled, Table
from revmentor_desktop.documents.wording import Run, text_of
from revmentor_desktop.domain.markdown import Aside
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

_RISK: Final = "risk-"
"""How the keys of the sections begin that are a risk each."""

_Part = Callable[[SetupValues, PaperWords, Styles], list[Block]]


def risk_assessment(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the assessment."""
    writer = Writer(words, styles, "brand")
    blocks = [*parts.head(words, styles), *writer.tinted("warning", "warn_soft")]
    sections: tuple[tuple[str, _Part, Look], ...] = (
        ("data", _data, Look()),
        ("special", _special, Look()),
        ("who", _who, Look(shares=(1, 2.6))),
        ("keep", _keep, Look()),
        ("basis", _nothing, Look(styles.note)),
        ("dpia", _dpia, Look()),
        ("risks", _risks, Look()),
        ("consulted", _consulted, Look()),
    )
    for name, make, look in sections:
        blocks.extend(writer.looking(look).section(name, make(values, words, styles)))
    blocks.append(_signing(words, styles))
    return blocks


def _below(key: str, words: PaperWords, styles: Styles) -> list[Block]:
    """Return a section as it stands below a table."""
    return parts.closed(Writer(words, styles, "brand", look=Look(styles.note)).body(key))


def _data(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    part = values.plan.taking_part
    first, why, source = words.around("data_basic"), words.line("data_application"), "data_from"
    rows: list[list[parts.Runs]] = [
        [
            [
                Run(f"{part.name_of(role).several}: ", Weight.BOLD),
                Run(f"{asked_details(values, first, role)}."),
            ],
            why,
            words.line(source),
        ]
        for role in Role
    ]
    for kind in ("data_deciding", "data_running"):
        cells = [words.line(f"{kind}{cell}") for cell in ("", "_why", "_from")]
        rows.append([parts.in_bold(cells[0]), *cells[1:]])
    return [
        *Writer(words, styles, "brand").before("data-purpose"),
        *parts.table(
            words.several("data_titles"),
            rows,
            styles,
            (2.6, 1.5, 1.1),
            note=_below("data-never", words, styles),
            is_wordy=True,
        ),
    ]


def _special(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    switched_on = [
        one for one in values.plan.taking_part.own_fields if one.is_special and one.is_on
    ]
    asked = [one for one in switched_on if one.is_asked]
    writer = Writer(words, styles, "brand")
    blocks: list[Block] = []
    if asked:
        rows = [_special_row(one, values, words) for one in asked]
        titles = words.several("special_titles")
        blocks.extend(writer.before("special-some"))
        left, shares = _below("special-left", words, styles), (1.4, 0.8, 2.2, 1.1)
        blocks.extend(parts.table(titles, rows, styles, shares, note=left, is_wordy=True))
    else:
        blocks.extend(writer.body("special-none"))
    without = [one.label.strip() for one in switched_on if not one.is_asked]
    if without:
        runs = [*words.line("special_without"), Run(f" {phrases.listed(without)}.")]
        blocks.append(Paragraph(runs, styles.note, space_before=styles.space(7)))
    return blocks


def _special_row(own: OwnField, values: SetupValues, words: PaperWords) -> list[parts.Runs]:
    part = values.plan.taking_part
    of_whom = {
        AskedOf.BOTH: words.around("special_both"),
        AskedOf.MENTOR: part.mentor_name.several,
        AskedOf.MENTEE: part.mentee_name.several,
    }
    seen_by = "special_partner" if own.is_shown_to_partner else "special_organiser"
    return [
        [Run(own.label, Weight.BOLD)],
        plain(phrases.capitalised(of_whom[own.asked_of])),
        plain(own.special_purpose),
        words.line(seen_by),
    ]


def _who(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    marked = [
        one.label.strip()
        for one in values.plan.taking_part.asked_fields()
        if one.is_shown_to_partner
    ]
    if not marked:
        return []
    note = [*words.line("who_partner"), Run(f" {phrases.listed(marked)}.")]
    return [Paragraph(note, styles.note, space_before=styles.space(7))]


# Every section is made from the same three; this one is all words.
def _nothing(_: SetupValues, _words: PaperWords, _styles: Styles) -> list[Block]:
    """Return what the program adds where it adds nothing."""
    return []


def _keep(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    rows: list[list[parts.Runs]] = []
    for key, (milestone, months) in _KEPT_AFTER.items():
        day = values.day(milestone)
        until = short_day(months_later(day, months) if day else None)
        what, how_long = words.line(f"keep_{key}"), words.line(f"keep_{key}_until")
        if says_something(what):
            rows.append([parts.in_bold(what), how_long, plain(until)])
    return parts.table(words.several("keep_titles"), rows, styles, (1.6, 2.6, 1.3))


def _dpia(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    has_special = any(one.is_special for one in values.plan.taking_part.asked_fields())
    answers = (
        ("dpia_special", "dpia_special_yes" if has_special else "dpia_special_no"),
        ("dpia_match", "dpia_match_yes"),
        ("dpia_watch", "dpia_watch_no"),
    )
    rows = [[words.line(asked), words.line(answer)] for asked, answer in answers]
    return parts.table(words.several("dpia_titles"), rows, styles, (1.4, 2))


def _risks(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    keys = [key for key in paper_words(words.file).sections if key.startswith(_RISK)]
    # A risk whose name and answer the officer has emptied is left out.
    said = [key for key in keys if words.heading(key) or words.parts(key)]
    rows = [Ruled(_risk_row(key, values, words, styles), styles.space(4.5)) for key in said]
    note = Stack(_below("duty-note", words, styles), space_before=styles.space(6))
    return [Table(rows, _risk_titles(words, styles), note)]


def _risk_titles(words: PaperWords, styles: Styles) -> Ruled | None:
    """Return the titles of the columns; in large print each row names its boxes itself."""
    if styles.scale > parts.LARGE:
        return None
    titles: list[Block] = [Paragraph(plain(one), styles.small) for one in words.several("levels")]
    levels = Columns(titles, gap=styles.space(3), shares=_LEVEL_SHARES)
    others = [Paragraph(plain(one), styles.small) for one in words.several("risks_titles")]
    row = Columns([*others, levels], gap=styles.space(12), shares=_RISK_SHARES)
    return Ruled(row, styles.space(3), rule="control")


def _risk_row(key: str, values: SetupValues, words: PaperWords, styles: Styles) -> Block:
    """Return a risk, what the plan does about it or what is to be done, and boxes to tick."""
    risk = words.heading(key)
    name = Paragraph(parts.in_bold(risk), styles.note)
    answer = _answer(key, values, words, styles)
    levels = words.several("levels")
    if styles.scale > parts.LARGE:
        boxes = forms.Boxes(text_of(risk), levels, styles.note, space_before=styles.space(4))
        return Stack([name, answer, boxes])
    ticks: list[Block] = [
        forms.TickBox([], styles.note, label=f"{text_of(risk)}: {level}") for level in levels
    ]
    left = Columns(ticks, gap=styles.space(3), shares=_LEVEL_SHARES)
    return Columns([name, answer, left], gap=styles.space(12), shares=_RISK_SHARES)


def _answer(key: str, values: SetupValues, words: PaperWords, styles: Styles) -> Block:
    """Return what the plan does about a risk; else what is set apart there: what is to be done."""
    to_do = [part for part in words.parts(key) if isinstance(part, Aside)]
    writer = Writer(words, styles, "brand", look=Look(styles.note))
    if is_met(key.removeprefix(_RISK), values) or not to_do:
        done = [part for part in words.parts(key) if not isinstance(part, Aside)]
        return Stack(parts.closed(writer.blocks(done)))
    said = [words.filled(one) for part in to_do for one in part.sources]
    first = Run(f"{words.around('risks_to_do')} ", Weight.BOLD)
    return Stack(
        [
            Paragraph(parts.in_colour([first, *runs] if not at else runs, "bad"), styles.note)
            for at, runs in enumerate(said)
        ]
    )


def _consulted(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    asked = [
        plain(" · ".join(filter(None, (one.who, short_day(one.asked_on), one.said))))
        for one in values.plan.purpose.consultations
        if one.who.strip() or one.said.strip()
    ]
    if asked:
        return parts.points(asked, styles, style=styles.note)
    asked_nobody = parts.paragraph(words.line("consulted_none"), styles)
    return [*asked_nobody, forms.Lines(text_of(words.heading("consulted")), 2, styles.note)]


def _signing(words: PaperWords, styles: Styles) -> Block:
    blocks: list[Block] = [parts.label(text_of(words.heading("sign")), styles)]
    for label in map(text_of, words.lines("sign")):
        signing = Columns(
            [
                forms.lines(words.around("sign_name"), 1, styles),
                forms.lines(words.around("sign_date"), 1, styles),
            ],
            gap=styles.space(16),
            shares=(2.2, 1),
        )
        blocks.extend([forms.lines(label, 2, styles), signing])
    blocks.append(forms.lines(words.around("sign_review"), 1, styles))
    return Panel(Stack(blocks), padding=styles.space(13), space_before=styles.space(18))
