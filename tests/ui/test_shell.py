from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from revmentor_desktop.services import vault
from revmentor_desktop.services.people.reading import people
from revmentor_desktop.services.programmes.reading import programmes
from revmentor_desktop.services.programmes.writing import present_organisation
from revmentor_desktop.ui.help import AboutDialog, ShortcutsDialog
from revmentor_desktop.ui.home.page import HomePage
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.registry import page_kinds
from revmentor_desktop.ui.start.recovery import RecoveryDialog
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.text import PlainLabel
from tests.builders import stored_programme
from tests.documents.logos import images_held
from tests.documents.reading_back import text
from tests.logo_example import striped_logo
from tests.ui.stage import PASSPHRASE, Stage

NAMES = [kind.name for kind in page_kinds()]


@pytest.fixture
def open_stage(stage: Stage) -> Stage:
    stage.open_file()
    return stage


def test_a_page_that_is_dropped_asks_the_closed_data_file_nothing(
    open_stage: Stage,
) -> None:
    open_stage.do("load-sample")
    home = open_stage.shell.page("home")
    assert isinstance(home, HomePage)
    waiting = [timer for timer in home.findChildren(QTimer) if timer.isActive()]
    assert waiting  # the next dates follow a moment later
    data = open_stage.context.data
    open_stage.shell.forget_file()
    data.close()
    assert not any(timer.isActive() for timer in waiting)


def test_without_a_data_file_the_sidebar_and_menus_offer_nothing_of_one(stage: Stage) -> None:
    stage.begin(None)
    assert not stage.shell.sidebar.switcher.isVisible()
    enabled = {name for name, action in stage.shell.menus.actions.items() if action.isEnabled()}
    assert enabled == {"new-file", "open-file", "quit", "shortcuts", "open-logs", "about"}


def test_pages_are_made_when_first_shown_and_kept(open_stage: Stage) -> None:
    shell = open_stage.shell
    assert shell.page("home") is not None
    assert shell.page("people") is None
    shell.show_page("people")
    made = shell.page("people")
    assert made is not None
    shell.show_page("home")
    shell.show_page("people")
    assert shell.page("people") is made


@pytest.mark.parametrize(("number", "name"), list(enumerate(NAMES, start=1)))
def test_pages_are_reached_by_keyboard(open_stage: Stage, number: int, name: str) -> None:
    open_stage.shell.show_page(NAMES[(number + 1) % len(NAMES)])
    actions = open_stage.shell.menus._pages
    assert actions[number - 1].shortcut() == QKeySequence(f"Ctrl+{number}")
    actions[number - 1].trigger()
    assert open_stage.shell.current_page is open_stage.shell.page(name)


def test_no_two_commands_share_their_keys(open_stage: Stage) -> None:
    keys = [one for _, keys in open_stage.shell.menus.shortcuts() for one in keys.split(", ")]
    assert len(keys) == len(set(keys))


def test_the_switcher_changes_the_programme_and_the_title(open_stage: Stage) -> None:
    data = open_stage.context.data
    first = stored_programme(data, "Voices & views")
    second = stored_programme(data, "Fresh eyes")
    open_stage.context.announce(frozenset({"programme"}))
    open_stage.shell.commands.choose_programme(first)
    assert open_stage.window.windowTitle() == "Voices & views – Programmes – RevMentor"
    switcher = open_stage.shell.sidebar.switcher
    offered = {action.text(): action for action in switcher.menu().actions()}
    assert offered["Voices && views"].isChecked()
    offered["Fresh eyes"].trigger()
    assert open_stage.context.programme_id == second
    assert switcher.accessibleName() == "Programme: Fresh eyes"
    assert open_stage.window.windowTitle() == "Fresh eyes – Programmes – RevMentor"


def test_the_programme_is_remembered(open_stage: Stage) -> None:
    data = open_stage.context.data
    first = stored_programme(data, "Voices")
    stored_programme(data, "Fresh eyes")
    open_stage.shell.commands.choose_programme(first)
    path = data.path
    open_stage.shell.detach()
    reopened = vault.open_with_passphrase(path, PASSPHRASE, open_stage.paths)
    open_stage.shell.attach(reopened)
    assert open_stage.context.programme_id == first


def test_the_sample_comes_and_goes_in_one_act_each_and_undo_follows_pages(
    open_stage: Stage,
) -> None:
    shell = open_stage.shell
    open_stage.do("load-sample")
    assert shell.sidebar.waiting("applications") == 3
    assert shell.sidebar.waiting("pairing") == 6
    assert not shell.menus.actions["load-sample"].isVisible()
    for name in NAMES:
        shell.show_page(name)
        assert shell.menus.undo.undo.text() == "Undo “Add the sample programme”"
    assert shell.notice_bar.isVisible()
    open_stage.do("remove-sample")
    assert programmes(open_stage.context.data) == []
    assert people(open_stage.context.data) == []
    assert open_stage.context.programme_id is None
    assert shell.sidebar.waiting("pairing") == 0
    QTest.mouseClick(shell.notice_bar.act, Qt.MouseButton.LeftButton)
    (back,) = programmes(open_stage.context.data)
    assert [open_stage.context.programme_id] == [back.id]
    assert shell.sidebar.waiting("pairing") == 6
    shell.menus.undo.undo.trigger()
    assert programmes(open_stage.context.data) == []
    assert shell.sidebar.switcher.accessibleName() == "Programme: No programme yet"
    shell.menus.undo.redo.trigger()
    assert [open_stage.context.programme_id] == [back.id]


def test_undoing_the_programme_that_is_looked_at_leads_to_another(open_stage: Stage) -> None:
    first = stored_programme(open_stage.context.data, "Voices")
    open_stage.shell.commands.choose_programme(first)
    open_stage.do("load-sample")
    assert open_stage.context.programme_id != first
    open_stage.context.undo()
    assert open_stage.context.programme_id == first


