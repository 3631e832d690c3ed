"""An agreed pair ends and one of the two gets somebody else: one act, one step of undo."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal

from revmentor_desktop.domain.board import Held, partner_in
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.pairing.board_commands import BoardCommands
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.pairs.end_dialog import Ended
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from revmentor_desktop.ui.pairing.words import both_names, done_words, step_words
from revmentor_desktop.ui.roles import within


class Replacing(BoardCommands):
    """Asks for the next partner before anything ends; who thinks better of it changes nothing."""

    end_alone_wanted = Signal(object, object)
    """The `Pair` is to end as the `Ended` says, with nobody found for either of the two."""

    def ask(self, pair: Pair, said: Ended) -> None:
        """Ask who comes next for one of a pair, among those who are possible once it has ended."""
        if self._scored is None or said.next_for is None:
            return
        after = self._scored.without(pair)
        held = Held(partner_in(pair, said.next_for))
        dialog = PartnerDialog(
            after,
            held,
            self._context.theme,
            self._window,
            leaving=pair,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # After the dialog is gone, so that what follows finds the focus where it was.
        queued = Qt.ConnectionType.QueuedConnection
        dialog.picked.connect(lambda change: self._carry_out(pair, said, change), queued)
        dialog.reason_needed.connect(
            lambda change: self._ask_reason(pair, said, after, change), queued
        )
        dialog.rejected.connect(lambda: self._say_nothing_happened(pair, said))
        dialog.open()

    def _ask_reason(
        self, pair: Pair, said: Ended, after: ScoredBoard, change: Rearrangement
    ) -> None:
        against = after.board.excusable(change)
        dialog = ReasonDialog(change.joined[0], against, self._window)
        dialog.accepted.connect(lambda: self._carry_out(pair, said, change, dialog.reason.text()))
        dialog.rejected.connect(lambda: self._say_nothing_happened(pair, said))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _carry_out(self, pair: Pair, said: Ended, change: Rearrangement, excuse: str = "") -> None:
        programme_id = self._context.programme_id
        if programme_id is None:
            return

        def action(data: DataFile) -> list[int]:
            from revmentor_desktop.services.pairing.ending import end_and_rearrange
            from revmentor_desktop.services.pairing.proposing import Change

            wanted = Change(
                programme_id=programme_id,
                parted=[one.id for one in change.parted],
                joined=[(mentor.person.id, mentee.person.id) for mentor, mentee in change.joined],
            )
            return end_and_rearrange(
                data, pair.id, said.reason, said.ended_on, wanted, excuse=excuse
            )

        names = both_names(pair)
        words = self.tr("End the pair of {0}; {1}").format(names, within(step_words(change)))
        ended = self.tr("The pair of {0} has ended.").format(names)
        made = self._context.run(words, action, notice=f"{ended} {done_words(change)}")
        if made is not None:
            self.done.emit(change, made)

    def _say_nothing_happened(self, pair: Pair, said: Ended) -> None:
        self._context.notices.show(
            self.tr("Nothing has changed: {0} are still a pair.").format(both_names(pair)),
            self.tr("End it without a new pair"),
            partial(self.end_alone_wanted.emit, pair, said),
            passing=True,
        )
