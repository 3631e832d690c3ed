"""Pages end where a reader would end them, and none comes out nearly empty."""

from __future__ import annotations

import pytest

from revmentor_desktop.documents.blocks import Block, Paragraph, Stack, WritingLines
from revmentor_desktop.documents.layout import evened, height_of, laid_out
from revmentor_desktop.documents.lists import Numbered
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import plain, width_of
from revmentor_desktop.documents.styles import WRITING_LINE, Styles
from revmentor_desktop.documents.tables import Ruled, Table
from tests.documents.reading_back import pages, text

STYLES = Styles()


def said(words: str, *, whole: bool = False) -> Paragraph:
    return Paragraph(plain(words), STYLES.body, whole=whole)


def table(count: int, note: Paragraph | None = None) -> Table:
    rows = [Ruled(said(f"Row{number}"), 5) for number in range(count)]
    return Table(rows, Ruled(said("Titles"), 3), Stack([note]) if note else None)


def made(blocks: list[Block], *, is_evened: bool = False) -> list[str]:
    sheet = Sheet("Test", "", "", lambda _: blocks, is_evened=is_evened)
    return pages(compose([sheet], title="Test"))


def test_a_table_says_its_titles_on_each_page_and_loses_no_row() -> None:
    found = made([table(100)])
    assert len(found) > 2
    assert all(page.count("Titles") == 1 for page in found)
    rows = [word for page in found for word in page.split() if word.startswith("Row")]
    assert rows == [f"Row{number}" for number in range(100)]


@pytest.mark.parametrize("room", range(20, 30))
def test_no_row_of_a_table_stands_alone(room: int) -> None:
    heading = Paragraph(plain("Heading"), STYLES.heading, keep_with_next=True)
    for page in made([WritingLines(room), heading, table(8, said("Note"))]):
        assert page.count("Row") != 1
        assert ("Heading" in page) <= ("Row0" in page and "Row1" in page)
        assert ("Note" in page) == ("Row7" in page)


@pytest.mark.parametrize("room", range(20, 30))
def test_a_few_rows_stay_together(room: int) -> None:
    rows = [page.count("Row") for page in made([WritingLines(room), table(5)])]
    assert sorted(rows) in ([5], [0, 5])


@pytest.mark.parametrize(
    "block",
    [
        said("word " * 3000, whole=True),
        Stack([said("before"), said("word " * 3000, whole=True), said("after")]),
        Panel(Stack([said("word " * 3000)]), padding=12),
        Panel(said("word " * 3000), padding=12, foot=said("foot")),
        Numbered(said("1"), said("word " * 3000, whole=True), indent=20),
        Columns([said("word " * 1500), said("word " * 1500)], gap=12),
        Table([Ruled(said("first"), 4), Ruled(said("word " * 3000), 4), Ruled(said("last"), 4)]),
    ],
    ids=["paragraph", "stack", "panel", "foot", "numbered", "columns", "row"],
)
def test_what_is_higher_than_a_page_parts_and_nothing_runs_over_the_edge(block: Block) -> None:
    found = made([said("something above"), block, said("something below")])
    assert len(found) > 2
    assert sum(page.count("word") for page in found) == 3000
    layout = laid_out([block], 460, 700)
    for page in layout.pages:
        for placed in page:
            assert placed.top + placed.block.height(460) <= 700.02


def test_the_foot_of_a_panel_and_the_end_of_a_stack_are_there_once() -> None:
    panel = Panel(said("word " * 3000), padding=12, foot=said("foot"))
    stack = Stack([said("before"), said("word " * 3000), said("after")])
    found = " ".join(made([panel, stack]))
    assert [found.count(one) for one in ("foot", "before", "after")] == [1, 1, 1]


@pytest.mark.parametrize("count", range(20, 40))
def test_what_fits_one_page_is_laid_out_on_one(count: int) -> None:
    blocks: list[Block] = [
        Paragraph(plain(f"P{number}"), STYLES.body, space_before=9, space_after=4)
        for number in range(count)
    ]
    one = len(laid_out(blocks, 460, 700).pages) == 1
    assert (height_of(blocks, 460) <= 700) == one
    assert height_of([], 460) == 0


def test_a_nearly_empty_last_page_is_evened_out() -> None:
    blocks: list[Block] = [WritingLines(1) for _ in range(35)]
    height = 30 * WRITING_LINE
    filled = laid_out(blocks, 460, height)
    assert [len(page) for page in filled.pages] == [30, 5]
    even = evened(filled, blocks, 460, height)
    assert sorted(len(page) for page in even.pages) == [17, 18]


def test_pages_that_are_well_filled_stay_as_they_are() -> None:
    blocks: list[Block] = [WritingLines(1) for _ in range(50)]
    filled = laid_out(blocks, 460, 30 * WRITING_LINE)
    assert evened(filled, blocks, 460, 30 * WRITING_LINE) is filled


def test_only_sheets_that_ask_for_it_are_evened() -> None:
    blocks: list[Block] = [said(f"P{number} " + "word " * 60) for number in range(16)]
    usual, even = made(blocks), made(blocks, is_evened=True)
    assert len(usual) == len(even) == 2
    assert usual[1].count("word") < even[1].count("word")
    assert text(compose([Sheet("T", "", "", lambda _: blocks)], title="T")).count("word") == 960