def test_f6_goes_round_sidebar_page_and_notice(open_stage: Stage) -> None:
    shell = open_stage.shell
    open_stage.activate()
    shell.sidebar.focus_entry()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert shell.sidebar.isAncestorOf(focused)
    shell._go_round()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert open_stage.page.isAncestorOf(focused)
    shell.notices.show("Done.", "Undo", lambda: None)
    shell._go_round()
    assert QApplication.focusWidget() is shell.notice_bar.act
    shell._go_round()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert shell.sidebar.isAncestorOf(focused)


def test_f6_goes_into_every_page(open_stage: Stage) -> None:
    shell = open_stage.shell
    open_stage.do("load-sample")
    open_stage.activate()
    for kind in page_kinds():
        shell.show_page(kind.name)
        shell.sidebar.focus_entry()
        shell._go_round()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert open_stage.page.isAncestorOf(focused), kind.name


def test_find_goes_to_the_search_of_the_page(open_stage: Stage) -> None:
    open_stage.do("load-sample")
    open_stage.activate()
    for name in ("people", "pairing", "documents"):
        open_stage.shell.show_page(name)
        open_stage.do("find")
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.inherits("QLineEdit"), name


def test_small_screens_show_every_page_whole(open_stage: Stage) -> None:
    open_stage.do("load-sample")
    open_stage.window.resize(1093, 566)
    for name in NAMES:
        open_stage.shell.show_page(name)
        needed = open_stage.window.minimumSizeHint()
        assert needed.width() <= 1093, name
        assert needed.height() <= 566, name


@pytest.mark.parametrize(
    ("command", "dialog"), [("shortcuts", ShortcutsDialog), ("about", AboutDialog)]
)
def test_help_opens_its_dialogs(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, command: str, dialog: type[Dialog]
) -> None:
    opened: list[Dialog] = []

    def note(self: Dialog) -> None:
        opened.append(self)

    monkeypatch.setattr(dialog, "exec", note)
    stage.do(command)
    assert [type(one) for one in opened] == [dialog]


def test_about_names_whose_work_the_program_stands_on() -> None:
    said = " ".join(label.text() for label in AboutDialog().findChildren(PlainLabel))
    for name in ("MIT", "Qt for Python", "Lucide", "Inter", "Noto", "DejaVu"):
        assert name in said


def test_the_recovery_sheet_from_the_menu_says_whose_it_is(
    open_stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    present_organisation(open_stage.context.data, "Harbour Care", striped_logo())
    open_stage.prompts.path = tmp_path / "sheet.pdf"
    monkeypatch.setattr(RecoveryDialog, "exec", lambda dialog: dialog.code.save.click())
    open_stage.do("recovery-sheet")
    assert open_stage.shell.opened is not None
    sheet = text((tmp_path / "sheet.pdf").read_bytes())
    assert open_stage.shell.opened.recovery_code[:4] in sheet
    assert "Harbour Care" in sheet
    assert images_held((tmp_path / "sheet.pdf").read_bytes()) == 1


def test_the_recovery_code_stands_in_a_field_of_its_own_height(open_stage: Stage) -> None:
    dialog = RecoveryDialog(
        "7K2M-Q4VX-9TRD-H3WB-PZ6N-YC5J-8FGA", Path("a.revmentor"), "", open_stage.prompts
    )
    dialog.show()
    assert dialog.code.shown.height() == dialog.code.shown.heightForWidth(dialog.code.shown.width())
    dialog.close()


def test_the_log_folder_is_made_and_opened(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    stage.do("open-logs")
    assert opened == [str(stage.paths.logs)]
    assert stage.paths.logs.stat().st_mode & 0o077 == 0


def test_the_theme_chosen_is_remembered(stage: Stage) -> None:
    stage.shell.menus.theme_chosen.emit("dark")
    assert stage.shell.theme.name == "dark"
    assert stage.preferences.get("theme") == "dark"


def test_closing_the_window_closes_the_file_and_remembers_the_place(open_stage: Stage) -> None:
    path = open_stage.context.data.path
    open_stage.window.close()
    assert open_stage.shell.context is None
    assert open_stage.preferences.get("window") is not None
    vault.open_with_passphrase(path, PASSPHRASE, open_stage.paths).data.close()


def test_after_a_crash_the_steps_to_safety_close_the_file(open_stage: Stage) -> None:
    path = open_stage.context.data.path
    for step in open_stage.shell.rescue():
        step()
    vault.open_with_passphrase(path, PASSPHRASE, open_stage.paths).data.close()


def test_a_page_may_not_ask_for_what_does_not_exist(open_stage: Stage) -> None:
    with pytest.raises(KeyError):
        open_stage.shell.commands.do("no-such-command")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself asks for the menu")
def test_shift_f10_asks_what_has_the_focus_for_its_menu(open_stage: Stage) -> None:
    open_stage.do("load-sample")
    open_stage.activate()
    open_stage.shell.show_page("pairing")
    page = open_stage.page
    assert isinstance(page, PairingPage)
    asked: list[object] = []
    page.mentors.menu_asked.disconnect()
    page.mentors.menu_asked.connect(lambda card, _at: asked.append(card))
    page.mentors.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.mentors, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert asked == [page.mentors.current_card()]


def test_after_the_sample_has_come_the_focus_is_on_the_next_step(open_stage: Stage) -> None:
    open_stage.activate()
    home = open_stage.page
    assert isinstance(home, HomePage)
    look_round = home.welcome.actions_offered[1]
    look_round.setFocus()
    QTest.keyClick(look_round, Qt.Key.Key_Return)
    assert home.overview.pairs.button.hasFocus()
