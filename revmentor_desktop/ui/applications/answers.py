"""What somebody who applies has told: the details and own fields that this programme asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from revmentor_desktop.domain.applications import Applicant
from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.people.value_words import value_words
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.system.detail_words import detail_label
from revmentor_desktop.ui.meeting_words import mode_names, slot_words
from revmentor_desktop.ui.widgets.text import plain_label


class Answers(QWidget):
    """Questions at the left, answers at the right; what was not answered is a dash."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self._said: list[tuple[str, str]] = []

    @property
    def said(self) -> list[tuple[str, str]]:
        """The questions and answers that are shown."""
        return list(self._said)

    def show_applicant(self, one: Applicant, asked: TakingPart, manager: str) -> None:
        """Show what somebody told; `manager` is their line manager's name."""
        said = self._details(one, asked, manager) + self._own(one, asked)
        if said == self._said:
            return
        self._said = said
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        for row, (question, answer) in enumerate(said):
            label = plain_label(question, "small", "wrap")
            label.setFixedWidth(self.fontMetrics().averageCharWidth() * 19)
            self._grid.addWidget(label, row, 0, top)
            self._grid.addWidget(plain_label(answer, "body", "wrap"), row, 1, top)

    def _details(self, one: Applicant, asked: TakingPart, manager: str) -> list[tuple[str, str]]:
        said = [(self.tr("E-mail"), one.person.email)]
        for key in asked.asked:
            if key == "motivation":
                answer = one.participation.motivation
            elif key == "line_manager":
                answer = manager
            else:
                answer = _READERS.get(key, _no_answer)(one.person)
            said.append((detail_label(key), answer))
        return [(question, answer or "–") for question, answer in said]

    def _own(self, one: Applicant, asked: TakingPart) -> list[tuple[str, str]]:
        part = one.participation
        said = []
        for field in asked.asked_fields(part.role):
            answer = value_words(field, part.own_values.get(field.key)) or "–"
            if answer != "–" and field.is_special and field.key not in part.consents:
                answer = self.tr("{0} (no consent, so not used)").format(answer)
            said.append((field.label, answer))
        return said


def _no_answer(_: Person) -> str:
    return ""


def _list_of(key: str) -> Callable[[Person], str]:
    return lambda person: ", ".join(getattr(person, key))


def _line_of(key: str) -> Callable[[Person], str]:
    return lambda person: str(getattr(person, key))


_READERS: Final[Mapping[str, Callable[[Person], str]]] = {
    **{key: _line_of(key) for key in ("job_title", "department", "site", "grade", "about_me")},
    **{key: _list_of(key) for key in ("offers", "wants", "interests")},
    "start_date": lambda person: short_date(person.start_date) if person.start_date else "",
    "slots": lambda person: slot_words(person.slots),
    "meeting_mode": lambda person: mode_names()[person.meeting_mode] if person.meeting_mode else "",
}
"""How each detail that an application can ask for is read."""
