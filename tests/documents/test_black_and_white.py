"""A print in black and white has no colour in it and says the same."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream, StreamObject

from revmentor_desktop.documents.pairing_list import pairing_list_pdf
from revmentor_desktop.documents.setup.papers import KEYS, setup_pdf
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.services.documents.setup_papers import setup_values
from tests.documents.pairing_list_example import plan_pair, plan_values
from tests.documents.reading_back import agreement_pdf, pages, reader, values
from tests.documents.setup_example import DETAILS_OF_IT, ORGANISATION, PLAN

SETUP = setup_values(DETAILS_OF_IT, PLAN, ORGANISATION, [])
PLAIN = Styles(in_colour=False)
COLOURS = {b"rg", b"RG", b"k", b"K", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN", b"sh"}


def colours(pdf: bytes) -> set[bytes]:
    """Return the operators of a file that set a colour other than grey."""
    file = reader(pdf)
    found = {
        operator
        for stream in drawings(file)
        for _, operator in ContentStream(stream, file).operations
    }
    return found & COLOURS


def drawings(file: PdfReader) -> list[Any]:
    """Return all streams that draw: of pages, and of fields as they look when they are filled."""
    streams: list[Any] = [page.get_contents() for page in file.pages]
    for number in range(1, len(file.xref[0]) + 1 if 0 in file.xref else 0):
        found = file.get_object(number)
        if isinstance(found, StreamObject) and found.get("/Subtype") == "/Form":
            streams.append(found)
    return streams


@pytest.mark.parametrize("key", KEYS)
def test_a_set_up_paper_is_grey_and_loses_nothing(key: str) -> None:
    usual, grey = setup_pdf(key, SETUP), setup_pdf(key, SETUP, styles=PLAIN)
    assert colours(usual)
    assert not colours(grey)
    assert pages(grey) == pages(usual)


def test_fields_are_filled_in_in_black() -> None:
    for page in reader(setup_pdf("call-mentor", SETUP, styles=PLAIN)).pages:
        for field in page.get("/Annots", []):
            assert "rg" not in str(field.get_object().get("/DA", ""))


def test_an_agreement_and_a_pairing_list_are_grey() -> None:
    listed = plan_values(pairs=tuple(plan_pair(number) for number in range(1, 9)))
    for pdf in (agreement_pdf(values(), styles=PLAIN), pairing_list_pdf(listed, styles=PLAIN)):
        assert not colours(pdf)


def test_text_is_black() -> None:
    file = reader(agreement_pdf(values(), styles=PLAIN))
    operations = ContentStream(file.pages[0].get_contents(), file).operations
    fills = [float(operands[0]) for operands, operator in operations if operator == b"g"]
    assert fills
    assert set(fills) == {0.0}


def test_a_tighter_setting_keeps_the_colours() -> None:
    assert not PLAIN.tightened(0.9, 0.9).in_colour
