"""Entering two who found each other: checked by the same rules, proposed in one step."""

from __future__ import annotations

from revmentor_desktop.domain.pairs import PairOrigin
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.pairing.board_commands import BoardCommands
from revmentor_desktop.ui.pairing.pairs.found_dialog import FoundDialog
from revmentor_desktop.ui.pairing.words import done_words, names_of


class FoundEachOther(BoardCommands):
    """Asks who found each other, and proposes the two as such."""

    def ask(self) -> None:
        """Ask who found each other."""
        if self._scored is None:
            return
        dialog = FoundDialog(self._scored, self._window)
        dialog.accepted.connect(lambda: self._enter(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _enter(self, dialog: FoundDialog) -> None:
        programme_id, change, excuse = self._context.programme_id, dialog.change, dialog.excuse
        if programme_id is None or change is None:
            return
        joined = [(mentor.person.id, mentee.person.id) for mentor, mentee in change.joined]
        origin = PairOrigin.FOUND_EACH_OTHER

        def action(data: DataFile) -> list[int]:
            if excuse:
                from revmentor_desktop.services.pairing.overriding import rearrange_anyway

                return rearrange_anyway(data, programme_id, (), joined, excuse, origin=origin)
            from revmentor_desktop.services.pairing.proposing import propose

            return [propose(data, programme_id, *joined[0], origin=origin)]

        words = self.tr("Enter that {0} found each other").format(names_of(change.joined[0]))
        made = self._context.run(words, action, notice=done_words(change))
        if made is not None:
            self.done.emit(change, made)
