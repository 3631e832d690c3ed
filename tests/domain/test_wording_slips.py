"""What is wrong with a text is found, each thing once, and nothing else is."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.wording_slips import (
    Slip,
    SlipKind,
    bare_blanks,
    lines_of,
    nothing_known,
    slips_in,
)

KNOWN = frozenset({"you", "day"})


@pytest.mark.parametrize(
    ("line", "kind", "word"),
    [
        ("Dear {yuo}", SlipKind.UNKNOWN, "yuo"),
        ("Dear {}", SlipKind.UNKNOWN, ""),
        ("Dear {you", SlipKind.STRAY, "{"),
        ("Dear you}", SlipKind.STRAY, "}"),
        ("**Dear {you}", SlipKind.BOLD, "**"),
        ("[[by {day}", SlipKind.OPTION, "[["),
        ("by {day}]]", SlipKind.OPTION, "]]"),
        ("[[by [[{day}]]", SlipKind.OPTION, "[["),
    ],
)
def test_a_slip_is_found(line: str, kind: SlipKind, word: str) -> None:
    assert slips_in([line, line], KNOWN) == [Slip(kind, word)]


@pytest.mark.parametrize("line", ["Dear {you}", "**By** [[{day}]]", "Name: ____", "a * b", ""])
def test_a_sound_line_has_none(line: str) -> None:
    assert slips_in([line], KNOWN) == []


def test_signs_match_within_a_paragraph_a_point_and_a_cell() -> None:
    source = "**One\n\ntwo**\n\n- **three\n- four**\n\n| **a | b** |\n\n> **said\n"
    lines = list(lines_of(source))
    assert lines == ["**One", "two**", "**three", "four**", "**a", "b**", "**said"]
    assert slips_in(lines, KNOWN) == [Slip(SlipKind.BOLD, "**")]


def test_lines_to_write_on_have_no_signs() -> None:
    assert list(lines_of("____\n____")) == []


def test_what_goes_when_it_is_empty_leaves_no_gap() -> None:
    lines = ["[[by {day}]], {you}", "{you}"]
    assert bare_blanks(lines) == ["you"]
    assert nothing_known(lines, {"you": " ", "day": ""}) == [Slip(SlipKind.NOTHING_KNOWN, "you")]
    assert nothing_known(lines, {"you": "Mei", "day": ""}) == []
