"""The three lists side by side: what stands above and below them, and where the side card goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.guided_choice import is_open
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.arranging import ArrangingMenu, Only
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

    def __init__(
        self,
        views: Sequence[CardView],
        arranging: ArrangingMenu,
        strip: UnpairStrip,
        side: SideCard,
    ) -> None:
        super().__init__()
        mentors, self._pairs, leaders = views
        self._arranging = arranging
        self.columns = (
            Column(several_names()[Role.MENTOR], "mentor", mentors, hugging=True),
            Column(self.tr("Pairs"), "", self._pairs, hugging=False),
            Column(several_names()[Role.MENTEE], "mentee", leaders, hugging=True),
        )
        self.columns[1].head.addWidget(arranging)
        for column in self.columns:
            column.head.addStrut(arranging.sizeHint().height())
        self.columns[0].rows.addWidget(strip)
        self.columns[0].rows.addStretch()
        self._side_area = SideRoom(side)
        self.columns[2].rows.addWidget(self._side_area, _SIDE_SHARE)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        for column, share in zip(self.columns, _SHARES, strict=True):
            self._row.addWidget(column, share)

    def show_heads(self, board: Board, context: Context, *, searching: bool) -> None:
        """Say above each list how many there are, and over an empty one what that means."""
        mentors, pairs, leaders = self.columns
        mentors.show_title(several_names()[Role.MENTOR])
        leaders.show_title(several_names()[Role.MENTEE])
        mentors.show_count(self.tr("{0} free").format(len(board.free(Role.MENTOR))))
        pairs.show_count(self._pairs_counted(board))
        leaders.show_count(self._leaders_counted(board))
        words: tuple[Callable[[], EmptyColumn], ...] = (
            partial(no_mentors, board, context),
            partial(self._no_pairs, board),
            partial(no_leaders, board, context),
        )
        for column, empty in zip(self.columns, words, strict=True):
            if column.view.cards.rowCount():
                column.say_empty(None)
            else:
                column.say_empty(nobody_found() if searching else empty())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()

    def _pairs_counted(self, board: Board) -> str:
        everything, proposed = len(board.pairs), len(board.proposals)
        said = [str(everything)]
        if proposed not in {0, everything}:
            said.append(self.tr("{0} agreed").format(everything - proposed))
        shown = self._pairs.cards.rowCount()
        if shown < everything:
            said.append(self.tr("{0} shown").format(shown))
        return " · ".join(said)

    def _leaders_counted(self, board: Board) -> str:
        said = [self.tr("{0} free").format(len(board.free(Role.MENTEE)))]
        choosing = sum(is_open(board, one) for one in board.shortlists)
        if choosing:
            said.append(self.tr("{0} choosing").format(choosing))
        return " · ".join(said)

    def _no_pairs(self, board: Board) -> EmptyColumn:
        if self._arranging.only is Only.ALL or not board.pairs:
            return no_pairs()
        return none_of_the_kind(self._arranging.show_everything)

    def _place_side(self) -> None:
        """Give the side card a column of its own where the window is wide."""
        wide = self.width() >= _WIDE
        home: QBoxLayout = self._row if wide else self.columns[2].rows
        if home.indexOf(self._side_area) < 0:
            other = self.columns[2].rows if wide else self._row
            other.removeWidget(self._side_area)
            home.addWidget(self._side_area, _SIDE_BESIDE if wide else _SIDE_SHARE)
