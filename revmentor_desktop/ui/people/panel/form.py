"""The form of one person: each field is stored when it is left, as one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.services.people import reading
from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.panel.binding import Binding
from revmentor_desktop.ui.people.panel.conflicting import ConflictsEditor
from revmentor_desktop.ui.people.panel.editors import ChoiceEditor
from revmentor_desktop.ui.people.panel.fields import (
    Sources,
    meeting_fields,
    person_fields,
    programme_fields,
    skill_fields,
)
from revmentor_desktop.ui.people.panel.naming import ManagerEditor, PeopleEditor
from revmentor_desktop.ui.people.panel.own_fields import OWN_KEY
from revmentor_desktop.ui.people.panel.sections import ProgrammePart, lay_out_fields
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.roles import role_names
from revmentor_desktop.ui.widgets.surfaces import rule
from revmentor_desktop.ui.widgets.text import plain_label


class PersonForm(QWidget):
    """Edits one person and their part in the programme that is looked at.

    What cannot be stored stays as typed, with the reason beside the field, also when another
    person is looked at meanwhile.
    """

    unfinished = Signal(int, str)
    """The form went on to somebody else: whose field (person id) was not stored, and why."""
    part_wanted = Signal(Role)
    """The person is to take part in the programme."""
    escaped = Signal()
    """Escape was pressed where there was nothing to take back."""

    def __init__(self, context: Context, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entry: RegisterEntry | None = None
        self._programme: Programme | None = None
        self._typed: dict[tuple[int, int, str], Any] = {}
        self.bindings: dict[str, Binding] = {}
        self.part = ProgrammePart(programme_fields(sources))
        self.part.wanted.connect(self.part_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        sections = (
            ("", person_fields(sources)),
            (self.tr("Brings and wants"), skill_fields(sources)),
            (self.tr("Meeting"), meeting_fields()),
        )
        for title, fields in sections:
            self._add_section(layout, title, fields)
        layout.addWidget(rule())
        layout.addWidget(self.part)
        layout.addStretch(1)
        self._watch(self.part.fields)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def person_id(self) -> int | None:
        """Whose form this is now."""
        return self._entry.person.id if self._entry else None

    def show_entry(self, entry: RegisterEntry, programme: Programme | None) -> None:
        """Show this person; what is typed about the one before is stored or kept."""
        before, before_programme = self._entry, self._programme
        if (
            before is not None
            and before.person.id == entry.person.id
            and (before_programme and before_programme.id) == (programme and programme.id)
        ):
            self._follow(entry, programme)
            return
        self.leave()
        self._entry, self._programme = entry, programme
        self.part.show_entry(entry, programme)
        for binding in self.bindings.values():
            self._introduce(binding, entry)
            details = self._details(binding)
            if details is not None:
                binding.show(details)
                self._type_again(binding)

    def ask(self, asked: TakingPart) -> None:
        """Ask the own fields of a programme and call its roles as it does.

        What is typed is stored before.
        """
        role = self.bindings["role"].editor
        if isinstance(role, ChoiceEditor):
            role.name(role_names())
        if asked.asked_fields() == self.part.own.fields:
            return
        self.leave()
        for key in [key for key in self.bindings if key.startswith(OWN_KEY)]:
            del self.bindings[key]
        self._watch(self.part.own.ask(asked.asked_fields()))
        if self._entry is None or self._entry.participation is None:
            return
        self.part.own.show_role(self._entry.participation.role)
        for binding in self.part.own.bindings:
            binding.show(self._entry.participation)
            self._type_again(binding)

    def leave(self) -> None:
        """Store what is typed; what cannot be stored is kept for when the person is shown again."""
        if self._entry is None:
            return
        entry = self._entry
        for binding in self.bindings.values():
            if self._details(binding) is None or not binding.dirty:
                continue
            if not self.store(binding):
                self._typed[self._place(binding)] = binding.editor.typed()
                self.unfinished.emit(entry.person.id, binding.spec.noun)

    def forget(self) -> None:
        """Be about nobody; what was typed about somebody who is gone is dropped."""
        self._entry = None

    def store(self, binding: Binding) -> bool:
        """Store what is typed in a field; tell whether that went well."""
        if self._entry is None or self._details(binding) is None:
            return True
        if not binding.dirty:
            # The same meant in other words, such as an address for a name, is put as stored.
            self.take_back(binding)
            return True
        problem = binding.editor.problem()
        if problem:
            binding.complain(problem)
            return False
        words = self.tr("Change {0}’s {1}").format(self._entry.person.full_name, binding.spec.noun)
        said = binding.spec.said(binding.editor.value())
        binding.storing = True
        try:
            details = self._context.attempt(words, partial(self._write, binding))
        except KnownError as error:
            binding.complain(words_of(error))
            return False
        finally:
            binding.storing = False
        binding.show(details)
        binding.editor.settle()
        self._settled(binding)
        if said:
            self._context.offer_undo(said)
        return True

    def take_back(self, binding: Binding) -> None:
        """Show the stored value again."""
        binding.take_back()
        self._settled(binding)

    def focus_first(self) -> None:
        """Put the focus where somebody who is new has their first gap."""
        for key in ("first_name", "email", "job_title"):
            binding = self.bindings[key]
            if not binding.editor.value():
                binding.editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.bindings["first_name"].editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        binding = self._binding_of(QApplication.focusWidget())
        if binding is not None and (binding.dirty or binding.problem):
            self.take_back(binding)
        else:
            self.escaped.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Undo and Redo to the window while nothing is half typed in a field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            turns = event.matches(QKeySequence.StandardKey.Undo) or event.matches(
                QKeySequence.StandardKey.Redo
            )
            binding = self._binding_of(watched) if isinstance(watched, QWidget) else None
            if turns and binding is not None and not binding.dirty:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _follow(self, entry: RegisterEntry, programme: Programme | None) -> None:
        """Take note of what is stored now about the same person."""
        had_part = self._entry is not None and self._entry.participation is not None
        self._entry, self._programme = entry, programme
        self.part.show_entry(entry, programme)
        for binding in self.bindings.values():
            details = self._details(binding)
            if details is None:
                continue
            if binding.spec.of_part and not had_part:
                binding.show(details)
            else:
                binding.follow(details)

    def _write(self, binding: Binding, data: DataFile) -> Any:
        """Store one field on top of what is stored now; return the details as they then are."""
        from revmentor_desktop.services.people import writing

        person_id = self.person_id or 0
        value = binding.editor.value()
        if not binding.spec.of_part:
            person = reading.person(data, person_id)
            writing.save_person(data, person_id, binding.spec.write(person, value))
            return reading.person(data, person_id)
        programme_id = self._programme.id if self._programme else 0
        part = reading.participation(data, programme_id, person_id)
        if part is None:
            name = reading.person(data, person_id).full_name
            raise KnownError("not-taking-part", name=name)
        if binding.spec.store is not None:
            binding.spec.store(data, programme_id, person_id, value)
        else:
            details = binding.spec.write(part, value)
            writing.save_participation(data, programme_id, person_id, details)
        return reading.participation(data, programme_id, person_id)

    def _details(self, binding: Binding) -> Any:
        if self._entry is None:
            return None
        return self._entry.participation if binding.spec.of_part else self._entry.person

    def _introduce(self, binding: Binding, entry: RegisterEntry) -> None:
        editor = binding.editor
        if isinstance(editor, ManagerEditor | PeopleEditor | ConflictsEditor):
            editor.look_at(entry.person.id)

    def _place(self, binding: Binding) -> tuple[int, int, str]:
        programme = self._programme.id if self._programme and binding.spec.of_part else 0
        return self.person_id or 0, programme, binding.spec.key

    def _type_again(self, binding: Binding) -> None:
        """Bring back what could not be stored when the person was last looked at."""
        kept = self._typed.get(self._place(binding))
        if kept is not None:
            binding.editor.type_again(kept)
            binding.complain(binding.editor.problem() or self.tr("This is not stored yet."))

    def _settled(self, binding: Binding) -> None:
        binding.complain("")
        self._typed.pop(self._place(binding), None)

    def _add_section(self, layout: QVBoxLayout, title: str, fields: list[Binding]) -> None:
        if title:
            layout.addWidget(rule())
            layout.addWidget(plain_label(title, "heading"))
        lay_out_fields(layout, fields)
        self._watch(fields)

    def _watch(self, fields: Iterable[Binding]) -> None:
        for binding in fields:
            self.bindings[binding.spec.key] = binding
            binding.editor.when_decided(_deciding(self.store, binding))
            widget = binding.editor.widget
            texts: list[QWidget] = [*widget.findChildren(QLineEdit)]
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                texts.append(widget)
            for text in texts:
                text.installEventFilter(self)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        before, after = self._binding_of(old), self._binding_of(new)
        if before is after:
            return
        if before is not None:
            # Also when the page or the window goes away: the focus leaves it first.
            self.store(before)
        if after is not None:
            after.editor.entered()

    def _binding_of(self, widget: QWidget | None) -> Binding | None:
        """Return the field that a widget belongs to, a list dropped down from it included."""
        editors = {binding.editor.widget: binding for binding in self.bindings.values()}
        while widget is not None:
            if widget in editors:
                return editors[widget]
            widget = widget.parentWidget()
        return None


def _deciding(store: Callable[[Binding], bool], binding: Binding) -> Callable[[], object]:
    def decided(*_: object) -> object:
        return store(binding)

    return decided
