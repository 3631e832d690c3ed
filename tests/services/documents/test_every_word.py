"""Every word that people read on paper is the officer's to change, or was typed by somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, Final

import pytest

from revmentor_desktop.documents.document_words import change_key
from revmentor_desktop.documents.packs.papers import words_on
from revmentor_desktop.documents.setup.papers import KEYS, paper_text
from revmentor_desktop.documents.setup.values import PHRASES, SetupValues
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.plan.agreement_choices import Told
from revmentor_desktop.domain.plan.pairing_choices import RULES, PairingChoices
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.readiness import QUESTIONS, Answer
from revmentor_desktop.domain.plan.taking_part import DETAILS
from revmentor_desktop.services.documents.setup_papers import setup_values
from revmentor_desktop.services.documents.wording import EditedSection, sections
from revmentor_desktop.services.documents.wording_files import (
    files_of,
    files_of_paper,
    folder_of,
)
from revmentor_desktop.system.dates import MONTHS
from revmentor_desktop.system.detail_words import detail_label
from tests.documents import packs_example
from tests.documents.setup_example import DETAILS_OF_IT, LEAST, ORGANISATION, PLAN

SIGN: Final = "¤"
"""Stands for whatever an officer may have written."""
BY_THE_PROGRAM: Final = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun", "to", "a"})
"""Words of dates, and what joins numbers."""


def changed(files: Iterable[str], sign: str = SIGN) -> dict[str, str]:
    """Return all that can be worded of these files, worded with a sign alone."""
    found: dict[str, str] = {}
    for file in files:
        for one in sections(file, {}):
            key = change_key(folder_of(file), file, one.key)
            if one.has_body:
                found[key] = sign
            found[key if one.is_line else f"{key}.heading"] = sign
    return found


def typed(value: Any) -> Iterator[str]:
    """Yield the texts in values, however deep."""
    match value:
        case Enum() | date() | bool() | None:
            return
        case str():
            yield value
        case int() | float():
            yield str(value)
        case Mapping():
            for one in value.values():
                yield from typed(one)
        case list() | tuple() | frozenset():
            for one in value:
                yield from typed(one)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from typed(getattr(value, field.name))


def left_over(said: str, values: object) -> set[str]:
    """Return the phrases of a paper that nobody has typed and no officer could change."""
    known = "\n".join([*typed(values), *MONTHS, *map(detail_label, DETAILS)])
    known = known.casefold()
    phrases = re.split(r"[^\w’' -]+|[\d_]+| and ", said.casefold().replace("\u00a0", " "))
    whole = (one.strip(" -’'") for one in phrases)
    return {one for one in whole if one and one not in known} - BY_THE_PROGRAM


def worded(values: SetupValues, files: Iterable[str]) -> SetupValues:
    return worded_with(values, changed(files))


def worded_with(values: SetupValues, words: Mapping[str, str]) -> SetupValues:
    return replace(values, plan=replace(values.plan, words={**values.plan.words, **words}))


FULL = setup_values(DETAILS_OF_IT, PLAN, ORGANISATION, ["No sponsor is named."])
BARE = setup_values(LEAST, Plan(), "", [])
OTHERWISE = setup_values(
    DETAILS_OF_IT,
    replace(
        PLAN,
        agreement=replace(PLAN.agreement, told=Told.THAT_THEY_MET_AND_TOPICS, limits=()),
        pairing=PairingChoices(rules=frozenset(RULES)),
        readiness=dict.fromkeys(QUESTIONS, Answer.NO),
    ),
    ORGANISATION,
    [],
)


PLANS: Final = (FULL, BARE, OTHERWISE)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("values", [FULL, BARE, OTHERWISE], ids=["full", "bare", "otherwise"])
def test_no_word_of_a_set_up_paper_is_out_of_reach(key: str, values: SetupValues) -> None:
    mine = worded(values, {*files_of_paper(key), "plan"})
    assert left_over(paper_text(key, mine), mine) == set()


@pytest.mark.parametrize("kind", PaperKind)
def test_no_word_of_a_pair_s_paper_is_out_of_reach(kind: PaperKind) -> None:
    files = (*files_of(kind), "reading-list", "shared", "agreement")
    pair = packs_example.pair(programme=worded(packs_example.programme(), files))
    assert left_over(words_on(kind, pair), pair) == set()


def listed(files: Iterable[str]) -> list[EditedSection]:
    return [one for file in files for one in sections(file, {})]


OF_FORMS: Final = {"other", "return-to"}
SELDOM: Final = {
    "explainer": {"figure_week"},
    "plan": {
        "answering",
        "limit_safeguarding",
        "notes_nobody",
        "notes_shared",
        "own_rule_must_be_equal",
        "own_rule_must_overlap",
    },
    "call-mentor": OF_FORMS,
    "call-leader": {*OF_FORMS, "special", "special_why", "consent"},
    "risk-assessment": {"special_both", "special_partner"},
}
"""What is said of other plans than those here."""


@pytest.mark.parametrize("key", [*KEYS])
def test_whatever_is_worded_stands_on_the_paper(key: str) -> None:
    unseen: set[str] = set()
    for one in listed(file for file in files_of_paper(key) if file != PHRASES):
        words = {f"{change_key(folder_of(one.file), one.file, one.key)}": "Zebra"}
        if not one.has_body and not one.is_line:
            words = {f"{next(iter(words))}.heading": "Zebra"}
        papers = (worded_with(values, words) for values in PLANS)
        if one.key != "foot" and not any("zebra" in paper_text(key, one).lower() for one in papers):
            unseen.add(one.key)
    assert unseen == SELDOM.get(key, set())
