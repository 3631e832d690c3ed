"""Letters are written by codes of their file, whichever and however many they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from revmentor_desktop.documents.blocks import Block, Paragraph
from revmentor_desktop.documents.fonts import Weight, font
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.styles import Styles
from tests.documents.reading_back import check_structure, text

BODY = Styles().body


def made(*blocks: Block) -> bytes:
    return compose([Sheet("T", "", "", lambda _: blocks)], title="T")


@pytest.mark.parametrize("before", ["", "abcdefg", "abcdefghijklm"])
def test_signs_that_end_texts_are_read_as_they_stand(before: str, tmp_path: Path) -> None:
    # The codes that a file gives out first are those that cannot stand in it as they are.
    said = f"{before}(a) \\n \\( )) 0123456789 ((["
    pdf = made(Paragraph(plain(said), BODY))
    assert said in text(pdf)
    check_structure(pdf, tmp_path)


def test_more_letters_than_there_are_codes(tmp_path: Path) -> None:
    known = font("Inter", Weight.REGULAR).face.charToGlyph
    letters = [
        chr(code) for code in sorted(known) if 0x100 <= code < 0x180 or 0x400 <= code < 0x530
    ]
    said = "".join(letters)
    assert len(letters) > 300
    pdf = made(Paragraph(plain(said), BODY), Paragraph(plain(f"abc {said[-3:]} {said[:3]}"), BODY))
    found = text(pdf).replace(" ", "")
    assert said in found
    assert f"abc{said[-3:]}{said[:3]}" in found
    check_structure(pdf, tmp_path)


def test_what_is_kept_of_one_file_is_not_written_into_another() -> None:
    shared = Paragraph(plain("What we say stays between us."), BODY)
    first, other = made(shared), made(Paragraph(plain("zyxwv (TSRQ)"), BODY), shared)
    assert "What we say stays between us." in text(first)
    assert "zyxwv (TSRQ) What we say stays between us." in text(other)
    assert made(shared) == first
