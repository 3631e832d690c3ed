"""What holds for every paper in every form: size of letters, order, whole parts, filled pages."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf.generic import ContentStream
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from revmentor_desktop.documents.packs.papers import pair_pdf, paper_title
from revmentor_desktop.documents.pages import BOTTOM_MARGIN
from revmentor_desktop.documents.styles import MM
from revmentor_desktop.domain.pair_papers import PaperKind
from tests.documents.packs.every_form import FORMS, KINDS, LARGE, PACKS, PAIRS, TRIED, listed, made
from tests.documents.reading_back import pages, reader
from tests.documents.structure import Node, tree
from tests.documents.test_black_and_white import colours

LEAST_LARGE = 16
WHOLE = ("H1", "H2", "H3", "LI", "TR", "Figure")
SHORT = [(of, form) for of, form in TRIED if of not in {"long", "unbroken"}]
"""Where nothing is longer than a page."""
DOTS = 3.0
"""Points of paper for each dot of a page that is looked at."""
EDGE = round(20 / DOTS)
"""Dots that the band along the left edge has."""
FOOT = BOTTOM_MARGIN + 10 * MM
"""Points in which the foot stands, in large print too."""
WHITE = 245
"""From which light on a dot is white."""
LEAST_FILLED = 0.35


def sizes(pdf: bytes) -> set[float]:
    """Return the sizes of all letters that are drawn, in points."""
    file = reader(pdf)
    return {
        float(operands[1])
        for page in file.pages
        for operands, operator in ContentStream(page.get_contents(), file).operations
        if operator == b"Tf"
    }


def filled(pdf: bytes) -> Iterator[float]:
    """Yield for each page down to which part of its height there is something on it."""
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    for number in range(document.pageCount()):
        size = document.pagePointSize(number)
        look = QSize(round(size.width() / DOTS), round(size.height() / DOTS))
        image = QImage(look, QImage.Format.Format_Grayscale8)
        image.fill(255)
        with QPainter(image) as painter:
            painter.drawImage(0, 0, document.render(number, look))
        dots, line = bytes(image.constBits()), image.bytesPerLine()
        last = look.height() - round(FOOT / DOTS)
        rows = (dots[y * line + EDGE : y * line + look.width()] for y in range(last))
        yield max((y for y, row in enumerate(rows) if min(row) < WHITE), default=0) / last
    document.close()


@pytest.mark.parametrize("form", LARGE)
@pytest.mark.parametrize("of", ["usual", "long", "bare"])
def test_large_print_is_large_throughout(of: str, form: str) -> None:
    for pdf in (*(made(kind, of, form) for kind in KINDS), listed(form)):
        assert min(sizes(pdf)) >= LEAST_LARGE


@pytest.mark.parametrize("of", ["usual", "long", "bare"])
def test_a_grey_print_has_no_colour(of: str) -> None:
    for pdf in (*(made(kind, of, "a4-grey") for kind in KINDS), listed("a4-grey")):
        assert not colours(pdf)


@pytest.mark.parametrize(("of", "form"), TRIED)
def test_all_is_read_in_the_order_in_which_it_stands(of: str, form: str) -> None:
    for kind in KINDS:
        places = [place for node in tree(made(kind, of, form)).walk() for place in node.contents]
        for page in {page for page, _ in places}:
            here = [number for on, number in places if on == page]
            assert here == sorted(here), kind
        # Of two cards that part at the end of a page, one is read after the other.
        assert (of, form) not in SHORT or places == sorted(places), kind


@pytest.mark.parametrize(("of", "form"), SHORT)
def test_headings_points_and_rows_stay_whole(of: str, form: str) -> None:
    for kind in KINDS:
        for node in tree(made(kind, of, form)).find(*WHOLE):
            assert len(on_pages(node)) <= 1, (kind, node.read())


def on_pages(node: Node) -> set[int]:
    """Return the pages on which a part stands."""
    return {page for one in node.walk() for page, _ in one.contents}


@pytest.mark.parametrize(("of", "form"), TRIED)
def test_no_page_is_nearly_empty(of: str, form: str) -> None:
    for kind in KINDS:
        assert min(filled(made(kind, of, form))) > LEAST_FILLED, kind


@pytest.mark.parametrize("form", FORMS)
def test_pages_of_a_list_to_sign_are_filled(form: str) -> None:
    assert min(filled(listed(form))) > LEAST_FILLED


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_names_its_title_and_language_and_nobody(kind: PaperKind) -> None:
    pdf = made(kind, "usual", "a4")
    found = reader(pdf)
    about = found.metadata
    root: Any = found.root_object
    assert about is not None
    assert about.title == paper_title(kind, PAIRS["usual"])
    assert not about.author
    assert not about.subject
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert not [word for word in (b"/home/", b"/tmp/", b"\\Users\\") if word in pdf]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_pair_gives_the_same_bytes(kind: PaperKind) -> None:
    assert pair_pdf(kind, PAIRS["usual"]) == made(kind, "usual", "a4")


@pytest.mark.parametrize("kind", PACKS)
def test_sections_are_bookmarks_in_their_order(kind: PaperKind) -> None:
    pdf = made(kind, "usual", "a4")
    headings = [plain(node.read()) for node in tree(pdf).find("H2")]
    outline: list[Any] = list(reader(pdf).outline)
    (sections,) = [one for one in outline if isinstance(one, list)]
    named = [plain(str(one["/Title"])) for one in sections]
    assert len(named) > 10
    # The cards on the first page need none.
    assert named == headings[-len(named) :]


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs Poppler")
@pytest.mark.parametrize("kind", KINDS)
def test_another_program_reads_it_in_order(kind: PaperKind, tmp_path: Path) -> None:
    pdf = made(kind, "usual", "a4-large")
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    known, told = (
        subprocess.run(
            ["pdfinfo", *asked, str(path)], capture_output=True, text=True, check=True
        ).stdout
        for asked in ((), ("-struct-text",))
    )
    assert re.search(r"Tagged: +yes", known)
    said, at = plain(told.replace('"', "")), 0
    for node in tree(pdf).find("H1", "H2", "H3"):
        at = said.find(plain(node.read()), at)
        assert at >= 0, node.read()


def plain(text: str) -> str:
    """Return words without the spaces between them, which programs see otherwise."""
    return "".join(text.split())


def test_a_long_name_below_a_signature_is_not_torn() -> None:
    last = pages(made(PaperKind.AGREEMENT, "long", "letter-large"))[-1]
    where_signed = last[last.index("Mentor’s signature") : last.index("Signed three times")]
    assert where_signed.count("Featherstonehaugh-") == 2
