"""The dialog in which is checked who gets which papers, and from which drafts are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QHeaderView, QTableView, QWidget

from revmentor_desktop.services.documents.mailing import PackMail, Trouble
from revmentor_desktop.ui.documents.mailing.model import Column, MailsModel
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.tables import set_up_table
from revmentor_desktop.ui.widgets.text import announce, plain_label, set_tip

_SIZE: Final = (1080, 660)
_WIDTHS: Final = {Column.PERSON: 25, Column.ATTACHED: 24, Column.PAIR: 11, Column.CHECK: 31}
"""In letters; the addresses have the rest."""
Read = Callable[[bool], Sequence[PackMail]]
"""Returns the drafts, with the agreement attached or without."""


class MailingDialog(Dialog):
    """Shows who gets what. It makes nothing itself: `asked` tells what is to be done."""

    opened = Signal()
    """The one ticked draft should be opened in the mail program."""
    saved = Signal()
    """The ticked drafts should be written into a folder."""
    letter_asked = Signal()
    """The letter that goes with the packs should be worded."""
    noted = Signal()
    """The papers of the drafts that were made were sent."""
    folder_asked = Signal(object)
    """The folder (a `Path`) with the drafts that were made should be shown."""

    def __init__(self, read: Read, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Send packs by e-mail"),
            self.tr(
                "A draft for each person, with nobody’s papers but their own. Nothing is sent from"
                " here: you look at each draft in your mail program and send it there."
            ),
            parent,
        )
        self._read = read
        self._folder = Path()
        self.model = MailsModel(theme, self)
        self.table = _Table(self.model)
        self.tick_all = QCheckBox()
        self.agreement = QCheckBox(self.tr("Attach the agreement, which names both"))
        self.letter_button = button(self.tr("Word the letter…"), "quiet", "pencil")
        set_tip(self.letter_button, self.tr("On the Letters page, where each text can be changed"))
        self.about = plain_label("", "muted", "wrap")
        self.said = plain_label("", "strong", "wrap")
        self.folder_button = button(self.tr("Open folder"), "quiet")
        self.sent_button = button(self.tr("Note them as sent"), "plain", "check")
        self._lay_out()
        self._wire()
        self._load()
        size_within_screen(self, *_SIZE)
        self.table.setFocus()

    def say_made(self, words: str, folder: Path) -> None:
        """Say what was made, and offer its folder and that it is noted as sent."""
        self._folder = folder
        self._say(words)
        for one in (self.folder_button, self.sent_button):
            one.show()
        set_button_text(self.close_button, self.tr("Close"))

    def say_noted(self, words: str) -> None:
        """Say that it is noted; it is offered no more."""
        self._say(words)
        self.sent_button.hide()
        self.close_button.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.tick_all)
        head.addWidget(self.agreement)
        head.addStretch(1)
        head.addWidget(self.letter_button)
        done = QHBoxLayout()
        done.setSpacing(10)
        done.addWidget(self.said, 1)
        done.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignTop)
        done.addWidget(self.sent_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.about)
        self.body.addLayout(done)
        for one in (self.said, self.folder_button, self.sent_button):
            one.hide()
        self.close_button = self.add_cancel()
        self.save_button = self.add_button(self.tr("Save in a folder…"), "plain", "download")
        self.make_button = self.add_button("", "primary", "mail")

    def _wire(self) -> None:
        self.agreement.toggled.connect(self._load)
        self.tick_all.clicked.connect(self._tick_all)
        self.model.dataChanged.connect(self._count)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.letter_button.clicked.connect(self.letter_asked)
        self.save_button.clicked.connect(self.saved)
        self.make_button.clicked.connect(self._make)
        self.sent_button.clicked.connect(self.noted)
        self.folder_button.clicked.connect(lambda: self.folder_asked.emit(self._folder))

    def _load(self) -> None:
        row = max(self.table.currentIndex().row(), 0)
        self.model.show(self._read(self.agreement.isChecked()))
        gaps = any(Trouble.LETTER_HAS_GAPS in one.troubles for one in self.model.everything)
        self.show_problem(
            self.tr(
                "The letter that goes with the packs has a gap, for instance who signs it. Fill it"
                " in on the Letters page first."
            )
            if gaps
            else ""
        )
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), 0))
        self._tell()
        self._count()

    def _count(self) -> None:
        """Let ticks and buttons say how many drafts they are about."""
        able = sum(one.can_leave for one in self.model.everything)
        ticked = len(self.model.ticked)
        self.tick_all.setText(
            self.tr("{0} of {1} chosen").format(ticked, len(self.model.everything))
        )
        self.tick_all.setEnabled(able > 0)
        state = Qt.CheckState.PartiallyChecked
        if ticked in {0, able}:
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        self.tick_all.setCheckState(state)
        words = self.tr("Open the draft")
        if ticked != 1:
            words = self.tr("Make {0} drafts…").format(ticked or "")
        set_button_text(self.make_button, " ".join(words.split()))
        self.make_button.setEnabled(ticked > 0)
        self.save_button.setVisible(ticked == 1)

    def _tell(self) -> None:
        """Say what is in the draft that is looked at: its subject, and the names of its files."""
        index = self.table.currentIndex()
        if not index.isValid():
            self.about.setText("")
            return
        one = self.model.mail(index.row())
        files = "”, “".join(paper.file_name for paper in one.papers)
        words = self.tr("“{0}”, with “{1}”").format(one.letter.filled.subject, files)
        self.about.setText(words)

    def _tick_all(self) -> None:
        """Tick everything that can leave, or nothing when all of it is ticked."""
        rows = range(self.model.rowCount())
        able = sum(one.can_leave for one in self.model.everything)
        self.model.tick(rows, len(self.model.ticked) < able)

    def _make(self) -> None:
        if len(self.model.ticked) == 1:
            self.opened.emit()
        else:
            self.saved.emit()

    def _say(self, words: str) -> None:
        """Say it here: a notice would stand behind the dialog."""
        self.said.setText(words)
        self.said.show()
        announce(self, words)


class _Table(QTableView):
    """Shows a `MailsModel`; Space turns the tick of the row wherever the keyboard is in it."""

    def __init__(self, model: MailsModel) -> None:
        super().__init__()
        self._mails = model
        self.setModel(model)
        set_up_table(self, self.tr("Drafts, each to one person"))
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Column.ADDRESS, QHeaderView.ResizeMode.Stretch)
        self.ensurePolished()  # before, its letters are not those that it shows
        for column, letters in _WIDTHS.items():
            self.setColumnWidth(column, self.fontMetrics().averageCharWidth() * letters)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            rows = {index.row() for index in self.selectionModel().selectedRows()}
            row = self.currentIndex().row()
            self._mails.tick(rows or {row}, not self._mails.is_ticked(row))
            return
        super().keyPressEvent(event)