@pytest.mark.parametrize("room", range(18, 30))
def test_a_loose_panel_goes_on_over_a_page_but_not_after_its_heading(room: int) -> None:
    heading = Paragraph(plain("Heading"), STYLES.heading, keep_with_next=True)
    points = [said(f"Point{number}") for number in range(6)]
    panel = Panel(Stack([heading, *points], is_loose=True), padding=12)
    found = made([WritingLines(room), panel])
    assert [page.count("Point") for page in found if "Heading" in page] != [0]
    assert sum(page.count("Point") for page in found) == 6


def test_a_panel_that_is_not_loose_stays_whole() -> None:
    panel = Panel(Stack([said(f"Point{number}") for number in range(6)]), padding=12)
    for room in range(24, 30):
        counts = [page.count("Point") for page in made([WritingLines(room), panel])]
        assert sorted(counts) in ([6], [0, 6])


@pytest.mark.parametrize(("wanted", "first"), [(0.0, 1), (100.0, 1), (400.0, 0)])
def test_what_asks_for_room_begins_where_that_is_free(wanted: float, first: int) -> None:
    head = Paragraph(plain("Head"), STYLES.body, room=wanted)
    # It heads more than a page, and three hundred points are free on the first.
    layout = laid_out([table(25), head, *[said("text")] * 60], 460, 900)
    assert [any(one.block is head for one in page) for page in layout.pages].index(
        True
    ) == 1 - first


def test_what_asks_for_room_stays_where_all_of_it_fits() -> None:
    head = Paragraph(plain("Head"), STYLES.body, room=1000.0)
    found = laid_out([said("above"), head, said("text")], 460, 700)
    assert len(found.pages) == 1


def test_lines_to_write_on_become_more_where_there_is_room() -> None:
    growing, fixed = WritingLines(2, most=5), WritingLines(2)
    layout = laid_out([fixed, growing, said("below")], 460, 700)
    layout.share_spare_room(700)
    (page,) = layout.pages
    counts = [one.block.count for one in page if isinstance(one.block, WritingLines)]
    assert counts == [2, 5]
    assert page[-1].top == 7 * WRITING_LINE


def test_the_first_block_of_a_page_stays_at_its_top() -> None:
    blocks = [Paragraph(plain("x"), Styles().body, stretch=8) for _ in range(3)]
    layout = laid_out(blocks, 460, 700)
    layout.share_spare_room(700)
    first, *others = [one.top for one in layout.pages[0]]
    assert first == 0
    assert others[0] > blocks[0].height(460) + 7


def test_a_page_that_is_hardly_begun_is_gone_on_with() -> None:
    section = [WritingLines(1, room=600), *(WritingLines(1) for _ in range(26))]
    for lines, is_gone_on_with in ((5, True), (14, False)):
        here = laid_out([WritingLines(lines), *section], 460, 700).pages[0]
        assert (len(here) > 1) is is_gone_on_with


def test_what_is_too_high_for_a_page_hardly_begun_parts_on_it() -> None:
    card = Panel(Stack([said("word " * 600, whole=True)]), padding=12)
    height = card.height(460) + 20
    for lines, is_parted in ((4, True), (14, False)):
        here, there = laid_out([WritingLines(lines), card], 460, height).pages
        assert len(here) == 1 + is_parted
        assert len(there) == 1


def test_lines_that_grow_fill_the_last_page() -> None:
    assert laid_out([WritingLines(4, most=40)], 460, 700).last_is_filled == 1
    assert laid_out([WritingLines(4)], 460, 700).last_is_filled < 0.2


def test_columns_give_room_to_the_one_that_needs_it() -> None:
    cells = [said("x"), said("Wolverhampton"), said("y")]
    wide = width_of("Wolverhampton", STYLES.body)
    row = Columns(cells, gap=10, shares=(8, 1, 1), needs=(0, wide, 5))
    assert row.height(wide * 2 + 20) == said("x").height(100)
    torn = Columns(cells, gap=10, shares=(8, 1, 1))
    assert torn.height(wide * 2 + 20) > said("x").height(100)


def test_lines_that_grow_share_what_there_is() -> None:
    layout = laid_out([WritingLines(1, most=9), WritingLines(1, most=9)], 460, 700)
    layout.share_spare_room(WRITING_LINE * 6)
    counts = [one.block.count for one in layout.pages[0] if isinstance(one.block, WritingLines)]
    assert counts == [3, 2]


def test_a_panel_that_may_part_fills_the_page_and_goes_on() -> None:
    panel = Panel(Stack([said("word " * 600)], is_loose=True), padding=12, may_part=True)
    here, there = laid_out([WritingLines(10), panel], 460, 700).pages
    assert len(here) == 2
    assert here[1].top + here[1].block.height(460) > 660
    assert len(there) == 1


@pytest.mark.parametrize("lines", [27, 28, 29])
def test_a_panel_that_may_part_leaves_no_scrap(lines: int) -> None:
    panel = Panel(Stack([said("word " * 200)], is_loose=True), padding=12, may_part=True)
    here, there = laid_out([WritingLines(lines), panel], 460, 700).pages
    assert (len(here), len(there)) == (1, 1)
