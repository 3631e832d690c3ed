"""The row of filters above the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QWidget

from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.ui.people.choice_filter import ChoiceFilter
from revmentor_desktop.ui.people.own_filters import OwnFilters
from revmentor_desktop.ui.people.sieve import Sieve
from revmentor_desktop.ui.people.words import state_names
from revmentor_desktop.ui.roles import role_names
from revmentor_desktop.ui.widgets.buttons import button, menu_button
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.text import set_property, set_tip, without_mnemonic

_NARROW: Final = 560
_GAP: Final = 8


class FilterBar(QWidget):
    """Whose list it is, and filters by role, state, department, pairing and missing details."""

    changed = Signal(Sieve)

    def __init__(self) -> None:
        super().__init__()
        self._sieve = Sieve()
        self._with_programme = True
        self._scope_box = QWidget()
        self.here = button(self.tr("This programme"))
        self.everyone = button(self.tr("Everyone"))
        self._scope = QButtonGroup(self)
        for way in (self.here, self.everyone):
            way.setCheckable(True)
            self._scope.addButton(way)
        self.here.setChecked(True)
        self._scope.buttonClicked.connect(self._collect)
        self.role = ChoiceFilter(self.tr("Role"), role_names())
        self.state = ChoiceFilter(self.tr("State"), state_names())
        self.department = ChoiceFilter(self.tr("Department"), {})
        self.pairing = ChoiceFilter(
            self.tr("Pairing"),
            {True: self.tr("Paired"), False: self.tr("Not paired")},
            single=True,
        )
        self.choices = (self.role, self.state, self.department, self.pairing)
        self.own = OwnFilters()
        self.missing = button(self.tr("Missing details"))
        self.missing.setCheckable(True)
        self.missing.clicked.connect(self._collect)
        self._missing = QAction(without_mnemonic(self.missing.accessibleName()), self)
        self._missing.setCheckable(True)
        self._missing.triggered.connect(self.missing.click)
        self.clear = button(self.tr("Clear"), "quiet", "x")
        set_tip(self.clear, self.tr("Clear filters"))
        self.clear.clicked.connect(self.clear_filters)
        self.all = menu_button(self.tr("Filters"), self._menu_of_all())
        self.all.hide()
        for choice in (*self.choices, self.own):
            choice.changed.connect(self._collect)
        self._lay_out()
        self._update()

    @property
    def sieve(self) -> Sieve:
        """What is asked for, the search aside."""
        return self._sieve

    def show_scope(self, *, everybody: bool) -> None:
        """Show whose list it is, as when it was chosen."""
        (self.everyone if everybody else self.here).setChecked(True)
        self._collect()

    def offer_programme(self, offered: bool) -> None:
        """Offer what a programme brings only while there is one."""
        self._with_programme = offered
        self._scope_box.setVisible(offered)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def offer_departments(self, entries: Iterable[RegisterEntry]) -> None:
        """Offer the departments that people have, with how many are in each."""
        found = Counter(entry.person.department for entry in entries)
        named = sorted((name for name in found if name), key=fold)
        choices = {name: f"{name} ({found[name]})" for name in named}
        if found[""]:
            choices[""] = self.tr("None given ({0})").format(found[""])
        self.department.set_choices(choices)

    def offer_own(self, fields: Sequence[OwnField], programme_id: int | None) -> None:
        """Offer the answers to a programme's own fields."""
        self.own.offer(fields, programme_id)
        self._fold()

    def offer_roles(self) -> None:
        """Call the roles as the programme that is looked at does."""
        self.role.set_choices(role_names())

    def clear_filters(self) -> None:
        """Let everybody of the list through."""
        for choice in self.choices:
            choice.choose(())
        self.own.clear()
        self.missing.setChecked(False)
        self._collect()

    def _collect(self, *_: object) -> None:
        paired = self.pairing.chosen()
        sieve = replace(
            self._sieve,
            everybody=self.everyone.isChecked(),
            roles=frozenset(self.role.chosen()),
            states=frozenset(self.state.chosen()),
            departments=frozenset(self.department.chosen()),
            paired=paired[0] if paired else None,
            missing=self.missing.isChecked(),
            own=self.own.chosen(),
        )
        if sieve != self._sieve:
            self._sieve = sieve
            self._update()
            self.changed.emit(sieve)

    def _update(self) -> None:
        self.clear.setVisible(self._sieve.filtered)
        self._missing.setChecked(self._sieve.missing)
        self._fold()
        set_property(self.all, "active", "true" if self._sieve.filtered else "false")

    def _lay_out(self) -> None:
        flow = FlowLayout(self, gap=_GAP)
        flow.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self._scope_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.here)
        row.addWidget(self.everyone)
        set_property(self.here, "joined", "left")
        set_property(self.everyone, "joined", "right")
        flow.addWidget(self._scope_box)
        for part in (self.all, *self.choices, self.own, self.missing, self.clear):
            flow.addWidget(part)

    def _menu_of_all(self) -> QMenu:
        """Return all filters as one menu, for a window too narrow for a button each."""
        menu = QMenu()
        for choice in self.choices:
            menu.addMenu(choice.menu)
        menu.addMenu(self.own.menu)
        menu.addSeparator()
        menu.addAction(self._missing)
        return menu

    def _fold(self) -> None:
        """Show a button for each filter, on one line if that can be, or in a narrow window one."""
        narrow = self.width() < _NARROW
        has_answers = self.own.has_fields and self._with_programme
        self.own.menu.menuAction().setVisible(has_answers)
        for choice in (self.role, self.state, self.pairing):
            choice.menu.menuAction().setVisible(self._with_programme)
        shown: list[QWidget] = [choice for choice in self.choices if self._is_offered(choice)]
        shown += [self.own, self.missing] if has_answers else [self.missing]
        self.clear.setText(self.tr("Clear"))
        self.own.say_alone()
        taken: dict[QAction, str] = {}
        if not narrow and self._is_too_wide(shown):
            self.clear.setText("")
            if has_answers:
                taken = self._taken_in(shown)
        self.own.take_in(taken)
        self.all.setVisible(narrow)
        for part in (*self.choices, self.own, self.missing):
            part.setVisible(part in shown and not narrow)
        self.updateGeometry()

    def _taken_in(self, shown: list[QWidget]) -> dict[QAction, str]:
        """Take filters out of what is `shown` until it fits on one line; return what they say."""
        missing = self.missing.accessibleName() if self._sieve.missing else ""
        pairing = self.pairing.said if self.pairing.chosen() else ""
        taken: dict[QAction, str] = {}
        for part, action, said in (
            (self.missing, self._missing, missing),
            (self.pairing, self.pairing.menu.menuAction(), pairing),
        ):
            if self._is_too_wide(shown):
                shown.remove(part)
                taken[action] = said
        return taken

    def _is_offered(self, choice: ChoiceFilter) -> bool:
        return self._with_programme or choice is self.department

    def _is_too_wide(self, shown: Sequence[QWidget]) -> bool:
        """Tell whether these filters need more than one line beside what always stands there."""
        always = [one for one in (self._scope_box, self.clear) if not one.isHidden()]
        widths = [part.sizeHint().width() for part in (*always, *shown)]
        return sum(widths) + _GAP * (len(widths) - 1) > self.width()
