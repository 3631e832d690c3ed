"""Every paper says what it is given, shows nothing confidential, leaves nothing half filled."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from revmentor_desktop.documents.setup.papers import KEYS, paper_line, paper_title, setup_pdf
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.documents.styles import Paper, Styles
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.purpose import Evidence, Purpose
from revmentor_desktop.domain.plan.taking_part import RoleName
from revmentor_desktop.services.documents.setup_papers import setup_values
from tests.documents.reading_back import bookmarks, check_structure, pages, reader, text
from tests.documents.setup_example import (
    CONFIDENTIAL,
    DETAILS_OF_IT,
    LEAST,
    ORGANISATION,
    PLAN,
    TAKING_PART,
    with_words,
)

FULL = setup_values(DETAILS_OF_IT, PLAN, ORGANISATION, ["No sponsor is named."])
BARE = setup_values(LEAST, Plan(), "", ["There is no start yet."])
ONE_PAGE = ("explainer", "reading-list")


@pytest.mark.parametrize("values", [FULL, BARE], ids=["full", "bare"])
@pytest.mark.parametrize("key", KEYS)
def test_no_paper_has_anything_half_filled(key: str, values: SetupValues) -> None:
    said = text(setup_pdf(key, values))
    assert not re.search(r"[{}]|\*\*|\[\[|\]\]|__|\bNone\b|\[\?\]", said)
    # Neither a blank that said nothing within a sentence nor a label without its value.
    assert not re.search(r" [,.;:]|[,:;]\.|\.\.|, ,|\(\)|“”", said.replace("…", ""))


@pytest.mark.parametrize("key", KEYS)
def test_what_is_confidential_appears_in_no_paper(key: str) -> None:
    assert CONFIDENTIAL.split()[0] not in text(setup_pdf(key, FULL))


def test_even_values_that_hold_it_print_no_confidential_evidence() -> None:
    secret = Purpose(evidence=(Evidence(text="Unheard", is_confidential=True),))
    values = replace(FULL, plan=replace(PLAN, purpose=secret))
    assert all("Unheard" not in text(setup_pdf(key, values)) for key in KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_the_same_values_give_the_same_bytes(key: str) -> None:
    assert setup_pdf(key, FULL) == setup_pdf(key, FULL)


@pytest.mark.parametrize("key", KEYS)
def test_a_file_names_its_title_and_nobody(key: str, tmp_path: Path) -> None:
    pdf = setup_pdf(key, FULL)
    about = reader(pdf).metadata
    assert about is not None
    assert about.title == f"{paper_title(key, FULL)}: Front-line voices 2027"
    assert not about.author
    assert bookmarks(pdf)
    assert paper_line(key, FULL)
    check_structure(pdf, tmp_path)


@pytest.mark.parametrize("key", ONE_PAGE)
def test_one_page_is_one_page(key: str) -> None:
    for paper in Paper:
        assert len(pages(setup_pdf(key, FULL, paper=paper))) == 1
        assert len(pages(setup_pdf(key, BARE, paper=paper))) == 1


@pytest.mark.parametrize("paper", Paper)
def test_the_explainer_says_less_rather_than_take_a_second_page(paper: Paper) -> None:
    purpose = replace(PLAN.purpose, why_now="Many people leave, and nobody asked them. " * 12)
    details = replace(DETAILS_OF_IT, purpose="so that leaders hear how decisions land " * 8)
    words = {"explainer.focus": "It is about the wards. " * 8}
    plan = replace(PLAN, purpose=purpose, words=words)
    values = setup_values(details, plan, ORGANISATION, [])
    (page,) = pages(setup_pdf("explainer", values, paper=paper))
    assert "So that leaders hear how decisions land" in page
    assert "What you can count on" in page
    whole = text(setup_pdf("explainer", values, styles=Styles(1.5)))
    assert "Many people leave" in whole
    assert "It is about the wards." in whole


@pytest.mark.parametrize("key", KEYS)
def test_letter_and_large_print_lose_no_word(key: str) -> None:
    usual = _words(setup_pdf(key, FULL))
    assert len(usual) > 60
    assert _words(setup_pdf(key, FULL, paper=Paper.LETTER)) == usual
    large = _words(setup_pdf(key, FULL, styles=Styles(1.5)))
    # The first column of a wordy table, whose cells then stand below one another, needs no title.
    assert usual - large <= {"Objective", "Question", "asked", "Whose"}
    assert large <= usual


def _words(pdf: bytes) -> set[str]:
    """Return all words of some length."""
    return set(re.findall(r"[^\W\d_]{4,}", text(pdf)))


def test_role_names_are_the_programmes_own() -> None:
    part = replace(
        TAKING_PART,
        mentor_name=RoleName(one="Guide", several="Guides"),
        mentee_name=RoleName(one="Executive", several="Executives"),
    )
    values = replace(FULL, plan=replace(PLAN, taking_part=part))
    for key in KEYS:
        said = text(setup_pdf(key, values))
        assert not re.search(r"\b(a executive|an guide)\b", said)
    assert "Call for guides" in paper_title("call-mentor", values)
    assert "Show an executive what you see" in text(setup_pdf("call-mentor", values))
    assert "EXECUTIVES" in text(setup_pdf("plan", values))


def test_the_officers_words_win_and_stay_plain() -> None:
    plan = with_words(
        explainer__title="Upward mentoring in {programme}",
        explainer__is="First point\n\nSecond <b>point</b> {odd}",
        **{"sponsor-brief__points": "“Why me?” | Because you decide.\n“When?” | Soon."},
    )
    values = replace(FULL, plan=plan)
    explainer = text(setup_pdf("explainer", values))
    assert "Upward mentoring in Front-line voices 2027" in explainer
    assert "Second <b>point</b> {odd}" in explainer
    assert "What is reverse mentoring?" not in explainer
    assert "A private conversation between two people" not in explainer
    brief = text(setup_pdf("sponsor-brief", values))
    assert "Because you decide." in brief
    assert "What can I learn" not in brief


def test_a_name_in_any_letters_is_printed_as_it_is() -> None:
    values = replace(FULL, organisation="Zdravstvo Čačak <b>& Sons")
    assert "Zdravstvo Čačak <b>& Sons" in text(setup_pdf("explainer", values))
