"""Files that are chosen as logo: read with care, and only their pixels are taken."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QColorSpace, QImage

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.logo import LARGEST, MOST_BYTES
from revmentor_desktop.services.sample import sample_logo
from revmentor_desktop.ui.programme.logo_choice import LogoChoice, read_logo
from revmentor_desktop.ui.programme.logo_file import read_picture
from tests.ui.programme.pictures import RED, drawn, png_that_claims, stored


def told(path: Path) -> KnownError:
    with pytest.raises(KnownError) as caught:
        read_logo(path)
    return caught.value


def chosen(path: Path) -> LogoChoice:
    return read_logo(path)


@pytest.mark.parametrize(
    "name", ["logo.png", "logo.jpg", "LOGO.JPEG", "a picture with no ending.png"]
)
def test_png_and_jpg_are_read(tmp_path: Path, name: str) -> None:
    path = stored(tmp_path / name, drawn(ground=RED))
    logo = chosen(path).plain
    assert logo is not None
    assert (logo.width, logo.height) == (400, 100)


def test_the_name_of_a_file_tells_nothing(tmp_path: Path) -> None:
    path = stored(tmp_path / "logo.png", drawn()).rename(tmp_path / "logo.jpg")
    assert chosen(path).plain is not None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "logo-empty"),
        (b"GIF89a and more", "logo-of-no-kind"),
        (b"BM" + bytes(200), "logo-of-no-kind"),
        (b"%PDF-1.7 a page %%EOF", "logo-of-no-kind"),
        (b"<html><body>A page</body></html>", "logo-of-no-kind"),
        (b"\x89PNG\r\n\x1a\n nothing that could be read IEND", "logo-not-whole"),
        (png_that_claims(30_000, 30_000), "logo-too-many-pixels"),
        (png_that_claims(11_000, 11_000), "logo-too-many-pixels"),
        (png_that_claims(1, 900_000), "logo-too-many-pixels"),
        (png_that_claims(1, 2_000_000_000), "logo-not-whole"),
        (png_that_claims(6_000, 6_000), "logo-not-whole"),
    ],
)
def test_what_is_no_logo_is_told(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    assert told(path).code == code


@pytest.mark.qt_log_ignore("Unsupported marker")
def test_a_jpg_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "logo.jpg"
    path.write_bytes(b"\xff\xd8\xff nothing that could be read \xff\xd9")
    assert told(path).code == "logo-not-whole"


@pytest.mark.parametrize("ending", ["png", "jpg"])
@pytest.mark.parametrize("part", [0.3, 0.9])
def test_a_file_that_breaks_off_is_told(tmp_path: Path, ending: str, part: float) -> None:
    whole = stored(tmp_path / f"whole.{ending}", drawn(900, 700, ground=RED)).read_bytes()
    path = tmp_path / f"half.{ending}"
    path.write_bytes(whole[: int(len(whole) * part)])
    assert told(path).code == "logo-not-whole"


def test_a_file_that_is_very_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    error = told(path)
    assert (error.code, error.params["size"]) == ("logo-too-large", "20.0")


def test_a_folder_and_a_file_that_is_gone_are_told(tmp_path: Path) -> None:
    assert told(tmp_path).code == "source-unreadable"
    assert told(tmp_path / "gone.png").code == "source-unreadable"


def test_nothing_of_a_file_but_its_pixels_is_kept(tmp_path: Path) -> None:
    image = drawn(ground=RED)
    image.setText("Author", "Mei Brown of 5 Mill Lane")
    path = stored(tmp_path / "logo.png", image)
    assert b"Mei Brown" in path.read_bytes()
    logo = chosen(path).plain
    assert logo is not None
    assert len(zlib.decompress(logo.colours)) == 3 * logo.width * logo.height
    assert len(zlib.decompress(logo.greys)) == logo.width * logo.height


def test_what_lies_hidden_under_transparency_is_not_kept(tmp_path: Path) -> None:
    image = drawn(200, 100, around=20)
    for at in range(0, 240, 2):
        image.setPixelColor(at, 5, QColor(1, 2, 3, 0))
    logo = chosen(stored(tmp_path / "logo.png", image)).plain
    assert logo is not None
    pixels = zlib.decompress(logo.colours)
    assert {pixels[at : at + 3] for at in range(0, len(pixels), 3)} == {b"\xc0\x20\x20"}


def test_a_picture_that_was_taken_sideways_stands_upright(tmp_path: Path) -> None:
    path = stored(tmp_path / "logo.jpg", drawn(400, 100, ground=RED))
    content = path.read_bytes()
    # Orientation 6: turned by 90 degrees.
    about = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
    path.write_bytes(
        content[:2] + b"\xff\xe1" + (len(about) + 2).to_bytes(2, "big") + about + content[2:]
    )
    logo = chosen(path).plain
    assert logo is not None
    assert (logo.width, logo.height) == (100, 400)


def test_colours_are_those_that_a_screen_shows(tmp_path: Path) -> None:
    image = drawn(ground=RED)
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    found = read_picture(stored(tmp_path / "logo.png", image))
    assert found.pixelColor(50, 50).red() > QColor(RED).red() + 10


@pytest.mark.parametrize("size", [(6000, 1500), (900, 3000), (3000, 200)])
def test_a_large_picture_is_made_smaller_and_keeps_its_shape(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    logo = chosen(stored(tmp_path / "logo.png", drawn(*size, ground=RED))).plain
    assert logo is not None
    assert logo.width <= LARGEST[0]
    assert logo.height <= LARGEST[1]
    assert logo.width / logo.height == pytest.approx(size[0] / size[1], rel=0.02)


def test_a_small_picture_is_not_made_larger(tmp_path: Path) -> None:
    logo = chosen(stored(tmp_path / "logo.png", drawn(24, 16))).plain
    assert logo is not None
    assert (logo.width, logo.height) == (24, 16)


def test_a_picture_full_of_detail_takes_no_more_room_than_a_step_of_undo_has(
    tmp_path: Path,
) -> None:
    from random import Random

    noise = Random(1).randbytes(1000 * 700 * 4)
    image = QImage(noise, 1000, 700, QImage.Format.Format_RGB32)
    logo = chosen(stored(tmp_path / "logo.png", image)).plain
    assert logo is not None
    assert logo.size <= MOST_BYTES
    assert logo.width > 200


def test_the_invented_logo_of_the_sample_is_one() -> None:
    logo = chosen(sample_logo()).plain
    assert logo is not None
    assert logo.width > 900
