"""The plan leaves the program: as a list for the sponsor, or as a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from revmentor_desktop.domain.board import Board
from revmentor_desktop.ui.leaving import say_saved
from revmentor_desktop.ui.pairing.board_commands import Commands
from revmentor_desktop.ui.widgets.menus import add_entry

if TYPE_CHECKING:
    from revmentor_desktop.services.documents.files import Written
    from revmentor_desktop.services.documents.pairing_list import PairingList


class SharingCommands(Commands):
    """Carries out what the officer wants done with the plan that is shown."""

    def fill_menu(self, menu: QMenu, board: Board) -> None:
        """Add to the drafts' menu how their plans can be shared."""
        words = self.tr("Pairing list for the sponsor…")
        shared = add_entry(menu, words, "printer", self.show_list)
        shared.setEnabled(bool(board.pairs) or any(one.proposals for one in board.drafts))
        words = self.tr("Plan as a spreadsheet…")
        saved = add_entry(menu, words, "file-spreadsheet", self.save_plan)
        saved.setEnabled(bool(board.pairs))

    def show_list(self) -> None:
        """Show the list for the sponsor, to print or save."""
        from revmentor_desktop.ui.pairing_list import open_pairing_list

        open_pairing_list(self._context, self._window)

    def save_plan(self) -> None:
        """Save the plan that is shown as a spreadsheet."""
        from revmentor_desktop.services.documents.pairing_list import pairing_list

        programme_id, data = self._context.programme_id, self._context.data
        if programme_id is not None:
            self._context.jobs.call(
                self.tr("Putting the plan together…"),
                lambda: pairing_list(data, programme_id),
                self._save,
                self._window,
            )

    def _save(self, made: PairingList) -> None:
        from revmentor_desktop.services.documents.pairing_list_files import write_plan
        from revmentor_desktop.ui.pairing_list import plan_path

        path = plan_path(self._context, made)
        if path is not None:
            words = self.tr("Saving the plan…")
            self._context.jobs.start(
                words, lambda: write_plan(made, path), self._say_saved, self._window
            )

    def _say_saved(self, written: Written) -> None:
        words = self.tr("The plan is saved as {0}").format(*written.files)
        say_saved(self._context, words, written.folder)
