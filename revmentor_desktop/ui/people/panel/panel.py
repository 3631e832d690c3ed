"""The panel at the right of the table: nobody, one person, or several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.commands import PeopleCommands
from revmentor_desktop.ui.people.panel.fields import Sources
from revmentor_desktop.ui.people.panel.form import PersonForm
from revmentor_desktop.ui.people.panel.head import PanelHead
from revmentor_desktop.ui.people.panel.several import SeveralView
from revmentor_desktop.ui.widgets.surfaces import EmptyState, rule, scrolled

LEAST_WIDTH = 316


class PersonPanel(QFrame):
    """Shows and edits who is chosen in the table."""

    hide_wanted = Signal()
    escaped = Signal()
    """Escape was pressed: the officer wants to get back to the table."""

    def __init__(
        self, context: Context, commands: PeopleCommands, sources: Sources, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setMinimumWidth(LEAST_WIDTH)
        self._commands = commands
        self._entries: list[RegisterEntry] = []
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._stack)
        self._nobody = EmptyState(
            "users",
            self.tr("Nobody chosen"),
            self.tr("Choose a person in the table to see and change their details."),
        )
        self._stack.addWidget(self._nobody)
        # From the outside in: a finished form that changed hands would be styled again each time.
        self._one, one = self._scrolled_page()
        self.head = PanelHead()
        self.form = PersonForm(context, sources, self._one.widget())
        for part in (self.head, rule(), self.form):
            one.addWidget(part)
        one.addStretch(1)
        self._many, many = self._scrolled_page()
        self.several = SeveralView(commands)
        many.addWidget(self.several)
        many.addStretch(1)
        self.form.part_wanted.connect(lambda role: commands.take_part(self._entries, role))
        self.form.escaped.connect(self.escaped)
        self.head.hide_wanted.connect(self.hide_wanted)
        self.several.hide_wanted.connect(self.hide_wanted)

    @property
    def person_ids(self) -> list[int]:
        """Who the panel is about."""
        return [entry.person.id for entry in self._entries]

    def ask(self, asked: TakingPart) -> None:
        """Ask the own fields of a programme, and call its roles as it does."""
        self.form.ask(asked)

    def show_entries(self, entries: Sequence[RegisterEntry], programme: Programme | None) -> None:
        """Be about these people."""
        other = self.person_ids != [entry.person.id for entry in entries]
        self._entries = list(entries)
        if len(entries) != 1:
            # Stored first, and only then does the form make room.
            self.form.leave()
            self.form.forget()
        if len(entries) == 1:
            self.form.show_entry(entries[0], programme)
            self.head.show_entry(entries[0])
            self._stack.setCurrentWidget(self._one)
            if other:
                self._one.verticalScrollBar().setValue(0)
        elif entries:
            self.several.show_entries(entries, programme)
            self._stack.setCurrentWidget(self._many)
        else:
            self._stack.setCurrentWidget(self._nobody)

    def start_editing(self) -> None:
        """Put the focus into the first field worth filling."""
        if len(self._entries) == 1:
            self.form.focus_first()
            focused = self.form.focusWidget()
            if focused is not None:
                self._one.ensureWidgetVisible(focused)
        elif self._entries:
            self.several.role.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scrolled_page(self) -> tuple[QScrollArea, QVBoxLayout]:
        """Add a page that scrolls; return it and the layout to fill."""
        around = QWidget()
        layout = QVBoxLayout(around)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        area = scrolled(around)
        self._stack.addWidget(area)
        return area, layout
