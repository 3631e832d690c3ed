"""People of one programme, by name, for the tests of the pairing page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.participation import ParticipationDetails, Role
from revmentor_desktop.services.pairing.proposing import propose
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.writing import add_person, take_part
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.widgets.dialogs import Dialog
from tests.builders import person_details

T = TypeVar("T", bound=Dialog)
Names = set[tuple[str, str]]


@dataclass
class Cast:
    """People of one programme by name, and the pairs stored in the data file."""

    data: DataFile
    programme_id: int
    ids: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, role: Role, part: dict[str, Any] | None = None, **more: Any) -> int:
        """Store somebody who takes part; `part` are fields of ParticipationDetails."""
        person_id = add_person(self.data, person_details(name, **more))
        details = ParticipationDetails(role=role, **(part or {}))
        take_part(self.data, self.programme_id, [person_id], details)
        self.ids[name] = person_id
        return person_id

    def pair(self, mentor: str, leader: str) -> int:
        """Store a pair."""
        return propose(self.data, self.programme_id, self.ids[mentor], self.ids[leader])

    def stored(self) -> Names:
        """Return the names of the pairs as the data file has them."""
        return {
            (one.mentor.person.full_name, one.mentee.person.full_name)
            for one in pairs(self.data, self.programme_id)
        }


def index_of(view: CardView, name: str) -> QModelIndex:
    """Return the card that has that name, or else one on which it stands."""
    indexes = [view.cards.index(row) for row in range(view.cards.rowCount())]
    found = [index for index in indexes if index.data() == name]
    found += [index for index in indexes if name in str(index.data())]
    assert found, f"{name} is not in this list"
    return found[0]


def middle_of(view: CardView, name: str) -> QPoint:
    """Return the middle of that card in the list's viewport, scrolling to it at need."""
    index = index_of(view, name)
    view.scrollTo(index)
    return view.visualRect(index).center()


def opened(page: QWidget, kind: type[T]) -> T:
    """Return the dialog of that kind that is open now."""
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found


def act(menu: QMenu, words: str) -> None:
    """Choose what stands in a menu under these words."""
    (action,) = [one for one in menu.actions() if one.text() == words]
    action.trigger()


def drafts_menu(page: PairingPage) -> QMenu:
    """Return the menu of the drafts as it opens."""
    menu = page.summary.drafts.menu()
    menu.aboutToShow.emit()
    return menu
