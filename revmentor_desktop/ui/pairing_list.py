"""The pairing list for the sponsor: seen, then printed or saved; the same plan as a spreadsheet."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.documents.issued import Issued, issued_papers, record_papers
from revmentor_desktop.services.documents.pairing_list import (
    PairingList,
    pairing_list,
    plans_with_pairs,
)
from revmentor_desktop.services.documents.pairing_list_files import write_pairing_list, write_plan
from revmentor_desktop.services.documents.plan_sheets import plan_file_name
from revmentor_desktop.services.documents.wording_check import programme_wording_problems
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT, shown_draft
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.paper_dialog import PaperDialog
from revmentor_desktop.ui.wording_asking import may_leave

if TYPE_CHECKING:
    from revmentor_desktop.domain.progress import Progress
    from revmentor_desktop.services.documents.files import Written
    from revmentor_desktop.ui.context import Context


class _Made(NamedTuple):
    """A list with its pages, and what of it cannot be printed."""

    list: PairingList
    pages: bytes
    unprintable: str


class PairingListDialog(PaperDialog):
    """Shows the list of a plan's pairs as it is printed; any draft, or the agreed pairs alone."""

    def __init__(self, context: Context, programme_id: int, parent: QWidget) -> None:
        self._programme_id = programme_id
        self._made: _Made | None = None
        super().__init__(
            context,
            self.tr("Pairing list for the sponsor"),
            self.tr(
                "Every pair with its fit and its reasons, to agree to and sign. "
                "Answers given in confidence and private rules are not on it."
            ),
            self._plans(context),
            parent,
        )
        self.which.setAccessibleName(self.tr("Plan"))
        self.which.put(str(self._plan_on_the_board(context)))
        self.sheet_button = self.add_button(
            self.tr("Save as spreadsheet…"), "plain", "file-spreadsheet"
        )
        self.sheet_button.clicked.connect(self._save_sheet)
        self._add_paper_buttons()
        self._show_paper()

    def _plan_on_the_board(self, context: Context) -> int:
        """Return the draft that is looked at; all of one whose pairs are agreed is those alone."""
        shown = shown_draft(context.data, self._programme_id)
        plans = plans_with_pairs(context.data, self._programme_id)
        return shown.id if shown is not None and shown.id in plans else NO_DRAFT

    def _plans(self, context: Context) -> dict[str, str]:
        plans = plans_with_pairs(context.data, self._programme_id)
        return {str(key): name or self.tr("Agreed pairs only") for key, name in plans.items()}

    def _show_paper(self) -> None:
        draft_id, form = int(self.which.key or 0), self.choice.form
        data, programme_id = self._context.data, self._programme_id

        def make() -> _Made:
            made = pairing_list(data, programme_id, draft_id)
            return _Made(made, made.pdf(form), made.unprintable)

        words = self.tr("Making the pairing list…")
        self._enable(False)
        self._context.jobs.call(words, make, self._show, self, failed=self._fail)

    def _show(self, made: _Made) -> None:
        self._made = made
        self.preview.show_pdf(made.pages, made.list.title)
        self._show_issued(made.list)
        self._enable(True)

    def _show_issued(self, made: PairingList) -> None:
        """Say when a list left the program last, and whether it said the same as this one."""
        found = issued_papers(self._context.data, self._programme_id, [made]).get(made.key)
        self.issued.setText(self._issued_words(found))
        self.issued.show()

    def _issued_words(self, found: Issued | None) -> str:
        if found is None:
            return self.tr("No list has been printed or saved yet.")
        words = (
            self.tr("A list was last printed or saved on {0}; this one says something else.")
            if found.is_old
            else self.tr("This list was last printed or saved on {0}.")
        )
        return words.format(short_date(found.issued_on))

    def _fail(self, error: KnownError) -> None:
        self._made = None
        self.preview.clear()
        self.issued.hide()
        self._context.prompts.error(error)

    def _enable(self, is_made: bool) -> None:
        for one in (self.sheet_button, self.save_button, self.print_button):
            one.setEnabled(is_made)

    def _save(self) -> None:
        made, form = self._made, self.choice.form
        if made is None or not self._may_send(made):
            return
        path = self._context.prompts.choose_file_to_save(
            self.tr("Save the pairing list"), made.list.file_name, [self.tr("PDF (*.pdf)")]
        )
        if path is None:
            return

        def work() -> Generator[Progress, None, Written]:
            return write_pairing_list(self._context.data, self._programme_id, made.list, path, form)

        self._context.jobs.start(self.tr("Saving the list…"), work, self._say_saved, self)

    def _save_sheet(self) -> None:
        if self._made is None:
            return
        made = self._made.list
        path = plan_path(self._context, made)
        if path is not None:
            self._context.jobs.start(
                self.tr("Saving the plan…"), lambda: write_plan(made, path), self._say_saved, self
            )

    def _print(self) -> None:
        if self._made is not None and self._may_send(self._made):
            self._send(self._made.list, self._made.pages)

    def _note_printed(self) -> None:
        if self._made is not None:
            record_papers(self._context.data, self._programme_id, [self._made.list])
            self._show_issued(self._made.list)

    def _say_saved(self, written: Written) -> None:
        super()._say_saved(written)
        if self._made is not None:
            self._show_issued(self._made.list)

    def _may_send(self, made: _Made) -> bool:
        """Ask before wording leaves that is not in order, or characters that no font has."""
        about = made.list.values.setup
        if not may_leave(self._context, programme_wording_problems(about, [made.list.key])):
            return False
        remedy = self.tr("You can write names in other letters on People.")
        return self._may_print(made.list, made.unprintable, remedy)


def open_pairing_list(context: Context, parent: QWidget) -> None:
    """Show the list of the programme that is looked at, over `parent`."""
    if context.programme_id is not None:
        dialog = PairingListDialog(context, context.programme_id, parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def plan_path(context: Context, made: PairingList) -> Path | None:
    """Ask where the spreadsheet of a plan is to be saved; None when the officer cancels.

    Its words are those of the list, so they are asked about first where they are not in order.
    """
    if not may_leave(context, programme_wording_problems(made.values.setup, [made.key])):
        return None
    return context.prompts.choose_file_to_save(
        _tr("Save the plan as a spreadsheet"),
        plan_file_name(made.values),
        [_tr("Excel workbook (*.xlsx)")],
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("PairingList", words)
