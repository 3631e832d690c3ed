"""A text becomes a Word document with real headings, lists and tables, and nothing else."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from revmentor_desktop.domain.markdown import ListKind
from revmentor_desktop.domain.rich_text import (
    Element,
    ListPoint,
    LogoLine,
    RichText,
    RowsOfCells,
    TextLine,
    Words,
)
from revmentor_desktop.exchange.docx_file import docx_bytes
from tests.logo_example import striped_logo

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def line(text: str) -> tuple[Words, ...]:
    return (Words(text),)


def parts(*elements: Element, is_letter: bool = False) -> dict[str, ET.Element]:
    """Return the parts of a file by name, each read as XML."""
    content = docx_bytes(RichText("A pack", "Harbour Care", elements), is_letter=is_letter)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        return {name: ET.fromstring(file.read(name)) for name in file.namelist()}


def paragraphs(found: dict[str, ET.Element]) -> list[tuple[str, str]]:
    """Return each paragraph's style and text."""
    said = []
    for one in found["word/document.xml"].iter(f"{W}p"):
        style = one.find(f"{W}pPr/{W}pStyle")
        text = "".join(part.text or "" for part in one.iter(f"{W}t"))
        said.append(("" if style is None else str(style.get(f"{W}val")), text))
    return said


def test_every_part_is_named_and_every_relation_leads_to_one() -> None:
    found = parts(TextLine(line("One")))
    types = found.pop("[Content_Types].xml")
    named = {one.get("PartName", "").lstrip("/") for one in types if one.get("PartName")}
    relations = {name: found.pop(name) for name in [*found] if name.endswith(".rels")}
    assert named == set(found)
    targets = set()
    for name, part in relations.items():
        folder = "word/" if name.startswith("word/") else ""
        targets |= {folder + str(one.get("Target")) for one in part}
    assert targets == named


def test_headings_lists_and_bold_words_are_real() -> None:
    found = parts(
        TextLine(line("Title"), level=1),
        TextLine((Words("Some "), Words("bold", bold=True), Words("", to_write=True))),
        ListPoint(ListKind.SIGNS, line("a point")),
        ListPoint(ListKind.TICKS, line("to tick")),
    )
    assert paragraphs(found) == [
        ("Heading1", "Title"),
        ("", f"Some bold{'_' * 24}"),
        ("ListParagraph", "a point"),
        ("", "☐ to tick"),
    ]
    (bold,) = [
        run
        for run in found["word/document.xml"].iter(f"{W}r")
        if run.find(f"{W}rPr/{W}b") is not None
    ]
    assert "".join(bold.itertext()) == "bold"
    styles = {one.get(f"{W}styleId") for one in found["word/styles.xml"].iter(f"{W}style")}
    assert styles == {"Normal", "Heading1", "Heading2", "Heading3", "ListParagraph"}


def test_each_numbered_list_begins_with_one() -> None:
    first = ListPoint(ListKind.NUMBERS, line("one"), begins=True)
    second = ListPoint(ListKind.NUMBERS, line("two"))
    found = parts(first, second, first)
    used = [str(one.get(f"{W}val")) for one in found["word/document.xml"].iter(f"{W}numId")]
    assert used == ["2", "2", "3"]
    known = {one.get(f"{W}numId") for one in found["word/numbering.xml"].iter(f"{W}num")}
    assert known == {"1", "2", "3"}


def test_a_table_has_titles_that_come_again() -> None:
    rows = ((line("Who"), line("What")), (line("Mei"), ()))
    found = parts(RowsOfCells(rows, has_titles=True))
    (table,) = found["word/document.xml"].iter(f"{W}tbl")
    assert [len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr")] == [2, 2]
    assert len(list(table.iter(f"{W}tblHeader"))) == 1
    # Word calls a cell without a paragraph damaged, and a table at the end of the text.
    assert all(cell.find(f"{W}p") is not None for cell in table.iter(f"{W}tc"))
    body = [one.tag for one in found["word/document.xml"][0]]
    assert body == [f"{W}tbl", f"{W}p", f"{W}sectPr"]


@pytest.mark.parametrize("text", ['<w:b/> & "x"', "{ PAGE }", "=1+1", "]]>", "𝄞 Ŵyn עברית"])
def test_what_somebody_typed_stays_text(text: str) -> None:
    found = parts(TextLine(line(text)))
    assert paragraphs(found) == [("", text)]


def test_characters_that_xml_has_not_are_left_out() -> None:
    assert paragraphs(parts(TextLine(line("a\x00b\x0bc\ufffe")))) == [("", "abc")]


def test_no_author_and_no_day_is_told_and_the_bytes_stay_the_same() -> None:
    text = RichText("A pack", "Foot", (TextLine(line("One")),))
    assert docx_bytes(text) == docx_bytes(text)
    core = parts()["docProps/core.xml"]
    assert [one.tag.split("}")[1] for one in core] == ["title", "language"]


def test_the_foot_and_the_sheet() -> None:
    found = parts(is_letter=True)
    assert "Harbour Care" in "".join(found["word/footer1.xml"].itertext())
    (size,) = found["word/document.xml"].iter(f"{W}pgSz")
    assert size.get(f"{W}w") == "12240"


def test_a_logo_is_held_once_and_its_part_is_of_a_known_kind() -> None:
    lines = [LogoLine(striped_logo(), 'Harbour "Care" <&>\x0b')] * 3
    content = docx_bytes(RichText("A pack", "Harbour Care", (*lines,)))
    assert content == docx_bytes(RichText("A pack", "Harbour Care", (*lines,)))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert [one for one in file.namelist() if one.endswith(".png")] == ["word/media/rId4.png"]
        types = ET.fromstring(file.read("[Content_Types].xml"))
        relations = ET.fromstring(file.read("word/_rels/document.xml.rels"))
        document = ET.fromstring(file.read("word/document.xml"))
    assert "png" in {one.get("Extension") for one in types}
    assert "media/rId4.png" in {one.get("Target") for one in relations}
    told = [one.get("descr") for one in document.iter() if one.tag.endswith("}docPr")]
    assert told == ['Harbour "Care" <&>'] * 3


def test_without_a_logo_nothing_is_said_of_pictures() -> None:
    found = parts(TextLine(line("One")))
    assert "png" not in {one.get("Extension") for one in found["[Content_Types].xml"]}
