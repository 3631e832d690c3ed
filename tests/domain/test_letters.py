"""How a letter's placeholders fill, who it concerns, and what of it is the officer's own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.letters import (
    BLANKS,
    Letter,
    LetterText,
    Part,
    Reach,
    concerns,
    filled,
    known_blanks,
    variant_for,
    word_key,
    worded,
)
from revmentor_desktop.domain.participation import ParticipationState, Role
from tests.builders import participant

TEXT = LetterText(subject="For {name}", body="Hello {name},\n\nuntil {day}.")
NAMES = {"name": "Mei", "day": "", "place": "Leeds"}


def letter(key: str = "invitation", reach: Reach = Reach.PEOPLE) -> Letter:
    return Letter(key=key, title="T", line="L", reach=reach, texts={"mentor": TEXT, "mentee": TEXT})


def body(source: str, **values: str) -> str:
    return filled(LetterText(subject="S", body=source), NAMES | values).body


def test_placeholders_are_filled_in_subject_and_body() -> None:
    found = filled(TEXT, NAMES | {"day": "Tue 19 January 2027"})
    assert (found.subject, found.body) == ("For Mei", "Hello Mei,\n\nuntil Tue 19 January 2027.")
    assert found.is_whole


def test_what_is_empty_or_unknown_is_named_and_still_stands() -> None:
    found = filled(LetterText(subject="{day}", body="{nmae} {day} {} } [[ ]"), NAMES)
    assert found.empty == ("day",)
    assert found.unknown == ("{nmae}", "{}", "}", "[[")
    assert found.subject == "{day}"
    assert found.body == "{nmae} {day} {} } [[ ]"
    assert not found.is_whole


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("We meet[[ on {day}]], soon.", "We meet, soon."),
        ("We meet[[ in {place}]], soon.", "We meet in Leeds, soon."),
        ("One. [[Until {day}.]] Two.", "One. Two."),
        ("One. [[Until {day}.]]", "One."),
        ("One.\n\n[[Until {day}.]]\n\nTwo.", "One.\n\nTwo."),
        ("Dates:\n[[– {day}]]\n– {place}", "Dates:\n– Leeds"),
        ("[[Dates:\n– {day}\n– {place}]]\n\nEnd", "End"),
        ("[[no placeholder]]", "no placeholder"),
        ("**{name}** ____", "**Mei** ____"),
    ],
)
def test_what_is_parted_off_goes_when_a_placeholder_inside_is_empty(source: str, says: str) -> None:
    assert body(source) == says


@pytest.mark.parametrize("source", ["[[a [[b]]", "a]]", "[[{name}"])
def test_signs_that_do_not_match_are_named(source: str) -> None:
    assert not filled(LetterText(subject="", body=source), NAMES).is_whole


@given(st.text(), st.sampled_from(["{{name}}", "[[{}]]", "{}", "**{}**"]))
def test_a_value_is_never_read_for_signs(value: str, frame: str) -> None:
    name = frame.format(value)
    found = filled(LetterText(subject="S", body="a {name} b"), {"name": name})
    if " ".join(name.split()):
        assert found.body == f"a {' '.join(name.split())} b"
        assert found.is_whole


def test_a_subject_is_one_line() -> None:
    assert filled(LetterText(subject="a\r\nBcc: {name}", body=""), {"name": "x\ny"}).subject == (
        "a Bcc: x y"
    )


STATES = {
    "invitation": {"invited"},
    "reminder": {"invited"},
    "acceptance": {"confirmed"},
    "reserve": {"reserve"},
    "refusal": {"refused"},
    "pack": {"confirmed"},
    "agreement-reminder": {"confirmed"},
    "ending-soon": {"confirmed"},
    "thank-you": {"confirmed", "paused"},
    "line-manager-note": {"applied", "confirmed"},
    "sponsor-message": set(),
}


@pytest.mark.parametrize(("key", "states"), STATES.items())
def test_a_letter_concerns_people_by_how_far_they_have_come(key: str, states: set[str]) -> None:
    found = {
        str(state)
        for state in ParticipationState
        if concerns(
            letter(key), participant(1, Role.MENTOR, state=state).participation, is_paired=True
        )
    }
    assert found == states


def test_who_has_opted_in_needs_no_reminder() -> None:
    part = participant(
        1, Role.MENTOR, state=ParticipationState.INVITED, opted_in_on=date(2027, 1, 4)
    ).participation
    assert not concerns(letter("reminder"), part, is_paired=False)
    assert concerns(letter("invitation"), part, is_paired=False)


def test_letters_that_speak_of_a_partner_go_to_nobody_without_one() -> None:
    part = participant(1, Role.MENTOR, state=ParticipationState.CONFIRMED).participation
    for key in ("pack", "agreement-reminder", "ending-soon", "thank-you"):
        assert not concerns(letter(key), part, is_paired=False)
    assert concerns(letter("acceptance"), part, is_paired=False)


def test_the_officers_words_stand_instead_until_they_are_empty() -> None:
    key = word_key("invitation", "mentor", Part.SUBJECT)
    assert key == "letter.invitation.mentor.subject"
    now = worded(letter(), "mentor", {key: "Mine"})
    assert now == LetterText(subject="Mine", body=TEXT.body)
    assert worded(letter(), "mentee", {key: "Mine"}) == TEXT
    assert worded(letter(), "mentor", {key: ""}) == TEXT


def test_every_letter_offers_its_own_placeholders() -> None:
    assert "reason" in known_blanks(letter("refusal"))
    assert "reason" not in known_blanks(letter())
    assert {"papers", "reference"} <= set(known_blanks(letter("pack")))
    assert "papers" not in known_blanks(letter("refusal"))
    assert "participant" in known_blanks(letter("line-manager-note", Reach.LINE_MANAGERS))
    for_all = known_blanks(letter("sponsor-message", Reach.EVERYBODY))
    assert "first_name" not in for_all
    assert "mentors" in for_all
    for reach in Reach:
        assert set(known_blanks(letter("refusal", reach))) <= BLANKS


def test_each_side_has_its_variant() -> None:
    assert variant_for(letter(), Role.MENTEE) == "mentee"
    shared = Letter(key="k", title="T", line="L", texts={"all": TEXT})
    assert variant_for(shared, Role.MENTEE) == "all"
    assert variant_for(shared, None) == "all"
