"""The call for volunteers of one role, and the application form that goes with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.packs.writing import Look, Writer
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import widest_word
from revmentor_desktop.documents.setup import forms, parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.tables import Grid
from revmentor_desktop.documents.wording import Run, text_of
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField

ACCENTS: Final = {Role.MENTOR: "mentor", Role.MENTEE: "mentee"}

_SHORT: Final = ("job_title", "department", "site", "line_manager", "grade", "start_date")
"""Details that need half a line; two of them stand beside one another."""
_TAKES: Final = Look(shares=(1, 3.4))
_LINES: Final = {"interests": 1, "about_me": 2, "motivation": 3}


def call_for(role: Role) -> Callable[[SetupValues, PaperWords, Styles], list[Block]]:
    """Return what makes the call of a role."""

    # Every paper is made from the same three; this one needs only the words.
    def story(_: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
        return _call(words, styles, ACCENTS[role])

    return story


def form_for(role: Role) -> Callable[[SetupValues, PaperWords, Styles], list[Block]]:
    """Return what makes the application form of a role."""

    def story(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
        return _form(values, role, words, styles)

    return story


def _call(words: PaperWords, styles: Styles, accent: str) -> list[Block]:
    writer = Writer(words, styles, accent)
    quiet = writer.looking(Look(styles.note))
    worries = quiet.section("worry")
    for one in worries[1:]:
        if isinstance(one, Paragraph):
            one.whole = True
            one.keep_with_next = one is worries[-1]  # where to apply never stands alone
    return [
        *parts.head(words, styles, accent),
        *writer.tinted("lead", f"{accent}_soft"),
        parts.beside([quiet.card(key) for key in ("bring", "gain")], styles),
        *writer.looking(_TAKES).section("takes"),
        *worries,
        *writer.tinted("apply", f"{accent}_soft"),
    ]


def _form(values: SetupValues, role: Role, words: PaperWords, styles: Styles) -> list[Block]:
    form = PaperWords("form", words.blanks, words.changed)
    accent = ACCENTS[role]
    own = values.plan.taking_part.asked_fields(role)
    title, subtitle = words.line("form_title"), words.line("form_subtitle")
    blocks = parts.head_of(words.around("form_kind"), title, subtitle, styles, accent)
    blocks.extend(_details(values, form, styles))
    blocks.extend(_own_field(one, form, styles) for one in own if not one.is_special)
    blocks.extend(_special([one for one in own if one.is_special], form, styles, accent))
    blocks.append(_statements(form, styles, accent))
    return blocks


def _details(values: SetupValues, form: PaperWords, styles: Styles) -> list[Block]:
    part = values.plan.taking_part
    short = ["full_name", "email", *(one for one in _SHORT if one in part.asked)]
    fields = [forms.lines(form.around(one), 1, styles, _hint(one, form)) for one in short]
    blocks = forms.pairs_of(fields, styles)
    if "meeting_mode" in part.asked:
        tick_one = form.around("tick_one")
        modes = form.several("modes")
        blocks.append(forms.choice(form.around("meeting_mode"), modes, styles, tick_one))
    if "slots" in part.asked:
        tick_all = form.around("tick_all")
        blocks.append(forms.question(form.around("slots"), tick_all, [_week(form, styles)], styles))
    for detail, offered in (("offers", part.offers), ("wants", part.wants)):
        if detail in part.asked:
            blocks.append(_skills(form.around(detail), offered, form, styles))
    blocks.extend(
        forms.lines(form.around(detail), count, styles, _hint(detail, form))
        for detail, count in _LINES.items()
        if detail in part.asked
    )
    return blocks


def _hint(detail: str, form: PaperWords) -> str:
    hints = {"start_date": "date_hint", "about_me": "partner_reads"}
    return form.around(hints[detail]) if detail in hints else ""


def _week(form: PaperWords, styles: Styles) -> Block:
    """Return the half days of a week as a grid of boxes."""
    days = form.several("days")
    gap, shares = styles.space(8), (1.1, *[1.0] * len(days))

    halves = "morning", "afternoon"
    widest = max(widest_word(form.line(half), styles.note) for half in halves)
    needs = [widest, *(widest_word([Run(day)], styles.small) for day in days)]

    def row(cells: list[Block]) -> Block:
        space = styles.space(4)
        return Columns(cells, gap=gap, shares=shares, needs=needs, space_after=space)

    top: list[Block] = [Paragraph([], styles.small)]
    top.extend(Paragraph([Run(day)], styles.small) for day in days)
    rows = [row(top)]
    for half in halves:
        boxes: list[Block] = [Paragraph(form.line(half), styles.note)]
        label = form.around(half)
        boxes.extend(forms.TickBox([], styles.note, label=f"{day}, {label}") for day in days)
        rows.append(row(boxes))
    return Grid(rows)


def _skills(label: str, offered: tuple[str, ...], form: PaperWords, styles: Styles) -> Block:
    options = [one for one in offered if one.strip()]
    if not options:
        return forms.lines(label, 2, styles)
    return forms.choice(label, options, styles, form.around("tick_all"), form.around("other"))


def _own_field(own: OwnField, form: PaperWords, styles: Styles) -> Block:
    hints = [form.around("partner_reads")] if own.is_shown_to_partner else []
    options = [one for one in own.options if one.strip()]
    match own.kind:
        case FieldKind.ONE_OF | FieldKind.SEVERAL_OF if options:
            several = own.kind is FieldKind.SEVERAL_OF
            hints.insert(0, form.around("tick_all" if several else "tick_one"))
            return forms.choice(own.label, options, styles, " · ".join(hints))
        case FieldKind.NUMBER:
            hints.insert(0, form.around("number_hint"))
        case FieldKind.DATE:
            hints.insert(0, form.around("date_hint"))
    return forms.lines(own.label, 1, styles, " · ".join(hints))


def _special(fields: list[OwnField], form: PaperWords, styles: Styles, accent: str) -> list[Block]:
    """Return what is special-category data, each with its purpose and a consent of its own."""
    if not fields:
        return []
    quiet = Writer(form, styles, accent, look=Look(styles.note))
    blocks: list[Block] = []
    for own in fields:
        why = [*form.line("special_why"), Run(f" {own.special_purpose.strip()}")]
        inner: list[Block] = [
            _own_field(own, form, styles),
            Paragraph(why, styles.small, space_after=styles.space(5)),
            *parts.closed(quiet.body("consent")),
        ]
        card = Panel(Stack(inner), padding=styles.space(11), space_after=styles.space(10))
        blocks.append(card)
    return quiet.section("special", blocks)


def _statements(form: PaperWords, styles: Styles, accent: str) -> Block:
    """Return the statements, the signature and what happens with the form, on one page."""
    quiet = Writer(form, styles, accent, look=Look(styles.note))
    signing = Columns(
        [_sign(form.around("signature"), styles), _sign(form.around("date"), styles)],
        gap=styles.space(18),
        shares=(2, 1),
        space_before=styles.space(4),
        space_after=styles.space(10),
    )
    return Stack(
        [
            Paragraph(
                [Run(text_of(form.heading("statements")), Weight.BOLD, accent)],
                replace(styles.note, tag="H2"),
                space_after=styles.space(5),
            ),
            *quiet.body("statements"),
            signing,
            *quiet.body("return-to" if form.blanks["organiser"] else "return-to-organiser"),
            *quiet.looking(Look(styles.small)).body("data-notice"),
        ],
        space_before=styles.space(12),
        stretch=8,
    )


def _sign(label: str, styles: Styles) -> Block:
    below = Paragraph([Run(label)], styles.small, space_before=2)
    return Stack([forms.Lines(label, 1, styles.note), below])
