"""The name and the logo of the organisation, which stand on every paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.programmes.reading import organisation, organisation_logo
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.programme.logo_choice import LogoChoice, read_logo
from revmentor_desktop.ui.programme.logo_field import LogoField
from revmentor_desktop.ui.programme.logo_file import PICTURES
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField


class OrganisationDialog(Dialog):
    """Changes the organisation's name and its logo; a picture can be dropped anywhere on it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your organisation"), "", parent)
        self._context = context
        self.setMinimumWidth(500)
        self.setAcceptDrops(True)
        self.name = QLineEdit(organisation(context.data))
        self.name_field = LabelledField(
            self.tr("Name"), self.name, self.tr("It stands on the papers of every programme.")
        )
        self._stored_logo = organisation_logo(context.data)
        self.logo = LogoField(self._stored_logo)
        self.logo.wanted.connect(self._ask_for_logo)
        self.body.addWidget(self.name_field)
        self.body.addSpacing(4)
        self.body.addWidget(self.logo)
        self.add_cancel()
        self.save = self.add_button(self.tr("Save"), "primary")
        self.save.clicked.connect(self._save)

    def read(self, path: Path) -> None:
        """Show the picture in a file as logo, or say why it cannot be one."""
        self.show_problem("")
        self._context.jobs.call(
            self.tr("Reading the picture"),
            partial(read_logo, path),
            self._take,
            self,
            failed=lambda error: self.show_problem(words_of(error)),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_of(event) is not None:
            event.acceptProposedAction()
            self.logo.aim(aimed=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.logo.aim(aimed=False)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.logo.aim(aimed=False)
        path = _file_of(event)
        if path is not None:
            event.acceptProposedAction()
            self.read(path)

    def _ask_for_logo(self) -> None:
        path = self._context.prompts.choose_file_to_open(
            self.tr("Choose your logo"),
            [self.tr("Pictures") + f" ({PICTURES})", self.tr("All files (*)")],
        )
        if path is not None:
            self.read(Path(path))

    def _take(self, choice: LogoChoice) -> None:
        self.logo.take(choice)
        self.logo.choose.setFocus()

    def _save(self) -> None:
        from revmentor_desktop.services.programmes.writing import (
            name_organisation,
            present_organisation,
        )

        name, logo = self.name.text(), self.logo.logo
        try:
            if logo == self._stored_logo:
                self._context.attempt(
                    self.tr("Name the organisation"), lambda data: name_organisation(data, name)
                )
            else:
                self._context.attempt(
                    self.tr("Change the organisation’s logo")
                    if logo
                    else self.tr("Remove the organisation’s logo"),
                    lambda data: present_organisation(data, name, logo),
                )
        except KnownError as error:
            self.name_field.show_problem(words_of(error))
            self.name.setFocus()
        else:
            self.accept()


def _file_of(event: QDropEvent) -> Path | None:
    """Return the one file that is dragged, or None."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
