"""Clauses that a programme chooses, the officer’s own words, and what is filled in on screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from revmentor_desktop.documents.agreement import agreement_clauses
from revmentor_desktop.documents.packs.values import PairValues
from revmentor_desktop.documents.styles import Paper, Styles
from revmentor_desktop.domain.plan.agreement_choices import (
    CLAUSES,
    USUAL_CLAUSES,
    AgreementChoices,
    Doors,
    Feedback,
    Goals,
    Place,
)
from tests.documents.reading_back import agreement_pdf, pages, reader, text, values


def said(**chosen: Any) -> str:
    """Return the whole agreement's words under some choices."""
    return text(agreement_pdf(values(choices=AgreementChoices(**chosen))))


# ---- clauses that not every programme has --------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("roles", "David is here to learn; Mei tells what it is like. Whoever learns asks"),
        ("length", "A meeting takes 30 minutes at least and 90 minutes at most, however it goes."),
        ("contact", "Between meetings we answer each other within 48 hours."),
        ("reach", "We reach each other by:"),
        ("needs", "What we need for that, such as times, places or aids:"),
        ("feedback", "At the end of each meeting each of us says one thing that helped"),
        ("data", "What is kept of us is our names"),
        ("after", "The programme ends on Tue 6 July 2027. If we go on after that"),
        ("closing", "At the end we say what we have learnt, however it went"),
        ("review", "We read this agreement again together by Tue 13 April 2027, and change it"),
    ],
)
def test_a_clause_stands_where_the_programme_wants_it(key: str, words: str) -> None:
    assert words not in said()
    assert words in said(clauses=(*USUAL_CLAUSES, key))


@pytest.mark.parametrize("key", USUAL_CLAUSES)
def test_every_usual_clause_can_be_left_out(key: str) -> None:
    kept = tuple(one for one in USUAL_CLAUSES if one != key)
    clauses = agreement_clauses(values(choices=AgreementChoices(clauses=kept)))
    assert len(clauses) == len(USUAL_CLAUSES)  # one less, and the one on opening doors
    assert set(clauses) < set(agreement_clauses(values()))


def test_without_a_last_day_the_clause_on_the_end_stands_without_it() -> None:
    choices = AgreementChoices(clauses=("after",))
    found = text(agreement_pdf(values(choices=choices, last_day=None)))
    assert "The programme ends. If we go on" in found


def test_opening_doors_is_said_either_way_or_not_at_all() -> None:
    assert "Opening doors" not in said(doors=Doors.UNSAID)
    assert "Opening doors for each other is no part of this" in said(doors=Doors.CLOSED)
    assert "is welcome and never owed." in said()


def test_how_they_tell_each_other_what_helped_is_chosen() -> None:
    clauses = (*USUAL_CLAUSES, "feedback")
    assert "After each meeting each of us writes" in said(
        clauses=clauses, feedback=Feedback.WRITTEN
    )
    assert "Whenever we look back each of us says" in said(
        clauses=clauses, feedback=Feedback.REVIEWS
    )


def test_how_short_and_long_a_meeting_is_can_be_chosen() -> None:
    clauses = (*USUAL_CLAUSES, "length")
    chosen = said(clauses=clauses, shortest_minutes=45, longest_minutes=75)
    assert "A meeting takes 45 minutes at least and 75 minutes at most" in chosen
    turned = said(clauses=clauses, shortest_minutes=95, longest_minutes=75)
    assert "A meeting takes 75 minutes at least and 95 minutes at most" in turned


def test_without_an_answer_in_time_there_is_no_clause_on_it() -> None:
    clauses = (*USUAL_CLAUSES, "contact")
    assert "Between meetings" in said(clauses=clauses)
    assert "Between meetings" not in said(clauses=clauses, answer_hours=0)


