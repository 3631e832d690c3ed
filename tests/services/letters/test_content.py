"""The letters that come with the program are whole, kind, and can be filled for anybody."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.letters import FOR_ALL, Letter, Reach, filled, known_blanks
from revmentor_desktop.domain.plan.communications import LETTERS
from revmentor_desktop.domain.text import clean_line, clean_text
from revmentor_desktop.domain.tone import Tone, tone_hints
from revmentor_desktop.services.letters.content import (
    letter,
    letters,
    refusal_reasons,
    tone_advice,
)

ALL = pytest.mark.parametrize("one", letters(), ids=lambda one: one.key)


def test_every_letter_is_there_in_its_order() -> None:
    assert tuple(one.key for one in letters()) == LETTERS
    with pytest.raises(KeyError):
        letter("../messages")


@ALL
def test_a_letter_has_a_text_for_whom_it_reaches(one: Letter) -> None:
    wanted = {FOR_ALL} if one.reach is Reach.EVERYBODY else {"mentor", "mentee"}
    assert set(one.texts) == wanted
    assert one.title
    assert one.line.endswith(".")
    assert one.hints


@ALL
def test_it_can_be_filled_with_everything_known_and_with_the_least(one: Letter) -> None:
    must = {
        "first_name", "programme", "role_name", "a_role_name", "role_names", "partner_role_name",
        "a_partner_role_name", "mentors", "leaders", "sessions", "how_long", "reason", "sender",
        "sponsor", "papers",
    }  # fmt: skip
    for text in one.texts.values():
        full = filled(text, dict.fromkeys(known_blanks(one), "something"))
        least = filled(
            text, {name: "something" if name in must else "" for name in known_blanks(one)}
        )
        for found in (full, least):
            assert found.is_whole
            assert "  " not in found.body
            assert " ," not in found.body
            assert " ." not in found.body
            assert "\n\n\n" not in found.body


@ALL
def test_its_tone_gives_no_hint_and_it_is_short(one: Letter) -> None:
    for text in one.texts.values():
        assert tone_hints(f"{text.subject}\n{text.body}") == ()
        assert len(text.body) < 1_300
        assert len(text.subject) < 70


@ALL
def test_storing_would_change_nothing_of_it(one: Letter) -> None:
    for text in one.texts.values():
        assert clean_line(text.subject) == text.subject
        assert clean_text(text.body) == text.body


@pytest.mark.parametrize("key", ["invitation", "reminder", "sponsor-message"])
def test_whoever_is_asked_hears_that_no_needs_no_reason(key: str) -> None:
    for text in letter(key).texts.values():
        assert any(
            words in text.body for words in ("needs no reason", "quite all right", "voluntary")
        )


def test_a_refusal_thanks_first_and_names_what_comes_next() -> None:
    for text in letter("refusal").texts.values():
        assert text.body.split("\n\n")[1].startswith("Thank you")
        assert "{reason}" in text.body
        assert "next programme" in text.body


def test_who_is_kept_in_reserve_hears_by_when_and_may_stop_waiting() -> None:
    for text in letter("reserve").texts.values():
        assert text.body.split("\n\n")[1].startswith("Thank you")
        assert "{first_session}" in text.body
        assert "no reason is needed" in text.body


def test_reasons_are_about_circumstances_and_advice_is_there_for_every_tone() -> None:
    assert all(reason.endswith(".") for reason in refusal_reasons().values())
    assert not any(map(tone_hints, refusal_reasons().values()))
    assert set(tone_advice()) == set(Tone)
