"""Fields show nothing until they are filled in, and take little room in the file."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from pypdf import PdfWriter

from revmentor_desktop.documents.blocks import Block
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup.forms import TickBox, lines
from revmentor_desktop.documents.styles import Styles
from tests.documents.reading_back import check_structure, reader

STYLES = Styles()


def form(styles: Styles = STYLES) -> bytes:
    boxes: list[Block] = [TickBox(plain(f"Choice {number}"), styles.body) for number in range(5)]
    return compose([Sheet("T", "", "", lambda _: [*boxes, lines("Name", 2, styles)])], title="T")


def fields(pdf: bytes) -> list[dict[str, Any]]:
    notes: Any = reader(pdf).pages[0]["/Annots"]
    return [dict(note.get_object()) for note in notes]


def test_each_field_has_a_name_of_its_own_and_is_known_to_the_file(tmp_path: Path) -> None:
    pdf = form()
    found = fields(pdf)
    assert [one["/T"] for one in found] == [f"field-{number}" for number in range(1, 8)]
    assert [one["/TU"] for one in found] == [*(f"Choice {n}" for n in range(5)), "Name", "Name"]
    root: Any = reader(pdf).root_object
    assert len(root["/AcroForm"]["/Fields"]) == 7
    assert "/Helv" in root["/AcroForm"]["/DR"]["/Font"]
    check_structure(pdf, tmp_path)


def test_a_box_that_is_ticked_shows_a_tick_and_one_that_is_not_nothing() -> None:
    boxes = [one for one in fields(form()) if one["/FT"] == "/Btn"]
    for box in boxes:
        looks = box["/AP"]["/N"]
        assert box["/AS"] == "/Off"
        assert looks["/Off"].get_object().get_data() == b""
        assert b" l S" in looks["/Yes"].get_object().get_data()
    assert len({one["/AP"]["/N"].raw_get("/Yes").idnum for one in boxes}) == 1


def test_what_is_typed_into_one_field_stands_in_no_other() -> None:
    writer = PdfWriter(clone_from=reader(form()))
    writer.update_page_form_field_values(writer.pages[0], {"field-6": "Zoë"}, auto_regenerate=False)
    file = io.BytesIO()
    writer.write(file)
    name, again = fields(file.getvalue())[5:]
    assert (name["/V"], "/V" in again) == ("Zoë", False)
    assert again["/AP"]["/N"].get_object().get_data() == b"/Tx BMC EMC"


def test_a_file_without_fields_is_no_form() -> None:
    pdf = compose([Sheet("T", "", "", lambda _: [])], title="T")
    assert "/AcroForm" not in reader(pdf).root_object
