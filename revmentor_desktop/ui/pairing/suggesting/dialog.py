"""The dialog that suggests pairs: what for and for whom, then the plan, before anything changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from revmentor_desktop.domain.aims import USUAL_FLOOR, Aim
from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.matching.situation import Extent
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.suggesting.sheet import SuggestedSheet, headline
from revmentor_desktop.ui.pairing.suggesting.suggested import Suggested, Wish
from revmentor_desktop.ui.pairing.suggesting.words import (
    aim_line,
    aim_title,
    aim_words,
    counted,
    people_line,
    people_title,
    stays_words,
)
from revmentor_desktop.ui.widgets.buttons import set_button_text
from revmentor_desktop.ui.widgets.choice_cards import ChoiceCards
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.fields import LabelledField, NumberField
from revmentor_desktop.ui.widgets.tab_order import follow_layout
from revmentor_desktop.ui.widgets.text import announce, plain_label

_SIZE: Final = (720, 520)
_FULL: Final = 100
_EVERYBODY, _GAPS, _CHOSEN = "everybody", "gaps", "chosen"


class WishSheet(QWidget):
    """Asks what comes first and for whom."""

    def __init__(self, board: Board, chosen: Sequence[Participant], *, for_chosen: bool) -> None:
        super().__init__()
        self._board = board
        self._chosen = chosen
        draft = board.draft
        self.aims = ChoiceCards(self.tr("What comes first?"), len(Aim))
        for aim in Aim:
            self.aims.add(aim, aim_title(aim), aim_line(aim))
        self.aims.choose(draft.aim if draft else Aim.EVERYONE)
        self.floor = NumberField(0, _FULL)
        self.floor.setValue((draft.floor if draft else USUAL_FLOOR) // 100)
        self.floor.setMaximumWidth(110)
        self._floor = LabelledField(
            self.tr("Lowest fit of a pair"), self.floor, self.tr("In points, from 0 to 100.")
        )
        self.whom = ChoiceCards(self.tr("For whom?"), 3 if chosen else 2)
        self._offer_people()
        self.whom.choose(_CHOSEN if for_chosen and chosen else _EVERYBODY)
        self._stays = plain_label("", "small", "wrap")
        self._lay_out()
        self.aims.chosen.connect(lambda _key: self._refresh())
        self.whom.chosen.connect(lambda _key: self._refresh())
        self._refresh()

    @property
    def wish(self) -> Wish:
        """What was chosen."""
        aim = Aim(self.aims.choice)
        people = frozenset(one.participation.id for one in self._chosen)
        extents = {_GAPS: Extent(only_gaps=True), _CHOSEN: Extent(people=people)}
        floor = self.floor.value() * 100 if aim is Aim.FIT else 0
        return Wish(aim, floor, extents.get(self.whom.choice, Extent()))

    @property
    def stays(self) -> str:
        """Which pairs stay whatever is suggested, as a sentence, or ""."""
        return self._stays.text()

    def for_whom(self) -> str:
        """Return for whom the plan is, within a sentence."""
        if self.whom.choice == _GAPS:
            return self.tr("to fill the gaps")
        if self.whom.choice == _CHOSEN:
            return self.tr("for {0}").format(counted(self._chosen))
        return self.tr("for everybody")

    def _offer_people(self) -> None:
        self.whom.add(
            _EVERYBODY,
            self.tr("Everybody"),
            self.tr("What is only proposed may be paired otherwise."),
        )
        self.whom.add(
            _GAPS,
            self.tr("Fill the gaps"),
            self.tr("All pairs stay; only free places get somebody."),
        )
        if self._chosen:
            self.whom.add(_CHOSEN, people_title(self._chosen), people_line(self._chosen))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(plain_label(self.tr("What comes first?"), "label"))
        rows.addWidget(self.aims)
        rows.addWidget(self._floor)
        rows.addSpacing(6)
        rows.addWidget(plain_label(self.tr("For whom?"), "label"))
        rows.addWidget(self.whom)
        rows.addWidget(self._stays)
        rows.addStretch(1)

    def _refresh(self) -> None:
        self._floor.setVisible(self.aims.choice == Aim.FIT)
        proposals = self._board.proposals
        locked = sum(pair.is_locked for pair in proposals)
        words = stays_words(len(self._board.pairs) - len(proposals), locked)
        self._stays.setText(words)
        self._stays.setVisible(bool(words) and self.whom.choice != _GAPS)


class SuggestDialog(Dialog):
    """Asks what to suggest, then shows the plan; nothing changes before it is put into a draft."""

    asked = Signal(object)
    """The `Wish` of which a plan is to be found; `show_plan` shows it."""
    taken = Signal(object)
    """The `Suggestion` that is to go into the draft that is shown."""
    taken_to_new = Signal(object)
    """The `Suggestion` that is to go into a draft of its own."""
    rules_asked = Signal()

    def __init__(
        self,
        scored: ScoredBoard,
        chosen: Sequence[Participant] = (),
        parent: QWidget | None = None,
        *,
        for_chosen: bool = False,
    ) -> None:
        super().__init__(self.tr("Suggest pairs"), " ", parent)
        self._scored = scored
        self._plan: Suggested | None = None
        self.wishes = WishSheet(scored.board, chosen, for_chosen=for_chosen)
        self.body.addWidget(self.wishes, 1)
        self._sheet: SuggestedSheet | None = None
        self.back = self.add_button(self.tr("Back"), "plain", "arrow-left")
        self.rules = self.add_button(self.tr("Pairing rules…"))
        self.cancel = self.add_cancel()
        self.take_to_new = self.add_button(self.tr("Put into a new draft…"))
        self.suggest = self.add_button(self.tr("Suggest"), "primary")
        self.take = self.add_button("", "primary", "check")
        self.back.clicked.connect(self.show_wishes)
        self.suggest.clicked.connect(lambda: self.asked.emit(self.wishes.wish))
        self.take.clicked.connect(self._take)
        self.take_to_new.clicked.connect(lambda: self.taken_to_new.emit(self._found()))
        self.rules.clicked.connect(self.rules_asked)
        size_within_screen(self, *_SIZE)
        self.show_wishes()

    @property
    def plan(self) -> Suggested | None:
        """The plan that is shown, or None while it is asked what for."""
        return self._plan

    @property
    def sheet(self) -> SuggestedSheet | None:
        """What shows the plan."""
        return self._sheet

    def show_wishes(self) -> None:
        """Ask what for and for whom, as it was chosen before."""
        self._plan = None
        self._clear()
        self.heading.setText(self.tr("Suggest pairs"))
        self.text.setText(
            self.tr("You see the plan first. Nothing changes until you put it into a draft.")
        )
        self.wishes.show()
        self._show_buttons(self.suggest, self.cancel)
        follow_layout(self)
        self.wishes.aims.take_focus()

    def show_plan(self, plan: Suggested) -> None:
        """Show a plan that was found."""
        self._plan = plan
        self._clear()
        self.show_problem("")
        wish = self.wishes.wish
        self.heading.setText(headline(plan))
        draft = plan.found.situation.board.draft
        where = self.tr(", in “{0}”").format(draft.name) if draft else ""
        said = [f"{aim_words(wish.aim, wish.floor)}, {self.wishes.for_whom()}{where}."]
        if self.wishes.stays and not wish.extent.only_gaps:
            said.append(self.wishes.stays)
        self.text.setText(" ".join(said))
        self.wishes.hide()
        self._sheet = SuggestedSheet(plan)
        self.body.addWidget(self._sheet, 1)
        self._sheet.show()
        follow_layout(self)
        self._offer(plan)
        announce(self, self._sheet.spoken)

    def _offer(self, plan: Suggested) -> None:
        """Offer what can be done with a plan; Enter puts it into the draft."""
        if plan.pairs_nobody:
            self._show_buttons(self.back, self.rules, self.cancel)
            self.back.setFocus()
            return
        draft = plan.found.situation.board.draft
        if not plan.changes_nothing:
            # The name is said above: here it could be longer than there is room.
            words = self.tr("Put into the draft") if draft else self.tr("Put into a draft")
            set_button_text(self.take, words)
            self._show_buttons(self.take, self.back, self.cancel, self.take_to_new)
        elif draft is not None and draft.aim is not plan.found.solution.aim:
            set_button_text(self.take, self.tr("Use this aim for the draft"))
            self._show_buttons(self.take, self.back, self.cancel)
        else:
            self._show_buttons(self.back, self.cancel)
            self.back.setFocus()
            return
        self.take.setFocus()

    def _show_buttons(self, first: QPushButton, *others: QPushButton) -> None:
        """Show some of the buttons; Enter presses the first."""
        for made in (self.back, self.rules, self.cancel, self.take_to_new, self.suggest, self.take):
            made.setVisible(made is first or made in others)
        words = self.tr("Close") if self.suggest.isHidden() and self.take.isHidden() else ""
        set_button_text(self.cancel, words or self.tr("Cancel"))
        first.setDefault(True)

    def _take(self) -> None:
        self.taken.emit(self._found())

    def _found(self) -> object:
        return self._plan.found if self._plan else None

    def _clear(self) -> None:
        if self._sheet is not None:
            self.body.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None
