"""The dialog that puts two plans side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from revmentor_desktop.domain.pairing_drafts import PairingDraft
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.services.pairing.comparing import ComparedPlan, PlanComparison
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT
from revmentor_desktop.ui.pairing.comparing.figures import FiguresCard
from revmentor_desktop.ui.pairing.comparing.head import Act, PlanHead
from revmentor_desktop.ui.pairing.comparing.model import Column, Order, PlacingsModel
from revmentor_desktop.ui.pairing.words import names_of, shortened
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.surfaces import Card, IconLabel, scrolled
from revmentor_desktop.ui.widgets.tables import set_up_table
from revmentor_desktop.ui.widgets.text import announce, plain_label

_SIZE: Final = (940, 720)
_NUMBER_WIDTH: Final = 104
_LEAST_HEIGHT: Final = 200
_LEAST_TABLE: Final = 180
"""So much of the list is seen on a low screen, where everything scrolls."""
_MOST_NAMED: Final = 5
_ALL: Final = "all"
_DIFFERENT: Final = "different"


class CompareDialog(Dialog):
    """Two plans with their figures, and for each leader the mentors in both.

    It changes nothing itself: `chosen` tells the numbers of the drafts to compare, `asked` what is
    to be done with which of them, and which the other one is.
    """

    chosen = Signal(int, int)
    asked = Signal(Act, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Compare drafts"),
            named(
                self.tr(
                    "What two plans are worth, and for which {leaders} they differ. Agreed pairs "
                    "stand in every draft."
                )
            ),
            parent,
        )
        self.heads = (PlanHead(self.tr("First plan")), PlanHead(self.tr("Second plan")))
        self.figures = FiguresCard(self.heads)
        self.said = plain_label("", "strong", "elide")
        self.filter = KeyedCombo()
        self.order = KeyedCombo(
            {
                Order.LOSSES: self.tr("Greatest loss first"),
                Order.GAINS: self.tr("Greatest gain first"),
                Order.NAME: self.tr("By name"),
            }
        )
        self.model = PlacingsModel(self)
        self.table = QTableView()
        self._same = Card()
        self._same_words = plain_label("", "muted", "wrap")
        self._same_words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.mentors = plain_label("", "small", "wrap")
        self._set_up_table()
        self._lay_out()
        self._wire()
        size_within_screen(self, *_SIZE)

    def show_comparison(
        self, names: Mapping[int, str], shown: PairingDraft | None, found: PlanComparison
    ) -> None:
        """Show that comparison; there are plans of these names, and the board shows that draft."""
        plans = (found.first, found.second)
        ids = [one.draft.id if one.draft else NO_DRAFT for one in plans]
        for head, plan, number in zip(self.heads, plans, ids, strict=True):
            is_shown = shown is not None and number == shown.id
            head.show_plan(names, number, is_shown=is_shown)
            head.offer(_acts_for(plan, is_shown=is_shown, beside_draft=NO_DRAFT not in ids))
        called = (shortened(names[ids[0]]), shortened(names[ids[1]]))
        figures = (found.first.figures, found.second.figures)
        self.figures.show_figures(figures, called, len(found.placings))
        self.model.show(found, called)
        self._say(found, called)
        self._arrange()
        self._keep_width()
        announce(self, self.said.text())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_width()

    def _keep_width(self) -> None:
        """Stay as wide as everything needs, for it scrolls up and down alone."""
        if self.isVisible():
            bar = self._area.verticalScrollBar().sizeHint().width()
            self._area.setMinimumWidth(self._middle.minimumSizeHint().width() + bar)

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        set_up_table(self.table, named(self.tr("{Leaders} and their {mentors} in both plans")))
        header = self.table.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (Column.FIRST_FIT, Column.SECOND_FIT, Column.DIFFERENCE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, _NUMBER_WIDTH)

    def _lay_out(self) -> None:
        self.filter.setAccessibleName(named(self.tr("Which {leaders} are shown")))
        self.order.setAccessibleName(named(self.tr("How the {leaders} are sorted")))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        row.addWidget(self.filter)
        row.addWidget(self.order)
        self._same.body.addStretch(1)
        self._same.body.addWidget(IconLabel("check", "brand", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        self._same.body.addWidget(self._same_words)
        self._same.body.addStretch(2)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.figures)
        column.addLayout(row)
        for part in (self._same, self.table):
            part.setMinimumHeight(_LEAST_TABLE)
            column.addWidget(part, 1)
        column.addWidget(self.mentors)
        self._area = scrolled(self._middle)
        self._area.setMinimumHeight(_LEAST_HEIGHT)
        self.body.addWidget(self._area, 1)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)

    def _wire(self) -> None:
        for at, head in enumerate(self.heads):
            other = self.heads[1 - at]
            head.chosen.connect(lambda _, at=at: self._choose(at))
            head.asked.connect(
                lambda act, head=head, other=other: self.asked.emit(
                    act, head.draft_id, other.draft_id
                )
            )
        self.filter.chosen.connect(self._arrange)
        self.order.chosen.connect(self._arrange)

    def _choose(self, at: int) -> None:
        """Compare what was chosen; who chooses the other plan wants the two exchanged."""
        ids = [head.draft_id for head in self.heads]
        if ids[0] == ids[1]:
            ids[1 - at] = self._before[at]
        self.chosen.emit(*ids)

    def _say(self, found: PlanComparison, names: tuple[str, str]) -> None:
        self._before = tuple(head.draft_id for head in self.heads)
        moves = len(found.moves)
        self.said.setText(f"{self._moves_word(moves)} · {self._both_word(found.in_both)}")
        self.filter.offer(
            {
                _DIFFERENT: self.tr("Only what differs ({0})").format(moves),
                _ALL: self.tr("Everybody ({0})").format(len(found.placings)),
            }
        )
        self._same_words.setText(
            named(self.tr("Both plans give every {leader} the same {mentors}."))
        )
        lines = (
            self._only_in(name, mentors)
            for name, mentors in zip(
                names, (found.mentors_only_first, found.mentors_only_second), strict=True
            )
            if mentors
        )
        self.mentors.setText("\n".join(lines))
        self.mentors.setVisible(bool(self.mentors.text()))

    def _moves_word(self, moves: int) -> str:
        words = {
            0: self.tr("They differ for no {leader}"),
            1: self.tr("They differ for 1 {leader}"),
        }
        return named(words.get(moves, self.tr("They differ for {0} {leaders}")), moves)

    def _both_word(self, count: int) -> str:
        words = {0: self.tr("No pair is in both"), 1: self.tr("1 pair is in both")}
        return words.get(count, self.tr("{0} pairs are in both")).format(count)

    def _only_in(self, plan: str, mentors: Sequence[Participant]) -> str:
        some = names_of(mentors[:_MOST_NAMED])
        if len(mentors) > _MOST_NAMED:
            some = self.tr("{0} and {1} more").format(some, len(mentors) - _MOST_NAMED)
        words = self.tr("{Mentors} who have a {leader} only in “{0}”: {1}")
        return named(words, plan, some)

    def _arrange(self, *_: object) -> None:
        everybody = self.filter.key == _ALL
        self.model.arrange(Order(self.order.key), everybody=everybody)
        some = self.model.rowCount() > 0
        # What goes, goes first: side by side they would make a low dialog higher for good.
        shown, gone = (self.table, self._same) if some else (self._same, self.table)
        gone.hide()
        shown.show()
        self.order.setEnabled(some)


def _acts_for(plan: ComparedPlan, *, is_shown: bool, beside_draft: bool) -> frozenset[Act]:
    """Return what can be done with one of two plans; the other one is a draft or not."""
    if plan.draft is None:
        return frozenset()
    acts = {Act.COPY, Act.RENAME, Act.REMOVE}
    if not is_shown:
        acts.add(Act.SHOW)
    if plan.draft.proposals:
        acts.add(Act.AGREE)
    if beside_draft:
        acts.add(Act.KEEP)
    return frozenset(acts)
