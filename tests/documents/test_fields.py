"""Fields show nothing until they are filled in, and take little room in the file."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, NameObject, TextStringObject

from revmentor_desktop.documents.blocks import Block
from revmentor_desktop.documents.fonts import Weight, font
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup.forms import SignatureLine, TickBox, lines
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
    assert [one["/TU"] for one in found] == [
        *(f"Choice {n}" for n in range(5)),
        *("Name (line 1 of 2)", "Name (line 2 of 2)"),
    ]
    root: Any = reader(pdf).root_object
    assert len(root["/AcroForm"]["/Fields"]) == 7
    assert set(root["/AcroForm"]["/DR"]["/Font"]) == {"/Inter", "/ZaDb"}
    assert all("/Inter " in one["/DA"] for one in found if one["/FT"] == "/Tx")
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


def test_a_signature_is_made_by_a_reader_and_shows_nothing_before(tmp_path: Path) -> None:
    pdf = compose([Sheet("T", "", "", lambda _: [SignatureLine("Mei signs")])], title="T")
    (field,) = fields(pdf)
    assert (field["/FT"], field["/TU"]) == ("/Sig", "Mei signs")
    assert field["/AP"]["/N"].get_object().get_data() == b""
    check_structure(pdf, tmp_path)


def test_what_is_typed_is_as_large_as_what_is_printed() -> None:
    for scale in (1.0, 1.5):
        styles = Styles(scale)
        texts = [one for one in fields(form(styles)) if one["/FT"] == "/Tx"]
        assert [str(one["/DA"]).split()[1] for one in texts] == [str(round(styles.note.size))] * 2


def typed(pdf: bytes, words: str) -> bytes:
    """Return a form with the same typed into every line, to be drawn by whoever shows it."""
    writer = PdfWriter(clone_from=reader(pdf))
    root: Any = writer.root_object
    root["/AcroForm"][NameObject("/NeedAppearances")] = BooleanObject(True)
    notes: Any = writer.pages[0]["/Annots"]
    for note in notes:
        field = note.get_object()
        if field["/FT"] == "/Tx":
            field[NameObject("/V")] = TextStringObject(words)
            del field["/AP"]
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler’s tools are not installed")
@pytest.mark.parametrize(
    "words", ["Zoë Łukasz Żółć “ŵyn” – €5", "Nguyễn Thị Ánh", "Άννα Ἑλένη", "Дмитрий Ґалаґан"]
)
def test_another_program_draws_whatever_is_typed(words: str, tmp_path: Path) -> None:
    for name, said in (("empty", ""), ("typed", words)):
        place = tmp_path / f"{name}.pdf"
        place.write_bytes(typed(form(), said))
        command = ["pdftoppm", "-r", "40", "-png", "-singlefile", str(place), str(tmp_path / name)]
        done = subprocess.run(command, capture_output=True, check=True)
        assert done.stderr == b""
    assert (tmp_path / "empty.png").read_bytes() != (tmp_path / "typed.png").read_bytes()


def test_the_font_that_is_typed_in_says_what_its_letters_read_as() -> None:
    root: Any = reader(form()).root_object
    outer = root["/AcroForm"]["/DR"]["/Font"]["/Inter"].get_object()
    inner = outer["/DescendantFonts"][0].get_object()
    table = outer["/ToUnicode"].get_object().get_data().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]{4})>", table)[1:]
    letters = {chr(int(letter, 16)): int(glyph, 16) for glyph, letter in pairs}
    assert set("AŻéŵộΆἙДґ’–€") <= set(letters)
    _, widths = inner["/W"]
    assert len(widths) == len(letters)
    face = font("Inter", Weight.REGULAR)
    for letter in "AiŻДΩ":
        width = widths[letters[letter] - 1]
        assert abs(width - face.stringWidth(letter, 1000)) <= 1
    program = inner["/FontDescriptor"]["/FontFile2"].get_object().get_data()
    assert len(program) < 100_000
