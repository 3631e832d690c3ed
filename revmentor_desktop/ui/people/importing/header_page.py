"""The second step: which row names the columns."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QCheckBox

from revmentor_desktop.exchange.people_file.columns import find_header
from revmentor_desktop.ui.people.importing.grid_model import ROWS_SHOWN
from revmentor_desktop.ui.people.importing.grid_view import GridView
from revmentor_desktop.ui.people.importing.session import ImportSession
from revmentor_desktop.ui.people.importing.step_page import StepPage


class HeaderPage(StepPage):
    """The officer picks the row of headings with the mouse or the arrow keys."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__(
            session,
            self.tr("Which row holds the headings?"),
            self.tr(
                "Pick the row that names the columns. What stands above it is passed over, what"
                " stands below it are the people."
            ),
        )
        self.table = GridView(self.tr("Rows of the sheet"), pick=True)
        self.none = QCheckBox(self.tr("The list has no headings; the people begin at once"))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.none)
        self.table.selectionModel().currentRowChanged.connect(self._picked)
        self.none.toggled.connect(self._toggled)
        self._is_showing = False

    def refresh(self) -> None:
        draft = self.session.draft
        if draft.grid is None:
            return
        self._is_showing = True
        self.table.show_grid(draft.grid, draft.header)
        if draft.header is not None and draft.header < ROWS_SHOWN:
            index = self.table.grid_model.index(draft.header, 0)
            self.table.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )
            self.table.scrollTo(index)
        self.none.setChecked(draft.header is None)
        self._is_showing = False

    def take_focus(self) -> None:
        self.table.setFocus()

    def _picked(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_showing and current.isValid():
            self.session.choose_header(current.row())

    def _toggled(self, checked: bool) -> None:
        grid = self.session.draft.grid
        if not self._is_showing and grid is not None:
            self.session.choose_header(None if checked else find_header(grid) or 0)
