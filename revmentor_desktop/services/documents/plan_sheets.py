"""A programme's plan of pairs as a spreadsheet: pairs, who is free, and how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.pairing_list import list_words
from revmentor_desktop.documents.pairing_list_values import (
    PlanPair,
    PlanPerson,
    PlanValues,
    Unpaired,
)
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.exchange.workbook_file import Cell, Column, Sheet, workbook
from revmentor_desktop.services.documents.file_names import file_name

SUFFIX: Final = ".xlsx"
_PERSON_WIDTHS: Final = (24, 28, 24, 18, 18)
_REASON_WIDTHS: Final = (36, 26, 36)
_FREE_WIDTHS: Final = (12, 24, 28, 24, 18, 18, 10, 10, 48)
_FACT_WIDTHS: Final = (44, 60)
_NARROW: Final = 13
_LINE: Final = "; "


def plan_workbook(values: PlanValues) -> bytes:
    """Return the spreadsheet of a plan."""
    words = list_words(values)
    sheets = [_pairs(values, words), _free(values, words), _programme(values, words)]
    return workbook(sheets, f"{values.setup.details.name} {values.draft}".strip(), values.made_on)


def plan_file_name(values: PlanValues) -> str:
    """Return a name for the file: that of the programme and of the draft."""
    words = list_words(values)
    plan = values.draft or words.around("fact_plan_agreed")
    return file_name(f"{values.setup.details.name} {plan}", suffix=SUFFIX)


def _pairs(values: PlanValues, words: PaperWords) -> Sheet:
    sides = [
        [f"{name} {part}" for part in words.several("person_columns")]
        for name in (words.blanks["Mentor"], words.blanks["Leader"])
    ]
    columns = [
        *_columns(words.several("pair_columns")),
        *_columns(sides[0], _PERSON_WIDTHS),
        *_columns(sides[1], _PERSON_WIDTHS),
        *_columns(words.several("fit_columns")),
        *_columns([one.title for one in values.criteria]),
        *_columns(words.several("reason_columns"), _REASON_WIDTHS),
        *_columns(words.several("how_columns")),
    ]
    return Sheet(
        words.around("sheet_pairs"), columns, [_pair_row(one, words) for one in values.pairs]
    )


def _pair_row(pair: PlanPair, words: PaperWords) -> list[Cell]:
    return [
        pair.reference,
        words.around(f"state_{pair.state}"),
        *_person(pair.mentor),
        *_person(pair.leader),
        pair.fit,
        pair.professional,
        pair.personal,
        *pair.points,
        _LINE.join(pair.reasons),
        _LINE.join(pair.concerns),
        _LINE.join((*pair.set_aside, *pair.broken)),
        pair.agreed_on,
        pair.mentor_asked_on,
        pair.leader_asked_on,
        words.around("yes" if pair.is_locked else "no"),
        pair.origin,
    ]


def _free(values: PlanValues, words: PaperWords) -> Sheet:
    columns = _columns(words.several("free_columns"), _FREE_WIDTHS)
    rows = [_free_row(one, words) for one in values.unpaired]
    return Sheet(words.around("sheet_free"), columns, rows)


def _free_row(one: Unpaired, words: PaperWords) -> list[Cell]:
    role = words.blanks["Mentor" if one.is_mentor else "Leader"]
    return [role, *_person(one.person), one.partners, one.most_partners, one.why]


def _programme(values: PlanValues, words: PaperWords) -> Sheet:
    columns = _columns(words.several("fact_columns"), _FACT_WIDTHS)
    return Sheet(words.around("sheet_programme"), columns, list(_facts(values, words)))


def _facts(values: PlanValues, words: PaperWords) -> Iterator[tuple[str, Cell]]:
    known: tuple[tuple[str, Cell], ...] = (
        ("programme", values.setup.details.name),
        ("organisation", values.setup.organisation),
        ("plan", values.draft or words.around("fact_plan_agreed")),
        ("aim", values.aim),
        ("made", values.made_on),
        ("pairs", len(values.pairs)),
        ("paired", values.leaders_paired),
        ("all", values.leaders),
        ("total", values.total),
        ("average", values.average),
        ("lowest", values.lowest),
        ("set_aside", values.with_rule_set_aside),
        ("broken", values.against_a_rule),
    )
    for name, value in known:
        if value not in {None, ""}:
            yield words.around(f"fact_{name}"), value
    for one in values.criteria:
        yield words.given(field=one.words).around("fact_counts"), one.percent
    if values.in_confidence:
        told = words.around("confidence")
        yield words.given(field=told).around("fact_counts"), values.in_confidence
        yield words.around("fact_left_out"), words.around("left_out")
    for rule in values.rules:
        yield words.around("fact_rule"), rule


def _person(person: PlanPerson) -> tuple[Cell, ...]:
    return person.name, person.email, person.job, person.department, person.site


def _columns(titles: Sequence[str], widths: Sequence[int] = ()) -> list[Column]:
    wide = [*widths, *[_NARROW] * (len(titles) - len(widths))]
    return [
        Column(phrases.capitalised(title), width) for title, width in zip(titles, wide, strict=True)
    ]
