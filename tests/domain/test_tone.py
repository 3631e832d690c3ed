"""Phrases that may hurt are found with their place; plain sentences are left alone."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.tone import Tone, tone_hints


@pytest.mark.parametrize(
    ("text", "tone", "phrase"),
    [
        ("Our younger colleagues know this.", Tone.AGE, "younger colleagues"),
        ("Digital natives help you.", Tone.AGE, "Digital natives"),
        ("Ask a millennial or Generation Z.", Tone.AGE, "Generation Z"),
        ("quite something at\nyour age", Tone.AGE, "at\nyour age"),
        ("Leaders who are out of touch", Tone.OUT_OF_TOUCH, "out of touch"),
        ("You don't understand us", Tone.OUT_OF_TOUCH, "don't understand us"),
        ("Leave the ivory tower", Tone.OUT_OF_TOUCH, "ivory tower"),
        ("Your application was unsuccessful.", Tone.BLAME, "unsuccessful"),
        ("There were stronger candidates.", Tone.BLAME, "stronger candidates"),
        ("You have not even replied.", Tone.BLAME, "You have not even"),
        ("You must answer", Tone.PRESSURE, "You must"),
        ("This is a final reminder", Tone.PRESSURE, "final reminder"),
        ("It is mandatory.", Tone.PRESSURE, "mandatory"),
    ],
)
def test_a_phrase_is_found_where_it_stands(text: str, tone: Tone, phrase: str) -> None:
    (hint,) = [one for one in tone_hints(text) if one.phrase == phrase]
    assert hint.tone is tone
    assert text[hint.start : hint.end] == phrase


def test_hints_come_in_the_order_of_the_text() -> None:
    found = tone_hints("You must listen, or stay out of touch, like youngsters.")
    assert [hint.tone for hint in found] == [Tone.PRESSURE, Tone.OUT_OF_TOUCH, Tone.AGE]


@pytest.mark.parametrize(
    "text",
    [
        "You are free to say no, and nobody will ask why.",
        "People learn from each other, whatever their age.",
        "Manage your time, keep in touch, and mustard is in the kitchen.",
        "We keep the old rota until the new one begins.",
        "",
    ],
)
def test_plain_sentences_give_no_hint(text: str) -> None:
    assert tone_hints(text) == ()
