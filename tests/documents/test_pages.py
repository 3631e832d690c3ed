"""Blocks stand on pages as they should, and the file says what it should and no more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from revmentor_desktop.documents.blocks import Block, Paragraph, WritingLines
from revmentor_desktop.documents.layout import height_of
from revmentor_desktop.documents.pages import (
    BOTTOM_MARGIN,
    TOP_MARGIN,
    Sheet,
    compose,
    compose_stepwise,
)
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.styles import Paper, Styles
from tests.documents.reading_back import bookmarks, check_structure, pages, reader, text

TIGHTER = ((1.0, 1.0), (1.0, 0.85), (0.97, 0.8), (0.94, 0.75), (0.91, 0.7))
"""What letters and spaces are tried in, one after the other."""


def sheet(blocks: Sequence[Block], title: str = "A sheet") -> Sheet:
    return Sheet(title, "Harbour Care", "Reference RM-0001", lambda _: blocks)


def paragraphs(count: int, words: int = 40) -> list[Block]:
    return [
        Paragraph(plain(f"P{number} " + "word " * words), Styles().body, space_after=8)
        for number in range(count)
    ]


def test_every_page_says_whose_it_is_and_how_many_there_are(tmp_path: Path) -> None:
    pdf = compose([sheet(paragraphs(40))], title="Test")
    found = pages(pdf)
    assert len(found) > 2
    for number, page in enumerate(found, start=1):
        assert f"Page {number} of {len(found)}" in page
        assert "Harbour Care" in page
        assert "Reference RM-0001" in page
    check_structure(pdf, tmp_path)


def test_nothing_is_lost_between_pages() -> None:
    found = text(compose([sheet(paragraphs(40))], title="Test"))
    assert found.count("word") == 40 * 40
    assert [word for word in found.split() if word.startswith("P") and word[1:].isdigit()] == [
        f"P{number}" for number in range(40)
    ]


def test_a_heading_stays_with_what_follows() -> None:
    heading = Paragraph(plain("Heading"), Styles().heading, keep_with_next=True)
    for room in range(20, 40):
        after = Paragraph(plain("after"), Styles().body)
        blocks: list[Block] = [WritingLines(room - 3), heading, after]
        for page in pages(compose([sheet(blocks)], title="Test")):
            assert ("Heading" in page) == ("after" in page)


def test_a_block_higher_than_a_page_goes_on_over_the_next_ones() -> None:
    pdf = compose([sheet([Paragraph(plain("word " * 5000), Styles().body)])], title="Test")
    assert len(pages(pdf)) > 3
    assert text(pdf).count("word") == 5000


def test_a_whole_block_higher_than_a_page_is_still_printed() -> None:
    pdf = compose([sheet([*paragraphs(1), WritingLines(60), *paragraphs(1)])], title="Test")
    assert text(pdf).count("P0") == 2


def test_sheets_count_their_own_pages_and_have_a_bookmark_each() -> None:
    sheets = [sheet(paragraphs(2), "First"), sheet(paragraphs(40), "Second"), sheet([], "Third")]
    pdf = compose(sheets, title="Test")
    found = pages(pdf)
    assert "Page 1 of 1" in found[0]
    assert "Page 2 of" in found[2]
    assert bookmarks(pdf) == ["First", "Second", "Third"]


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_paper_sizes(paper: Paper, size: tuple[int, int]) -> None:
    box = reader(compose([sheet(paragraphs(1))], title="Test", paper=paper)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_the_file_names_its_title_and_language_and_nobody() -> None:
    found = reader(compose([sheet(paragraphs(1))], title="Żółć\u202e <b>\x00"))
    assert found.metadata is not None
    assert found.metadata.title == "Żółć <b>"
    assert not found.metadata.author
    assert not found.metadata.subject
    assert found.metadata.creator == "RevMentor"
    root: Any = found.root_object
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_font_is_embedded() -> None:
    found = reader(compose([sheet([Paragraph(plain("A דוד محمد ☐"), Styles().body)])], title="T"))
    for page in found.pages:
        resources: Any = page["/Resources"]
        fonts = resources["/Font"]
        assert len(fonts) >= 4
        for font in fonts.values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_the_same_input_gives_the_same_bytes() -> None:
    one, other = (compose([sheet(paragraphs(3))], title="Test") for _ in range(2))
    assert one == other


def test_progress_counts_sheets() -> None:
    steps = compose_stepwise([sheet([]), sheet([]), sheet([])], title="Test")
    assert list(steps) == [1, 2, 3]


def test_a_long_organisation_does_not_run_into_the_reference() -> None:
    long = Sheet("T", "North and South Yorkshire " * 6, "Agreement RM-0042", lambda _: [])
    found = text(compose([long], title="T", styles=Styles(1.5)))
    assert "…" in found
    assert "Agreement RM-0042" in found
    assert "Page 1 of 1" in found


@pytest.mark.parametrize("count", range(44, 74))
def test_a_document_is_made_as_tight_as_one_page_needs_and_no_tighter(count: int) -> None:
    seen: list[Styles] = []

    def story(styles: Styles) -> list[Block]:
        seen.append(styles)
        return [
            Paragraph(plain(f"Line {number}"), styles.body, space_after=styles.space(5))
            for number in range(count)
        ]

    found = pages(compose([Sheet("T", "", "", story)], title="T"))
    tried, room = list(seen), Paper.A4.height - TOP_MARGIN - BOTTOM_MARGIN
    tries = [Styles().tightened(*by) for by in TIGHTER]
    fitting = [one for one in tries if height_of(story(one), 400) <= room]
    assert len(found) == (1 if fitting else 2)
    assert tried == [one for one in tries if one in tried]
    if fitting:
        assert tried[-1] == fitting[0]
