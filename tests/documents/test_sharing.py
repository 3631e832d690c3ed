"""What papers have in common is made and measured once, and stands whole in each of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.sharing import Shared
from revmentor_desktop.documents.styles import Styles
from tests.documents.reading_back import pages
from tests.documents.structure import tree

MADE: list[Styles] = []


def common(styles: Styles) -> list[Block]:
    MADE.append(styles)
    heading = Paragraph(plain("How to start"), styles.heading, keep_with_next=True)
    card = Panel(Stack([Paragraph(plain("Ask first."), styles.body)]), padding=10)
    return [heading, Columns([card, Paragraph(plain("Listen."), styles.body)], gap=10)]


def sheets(shared: Shared, count: int) -> list[Sheet]:
    def story(name: str, styles: Styles) -> Sequence[Block]:
        return [Paragraph(plain(name), styles.title), *shared(styles)]

    names = [f"Pair {number}" for number in range(count)]
    return [Sheet(name, "", "", partial(story, name)) for name in names]


def test_a_shared_story_is_made_once_and_stands_in_every_paper() -> None:
    MADE.clear()
    pdf = compose(sheets(Shared(common), 5), title="T")
    assert len(MADE) == 1
    for number, page in enumerate(pages(pdf)):
        for words in (f"Pair {number}", "How to start", "Ask first.", "Listen."):
            assert page.count(words) == 1


def test_shared_blocks_are_parts_of_each_paper_for_screen_readers() -> None:
    parts = tree(compose(sheets(Shared(common), 3), title="T")).find("Part")
    assert [part.read() for part in parts] == [
        f"Pair {number} How to start Ask first. Listen." for number in range(3)
    ]


def test_a_shared_story_is_made_anew_at_another_size() -> None:
    shared = Shared(common)
    usual, large = shared(Styles()), shared(Styles(1.5))
    assert usual is shared(Styles())
    assert large[0].height(400) > usual[0].height(400)
