"""Drawings that are chosen as logo: shapes are drawn, and nothing reaches outside of the file."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QColor, QImage

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui.programme.logo_choice import read_logo
from revmentor_desktop.ui.programme.logo_file import read_picture
from tests.ui.programme.pictures import RED, drawn, stored

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' viewBox="0 0 40 20">'
)
BOX = f'<rect width="40" height="20" fill="{RED}"/>'
BLUE = "#0000ff"


def file_of(tmp_path: Path, inside: str, head: str = HEAD) -> Path:
    path = tmp_path / "logo.svg"
    path.write_text(f"{head}{inside}</svg>", encoding="utf-8")
    return path


def picture(tmp_path: Path, inside: str) -> QImage:
    return read_picture(file_of(tmp_path, inside))


def code_of(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        read_logo(path)
    return caught.value.code


def test_a_drawing_is_drawn_as_large_as_a_logo_can_be(tmp_path: Path) -> None:
    made = picture(tmp_path, f'{BOX}<circle cx="10" cy="10" r="5" fill="{BLUE}"/>')
    assert (made.width(), made.height()) == (1200, 600)
    assert made.pixelColor(300, 300) == QColor(BLUE)
    assert made.pixelColor(900, 300) == QColor(RED)
    logo = read_logo(file_of(tmp_path, BOX)).plain
    assert logo is not None
    assert (logo.width, logo.height) == (960, 480)


def test_styles_groups_and_gradients_are_drawn(tmp_path: Path) -> None:
    made = picture(
        tmp_path,
        '<title>Ours</title><metadata><x:y xmlns:x="urn:x">z</x:y></metadata>'
        "<style>.a { fill: #0000ff }</style>"
        '<defs><linearGradient id="one"><stop stop-color="#c02020"/></linearGradient>'
        '<linearGradient id="two" xlink:href="#one"/></defs>'
        '<g transform="translate(20 0)"><rect class="a" width="20" height="20"/></g>'
        '<rect width="20" height="20" fill="url(#two)"/>',
    )
    assert made.pixelColor(900, 300) == QColor(BLUE)
    assert made.pixelColor(100, 300) == QColor(RED)


def test_the_edge_of_the_sheet_that_was_drawn_on_is_no_obstacle(tmp_path: Path) -> None:
    made = picture(
        tmp_path,
        f'<g clip-path="url(#c)">{BOX}</g><defs><clipPath id="c">'
        '<rect width="40" height="20"/></clipPath></defs>',
    )
    assert made.pixelColor(10, 10) == QColor(RED)


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="SECRET" width="40" height="20"/>',
        '<image xlink:href="SECRET" width="40" height="20"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<use href="SECRET#a"/>',
        '<g id="a"><rect width="1" height="1"/></g><use xlink:href="#a"/>',
        '<rect width="9" height="9" fill="url(SECRET#a)"/>',
        '<rect width="9" height="9" style="fill:url( \'SECRET#a\')"/>',
        "<style>@import url(SECRET);</style>",
        "<style>rect { fill: url('SECRET') }</style>",
        '<linearGradient id="a" xlink:href="SECRET#b"/>',
        "<script>alert(1)</script>",
        "<foreignObject><p>words</p></foreignObject>",
        '<text x="1" y="9">Harbour Care</text>',
        '<rect width="9" height="9"><animate attributeName="x" to="9"/></rect>',
        '<filter id="f"><feGaussianBlur stdDeviation="99999"/></filter>',
        '<mask id="m"/>',
        '<clipPath id="c"><circle r="5"/></clipPath>',
        "<g>" * 60 + "</g>" * 60,
        '<rect width="1" height="1"/>' * 2500,
        "<!-- " + "x" * 600_000 + " -->",
        "<g>",
    ],
)
def test_what_is_more_than_shapes_is_told(tmp_path: Path, inside: str) -> None:
    secret = stored(tmp_path / "secret.png", drawn(40, 20))
    inside = f"{BOX}{inside.replace('SECRET', secret.as_uri())}"
    assert code_of(file_of(tmp_path, inside)) == "logo-drawing-too-much"


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_entities_are_told(tmp_path: Path, before: str) -> None:
    assert code_of(file_of(tmp_path, BOX, before + HEAD)) == "logo-drawing-too-much"


def test_a_sheet_of_styles_beside_it_is_not_read(tmp_path: Path) -> None:
    sheet = tmp_path / "look.css"
    sheet.write_text(f"rect {{ fill: {BLUE} }}")
    before = f'<?xml-stylesheet type="text/css" href="{sheet}"?>'
    made = read_picture(file_of(tmp_path, '<rect width="40" height="20"/>', before + HEAD))
    assert made.pixelColor(10, 10) == QColor("black")


def test_a_known_kind_of_document_is_no_obstacle(tmp_path: Path) -> None:
    before = (
        '<?xml version="1.0" encoding="UTF-8"?><!-- Drawn by Mei Brown --><!DOCTYPE svg PUBLIC'
        ' "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    made = read_picture(file_of(tmp_path, BOX, before + HEAD))
    assert made.pixelColor(10, 10) == QColor(RED)


@pytest.mark.parametrize("head", [HEAD.replace("40 20", "0 0"), "<svg", "<svg >"])
def test_a_drawing_without_size_or_end_is_told(tmp_path: Path, head: str) -> None:
    assert code_of(file_of(tmp_path, "", head)) in {"logo-drawing-too-much", "logo-shows-nothing"}


def test_a_drawing_that_would_take_minutes_is_told_within_seconds(tmp_path: Path) -> None:
    chance = Random(1)
    points = " ".join(
        f"L{40 * chance.random():.2f} {20 * chance.random():.2f}" for _ in range(30_000)
    )
    inside = f'<path d="M0 0 {points}" stroke="{RED}" stroke-width="3" stroke-linejoin="round"/>'
    assert code_of(file_of(tmp_path, inside)) == "logo-drawing-too-much"


def test_a_drawing_as_thin_as_a_line_is_told(tmp_path: Path) -> None:
    head = HEAD.replace("40 20", "40000 1")
    line = f'<rect width="40000" height="1" fill="{RED}"/>'
    assert code_of(file_of(tmp_path, line, head)) == "logo-too-long"
