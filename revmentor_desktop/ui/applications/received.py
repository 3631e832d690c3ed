"""The dialog that notes an application: of somebody who is known, or of somebody new."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.participation import Participation, Role
from revmentor_desktop.domain.people import Person, PersonDetails
from revmentor_desktop.domain.text import fold
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.applications.commands import ApplicationCommands
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.roles import role_names
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField, SearchField
from revmentor_desktop.ui.widgets.segments import Segments
from revmentor_desktop.ui.widgets.text import plain_label

Known = Sequence[tuple[Person, Participation | None]]
"""Who may apply: those invited with their part, and those who take no part yet."""

_PERSON: Final = int(Qt.ItemDataRole.UserRole)
_KNOWN: Final = "known"
_NEW: Final = "new"


class ReceivedDialog(Dialog):
    """Asks whose application came, for which role and when; `person_ids` is who applied."""

    def __init__(
        self, commands: ApplicationCommands, known: Known, parent: QWidget | None = None
    ) -> None:
        super().__init__(self._title(), self._text(), parent)
        self._commands = commands
        self._known = {person.id: (person, part) for person, part in known}
        self.person_ids: list[int] = []
        self.kind = Segments(
            self.tr("Whose application"),
            {_KNOWN: self.tr("Somebody we know"), _NEW: self.tr("Somebody new")},
        )
        self.search = SearchField(self.tr("Search people…"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Who applied"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.nobody = plain_label("", "muted", "wrap")
        self.first_name, self.last_name, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.boxes = {
            "first_name": LabelledField(self.tr("First name"), self.first_name),
            "last_name": LabelledField(self.tr("Surname"), self.last_name),
            "email": LabelledField(self.tr("E-mail"), self.email, self.tr("May be left empty")),
        }
        self.role = QComboBox()
        self.role.addItems(list(role_names().values()))
        self.role_box = LabelledField(self.tr("Wants to take part as"), self.role)
        self.day = OptionalDateField()
        self.day.set_value(today())
        self.day_box = LabelledField(self.tr("Application came on"), self.day)
        self._lay_out()
        self._fill("")
        self.kind.answered.connect(self._show_kind)
        self.search.searched.connect(self._fill)
        self.list.itemSelectionChanged.connect(self._chosen)
        self._show_kind(_KNOWN if known else _NEW)

    def receive(self) -> None:
        """Store the application and close, or say what is in the way."""
        for box in (*self.boxes.values(), self.day_box):
            box.show_problem("")
        self.show_problem("")
        day = self.day.value()
        if day is None:
            self.day_box.show_problem(self.day.problem() or self.tr("Please give the day."))
            self.day.setFocus()
            return
        try:
            if self.kind.answer == _NEW:
                details = PersonDetails(
                    first_name=self.first_name.text(),
                    last_name=self.last_name.text(),
                    email=self.email.text(),
                )
                self.person_ids = [self._commands.receive_new(details, self._role, day)]
            elif not (chosen := self.chosen()):
                self.show_problem(self.tr("Choose in the list whose application came."))
                return
            else:
                names = ", ".join(self._known[one][0].full_name for one in chosen)
                self._commands.receive(chosen, names, self._role, day)
                self.person_ids = chosen
        except InvalidField as error:
            box = self.boxes[error.field]
            box.show_problem(words_of(error))
            box.field.setFocus()
        except KnownError as error:
            self.show_problem(words_of(error))
        else:
            self.accept()

    def chosen(self) -> list[int]:
        """Return who is chosen in the list, from top to bottom."""
        rows = sorted(self.list.row(item) for item in self.list.selectedItems())
        return [int(self.list.item(row).data(_PERSON)) for row in rows]

    @property
    def _role(self) -> Role:
        return list(Role)[self.role.currentIndex()]

    def _title(self) -> str:
        return self.tr("Application received")

    def _text(self) -> str:
        return self.tr("It then waits on this page until you decide about it.")

    def _show_kind(self, kind: str) -> None:
        self.kind.put(kind or _KNOWN)
        self._pages.setCurrentIndex(1 if kind == _NEW else 0)
        (self.first_name if kind == _NEW else self.search).setFocus()
        self._chosen()

    def _chosen(self) -> None:
        """Ask for the role only where it is not known from the invitation."""
        parts = [self._known[one][1] for one in self.chosen()]
        self.role_box.setEnabled(self.kind.answer == _NEW or None in parts or not parts)
        invited = {part.role for part in parts if part is not None}
        if len(invited) == 1:
            self.role.setCurrentIndex(list(Role).index(invited.pop()))

    def _fill(self, typed: str) -> None:
        words = fold(typed).split()
        self.list.clear()
        for person, part in self._known.values():
            about = ", ".join(filter(None, (person.job_title, person.department)))
            said = self.tr("invited as {0}").format(role_names()[part.role]) if part else about
            text = f"{person.full_name} – {said}" if said else person.full_name
            if all(word in fold(text) for word in words):
                item = QListWidgetItem(text)
                item.setData(_PERSON, person.id)
                self.list.addItem(item)
        said = self.tr("Everybody here takes part or has applied. Is it somebody new?")
        if self._known:
            said = self.tr("Nobody of that name is here. Is it somebody new?")
        self.nobody.setText("" if self.list.count() else said)
        self.nobody.setVisible(not self.list.count())

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        known = QWidget()
        column = QVBoxLayout(known)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.nobody)
        column.addWidget(self.list, 1)
        new = QWidget()
        fields = QVBoxLayout(new)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        names = QHBoxLayout()
        names.setSpacing(12)
        for key in ("first_name", "last_name"):
            names.addWidget(self.boxes[key], 1, Qt.AlignmentFlag.AlignTop)
        fields.addLayout(names)
        fields.addWidget(self.boxes["email"])
        fields.addStretch(1)
        self._pages.addWidget(known)
        self._pages.addWidget(new)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.role_box, 1, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.day_box, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.kind)
        self.body.addWidget(self._pages, 1)
        self.body.addLayout(foot)
        self.list.setMinimumHeight(170)
        self.add_cancel()
        self.add_button(self.tr("Received"), "primary").clicked.connect(self.receive)
        self.setMinimumWidth(520)
