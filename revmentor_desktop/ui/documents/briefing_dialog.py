"""The papers for all people of the pairs: the list signed at the briefing, and address labels."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from revmentor_desktop.documents.packs.labels import LABEL_SHEETS
from revmentor_desktop.services.documents.event_papers import (
    AddressLabels,
    EventPaper,
    SignOffList,
    invited,
    write_event_paper,
)
from revmentor_desktop.services.documents.issued import record_papers
from revmentor_desktop.ui.paper_dialog import PaperDialog
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.fields import NumberField
from revmentor_desktop.ui.widgets.text import plain_label, set_tip

if TYPE_CHECKING:
    from revmentor_desktop.domain.progress import Progress
    from revmentor_desktop.services.documents.files import Written
    from revmentor_desktop.ui.context import Context

SIGN_OFF: Final = "sign-off"
LABELS: Final = "labels"


class BriefingDialog(PaperDialog):
    """Shows the sign-off list or the labels of the people in a programme's agreed pairs."""

    def __init__(self, context: Context, programme_id: int, parent: QWidget) -> None:
        self._programme_id = programme_id
        self._values = invited(context.data, programme_id)
        super().__init__(
            context,
            self.tr("For the briefing"),
            self.tr(
                "Everybody in an agreed pair, by surname: a list to sign, and labels for the post."
            ),
            {SIGN_OFF: self.tr("Sign-off list"), LABELS: self.tr("Address labels")},
            parent,
        )
        self.which.setAccessibleName(self.tr("Paper"))
        self.first = NumberField(1, 1)
        self.first.setAccessibleName(self.tr("First label"))
        self._labels = QWidget()
        self._lay_out_labels()
        self._add_paper_buttons()
        self.first.valueChanged.connect(self._show_paper)
        self._show_paper()

    @property
    def paper(self) -> EventPaper:
        """The paper that is looked at."""
        if self.which.key == SIGN_OFF:
            return SignOffList(self._values)
        return AddressLabels(self._values, self.first.value())

    def _lay_out_labels(self) -> None:
        set_tip(self.first, self.tr("On a sheet of which some are gone: the first that is left"))
        about = plain_label(self.tr("Begin on label"), "muted")
        self.sheet = plain_label("", "muted")
        row = QHBoxLayout(self._labels)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for one in (about, self.first, self.sheet):
            row.addWidget(one)
        row.addStretch(1)
        self.body.insertWidget(self.body.indexOf(self.issued), self._labels)

    def _show_paper(self) -> None:
        kind = LABEL_SHEETS[self.choice.form.paper]
        self.first.setMaximum(kind.count)
        self._labels.setVisible(self.which.key == LABELS)
        self.sheet.setText(
            self.tr("of {0}, row by row. Print at actual size, on {1} × {2} labels.").format(
                kind.count, kind.columns, kind.rows
            )
        )
        paper = self.paper
        self.preview.show_pdf(paper.pdf(self.choice.form), paper.title)

    def _save(self) -> None:
        paper, form, prompts = self.paper, self.choice.form, self._context.prompts
        if not self._may_send(paper):
            return
        path = prompts.choose_file_to_save(
            self.tr("Save the paper"), paper.file_name, [self.tr("PDF (*.pdf)")]
        )
        if path is None:
            return

        def work() -> Generator[Progress, None, Written]:
            return write_event_paper(self._context.data, self._programme_id, paper, path, form)

        self._context.jobs.start(self.tr("Saving the paper…"), work, self._say_saved, self)

    def _print(self) -> None:
        if self._may_send(self.paper):
            self._send(self.paper, self.paper.pdf(self.choice.form))

    def _note_printed(self) -> None:
        record_papers(self._context.data, self._programme_id, [self.paper])

    def _may_send(self, paper: EventPaper) -> bool:
        remedy = self.tr("You can write names in other letters on People.")
        return self._may_print(paper, paper.unprintable, remedy)


def briefing_button(context: Context, parent: QWidget) -> QPushButton:
    """Return a button that shows these papers of the programme that is looked at."""
    made = button(_tr("For the briefing…"), "plain", "calendar")
    set_tip(made, _tr("A list that everybody signs, and address labels"))
    made.clicked.connect(lambda: _open(context, parent))
    return made


def _open(context: Context, parent: QWidget) -> None:
    if context.programme_id is not None:
        dialog = BriefingDialog(context, context.programme_id, parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _tr(words: str) -> str:
    return QCoreApplication.translate("BriefingDialog", words)
