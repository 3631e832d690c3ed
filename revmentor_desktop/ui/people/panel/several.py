"""What several chosen people share, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.ui.people.columns import columns, position
from revmentor_desktop.ui.people.commands import PeopleCommands
from revmentor_desktop.ui.people.panel.partners import partner_choices
from revmentor_desktop.ui.people.words import state_names
from revmentor_desktop.ui.roles import role_names, within
from revmentor_desktop.ui.widgets.buttons import button, icon_button, set_button_text
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.surfaces import rule
from revmentor_desktop.ui.widgets.text import PlainLabel, plain_label

_NAMED: Final = 6
_SHARED: Final = ("department", "site", "job_title", "grade", "line_manager", "partners")


class SeveralView(QWidget):
    """Bulk changes of role, state and partners, and the details that all have in common."""

    hide_wanted = Signal()

    def __init__(self, commands: PeopleCommands) -> None:
        super().__init__()
        self._commands = commands
        self._entries: Sequence[RegisterEntry] = ()
        self.title = plain_label("", "heading", "wrap")
        self._names = plain_label("", "muted", "wrap")
        self.role = _Bulk(self.tr("Role"), role_names())
        self.state = _Bulk(self.tr("State"), state_names())
        self.partners = _Bulk(self.tr("Most partners"), partner_choices(None))
        self._absent = plain_label("", "small", "wrap")
        self.as_mentor, self.as_leader = button(""), button("")
        self.copy = button(self.tr("Copy e-mail addresses"), icon="copy")
        self.remove = button(self.tr("Remove"), icon="trash-2")
        self._shared: dict[str, PlainLabel] = {}
        self._connect()
        self._lay_out()

    def show_entries(self, entries: Sequence[RegisterEntry], programme: Programme | None) -> None:
        """Show what these people share."""
        self._entries = entries
        self.title.setText(self.tr("{0:,} people chosen").format(len(entries)))
        named = ", ".join(entry.person.full_name for entry in entries[:_NAMED])
        more = len(entries) - _NAMED
        if more > 0:
            named = self.tr("{0} and {1:,} more").format(named, more)
        self._names.setText(named)
        self.role.name(role_names())
        words = self.tr("Take part as {0}")
        for way, role in ((self.as_mentor, Role.MENTOR), (self.as_leader, Role.MENTEE)):
            set_button_text(way, words.format(within(role_names()[role])))
        parts = [entry.participation for entry in entries if entry.participation is not None]
        self.role.show_shared({part.role for part in parts})
        self.state.show_shared({part.state for part in parts})
        self.partners.show_shared({part.own_partners for part in parts})
        usual = {part.usual_partners for part in parts}
        self.partners.name(partner_choices(usual.pop() if len(usual) == 1 else None))
        for box in (self.role, self.state, self.partners):
            box.setVisible(bool(parts))
        absent = len(entries) - len(parts)
        self._absent.setText(self._absent_words(absent, programme))
        self._absent.setVisible(programme is not None and absent > 0)
        for way in (self.as_mentor, self.as_leader):
            way.setVisible(programme is not None and absent > 0)
        self.copy.setEnabled(any(entry.person.email for entry in entries))
        for key, label in self._shared.items():
            label.setText(self._shared_words(key))

    def _absent_words(self, absent: int, programme: Programme | None) -> str:
        where = programme.name if programme else ""
        if absent == len(self._entries):
            return self.tr("None of them takes part in {0} yet.").format(where)
        if absent == 1:
            return self.tr("One of them does not take part in {0} yet.").format(where)
        return self.tr("{0:,} of them do not take part in {1} yet.").format(absent, where)

    def _shared_words(self, key: str) -> str:
        text = columns()[position(key)].text
        first = text(self._entries[0])
        if any(text(entry) != first for entry in self._entries):
            return self.tr("Different")
        return first or "–"

    def _connect(self) -> None:
        self.role.chosen.connect(lambda role: self._commands.set_role(self._entries, role))
        self.state.chosen.connect(lambda state: self._commands.set_state(self._entries, state))
        self.partners.chosen.connect(
            lambda number: self._commands.set_partners(self._entries, number)
        )
        self.as_mentor.clicked.connect(lambda: self._commands.take_part(self._entries, Role.MENTOR))
        self.as_leader.clicked.connect(lambda: self._commands.take_part(self._entries, Role.MENTEE))
        self.copy.clicked.connect(lambda: self._commands.copy_addresses(self._entries))
        self.remove.clicked.connect(lambda: self._commands.remove_people(self._entries))

    def _lay_out(self) -> None:
        close = icon_button("x", self.tr("Hide the details"))
        close.clicked.connect(self.hide_wanted)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(close)
        bulk = QHBoxLayout()
        bulk.setSpacing(10)
        bulk.addWidget(self.role, 1)
        bulk.addWidget(self.state, 1)
        shared = QFormLayout()
        shared.setHorizontalSpacing(16)
        shared.setVerticalSpacing(6)
        for key in _SHARED:
            label = self._shared[key] = plain_label("", "body", "wrap")
            shared.addRow(plain_label(columns()[position(key)].title, "small"), label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self._names)
        layout.addLayout(bulk)
        layout.addWidget(self.partners)
        layout.addWidget(self._absent)
        for way in (self.as_mentor, self.as_leader):
            layout.addWidget(way)
        layout.addWidget(rule())
        layout.addWidget(plain_label(self.tr("What they share"), "strong"))
        layout.addLayout(shared)
        layout.addWidget(rule())
        layout.addWidget(self.copy)
        layout.addWidget(self.remove)
        layout.addStretch(1)


class _Bulk(LabelledField):
    """A choice for all of several people; says "Different" while they do not share one value."""

    chosen = Signal(object)

    def __init__(self, label: str, choices: dict[Any, str]) -> None:
        self._box = QComboBox()
        super().__init__(label, self._box)
        self._values = list(choices)
        self._box.addItems(list(choices.values()))
        self._box.setPlaceholderText(self.tr("Different"))
        self._box.activated.connect(self._activated)

    def show_shared(self, values: set[Any]) -> None:
        """Show the value that all have, or that they differ."""
        places = [self._values.index(value) for value in values]
        self._box.setCurrentIndex(places[0] if len(places) == 1 else -1)

    def name(self, choices: dict[Any, str]) -> None:
        """Call the same values something else."""
        for place, words in enumerate(choices.values()):
            self._box.setItemText(place, words)

    @property
    def shared(self) -> Any:
        """The value that all have, or None."""
        place = self._box.currentIndex()
        return self._values[place] if place >= 0 else None

    def _activated(self, place: int) -> None:
        self.chosen.emit(self._values[place])
