"""The dialog of alternatives: the three best others for somebody, and what each would change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from revmentor_desktop.domain.board import Board, Held
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.matching.explaining import Alternative
from revmentor_desktop.matching.scoring_fit import whole_points
from revmentor_desktop.ui.pairing.explaining.dialog import ExplainingDialog, panel
from revmentor_desktop.ui.pairing.explaining.doing import all_of
from revmentor_desktop.ui.pairing.explaining.outcome_words import figures_lines, moves
from revmentor_desktop.ui.pairing.words import name_of
from revmentor_desktop.ui.roles import counted_role
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.choice_cards import ChoiceCards
from revmentor_desktop.ui.widgets.segments import Segments
from revmentor_desktop.ui.widgets.surfaces import bring_into_view
from revmentor_desktop.ui.widgets.text import plain_label


@dataclass(frozen=True, slots=True)
class Others:
    """The alternatives for one person, who is `held` where the board has them."""

    held: Held
    options: tuple[Alternative, ...]

    def other(self, option: Alternative) -> Participant:
        """Return the partner that an alternative is about."""
        pair = option.pair
        return pair.leader if pair.mentor == self.held.participant else pair.mentor


class AlternativesDialog(ExplainingDialog):
    """Asks which of three others somebody is to have; of a pair for either of the two.

    Of a pair that is `kept` they are told, and none can be taken before it is let go.
    """

    partner_wanted = Signal(Held)
    """Somebody else than these is wanted: the list of all."""

    def __init__(
        self,
        sides: Sequence[Others],
        board: Board,
        parent: QWidget | None = None,
        kept: Pair | None = None,
    ) -> None:
        super().__init__(self._question(sides), self._explained(kept), parent)
        self._sides, self._board = sides, board
        self._kept = kept
        self._lists: list[ChoiceCards | None] = []
        self._sheets = QStackedWidget()
        self.side = Segments(
            self.tr("For whom?"), {str(at): self._for(one) for at, one in enumerate(sides)}
        )
        self.side.put("0")
        self.side.setVisible(len(sides) > 1)
        self.side.answered.connect(self._switch)
        for one in sides:
            self._sheets.addWidget(self._list(one))
        self.body.addWidget(self.side)
        self.add_scrolled(self._sheets)
        if kept is None:
            self._add_foot()
        else:
            self._add_ways_out(kept)
        self._show_side()

    @property
    def shown(self) -> Others:
        """Whose alternatives are shown."""
        return self._sides[self._sheets.currentIndex()]

    @property
    def chosen(self) -> Alternative | None:
        """The alternative that is chosen, or None."""
        cards = self._lists[self._sheets.currentIndex()]
        return self.shown.options[int(cards.choice)] if cards is not None else None

    @property
    def change(self) -> Rearrangement | None:
        """What taking the chosen one changes on the board."""
        option = self.chosen
        if option is None:
            return None
        return all_of(self._board, option.outcome.from_board, option.pair)

    def _question(self, sides: Sequence[Others]) -> str:
        if len(sides) > 1:
            return self.tr("Alternatives")
        return self.tr("Alternatives for {0}").format(name_of(sides[0].held.participant))

    def _explained(self, kept: Pair | None) -> str:
        if kept is not None:
            words = self.tr(
                "The pair is agreed, and nothing changes before you end it. These would then be "
                "the three best others, with everybody else placed as well as they can be."
            )
            if kept.is_proposed:
                words = self.tr(
                    "The pair is locked, and nothing changes before you unlock it. These would "
                    "then be the three best others, with everybody else placed as well as they "
                    "can be."
                )
            return words
        return self.tr(
            "The three best others, with everybody else placed as well as they then can be. "
            "Taking one makes all the changes that it tells, in one step."
        )

    def _for(self, one: Others) -> str:
        return self.tr("For {0}").format(name_of(one.held.participant))

    def _list(self, one: Others) -> QWidget:
        if not one.options:
            self._lists.append(None)
            role = counted_role(one.held.role.other, 1)
            words = self.tr("As things stand, no other {0} can be paired with {1}.")
            return plain_label(words.format(role, name_of(one.held.participant)), "body", "wrap")
        options = [self._told(one, option) for option in one.options]
        if self._kept is not None:
            self._lists.append(None)
            return _below_one_another(panel(*said) for said in options)
        cards = ChoiceCards(self._for(one), 1)
        for at, said in enumerate(options):
            cards.add(str(at), *said)
        cards.chosen.connect(lambda key: bring_into_view(cards.cards[key]))
        cards.choose("0")
        self._lists.append(cards)
        return _below_one_another([cards])

    def _told(self, one: Others, option: Alternative) -> tuple[str, str]:
        """Return another partner with the fit, and below what taking them would come to."""
        # Where nothing that counts is known of both, there is no fit to tell.
        words = self.tr("{0} · {1} fit") if option.pair.total else "{0}"
        title = words.format(name_of(one.other(option)), whole_points(option.pair.total))
        lines = (*figures_lines(option.outcome), *moves(option.outcome, option.pair.couple))
        return title, "\n".join(lines)

    def _add_ways_out(self, kept: Pair) -> None:
        """Offer to let the pair go, which is asked about then; the way back is what Enter does."""
        words = self.tr("Unlock the pair") if kept.is_proposed else self.tr("End the pair…")
        self.end = self.add_button(words)
        self.end.clicked.connect(lambda: self.let_go(kept))
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.reject)

    def _add_foot(self) -> None:
        everybody = button(self.tr("Somebody else…"), "quiet")
        everybody.clicked.connect(self._want_somebody_else)
        self.foot.insertWidget(0, everybody)
        self.add_cancel()
        self.try_it = self.add_button(self.tr("Try it in a copy"))
        self.try_it.clicked.connect(lambda: self._take(in_copy=True))
        self.take = self.add_button(self.tr("Take this one"), "primary")
        self.take.clicked.connect(lambda: self._take(in_copy=False))

    def _switch(self, key: str) -> None:
        if key:
            self._sheets.setCurrentIndex(int(key))
        else:  # one of the two is always shown
            self.side.put(str(self._sheets.currentIndex()))
        self._show_side()

    def _show_side(self) -> None:
        if self._kept is None:
            for made in (self.take, self.try_it):
                made.setEnabled(self.chosen is not None)

    def _take(self, *, in_copy: bool) -> None:
        change = self.change
        if change is None:
            return
        self.accept()
        wanted = self.copy_wanted if in_copy else self.change_wanted
        wanted.emit(change)

    def _want_somebody_else(self) -> None:
        self.accept()
        self.partner_wanted.emit(self.shown.held)


def _below_one_another(cards: Iterable[QWidget]) -> QWidget:
    """Return cards that keep their height where there is more room: others may need it."""
    holder = QWidget()
    rows = QVBoxLayout(holder)
    rows.setContentsMargins(0, 0, 0, 0)
    for card in cards:
        rows.addWidget(card)
    rows.addStretch(1)
    return holder