def test_without_days_they_write_on_which_they_read_it_again() -> None:
    choices = AgreementChoices(clauses=("review",))
    found = agreement_clauses(values(choices=choices, first_day=None, last_day=None))
    assert "We read this agreement again together, and change it where we want to, on: …" in found


def test_the_programmes_focus_is_named_with_its_purpose() -> None:
    usual = values()
    focused = replace(usual, programme=replace(usual.programme, focus="Digital and AI"))
    assert "on the wards. Our focus: Digital and AI." in text(agreement_pdf(focused))
    assert "focus" not in text(agreement_pdf(usual))


# ---- what each wants -----------------------------------------------------------------------------


def wishing(goals: Goals, *wants: str) -> PairValues:
    made = values(choices=AgreementChoices(goals=goals))
    return replace(made, mentor=replace(made.mentor, wants=wants))


def test_what_somebody_wished_for_stands_in_their_box_with_a_line_to_add() -> None:
    pdf = agreement_pdf(wishing(Goals.KNOWN, "to be heard", "Night shifts"))
    assert "What I want from this To be heard; Night shifts" in text(pdf)
    found = fields(pdf)
    assert found.count("Mentor: What I want from this") == 1
    assert found.count("Leader: What I want from this (line 2 of 2)") == 1


def test_where_nothing_is_filled_in_there_are_lines() -> None:
    pdf = agreement_pdf(wishing(Goals.LINES, "To be heard"))
    assert "To be heard" not in text(pdf)
    assert fields(pdf).count("Mentor: What I want from this (line 2 of 2)") == 1


def test_nothing_is_said_of_wishes_where_the_programme_wants_none() -> None:
    pdf = agreement_pdf(wishing(Goals.UNSAID, "To be heard"))
    assert "What I want" not in text(pdf)
    assert not any("What I want" in one for one in fields(pdf))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_wishes_of_any_length_stand_whole(paper: Paper, scale: float) -> None:
    long = wishing(Goals.KNOWN, *["We walk, and we talk about what we see, " * 25] * 5)
    pdf = agreement_pdf(long, paper=paper, styles=Styles(scale))
    found = [" ".join(page.split()) for page in pages(pdf)]
    assert " ".join(found).count("walk,") == 125
    assert "A question, or a worry?" in found[-1]
    assert "signature" in found[-1]


def test_the_organiser_signs_where_the_programme_wants_it() -> None:
    assert "Seen by the programme organiser" not in said()
    assert "Seen by the programme organiser" in said(organiser_signs=True)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_with_every_clause_none_is_split_and_the_signatures_stay_with_one(
    paper: Paper, scale: float
) -> None:
    choices = AgreementChoices(clauses=CLAUSES, doors=Doors.OPEN, organiser_signs=True)
    everything = values(choices=choices)
    found = pages(agreement_pdf(everything, paper=paper, styles=Styles(scale)))
    assert len(found) > 1
    flat = [" ".join(page.split()) for page in found]
    stand = agreement_clauses(everything)
    assert len(stand) == len(CLAUSES) + 1
    for clause in stand:
        words = " ".join(clause.split()).replace("\xa0", " ").removesuffix("…").strip()
        assert sum(words in page for page in flat) == 1, words
    for words in ("A question, or a worry?", "signature", "Seen by", "Signed three times"):
        assert words in flat[-1]


# ---- the officer’s own words ---------------------------------------------------------------------


def own(**words: str) -> PairValues:
    return values(words={f"document.agreement.{key}": text for key, text in words.items()})


def test_a_clause_in_own_words_stands_in_place_of_the_usual_one() -> None:
    said_instead = "We say {leader_first} when it is **enough**."
    changed = own(**{"aside": said_instead, "aside.heading": "Stop."})
    assert "11 Stop. We say David when it is enough." in text(agreement_pdf(changed))
    assert "Nobody here speaks for a group" not in text(agreement_pdf(changed))


