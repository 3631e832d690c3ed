"""The recovery code on the screen, with ways to get it onto paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.files import write_whole
from revmentor_desktop.ui.printing import print_pdf
from revmentor_desktop.ui.prompts import Prompts
from revmentor_desktop.ui.start.frame import StartPage
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.text import plain_label


class RecoveryCode(QWidget):
    """The code in large letters, and buttons to save or print its sheet."""

    kept = Signal()
    """The sheet was saved or sent to a printer."""

    def __init__(self, code: str, name: str, organisation: str, prompts: Prompts) -> None:
        """`name` is the data file's; `organisation` may be empty."""
        super().__init__()
        self.logo: Logo | None = None
        """The organisation's logo, to stand on the sheet."""
        self._code, self._name, self._organisation = code, name, organisation
        self._prompts = prompts
        self.shown = shown = plain_label(code, "code", "wrap")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.save = button(self.tr("Save as PDF…"), "plain", "download")
        self.save.clicked.connect(self._save)
        self.print = button(self.tr("Print…"), "plain", "printer")
        self.print.clicked.connect(self._print)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.save)
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(shown)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def _pdf(self) -> bytes:
        from revmentor_desktop.documents.recovery_sheet import (
            RecoverySheetValues,
            recovery_sheet_pdf,
        )

        return recovery_sheet_pdf(
            RecoverySheetValues(
                file_name=self._name,
                code=self._code,
                made_on=today(),
                organisation=self._organisation,
                logo=self.logo,
            )
        )

    def _save(self) -> None:
        title = self.tr("Save the recovery sheet")
        path = self._prompts.choose_file_to_save(title, "Recovery sheet.pdf", ["PDF (*.pdf)"])
        if path is None:
            return
        try:
            write_whole(path, self._pdf())
        except OSError as error:
            reason = error.strerror
            self._prompts.error(KnownError("folder-unwritable", path=path, reason=reason))
            return
        self.kept.emit()

    def _print(self) -> None:
        try:
            printed = print_pdf(self._pdf(), self.tr("Recovery sheet"), self.window())
        except KnownError as error:
            self._prompts.error(error)
            return
        if printed:
            self.kept.emit()


class RecoveryPage(StartPage):
    """Offers the recovery sheet of a data file that was just made."""

    done = Signal()

    def __init__(self, code: str, path: Path, organisation: str, prompts: Prompts) -> None:
        super().__init__(
            self.tr("Keep your recovery sheet"),
            self.tr(
                "If the passphrase is forgotten or this computer lost, only this code opens your"
                " data. Nobody else has it, and it cannot be asked for. Print it or copy it down,"
                " and keep it where you keep contracts, not beside the computer."
            ),
        )
        self.code = RecoveryCode(code, path.name, organisation, prompts)
        self.body.addWidget(self.code)
        self.go_on = button(self.tr("I have kept it"), "primary")
        self.go_on.clicked.connect(self.done)
        self.foot.addWidget(self.go_on)
        self.foot.addStretch(1)

    def take_focus(self) -> None:
        self.code.save.setFocus()


class RecoveryDialog(Dialog):
    """Shows the recovery sheet of the open data file again."""

    def __init__(
        self,
        code: str,
        path: Path,
        organisation: str,
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Recovery sheet"),
            self.tr(
                "This code opens {0} when the passphrase is lost. Keep it where you keep"
                " contracts, not beside the computer."
            ).format(path.name),
            parent,
        )
        self.setMinimumWidth(500)
        self.code = RecoveryCode(code, path.name, organisation, prompts)
        self.body.addWidget(self.code)
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)
