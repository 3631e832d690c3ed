"""Every text that people read on paper, in letters and beside fields is whole, British and kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from revmentor_desktop.documents.wording import read_wording
from revmentor_desktop.domain.tone import Tone, tone_hints
from tests.content import wording_checks
from tests.content.reading import FILES, Text, name_of, texts_of
from tests.content.registry import KINDS, Kind, kind_of

each_file = pytest.mark.parametrize("path", FILES, ids=name_of)


def kind(path: Path) -> Kind:
    found = kind_of(name_of(path))
    assert found is not None, f"tests/content/registry.py has no kind for {name_of(path)}"
    return found


def wrong(path: Path, check: Callable[[str], list[str]]) -> dict[str, list[str]]:
    """What a check finds in a file, by the place of the text."""
    return {place: found for place, text in texts_of(path) if (found := check(text))}


def to_be_whole(path: Path) -> Iterator[Text]:
    """The texts of a file but for those that need nothing, or that a reader completes."""
    particular = kind(path)
    for place, text in texts_of(path):
        exempt = particular.to_go_on if text else particular.may_be_empty
        if not any(fnmatch(place, pattern) for pattern in exempt):
            yield Text(place, text)


# ---------------------------------------------------------------------------------- all the files


def test_there_are_texts_to_look_at() -> None:
    assert len(FILES) >= 14
    assert sum(len(texts_of(path)) for path in FILES) > 1_000


def test_no_kind_is_left_over() -> None:
    kinds = {id(kind_of(name_of(path))) for path in FILES}
    assert [pattern for pattern, one in KINDS.items() if id(one) not in kinds] == []


@each_file
def test_every_placeholder_is_one_that_the_loader_fills(path: Path) -> None:
    known = kind(path).blanks()
    assert wrong(path, lambda text: wording_checks.unknown_blanks(text, known)) == {}


@each_file
def test_signs_stand_only_where_they_are_read_and_match(path: Path) -> None:
    if not kind(path).has_signs:
        assert wrong(path, wording_checks.signs) == {}
        return
    known = kind(path).blanks()
    for _, text in texts_of(path):
        read_wording(text, known)


@each_file
def test_nothing_is_left_half_filled(path: Path) -> None:
    found = {place: wording_checks.half_filled(text) for place, text in to_be_whole(path)}
    assert {place: signs for place, signs in found.items() if signs} == {}


@each_file
def test_spelling_is_british(path: Path) -> None:
    may_stand = kind(path).may_stand
    assert wrong(path, lambda text: wording_checks.american_spelling(text, may_stand)) == {}


@each_file
def test_no_phrase_says_how_people_of_an_age_are(path: Path) -> None:
    assert wrong(path, wording_checks.stereotypes_by_age) == {}


@each_file
def test_nothing_would_be_pointed_out_to_an_officer_who_wrote_it(path: Path) -> None:
    hurtful = {Tone.AGE, Tone.OUT_OF_TOUCH}
    assert (
        wrong(path, lambda text: [one.phrase for one in tone_hints(text) if one.tone in hurtful])
        == {}
    )


@each_file
def test_nobody_s_gender_is_guessed(path: Path) -> None:
    assert wrong(path, wording_checks.guesses_gender) == {}


@each_file
def test_quotes_and_dashes_are_set_as_in_print(path: Path) -> None:
    assert wrong(path, wording_checks.poor_typography) == {}


# ----------------------------------------------------------------------- each check can find a flaw


@pytest.mark.parametrize("text", ["Dear {frist_name}", "Dear {}", "Dear {first_name", "50 }"])
def test_an_unknown_placeholder_is_found(text: str) -> None:
    known = frozenset({"first_name"})
    assert wording_checks.unknown_blanks(text, known)
    assert not wording_checks.unknown_blanks("Dear {first_name}", known)


@pytest.mark.parametrize("text", ["**Why**", "[[from {day}]]", "Name: ____"])
def test_a_sign_is_found(text: str) -> None:
    assert wording_checks.signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "TODO: ask Ruth",
        "to be written (tbc)",
        "Lorem ipsum",
        "Call XXX on Monday",
        "Dear [name]",
        "Ring <telephone number>",
        "When??",
        "We meet because …",
        "We meet because...",
        "Bring a pen, paper and",
        "Bring a pen,",
    ],
)
def test_a_half_filled_text_is_found(text: str) -> None:
    assert wording_checks.half_filled(text)


@pytest.mark.parametrize("text", ["Who are you?", "[[ from {day}]]", "We will not say: ____", "6"])
def test_a_whole_text_is_not_half_filled(text: str) -> None:
    assert not wording_checks.half_filled(text)


AMERICAN = """organize|Organization|color|favorite|behaviors|honored|neighborhood|center|theaters
    |program|analyzed|recognizing|prioritization|a license|to practice|practicing|defense|canceled
    |labeling|traveler|counselor|fulfill|enrollment|skillful|gray|skeptical|gotten|toward|learned
    |percent|dialog|aging|email|judged by color"""
AGEIST = """Digital natives|millennials|Baby boomers|Gen Z|generation X|young people are quick
    |older colleagues|younger staff|out of touch|tech-savvy youngsters|dinosaur|old-school leaders
    |junior staff know|set in their ways|young blood|at your age|grew up with technology|the elderly
    |for the young.|the old and"""


@pytest.mark.parametrize("text", AMERICAN.split("|"))
def test_american_spelling_is_found(text: str) -> None:
    assert wording_checks.american_spelling(f"Here {text.strip()} stands.")


def test_british_spelling_passes() -> None:
    text = """The organiser recognised the prize, seized the size of a programme for citizens, put
    it into practice, licensed a practice and a licence, cancelled and labelled, towards the centre
    of an error; colour, honour, harbour, e-mail, learnt, ageing, vigorous, laboratory."""
    assert wording_checks.american_spelling(text) == []
    assert wording_checks.american_spelling("{program} {color}") == []


def test_a_word_may_stand_where_its_kind_says_so() -> None:
    assert wording_checks.american_spelling("the program", frozenset({"program"})) == []


@pytest.mark.parametrize("text", AGEIST.split("|"))
def test_a_stereotype_by_age_is_found(text: str) -> None:
    assert wording_checks.stereotypes_by_age(f"We think {text.strip()}")


def test_words_about_working_lives_are_no_stereotype() -> None:
    text = "How old is the old wording? A new starter, a young programme; people of every age."
    assert wording_checks.stereotypes_by_age(text) == []


@pytest.mark.parametrize(
    "text",
    ["Ask what he wants", "her diary", "She/he", "himself", "the chairman", "Dear Sir", "manpower"],
)
def test_a_guess_about_gender_is_found(text: str) -> None:
    assert wording_checks.guesses_gender(text)


def test_words_that_guess_nothing_pass() -> None:
    text = "They themselves, the other’s, human, management, there, where, a woman or a man, chair"
    assert wording_checks.guesses_gender(text) == []


@pytest.mark.parametrize(
    "text",
    ['a "quote"', "the mentor's", "wait...", "this - that", "a -- b", "”upside down“", "“ab"],
)
def test_poor_typography_is_found(text: str) -> None:
    assert wording_checks.poor_typography(text)


def test_good_typography_passes() -> None:
    assert wording_checks.poor_typography("“One” – and “two”: the mentor’s well-read word…") == []


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(ValueError, match="no file of texts"):
        texts_of(path)
    assert kind_of("somewhere/else.toml") is None


def test_texts_are_found_wherever_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "one.toml"
    path.write_text('a = "x"\nn = 3\ne = []\n[[t]]\nl = ["y", ["z"]]\n', encoding="utf-8")
    assert texts_of(path) == [("a", "x"), ("e", ""), ("t.0.l.0", "y"), ("t.0.l.1.0", "z")]
    page = tmp_path / "two.md"
    page.write_text('+++\nname = "N"\n+++\n# One {#k}\n\nTwo\nthree\n- a\n- b\n', encoding="utf-8")
    lines = [("0.0", "One"), ("1.0", "Two three"), ("2.0", "a"), ("2.1", "b")]
    assert texts_of(page) == [("name", "N"), *lines]
