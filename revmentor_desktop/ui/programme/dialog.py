"""A programme in one small dialog: its name, what it is for, when it starts, how many sessions."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.programme import Programme, ProgrammeDetails
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField, NumberField

_MOST_SESSIONS = 52


class ProgrammeDialog(Dialog):
    """Starts a programme, or edits one; `programme_id` is the one stored."""

    def __init__(
        self, context: Context, programme: Programme | None = None, parent: QWidget | None = None
    ) -> None:
        heading = self.tr("Edit the programme") if programme else self.tr("Start a programme")
        super().__init__(heading, "", parent)
        self._context = context
        self._programme = programme
        self._details: ProgrammeDetails = programme or ProgrammeDetails(name="")
        self.programme_id: int | None = programme.id if programme else None
        self.name = QLineEdit(self._details.name)
        self.purpose = QPlainTextEdit(self._details.purpose)
        self.purpose.setTabChangesFocus(True)
        self.purpose.setFixedHeight(76)
        self.start = OptionalDateField()
        self.start.set_value(self._details.start_date)
        self.sessions = NumberField(1, _MOST_SESSIONS)
        self.sessions.setValue(self._details.session_count)
        self._fields = {
            "name": LabelledField(
                self.tr("Name"), self.name, self.tr("For example “Front-line voices 2027”.")
            ),
            "purpose": LabelledField(
                self.tr("What should it change?"),
                self.purpose,
                self.tr("One sentence; it stands on the papers."),
            ),
            "start_date": LabelledField(self.tr("Starts on"), self.start),
            "session_count": LabelledField(self.tr("Sessions for each pair"), self.sessions),
        }
        self._lay_out()
        self.add_cancel()
        verb = self.tr("Save") if programme else self.tr("Start the programme")
        self.save = self.add_button(verb, "primary")
        self.save.clicked.connect(self._save)
        self.start.edited.connect(self._say_end)
        self.sessions.valueChanged.connect(self._say_end)
        self._say_end()

    def problem_of(self, field: str) -> str:
        """Return what is said beside a field, or an empty text."""
        return self._fields[field].problem

    def _lay_out(self) -> None:
        self.setMinimumWidth(520)
        self.body.addWidget(self._fields["name"])
        self.body.addWidget(self._fields["purpose"])
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._fields["start_date"], 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._fields["session_count"], 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _edited(self) -> ProgrammeDetails:
        return replace(
            self._details,
            name=self.name.text(),
            purpose=self.purpose.toPlainText(),
            start_date=self.start.value(),
            session_count=self.sessions.value(),
        )

    def _say_end(self, *_: object) -> None:
        self._fields["start_date"].show_problem("")
        details = self._edited()
        help_text = ""
        if details.end_date is not None:
            help_text = self.tr("About every {0} weeks until {1}.").format(
                details.weeks_between, short_date(details.end_date)
            )
        self._fields["start_date"].set_help(help_text)

    def _save(self) -> None:
        for field in self._fields.values():
            field.show_problem("")
        self.show_problem("")
        if self.start.problem():
            self._refuse("start_date", self.start.problem())
            return
        try:
            self.programme_id = self._store(self._edited())
        except InvalidField as error:
            self._refuse(error.field, words_of(error))
        except KnownError as error:
            self.show_problem(words_of(error))
        else:
            self.accept()

    def _store(self, details: ProgrammeDetails) -> int:
        from revmentor_desktop.services.programmes import writing

        name = details.name.strip()
        if self._programme is None:
            words = self.tr("Start {0}").format(name)
            return self._context.attempt(words, lambda data: writing.add_programme(data, details))
        edited = self._programme.id
        self._context.attempt(
            self.tr("Edit {0}").format(name),
            lambda data: writing.save_programme(data, edited, details),
        )
        return edited

    def _refuse(self, field: str, problem: str) -> None:
        labelled = self._fields.get(field)
        if labelled is None:
            self.show_problem(problem)
            return
        labelled.show_problem(problem)
        labelled.field.setFocus()
