"""The name of the organisation, which stands on every paper."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.programmes.reading import organisation
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField


class OrganisationDialog(Dialog):
    """Changes the organisation's name."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your organisation"), "", parent)
        self._context = context
        self.setMinimumWidth(440)
        self.name = QLineEdit(organisation(context.data))
        self._field = LabelledField(
            self.tr("Name"), self.name, self.tr("It stands on the papers of every programme.")
        )
        self.body.addWidget(self._field)
        self.add_cancel()
        self.save = self.add_button(self.tr("Save"), "primary")
        self.save.clicked.connect(self._save)

    @property
    def problem(self) -> str:
        """What is said beside the field, or an empty text."""
        return self._field.problem

    def _save(self) -> None:
        from revmentor_desktop.services.programmes.writing import name_organisation

        name = self.name.text()
        try:
            self._context.attempt(
                self.tr("Name the organisation"), lambda data: name_organisation(data, name)
            )
        except KnownError as error:
            self._field.show_problem(words_of(error))
            self.name.setFocus()
        else:
            self.accept()
