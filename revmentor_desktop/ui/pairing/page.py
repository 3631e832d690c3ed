"""The Pairing page: three columns of cards, a summary above them, a card about what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.scored_board import (
    ScoredBoard,
    scored_board,
    scored_board_with_other_pairs,
)
from revmentor_desktop.services.pairing.waiting import who_waited
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.page import Page
from revmentor_desktop.ui.pairing.best_plan import BestPlan
from revmentor_desktop.ui.pairing.board.arranging import pairs_menu
from revmentor_desktop.ui.pairing.board.arranging_people import people_menu
from revmentor_desktop.ui.pairing.board.cards import (
    Card,
    CardMaker,
    PairCard,
    PersonCard,
    matching,
)
from revmentor_desktop.ui.pairing.board.carrying import Carrying
from revmentor_desktop.ui.pairing.board.choosing import Choosing
from revmentor_desktop.ui.pairing.board.delegate import PairDelegate, PersonDelegate
from revmentor_desktop.ui.pairing.board.dragging import Dragging
from revmentor_desktop.ui.pairing.board.emptiness import (
    no_people,
    no_programme,
)
from revmentor_desktop.ui.pairing.board.model import PairsModel, PeopleModel
from revmentor_desktop.ui.pairing.board.side_card import SideCard
from revmentor_desktop.ui.pairing.board.strips import SummaryStrip, UnpairStrip
from revmentor_desktop.ui.pairing.board.three_lists import ThreeLists
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.commands import PairingCommands
from revmentor_desktop.ui.pairing.fairness_dialog import FairnessDialog
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.buttons import ICON_SIZE, button, set_button_text
from revmentor_desktop.ui.widgets.fields import SearchField
from revmentor_desktop.ui.widgets.text import announce, set_tip

_NOBODY: Final = ScoredBoard(Board((), (), PairingFacts({}, {}, frozenset())), PairingChoices())
_PAIRS_ONLY: Final = frozenset({"pair", "pairing_draft", "shown_draft", "shortlist"})
"""Tables whose change leaves the people on the board as they were read."""


class PairingPage(Page):
    """The board of the programme that is looked at."""

    tables = _PAIRS_ONLY | {
        *("person", "participation", "exclusion", "plan_section", "own_value", "consent"),
        *("pair_override", "conflict_of_interest"),
    }

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Pairing"))
        self._scored = _NOBODY
        self._maker = CardMaker()
        self._read_programme: int | None = None
        self._touched_tables: frozenset[str] = frozenset()
        self.best_plan = BestPlan(context, self)
        self.commands = PairingCommands(context, self, self.best_plan)
        self.mentors = CardView(
            PeopleModel(Role.MENTOR, _NOBODY, self),
            PersonDelegate(context.theme),
            "",
        )
        self.pairs = CardView(
            PairsModel(_NOBODY, self), PairDelegate(context.theme), self.tr("Pairs")
        )
        self.leaders = CardView(
            PeopleModel(Role.MENTEE, _NOBODY, self),
            PersonDelegate(context.theme),
            "",
        )
        self.views = (self.mentors, self.pairs, self.leaders)
        self.strip = UnpairStrip()
        self.dragging = Dragging(self.views, self.strip, self)
        self.carrying = Carrying(self.views, self)
        self.arranging = pairs_menu(context.preferences)
        self.sorting = {role: people_menu(context.preferences, role) for role in Role}
        self._menus = (self.sorting[Role.MENTOR], self.arranging, self.sorting[Role.MENTEE])
        self.search = SearchField(self.tr("Find a person…"))
        self.undo_button = button("", "plain", "undo-2")
        self.undo_button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.compare_button = button(self.tr("Compare drafts"))
        self.suggest_button = button(self.tr("Suggest pairs"))
        set_tip(self.suggest_button, self.tr("Suggest pairs (Ctrl+G)"))
        self.agree_button = button("", "primary", "check")
        self.summary = SummaryStrip(QMenu(self))
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
        self.search.setMinimumWidth(168)
        self.add_action(self.search)
        self.add_action(self.undo_button)
        self.add_action(self.compare_button)
        self.add_action(self.suggest_button)
        self.add_action(self.agree_button)
        self._lists = ThreeLists(
            self.views,
            self._menus,
            self.strip,
            self.side,
        )
        self.columns = self._lists.columns
        board = QWidget()
        rows = QVBoxLayout(board)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self.summary)
        rows.addWidget(self._lists, 1)
        self._sheets = QStackedWidget()
        self._sheets.addWidget(board)
        self._sheets.addWidget(no_programme(self.context))
        self._sheets.addWidget(no_people(self.context))
        self.content.addWidget(self._sheets)
        for before, after in zip(self._tab_order()[:-1], self._tab_order()[1:], strict=True):
            QWidget.setTabOrder(before, after)

    def _tab_order(self) -> list[QWidget]:
        return [
            self.search,
            self.undo_button,
            self.compare_button,
            self.suggest_button,
            self.agree_button,
            self.summary.fairness_button,
            self.summary.next_button,
            self.summary.drafts,
            self.sorting[Role.MENTOR].button,
            self.mentors,
            self.arranging.button,
            self.pairs,
            self.sorting[Role.MENTEE].button,
            self.leaders,
            self.side,
        ]

    def _wire(self) -> None:
        self.search.searched.connect(self._search)
        self.undo_button.clicked.connect(self.context.undo)
        self.compare_button.clicked.connect(self.commands.comparing.open)
        self.suggest_button.clicked.connect(self._suggest)
        self._lists.suggest_asked.connect(self._suggest)
        by_keys = QAction(self.suggest_button.text(), self)
        by_keys.setShortcut("Ctrl+G")
        by_keys.triggered.connect(self.suggest_button.click)
        self.addAction(by_keys)
        self.agree_button.clicked.connect(self.commands.pairs.agree_ready)
        self.summary.drafts.menu().aboutToShow.connect(self._fill_drafts)
        self.context.changed.connect(self._refresh_undo)
        self.context.theme.changed.connect(self._repaint)
        self.summary.next_asked.connect(lambda: self.context.requested.emit("show:documents"))
        self.summary.fairness_button.clicked.connect(self._show_fairness)
        for moving in (self.dragging, self.carrying):
            moving.settled.connect(self.commands.apply)
            moving.refused.connect(self.commands.refuse)
            moving.hinted.connect(self.summary.show_hint)
        self.carrying.spoken.connect(partial(announce, self))
        for menu in self._menus:
            menu.changed.connect(self._fill)
        self.commands.begun.connect(self.side.wait)
        self.commands.done.connect(self._show_done)
        self.commands.ended.connect(self.side.settle)
        self.best_plan.known.connect(lambda: self.summary.show_best(self.best_plan.gap))
        self.best_plan.known.connect(self.side.show_best)
        self.side.keyboard_left.connect(self.choosing.take_keyboard)
        for view in self.views:
            view.pair_with_asked.connect(lambda card: self.commands.pair_with(card.held()))
            view.unpair_asked.connect(self._unpair)
            view.menu_asked.connect(self._open_menu)
            view.verticalScrollBar().valueChanged.connect(self.best_plan.give_way)

    # ---- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        self._name_roles()
        programme_id = self.context.programme_id
        self.carrying.leave()
        place, draft = self.choosing.place(), self.board.draft
        if programme_id is None:
            self._scored = _NOBODY
            self._sheets.setCurrentIndex(1)
        else:
            self._scored = self._read(programme_id)
            self._sheets.setCurrentIndex(0 if self.board.participants else 2)
        self.search.setEnabled(bool(self.board.participants))
        self.suggest_button.setVisible(bool(self.board.participants))
        self.suggest_button.setEnabled(all(self.board.side(role) for role in Role))
        self.commands.show_board(self._scored)
        self.compare_button.setVisible(self.commands.comparing.is_possible)
        self.strip.show_board(self.board)
        self.strip.setVisible(bool(self.board.pairs))
        self._refresh_undo()
        self.summary.name_draft(*self.commands.drafts.words)
        self._fill()
        if draft and self.board.draft and draft.id != self.board.draft.id:
            self.choosing.go_on_from(place)
        self.summary.show_best(None)
        self.best_plan.follow(programme_id, self._scored)

    def _name_roles(self) -> None:
        """Call the roles as the programme that is looked at does."""
        purpose = self.tr(
            "Drag a {mentor} onto a {leader}, or choose a card and press Enter. "
            "Nothing is final until you agree the pairs."
        )
        self.set_title(self.title, named(purpose))
        self.mentors.setAccessibleName(named(self.tr("{Mentors} with a place for a {leader}")))
        self.leaders.setAccessibleName(named(self.tr("{Leaders} with a place for a {mentor}")))
        for menu in self._menus:
            menu.name_roles()

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
            self._people(Role.MENTOR),
            self.arranging.arranged(pairs),
            self._people(Role.MENTEE),
        )
        for view, cards in zip(self.views, everything, strict=True):
            view.cards.show(self._scored, matching(cards, typed))
        searching = bool(typed.strip())
        self._lists.show_heads(self.board, self.context, searching=searching)
        self.choosing.follow()

    def _people(self, role: Role) -> list[PersonCard]:
        return self.sorting[role].arranged(self._maker.people(self.board, role))

    def _search(self, _: str) -> None:
        self._fill()
        for view in self.views:
            view.go_to_chosen()
        if self.search.text():
            found = sum(view.cards.rowCount() for view in self.views)
            words = self.tr("1 card found") if found == 1 else self.tr("{0} cards found")
            announce(self, words.format(found))

    def _refresh_undo(self, *_: object) -> None:
        step = self.context.data.undo_words
        words = self.tr("Undo: {0}").format(step) if step else self.tr("Undo")
        self.undo_button.setEnabled(step is not None)
        self.undo_button.setAccessibleName(words)
        set_tip(self.undo_button, words)

    def _refresh_agree(self, cards: Sequence[PairCard]) -> None:
        """Offer to agree what is ready, on the page's main button."""
        ready = sum(card.pair.is_proposed and not card.broken for card in cards)
        words = self.tr("Agree 1 pair") if ready == 1 else self.tr("Agree {0} pairs").format(ready)
        set_button_text(self.agree_button, words)
        if not self.board.proposals and self.window().focusWidget() is self.agree_button:
            # Otherwise the keyboard would go to whatever stands next to a button that is gone.
            self.pairs.setFocus(Qt.FocusReason.OtherFocusReason)
        self.agree_button.setVisible(bool(self.board.proposals))
        self.agree_button.setEnabled(ready > 0)

    def _fill_drafts(self) -> None:
        self.commands.fill_drafts_menu(self.summary.drafts.menu())

    def _repaint(self) -> None:
        for view in self.views:
            view.remeasure(self.context.theme)

    # ---- choosing -------------------------------------------------------------------------------

    def _open_menu(self, card: Card, at: QPoint) -> None:
        """Open the menu of a card, or of all chosen cards where it is one of several."""
        chosen = self.choosing.several()
        if card in chosen:
            self.commands.several.menu(chosen).popup(at)
        else:
            self.commands.open_menu(card, at)

    def _suggest(self) -> None:
        self.commands.suggest.ask(self.choosing.people())

    def _show_fairness(self) -> None:
        programme_id = self.context.programme_id
        if programme_id is None:
            return
        waited = who_waited(self.context.data, programme_id, self._scored.board)
        dialog = FairnessDialog(self._scored.fairness(), waited, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ---- changing -------------------------------------------------------------------------------

    def _unpair(self, card: Card) -> None:
        if isinstance(card, PairCard):
            self.commands.unpair(card.pair)

    def _show_done(self, change: Rearrangement, made: list[int]) -> None:
        """Show the new pair; the keyboard stays in its list.

        Whoever pressed a button of the side card goes on among the pairs: the button is gone.
        """
        if made:
            self.pairs.choose(made[0])
        if self.side.isAncestorOf(self.window().focusWidget()):
            self.pairs.setFocus(Qt.FocusReason.OtherFocusReason)
