from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.services.programmes.reading import organisation, organisation_logo
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.programme.organisation import OrganisationDialog
from revmentor_desktop.ui.theme import ThemeChoice
from tests.fakes import FakePrompts
from tests.ui.programme.pictures import RED, WHITE, drawn, stored
from tests.ui.stage import settle, shown


@pytest.fixture
def dialog(context: Context) -> Iterator[OrganisationDialog]:
    yield from shown(OrganisationDialog(context), 500, 500)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    return stored(tmp_path / "logo.png", drawn(around=20))


def read(dialog: OrganisationDialog, path: Path, context: Context, qtbot: QtBot) -> None:
    dialog.read(path)
    settle(context.jobs, qtbot)


def test_the_organisation_is_named_anew_and_undone(qtbot: QtBot, context: Context) -> None:
    for name in ("Northgate & Sons", "Harbour <Care>"):
        dialog = OrganisationDialog(context)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.name.setText(name)
        dialog.save.click()
        assert not dialog.isVisible()
        assert organisation(context.data) == name
    context.undo()
    assert organisation(context.data) == "Northgate & Sons"


def test_a_name_that_is_too_long_is_kept_and_pointed_out(qtbot: QtBot, context: Context) -> None:
    dialog = OrganisationDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("x" * 10_000)
    dialog.save.click()
    assert dialog.isVisible()
    assert "shorten" in dialog.name_field.problem
    assert organisation(context.data) == ""


def test_a_logo_is_chosen_kept_and_undone_in_one_step(
    dialog: OrganisationDialog,
    context: Context,
    prompts: FakePrompts,
    picture: Path,
    qtbot: QtBot,
) -> None:
    prompts.path = picture
    dialog.logo.choose.click()
    settle(context.jobs, qtbot)
    assert organisation_logo(context.data) is None
    dialog.name.setText("Harbour Care")
    dialog.save.click()
    assert not dialog.isVisible()
    kept = organisation_logo(context.data)
    assert kept is not None
    assert (kept.width, kept.height) == (400, 100)
    assert context.data.undo_words == "Change the organisation’s logo"
    context.undo()
    assert organisation_logo(context.data) is None
    assert organisation(context.data) == ""
    context.redo()
    assert organisation_logo(context.data) == kept


def test_it_is_replaced_and_removed(context: Context, tmp_path: Path, qtbot: QtBot) -> None:
    for number, size in enumerate([(100, 50), (60, 60)]):
        dialog = OrganisationDialog(context)
        qtbot.addWidget(dialog)
        read(dialog, stored(tmp_path / f"{number}.png", drawn(*size)), context, qtbot)
        dialog.save.click()
        kept = organisation_logo(context.data)
        assert kept is not None
        assert (kept.width, kept.height) == size
    dialog = OrganisationDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.logo.logo == kept
    assert dialog.logo.choose.text() == "Choose another picture…"
    dialog.logo.remove.click()
    assert dialog.logo.remove.isHidden()
    dialog.save.click()
    assert organisation_logo(context.data) is None
    assert context.data.undo_words == "Remove the organisation’s logo"
    context.undo()
    assert organisation_logo(context.data) == kept


def test_cancel_changes_nothing(
    dialog: OrganisationDialog, context: Context, picture: Path, qtbot: QtBot
) -> None:
    read(dialog, picture, context, qtbot)
    dialog.reject()
    assert organisation_logo(context.data) is None
    assert context.data.undo_words is None


def test_what_cannot_be_a_logo_is_told_and_what_was_shown_stays(
    dialog: OrganisationDialog, context: Context, picture: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    read(dialog, picture, context, qtbot)
    before = dialog.logo.logo
    bad = tmp_path / "notes.png"
    bad.write_text("Not a picture")
    read(dialog, bad, context, qtbot)
    assert "“notes.png” is no PNG, JPG or SVG picture" in dialog.problem
    assert "save it as PNG" in dialog.problem
    assert dialog.logo.logo is before
    read(dialog, picture, context, qtbot)
    assert dialog.problem == ""


def test_a_file_can_be_dropped(
    dialog: OrganisationDialog, context: Context, picture: Path, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    mouse = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *mouse)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    aimed = dialog.logo.sheet.grab().toImage()
    QApplication.sendEvent(dialog, QDragLeaveEvent())
    assert dialog.logo.sheet.grab().toImage() != aimed
    QApplication.sendEvent(dialog, enter)
    QApplication.sendEvent(
        dialog, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *mouse)
    )
    settle(context.jobs, qtbot)
    assert dialog.logo.logo is not None


def test_text_and_several_files_cannot_be_dropped(
    dialog: OrganisationDialog, picture: Path
) -> None:
    for urls in ([], [picture, picture]):
        data = QMimeData()
        data.setText("words")
        if urls:
            data.setUrls([QUrl.fromLocalFile(str(one)) for one in urls])
        enter = QDragEnterEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(dialog, enter)
        assert not enter.isAccepted()


def test_all_of_it_is_reached_by_keyboard_and_told(
    dialog: OrganisationDialog, context: Context, picture: Path, qtbot: QtBot
) -> None:
    assert dialog.logo.sheet.accessibleName() == "The head of a paper without a logo"
    read(dialog, picture, context, qtbot)
    assert dialog.logo.sheet.accessibleName() == "The head of a paper with your logo at the right"
    assert dialog.focusWidget() is dialog.logo.choose
    dialog.name.setFocus()
    passed = []
    for _ in range(6):
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget().accessibleName())
    assert passed[:2] == ["Choose another picture…", "Remove the logo"] or (
        passed[1:3] == ["Choose another picture…", "Remove the logo"]
    )


def test_a_light_logo_stands_on_a_dark_ground_unless_that_is_not_wanted(
    dialog: OrganisationDialog, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    image = drawn(300, 90, "#FFFFFF", around=10)
    for at in range(60):
        image.setPixelColor(20 + at % 30, 20 + at // 30 * 20, QColor("#808080"))
    read(dialog, stored(tmp_path / "light.png", image), context, qtbot)
    assert dialog.logo.on_dark.isChecked()
    assert "hardly be seen on white paper" in dialog.logo.note
    dark = dialog.logo.logo
    dialog.logo.on_dark.click()
    assert dialog.logo.logo not in {dark, None}


def test_a_white_logo_stands_on_a_dark_ground_and_nothing_else_is_offered(
    dialog: OrganisationDialog, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    path = stored(tmp_path / "white.png", drawn(300, 90, WHITE, around=10))
    read(dialog, path, context, qtbot)
    assert dialog.logo.logo is not None
    assert dialog.logo.on_dark.isHidden()


def test_a_logo_with_its_own_ground_is_not_asked_about_another(
    dialog: OrganisationDialog, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    read(dialog, stored(tmp_path / "logo.jpg", drawn(ground=RED)), context, qtbot)
    assert dialog.logo.on_dark.isHidden()
    assert dialog.logo.note == ""


def test_few_pixels_are_told(
    dialog: OrganisationDialog, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    read(dialog, stored(tmp_path / "logo.png", drawn(40, 12)), context, qtbot)
    assert "few pixels" in dialog.logo.note


def test_the_logo_is_shown_on_white_paper_in_either_theme(
    dialog: OrganisationDialog, context: Context, picture: Path, qtbot: QtBot
) -> None:
    read(dialog, picture, context, qtbot)
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        context.theme.choose(theme)
        image = dialog.logo.sheet.grab().toImage()
        assert image.pixelColor(200, 120) == QColor(WHITE)
        assert image.pixelColor(dialog.logo.sheet.width() - 80, 40) == QColor(RED)
