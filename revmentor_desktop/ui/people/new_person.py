"""The small dialog that adds a person; everything else is filled in in the panel afterwards."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people import changes
from revmentor_desktop.ui.people.panel.directory import Directory
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.roles import role_names
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.text import plain_label

_WIDTH = 440


class NewPersonDialog(Dialog):
    """Asks for names, e-mail address and role; `person_id` is who was added."""

    def __init__(
        self,
        context: Context,
        programme: Programme | None,
        directory: Directory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self._title(), self._text(), parent)
        self._context = context
        self._programme = programme
        self._directory = directory
        self.person_id: int | None = None
        self.first_name = QLineEdit()
        self.last_name = QLineEdit()
        self.email = QLineEdit()
        self.role = QComboBox()
        self._roles: list[Role | None] = [Role.MENTOR, Role.MENTEE, None]
        self.role.addItems([*(role_names()[role] for role in Role), self.tr("No role yet")])
        self.boxes = {
            "first_name": LabelledField(self.tr("First name"), self.first_name),
            "last_name": LabelledField(self.tr("Surname"), self.last_name),
            "email": LabelledField(self.tr("E-mail"), self.email, self.tr("May be left empty")),
        }
        self.namesake = plain_label("", "small", "wrap")
        self._role_box = LabelledField(self.tr("Role"), self.role)
        self._lay_out()
        self.first_name.textEdited.connect(self._look_for_namesakes)
        self.last_name.textEdited.connect(self._look_for_namesakes)

    def add(self) -> None:
        """Store the person and close, or say beside the field why that cannot be."""
        for box in self.boxes.values():
            box.show_problem("")
        self.show_problem("")
        details = PersonDetails(
            first_name=self.first_name.text(),
            last_name=self.last_name.text(),
            email=self.email.text(),
        )
        name = details.full_name
        role = self._roles[self.role.currentIndex()] if self._programme else None
        programme_id = self._programme.id if self._programme else None
        try:
            self.person_id = self._context.attempt(
                self.tr("Add {0}").format(name), changes.add(programme_id, details, role)
            )
        except InvalidField as error:
            box = self.boxes[error.field]
            box.show_problem(words_of(error))
            box.field.setFocus()
            self._make_room()
        except KnownError as error:
            self.show_problem(words_of(error))
            self._make_room()
        else:
            self.accept()

    def _title(self) -> str:
        return self.tr("Add a person")

    def _text(self) -> str:
        return self.tr("The rest can be filled in afterwards, beside the table.")

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(12)
        names.addWidget(self.boxes["first_name"])
        names.addWidget(self.boxes["last_name"])
        for box in ("first_name", "last_name"):
            names.setAlignment(self.boxes[box], Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(names)
        self.namesake.hide()
        self.body.addWidget(self.namesake)
        self.body.addWidget(self.boxes["email"])
        self.body.addWidget(self._role_box)
        self._role_box.setVisible(self._programme is not None)
        if self._programme is not None:
            self._role_box.set_help(self.tr("In {0}").format(self._programme.name))
        self.add_cancel()
        self.add_button(self.tr("Add person"), "primary").clicked.connect(self.add)
        self.setMinimumWidth(_WIDTH)

    def _look_for_namesakes(self, *_: Any) -> None:
        """Say when somebody of that name is there already: people exist once."""
        name = f"{self.first_name.text()} {self.last_name.text()}".strip()
        known = bool(name) and bool(self._directory.named(name))
        words = self.tr("There is already somebody called {0}.").format(name) if known else ""
        self.namesake.setText(words)
        self.namesake.setVisible(known)
        self._make_room()

    def _make_room(self) -> None:
        """Grow as high as what is said beside the fields needs."""
        for box in self.boxes.values():
            box.updateGeometry()
            box_layout = box.layout()
            if box_layout is not None:
                box_layout.activate()
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))