def test_a_list_within_a_clause_stays_with_it() -> None:
    changed = own(aside="We set aside:\n\n- pay\n- posts\n\nand what we name: ____")
    for scale in (1.0, 1.5):
        found = pages(agreement_pdf(changed, styles=Styles(scale)))
        (page,) = [page for page in found if "We set aside:" in page]
        assert page.index("We set aside:") < page.index("pay") < page.index("and what we name:")


def test_a_clause_without_words_is_left_out() -> None:
    assert len(agreement_clauses(own(aside=""))) == len(USUAL_CLAUSES)
    assert "Why we do this" not in text(agreement_pdf(values(purpose="")))


# ---- fields on screen ----------------------------------------------------------------------------


def fields(pdf: bytes) -> list[str]:
    return [str(note["/TU"]) for page in reader(pdf).pages for note in page.annotations or []]


def test_whatever_is_written_can_be_filled_in_on_screen_in_the_order_of_the_page() -> None:
    found = fields(agreement_pdf(values()))
    assert found == [
        *(
            f"{role}: What I want from this (line {line} of 2)"
            for role in ("Mentor", "Leader")
            for line in (1, 2)
        ),
        "Each of us may set topics aside. Nobody here speaks for a group, and nobody has to share"
        " anything personal. We will not talk about:",
        "A question, or a worry? We ask the organiser or, outside both our teams and lines:",
        "Mentor’s signature: Mei Brown",
        "Mentor’s signature: Date",
        "Leader’s signature: David Price",
        "Leader’s signature: Date",
        *(f"Signed three times. This copy is for: {one}" for one in ("Mei", "David", "the file")),
    ]


def test_lines_below_a_clause_are_fields_too() -> None:
    changed = own(aside="We set aside:\n\n____\n____")
    found = fields(agreement_pdf(changed))
    asked = "Each of us may set topics aside. We set aside:"
    assert [one for one in found if one.startswith(asked)] == [
        f"{asked} (line 1 of 2)",
        f"{asked} (line 2 of 2)",
    ]


def test_each_field_lies_over_its_line_and_within_the_page() -> None:
    (page,) = reader(agreement_pdf(values())).pages
    boxes = [[float(side) for side in note["/Rect"]] for note in page.annotations or []]
    for left, bottom, right, top in boxes:
        assert 0 < left < right < float(page.mediabox.width)
        assert 0 < bottom < top
        is_box = right - left == top - bottom
        assert is_box or right - left > 40
        assert (9 if is_box else 10) < top - bottom < 25


def test_the_number_of_a_clause_that_is_all_to_write_on_stands_level_with_it() -> None:
    choices = AgreementChoices(clauses=("reach", "place", "data"), place=Place.OPEN)
    (page,) = reader(agreement_pdf(values(choices=choices))).pages
    rows: dict[str, float] = {}

    def see(text: str, _: Any, matrix: list[float], *__: Any) -> None:
        rows.setdefault(text.strip(), round(matrix[5], 1))

    page.extract_text(visitor_text=see)
    place, reach = (
        next(y for words, y in rows.items() if words.startswith(begin))
        for begin in ("Where and how", "We reach each other")
    )
    assert (rows["1"], rows["2"]) == (place, reach)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_whose_copy_it_is_stands_in_one_row_or_below_its_words(paper: Paper, scale: float) -> None:
    for name in ("Mei", "Wilhelmina Anastasia", "Wilhelmina Anastasia Featherstonehaugh" * 2):
        pdf = agreement_pdf(values(mentor_short=name), paper=paper, styles=Styles(scale))
        found = pages(pdf)[-1]
        boxes = [
            [float(side) for side in note["/Rect"]]
            for note in reader(pdf).pages[-1].annotations or []
            if note["/FT"] == "/Btn"
        ]
        assert len(boxes) == 3
        assert "Signed three times. This copy is for:" in " ".join(found.split())
        assert all(left > 0 and right < paper.width for left, _, right, _ in boxes)
