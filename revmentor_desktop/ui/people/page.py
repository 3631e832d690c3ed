"""The People page: everybody in a table, filters above it, one person in the panel beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QWidget

from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.services.people.reading import words_in_use
from revmentor_desktop.services.people.register import Register, RegisterEntry
from revmentor_desktop.services.programmes.reading import programme as programme_of
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.page import Page
from revmentor_desktop.ui.people.column_menu import ColumnMenu
from revmentor_desktop.ui.people.commands import PeopleCommands
from revmentor_desktop.ui.people.emptiness import Emptiness
from revmentor_desktop.ui.people.filters import FilterBar
from revmentor_desktop.ui.people.model import PeopleModel
from revmentor_desktop.ui.people.new_person import NewPersonDialog
from revmentor_desktop.ui.people.own_columns import choice_fields, own_columns
from revmentor_desktop.ui.people.panel.directory import Directory
from revmentor_desktop.ui.people.panel.fields import Sources
from revmentor_desktop.ui.people.panel.panel import PersonPanel
from revmentor_desktop.ui.people.sieve import Sieve
from revmentor_desktop.ui.people.table import PeopleTable
from revmentor_desktop.ui.widgets.buttons import button, icon_button
from revmentor_desktop.ui.widgets.fields import SearchField
from revmentor_desktop.ui.widgets.text import announce, plain_label, set_tip

PANEL_KEY: Final = "people.panel"
SCOPE_KEY: Final = "people.everyone"
_PANEL_WIDTH: Final = 360
_REMEMBER_AFTER_MS: Final = 400


class PeoplePage(Page):
    """Lists people, filters them, and edits who is chosen."""

    tables = frozenset({"person", "participation", "exclusion", "pair", "programme"}) | {
        "conflict_of_interest",
        "own_value",
        "consent",
        "plan_section",
    }

    def __init__(self, context: Context) -> None:
        super().__init__(context, "", "")
        self.set_title(
            self.tr("People"),
            self.tr("Who takes part, what they bring and what they want to learn."),
        )
        self._register = Register(context.data)
        self._programme: Programme | None = None
        self._entries: list[RegisterEntry] = []
        self._words: dict[str, list[str]] = {}
        self._settling = False
        self.directory = Directory()
        self.model = PeopleModel(self)
        self.table = PeopleTable(self.model, context.theme, context.preferences)
        self.commands = PeopleCommands(context, self)
        sources = Sources(self._words_in_use, lambda: self.directory)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.emptiness = Emptiness(self.table, self.splitter)
        self.panel = PersonPanel(context, self.commands, sources, self.splitter)
        self.filters = FilterBar()
        self.search = SearchField(self.tr("Search people…"))
        self.count = plain_label("", "muted")
        self._make_actions()
        self._lay_out_content()
        self._connect()
        self._recall()

    def reload(self) -> None:
        """Read everybody again; selection, place and sorting stay."""
        programme_id = self.context.programme_id
        self._programme = (
            programme_of(self.context.data, programme_id) if programme_id is not None else None
        )
        self._words.clear()
        self._entries = self._register.entries(programme_id)
        self.directory.take(self._entries)
        self._ask(self._register.asked)
        self.filters.offer_programme(self._programme is not None)
        self.table.show_programme_columns(self._programme is not None)
        self._show(self._bring_in_line)
        self.filters.offer_departments(self._in_scope())

    def _ask(self, asked: TakingPart) -> None:
        """Call the roles as the programme does, and offer what it asks of its own."""
        programme_id = self.context.programme_id
        self.commands.name_roles()
        self.filters.offer_roles()
        self.filters.offer_own(choice_fields(asked), programme_id)
        self.panel.ask(asked)

    def go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def add_person(self) -> NewPersonDialog:
        """Open the dialog that adds a person."""
        dialog = NewPersonDialog(self.context, self._programme, self.directory, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._added(dialog.person_id))
        dialog.open()
        return dialog

    def choose(self, person_id: int) -> None:
        """Select a person and show their details, easing the filters when they hide them."""
        if self.model.row_of(person_id) is None:
            self.search.clear()
            self.filters.clear_filters()
            self._sift()
        if self.model.row_of(person_id) is None:
            self.filters.show_scope(everybody=True)
        self.show_panel(shown=True)
        self.table.select_people([person_id])

    def show_panel(self, *, shown: bool) -> None:
        """Show or hide the panel with the details."""
        if shown != self.panel.isVisibleTo(self):
            self.panel.setVisible(shown)
            self.panel_button.setChecked(shown)
            self._remember_soon.start()

    def _in_scope(self) -> list[RegisterEntry]:
        """Return whose list it is, before search and filters."""
        return Sieve(everybody=self._everybody).sift(self._entries)

    @property
    def _everybody(self) -> bool:
        return self.filters.sieve.everybody or self._programme is None

    def _wanted(self) -> Sieve:
        """Return what search and filters ask for; without a programme the list is everybody's."""
        return replace(self.filters.sieve, search=self.search.text(), everybody=self._everybody)

    def _bring_in_line(self) -> None:
        own = own_columns(self._register.asked, self.context.programme_id)
        self.table.show_own_columns(own)
        self.model.set_sieve(self._wanted())
        self.model.set_entries(self._entries)

    def _sift(self, *_: object) -> None:
        """Bring the table into line with search and filters."""
        sieve = self._wanted()
        before = self.model.sieve
        if sieve == before:
            return
        if sieve.everybody != before.everybody:
            self._remember_soon.start()
        self._show(lambda: self.model.set_sieve(sieve))
        self.table.show_beginning()
        if sieve.everybody != before.everybody:
            self.filters.offer_departments(self._in_scope())
        announce(self.count, self.count.text())

    def _show(self, change: Callable[[], None]) -> None:
        """Change what the model shows; whoever was chosen stays chosen, also in the panel."""
        by_id = {entry.person.id: entry for entry in self._entries}
        # Whoever a filter hides now stays in the panel: it may be the change just made there.
        kept = [by_id[one] for one in self.panel.person_ids if one in by_id]
        self._settling = True
        try:
            self.table.keeping_place(change)
            if not self.table.chosen():
                self.table.select_rows_of([entry.person.id for entry in kept])
        finally:
            self._settling = False
        if self.panel.form.person_id not in by_id:
            self.panel.form.forget()
        self._follow(self.table.chosen() or kept)
        self._say_count()

    def _selection_changed(self, *_: object) -> None:
        if not self._settling:
            self._follow(self.table.chosen())

    def _follow(self, chosen: Sequence[RegisterEntry]) -> None:
        self.commands.follow(chosen, self._programme)
        self.more.setEnabled(bool(chosen))
        self.panel.show_entries(chosen, self._programme)

    def _say_count(self) -> None:
        shown, listed = len(self.model.shown), len(self._in_scope())
        if shown == listed:
            words = self.tr("1 person") if shown == 1 else self.tr("{0:,} people").format(shown)
        else:
            words = self.tr("{0:,} of {1:,} people").format(shown, listed)
        self.count.setText(words)
        self.emptiness.tell(
            anybody=bool(self._entries),
            listed=bool(listed),
            shown=bool(shown),
            programme=self._programme,
        )
        nobody = not self._entries
        for part in (self.search, self.bring_in, self.add, self._row):
            part.setVisible(not nobody)
        self.panel.setVisible(not nobody and self.panel_button.isChecked())

    def _added(self, person_id: int | None) -> None:
        if person_id is not None:
            self.choose(person_id)
            self.panel.start_editing()

    def _open_details(self) -> None:
        self.show_panel(shown=True)
        self.panel.start_editing()

    def _back_to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_panel(self) -> None:
        self.show_panel(shown=False)
        self._back_to_table()

    def _say_unfinished(self, person_id: int, noun: str) -> None:
        name = self.directory.name(person_id)
        if name:
            self.context.notices.show(
                self.tr("Not stored: {0}’s {1}. What you typed is kept.").format(name, noun),
                self.tr("Show"),
                lambda: self.choose(person_id),
            )

    def _words_in_use(self, field: str) -> list[str]:
        if field not in self._words:
            self._words[field] = words_in_use(self.context.data, field)
        return self._words[field]

    def _make_actions(self) -> None:
        self.add = button(self.tr("Add person"), "primary", "user-plus")
        self.add.clicked.connect(self.add_person)
        self.bring_in = button(self.tr("Import…"), icon="file-spreadsheet")
        self.bring_in.clicked.connect(lambda: self.context.requested.emit("import-people"))
        self.menu = QMenu(self)
        self.commands.fill(self.menu)
        self.more = icon_button("ellipsis", self.tr("What can be done with who is chosen"))
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self.menu)
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(260)
        for part in (self.search, self.bring_in, self.add):
            self.add_action(part)
        new = QAction(self.tr("Add person"), self)
        new.setShortcut(QKeySequence.StandardKey.New)
        new.triggered.connect(self.add_person)
        self.addAction(new)
        set_tip(self.add, self.tr("Add person (Ctrl+N)"))
        for action in (self.commands.open, self.commands.remove):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.table.addAction(action)

    def _lay_out_content(self) -> None:
        self.columns = ColumnMenu(self.table, self.model)
        self.panel_button = icon_button("panel-right", self.tr("Details beside the table"))
        self.panel_button.setCheckable(True)
        self.panel_button.setChecked(True)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.filters, 1)
        tools = QHBoxLayout()
        tools.setSpacing(6)
        for tool in (self.count, self.more, self.columns.button, self.panel_button):
            tools.addWidget(tool)
        row.addLayout(tools)
        row.setAlignment(tools, Qt.AlignmentFlag.AlignTop)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.content.addWidget(self._row)
        self.content.addWidget(self.splitter, 1)
        self._remember_soon = QTimer(self)
        self._remember_soon.setSingleShot(True)
        self._remember_soon.setInterval(_REMEMBER_AFTER_MS)
        self._remember_soon.timeout.connect(self.remember)

    def _connect(self) -> None:
        self.search.searched.connect(self._sift)
        self.filters.changed.connect(self._sift)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.table.opened.connect(self._open_details)
        self.table.customContextMenuRequested.connect(self._popup)
        self.table.header_menu.connect(self.columns.popup)
        self.commands.details_wanted.connect(self._open_details)
        self.panel.hide_wanted.connect(self._hide_panel)
        self.panel.escaped.connect(self._back_to_table)
        self.panel.form.unfinished.connect(self._say_unfinished)
        self.panel_button.toggled.connect(lambda shown: self.show_panel(shown=shown))
        self.splitter.splitterMoved.connect(lambda *_: self._remember_soon.start())
        self.emptiness.add.clicked.connect(self.add_person)
        self.emptiness.bring_in.clicked.connect(self.bring_in.click)
        self.emptiness.everyone.clicked.connect(lambda: self.filters.show_scope(everybody=True))
        self.emptiness.clear.clicked.connect(self._clear)

    def _clear(self) -> None:
        self.search.clear()
        self.filters.clear_filters()
        self._sift()
        self._back_to_table()

    def _popup(self, place: QPoint) -> None:
        if self.table.chosen():
            self.menu.popup(self.table.viewport().mapToGlobal(place))

    def remember(self) -> None:
        """Keep for the next time how the page is arranged."""
        self._remember_soon.stop()
        shown = self.panel_button.isChecked()
        width = self.panel.width() if self.panel.isVisible() else self._panel_width()
        self.context.preferences.set(PANEL_KEY, [shown, width])
        self.context.preferences.set(SCOPE_KEY, self.filters.sieve.everybody)

    def _panel_width(self) -> int:
        match self.context.preferences.get(PANEL_KEY):
            case [_, int(width)] if 200 <= width <= 1200:
                return width
        return round(_PANEL_WIDTH * self.table.scale())

    def _recall(self) -> None:
        shown = True
        match self.context.preferences.get(PANEL_KEY):
            case [bool(stored), _]:
                shown = stored
        self.panel_button.setChecked(shown)
        self.panel.setVisible(shown)
        self.splitter.setSizes([4_000, self._panel_width()])
        self.filters.show_scope(everybody=self.context.preferences.get(SCOPE_KEY) is True)
        self._sift()
