"""Every page of every paper reads well, whatever a programme and its people are like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtPdf import QPdfDocument

from revmentor_desktop.documents.pages import SIDE_MARGIN, TOP_MARGIN
from revmentor_desktop.documents.styles import LARGE_PRINT
from revmentor_desktop.domain.pair_papers import PaperKind
from tests.documents.packs.every_form import FORMS, KINDS, PACKS, TRIED, made
from tests.documents.reading_back import pages
from tests.documents.structure import Node, tree

LEFT_OVER = re.compile(r"[{}]|\[\[|\]\]|\bNone\b(?! of)|\( |“”| ,|,,|\*\*")
HEADINGS = {"H2", "H3"}


def page_of(node: Node) -> int | None:
    """Return the page on which what is said of a node begins."""
    return next((one.contents[0][0] for one in node.walk() if one.contents), None)


def said_in_order(found: Node) -> Iterator[tuple[str, int]]:
    """Yield what a document is made of, each with its page: headings, paragraphs, items, rows."""
    for node in found.find("H1", "H2", "H3", "P", "LI", "TR", "Figure"):
        page = page_of(node)
        if page is not None:
            yield node.kind, page


def text_boxes(pdf: bytes) -> Iterator[tuple[float, float, float, float]]:
    """Yield for each page how far its text reaches: left, top, right and bottom, from the top."""
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    for page in range(document.pageCount()):
        box = document.getAllText(page).boundingRectangle()
        yield box.left(), box.top(), box.right(), box.bottom()
    document.close()


@pytest.mark.parametrize(("of", "form"), TRIED)
def test_nothing_runs_over_an_edge(of: str, form: str) -> None:
    paper, _ = FORMS[form]
    for kind in KINDS:
        for left, top, right, bottom in text_boxes(made(kind, of, form)):
            assert left > SIDE_MARGIN - 2, kind
            assert top > TOP_MARGIN - 8, kind
            # The space at which a line ends may stand beyond it.
            assert right < paper.width - SIDE_MARGIN + 5, kind
            assert bottom < paper.height - 20, kind


@pytest.mark.parametrize(("of", "form"), TRIED)
def test_no_heading_stands_apart_from_what_it_heads(of: str, form: str) -> None:
    for kind in KINDS:
        for (above, page), (below, next_page) in pairwise(
            said_in_order(tree(made(kind, of, form)))
        ):
            # Between two headings there are lines to write on, of which nothing is read.
            if above in HEADINGS and below not in HEADINGS:
                assert page == next_page, kind


# What reads the text here puts the comma after a name from the right on its other side.
@pytest.mark.parametrize(("of", "form"), [one for one in TRIED if one[0] != "from-the-right"])
def test_nothing_is_left_to_fill_in_and_no_page_is_nearly_empty(of: str, form: str) -> None:
    for kind in KINDS:
        found = pages(made(kind, of, form))
        for page in found:
            assert LEFT_OVER.search(page) is None, (kind, page)
        assert all(len(page.split()) > 12 for page in found), kind


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", PACKS)
def test_the_first_page_of_a_pack_says_why_who_when_what_and_whom_to_ask(
    kind: PaperKind, form: str
) -> None:
    first, *others = pages(made(kind, "usual", form))
    if FORMS[form][1] is not LARGE_PRINT:
        for words in ("YOUR PARTNER", "YOUR DATES", "In this pack", "If something does not feel"):
            assert words in first
        assert any("1\u2002" in page.replace("\u2003", "\u2002") for page in others[:1])


@pytest.mark.parametrize("kind", PACKS)
def test_sections_to_write_in_stand_on_one_page(kind: PaperKind) -> None:
    found = pages(made(kind, "usual", "a4"))
    (notes,) = [page for page in found if "My own notes" in page and "Nobody collects" in page]
    assert notes is found[-1]
    if kind is PaperKind.LEADER_PACK:
        (check,) = [page for page in found if "The learner’s seat" in page]
        assert "I was a little uncomfortable" in check


@pytest.mark.parametrize("kind", PACKS)
def test_a_role_that_is_called_otherwise_is_so_throughout(kind: PaperKind) -> None:
    said = " ".join(pages(made(kind, "renamed", "a4")))
    # What others have written keeps its title.
    before, _, rest = said.rpartition("Worth reading")
    said = before + rest.rpartition("My own notes")[2]
    assert not re.findall(r"\b[Mm]entors?\b|\b[Ll]eaders?\b", said)


def test_meetings_that_there_will_not_be_are_not_planned() -> None:
    once = " ".join(pages(made(PaperKind.MENTOR_PACK, "once", "a4")))
    assert "The first: find out who is there" in once
    assert "The second: one real thing" not in once
    three = " ".join(pages(made(PaperKind.MENTOR_PACK, "three", "a4")))
    assert "The third: something to change" in three


def test_a_programme_without_themes_has_lines_for_each_meeting() -> None:
    found = tree(made(PaperKind.MENTOR_PACK, "bare", "a4"))
    labels = [node.read() for node in found.find("H3")]
    assert [one for one in labels if one.isdigit()] == ["1", "2", "3", "4", "5", "6"]
