"""One field of the officer's own: closed a line, open everything that it is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from revmentor_desktop.domain.plan.own_fields import AskedOf, FieldKind, OwnField
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.ui.widgets.buttons import button, icon_button, set_button_text
from revmentor_desktop.ui.widgets.choosing import KeyedCombo, Switch
from revmentor_desktop.ui.widgets.fields import LabelledField, go_to_line, put_line
from revmentor_desktop.ui.widgets.surfaces import Card, Chip, bring_into_view
from revmentor_desktop.ui.widgets.tags import TagField
from revmentor_desktop.ui.widgets.text import plain_label, set_tip

_WITH_OPTIONS = {FieldKind.ONE_OF, FieldKind.SEVERAL_OF}


class OwnFieldCard(Card):
    """Shows one own field and lets it be changed; `field` is what stands there now."""

    edited = Signal()
    moved = Signal(int)
    """It is to go up (-1) or down (1)."""
    removed = Signal()

    def __init__(self, field: OwnField) -> None:
        super().__init__()
        self._field = field
        self._make_head()
        self._make_form()
        self._lay_out()
        self._wire()
        self._show()
        self.open(is_open=False)

    @property
    def field(self) -> OwnField:
        """The field as it stands on the card."""
        kind = FieldKind(self.kind.key)
        return replace(
            self._field,
            label=self.label.text(),
            kind=kind,
            options=self.options.values(),
            asked_of=AskedOf(self.asked_of.key),
            is_shown_to_partner=self.shown.is_on,
            is_special=self.special.is_on,
            special_purpose=self.purpose.text(),
            is_on=self.asked.is_on,
        )

    @property
    def is_open(self) -> bool:
        """Whether everything that the field is can be changed now."""
        return not self._form.isHidden()

    def open(self, *, is_open: bool) -> None:
        """Show everything that the field is, or its line alone."""
        self._form.setVisible(is_open)
        set_button_text(self.edit, _tr("Done") if is_open else _tr("Edit"))
        self.edit.setAccessibleDescription(self.field.label)

    def name_roles(self, part: TakingPart) -> None:
        """Name the two sides as the programme does."""
        self.asked_of.offer(
            {
                AskedOf.BOTH: _tr("Everybody"),
                AskedOf.MENTOR: part.mentor_name.several.strip() or _tr("Mentors"),
                AskedOf.MENTEE: part.mentee_name.several.strip() or _tr("Leaders"),
            }
        )
        self._describe()

    def stand_at(self, place: int, last: int) -> None:
        """Know where it stands, so that only ways that there are can be gone."""
        for way, other, can_go in (
            (self.up, self.down, place > 0),
            (self.down, self.up, place < last),
        ):
            if way.hasFocus() and not can_go:
                (other if last > 0 else self.edit).setFocus(Qt.FocusReason.OtherFocusReason)
            way.setEnabled(can_go)

    def _make_head(self) -> None:
        self._summary = plain_label("", "strong", "elide")
        self._notes = plain_label("", "small", "elide")
        self.chip = Chip("", "warn")
        self.up = icon_button("arrow-up", _tr("Move up"))
        self.down = icon_button("arrow-down", _tr("Move down"))
        for way, keys, step in ((self.up, "Alt+Up", -1), (self.down, "Alt+Down", 1)):
            set_tip(way, _tr("{0} ({1})").format(way.accessibleName(), keys))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.moved.emit(step))
        self.edit = button(_tr("Edit"), "quiet", "pencil")
        self.remove = icon_button("trash-2", _tr("Remove this question"))

    def _make_form(self) -> None:
        self.label = QLineEdit()
        self.label.setPlaceholderText(_tr("For example: Which languages do you speak?"))
        self.kind = KeyedCombo(
            {
                FieldKind.TEXT: _tr("Text"),
                FieldKind.ONE_OF: _tr("One of a list"),
                FieldKind.SEVERAL_OF: _tr("Several of a list"),
                FieldKind.NUMBER: _tr("Number"),
                FieldKind.DATE: _tr("Date"),
            }
        )
        self.asked_of = KeyedCombo({one: one for one in AskedOf})
        self.options = TagField(_tr("Type an answer, then Enter"))
        self.asked = Switch(_tr("Ask this"))
        self.shown = Switch(_tr("The partner reads the answer in their pack"))
        self.special = Switch(
            _tr("The answer is sensitive"),
            _tr(
                "Health, ethnic background, belief, sexual orientation and the like are protected"
                " by law (special-category data)."
            ),
        )
        self.purpose = QLineEdit()
        self.purpose.setPlaceholderText(_tr("For example: to pair people of different experience"))
        self.consent = plain_label(
            _tr(
                "Each person has to agree before their answer is used, and can take that back at"
                " any time. Without it the answer counts for nothing."
            ),
            "small",
            "wrap",
        )

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._summary)
        words.addWidget(self._notes)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addLayout(words, 1)
        for widget in (self.chip, self.up, self.down, self.edit, self.remove):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(head)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 4, 0, 0)
        form.setSpacing(10)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(LabelledField(_tr("What is asked"), self.label), 1)
        first.addWidget(LabelledField(_tr("Kind of answer"), self.kind))
        first.addWidget(LabelledField(_tr("Asked of"), self.asked_of))
        form.addLayout(first)
        self._options = LabelledField(_tr("Answers to choose from"), self.options)
        form.addWidget(self._options)
        switches = QVBoxLayout()
        switches.setSpacing(3)
        for switch in (self.asked, self.shown, self.special):
            switches.addWidget(switch)
        form.addLayout(switches)
        self._purpose = LabelledField(
            _tr("Why it is needed"),
            self.purpose,
            _tr("Kept on record. Until it is written, the question is asked of nobody."),
        )
        form.addWidget(self._purpose)
        form.addWidget(self.consent)
        self.body.addWidget(self._form)

    def _wire(self) -> None:
        self.edit.clicked.connect(self._turn)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        self.label.textEdited.connect(self._changed)
        self.purpose.textEdited.connect(self._changed)
        self.kind.chosen.connect(self._changed)
        self.asked_of.chosen.connect(self._changed)
        self.options.edited.connect(self._changed)
        for switch in (self.asked, self.shown, self.special):
            switch.switched.connect(self._changed)

    def _turn(self) -> None:
        self.open(is_open=not self.is_open)
        if self.is_open:
            bring_into_view(self)
            go_to_line(self.label)

    def _show(self) -> None:
        field = self._field
        put_line(self.label, field.label)
        self.kind.put(field.kind)
        self.options.set_values(field.options)
        self.asked_of.put(field.asked_of)
        self.asked.put(field.is_on)
        self.shown.put(field.is_shown_to_partner)
        self.special.put(field.is_special)
        put_line(self.purpose, field.special_purpose)
        self._describe()

    def _changed(self, *_: object) -> None:
        self._describe()
        self.edited.emit()

    def _describe(self) -> None:
        """Say in the line what the field is, and why it is asked of nobody if so."""
        field = self.field
        self._summary.setText(field.label.strip() or _tr("A question without words yet"))
        notes = [self.kind.currentText(), self.asked_of.currentText()]
        if field.is_shown_to_partner:
            notes.append(_tr("shown to the partner"))
        if field.is_special:
            notes.append(_tr("sensitive"))
        self._notes.setText(" · ".join(notes))
        off = "" if field.is_on else _tr("Not asked")
        if field.is_on and not field.is_asked:
            off = (
                _tr("Off until its purpose is written")
                if field.label.strip()
                else _tr("Off until it has words")
            )
        self.chip.setText(off)
        self.chip.setVisible(bool(off))
        self._options.setVisible(field.kind in _WITH_OPTIONS)
        self._purpose.setVisible(field.is_special)
        self.consent.setVisible(field.is_special)


def _tr(text: str) -> str:
    return QCoreApplication.translate("OwnFieldCard", text)
