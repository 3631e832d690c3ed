"""What is written into a file comes back as it was, and the table of places is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from revmentor_desktop.documents.blocks import Paragraph
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.styles import Styles
from tests.documents.reading_back import check_structure, reader
from tests.documents.structure import tree


@pytest.mark.parametrize("title", ["(a) \\ b)", "<FEFF> /Author (x)", "Łódź 🙂", ")>> endobj"])
def test_a_title_stays_a_title(title: str) -> None:
    found = reader(compose([Sheet("T", "", "", lambda _: [])], title=title)).metadata
    assert found == {"/Title": title, "/Creator": "RevMentor"}


@pytest.mark.parametrize("count", [1, 394, 395, 396, 397, 398, 1200])
def test_objects_are_found_however_many_there_are(count: int, tmp_path: Path) -> None:
    blocks = [Paragraph(plain(f"P{number}"), Styles().small) for number in range(count)]
    pdf = compose([Sheet("T", "", "", lambda _: blocks)], title="T")
    assert [node.text for node in tree(pdf).find("P")] == [f"P{n}" for n in range(count)]
    check_structure(pdf, tmp_path)
