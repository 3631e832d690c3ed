from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services import vault
from revmentor_desktop.ui.start.change_secret import ChangeSecretDialog
from tests.ui.stage import PASSPHRASE, Stage

NEW = "four other unlikely words"


@pytest.fixture
def dialog(stage: Stage) -> ChangeSecretDialog:
    stage.open_file()
    opened = stage.shell.opened
    assert opened is not None
    made = ChangeSecretDialog(opened, stage.paths, stage.shell.jobs, stage.window)
    made.show()
    QTest.keyClicks(made.secret.first, NEW)
    QTest.keyClicks(made.secret.second, NEW)
    return made


def test_from_now_on_the_new_passphrase_opens_the_file(
    stage: Stage, dialog: ChangeSecretDialog
) -> None:
    stage.press(dialog.change)
    assert not dialog.isVisible()
    path = stage.context.data.path
    stage.shell.detach()
    with pytest.raises(KnownError, match="passphrase-wrong"):
        vault.open_with_passphrase(path, PASSPHRASE, stage.paths)
    vault.open_with_passphrase(path, NEW, stage.paths).data.close()


def test_a_slip_in_the_second_one_changes_nothing(stage: Stage, dialog: ChangeSecretDialog) -> None:
    QTest.keyClicks(dialog.secret.second, "x")
    stage.press(dialog.change)
    assert dialog.isVisible()
    assert "not the same" in dialog.secret.problem
    dialog.reject()


def test_the_dialog_is_as_high_as_what_it_says(stage: Stage, dialog: ChangeSecretDialog) -> None:
    def slack() -> int:
        QApplication.sendPostedEvents()
        layout = dialog.layout()
        assert layout is not None
        return dialog.height() - layout.totalHeightForWidth(dialog.width())

    assert slack() == 0
    dialog.secret.first.clear()
    dialog.show_problem("Nothing can be written at this place. Choose another folder. " * 3)
    stage.press(dialog.change)
    dialog.show_problem("Nothing can be written at this place. Choose another folder. " * 3)
    assert dialog.secret.problem
    assert slack() >= 0
    dialog.reject()


def test_what_refuses_the_change_is_said_in_the_dialog(
    stage: Stage, dialog: ChangeSecretDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("folder-unwritable", path="here", reason="read-only")

    monkeypatch.setattr(vault, "change_secret", refuse)
    stage.press(dialog.change)
    assert dialog.isVisible()
    assert "read-only" in dialog.problem
    dialog.reject()
