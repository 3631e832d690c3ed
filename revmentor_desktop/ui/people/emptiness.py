"""What stands in the table's place while it would be empty."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.surfaces import EmptyState


class Emptiness(QStackedWidget):
    """The table, or why there is nothing in it and what would fill it."""

    def __init__(self, table: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.bring_in = button(self.tr("Import a spreadsheet…"), "primary", "file-spreadsheet")
        self.add = button(self.tr("Add a person"), icon="user-plus")
        self.everyone = button(self.tr("Show everyone"))
        self.clear = button(self.tr("Clear search and filters"))
        self._nobody = EmptyState(
            "users",
            self.tr("Nobody here yet"),
            self.tr(
                "Bring in the spreadsheet you keep now, from Excel or any other program, or add"
                " people one by one. Everything stays on this computer."
            ),
            self.bring_in,
            self.add,
        )
        self._outside = EmptyState("users", "", "", self.everyone)
        self._no_match = EmptyState(
            "search",
            self.tr("Nobody fits"),
            self.tr("No one in this list meets the search and the filters."),
            self.clear,
        )
        self.addWidget(table)
        self._pages = {page: _card(page) for page in (self._nobody, self._outside, self._no_match)}
        for card in self._pages.values():
            self.addWidget(card)

    def minimumSizeHint(self) -> QSize:
        # The table scrolls: beside the panel it may get narrower than the words of an empty page.
        return QSize(240, 160)

    def tell(
        self, *, anybody: bool, listed: bool, shown: bool, programme: Programme | None
    ) -> None:
        """Show the table or say why it is empty.

        `anybody`: there are people in the data file; `listed`: some in this list; `shown`: some
        get through search and filters.
        """
        if shown:
            self.setCurrentWidget(self._table)
            return
        if not anybody:
            page = self._nobody
        elif not listed:
            page = self._outside
            name = programme.name if programme else ""
            page.title.setText(self.tr("Nobody takes part in {0} yet").format(name))
            page.text.setText(
                self.tr(
                    "Choose people from everyone in the data file and let them take part, import a"
                    " spreadsheet, or add somebody new."
                )
            )
        else:
            page = self._no_match
        self.setCurrentWidget(self._pages[page])


def _card(page: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.addWidget(page)
    return card
