"""What a picture becomes as a logo: its edge, its ground, its greys."""

from __future__ import annotations

import zlib

import pytest
from PySide6.QtGui import QColor, QImage

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.ui.programme.logo_pixels import (
    has_own_ground,
    is_light,
    logo_of,
    picture_of,
)
from tests.ui.programme.pictures import RED, WHITE, drawn

CREAM, YELLOW, INK = "#FFFBEA", "#FFD100", "#1F2430"


def darkest_grey(logo: Logo) -> int:
    return min(zlib.decompress(logo.greys))


def code_of(image: QImage, *, on_dark: bool = False) -> str:
    with pytest.raises(KnownError) as caught:
        logo_of(image, on_dark=on_dark)
    return caught.value.code


@pytest.mark.parametrize("ground", ["", WHITE, "#FDFDFD"])
def test_the_empty_room_around_it_goes(ground: str) -> None:
    logo = logo_of(drawn(300, 90, around=70, ground=ground))
    assert (logo.width, logo.height) == (300, 90)


def test_what_is_transparent_is_white_as_paper() -> None:
    image = drawn(100, 50)
    image.setPixelColor(50, 25, QColor(0, 0, 0, 0))
    assert picture_of(logo_of(image)).pixelColor(50, 25) == QColor(WHITE)


def test_a_logo_is_shown_as_it_is_kept() -> None:
    shown = picture_of(logo_of(drawn(101, 33)))
    assert (shown.width(), shown.height()) == (101, 33)
    assert shown.pixelColor(100, 32) == QColor(RED)


@pytest.mark.parametrize("colour", [WHITE, CREAM])
def test_a_light_logo_is_known_and_seen_on_a_dark_ground(colour: str) -> None:
    image = drawn(300, 90, colour, around=10)
    assert is_light(image)
    logo = logo_of(image, on_dark=True)
    shown = picture_of(logo)
    middle = logo.width // 2
    assert shown.pixelColor(middle, 2) == QColor(INK)
    assert shown.pixelColor(middle, logo.height // 2) == QColor(colour)
    assert shown.pixelColor(0, 0).lightness() > 200
    assert darkest_grey(logo) < 60


@pytest.mark.parametrize("colour", [RED, YELLOW, "#000000", "#808080"])
def test_a_logo_in_colour_is_not_light(colour: str) -> None:
    assert not is_light(drawn(colour=colour, around=10))
    assert not is_light(drawn(colour=colour, ground=WHITE, around=10))


def test_a_picture_without_transparency_brings_its_own_ground() -> None:
    assert has_own_ground(drawn(ground="#102030"))
    assert not has_own_ground(drawn(around=4))


@pytest.mark.parametrize("image", [drawn(50, 50, WHITE, ground=WHITE), drawn(50, 50, "#00000000")])
def test_where_nothing_is_to_be_seen_that_is_told(image: QImage) -> None:
    assert code_of(image) == "logo-shows-nothing"


def test_on_a_dark_ground_too() -> None:
    assert code_of(drawn(50, 50, "#00000000"), on_dark=True) == "logo-shows-nothing"


@pytest.mark.parametrize("size", [(2100, 100), (10, 1000), (400, 1)])
def test_a_line_is_no_logo(size: tuple[int, int]) -> None:
    assert code_of(drawn(*size)) == "logo-too-long"


@pytest.mark.parametrize("size", [(2000, 100), (100, 2000), (1, 1)])
def test_very_wide_and_very_tall_ones_are(size: tuple[int, int]) -> None:
    assert logo_of(drawn(*size)).size


def test_a_pale_logo_is_a_good_grey_in_black_and_white() -> None:
    assert darkest_grey(logo_of(drawn(colour=YELLOW, around=10))) < 140
    assert darkest_grey(logo_of(drawn(colour="#000000", around=10))) == 0


def test_the_same_picture_gives_the_same_logo() -> None:
    assert logo_of(drawn(around=7)) == logo_of(drawn(around=7))
