"""The dialog "Pair with…": everybody of the other role, narrowed by typing, with reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from revmentor_desktop.domain.board import Candidate, Held, partner_in
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.board.cards import Mark, Verdict, verdict_of
from revmentor_desktop.ui.pairing.board.delegate import paint_head
from revmentor_desktop.ui.pairing.board.painting import RIGHT, Brush, Look
from revmentor_desktop.ui.pairing.fit_words import points_word
from revmentor_desktop.ui.pairing.words import (
    both_names,
    name_of,
    occupation,
    one_more_words,
    role_word,
)
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.roles import counted_role
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.fields import SearchField
from revmentor_desktop.ui.widgets.text import announce, plain_label

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
CANDIDATE: Final = Qt.ItemDataRole.UserRole
VERDICT: Final = Qt.ItemDataRole.UserRole + 1
_FIT_WIDTH: Final = 70
Price = Callable[[Participant, Participant], str]
_REST_MS: Final = 120
"""After so long without another choice, it is said what this one would come to."""
_LIST_KEYS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CandidateModel(QAbstractListModel):
    """Possible partners, the best fit first, then those who cannot be.

    All can be read, only the first be chosen.
    """

    def __init__(
        self,
        scored: ScoredBoard,
        held: Held,
        parent: QObject | None = None,
        leaving: Pair | None = None,
    ) -> None:
        super().__init__(parent)
        self._scored = scored
        left = leaving and partner_in(leaving, held.role.other)
        candidates = (one for one in scored.board.candidates(held) if one.participant != left)
        self._all = sorted(candidates, key=self._place)
        self._shown = self._all
        self._keys: list[str] = []
        self._verdicts: dict[int, Verdict] = {}

    def narrow(self, typed: str) -> None:
        """Show only those in whose name or work every typed word occurs."""
        words = fold(typed).split()
        if words and not self._keys:
            self._keys = [found_by(candidate.participant) for candidate in self._all]
        self.beginResetModel()
        self._shown = [
            candidate
            for candidate, key in zip(self._all, self._keys or [""] * len(self._all), strict=True)
            if all(word in key for word in words)
        ]
        self._verdicts.clear()
        self.endResetModel()

    def candidate(self, index: Index) -> Candidate | None:
        """Return who stands at an index, or None outside the list."""
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        candidate = self._shown[index.row()]
        verdict = self._verdict(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(candidate, verdict)
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: name_of(candidate.participant),
            CANDIDATE: candidate,
            VERDICT: verdict,
        }
        return answers.get(role)

    def _place(self, candidate: Candidate) -> tuple[int, bool, int]:
        """Return by what candidates are sorted: the best fit first, whose rules forbid it last.

        Before these come those who could be one more partner of somebody, with a reason.
        """
        reason, is_instead = candidate.reason, candidate.pair is not None
        if reason is not None and (reason.code != "pair-full" or is_instead):
            return 2, False, 0
        fit = self._scored.fit(*candidate.change.joined[0])
        return int(reason is not None), is_instead, -fit.total

    def _verdict(self, row: int) -> Verdict:
        if row not in self._verdicts:
            self._verdicts[row] = verdict_of(self._shown[row], self._scored)
        return self._verdicts[row]

    def _spoken(self, candidate: Candidate, verdict: Verdict) -> str:
        name, change = name_of(candidate.participant), candidate.change
        if verdict.allowed:
            return f"{name}, {verdict.spoken}"
        words = self.tr("{0}, cannot be paired: {1}")
        if self._scored.board.excusable(change):
            words = self.tr("{0}, only with a reason: {1}")
            if candidate.reason is not None and candidate.reason.code == "pair-full":
                words = "{0}, {1}"  # the verdict says itself that a reason is wanted
        return words.format(name, verdict.text)


class CandidateDelegate(QStyledItemDelegate):
    """Paints a possible partner: who, and below it what pairing does or why it cannot be."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = Look.of(theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._look.head_height + self._look.mark_height + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        candidate: Candidate = index.data(CANDIDATE)
        verdict: Verdict = index.data(VERDICT)
        painter.save()
        brush = Brush(painter, self._look)
        rect: QRect = option.rect.adjusted(2, 1, -2, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            fill = "brand_soft" if selected else "hover"
            brush.frame(rect, fill=fill, line="brand" if selected else "hover")
        inner = rect.adjusted(10, 7, -10, -7)
        inner.setLeft(self.begin(brush, inner, index))
        head = QRect(inner.topLeft(), QSize(inner.width(), self._look.head_height))
        if verdict.fits:
            number = QRect(head.right() - _FIT_WIDTH, head.top(), _FIT_WIDTH, head.height())
            known = verdict.fits[0].is_known
            points = points_word(verdict.fits[0].total if known else None)
            brush.fit(number, points, self.tr("fit"), RIGHT)
            head.setRight(number.left())
        text_left = paint_head(brush, self._look, head, candidate.participant)
        below = QRect(QPoint(text_left, head.bottom() + 5), inner.bottomRight())
        if verdict.allowed:
            brush.marks(below, self.marks(index))
        else:
            brush.reason(below, verdict.text)
        painter.restore()

    def begin(self, brush: Brush, room: QRect, index: Index) -> int:
        """Paint what stands before the person; return where the person begins."""
        return room.left()

    def marks(self, index: Index) -> Sequence[Mark]:
        """Return what is said below somebody who can be paired."""
        verdict: Verdict = index.data(VERDICT)
        return verdict.marks_beside_fit


class PartnerDialog(Dialog):
    """Asks whom somebody is to be paired with; `picked` tells the change that was chosen.

    `reason_needed` tells one that a rule stands against, which a written reason would set aside.
    With `in_copy` it says that the change is made in a copy of the draft.
    A pair that they are `leaving` by it ends with the choice. `why_asked` wants to know of a mentor
    and a leader why they are not paired.
    """

    picked = Signal(Rearrangement)
    reason_needed = Signal(Rearrangement)
    why_asked = Signal(Participant, Participant)

    def __init__(
        self,
        scored: ScoredBoard,
        held: Held,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        in_copy: bool = False,
        leaving: Pair | None = None,
    ) -> None:
        heading = self.tr("What if: pair {0} with…") if in_copy else self.tr("Pair {0} with…")
        super().__init__(heading.format(name_of(held.participant)), parent=parent)
        self._board = scored.board
        self._held = held
        self._price: Price | None = None
        self._verb = self._verb_for(leaving, in_copy=in_copy)
        other = role_word(held.role.other)
        self.text.setText(self._introduction(held, leaving, in_copy=in_copy))
        self.text.show()
        self.search = SearchField(self.tr("Type a name, job or department…"))
        self.model = CandidateModel(scored, held, self, leaving)
        self.list = QListView()
        self.list.setAccessibleName(
            self.tr("Possible {0}").format(counted_role(held.role.other, 2))
        )
        self._nobody = plain_label(self.tr("No {0} of that name.").format(other), "muted")
        self._note = plain_label("", "muted", "wrap")
        self._note.setMinimumHeight(3 * self.fontMetrics().lineSpacing() + 4)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._show_price)
        self._set_up_list(theme)
        for part in (self.search, self._nobody, self.list, self._note):
            self.body.addWidget(part)
        self.why_button = button(self.tr("Why not?"), "quiet")
        self.why_button.clicked.connect(self.ask_why)
        self.why_button.setVisible(leaving is None)
        self.foot.insertWidget(0, self.why_button)
        self.add_cancel()
        self.pair_button = self.add_button(self._verb, "primary", "link")
        self.pair_button.clicked.connect(self._pick)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        size_within_screen(self, 520, 600)
        self._narrow("")
        self.search.setFocus()

    @property
    def reason(self) -> str:
        """Why the one now chosen cannot be paired, or an empty text."""
        return self._note.text()

    def _verb_for(self, leaving: Pair | None, *, in_copy: bool) -> str:
        if leaving is not None:
            return self.tr("End and pair anew")
        return self.tr("Try in a copy") if in_copy else self.tr("Pair")

    def _introduction(self, held: Held, leaving: Pair | None, *, in_copy: bool) -> str:
        if leaving is not None:
            return self.tr(
                "The pair of {0} ends when you choose, in one step with the new pair. Cancel "
                "changes nothing."
            ).format(both_names(leaving))
        if in_copy:
            return self.tr(
                "The draft stays as it is: the change is made in a copy, and the two are put side "
                "by side."
            )
        if held.pair is None:
            return self.tr("Those who cannot be paired stand at the end, each with the reason.")
        partner = held.pair.mentee if held.role is Role.MENTOR else held.pair.mentor
        return self.tr(
            "Now paired with {0}. Those who cannot be paired stand at the end, each with the "
            "reason."
        ).format(name_of(partner))

    def _set_up_list(self, theme: Theme) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(CandidateDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.activated.connect(self._pick)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The arrows move in the list while one goes on typing.
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _LIST_KEYS
        ):
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        some = self.model.rowCount() > 0
        self.list.setVisible(some)
        self._nobody.setVisible(not some)
        if not some:
            announce(self._nobody, self._nobody.text())
        self.list.setCurrentIndex(self.model.index(0))
        self._show_current()

    def _show_current(self, *_: object) -> None:
        candidate = self.model.candidate(self.list.currentIndex())
        reason = None if candidate is None else candidate.reason
        excused = candidate is not None and self._is_excusable(candidate)
        self.pair_button.setEnabled(candidate is not None and (reason is None or excused))
        set_button_text(self.pair_button, self.tr("Give a reason…") if excused else self._verb)
        are_paired = reason is not None and reason.code == "pair-exists"
        self.why_button.setEnabled(candidate is not None and not are_paired)
        self._note.setText("" if reason is None else words_of(reason))
        self._rest.start()

    def tell_price(self, price: Price) -> None:
        """Say beneath the list what pairing with the one who is chosen would come to.

        `price` says it of a mentor and a leader in a line, or "" while it is not known.
        """
        self._price = price
        self._rest.start()

    def tell_anew(self) -> None:
        """Say it anew: more may be known now."""
        self._rest.start()

    def _show_price(self) -> None:
        candidate = self.model.candidate(self.list.currentIndex())
        if self._price is not None and candidate is not None and candidate.reason is None:
            couple, board = self._couple(candidate), self._board
            change = candidate.change
            more = [one for one in couple if board.would_have_more_than_agreed(one, change)]
            words = one_more_words(more) if more else self._price(*couple)
            if words and words != self._note.text():
                announce(self._note, words)
            self._note.setText(words)

    def ask_why(self) -> None:
        """Want to know why somebody is not paired with the one who is chosen."""
        candidate = self.model.candidate(self.list.currentIndex())
        if candidate is not None and self.why_button.isEnabled():
            self.why_asked.emit(*self._couple(candidate))

    def _couple(self, candidate: Candidate) -> tuple[Participant, Participant]:
        """Return the mentor and the leader that pairing somebody would make a pair."""
        couple = (self._held.participant, candidate.participant)
        return couple if self._held.role is Role.MENTOR else couple[::-1]

    def _pick(self, *_: object) -> None:
        candidate = self.model.candidate(self.list.currentIndex())
        if candidate is None:
            return
        if candidate.reason is None:
            self.picked.emit(candidate.change)
        elif self._is_excusable(candidate):
            self.reason_needed.emit(candidate.change)
        else:
            return
        self.accept()

    def _is_excusable(self, candidate: Candidate) -> bool:
        """Tell whether only a written reason lacks for somebody who cannot be paired."""
        return candidate.reason is not None and bool(self._board.excusable(candidate.change))


def found_by(one: Participant) -> str:
    """Return what a search for somebody looks through, folded."""
    person = one.person
    return fold(f"{person.full_name} {occupation(person)} {person.email} {person.site}")
