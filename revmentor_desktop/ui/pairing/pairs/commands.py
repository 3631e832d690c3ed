"""What the officer can do to pairs that are there: lock, agree, pause, end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.guided_choice import closed_by_agreeing
from revmentor_desktop.domain.overrides import Overridden
from revmentor_desktop.domain.pairing_rules import breaches, rules_against, unexcused
from revmentor_desktop.domain.pairs import Pair, PairOrigin, PairState
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.reading import history
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board_commands import Commands
from revmentor_desktop.ui.pairing.pairs.agree_dialog import Agreed, AgreeDialog
from revmentor_desktop.ui.pairing.pairs.asked_commands import AskedCommands
from revmentor_desktop.ui.pairing.pairs.end_dialog import EndDialog, Ended
from revmentor_desktop.ui.pairing.pairs.history_dialog import HistoryDialog
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from revmentor_desktop.ui.pairing.words import both_names
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.menus import add_entry

T = TypeVar("T")


class PairCommands(Commands):
    """Changes pairs of the programme that is looked at; each change is one undo step."""

    partner_wanted = Signal(object, object)
    """A `Pair` is to end as the `Ended` says, and one of it is to get somebody else."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window)
        self._board: Board | None = None
        self.asked = AskedCommands(context, window)

    def show_board(self, board: Board) -> None:
        """Work on that board from now on."""
        self._board = board

    def fill_menu(self, menu: QMenu, pair: Pair) -> None:
        """Add to the menu of a pair what can be done to it as it stands."""
        menu.addSeparator()
        self._fill_reasons(menu, pair)
        if pair.is_proposed:
            add_entry(menu, self.tr("Agree…"), "check", lambda: self.agree([pair]))
            self.asked.fill_menu(menu, pair)
            if pair.is_locked:
                add_entry(menu, self.tr("Unlock"), "lock-open", lambda: self.lock(pair, False))
            else:
                add_entry(menu, self.tr("Lock"), "lock", lambda: self.lock(pair, True))
            found = pair.origin is PairOrigin.FOUND_EACH_OTHER
            words = self.tr("They found each other")
            action = add_entry(menu, words, "", lambda: self.found_each_other(pair, not found))
            action.setCheckable(True)
            action.setChecked(found)
            return
        if pair.state is PairState.PAUSED:
            add_entry(menu, self.tr("Resume"), "play", lambda: self.resume(pair))
        else:
            add_entry(menu, self.tr("Pause"), "pause", lambda: self.pause(pair))
        add_entry(menu, self.tr("End…"), "x", lambda: self.end(pair))

    def _fill_reasons(self, menu: QMenu, pair: Pair) -> None:
        """Offer to write down why a pair may break rules, or to let them hold again."""
        if self._board is None:
            return
        broken = breaches(pair.mentor, pair.mentee, self._board.facts)
        if rules_against(pair.mentor, pair.mentee, self._board.facts) and unexcused(broken):
            words = self.tr("Give a reason…")
            add_entry(menu, words, "pencil", lambda: self.give_reason(pair))
        if len(unexcused(broken)) < len(broken):
            words = self.tr("Let the rules hold again")
            add_entry(menu, words, "ban", lambda: self.withdraw_reasons(pair))

    def give_reason(self, pair: Pair) -> None:
        """Ask why the rules that a pair breaks by now are set aside for it."""
        facts = self._board.facts if self._board else None
        against = rules_against(pair.mentor, pair.mentee, facts) if facts else []
        couple = (pair.mentor, pair.mentee)
        errors = [error for _, error in against]
        dialog = ReasonDialog(couple, errors, self._window, are_paired=True)

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.overriding import override

            mentor, mentee = (one.person.id for one in couple)
            rules = [rule for rule, _ in against]
            override(data, programme_id, mentor, mentee, rules, dialog.reason.text())

        names = both_names(pair)
        words = self.tr("Note why {0} are a pair").format(names)
        said = self.tr("It is noted why {0} are a pair.").format(names)
        self._open(dialog, lambda: self._run(words, action, said))

    def withdraw_reasons(self, pair: Pair) -> None:
        """Let the rules hold again that were set aside for a pair; it is marked then."""
        broken = breaches(pair.mentor, pair.mentee, self._board.facts) if self._board else []
        rules = [error.override.rule for error in broken if isinstance(error, Overridden)]

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.overriding import withdraw_overrides

            mentor, mentee = pair.mentor.person.id, pair.mentee.person.id
            withdraw_overrides(data, programme_id, mentor, mentee, rules)

        names = both_names(pair)
        said = self.tr("The rules hold for {0} again.").format(names)
        self._run(self.tr("Let the rules hold for {0}").format(names), action, said)

    def agree_ready(self) -> None:
        """Ask for the day and agree every proposal that keeps the rules."""
        if self._board is not None:
            ready = self._board.ready()
            self.agree(ready, len(self._board.proposals) - len(ready))

    def agree(self, pairs: Sequence[Pair], left_out: int = 0) -> None:
        """Ask for the day and agree some proposals."""
        if not pairs:
            return
        choosing = closed_by_agreeing(self._board, pairs) if self._board else []
        dialog = AgreeDialog(pairs, left_out, self._window, choosing=choosing)
        self._open(dialog, lambda: self._agree(pairs, dialog.answer))

    def lock(self, pair: Pair, locked: bool) -> None:
        """Lock a proposal, or let it go again."""
        words, said = self.tr("Unlock {0}"), self.tr("{0} are unlocked and may move.")
        if locked:
            words, said = self.tr("Lock {0}"), self.tr("{0} are locked and stay together.")
        names = both_names(pair)

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.proposing import set_locked

            set_locked(data, programme_id, [pair.id], locked=locked)

        self._run(words.format(names), action, said.format(names))

    def found_each_other(self, pair: Pair, is_so: bool) -> None:
        """Note that two found each other, or that they did not."""
        origin = PairOrigin.FOUND_EACH_OTHER if is_so else PairOrigin.BOARD

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.proposing import set_origin

            set_origin(data, programme_id, [pair.id], origin)

        said = self.tr("It is noted that {0} found each other.")
        if not is_so:
            said = self.tr("It is noted that {0} were brought together on the board.")
        names = both_names(pair)
        self._run(self.tr("Note how {0} came together").format(names), action, said.format(names))

    def pause(self, pair: Pair) -> None:
        """Let an agreed pair rest."""

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.ending import pause

            pause(data, programme_id, [pair.id])

        names = both_names(pair)
        self._run(self.tr("Pause {0}").format(names), action, self.tr("{0} pause.").format(names))

    def resume(self, pair: Pair) -> None:
        """Let a paused pair go on."""

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.ending import resume

            resume(data, programme_id, [pair.id])

        names = both_names(pair)
        self._run(self.tr("Resume {0}").format(names), action, self.tr("{0} go on.").format(names))

    def end(self, pair: Pair, next_for: Role | None = None) -> None:
        """Ask for reason and day and end a pair; `next_for` is to get somebody else."""
        dialog = EndDialog(pair, next_for, self._window)
        self._open(dialog, lambda: self._take_end(pair, dialog.answer))

    def end_alone(self, pair: Pair, said: Ended) -> None:
        """End a pair; both are free again."""

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.ending import end

            end(data, programme_id, [pair.id], said.reason, said.ended_on)

        names = both_names(pair)
        self._run(
            self.tr("End the pair of {0}").format(names),
            action,
            self.tr("The pair of {0} has ended; both are free again.").format(names),
        )

    def show_history(self) -> None:
        """Show the pairs that have ended."""
        programme_id = self._context.programme_id
        if programme_id is not None:
            ended = history(self._context.data, programme_id)
            self._open(HistoryDialog(ended, self._window), lambda: None)

    def _agree(self, pairs: Sequence[Pair], said: Agreed | None) -> None:
        if said is None:
            return

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.agreeing import agree

            agree(
                data,
                programme_id,
                [pair.id for pair in pairs],
                said.agreed_on,
                mentor_asked_on=said.mentor_asked_on,
                mentee_asked_on=said.mentee_asked_on,
            )

        if len(pairs) == 1:
            names = both_names(pairs[0])
            self._run(
                self.tr("Agree {0}").format(names), action, self.tr("{0} are agreed.").format(names)
            )
        else:
            count = len(pairs)
            words = self.tr("Agree {0} pairs").format(count)
            self._run(words, action, self.tr("{0} pairs are agreed.").format(count))

    def _take_end(self, pair: Pair, said: Ended | None) -> None:
        if said is not None and said.next_for is not None:
            self.partner_wanted.emit(pair, said)
        elif said is not None:
            self.end_alone(pair, said)

    def _open(self, dialog: Dialog, then: Callable[[], object]) -> None:
        dialog.accepted.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
