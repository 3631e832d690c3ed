"""The pairing list for the sponsor: who meets whom, how well that fits and why, to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.blocks import Block, Paragraph, Stack, WritingLines
from revmentor_desktop.documents.document_words import says_something
from revmentor_desktop.documents.fonts import Weight, searchable
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.pairing_list_values import (
    KEY,
    LIST_BLANKS,
    PlanPair,
    PlanPerson,
    PlanValues,
    Unpaired,
)
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.parts import labelled_line
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.papers import texts_of
from revmentor_desktop.documents.setup.values import blanks_of, day_words
from revmentor_desktop.documents.styles import Paper, Styles
from revmentor_desktop.documents.tables import Ruled, Table
from revmentor_desktop.documents.wording import Run, text_of
from revmentor_desktop.domain.pairs import PairState

_SHARES: Final = (0.62, 1.35, 1.35, 0.32, 1.6)
"""How wide the columns are of reference, mentor, leader, fit and reasons."""
_UNKNOWN: Final = "–"
_NAMED_UP_TO: Final = 24
"""So many mentors in reserve are named; of more the number says as much."""
_EVENED_UP_TO: Final = 60
"""So many pairs are spread evenly over their pages; a longer list has pages enough."""


def list_words(values: PlanValues) -> PaperWords:
    """Return the wording of the list and of the spreadsheet."""
    setup = values.setup
    # What differs by part is given there; where the officer asks for it elsewhere, it says nothing.
    blanks = dict.fromkeys(LIST_BLANKS, "") | blanks_of(setup)
    return PaperWords(KEY, blanks, setup.plan.words, LIST_BLANKS)


def pairing_list_title(values: PlanValues) -> str:
    """Return what the paper is called in lists."""
    return searchable(list_words(values).around("name"))


def pairing_list_line(values: PlanValues) -> str:
    """Return in one line what the paper is for."""
    return searchable(list_words(values).around("line"))


def pairing_list_pdf(
    values: PlanValues, *, paper: Paper = Paper.A4, styles: Styles | None = None
) -> bytes:
    """Return the list as a PDF file."""
    words = list_words(values)
    sheet = Sheet(
        title=text_of(words.title()),
        foot_left=values.setup.organisation or values.setup.details.name,
        logo=values.setup.logo,
        foot_middle=words.around("foot"),
        story=partial(_story, values, words),
        edge="brand",
        is_evened=len(values.pairs) <= _EVENED_UP_TO,
    )
    title = f"{words.around('name')}: {values.setup.details.name}"
    return compose([sheet], title=title, paper=paper, styles=styles)


def pairing_list_text(values: PlanValues) -> str:
    """Return all that the list says, a line for each stretch of text."""
    return "\n".join(texts_of(_story(values, list_words(values), Styles())))


def _story(values: PlanValues, words: PaperWords, styles: Styles) -> list[Block]:
    dated = words.given(day=day_words(values.made_on))
    made = {
        "pairs": _pairs(values, words, styles),
        "left": _left(values, words, styles),
        "free": _free(values, words, styles),
        "how": _how(values, words, styles),
    }
    writer = Writer(words, styles, "brand")
    return [
        *parts.head(dated, styles),
        _standing(values, words, styles),
        *_figures(values, words, styles),
        *(one for key, more in made.items() if more for one in writer.section(key, more)),
        _signing(words, styles),
    ]


def _standing(values: PlanValues, words: PaperWords, styles: Styles) -> Block:
    """Return what is final and what is not."""
    days, agreed = values.days_agreed, len(values.agreed)
    proposed = len(values.pairs) - agreed
    if not agreed:
        runs = words.given(draft=values.draft).line("proposed_all")
    elif proposed:
        counts = {"agreed": phrases.number(agreed), "proposed": phrases.number(proposed)}
        given = words.given(draft=values.draft, **counts)
        runs = given.line("agreed_some")
        runs = [replace(one, text=phrases.capitalised(one.text)) for one in runs[:1]] + runs[1:]
    elif len(days) == 1:
        runs = words.given(day=day_words(days[0])).line("agreed_all")
    elif not days:
        runs = words.line("agreed_undated")
    else:
        span = {"first": day_words(days[0]), "last": day_words(days[-1])}
        runs = words.given(**span).line("agreed_between")
    panel = parts.tinted(
        [Paragraph(runs, styles.body)], styles, "warn_soft" if proposed else "ok_soft"
    )
    panel.space_after = styles.space(8)
    return panel


def _figures(values: PlanValues, words: PaperWords, styles: Styles) -> list[Block]:
    counted = words.given(paired=str(values.leaders_paired), all=str(values.leaders))
    figures = [(counted.around("paired"), words.around("paired_words"))]
    for number, name in ((values.average, "average"), (values.lowest, "lowest")):
        if number is not None:
            figures.append((str(number), words.around(f"{name}_words")))
    if values.with_rule_set_aside:
        figures.append((str(values.with_rule_set_aside), words.around("set_aside_words")))
    said = [
        *_counted("broken", values.against_a_rule, words),
        *_counted("unknown", values.of_unknown_fit, words),
        *words.line("fit_note"),
    ]
    return [
        parts.big_numbers(figures, styles),
        Paragraph(said, styles.small, space_after=styles.space(4)),
    ]


def _counted(name: str, count: int, words: PaperWords) -> list[Run]:
    if not count:
        return []
    many = phrases.capitalised(phrases.number(count))
    runs = words.given(count=many).line(f"{name}_one" if count == 1 else f"{name}_some")
    return [*runs, Run(" ")]


def _pairs(values: PlanValues, words: PaperWords, styles: Styles) -> list[Block]:
    is_mixed = 0 < len(values.agreed) < len(values.pairs)
    titles = [plain(one) for one in words.several("pairs_titles")]
    if styles.scale > parts.LARGE:
        rows = [_wide_row(one, words, styles, is_mixed=is_mixed) for one in values.pairs]
        top = _columns([Paragraph(one, styles.small) for one in titles[1:3]], styles)
    else:
        rows = [_row(one, words, styles, is_mixed=is_mixed) for one in values.pairs]
        top = _columns([Paragraph(one, styles.small) for one in titles], styles, _SHARES)
    ruled = [Ruled(row, styles.space(4.5)) for row in rows]
    return [Table(ruled, Ruled(top, styles.space(3), rule="control"), stretch=2)] if ruled else []


def _row(pair: PlanPair, words: PaperWords, styles: Styles, *, is_mixed: bool) -> Block:
    number: list[Block] = [Paragraph(plain(pair.reference), styles.small)]
    number += [Paragraph(one, styles.small) for one in _state(pair, words, is_mixed=is_mixed)]
    cells = [
        Stack(number),
        _person(pair.mentor, styles, "mentor"),
        _person(pair.leader, styles, "mentee"),
        Paragraph([Run(_fit(pair), Weight.BOLD)], styles.note),
        Stack(_reasons(pair, words, styles)),
    ]
    return _columns(cells, styles, _SHARES)


def _wide_row(pair: PlanPair, words: PaperWords, styles: Styles, *, is_mixed: bool) -> Block:
    """Return a pair in large print: what is said of the two stands below both."""
    fit = words.given(count=_fit(pair)).around("pairs_fit")
    states = ["".join(run.text for run in one) for one in _state(pair, words, is_mixed=is_mixed)]
    line = " · ".join([pair.reference, fit, *states])
    both = [_person(pair.mentor, styles, "mentor"), _person(pair.leader, styles, "mentee")]
    return Stack(
        [
            Paragraph(plain(line), styles.small, space_after=styles.space(2)),
            replace(_columns(both, styles), space_after=styles.space(3)),
            *_reasons(pair, words, styles),
        ]
    )


def _columns(cells: Sequence[Block], styles: Styles, shares: Sequence[float] = ()) -> Columns:
    return Columns(cells, gap=styles.space(10), shares=shares)


def _fit(pair: PlanPair) -> str:
    return _UNKNOWN if pair.fit is None else str(pair.fit)


def _state(pair: PlanPair, words: PaperWords, *, is_mixed: bool) -> list[parts.Runs]:
    """Return how far a pair has come, where that is not the same for all."""
    if not is_mixed and pair.state is not PairState.PAUSED:
        return []
    colour = "warn" if pair.state is PairState.PROPOSED else "ok"
    return [parts.in_colour(words.line(f"state_{pair.state}"), colour)]


def _person(person: PlanPerson, styles: Styles, accent: str) -> Block:
    said = [Paragraph([Run(person.name, Weight.BOLD, accent)], styles.note)]
    said += [Paragraph(plain(one), styles.small) for one in (person.job, person.place) if one]
    return Stack(said)


def _reasons(pair: PlanPair, words: PaperWords, styles: Styles) -> list[Block]:
    """Return what speaks for a pair, what against it, and what the rules say of it."""
    quiet = replace(styles.note, size=styles.small.size, leading=styles.small.leading)
    signs = (
        (parts.YES, "ok", pair.reasons),
        ("!", "warn", pair.concerns),
        ("!", "warn", pair.set_aside),
        (parts.NO, "bad", pair.broken),
    )
    said: list[Block] = [
        replace(
            parts.point(plain(text), styles, sign, colour, quiet),
            indent=11 * styles.scale,
            space_after=0.0,
        )
        for sign, colour, texts in signs
        for text in texts
    ]
    return said or [Paragraph(words.line("no_reasons"), styles.small)]


def _left(values: PlanValues, words: PaperWords, styles: Styles) -> list[Block]:
    rows = [[_named(one), plain(one.why)] for one in values.without_partner(mentors=False)]
    return parts.table(words.several("left_titles"), rows, styles, (1.2, 1))


def _free(values: PlanValues, words: PaperWords, styles: Styles) -> list[Block]:
    free = values.without_partner(mentors=True)
    if len(free) > _NAMED_UP_TO:
        return parts.paragraph(words.given(count=str(len(free))).line("free_many"), styles)
    couples = [free[at : at + 2] for at in range(0, len(free), 2)]
    rows = [[*map(_named, couple), *[[]] * (2 - len(couple))] for couple in couples]
    return parts.table((), rows, styles, (1, 1))


def _named(one: Unpaired) -> parts.Runs:
    person = one.person
    about = " · ".join(filter(None, (person.job, person.place)))
    return [Run(person.name, Weight.BOLD), *([Run(f" {about}", colour="muted")] if about else [])]


def _how(values: PlanValues, words: PaperWords, styles: Styles) -> list[Block]:
    counting = [(phrases.capitalised(one.words), one.percent) for one in values.criteria]
    if values.in_confidence:
        counting.append((phrases.capitalised(words.around("confidence")), values.in_confidence))
    rows = [
        [plain(name), words.given(count=str(percent)).line("counts_much")]
        for name, percent in counting
    ]
    return [
        *_aim(values, words, styles),
        *parts.table(words.several("counts_titles"), rows, styles, (4, 1)),
        *(parts.paragraph(words.line("left_out"), styles) if values.in_confidence else []),
        Paragraph(
            parts.in_bold(words.line("rules_intro")),
            styles.note,
            space_before=styles.space(10),
            space_after=styles.space(4),
            keep_with_next=True,
        ),
        *parts.points([plain(one) for one in values.rules], styles, style=styles.note),
    ]


def _aim(values: PlanValues, words: PaperWords, styles: Styles) -> list[Block]:
    if not (values.draft and values.aim):
        return []
    given = words.given(draft=values.draft, aim=values.aim)
    return parts.paragraph(given.line("how_aim"), styles)


def _signing(words: PaperWords, styles: Styles) -> Block:
    """Return the place for the sponsor's signature; it stays whole."""
    name = words.line("sign_name")
    blocks: list[Block] = [parts.label(text_of(words.heading("sign")), styles)]
    signature = "sign_signature" if says_something(name) else "sign_both"
    if says_something(name):
        blocks.append(Paragraph(parts.in_bold(name), styles.body, space_after=styles.space(4)))
    blocks.append(Paragraph(words.line("sign_agree"), styles.body))
    blocks.append(WritingLines(1, space_after=styles.space(10)))
    blocks.append(
        Columns(
            [
                labelled_line(words.around(signature), styles),
                labelled_line(words.around("sign_date"), styles),
            ],
            gap=styles.space(16),
            shares=(2.2, 1),
        )
    )
    return Panel(Stack(blocks), padding=styles.space(13), space_before=styles.space(18))
