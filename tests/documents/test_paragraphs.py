"""Text breaks into lines that fit and read well."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.documents.blocks import Paragraph
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.lines import set_lines
from revmentor_desktop.documents.paragraphs import (
    Word,
    break_lines,
    line_width,
    plain,
    shortened_to,
    width_of,
    words_of,
)
from revmentor_desktop.documents.styles import WRITING_LINE, Styles
from revmentor_desktop.documents.wording import Run

BODY = Styles().body


def letters(line: list[Word]) -> str:
    return "".join(
        (" " if word.space else "") + "".join(piece.text for piece in word.pieces) for word in line
    )


def lines_of(text: str, width: float = 300) -> list[list[Word]]:
    return break_lines(words_of(plain(text), BODY), width, BODY)


@given(
    st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=400),
    st.floats(30, 480),
)
def test_no_line_is_wider_than_the_measure_and_nothing_is_lost(text: str, width: float) -> None:
    lines = lines_of(text, width)
    assert all(line_width(line) <= width + 0.02 for line in lines)
    assert "".join(map(letters, lines)).replace(" ", "") == text.replace(" ", "")


def test_a_word_may_reach_over_runs() -> None:
    words = words_of([Run("to "), Run("Mei"), Run(", who")], BODY)
    assert [letters([word]).strip() for word in words] == ["to", "Mei,", "who"]


@pytest.mark.parametrize("word", ["e-mail", "opt-in"])
def test_a_short_word_stays_whole_at_its_hyphen(word: str) -> None:
    head, _, tail = word.partition("-")
    lines = lines_of("x" * 40 + f" {word}", width_of("x" * 40 + f" {head}-", BODY) + 1)
    assert letters(lines[0]) == "x" * 40
    assert letters(lines[1]).strip() == f"{head}-{tail}"


def test_a_line_may_end_after_a_hyphen_within_a_word() -> None:
    lines = lines_of("x" * 40 + " Vice-President", width_of("x" * 40 + " Vice-", BODY) + 1)
    assert letters(lines[0]).endswith("Vice-")


def test_the_last_line_is_not_one_short_word() -> None:
    text = "After two meetings that were cancelled we both tell the organiser of it"
    width = width_of(text.rsplit(" ", 1)[0], BODY) + 1
    assert letters(lines_of(text, width)[-1]) == " organiser of it"


def test_a_title_has_lines_of_about_one_length() -> None:
    style = Styles().title
    words = words_of(plain("Mei Brown and David Price of Harbour Care"), style)
    first, second = break_lines(words, 420, style)
    assert line_width(second) > 0.6 * line_width(first)


def test_a_line_to_write_on_is_as_high_as_a_pen_needs_and_long_enough() -> None:
    runs = (Run("We will not talk about these topics:"), Run("", to_write=True))
    text, rule = set_lines(runs, BODY, 300)
    assert (text.to_write, text.height) == (False, BODY.leading)
    assert rule.to_write
    assert rule.height >= WRITING_LINE
    assert not rule.inks
    (both,) = set_lines(runs, BODY, 2000)
    assert both.to_write
    assert both.width < 400


def test_pieces_of_one_look_are_joined() -> None:
    (line,) = set_lines((Run("David"), Run(" leads, "), Run("Mei", Weight.BOLD)), BODY, 400)
    assert [ink.text for ink in line.inks] == ["David leads, ", "Mei"]


def test_a_hebrew_name_leaves_its_neighbours_where_they_are() -> None:
    (line,) = set_lines((Run("Ask "), Run("דוד כהן"), Run(" 12 times.")), BODY, 400)
    assert "".join(ink.text for ink in line.inks) == "Ask דוד כהן 12 times."
    before, *name, after = line.inks
    assert before.at is None
    places = [ink.at or 0.0 for ink in name]
    assert len(places) == len("דוד כהן")
    assert places == sorted(places, reverse=True)
    assert places[-1] == pytest.approx(width_of("Ask ", BODY))
    assert after.at == pytest.approx(width_of("Ask ", BODY) + width_of("דוד כהן", BODY), abs=0.5)


def test_figures_within_a_hebrew_value_are_read_from_left_to_right() -> None:
    (line,) = set_lines((Run("דוד 128"),), BODY, 400)
    figures = line.inks[-1]
    assert figures.text == "128"
    assert figures.at == pytest.approx(0.0)


@pytest.mark.parametrize("width", [20.0, 60.0, 200.0])
def test_a_line_is_shortened_to_fit(width: float) -> None:
    text = "North and South Yorkshire Community Health Partnership"
    short = shortened_to(text, width, BODY)
    assert width_of(short, BODY) <= width
    assert short.endswith("…")
    assert shortened_to(text, 2000, BODY) == text


def test_a_paragraph_parts_with_two_lines_on_either_side() -> None:
    paragraph = Paragraph(plain("word " * 60), BODY)
    count = len(paragraph.lines(200))
    for fitting in range(count + 1):
        parts = paragraph.split(200, fitting * BODY.leading)
        if parts is None:
            assert fitting < 2
            continue
        first, rest = parts
        assert first.height(200) <= fitting * BODY.leading + 0.01
        assert min(first.height(200), rest.height(200)) >= 2 * BODY.leading - 0.01
        assert first.height(200) + rest.height(200) == pytest.approx(paragraph.height(200))


def test_a_whole_paragraph_does_not_part() -> None:
    assert Paragraph(plain("word " * 60), BODY, whole=True).split(200, 100) is None


def test_runs_keep_their_order() -> None:
    runs = [Run("one "), Run("two"), Run(" three")]
    words = words_of(runs, BODY)
    pieces = list(chain.from_iterable(word.pieces for word in words))
    assert [piece.text for piece in pieces] == ["one", "two", "three"]


def test_words_of_a_hebrew_value_know_one_another() -> None:
    words = words_of([Run("Ask "), Run("דוד כהן"), Run(" or "), Run("רות")], BODY)
    assert [word.pieces[0].value for word in words] == [0, 2, 2, 0, 4]


def test_spaces_at_the_ends_of_runs_part_words_once() -> None:
    words = words_of([Run("one "), Run(" two"), Run("-"), Run(" "), Run(""), Run("three")], BODY)
    assert ["".join(piece.text for piece in word.pieces) for word in words] == [
        "one",
        "two-",
        "three",
    ]
    assert [word.space > 0 for word in words] == [False, True, True]


@pytest.mark.parametrize("width", range(80, 300, 7))
def test_no_line_ends_in_the_first_letter_of_what_is_quoted(width: int) -> None:
    found = lines_of("When it gets in the way, say so: “I notice that I choose my words.”", width)
    assert not any(letters(line).endswith(" “I") for line in found)


def test_a_line_to_write_on_goes_on_after_a_label_and_not_in_the_middle_of_a_text() -> None:
    room = width_of("We will not talk about this:", BODY) / 0.45
    label = [Run("We will not talk about this: "), Run("", to_write=True)]
    assert len(break_lines(words_of(label, BODY), room, BODY)) == 1
    clause = [Run("word " * 3 + "and much more that fills a line as far as it goes: "), label[1]]
    (*_, last) = break_lines(words_of(clause, BODY), room, BODY)
    assert last[0].pieces[-1].to_write or line_width(last) < 0.4 * room
