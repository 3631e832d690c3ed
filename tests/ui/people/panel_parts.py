"""Ways to the fields of the panel and to what is stored."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from revmentor_desktop.domain.participation import (
    Participation,
)
from revmentor_desktop.domain.people import Person
from revmentor_desktop.services.people import reading
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.people.page import PeoplePage
from revmentor_desktop.ui.people.panel.binding import Binding
from tests.ui.people.conftest import Cast


def field(page: PeoplePage, key: str) -> Binding:
    return page.panel.form.bindings[key]


def line(page: PeoplePage, key: str) -> QLineEdit:
    widget = field(page, key).editor.widget
    found = widget if isinstance(widget, QLineEdit) else widget.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def person(data: DataFile, person_id: int) -> Person:
    return reading.person(data, person_id)


def part(data: DataFile, cast: Cast, person_id: int) -> Participation:
    found = reading.participation(data, cast.programme, person_id)
    assert found is not None
    return found
