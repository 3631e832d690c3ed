"""The wording of a letter in plain text: placeholders to put in, hints of tone, the way back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.domain.letters import LetterText, Part
from revmentor_desktop.domain.text import LINE_LIMIT, TEXT_LIMIT
from revmentor_desktop.domain.tone import ToneHint, tone_hints
from revmentor_desktop.services.letters.content import tone_advice
from revmentor_desktop.ui.letters.words import placeholder_group, placeholder_words
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.buttons import button, icon_button, menu_button
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.storing import StoredAfterPause
from revmentor_desktop.ui.widgets.text import plain_label, utf16, without_mnemonic

_ROOM_FOR_TWO: Final = 360
"""Pixels of height in which two hints leave enough for the text."""


class Editor(StoredAfterPause):
    """Subject and text of one letter; `edited` follows every key."""

    edited = Signal()
    left = Signal()
    """The officer went on from one of the two fields."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.subject = QLineEdit()
        self.subject.setMaxLength(LINE_LIMIT)
        self.body = QPlainTextEdit()
        self.body.setTabChangesFocus(True)
        self.body.setAccessibleName(self.tr("Text"))
        self.menu = QMenu()
        self.placeholders = menu_button(self.tr("Placeholders"), self.menu, "quiet", "plus")
        self.restore = button(self.tr("Back to the original"), "quiet", "undo-2")
        self._subject_field = LabelledField(self.tr("Subject"), self.subject, aside=self.restore)
        self._body_field = LabelledField(self.tr("Text"), self.body, aside=self.placeholders)
        self._advice = plain_label("", "small", "wrap")
        self.hints = ToneHints()
        self._last_typed_in: QLineEdit | QPlainTextEdit = self.body
        self._lay_out()
        self._wire()

    def text(self) -> LetterText:
        """Return the wording as it stands here."""
        return LetterText(subject=self.subject.text(), body=self.body.toPlainText())

    def show_text(self, text: LetterText) -> None:
        """Show a wording; nothing moves where it stands there already."""
        if self.subject.text() != text.subject:
            self.subject.setText(text.subject)
        if self.body.toPlainText() != text.body:
            self.body.blockSignals(True)
            self.body.setPlainText(text.body)
            self.body.blockSignals(False)
        self.forget_waiting()
        self._check()

    def offer(self, names: Sequence[str], values: Mapping[str, str]) -> None:
        """Offer placeholders in the menu, each with what it says for the chosen person."""
        self.menu.clear()
        menus: dict[str, QMenu] = {"": self.menu}
        for name in names:
            group = placeholder_group(name)
            if group not in menus:
                menus[group] = self.menu.addMenu(group)
            self._offer_one(menus[group], name, values.get(name, ""))
        self.menu.addSeparator()
        option = self.menu.addAction(
            self.tr("Left out when a placeholder inside is empty\t[[ … ]]")
        )
        option.triggered.connect(self.part_off)

    def _offer_one(self, menu: QMenu, name: str, value: str) -> None:
        says = " ".join(value.split())
        shown = says if len(says) <= 40 else f"{says[:39]}…"
        words = f"{placeholder_words(name)}\t{shown or self.tr('nothing known')}"
        action = menu.addAction(without_mnemonic(words))
        action.triggered.connect(lambda: self.put_in(f"{{{name}}}"))

    def advise(self, hints: Sequence[str]) -> None:
        """Say what the tone of this letter should be."""
        self._advice.setText(" ".join(hints))

    def mark_own(self, own: Collection[Part]) -> None:
        """Say which parts differ from how they came; only then is there a way back."""
        self.restore.setVisible(bool(own))
        names = {Part.SUBJECT: self.tr("Subject"), Part.BODY: self.tr("Text")}
        for part, field in ((Part.SUBJECT, self._subject_field), (Part.BODY, self._body_field)):
            words = self.tr("{0} (own)") if part in own else "{0}"
            field.label.setText(words.format(names[part]))

    def put_in(self, words: str) -> None:
        """Put words where the officer typed last."""
        target = self._last_typed_in
        if isinstance(target, QLineEdit):
            target.insert(words)
        else:
            target.insertPlainText(words)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def part_off(self) -> None:
        """Put the signs of what may be left out around the selected words."""
        target = self._last_typed_in
        if isinstance(target, QLineEdit):
            target.insert(f"[[{target.selectedText()}]]")
        else:
            cursor = target.textCursor()
            chosen = cursor.selectedText().replace("\u2029", "\n")
            cursor.insertText(f"[[{chosen}]]")
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def problem(self) -> str:
        """Return why the text cannot be stored, or nothing."""
        length = len(self.body.toPlainText())
        if length <= TEXT_LIMIT:
            return ""
        return self.tr("This text has {0} characters; at most {1} fit here.").format(
            length, TEXT_LIMIT
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hints.show_at_most(2 if self.height() >= _ROOM_FOR_TWO else 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in {self.subject, self.body}:
            if event.type() == QEvent.Type.FocusIn:
                self._last_typed_in = self.subject if watched is self.subject else self.body
            elif event.type() == QEvent.Type.FocusOut:
                self.settle()
                self.left.emit()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._subject_field)
        layout.addWidget(self._body_field, 1)
        layout.addWidget(self.hints)
        layout.addWidget(self._advice)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It takes what room there is: the height that it would like is no reason to scroll.
        self.body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.setMinimumHeight(90)

    def _wire(self) -> None:
        for field in (self.subject, self.body):
            field.installEventFilter(self)
        self.subject.textEdited.connect(self._typed)
        self.body.textChanged.connect(self._typed)
        self.hints.chosen.connect(self._go_to)
        self._theme.changed.connect(self._check)

    def _typed(self, *_: object) -> None:
        self._body_field.show_problem(self.problem())
        self._check()
        self.wait()
        self.edited.emit()

    def _check(self) -> None:
        """Look for what may hurt, and underline it in the text."""
        in_subject = tone_hints(self.subject.text())
        in_body = tone_hints(self.body.toPlainText())
        places = [
            *((Part.SUBJECT, one) for one in in_subject),
            *((Part.BODY, one) for one in in_body),
        ]
        self.hints.show_hints(places)
        self._advice.setVisible(not places)
        self.body.setExtraSelections([self._underlined(one) for one in in_body])

    def _underlined(self, hint: ToneHint) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._theme.colour("warn"))
        look.setBackground(self._theme.colour("warn_soft"))
        # Stubs and reality differ: both are plain attributes of the selection.
        made.format = look
        made.cursor = self._marking(hint)
        return made

    def _marking(self, hint: ToneHint) -> QTextCursor:
        cursor = QTextCursor(self.body.document())
        cursor.setPosition(utf16(self.body.toPlainText(), hint.start))
        end = utf16(self.body.toPlainText(), hint.end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _go_to(self, part: Part, hint: ToneHint) -> None:
        """Select the phrase of a hint."""
        if part is Part.SUBJECT:
            start = utf16(self.subject.text(), hint.start)
            self.subject.setSelection(start, utf16(self.subject.text(), hint.end) - start)
            self.subject.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.body.setTextCursor(self._marking(hint))
            self.body.setFocus(Qt.FocusReason.OtherFocusReason)


class ToneHints(QWidget):
    """What may hurt, one line each; pressing one selects the phrase."""

    chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Hints about the tone"))
        self.buttons: list[QToolButton] = []
        self._lines: list[QWidget] = []
        self._more = plain_label("", "small", "wrap")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._more)
        self._shown: list[tuple[Part, ToneHint]] = []
        self._most = 2
        self.hide()

    def show_at_most(self, most: int) -> None:
        """Show only so many hints in words, and count the others."""
        if most != self._most:
            self._most = most
            shown, self._shown = self._shown, []
            self.show_hints(shown)

    def show_hints(self, places: Sequence[tuple[Part, ToneHint]]) -> None:
        """Show these hints, the first few of them in words."""
        if list(places) == self._shown:
            return
        self._shown = list(places)
        for line in self._lines:
            self._layout.removeWidget(line)
            line.deleteLater()
        self.buttons, self._lines = [], []
        for at, (part, hint) in enumerate(places[: self._most]):
            self._layout.insertWidget(at, self._line(part, hint))
        rest = len(places) - self._most
        self._more.setText(self.tr("… and {0} more").format(rest))
        self._more.setVisible(rest > 0)
        self.setVisible(bool(places))

    def _line(self, part: Part, hint: ToneHint) -> QWidget:
        phrase, advice = " ".join(hint.phrase.split()), tone_advice()[hint.tone]
        show = icon_button(
            "triangle-alert", self.tr("Show “{0}” in the text").format(phrase), "warn"
        )
        show.clicked.connect(lambda: self.chosen.emit(part, hint))
        show.setAccessibleDescription(advice)
        self.buttons.append(show)
        line = QWidget()
        self._lines.append(line)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("“{0}”: {1}").format(phrase, advice)
        row.addWidget(plain_label(words, "small", "wrap"), 1)
        return line
