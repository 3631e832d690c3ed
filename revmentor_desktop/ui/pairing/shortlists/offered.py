"""The part of the side card that tells of a leader’s choice: who was offered, who is possible."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.guided_choice import may_choose, objection_to_choice
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.shortlists import Shortlist
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.board.sheets import as_high_as_wide_needs
from revmentor_desktop.ui.pairing.fit_words import fit_word
from revmentor_desktop.ui.pairing.shortlists.words import offered_word
from revmentor_desktop.ui.pairing.words import name_of, short_reason
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.text import TextRole, plain_label


class OfferedChoice(QWidget):
    """Lists the mentors offered to a leader; `chosen` tells whom the leader chose."""

    chosen = Signal(object)
    page_asked = Signal()
    change_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self, scored: ScoredBoard, offered: Shortlist) -> None:
        super().__init__()
        self._scored = scored
        self._offered = offered
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 4, 0, 4)
        self.rows.setSpacing(4)
        self._line(self.rows, offered_word(offered), "strong")
        for place, one in enumerate(offered.candidates, start=1):
            self.rows.addLayout(self._row(place, one))
        self.rows.addWidget(self._acts())

    def _row(self, place: int, one: Participant) -> QHBoxLayout:
        leader = self._offered.leader
        row = QHBoxLayout()
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._line(words, self.tr("{0}. {1}").format(place, name_of(one)), "body")
        self._line(words, fit_word(self._scored.fit(one, leader)), "small")
        row.addLayout(words, 1)
        reason = objection_to_choice(self._scored.board, leader, one)
        if one == self._offered.chosen:
            row.addWidget(Chip(self.tr("✓ chosen"), "ok"), 0, Qt.AlignmentFlag.AlignTop)
        elif reason is None:
            made = button(self.tr("Chosen"))
            made.setAccessibleName(self.tr("{0} chose {1}").format(name_of(leader), name_of(one)))
            made.clicked.connect(lambda: self.chosen.emit(one))
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        if reason is not None:
            self._line(
                words, self.tr("No longer possible: {0}").format(short_reason(reason)), "small"
            )
        return row

    def _acts(self) -> QWidget:
        holder = QWidget()
        holder.setSizePolicy(as_high_as_wide_needs())
        flow = FlowLayout(holder, 0)
        flow.setContentsMargins(0, 0, 0, 0)
        acts = [(self.tr("Page…"), self.tr("What the choice says on paper…"), self.page_asked)]
        if may_choose(self._scored.board, self._offered.leader):
            acts.append((self.tr("Change…"), self.tr("Change the choice…"), self.change_asked))
        acts.append((self.tr("Withdraw"), self.tr("Withdraw the offer"), self.withdraw_asked))
        for words, spoken, signal in acts:
            made = button(words, "quiet")
            made.setAccessibleName(spoken)
            made.clicked.connect(lambda _=False, signal=signal: signal.emit())
            flow.addWidget(made)
        return holder

    def _line(self, rows: QVBoxLayout, text: str, role: TextRole) -> None:
        label = plain_label(text, role, "wrap")
        # One endless name must not make the card wider than its column.
        label.setMinimumWidth(1)
        rows.addWidget(label)
