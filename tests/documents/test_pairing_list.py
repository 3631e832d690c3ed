"""The pairing list for the sponsor says what the plan is, whoever is in it, however long."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from revmentor_desktop.documents.pairing_list import pairing_list_pdf, pairing_list_text
from revmentor_desktop.documents.pairing_list_values import PlanPerson, PlanValues
from revmentor_desktop.documents.styles import LARGE_PRINT, Paper
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.plan.plan import Plan
from tests.documents.pairing_list_example import plan_pair, plan_values
from tests.documents.reading_back import (
    bookmarks,
    check_structure,
    drawn_lines,
    pages,
    reader,
    text,
)
from tests.documents.test_agreement import HOSTILE, without_spaces

MANY = 500
AGREED: dict[str, Any] = {"state": PairState.AGREED, "agreed_on": date(2026, 11, 6)}


def many_pairs(count: int = MANY) -> PlanValues:
    """Return a plan whose rows are of different heights."""
    return plan_values(
        pairs=tuple(
            plan_pair(
                number,
                leader=PlanPerson(name=f"Leader {number} begins", job="Director " * (number % 7)),
                reasons=("AI tools", f"Reason {number} ends"),
                concerns=(),
            )
            for number in range(1, count + 1)
        )
    )


def test_a_short_list_says_all_of_the_plan(tmp_path: Path) -> None:
    pdf = pairing_list_pdf(plan_values())
    found = text(pdf)
    for words in (
        "Front-line voices 2027 · Harbour Care · Sun 22 November 2026",
        "A proposal: nothing is final before you agree. It is the draft “After the board meeting”.",
        "1 of 2",
        "leaders with a partner",
        "RM-0001",
        "Mei Brown",
        "Care · North",
        "Helen Ward",
        "Finance Director",
        "AI tools",
        "Both Tue am",
        "Different sites",
        "Fiona Bell Commercial Director Paused at present.",
        "Llŷr Rhys Finance · South",
        "What one offers 75%",
        "Answers given in confidence, where both agreed to it 10%",
        "Never in the same department.",
        "David Price, Chief Executive",
        "I agree to the pairs on this list, but for:",
        "Signature",
    ):
        assert words in found
    said = pairing_list_text(plan_values())
    assert "81\naverage fit\n64\nlowest fit" in said
    assert "With-One-Already" not in found
    assert "mei@ward.example" not in found
    check_structure(pdf, tmp_path)


def test_the_file_names_its_title_and_language() -> None:
    found = reader(pairing_list_pdf(plan_values()))
    assert found.metadata is not None
    assert found.metadata.title == "Pairing list for the sponsor: Front-line voices 2027"
    assert str(found.root_object["/Lang"]) == "en-GB"
    assert bookmarks(pairing_list_pdf(plan_values())) == ["Who meets whom, and why"]


def test_the_same_plan_gives_the_same_file() -> None:
    assert pairing_list_pdf(plan_values()) == pairing_list_pdf(plan_values())


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ((plan_pair(**AGREED),), "Agreed on Fri 6 November 2026."),
        (
            (plan_pair(**AGREED), plan_pair(2, **(AGREED | {"agreed_on": date(2026, 11, 9)}))),
            "Agreed between Fri 6 November 2026 and Mon 9 November 2026.",
        ),
        ((plan_pair(state=PairState.AGREED),), "All pairs are agreed."),
        (
            (plan_pair(**AGREED), plan_pair(2), plan_pair(3)),
            "One agreed, two proposed. Nothing that is only proposed is final before you agree.",
        ),
    ],
)
def test_what_is_final_is_told_from_what_is_not(pairs: tuple[object, ...], words: str) -> None:
    assert words in text(pairing_list_pdf(plan_values(pairs=pairs)))


def test_where_not_all_are_agreed_each_pair_says_how_far_it_is() -> None:
    mixed = text(pairing_list_pdf(plan_values(pairs=(plan_pair(**AGREED), plan_pair(2)))))
    assert "RM-0001 agreed" in mixed
    assert "RM-0002 proposed" in mixed
    alike = pairing_list_text(plan_values(pairs=(plan_pair(), plan_pair(2))))
    assert "proposed" not in alike.splitlines()
    paused = plan_values(pairs=(plan_pair(**(AGREED | {"state": PairState.PAUSED})),))
    assert "RM-0001 paused" in text(pairing_list_pdf(paused))


def test_rules_stand_with_the_pair_and_are_counted() -> None:
    found = text(
        pairing_list_pdf(
            plan_values(
                pairs=(
                    plan_pair(set_aside=("Rule set aside: the same department. Reason: Asked.",)),
                    plan_pair(2, broken=("Against a rule: one line of management",)),
                    plan_pair(3, broken=("Against a rule: one line of management",), fit=None),
                )
            )
        )
    )
    assert "with a rule set aside" in found
    assert "Rule set aside: the same department. Reason: Asked." in found
    assert "Two pairs go against a rule by now; they are marked." in found
    assert "Of one pair too little is known for a fit." in found


def test_what_is_not_known_leaves_no_gap() -> None:
    bare = plan_pair(fit=None, reasons=(), concerns=(), leader=PlanPerson(name="Helen Ward"))
    found = text(pairing_list_pdf(plan_values(pairs=(bare,), average=None, lowest=None)))
    assert "–" in found
    assert "Nothing is known yet that would speak for it or against it." in found
    assert "average fit" not in found


@pytest.mark.parametrize(
    "name",
    ["Zoë Żółkowski", "Ελένη Παπαδοπούλου", "Светлана Ёлкина", "Thảo Nguyễn"],
)
def test_names_in_any_script_read_back(name: str) -> None:
    person = PlanPerson(name=name, job=name, site=name)
    pdf = pairing_list_pdf(plan_values(pairs=(plan_pair(mentor=person, leader=person),)))
    assert text(pdf).count(name) >= 6


@pytest.mark.parametrize("name", ["محمد عبد الله", "דוד כהן", "علی رضا پژمان"])
def test_names_from_right_to_left_read_back(name: str, qapp: QApplication) -> None:
    pair = plan_pair(mentor=PlanPerson(name=name), leader=PlanPerson(name=name))
    assert sum(name in line for line in drawn_lines(pairing_list_pdf(plan_values(pairs=(pair,)))))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stands_as_it_is(hostile: str) -> None:
    person = PlanPerson(name=hostile, job=hostile, department=hostile, site=hostile)
    pair = plan_pair(
        mentor=person, leader=person, reasons=(hostile,), concerns=(hostile,), broken=(hostile,)
    )
    found = text(pairing_list_pdf(plan_values(pairs=(pair,), draft=hostile)))
    assert without_spaces(found).count(without_spaces(hostile)) >= 12


def test_long_names_and_jobs_stay_whole() -> None:
    name, job = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Iñárritu", "Director " * 12
    person = PlanPerson(name=name, job=job, department=name, site=name)
    pair = plan_pair(mentor=person, leader=person)
    for styles in (None, LARGE_PRINT):
        found = without_spaces(text(pairing_list_pdf(plan_values(pairs=(pair,)), styles=styles)))
        assert found.count(name) == 6
        assert found.count("Director") >= 24


@pytest.mark.parametrize("paper", list(Paper))
def test_five_hundred_pairs_stand_each_on_one_page_under_the_titles(paper: Paper) -> None:
    found = pages(pairing_list_pdf(many_pairs(), paper=paper))
    assert len(found) < 60
    on_pages = [re.findall(r"RM-(\d{4})", page) for page in found]
    listed = [int(number) for page in on_pages for number in page]
    assert listed == list(range(1, MANY + 1))
    for number, page in enumerate(found, start=1):
        assert f"Page {number} of {len(found)}" in page
        rows = on_pages[number - 1]
        assert ("What speaks for it" in page) is bool(rows)
        for row in rows:
            assert f"Leader {int(row)} begins" in " ".join(page.split())
            assert f"Reason {int(row)} ends" in " ".join(page.split())


def test_in_large_print_no_pair_is_parted_either() -> None:
    found = pages(pairing_list_pdf(many_pairs(40), styles=LARGE_PRINT))
    for number in range(1, 41):
        (page,) = (one for one in found if f"RM-{number:04d}" in one)
        flat = " ".join(page.split())
        assert f"Leader {number} begins" in flat
        assert f"Reason {number} ends" in flat
        assert "Mentor Leader" in flat


@pytest.mark.parametrize("paper", list(Paper))
def test_long_figures_stand_on_one_line_in_large_print_too(paper: Paper) -> None:
    values = plan_values(leaders=1400, leaders_paired=1399)
    lines = drawn_lines(pairing_list_pdf(values, paper=paper, styles=LARGE_PRINT))
    assert "1399 of 1400" in [line.strip() for line in lines]


def test_of_many_mentors_in_reserve_the_number_is_told() -> None:
    free = plan_values().unpaired[1]
    few, many = (plan_values(unpaired=(free,) * count) for count in (24, 25))
    assert pairing_list_text(few).count("Llŷr Rhys") == 24
    assert "There are 25 of them" in text(pairing_list_pdf(many))
    assert "Llŷr Rhys" not in pairing_list_text(many)


def test_without_a_known_sponsor_whoever_signs_writes_their_name() -> None:
    nameless = replace(plan_values().setup, plan=Plan())
    assert "Name and signature" in pairing_list_text(plan_values(setup=nameless))
    assert "Name and signature" not in pairing_list_text(plan_values())


def test_a_list_without_anybody_left_says_nothing_of_them() -> None:
    found = pairing_list_text(replace(plan_values(), unpaired=()))
    assert "in reserve" not in found
    assert "without a partner" not in found
