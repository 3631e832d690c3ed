"""The Pairing page: three columns of cards, a summary above them, a card about what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_rules import PairingFacts
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.scored_board import (
    ScoredBoard,
    scored_board,
    scored_board_with_other_pairs,
)
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.page import Page
from revmentor_desktop.ui.pairing.arranging import ArrangingMenu, Only, arranged
from revmentor_desktop.ui.pairing.cards import (
    Card,
    CardMaker,
    PairCard,
    matching,
)
from revmentor_desktop.ui.pairing.carrying import Carrying
from revmentor_desktop.ui.pairing.choosing import Choosing
from revmentor_desktop.ui.pairing.column import Column, EmptyColumn
from revmentor_desktop.ui.pairing.commands import PairingCommands
from revmentor_desktop.ui.pairing.delegate import PairDelegate, PersonDelegate
from revmentor_desktop.ui.pairing.dialogs.fairness import FairnessDialog
from revmentor_desktop.ui.pairing.dragging import Dragging
from revmentor_desktop.ui.pairing.emptiness import (
    no_leaders,
    no_mentors,
    no_pairs,
    no_people,
    no_programme,
    nobody_found,
    none_of_the_kind,
)
from revmentor_desktop.ui.pairing.model import PairsModel, PeopleModel
from revmentor_desktop.ui.pairing.side_card import SideCard, SideRoom
from revmentor_desktop.ui.pairing.strips import SummaryStrip, UnpairStrip
from revmentor_desktop.ui.pairing.view import CardView
from revmentor_desktop.ui.roles import several_names
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.fields import SearchField

_NOBODY: Final = ScoredBoard(Board((), (), PairingFacts({}, {}, frozenset())), PairingChoices())
_PAIRS_ONLY: Final = frozenset({"pair", "pairing_draft", "shown_draft"})
"""Tables whose change leaves the people on the board as they were read."""
_WIDE: Final = 1240
"""From this width on, the card about what is chosen has a column of its own."""
_SHARES: Final = (5, 11, 5)
_SIDE_SHARE: Final = 4
"""The share of the height that the side card has below the leaders."""


class PairingPage(Page):
    """The board of the programme that is looked at."""

    tables = _PAIRS_ONLY | {
        *("person", "participation", "exclusion", "plan_section", "own_value", "consent"),
        *("pair_override", "conflict_of_interest"),
    }

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr("Pairing"),
            self.tr(
                "Drag a mentor onto a leader, or choose a card and press Enter. "
                "Nothing is final until you agree the pairs."
            ),
        )
        self._scored = _NOBODY
        self._maker = CardMaker()
        self._read_programme: int | None = None
        self._touched_tables: frozenset[str] = frozenset()
        self.commands = PairingCommands(context, self)
        self.mentors = CardView(
            PeopleModel(Role.MENTOR, _NOBODY, self),
            PersonDelegate(context.theme),
            self.tr("Mentors without a leader"),
        )
        self.pairs = CardView(
            PairsModel(_NOBODY, self), PairDelegate(context.theme), self.tr("Pairs"), several=True
        )
        self.leaders = CardView(
            PeopleModel(Role.MENTEE, _NOBODY, self),
            PersonDelegate(context.theme),
            self.tr("Leaders without a mentor"),
        )
        self.views = (self.mentors, self.pairs, self.leaders)
        self.dragging = Dragging(self.views, self)
        self.carrying = Carrying(self.views, self)
        self.arranging = ArrangingMenu()
        self.search = SearchField(self.tr("Find a person…"))
        self.undo_button = button(self.tr("Undo"), "plain", "undo-2")
        self.agree_button = button("", "primary", "check")
        self.summary = SummaryStrip(QMenu(self))
        self.strip = UnpairStrip()
        self.side = SideCard(self.commands)
        self.choosing = Choosing(self.views, self.side, self)
        self._lay_out_board()
        self._wire()

    @property
    def board(self) -> Board:
        """The board as it is shown."""
        return self._scored.board

    @property
    def scored(self) -> ScoredBoard:
        """The same with how well people fit."""
        return self._scored

    # ---- putting it together --------------------------------------------------------------------

    def _lay_out_board(self) -> None:
        self.search.setMinimumWidth(200)
        self.add_action(self.search)
        self.add_action(self.undo_button)
        self.add_action(self.agree_button)
        self.columns = (
            Column(several_names()[Role.MENTOR], "mentor", self.mentors, hugging=True),
            Column(self.tr("Pairs"), "", self.pairs, hugging=False),
            Column(several_names()[Role.MENTEE], "mentee", self.leaders, hugging=True),
        )
        self.columns[1].head.addWidget(self.arranging)
        for column in self.columns:
            column.head.addStrut(self.arranging.sizeHint().height())
        self.columns[0].rows.addWidget(self.strip)
        self.columns[0].rows.addStretch()
        self._side_area = SideRoom(self.side)
        self.columns[2].rows.addWidget(self._side_area, _SIDE_SHARE)
        self._row = QHBoxLayout()
        self._row.setSpacing(14)
        for column, share in zip(self.columns, _SHARES, strict=True):
            self._row.addWidget(column, share)
        lists = QWidget()
        rows = QVBoxLayout(lists)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self.summary)
        rows.addLayout(self._row, 1)
        self._sheets = QStackedWidget()
        self._sheets.addWidget(lists)
        self._sheets.addWidget(no_programme(self.context))
        self._sheets.addWidget(no_people(self.context))
        self.content.addWidget(self._sheets)
        for before, after in zip(self._tab_order()[:-1], self._tab_order()[1:], strict=True):
            QWidget.setTabOrder(before, after)

    def _tab_order(self) -> list[QWidget]:
        return [
            self.search,
            self.undo_button,
            self.agree_button,
            self.summary.fairness_button,
            self.summary.next_button,
            self.summary.drafts,
            self.mentors,
            self.arranging.button,
            self.pairs,
            self.leaders,
            self.side,
        ]

    def _wire(self) -> None:
        self.search.searched.connect(self._search)
        self.undo_button.clicked.connect(self.context.undo)
        self.agree_button.clicked.connect(self.commands.pairs.agree_ready)
        self.summary.drafts.menu().aboutToShow.connect(self._fill_drafts)
        self.context.changed.connect(self._refresh_undo)
        self.context.theme.changed.connect(self._repaint)
        self.summary.next_asked.connect(lambda: self.context.requested.emit("show:documents"))
        self.summary.fairness_button.clicked.connect(self._show_fairness)
        self.strip.dropped.connect(self.dragging.settle)
        for moving in (self.dragging, self.carrying):
            moving.settled.connect(self.commands.apply)
            moving.refused.connect(self.commands.refuse)
            moving.hinted.connect(self.summary.show_hint)
        self.carrying.spoken.connect(self._announce)
        self.arranging.changed.connect(self._fill)
        self.commands.done.connect(self._show_done)
        for view in self.views:
            view.pair_with_asked.connect(lambda card: self.commands.pair_with(card.held()))
            view.unpair_asked.connect(self._unpair)
            view.menu_asked.connect(self._open_menu)

    # ---- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        programme_id = self.context.programme_id
        self.carrying.leave()
        if programme_id is None:
            self._scored = _NOBODY
            self._sheets.setCurrentIndex(1)
        else:
            self._scored = self._read(programme_id)
            self._sheets.setCurrentIndex(0 if self.board.participants else 2)
        self.search.setEnabled(bool(self.board.participants))
        self.commands.show_board(self._scored)
        self.strip.show_board(self.board)
        self.strip.setVisible(bool(self.board.pairs))
        self._refresh_undo()
        self.summary.name_draft(self.commands.drafts.words)
        self._fill()

    def _touched(self, tables: frozenset[str]) -> None:
        self._touched_tables |= tables & self.tables
        super()._touched(tables)

    def _read(self, programme_id: int) -> ScoredBoard:
        """Read the board, the people only when they may have changed."""
        touched, self._touched_tables = self._touched_tables, frozenset()
        only_pairs = bool(touched) and touched <= _PAIRS_ONLY
        if programme_id != self._read_programme:
            self._read_programme = programme_id
            return scored_board(self.context.data, programme_id)
        read = scored_board_with_other_pairs if only_pairs else scored_board
        return read(self.context.data, programme_id, self._scored)

    def go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _fill(self) -> None:
        """Show the cards that the search lets through."""
        typed = self.search.text()
        pairs = self._maker.pairs(self._scored)
        self.summary.show_board(self._scored, sum(card.broken for card in pairs))
        self._refresh_agree(pairs)
        everything: tuple[Sequence[Card], ...] = (
            self._maker.people(self.board, Role.MENTOR),
            arranged(pairs, self.arranging.order, self.arranging.only),
            self._maker.people(self.board, Role.MENTEE),
        )
        for view, cards in zip(self.views, everything, strict=True):
            view.cards.show(self._scored, matching(cards, typed))
        self._head()
        self.choosing.follow()

    def _search(self, _: str) -> None:
        self._fill()
        if self.search.text():
            found = sum(view.cards.rowCount() for view in self.views)
            self._announce(self.tr("{0} cards found").format(found))

    def _head(self) -> None:
        """Say above each list how many there are, and over an empty one what that means."""
        mentors, pairs, leaders = self.columns
        mentors.show_title(several_names()[Role.MENTOR])
        leaders.show_title(several_names()[Role.MENTEE])
        mentors.show_count(self.tr("{0} free").format(len(self.board.free(Role.MENTOR))))
        pairs.show_count(self._pairs_counted())
        leaders.show_count(self.tr("{0} free").format(len(self.board.free(Role.MENTEE))))
        searching = bool(self.search.text().strip())
        shown = self.board, self.context
        words: tuple[Callable[[], EmptyColumn], ...] = (
            partial(no_mentors, *shown),
            self._no_pairs,
            partial(no_leaders, *shown),
        )
        for column, empty in zip(self.columns, words, strict=True):
            if column.view.cards.rowCount():
                column.say_empty(None)
            else:
                column.say_empty(nobody_found() if searching else empty())

    def _pairs_counted(self) -> str:
        everything, proposed = len(self.board.pairs), len(self.board.proposals)
        said = [str(everything)]
        if proposed not in {0, everything}:
            said.append(self.tr("{0} agreed").format(everything - proposed))
        shown = self.pairs.cards.rowCount()
        if shown < everything:
            said.append(self.tr("{0} shown").format(shown))
        return " · ".join(said)

    def _no_pairs(self) -> EmptyColumn:
        if self.arranging.only is Only.ALL or not self.board.pairs:
            return no_pairs()
        return none_of_the_kind(self.arranging.show_everything)

    def _refresh_undo(self, *_: object) -> None:
        self.undo_button.setEnabled(self.context.data.undo_words is not None)

    def _refresh_agree(self, cards: Sequence[PairCard]) -> None:
        """Offer to agree what is ready, on the page's main button."""
        ready = sum(card.pair.is_proposed and not card.broken for card in cards)
        words = self.tr("Agree 1 pair") if ready == 1 else self.tr("Agree {0} pairs").format(ready)
        set_button_text(self.agree_button, words)
        self.agree_button.setVisible(bool(self.board.proposals))
        self.agree_button.setEnabled(ready > 0)

    def _fill_drafts(self) -> None:
        menu = self.summary.drafts.menu()
        self.commands.drafts.fill_menu(menu)
        menu.addSeparator()
        earlier = menu.addAction(self.tr("Earlier pairs…"))
        earlier.triggered.connect(lambda _checked: self.commands.pairs.show_history())

    def _repaint(self) -> None:
        for view in self.views:
            view.remeasure(self.context.theme)

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()

    def _place_side(self) -> None:
        """Give the side card a column of its own where the window is wide."""
        wide = self.width() >= _WIDE
        home: QBoxLayout = self._row if wide else self.columns[2].rows
        if home.indexOf(self._side_area) < 0:
            other = self.columns[2].rows if wide else self._row
            other.removeWidget(self._side_area)
            home.addWidget(self._side_area, _SHARES[2] + 1 if wide else _SIDE_SHARE)

    # ---- choosing -------------------------------------------------------------------------------

    def _open_menu(self, card: Card, at: QPoint) -> None:
        """Open the menu of a card, or of all chosen pairs where it is one of several."""
        chosen = self.choosing.several()
        if card in chosen:
            self.commands.several.menu(chosen).popup(at)
        else:
            self.commands.open_menu(card, at)

    def _show_fairness(self) -> None:
        dialog = FairnessDialog(self._scored.fairness(), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ---- changing -------------------------------------------------------------------------------

    def _unpair(self, card: Card) -> None:
        if isinstance(card, PairCard):
            self.commands.unpair(card.pair)

    def _show_done(self, change: Rearrangement, made: list[int]) -> None:
        """Show the new pair; the keyboard stays in its list."""
        if made:
            self.pairs.choose(made[0])
