"""How the fields of the panel stand: rows of them, and the part that belongs to the programme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.ui.people.panel.binding import Binding
from revmentor_desktop.ui.people.panel.own_fields import OwnPart
from revmentor_desktop.ui.people.panel.partners import PartnersEditor
from revmentor_desktop.ui.roles import role_names, within
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.text import plain_label

_WHOLE: Final = 10
_WIDTHS: Final = {
    "first_name": 5, "last_name": 5, "department": 5, "site": 5, "grade": 4, "start_date": 6,
    "role": 5, "state": 5, "own_partners": 10, "opted_in_on": 6,
}  # fmt: skip
"""Tenths of the panel's width that a field takes; the others take all."""


class ProgrammePart(QWidget):
    """What belongs to the programme, or how to take part in it."""

    wanted = Signal(Role)

    def __init__(self, fields: list[Binding]) -> None:
        super().__init__()
        self.fields = fields
        self._title = plain_label("", "heading", "wrap")
        self._absent = plain_label("", "muted", "wrap")
        self.as_mentor, self.as_leader = button(""), button("")
        self.as_mentor.clicked.connect(lambda: self.wanted.emit(Role.MENTOR))
        self.as_leader.clicked.connect(lambda: self.wanted.emit(Role.MENTEE))
        self._fields = QWidget()
        inner = QVBoxLayout(self._fields)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        lay_out_fields(inner, fields)
        self.own = OwnPart()
        inner.addWidget(self.own)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.as_mentor)
        ways.addWidget(self.as_leader)
        ways.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addWidget(self._absent)
        layout.addLayout(ways)
        layout.addWidget(self._fields)

    def show_entry(self, entry: RegisterEntry, programme: Programme | None) -> None:
        """Show the part of this person in that programme."""
        takes_part = entry.participation is not None
        self._title.setText(programme.name if programme else self.tr("Programme"))
        if programme is None:
            absent = self.tr("There is no programme yet. Make one to give people a role in it.")
        else:
            absent = self.tr("{0} does not take part in this programme.").format(
                entry.person.full_name
            )
        self._absent.setText(absent)
        self._absent.setVisible(not takes_part)
        for way in (self.as_mentor, self.as_leader):
            way.setVisible(programme is not None and not takes_part)
        self._fields.setVisible(takes_part)
        for field in self.fields:
            if entry.participation is not None and isinstance(field.editor, PartnersEditor):
                field.editor.look_at(entry.participation.usual_partners)
        self.own.show_role(entry.participation.role if entry.participation else None)
        self._name_roles()

    def _name_roles(self) -> None:
        """Call the roles as the programme that is looked at does."""
        words = self.tr("Take part as {0}")
        for way, role in ((self.as_mentor, Role.MENTOR), (self.as_leader, Role.MENTEE)):
            set_button_text(way, words.format(within(role_names()[role])))


def lay_out_fields(layout: QVBoxLayout, fields: Sequence[Binding]) -> None:
    """Put fields below one another, short ones two in a row."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(12)
    for column in range(_WHOLE):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, 1)
    row, column = 0, 0
    for binding in fields:
        width = _WIDTHS.get(binding.spec.key, _WHOLE)
        if column + width > _WHOLE:
            row, column = row + 1, 0
        grid.addWidget(binding.box, row, column, 1, width, Qt.AlignmentFlag.AlignTop)
        column += width
    layout.addLayout(grid)
