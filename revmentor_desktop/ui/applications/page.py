"""The Applications page: who wants to take part in a list, one application beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.domain.applications import Applicant, Decision
from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.applications import reading
from revmentor_desktop.services.people.register import Register
from revmentor_desktop.services.setup.reading import taking_part
from revmentor_desktop.ui.applications.commands import ApplicationCommands
from revmentor_desktop.ui.applications.delegate import ApplicantDelegate
from revmentor_desktop.ui.applications.model import GROUPS, ApplicantsModel
from revmentor_desktop.ui.applications.panel import ApplicationPanel
from revmentor_desktop.ui.applications.received import Known, ReceivedDialog
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.page import Page
from revmentor_desktop.ui.roles import several_names
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.fields import SearchField
from revmentor_desktop.ui.widgets.segments import Segments
from revmentor_desktop.ui.widgets.surfaces import EmptyState
from revmentor_desktop.ui.widgets.text import plain_label, set_tip

_ALL: Final = "all"
_LIST_WIDTH: Final = 390
_LIST_LEAST: Final = 190
_PANEL_LEAST: Final = 420
_PANEL_WIDTH: Final = 610
_LETTERS: Final = {
    ParticipationState.CONFIRMED: "acceptance",
    ParticipationState.RESERVE: "reserve",
    ParticipationState.REFUSED: "refusal",
}
"""The letter that says what was decided, by key."""


class ApplicationsPage(Page):
    """Applications of the programme that is looked at."""

    tables = frozenset({"person", "participation", "application", "own_value", "consent"}) | {
        "plan_section",
        "pair",
    }

    def __init__(self, context: Context) -> None:
        super().__init__(context, "", "")
        self.set_title(
            self.tr("Applications"),
            self.tr("Who wants to take part: read it, decide, and say so kindly."),
        )
        self._register = Register(context.data)
        self._asked = TakingPart()
        self._managers: dict[int, str] = {}
        self.model = ApplicantsModel(self)
        self.commands = ApplicationCommands(context, self)
        self.panel = ApplicationPanel(self.commands)
        self.list = QListView()
        self.groups = Segments(
            self.tr("Which applications"), {_ALL: "", **dict.fromkeys(GROUPS, "")}
        )
        self.groups.put(_ALL)
        self.search = SearchField(self.tr("Search…"))
        self.places = plain_label("", "muted", "wrap")
        self.places.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._make_actions()
        self._lay_out_content()
        self._connect()

    def reload(self) -> None:
        """Read the applications again; whoever was chosen stays chosen."""
        programme_id = self.context.programme_id
        self.receive.setEnabled(programme_id is not None)
        self._asked = taking_part(self.context.data, programme_id)
        entries = self._register.entries(programme_id)
        self._managers = {entry.person.id: entry.line_manager for entry in entries}
        applicants: list[Applicant] = []
        if programme_id is not None:
            applicants = reading.applicants(self.context.data, programme_id)
        self._show(applicants)
        self._say_places()
        self._parts.setCurrentWidget(self._content if applicants else self.empty)
        for part in (self.search, self.receive):
            part.setVisible(bool(applicants))
        self._say_empty(programme_id)

    def go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def add_application(self) -> ReceivedDialog:
        """Open the dialog that notes an application."""
        dialog = ReceivedDialog(self.commands, self._who_may_apply(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.choose(dialog.person_ids))
        dialog.open()
        return dialog

    def choose(self, person_ids: list[int]) -> None:
        """Select these applicants, easing search and group when they hide them."""
        if any(self.model.row_of(one) is None for one in person_ids):
            self.search.clear()
            self.model.search("")
            self.groups.put(_ALL)
            self.model.choose_group("")
        self._select(person_ids)

    def chosen(self) -> list[Applicant]:
        """Return who is selected, from top to bottom."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.applicant(row) for row in rows]

    def _who_may_apply(self) -> Known:
        """Return those invited, then those who take no part yet."""
        entries = self._register.entries(self.context.programme_id)
        invited = [
            (entry.person, entry.participation)
            for entry in entries
            if entry.participation and entry.participation.state is ParticipationState.INVITED
        ]
        outside = [(entry.person, None) for entry in entries if entry.participation is None]
        return [*invited, *outside]

    def _show(self, applicants: list[Applicant]) -> None:
        """Show the applicants; the selection stays with people, not with rows."""
        kept = [one.person.id for one in self.chosen()]
        current = self.list.currentIndex().row()
        self.model.show(applicants)
        self._name_groups()
        still = [one for one in kept if self.model.row_of(one) is not None]
        if not still and self.model.shown:
            # Decided in a group that it leaves: the next one in line is looked at.
            row = min(max(current, 0), len(self.model.shown) - 1)
            still = [self.model.applicant(row).person.id]
        self._select(still)

    def _select(self, person_ids: list[int]) -> None:
        chosen = QItemSelection()
        for one in person_ids:
            row = self.model.row_of(one)
            if row is not None:
                chosen.select(self.model.index(row), self.model.index(row))
        model = self.list.selectionModel()
        if not chosen.isEmpty():
            first = chosen.indexes()[0]
            model.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.list.scrollTo(first)
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._follow()

    def _write(self) -> None:
        """Have the letter written to who is chosen that says what was decided, if it is one."""
        chosen = self.chosen()
        states = {one.participation.state for one in chosen}
        key = _LETTERS.get(states.pop()) if len(states) == 1 else None
        to = ",".join(str(one.person.id) for one in chosen)
        self.context.requested.emit(f"write-letter:{key}:{to}" if key else "show:letters")

    def _follow(self, *_: object) -> None:
        self.panel.show_chosen(self.chosen(), self._asked, self._managers)

    def _choose_group(self, key: str) -> None:
        if not key:
            self.groups.put(_ALL)  # pressed again: no group by itself any more
        group = "" if key == _ALL else key
        self.model.choose_group(group)
        self._select([one.person.id for one in self.model.shown[:1]])

    def _search(self, typed: str) -> None:
        kept = [one.person.id for one in self.chosen()]
        self.model.search(typed)
        if not any(self.model.row_of(one) is not None for one in kept):
            kept = [one.person.id for one in self.model.shown[:1]]
        self._select(kept)

    def _name_groups(self) -> None:
        counts = self.model.counts()
        names = {
            "waiting": self.tr("Waiting"),
            "reserve": self.tr("Reserve"),
            "accepted": self.tr("Accepted"),
            "refused": self.tr("Refused"),
        }
        set_button_text(self.groups.buttons[_ALL], self.tr("All"))
        for key, name in names.items():
            made = self.groups.buttons[key]
            set_button_text(made, f"{name} {counts[key]}" if counts[key] else name)

    def _say_places(self) -> None:
        """Say how many places are taken where their number is decided."""
        said = []
        if self.context.programme_id is not None:
            taken = reading.taken_places(self.context.data, self.context.programme_id)
            places = {
                Role.MENTOR: self._asked.mentor_places,
                Role.MENTEE: self._asked.mentee_places,
            }
            said = [
                self.tr("{0}: {1} of {2} places taken").format(
                    several_names()[role], taken[role], places[role]
                )
                for role in Role
                if places[role]
            ]
        self.places.setText(" · ".join(said))

    def _say_empty(self, programme_id: int | None) -> None:
        if programme_id is None:
            self.empty.title.setText(self.tr("No programme yet"))
            self.empty.text.setText(
                self.tr("Start a programme first; people then apply to take part in it.")
            )
        else:
            self.empty.title.setText(self.tr("No applications yet"))
            self.empty.text.setText(
                self.tr(
                    "What comes back after the call for volunteers belongs here: note each"
                    " application, read it against a short checklist, accept it, keep it in"
                    " reserve or kindly refuse it."
                )
            )
        self._start.setVisible(programme_id is None)
        self._first.setVisible(programme_id is not None)

    def _make_actions(self) -> None:
        self.receive = button(self.tr("Application received…"), "primary", "plus")
        self.receive.clicked.connect(self.add_application)
        set_tip(self.receive, self.tr("Application received (Ctrl+N)"))
        self.search.setMaximumWidth(260)
        for part in (self.search, self.receive):
            self.add_action(part)
        new = QAction(self.tr("Application received"), self)
        new.setShortcut(QKeySequence.StandardKey.New)
        new.triggered.connect(self.receive.click)
        self.addAction(new)
        accept = QAction(self.tr("Accept who is chosen"), self)
        accept.setShortcut("Ctrl+Return")
        # In the list only: in a text Ctrl+Enter would be pressed by mistake.
        accept.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        accept.triggered.connect(lambda: self.commands.decide(self.chosen(), Decision.ACCEPT))
        self.list.addAction(accept)

    def _set_up_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ApplicantDelegate(self.list, self.context.theme))
        self.list.setAccessibleName(self.tr("Applications"))
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMinimumWidth(_LIST_LEAST)

    def _lay_out_content(self) -> None:
        self._set_up_list()
        self.panel.setMinimumWidth(_PANEL_LEAST)
        above = QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self.groups)
        above.addWidget(self.places, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_LIST_WIDTH, _PANEL_WIDTH])
        self._content = QWidget()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addLayout(above)
        inner.addWidget(self.splitter, 1)
        self._first = button(self.tr("Application received…"), "primary", "plus")
        self._first.clicked.connect(self.add_application)
        self._start = button(self.tr("Start a programme"), "primary")
        self._start.clicked.connect(lambda: self.context.requested.emit("new-programme"))
        self.empty = EmptyState("inbox", "", "", self._start, self._first)
        self._parts = QStackedWidget()
        self._parts.addWidget(self._content)
        self._parts.addWidget(self.empty)
        self.content.addWidget(self._parts)

    def _connect(self) -> None:
        self.groups.answered.connect(self._choose_group)
        self.search.searched.connect(self._search)
        self.list.selectionModel().selectionChanged.connect(self._follow)
        self.panel.letter_wanted.connect(self._write)
