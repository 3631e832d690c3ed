"""What the officer can do with the choice of mentors that a leader is offered."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QMenu

from revmentor_desktop.domain.guided_choice import (
    change_by_choice,
    may_choose,
    objection_to_choice,
)
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.shortlists import Shortlist
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.pairing.board_commands import BoardCommands
from revmentor_desktop.ui.pairing.shortlists.offer_dialog import OfferDialog, Offered
from revmentor_desktop.ui.pairing.shortlists.words import offered_word
from revmentor_desktop.ui.pairing.words import done_words, name_of
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.menus import add_entry
from revmentor_desktop.ui.widgets.text import without_mnemonic

T = TypeVar("T")


class ShortlistCommands(BoardCommands):
    """Offers choices, notes what was chosen, withdraws; each change is one undo step."""

    def fill_menu(self, menu: QMenu, leader: Participant) -> None:
        """Add to the menu of a card what can be done about a leader’s choice."""
        if self._scored is None:
            return
        board = self._scored.board
        offered = board.shortlist_of(leader)
        if offered is None:
            if self.can_offer_first(leader):
                add_entry(menu, self.offer_words, "users", partial(self.offer, leader))
            return
        inner = menu.addMenu(icon("users"), without_mnemonic(offered_word(offered)))
        for one in offered.candidates:
            action = add_entry(
                inner, self.chosen_words(leader, one), "check", partial(self.choose, leader, one)
            )
            action.setEnabled(objection_to_choice(board, leader, one) is None)
        inner.addSeparator()
        words = self.tr("What {0} reads…").format(leader.person.first_name or name_of(leader))
        add_entry(inner, words, "file-text", partial(self.show_page, offered))
        if may_choose(board, leader):
            add_entry(inner, self.tr("Change the choice…"), "pencil", partial(self.offer, leader))
        add_entry(inner, self.tr("Withdraw the offer"), "x", partial(self.withdraw, leader))

    def can_offer_first(self, leader: Participant) -> bool:
        """Tell whether a leader, who has been offered nothing yet, can be offered a choice."""
        board = self._scored.board if self._scored else None
        return (
            board is not None and board.shortlist_of(leader) is None and may_choose(board, leader)
        )

    @property
    def offer_words(self) -> str:
        """How the command is called that offers a leader several mentors."""
        return named(self.tr("Offer a choice of {mentors}…"))

    def chosen_words(self, leader: Participant, mentor: Participant) -> str:
        """Return how the command is called that notes whom a leader chose."""
        return self.tr("{0} chose {1}").format(
            leader.person.first_name or name_of(leader), name_of(mentor)
        )

    def offer(self, leader: Participant) -> None:
        """Ask which mentors a leader is to choose among."""
        if self._scored is None:
            return
        dialog = OfferDialog(self._scored, leader, self._context.theme, self._window)
        dialog.accepted.connect(lambda: self._take_offer(leader, dialog.answer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose(self, leader: Participant, mentor: Participant) -> None:
        """Note whom a leader chose, and propose the two."""
        board = self._scored.board if self._scored else None
        if board is None:
            return
        change = change_by_choice(board, leader, mentor)
        parted = [pair.id for pair in change.parted] if change else []

        def action(data: DataFile, programme_id: int) -> list[int]:
            from revmentor_desktop.services.pairing.shortlists import choose

            couple = leader.person.id, mentor.person.id
            return choose(data, programme_id, *couple, parted=parted)

        words = self.chosen_words(leader, mentor)
        said = done_words(change) if change else self.tr("They are a pair already.")
        made = self._run(words, action, f"{words}. {said}")
        if made is not None and change is not None:
            self.done.emit(change, made)

    def show_page(self, offered: Shortlist) -> None:
        """Show the page on which a leader reads of the mentors, to save it or send it."""
        programme_id = self._context.programme_id
        if programme_id is not None:
            # What makes pages is loaded when it is first wanted.
            from revmentor_desktop.ui.pairing.shortlists.page_dialog import ChoicePageDialog

            dialog = ChoicePageDialog(self._context, programme_id, offered, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def withdraw(self, leader: Participant) -> None:
        """Offer nobody to a leader any more."""

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.shortlists import withdraw_offer

            withdraw_offer(data, programme_id, leader.person.id)

        name = name_of(leader)
        words = self.tr("Withdraw what {0} was offered").format(name)
        self._run(words, action, self.tr("{0} is offered no choice any more.").format(name))

    def _take_offer(self, leader: Participant, said: Offered | None) -> None:
        if said is None:
            return

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.shortlists import offer

            candidates = [one.person.id for one in said.candidates]
            offer(data, programme_id, leader.person.id, candidates, said.offered_on)

        name, count = name_of(leader), len(said.candidates)
        words = self.tr("Offer {0} a choice of {1}").format(name, count)
        self._run(words, action, self.tr("{0} has a choice of {1}.").format(name, count))
