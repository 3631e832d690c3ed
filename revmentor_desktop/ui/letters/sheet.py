"""Letters and people at the left, the wording in the middle, and how it reads to one of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from revmentor_desktop.domain.letters import LetterText, Part, known_blanks
from revmentor_desktop.domain.text import clean_line, clean_text
from revmentor_desktop.services.letters.content import papers_words, refusal_reasons
from revmentor_desktop.services.letters.reading import CONTACT, SENDER, Mailing, Recipient
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.letters.editor import Editor
from revmentor_desktop.ui.letters.lists import LettersList, RecipientsList
from revmentor_desktop.ui.letters.models import LettersModel, RecipientsModel
from revmentor_desktop.ui.letters.preview import LetterPreview
from revmentor_desktop.ui.letters.words import (
    gaps,
    nobody_words,
    placeholder_words,
    recipient_line,
    recipient_name,
    variant_words,
)
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.side_by_side import SideBySide
from revmentor_desktop.ui.widgets.surfaces import Card, scrolled
from revmentor_desktop.ui.widgets.text import plain_label, set_tip

_WIDTHS: Final = (250, 380, 374)


class LettersSheet(QWidget):
    """One letter is looked at, in the variant of the person who is looked at."""

    counted = Signal()
    """Another letter is looked at, or other people are ticked."""
    to_store = Signal(str, str, object)
    """The wording (a `LetterText`) of a letter's variant, by their keys, should be stored."""
    to_restore = Signal(str, str)
    signed = Signal(str, str)
    """Who signs, and how to reach them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.letters = LettersModel(self)
        self.letters_list = LettersList(self.letters, theme)
        self.recipients = RecipientsModel(self)
        self.recipients_list = RecipientsList(self.recipients, theme)
        self.tick_all = QCheckBox()
        self.nobody = plain_label("", "small", "wrap")
        self.variant = KeyedCombo()
        self.variant.setAccessibleName(self.tr("Whose letter"))
        self.editor = Editor(theme)
        self.signed_by, self.contact = QLineEdit(), QLineEdit()
        self.preview = LetterPreview(theme)
        self.copy_button = button(self.tr("Copy text"), "quiet", "copy")
        self.title = plain_label("", "heading", "wrap")
        self._shown: tuple[str, str] | None = None
        """The letter and variant in the editor."""
        self._lay_out()
        self._wire()

    # ---- what is looked at ----------------------------------------------------------------------

    @property
    def mailing(self) -> Mailing | None:
        """The letter that is looked at."""
        row = self.letters_list.row
        return self.letters.mailing(row) if row is not None else None

    @property
    def recipient(self) -> Recipient:
        """Who is looked at; somebody invented while the letter concerns nobody."""
        row, found = self.recipients_list.row, self.mailing
        if row is not None and row < len(self.recipients.everybody):
            return self.recipients.everybody[row]
        variant = self.variant.key
        if found is not None and variant not in found.letter.texts:
            variant = next(iter(found.letter.texts))
        return Recipient(
            0,
            variant or "mentor",
            self.tr("Sam Taylor"),
            first_name=self.tr("Sam"),
            about=self.tr("Alex Morgan"),
            reason=refusal_reasons()["none"],
            papers=papers_words(with_agreement=False),
        )

    @property
    def has_person(self) -> bool:
        """Whether somebody is looked at whom the letter concerns."""
        return self.recipients_list.row is not None

    def show_mailings(self, mailings: Sequence[Mailing]) -> None:
        """Show the letters as they stand now, and go on looking at the same one."""
        at_first = self.letters_list.row is None
        self.letters.show(mailings)
        self.letters_list.updateGeometry()
        if at_first and mailings:
            rows = (
                row for row, one in enumerate(mailings) if any(r.id > 0 for r in one.recipients)
            )
            self.letters_list.look_at(next(rows, 0))
        else:
            self._show_letter()
        if mailings:
            self._show_sender(mailings[0])

    def look_at(self, key: str) -> None:
        """Look at a letter by its key, and let the keys go on from there."""
        row = self.letters.row_of(key)
        if row is not None:
            self.letters_list.look_at(row)
            self.letters_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick_only(self, person_ids: Collection[int]) -> None:
        """Tick these people and nobody else, and look at the first of them."""
        self.recipients.tick_all(False)
        rows = [row for one in person_ids if (row := self.recipients.row_of(one)) is not None]
        self.recipients.tick(rows, True)
        if rows:
            self.recipients_list.look_at(min(rows))

    # ---- putting it together --------------------------------------------------------------------

    def _lay_out(self) -> None:
        split = QSplitter()
        split.setChildrenCollapsible(False)
        for part in (self._lists(), self._editor_part(), self._preview_part()):
            split.addWidget(part)
        split.setSizes(list(_WIDTHS))
        for at, share in enumerate((2, 3, 3)):
            split.setStretchFactor(at, share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _lists(self) -> QWidget:
        side = QWidget()
        side.setMinimumWidth(150)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.letters_list)
        column.addWidget(self.tick_all)
        column.addWidget(self.recipients_list, 1)
        column.addWidget(self.nobody, 1, Qt.AlignmentFlag.AlignTop)
        self.letters_list.setMinimumHeight(96)
        self.recipients_list.setMinimumHeight(96)
        return side

    def _editor_part(self) -> QWidget:
        card = Card()
        card.setMinimumWidth(282)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.variant)
        sign = SideBySide(
            LabelledField(self.tr("Signed by"), self.signed_by),
            LabelledField(self.tr("How to reach you"), self.contact),
            gap=10,
        )
        # In a low window the fields scroll rather than be cut.
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.editor, 1)
        column.addWidget(sign)
        card.body.addLayout(head)
        card.body.addWidget(scrolled(fields), 1)
        return card

    def _preview_part(self) -> QWidget:
        self.preview.setMinimumWidth(168)
        self.preview.foot.addWidget(self.copy_button)
        self.preview.foot.addStretch(1)
        return self.preview

    def _wire(self) -> None:
        self.letters_list.current_changed.connect(self._show_letter)
        self.recipients_list.current_changed.connect(self._show_person)
        self.recipients.dataChanged.connect(self._count)
        self.tick_all.clicked.connect(self._tick_all)
        self.variant.chosen.connect(self._turn_to)
        self.editor.edited.connect(self._show_preview)
        self.editor.left.connect(self._show_person)
        self.editor.to_store.connect(self._store)
        self.editor.restore.clicked.connect(self._restore)
        for field in (self.signed_by, self.contact):
            field.editingFinished.connect(self._sign)

    # ---- showing --------------------------------------------------------------------------------

    def _show_letter(self) -> None:
        """Show the letter of the row, and the same person as before if it concerns them."""
        found = self.mailing
        if found is None:
            return
        before = self.recipient.id if self.has_person else None
        if self._shown is not None and self._shown[0] != found.letter.key:
            self.editor.settle()
            before = None
        self.title.setText(found.letter.title)
        set_tip(self.title, found.letter.line)
        self.variant.offer({one: variant_words(found.letter, one) for one in found.letter.texts})
        self.variant.setVisible(len(found.letter.texts) > 1)
        self.editor.advise(found.letter.hints)
        self.recipients.show(found)
        self._say_nobody(found)
        row = self.recipients.row_of(before)
        if found.recipients:
            self.recipients_list.look_at(row if row is not None else self._first_row())
        else:
            self._show_person()
        self._count()

    def _first_row(self) -> int:
        """Return the row of the first person by name, or the first of all."""
        named = (row for row, one in enumerate(self.recipients.everybody) if one.id > 0)
        return next(named, 0)

    def _show_person(self) -> None:
        """Show the wording for the person of the row, and how it reads to them."""
        found, one = self.mailing, self.recipient
        if found is None:
            return
        if self._shown is not None and self._shown != (found.letter.key, one.variant):
            self.editor.settle()
        self.variant.put(one.variant)
        own = [part for part in Part if found.is_changed(one.variant, part)]
        self.editor.mark_own(own)
        self._show_text(found, one.variant)
        self.editor.offer(known_blanks(found.letter), found.blanks(one))
        self.copy_button.setEnabled(self.has_person)
        self._show_preview()

    def _show_text(self, found: Mailing, variant: str) -> None:
        """Put the wording into the editor, unless the officer is at it."""
        text = found.text(variant)
        if self._shown == (found.letter.key, variant) and self._is_at_it(text):
            return
        self._shown = (found.letter.key, variant)
        self.editor.show_text(text)

    def _is_at_it(self, stored: LetterText) -> bool:
        """Tell whether what stands in the editor is being typed, and to be left alone."""
        if self.editor.has_waiting() or self.editor.problem():
            return True
        # The window's focus, which stays while a menu is open or another window is in front.
        focus, now = self.window().focusWidget(), self.editor.text()
        fields = (
            (self.editor.subject, now.subject, clean_line(now.subject), stored.subject),
            (self.editor.body, now.body, clean_text(now.body), stored.body),
        )
        return all(
            typed == before or (field is focus and (cleaned or before) == before)
            for field, typed, cleaned, before in fields
        )

    def _show_preview(self) -> None:
        found, one = self.mailing, self.recipient
        if found is None:
            return
        filled = found.filled(one, self.editor.text())
        if self.has_person:
            whom = f"{recipient_name(one)} · {recipient_line(one)}"
        else:
            whom = self.tr("An example: it concerns nobody now")
        left = gaps(filled)
        over = ", ".join(map(placeholder_words, found.over(self.editor.text(), today())))
        note = self.tr("Over already: {0}").format(over) if over else ""
        if left:
            note = self.tr("To fill in: {0}").format(left)
        self.preview.show_letter(filled, whom, note)

    def _say_nobody(self, found: Mailing) -> None:
        there = bool(found.recipients)
        self.recipients_list.setVisible(there)
        self.tick_all.setVisible(there)
        self.nobody.setVisible(not there)
        self.nobody.setText("" if there else nobody_words(found.letter))

    def _count(self) -> None:
        everybody, ticked = len(self.recipients.everybody), len(self.recipients.ticked)
        words = self.tr("{0} of {1} chosen").format(ticked, everybody)
        self.tick_all.setText(words)
        state = Qt.CheckState.PartiallyChecked
        if ticked in {0, everybody}:
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        self.tick_all.setCheckState(state)
        self.counted.emit()

    def _show_sender(self, found: Mailing) -> None:
        for field, key in ((self.signed_by, SENDER), (self.contact, CONTACT)):
            if not field.hasFocus() or not field.isModified():
                field.setText(found.words.get(key, ""))
                field.setCursorPosition(0)

    # ---- changing -------------------------------------------------------------------------------

    def _tick_all(self) -> None:
        """Tick everybody, or nobody when everybody is ticked."""
        self.recipients.tick_all(len(self.recipients.ticked) < len(self.recipients.everybody))

    def _turn_to(self, variant: str) -> None:
        """Look at the first person of a side, or at nobody."""
        self.editor.settle()
        of_side = [
            row for row, one in enumerate(self.recipients.everybody) if one.variant == variant
        ]
        if of_side:
            self.recipients_list.look_at(of_side[0])
            return
        self.recipients_list.clearSelection()
        self.recipients_list.setCurrentIndex(self.recipients.index(-1))
        self.variant.put(variant)
        self._show_person()

    def _store(self) -> None:
        if self._shown is not None and not self.editor.problem():
            self.to_store.emit(*self._shown, self.editor.text())

    def _restore(self) -> None:
        self.editor.forget_waiting()
        if self._shown is not None:
            self.to_restore.emit(*self._shown)

    def _sign(self) -> None:
        if not (self.signed_by.isModified() or self.contact.isModified()):
            return
        for field in (self.signed_by, self.contact):
            field.setModified(False)
        self.signed.emit(self.signed_by.text(), self.contact.text())
