"""What can be done with applications: each one change, one undo step, one notice.

What stores changes is imported when the first one is made: it takes longer to load than the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject

from revmentor_desktop.domain.applications import (
    Applicant,
    Application,
    Decision,
    RefusalReason,
)
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.applications.words import decision_words, done_words, names_of
from revmentor_desktop.ui.context import Context

Chosen = Sequence[Applicant]


class ApplicationCommands(QObject):
    """Changes to applications of the programme that is looked at."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def decide(
        self, chosen: Chosen, decision: Decision, reason: RefusalReason | None = None
    ) -> None:
        """Accept, keep in reserve or kindly refuse; Undo takes all of it back."""
        moved = [
            one
            for one in chosen
            if one.participation.state is not decision.state or one.application.reason != reason
        ]
        if not moved:
            return
        programme, ids = self._programme, [one.person.id for one in moved]

        def change(data: DataFile) -> None:
            from revmentor_desktop.services.applications import writing

            writing.decide(data, programme, ids, decision, today(), reason)

        names = names_of(moved)
        words = self.tr("{0}: {1}").format(decision_words(decision), names)
        self._context.run(words, change, notice=done_words(decision, names))

    def reopen(self, chosen: Chosen) -> None:
        """Take decisions back, so that the applications wait again."""
        programme, ids = self._programme, [one.person.id for one in chosen]

        def change(data: DataFile) -> None:
            from revmentor_desktop.services.applications import writing

            writing.reopen(data, programme, ids)

        names = names_of(chosen)
        words = self.tr("Take the decision about {0} back").format(names)
        self._context.run(words, change, notice=self.tr("Waiting again: {0}").format(names))

    def note(self, one: Applicant, noted: Application) -> None:
        """Store what was noted of an application. Raises KnownError for what cannot be."""
        programme = self._programme

        def change(data: DataFile) -> None:
            from revmentor_desktop.services.applications import writing

            writing.save_application(data, programme, one.person.id, noted)

        words = self.tr("Change {0}’s application").format(one.person.full_name)
        self._context.attempt(words, change)

    def opt_in(self, one: Applicant, day: date | None) -> None:
        """Store on which day somebody opted in. Raises KnownError for what cannot be."""
        programme, person_id = self._programme, one.person.id

        def change(data: DataFile) -> None:
            from dataclasses import replace

            from revmentor_desktop.services.people import writing

            part = replace(one.participation, opted_in_on=day)
            writing.save_participation(data, programme, person_id, part)

        self._context.attempt(
            self.tr("Change {0}’s opt-in date").format(one.person.full_name), change
        )

    def receive(self, person_ids: Sequence[int], names: str, role: Role, day: date) -> None:
        """Note that applications of people who are known came in. Raises KnownError."""
        programme = self._programme

        def change(data: DataFile) -> None:
            from revmentor_desktop.services.applications import writing

            writing.receive(data, programme, person_ids, day, role)

        self._context.attempt(self.tr("Receive the application of {0}").format(names), change)

    def receive_new(self, details: PersonDetails, role: Role, day: date) -> int:
        """Store somebody new who applies; return their id. Raises InvalidField."""
        programme = self._programme

        def change(data: DataFile) -> int:
            from revmentor_desktop.services.applications import writing

            return writing.receive_new(data, programme, details, role, day)

        words = self.tr("Receive the application of {0}").format(details.full_name)
        return self._context.attempt(words, change)

    @property
    def _programme(self) -> int:
        return self._context.programme_id or 0
