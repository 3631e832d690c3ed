"""Cards are drawn whatever the names are: literally, within their frame, in every state."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.pairing.board.cards import Mark
from revmentor_desktop.ui.pairing.board.painting import Brush, Look, broken_into_lines
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.theme import Theme, current_theme
from tests.ui.pairing.stage import Cast, index_of

WIDTH = 230
HOSTILE = (
    "<b>Bold</b> <img src=x onerror=alert(1)>",
    "&amp; &lt;",
    "W" * 180,
    "محمد علي",
    "日本 太郎",
    "👩‍🔬 Zoë",
    "{chain} %s %n {0}",
)


@pytest.fixture
def look(theme: Theme) -> Look:
    return Look.of(theme)


def painted(view: CardView, name: str, state: QStyle.StateFlag) -> QImage:
    """Return the card of that name as painted, on white."""
    index = index_of(view, name)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, view.card_height)
    option.state = state
    image = QImage(WIDTH, view.card_height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, index)
    painter.end()
    return image


def test_a_reason_goes_on_as_many_lines_as_there_are(look: Look) -> None:
    text = "In one line of management: Mei Brown → Rob Clarke → David Price"
    lines = broken_into_lines(text, look.small_font, 200, 3)
    assert len(lines) in {2, 3}
    assert " ".join(lines) == text
    short = broken_into_lines(text, look.small_font, 200, 1)
    assert len(short) == 1
    assert short[0].endswith("…")
    assert QFontMetrics(look.small_font).horizontalAdvance(short[0]) <= 200
    assert broken_into_lines("", look.small_font, 200, 2) == [""]


def test_one_endless_word_is_broken(look: Look) -> None:
    lines = broken_into_lines("W" * 100, look.small_font, 120, 3)
    assert len(lines) == 3
    metrics = QFontMetrics(look.small_font)
    assert all(metrics.horizontalAdvance(line) <= 120 for line in lines)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_painted_literally(page: PairingPage, cast: Cast, name: str) -> None:
    cast.add(name, Role.MENTOR)
    cast.add("Plain", Role.MENTOR)
    page.reload()
    none = QStyle.StateFlag.State_Enabled
    card = page.mentors.cards.card(index_of(page.mentors, name))
    assert card is not None
    assert card.name == name
    assert painted(page.mentors, name, none) != painted(page.mentors, "Plain", none)


def test_markup_is_not_what_is_painted(page: PairingPage, cast: Cast) -> None:
    cast.add("<b>Ann</b>", Role.MENTOR)
    cast.add("Ann", Role.MENTOR)
    page.reload()
    none = QStyle.StateFlag.State_Enabled
    names = [str(page.mentors.cards.index(row).data()) for row in range(5)]
    assert names[:2] == ["<b>Ann</b>", "Ann"]
    assert painted(page.mentors, "<b>Ann</b>", none) != painted(page.mentors, "Ann", none)


def test_each_state_of_a_card_looks_different(page: PairingPage, cast: Cast) -> None:
    none = QStyle.StateFlag.State_Enabled
    flag = QStyle.StateFlag
    plain = painted(page.leaders, "Helen", none)
    states = (flag.State_MouseOver, flag.State_Selected, flag.State_HasFocus)
    seen = [plain, *(painted(page.leaders, "Helen", none | state) for state in states)]
    held = page.mentors.cards.card(index_of(page.mentors, "Mei"))
    assert held is not None
    page.mentors.picked_up.emit(held.held())
    seen.append(painted(page.leaders, "Helen", none))
    seen.append(painted(page.leaders, "David", none))
    for at, one in enumerate(seen):
        assert all(one != other for other in seen[at + 1 :])
    page.mentors.put_down.emit(Qt.DropAction.IgnoreAction)
    assert painted(page.leaders, "Helen", none) == plain


def test_marks_that_do_not_fit_are_counted(look: Look) -> None:
    image = QImage(WIDTH, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    brush = Brush(painter, look)
    marks = [Mark(f"Something {number}", "ok") for number in range(6)]
    drawn = brush.fitting(marks, WIDTH)
    assert drawn[-1][0].text == f"+{6 - (len(drawn) - 1)}"
    assert sum(width for _, width in drawn) <= WIDTH
    (only, width), *_ = brush.fitting([Mark("W" * 100, "ok")], WIDTH)
    assert (only.text, width) == ("W" * 100, WIDTH)
    assert brush.fitting([], WIDTH) == []
    painter.end()


def test_the_preview_of_a_drag_is_the_card_in_the_pixels_of_the_screen(
    page: PairingPage, cast: Cast
) -> None:
    card = page.mentors.cards.card(index_of(page.mentors, "Jonas"))
    assert card is not None
    pixmap = page.mentors.preview(card.held().participant, 2.0)
    assert pixmap.devicePixelRatio() == 2.0
    assert pixmap.height() == 2 * page.mentors.card_height


def test_a_screen_reader_hears_who_is_on_a_card(page: PairingPage, cast: Cast) -> None:
    heard = QAccessible.queryAccessibleInterface(page.mentors)
    assert heard is not None
    names = [heard.child(at).text(QAccessible.Text.Name) for at in range(heard.childCount())]
    assert "Jonas Tamm, mentor, unpaired" in names


def test_partners_in_the_chooser_are_painted_by_what_can_be(page: PairingPage, cast: Cast) -> None:
    card = page.mentors.cards.card(index_of(page.mentors, "Mei"))
    assert card is not None
    page.commands.pair_with(card.held())
    dialog = page.findChild(PartnerDialog)
    assert dialog is not None
    rows = [dialog.list.visualRect(dialog.model.index(row)) for row in range(3)]
    picture = dialog.list.viewport().grab().toImage()
    pictures = [picture.copy(rect) for rect in rows]
    assert pictures[0] != pictures[1] != pictures[2]
    # Red is for the reasons alone.
    assert [reddish(one) for one in pictures] == [False, True, True]
    dialog.reject()


def reddish(image: QImage) -> bool:
    """Tell whether the colour of reasons is in a picture."""
    wanted = painted_colour("bad")
    return any(
        image.pixel(x, y) & 0xFFFFFF == wanted
        for x in range(image.width())
        for y in range(image.height())
    )


def painted_colour(name: str) -> int:
    return int(current_theme().hex(name)[1:], 16)
