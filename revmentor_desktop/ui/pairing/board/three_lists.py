"""The three lists side by side: what stands above and below them, and where the side card goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.guided_choice import is_open
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.arrangement_menu import ArrangementMenu
from revmentor_desktop.ui.pairing.board.cards import PairCard, PersonCard
from revmentor_desktop.ui.pairing.board.column import Column, EmptyColumn
from revmentor_desktop.ui.pairing.board.emptiness import (
    no_leaders,
    no_mentors,
    no_pairs,
    nobody_found,
    none_of_the_kind,
)
from revmentor_desktop.ui.pairing.board.side_card import SideCard, SideRoom
from revmentor_desktop.ui.pairing.board.strips import UnpairStrip
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.roles import several_names

_WIDE: Final = 1184
"""From this width on, the card about what is chosen has a column of its own."""
_SHARES: Final = (10, 21, 11)
"""The leaders’ is wider than the mentors’, for most often the side card stands below them."""
_SIDE_BESIDE: Final = 12
_SIDE_SHARE: Final = 4
"""The share of the height that the side card has below the leaders."""


class ThreeLists(QWidget):
    """Mentors, pairs and leaders in columns; the side card below the leaders, or beside them."""

    suggest_asked = Signal()
    """Pairs are to be suggested, as there are none yet."""

    def __init__(
        self,
        views: Sequence[CardView],
        menus: Sequence[ArrangementMenu[PersonCard] | ArrangementMenu[PairCard]],
        strip: UnpairStrip,
        side: SideCard,
    ) -> None:
        super().__init__()
        mentors, self._pairs, leaders = views
        self._menus = menus
        self.columns = (
            Column(several_names()[Role.MENTOR], "mentor", mentors, hugging=True),
            Column(self.tr("Pairs"), "", self._pairs, hugging=False),
            Column(several_names()[Role.MENTEE], "mentee", leaders, hugging=True),
        )
        for column, menu in zip(self.columns, menus, strict=True):
            column.head.addWidget(menu)
            column.head.addStrut(menus[1].sizeHint().height())
        self.columns[0].rows.addWidget(strip)
        self.columns[0].rows.addStretch()
        self._side_area = SideRoom(side)
        self.columns[2].rows.addWidget(self._side_area, _SIDE_SHARE)
        # Where the side card stands elsewhere, what is below the leaders is empty, not above them.
        self.columns[2].rows.addStretch()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        for column, share in zip(self.columns, _SHARES, strict=True):
            self._row.addWidget(column, share)

    def show_heads(self, board: Board, context: Context, *, searching: bool) -> None:
        """Say above each list how many there are, and over an empty one what that means."""
        for column, role in zip(self.columns[::2], Role, strict=True):
            column.show_title(several_names()[role])
        counted = [
            self._mentors_counted(board),
            self._pairs_counted(board),
            self._leaders_counted(board),
        ]
        there = len(board.listed(Role.MENTOR)), len(board.pairs), len(board.listed(Role.MENTEE))
        words: tuple[Callable[[], EmptyColumn], ...] = (
            partial(no_mentors, board, context),
            partial(no_pairs, board, self.suggest_asked.emit),
            partial(no_leaders, board, context),
        )
        for at, column in enumerate(self.columns):
            shown, menu = column.view.cards.rowCount(), self._menus[at]
            if shown < there[at]:
                # Instead of the rest, for which there is no room beside a long title.
                counted[at] = [self.tr("{0} of {1} shown").format(shown, there[at])]
            column.show_count(" · ".join(counted[at]))
            if shown:
                column.say_empty(None)
            elif searching and there[at]:
                column.say_empty(nobody_found())
            elif there[at] and not menu.shows_everything:
                column.say_empty(none_of_the_kind(menu.show_everything, of_pairs=at == 1))
            else:
                column.say_empty(words[at]())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()

    def _mentors_counted(self, board: Board) -> list[str]:
        return [self.tr("{0} free").format(len(board.free(Role.MENTOR)))]

    def _pairs_counted(self, board: Board) -> list[str]:
        everything, proposed = len(board.pairs), len(board.proposals)
        said = [str(everything)]
        if proposed not in {0, everything}:
            said.append(self.tr("{0} agreed").format(everything - proposed))
        return said

    def _leaders_counted(self, board: Board) -> list[str]:
        said = [self.tr("{0} free").format(len(board.free(Role.MENTEE)))]
        choosing = sum(is_open(board, one) for one in board.shortlists)
        if choosing:
            said.append(self.tr("{0} choosing").format(choosing))
        return said

    def _place_side(self) -> None:
        """Give the side card a column of its own where the window is wide."""
        wide = self.width() >= _WIDE
        home: QBoxLayout = self._row if wide else self.columns[2].rows
        if home.indexOf(self._side_area) < 0:
            other = self.columns[2].rows if wide else self._row
            other.removeWidget(self._side_area)
            home.addWidget(self._side_area, _SIDE_BESIDE if wide else _SIDE_SHARE)
