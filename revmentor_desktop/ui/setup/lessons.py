"""The lessons of a programme: what the next one should know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.lessons import Lesson
from revmentor_desktop.services.setup.lessons import lessons
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.widgets.buttons import button, icon_button
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.growing import GrowingText
from revmentor_desktop.ui.widgets.text import plain_label


class LessonsPanel(QWidget):
    """Notes lessons of the programme that is looked at, and ticks off what was taken up.

    It follows by itself when lessons are changed or another programme is chosen.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.entry = GrowingText()
        self.entry.setPlaceholderText(
            self.tr("e.g. Brief line managers a month earlier; two had planned leave.")
        )
        self.add = button(self.tr("Note it"), icon="plus")
        self.add.clicked.connect(self._note)
        self._field = LabelledField(self.tr("What should the next programme know?"), self.entry)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._none = plain_label(
            self.tr("Nothing noted yet. Open lessons come along into the next programme."),
            "muted",
            "wrap",
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._field, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self._none)
        layout.addLayout(self._list)
        self.rows: list[_LessonRow] = []
        context.changed.connect(self._touched)
        context.programme_changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Show the lessons of the programme that is looked at."""
        programme_id = self._context.programme_id
        found = lessons(self._context.data, programme_id) if programme_id is not None else []
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [_LessonRow(one) for one in found]
        for row in self.rows:
            row.taken_up.clicked.connect(self._close_or_open(row))
            row.remove.clicked.connect(self._removal(row))
            self._list.addWidget(row)
        self._none.setVisible(not found)
        self.setEnabled(programme_id is not None)

    def _touched(self, tables: frozenset[str]) -> None:
        if "lesson" in tables:
            self.reload()

    def _note(self) -> None:
        from revmentor_desktop.services.setup.lesson_writing import note_lesson

        programme_id, text = self._context.programme_id, self.entry.text()
        if programme_id is None:
            return
        self._field.show_problem("")
        try:
            self._context.attempt(
                self.tr("Note a lesson"), lambda data: note_lesson(data, programme_id, text)
            )
        except KnownError as error:
            self._field.show_problem(words_of(error))
        else:
            self.entry.put("")
        self.entry.setFocus()

    def _close_or_open(self, row: _LessonRow) -> Callable[[], None]:
        from revmentor_desktop.services.setup.lesson_writing import set_open

        def change() -> None:
            is_open = not row.taken_up.isChecked()
            words = self.tr("Open a lesson again") if is_open else self.tr("Take up a lesson")
            self._run(words, lambda data: set_open(data, row.lesson.id, is_open=is_open))

        return change

    def _removal(self, row: _LessonRow) -> Callable[[], None]:
        from revmentor_desktop.services.setup.lesson_writing import remove_lesson

        def change() -> None:
            self._run(
                self.tr("Remove a lesson"),
                lambda data: remove_lesson(data, row.lesson.id),
                notice=self.tr("The lesson is gone."),
            )

        return change

    def _run(self, words: str, action: Callable[[DataFile], None], notice: str = "") -> None:
        self._context.run(words, action, notice=notice)
        self.entry.setFocus()


class _LessonRow(QWidget):
    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        self.lesson = lesson
        self.taken_up = QCheckBox(self.tr("Taken up"))
        self.taken_up.setChecked(not lesson.is_open)
        self.taken_up.setAccessibleDescription(lesson.text)
        self.remove = icon_button("x", self.tr("Remove this lesson"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(lesson.text, "body" if lesson.is_open else "muted", "wrap"))
        words.addWidget(plain_label(short_date(lesson.noted_on), "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.taken_up, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
