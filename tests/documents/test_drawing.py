"""Words are written in few commands and stand where they were measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from pypdf.generic import ContentStream

from revmentor_desktop.documents.blocks import Paragraph
from revmentor_desktop.documents.fonts import Weight, font
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.paragraphs import text_width
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run
from tests.documents.reading_back import reader

BODY = Styles().body


def commands(runs: Sequence[Run]) -> list[tuple[bytes, Any]]:
    """Return what writes a paragraph: texts by their length, and how much spaces are widened."""
    paragraph = Paragraph(runs, BODY)
    file = reader(compose([Sheet("T", "", "", lambda _: [paragraph])], title="T"))
    operations = list(ContentStream(file.pages[0].get_contents(), file).operations)
    start = next(at for at, (_, operator) in enumerate(operations) if operator == b"BDC")
    end = next(
        at for at, (_, operator) in enumerate(operations) if operator == b"EMC" and at > start
    )
    return [
        (operator, len(operands[0].original_bytes) if operator == b"Tj" else float(operands[0]))
        for operands, operator in operations[start:end]
        if operator in {b"Tj", b"Tw"}
    ]


def difference() -> float:
    """Return how much wider the paragraph's spaces are than those of its bold words."""
    widths = [text_width(" ", font("Inter", one), BODY.size) for one in Weight][:2]
    return widths[0] - widths[1]


def test_words_of_one_look_are_written_in_one_go_with_the_paragraphs_spaces() -> None:
    found = commands([Run("We look back", Weight.BOLD), Run(" in the end.")])
    bold, usual = len("We look back"), len(" in the end.")
    by = pytest.approx(difference(), abs=1e-4)
    assert found == [(b"Tw", by), (b"Tj", bold), (b"Tw", 0.0), (b"Tj", usual)]


def test_a_hard_space_is_as_wide_as_its_word_was_measured() -> None:
    found = commands([Run("by Tue\u00a08 May", Weight.BOLD)])
    by = pytest.approx(difference(), abs=1e-4)
    parts = [(b"Tw", by), (b"Tj", 6), (b"Tw", 0.0), (b"Tj", 1), (b"Tw", by), (b"Tj", 5)]
    assert found == [*parts, (b"Tw", 0.0)]
