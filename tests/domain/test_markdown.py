"""The Markdown of packs is read into paragraphs, lists, tables and lines to write on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.markdown import (
    Aside,
    Heading,
    ListKind,
    Points,
    Rows,
    Text,
    WriteOn,
    read_markdown,
    unbroken_lines,
)


def test_each_kind_of_line_becomes_its_part() -> None:
    source = """One
goes on

Two
### Named
- a
  goes on
- b
1. first
2) second
- [ ] tick
| 0–10 | come in |
| 10–20 | go |

| A | B |
|---|:---:|
| a | |
> said
> again

____
___
"""
    assert read_markdown(source) == (
        Text("One goes on"),
        Text("Two"),
        Heading("Named"),
        Points(ListKind.SIGNS, ("a goes on", "b")),
        Points(ListKind.NUMBERS, ("first", "second")),
        Points(ListKind.TICKS, ("tick",)),
        Rows((("0–10", "come in"), ("10–20", "go"))),
        Rows((("a", ""),), ("A", "B")),
        Aside(("said", "again")),
        WriteOn(2),
    )


def test_what_only_looks_like_a_sign_is_text() -> None:
    assert read_markdown("-no\n#x\n1.5 hours\n|a") == (Text("-no #x 1.5 hours |a"),)


@given(st.text())
def test_any_text_is_some_markdown_and_no_word_is_lost(source: str) -> None:
    parts = read_markdown(source)
    letters = {one for one in source if one.isalpha()}
    assert letters <= set(str(parts)) | {one for one in source if not one.isprintable()}


def test_lines_that_an_editor_has_broken_are_joined() -> None:
    source = (
        "One\ntwo\n\n- three\n  four\n- five\n\n| a | b |\n| c | d |\n\n> six\n> seven\n____\n____"
    )
    joined = unbroken_lines(source)
    assert joined.splitlines()[:5] == ["One two", "", "- three four", "- five", ""]
    assert joined.endswith("> six\n> seven\n____\n____")
    assert read_markdown(joined) == read_markdown(source)
