from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon
from pytestqt.qtbot import QtBot

from revmentor_desktop.system.resources import resource
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.palettes import palette
from revmentor_desktop.ui.theme import Theme, ThemeChoice
from revmentor_desktop.ui.widgets.buttons import icon_button

THEMES = ("light", "dark")
GROUNDS = ("background", "surface", "raised", "hover")
SOFT = ("brand", "mentor", "mentee", "ok", "warn", "bad")
# What is read (4.5:1), as (text, ground).
TEXTS = [
    *((text, ground) for text in ("ink", "muted") for ground in (*GROUNDS, "brand_soft")),
    *((name, ground) for name in SOFT for ground in ("background", "surface", "raised")),
    *((name, f"{name}_soft") for name in SOFT),
    *(("ink", f"{name}_soft") for name in SOFT),
    ("ink", "neutral_soft"),
    ("brand", "hover"),
    ("brand_ink", "brand"),
    ("brand_ink", "brand_strong"),
    ("sidebar_ink", "sidebar"),
    ("sidebar_ink", "sidebar_raised"),
    ("sidebar_ink", "sidebar_selected"),
    ("sidebar_ink", "sidebar_badge"),
    ("sidebar_muted", "sidebar"),
    ("sidebar_muted", "sidebar_raised"),
    ("notice_ink", "notice"),
    ("notice_action", "notice"),
]
# What shows that something can be operated, or where the focus is (3:1).
CONTROLS = [
    *(("control", ground) for ground in ("background", "surface", "raised")),
    *(("focus", ground) for ground in (*GROUNDS, "brand_soft")),
    ("brand", "background"),
    ("brand", "surface"),
    ("brand_ring", "brand"),
    ("sidebar_focus", "sidebar"),
    ("sidebar_focus", "sidebar_selected"),
    ("sidebar_focus", "sidebar_raised"),
    ("sidebar_control", "sidebar"),
]


def luminance(shade: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    colour = QColor(shade)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme_name", THEMES)
def test_text_and_controls_stand_out_from_their_ground(theme_name: str) -> None:
    colours = palette(theme_name)
    weak = [
        f"{front} on {ground}: {contrast(colours[front], colours[ground]):.2f}"
        for least, pairs in ((4.5, TEXTS), (3.0, CONTROLS))
        for front, ground in pairs
        if contrast(colours[front], colours[ground]) < least
    ]
    assert weak == []


def test_both_themes_name_the_same_colours_and_the_style_sheet_no_other() -> None:
    light, dark = palette("light"), palette("dark")
    assert light.keys() == dark.keys()
    used = set(re.findall(r"@([a-z_]+)", resource("themes/style.qss").read_text()))
    sizes = {"number_size", "title_size", "heading_size", "strong_size", "body_size", "small_size"}
    assert used - sizes - {"theme"} <= light.keys()


def test_drawings_of_the_style_sheet_are_there_in_both_themes() -> None:
    named = set(re.findall(r"url\(@theme:([a-z.]+)\)", resource("themes/style.qss").read_text()))
    assert named
    for theme_name in THEMES:
        assert named == {file.name for file in resource(f"themes/{theme_name}").glob("*.svg")}


def test_theme_follows_the_system_while_the_program_runs(theme: Theme, qtbot: QtBot) -> None:
    theme.choose(ThemeChoice.SYSTEM)
    hints = QGuiApplication.styleHints()
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.name == "dark"
    assert theme.colour("background") == QColor(palette("dark")["background"])
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    assert app.palette().window().color() == theme.colour("background")
    with qtbot.waitSignal(theme.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.name == "light"


def test_a_chosen_theme_does_not_follow_the_system(theme: Theme) -> None:
    theme.choose(ThemeChoice.DARK)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.name == "dark"


def inked(drawn: QIcon) -> set[str]:
    """The colours of an icon's fully covered pixels."""
    image = drawn.pixmap(48, 48).toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_an_icon_is_drawn_in_the_colour_of_the_theme_that_is_on(theme: Theme) -> None:
    drawn = icon("house", "brand")
    assert inked(drawn) == {palette("light")["brand"]}
    theme.choose(ThemeChoice.DARK)
    assert inked(drawn) == {palette("dark")["brand"]}


def test_icons_outlive_their_maker_and_are_copied_freely(qtbot: QtBot) -> None:
    made = [icon_button("x", "Close") for _ in range(50)]
    copies = [QIcon(one.icon()) for one in made]
    for one in made:
        qtbot.addWidget(one)
        one.show()
        one.grab()
        one.close()
    made.clear()
    assert all(inked(copy) for copy in copies)


def test_an_unknown_icon_is_a_mistake_that_shows() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_the_icons_that_come_along_are_those_in_use() -> None:
    sources = (Path(__file__).parents[2] / "revmentor_desktop" / "ui").rglob("*.py")
    text = "".join(source.read_text(encoding="utf-8") for source in sources)
    folder = resource("icons")
    idle = [file.stem for file in folder.glob("*.svg") if f'"{file.stem}"' not in text]
    assert idle == []
    assert "ISC License" in (folder / "LICENSE").read_text(encoding="utf-8")
