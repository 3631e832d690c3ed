"""How large a logo stands on paper."""

from __future__ import annotations

import pytest

from tests.logo_example import striped_logo


@pytest.mark.parametrize(
    ("pixels", "size"),
    [
        ((400, 100), (34.6, 8.7)),
        ((200, 200), (12, 12)),
        ((100, 400), (3, 12)),
        ((1000, 50), (54, 2.7)),
    ],
)
def test_a_logo_keeps_its_shape_within_its_place(
    pixels: tuple[int, int], size: tuple[float, float]
) -> None:
    found = striped_logo(*pixels).in_head()
    assert found == pytest.approx(size, abs=0.05)
    assert found[0] / found[1] == pytest.approx(pixels[0] / pixels[1])


def test_it_takes_as_much_as_its_pixels() -> None:
    logo = striped_logo()
    assert logo.size == len(logo.colours) + len(logo.greys)
