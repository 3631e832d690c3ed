"""The two strips of the board: how far it has come, and where a pair is dropped to part."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QStackedLayout, QWidget

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.matching.suggestion import Gap
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.best_words import best_words
from revmentor_desktop.ui.pairing.board.mime import MIME, held_in
from revmentor_desktop.ui.pairing.fit_words import points_word
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.buttons import button, menu_button
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.text import plain_label, set_property, set_tip, without_mnemonic

_MARGINS: Final = (16, 4, 10, 4)
_SPACING: Final = 18
_PATIENCE_MS: Final = 250
"""What was said of the plan before stands so long, so that it does not flicker at every change."""


class SummaryStrip(QFrame):
    """How many are paired and how well; while somebody is held, what letting go would do.

    `signs` is the row that what is said of the plan as a whole stands in.
    """

    next_asked = Signal()
    """The officer goes on to the documents."""

    def __init__(self, drafts: QMenu) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.drafts = menu_button("", drafts, "quiet")
        self._paired = plain_label("", "strong")
        self._mean = plain_label("", "body")
        self._lowest = plain_label("", "body")
        self._rules = Chip()
        self._has_fits = self._has_next = False
        self.signs = QHBoxLayout()
        self.signs.setSpacing(8)
        self._best = Chip()
        self._doubt = QTimer(self)
        self._doubt.setSingleShot(True)
        self._doubt.setInterval(_PATIENCE_MS)
        self._doubt.timeout.connect(self._say_thinking)
        for sign in (self._rules, self._best):
            self.signs.addWidget(sign)
        self.fairness_button = button(self.tr("How fair is it?"), "quiet")
        set_tip(
            self.fairness_button, self.tr("The spread of fits, the lowest, sites and departments")
        )
        self.next_button = button(self.tr("Make the documents"), "quiet", "arrow-right")
        self.next_button.clicked.connect(self.next_asked)
        self._hint = plain_label("", "body", "elide")
        self._sheets = QStackedLayout(self)
        for sheet in (self._counts(), _beside_nothing(self._hint)):
            self._sheets.addWidget(sheet)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_board(self, scored: ScoredBoard, broken: int) -> None:
        """Count the board, on which so many pairs break a rule by now."""
        board, figures = scored.board, scored.figures
        leaders = len(board.side(Role.MENTEE))
        paired = board.paired(Role.MENTEE)
        self._paired.setText(named(self.tr("{0} of {1} {leaders} paired"), paired, leaders))
        self._mean.setText(self.tr("Average fit {0}").format(points_word(figures.mean)))
        self._lowest.setText(self.tr("Lowest fit {0}").format(points_word(figures.lowest)))
        self._has_fits = figures.mean is not None
        self.fairness_button.setVisible(self._has_fits)
        self._rules.setVisible(bool(board.pairs))
        if broken:
            self._rules.set_kind("warn")
            some = (
                self.tr("! 1 pair breaks a rule")
                if broken == 1
                else self.tr("! {0} pairs break a rule")
            )
            self._rules.setText(some.format(broken))
        else:
            self._rules.set_kind("ok")
            self._rules.setText(self.tr("✓ No rule broken"))
        # What is only proposed has no papers yet; the list of leaders leads there once it is empty.
        is_agreed = bool(board.pairs) and not board.proposals
        self._has_next = is_agreed and bool(board.listed(Role.MENTEE))
        self.drafts.setVisible(bool(board.participants))
        self._make_room()

    def show_best(self, gap: Gap | None) -> None:
        """Say how far the plan is from the best one, None while that is being found."""
        if gap is None:
            self._doubt.start()
            return
        self._doubt.stop()
        words = best_words(gap)
        # Nothing can be said of a board on which nobody can be paired.
        self._best.setVisible(words is not None and bool(gap.best.pairs))
        if words is not None:
            self._best.set_kind("ok" if words.is_best else "neutral")
            self._best.setText(words.chip)
            set_tip(self._best, words.tip)
        self._make_room()

    @property
    def best_words(self) -> str:
        """What is said of how good the plan is, or an empty text."""
        return "" if self._best.isHidden() else self._best.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        # What is left out where there is no room for it keeps no window from getting narrower.
        shown = [part.sizeHint().width() for part in self._spare if not part.isHidden()]
        needed = super().minimumSizeHint()
        return needed - QSize(sum(shown) + _SPACING * len(shown), 0)

    @property
    def _spare(self) -> tuple[QWidget, ...]:
        """What may be left out, in the order in which it goes."""
        return (self._mean, self._lowest, self.next_button)

    def _make_room(self) -> None:
        """Leave out what does not fit beside the rest: no sign may be cut to nothing.

        The average goes first, then the lowest fit, which the fairness dialog has too; then the way
        to the documents, which the sidebar has.
        """
        sheet = self._sheets.widget(0)
        layout = sheet.layout() if sheet is not None else None
        wanted = (self._has_fits, self._has_fits, self._has_next)
        for part, is_wanted in zip(self._spare, wanted, strict=True):
            part.setVisible(is_wanted)
        for part in self._spare:
            if layout is None or layout.sizeHint().width() <= self.width():
                return
            part.hide()
            layout.invalidate()

    def _say_thinking(self) -> None:
        self._best.set_kind("neutral")
        self._best.setText(self.tr("Looking for the best…"))
        set_tip(self._best, "")
        self._make_room()

    def name_draft(self, words: str, in_full: str) -> None:
        """Say which draft is shown, on the button that opens their menu."""
        self.drafts.setText(without_mnemonic(words))
        self.drafts.setAccessibleName(self.tr("Draft shown: {0}").format(in_full))
        self._make_room()
        about = self.tr("The draft that is shown, and others")
        set_tip(self.drafts, about if words == in_full else f"{in_full}\n{about}")

    def show_hint(self, text: str) -> None:
        """Show a sentence instead of the counts; an empty one shows the counts again."""
        self._hint.setText(text)
        self._sheets.setCurrentIndex(1 if text else 0)

    @property
    def hint(self) -> str:
        """The sentence now shown instead of the counts, or an empty text."""
        return self._hint.text()

    @property
    def text(self) -> str:
        """The counts as a sentence."""
        parts = (self._paired, self._mean, self._lowest)
        return " · ".join(part.text() for part in parts if not part.isHidden())

    def _counts(self) -> QWidget:
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(*_MARGINS)
        row.setSpacing(_SPACING)
        for part in (self._paired, self._mean, self._lowest):
            row.addWidget(part)
        row.addLayout(self.signs)
        row.addStretch(1)
        row.addWidget(self.fairness_button)
        row.addWidget(self.next_button)
        row.addWidget(self.drafts)
        return sheet


def _beside_nothing(label: QWidget) -> QWidget:
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(*_MARGINS)
    row.addWidget(label)
    return sheet


class UnpairStrip(QFrame):
    """Where somebody out of a pair is dropped to take the pair apart."""

    dropped = Signal(Rearrangement)
    over = Signal()
    """Somebody is held over it, or is not any more."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        self._board: Board | None = None
        label = plain_label(self.tr("Drop here to unpair"), "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 14, 8, 14)
        row.addWidget(label)

    def show_board(self, board: Board) -> None:
        """Take people out of the pairs of that board."""
        self._board = board

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._answer(event)
        # Entered it must be even by who may not be dropped, or nothing could be said of that.
        event.setAccepted(event.isAccepted() or event.mimeData().hasFormat(MIME))
        self.over.emit()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._answer(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_property(self, "aimed", "false")
        self.over.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        set_property(self, "aimed", "false")
        change = self._change(event)
        if change is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self.dropped.emit(change)

    def _answer(self, event: QDropEvent) -> None:
        takes = self._change(event) is not None
        set_property(self, "aimed", "true" if takes else "false")
        event.setAccepted(takes)

    def _change(self, event: QDropEvent) -> Rearrangement | None:
        held = None if self._board is None else held_in(event.mimeData(), self._board)
        if held is None or held.pair is None or held.pair.is_fixed:
            return None
        return Rearrangement(parted=(held.pair,))
