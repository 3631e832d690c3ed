"""Noting that the two of a proposal were asked, before anything is agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QMenu

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.pairing.board_commands import Commands
from revmentor_desktop.ui.pairing.pairs.asked_dialog import AskedDialog
from revmentor_desktop.ui.pairing.pairs.asked_words import asked_sentence
from revmentor_desktop.ui.pairing.words import both_names
from revmentor_desktop.ui.widgets.text import without_mnemonic


class AskedCommands(Commands):
    """Notes who was asked, and when; each change is one undo step."""

    def fill_menu(self, menu: QMenu, pair: Pair) -> None:
        """Add to the menu of a proposal who was asked, with ticks."""
        inner = menu.addMenu(icon("mail"), self.tr("Who was asked"))
        for role in Role:
            action = inner.addAction(without_mnemonic(asked_sentence(pair, role)))
            action.setCheckable(True)
            action.setChecked(pair.asked_on(role) is not None)
            action.triggered.connect(lambda _checked, role=role: self.turn(pair, role))
        inner.addSeparator()
        days = inner.addAction(self.tr("On another day…"))
        days.triggered.connect(lambda _checked: self.ask_days([pair]))

    def turn(self, pair: Pair, role: Role) -> None:
        """Note that one side of a proposal was asked today, or that it was not."""
        day = today() if pair.asked_on(role) is None else None
        self.note([pair], {role: day})

    def ask_days(self, pairs: Sequence[Pair]) -> None:
        """Ask on which days the two sides of some proposals were asked."""
        dialog = AskedDialog(pairs, self._window)
        dialog.accepted.connect(lambda: self.note(pairs, dialog.answer, is_told=True))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def note(
        self, pairs: Sequence[Pair], days: Mapping[Role, date | None], *, is_told: bool = False
    ) -> None:
        """Note the days on which both sides, or one, were asked; None takes that back.

        Where no tick shows it at once, it `is_told`.
        """
        if not days:
            return

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.agreeing import note_asked

            note_asked(data, programme_id, [pair.id for pair in pairs], days)

        if len(pairs) == 1:
            names = both_names(pairs[0])
            words = self.tr("Note who of {0} was asked").format(names)
            said = self.tr("It is noted who of {0} was asked.").format(names)
        else:
            words = self.tr("Note who of {0} pairs was asked").format(len(pairs))
            said = self.tr("It is noted who of {0} pairs was asked.").format(len(pairs))
        self._run(words, action, said if is_told else "")
