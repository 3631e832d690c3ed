"""Parts that several documents share keep what makes them usable at every size."""

from __future__ import annotations

import pytest

from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.parts import labelled_line, numbered
from revmentor_desktop.documents.styles import WRITING_LINE, Styles

WIDTH = 300.0


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5])
def test_a_line_to_write_on_has_room_for_a_pen_above_its_label(scale: float) -> None:
    styles = Styles(scale)
    label = styles.small.leading + styles.space(2)
    assert labelled_line("Date", styles).height(WIDTH) == pytest.approx(WRITING_LINE + label)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_numbered_paragraph_is_set_beside_its_number_and_stays_whole(scale: float) -> None:
    styles = Styles(scale)
    runs = plain("We meet six times. " * 12)
    block = numbered("1", runs, styles, indent=24, space_after=5)
    assert block.indent == 24 * scale
    assert block.space_after == 5
    assert block.height(WIDTH) == block.block.height(WIDTH - block.indent) > styles.body.leading
    assert block.split(WIDTH, block.height(WIDTH) / 2) is None
    assert block.block.split(WIDTH, block.height(WIDTH) / 2) is None
