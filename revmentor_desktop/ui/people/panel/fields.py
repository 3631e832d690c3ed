"""All fields of the panel: what each is called, where its value lives, how it is edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.people import Slot
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.meeting_words import mode_names
from revmentor_desktop.ui.people.panel.binding import (
    Binding,
    FieldSpec,
    attribute,
    not_an_attribute,
)
from revmentor_desktop.ui.people.panel.conflicting import ConflictsEditor
from revmentor_desktop.ui.people.panel.directory import Directory
from revmentor_desktop.ui.people.panel.editors import (
    ChoiceEditor,
    DateEditor,
    LineEditor,
    TagsEditor,
    TextEditor,
    WordEditor,
)
from revmentor_desktop.ui.people.panel.naming import ManagerEditor, PeopleEditor
from revmentor_desktop.ui.people.panel.ordered import OrderedEditor
from revmentor_desktop.ui.people.panel.partners import PartnersEditor
from revmentor_desktop.ui.people.panel.slots import SlotsEditor
from revmentor_desktop.ui.people.words import state_names
from revmentor_desktop.ui.roles import role_names

WordsInUse = Callable[[str], Sequence[str]]
"""Returns what stands already in the field of that name."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What editors may offer: words in use by field, and everybody by name."""

    words: WordsInUse
    everybody: Callable[[], Directory]

    def of(self, field: str) -> Callable[[], Sequence[str]]:
        """Return the words of one field, asked for when they are needed."""
        return lambda: self.words(field)


def person_fields(sources: Sources) -> list[Binding]:
    """Return who somebody is and where they work, in reading order."""
    tr = QCoreApplication.translate
    return [
        Binding(attribute("first_name", tr("people", "First name"), "first name"), LineEditor()),
        Binding(attribute("last_name", tr("people", "Surname"), "surname"), LineEditor()),
        Binding(attribute("email", tr("people", "E-mail"), "e-mail address"), LineEditor()),
        Binding(
            attribute("job_title", tr("people", "Job title"), "job title"),
            WordEditor(sources.of("job_title")),
        ),
        Binding(
            attribute("department", tr("people", "Department"), "department"),
            WordEditor(sources.of("department")),
        ),
        Binding(attribute("site", tr("people", "Site"), "site"), WordEditor(sources.of("site"))),
        Binding(_line_manager(), ManagerEditor(sources.everybody)),
        Binding(
            attribute("grade", tr("people", "Grade"), "grade"), WordEditor(sources.of("grade"))
        ),
        Binding(attribute("start_date", tr("people", "Start date"), "start date"), DateEditor()),
    ]


def skill_fields(sources: Sources) -> list[Binding]:
    """Return what somebody brings and wants."""
    tr = QCoreApplication.translate
    return [
        Binding(
            attribute("offers", tr("people", "Can offer"), "offers"),
            TagsEditor(tr("people", "Add what they can offer"), sources.of("offers")),
        ),
        Binding(
            attribute(
                "wants",
                tr("people", "Wants to learn"),
                "learning wishes",
                help_text=tr("people", "Most important first: drag, or Alt+Up and Alt+Down."),
            ),
            OrderedEditor(sources.of("wants")),
        ),
        Binding(
            attribute("interests", tr("people", "Interests"), "interests"),
            TagsEditor(tr("people", "Add an interest"), sources.of("interests")),
        ),
    ]


def meeting_fields() -> list[Binding]:
    """Return when and how somebody can meet, and what they tell their partner."""
    tr = QCoreApplication.translate
    modes: dict[Any, str] = {None: tr("people", "Not known"), **mode_names()}
    return [
        Binding(_slots(), SlotsEditor()),
        Binding(
            attribute("meeting_mode", tr("people", "Prefers to meet"), "way to meet"),
            ChoiceEditor(modes),
        ),
        Binding(
            attribute(
                "about_me",
                tr("people", "About me"),
                "“about me”",
                help_text=tr("people", "In their own words; printed in the partner’s pack."),
            ),
            TextEditor(),
        ),
    ]


def programme_fields(sources: Sources) -> list[Binding]:
    """Return somebody's part in the programme that is looked at."""
    return [*_standing_fields(), *_private_fields(sources)]


def _standing_fields() -> list[Binding]:
    tr = QCoreApplication.translate
    return [
        Binding(
            attribute("role", tr("people", "Role"), "role", of_part=True),
            ChoiceEditor(role_names()),
        ),
        Binding(
            attribute("state", tr("people", "State"), "state", of_part=True),
            ChoiceEditor(state_names()),
        ),
        Binding(
            attribute(
                "own_partners", tr("people", "Most partners"), "number of partners", of_part=True
            ),
            PartnersEditor(),
        ),
        Binding(
            attribute("opted_in_on", tr("people", "Opted in on"), "opt-in date", of_part=True),
            DateEditor(),
        ),
        Binding(
            attribute("motivation", tr("people", "Motivation"), "motivation", of_part=True),
            TextEditor(),
        ),
    ]


def _private_fields(sources: Sources) -> list[Binding]:
    tr = QCoreApplication.translate
    agreed: dict[Any, str] = {
        None: tr("people", "Not asked yet"),
        True: tr("people", "Yes"),
        False: tr("people", "No"),
    }
    return [
        Binding(
            attribute(
                "not_with",
                tr("people", "Must not be paired with"),
                "list of people not to be paired with",
                of_part=True,
                help_text=tr("people", "Only the names are stored, never a reason."),
            ),
            PeopleEditor(sources.everybody),
        ),
        Binding(_conflicts(), ConflictsEditor(sources.everybody)),
        Binding(
            attribute(
                "answers_agreed",
                tr("people", "Agreed that answers help to suggest a pairing"),
                "agreement to the use of answers",
                of_part=True,
            ),
            ChoiceEditor(agreed),
        ),
        Binding(
            attribute(
                "note",
                tr("people", "Note for the organiser"),
                "note",
                of_part=True,
                help_text=tr("people", "For you alone: never printed."),
            ),
            TextEditor(),
        ),
    ]


def _line_manager() -> FieldSpec:
    def write(details: Any, value: tuple[int | None, str]) -> Any:
        return replace(details, line_manager_id=value[0], line_manager_text=value[1])

    return FieldSpec(
        "line_manager",
        QCoreApplication.translate("people", "Line manager"),
        "line manager",
        lambda details: (details.line_manager_id, details.line_manager_text),
        write,
    )


def _conflicts() -> FieldSpec:
    def store(
        data: DataFile, _programme_id: int, person_id: int, value: dict[int, ConflictCategory]
    ) -> None:
        from revmentor_desktop.services.people.conflicts import set_conflicts

        set_conflicts(data, person_id, value)

    return FieldSpec(
        "conflicts",
        QCoreApplication.translate("people", "Conflict of interest with"),
        "conflicts of interest",
        lambda part: dict(part.conflicts),
        not_an_attribute,
        of_part=True,
        help_text=QCoreApplication.translate(
            "people", "Holds for both, in every programme. Only the kind is stored; never printed."
        ),
        store=store,
    )


def _slots() -> FieldSpec:
    # In the order of the week, as the grid gives them back, whatever order they are stored in.
    return FieldSpec(
        "slots",
        QCoreApplication.translate("people", "Can usually meet"),
        "times to meet",
        lambda details: tuple(slot for slot in Slot if slot in details.slots),
        lambda details, value: replace(details, slots=value),
    )
