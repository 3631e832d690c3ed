"""A wizard on the screen, and short ways to drive it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from revmentor_desktop.exchange.people_file.draft import Step
from revmentor_desktop.services.people.reading import people
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.importing.wizard import ImportWizard
from tests.ui.stage import settle

BAD = (
    "Our list;;;\r\n;;;\r\n"
    "Name;Email;Mentor/Leader?;Notes\r\n"
    "Ann Lee;ann@a.example;Mentor;early\r\n"
    "Bob Ray;bob at a.example;Leader;\r\n"
    "Cy Fox;cy@a.example;Observer;\r\n"
    "Total;3;;\r\n"
)


class Stage:
    """A wizard on the screen, and short ways to wait for its jobs."""

    def __init__(self, qtbot: QtBot, context: Context, path: Path | None = None) -> None:
        self.qtbot = qtbot
        self.context = context
        self.wizard = ImportWizard(context, None, path)
        qtbot.addWidget(self.wizard)
        self.wizard.show()
        self.settle()

    def at(self) -> Step:
        return self.wizard.step

    def settle(self) -> None:
        settle(self.context.jobs, self.qtbot)

    def open(self, path: Path) -> None:
        self.wizard.session.open(path)
        self.settle()

    def go_to(self, step: Step) -> None:
        self.wizard.go_to(step)
        self.settle()

    def press(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def press_next(self) -> None:
        assert self.wizard.next.isEnabled()
        self.press(self.wizard.next)


def names(context: Context) -> list[str]:
    return [person.full_name for person in people(context.data)]
