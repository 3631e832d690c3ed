"""The dialog that offers a leader two or three mentors to choose among, in an order, on a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from revmentor_desktop.domain.guided_choice import offerable
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.shortlists import FEWEST, MOST
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.pairing.fit_words import fit_word
from revmentor_desktop.ui.pairing.shortlists.offering import TickDelegate, TickModel
from revmentor_desktop.ui.pairing.words import name_of
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.buttons import icon_button
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.fields import LabelledField, SearchField
from revmentor_desktop.ui.widgets.text import announce, plain_label

_WIDTH: Final = 680
_HEIGHT: Final = 740
_LEAST_LIST: Final = 110
_DAY_WIDTH: Final = 220
_BESIDE: Final = 28
_LIST_KEYS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Offered:
    """What the officer said: the mentors in their order, and the day."""

    candidates: tuple[Participant, ...]
    offered_on: date


class OfferDialog(Dialog):
    """Asks which mentors a leader is to choose among; the best fits are ticked at first."""

    def __init__(
        self, scored: ScoredBoard, leader: Participant, theme: Theme, parent: QWidget | None = None
    ) -> None:
        heading = named(self.tr("Offer {0} a choice of {mentors}"), name_of(leader))
        super().__init__(heading, parent=parent)
        self.answer: Offered | None = None
        self._scored = scored
        self._leader = leader
        self._possible = offerable(scored.board, leader)
        self.model = TickModel(scored, leader, self._possible, self)
        self.search = SearchField(self.tr("Type a name, job or department…"))
        self.list = QListView()
        self._nobody = plain_label(named(self.tr("No {mentor} of that name.")), "muted")
        self.note = plain_label("", "small", "wrap")
        self.order = QVBoxLayout()
        self.offered_on = OptionalDateField()
        self._day_field = LabelledField(self.tr("Offered on"), self.offered_on)
        self._set_up_list(theme)
        self._lay_out()
        self.add_cancel()
        self.offer = self.add_button(self.tr("Offer the choice"), "primary", "check")
        self.offer.clicked.connect(self._take)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.model.ticked_changed.connect(self._show_order)
        self.model.refused.connect(lambda: announce(self.note, self.note.text()))
        self._begin()
        size_within_screen(self, _WIDTH, _HEIGHT)
        self.search.setFocus()

    def _begin(self) -> None:
        """Show the offer as it stands, or the best three."""
        standing = self._scored.board.shortlist_of(self._leader)
        self.text.setText(self._introduction())
        self.text.show()
        self.offered_on.set_value(standing.offered_on if standing else today())
        self.model.tick(standing.candidates if standing else self.model.best())
        if len(self._possible) < FEWEST:
            self.show_problem(
                named(self.tr("Rules and agreed pairs leave too few {mentors} for a choice."))
            )
        self._narrow("")

    def _introduction(self) -> str:
        words = named(
            self.tr(
                "Tick two or three {mentors}, best fit first. What {0} chooses becomes a proposal; "
                "until then nobody is paired."
            ),
            self._leader.person.first_name or name_of(self._leader),
        )
        left_out = len(self._scored.board.side(Role.MENTOR)) - len(self._possible)
        if left_out == 1:
            words += named(self.tr(" One {mentor} whom a rule or an agreed pair bars is left out."))
        elif left_out:
            more = self.tr(" {0} {mentors} whom rules or agreed pairs bar are left out.")
            words += named(more, left_out)
        return words

    def _set_up_list(self, theme: Theme) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(TickDelegate(theme, self.list))
        self.list.setAccessibleName(named(self.tr("{Mentors} to choose among")))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setMinimumHeight(_LEAST_LIST)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        for part in (self.search, self._nobody):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.note)
        self.order.setSpacing(2)
        self._day_field.setFixedWidth(_DAY_WIDTH)
        # Side by side, so that on a low screen the list has room for more than one mentor.
        below = QHBoxLayout()
        below.setSpacing(_BESIDE)
        chosen = QVBoxLayout()
        chosen.addLayout(self.order)
        chosen.addStretch(1)
        below.addLayout(chosen, 1)
        below.addWidget(self._day_field, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() in _LIST_KEYS:
                # The arrows move in the list while one goes on typing.
                self.list.keyPressEvent(event)
                return True
            is_typing = event.key() in _ENTER_KEYS and bool(self.search.text())
            if event.type() == QEvent.Type.KeyPress and is_typing:
                self.model.turn(self.list.currentIndex())
                self.search.selectAll()
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        some = self.model.rowCount() > 0
        self._nobody.setVisible(not some and bool(self._possible))
        self.list.setCurrentIndex(self.model.index(0) if some else QModelIndex())

    def _show_order(self) -> None:
        """Show who is ticked, in the order in which they are offered."""
        while (item := self.order.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, one in enumerate(self.model.ticked):
            row = self._row(place, one)
            self.order.addWidget(row)
            row.show()  # at once, so that the keyboard can go there
        count = len(self.model.ticked)
        self.offer.setEnabled(FEWEST <= count <= MOST)
        self.note.setText(
            self.tr("Three at most: for another one, untick one first.")
            if count == MOST
            else self.tr("Tick at least two.")
            if count < FEWEST
            else self.tr("Two are a choice; a third can be ticked.")
        )
        if self.isVisible():
            announce(self.note, self.note.text())

    def _row(self, place: int, one: Participant) -> QWidget:
        said = self.tr("{0}. {1} · {2}").format(
            place + 1, name_of(one), fit_word(self._scored.fit(one, self._leader))
        )
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(said, "body", "elide"), 1)
        offered: Sequence[tuple[str, str, bool, Callable[[], None]]] = (
            ("arrow-up", self.tr("Offer {0} earlier"), place > 0, lambda: self._move(one, -1)),
            (
                "arrow-down",
                self.tr("Offer {0} later"),
                place + 1 < len(self.model.ticked),
                lambda: self._move(one, 1),
            ),
            ("x", self.tr("Do not offer {0}"), True, lambda: self.model.untick(one)),
        )
        for sign, words, possible, act in offered:
            made = icon_button(sign, words.format(name_of(one)))
            made.setObjectName(f"{sign}-{one.person.id}")
            made.setEnabled(possible)
            made.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(made)
        return holder

    def _move(self, one: Participant, step: int) -> None:
        self.model.move(one, step)
        # The keyboard stays with whom it moved.
        sign = "arrow-up" if step < 0 else "arrow-down"
        for name in (sign, "arrow-down" if step < 0 else "arrow-up"):
            made = self._live_button(f"{name}-{one.person.id}")
            if made is not None and made.isEnabled():
                made.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _live_button(self, name: str) -> QWidget | None:
        for at in range(self.order.count()):
            item = self.order.itemAt(at)
            row = item.widget() if item is not None else None
            found = row.findChild(QWidget, name) if row is not None else None
            if found is not None:
                return found
        return None

    def _take(self) -> None:
        day = self.offered_on.value()
        problem = self.offered_on.problem()
        if day is None:
            problem = problem or self.tr("A choice is offered on a day.")
        self._day_field.show_problem(problem)
        if problem or day is None:
            self.offered_on.setFocus()
            return
        self.answer = Offered(tuple(self.model.ticked), day)
        self.accept()
