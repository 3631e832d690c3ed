"""Own fields in the wizard: offered as fields, their answers decided, changes shown by label."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.exchange.people_file.draft import Step
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.importing.choices import CHOICES_ROLE
from tests.exchange.files import write
from tests.ui.people.importing.stage import Stage

SHIFT: Final = OwnField(
    key="own-1", label="Shift pattern", kind=FieldKind.ONE_OF, options=("Nights", "Days")
)
CREW: Final = OwnField(key="own-2", label="Crew")
LIST: Final = (
    "Name;Role;Shift pattern;Works with\r\n"
    "Ann Lee;Mentor;NIGHTS;Blue\r\n"
    "Bob Ray;Leader;mostly days;\r\n"
)


@pytest.fixture
def stage(qtbot: QtBot, context: Context, programme_id: int, tmp_path: Path) -> Stage:
    asked = TakingPart(own_fields=(SHIFT, CREW))
    save_section(context.data, programme_id, "taking_part", asked)
    return Stage(qtbot, context, write(tmp_path, "list.csv", LIST))


def test_own_fields_are_mapped_decided_and_imported_in_one_step(
    stage: Stage, context: Context, programme_id: int
) -> None:
    wizard = stage.wizard
    stage.go_to(Step.COLUMNS)
    model = wizard.columns_page.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [model.index(row, 2).data() for row in range(4)] == [
        "Full name",
        "Mentor or leader",
        "Shift pattern",
        "Leave out",
    ]
    assert model.index(0, 2).data(CHOICES_ROLE)[-2:] == [
        ("own:own-1", "Shift pattern"),
        ("own:own-2", "Crew"),
    ]
    assert model.setData(model.index(3, 2), "own:own-2")
    assert model.index(3, 2).data() == "Crew"
    stage.go_to(Step.VALUES)
    values = wizard.values_page
    assert values.waiting.text() == "1 value waits for your choice."
    assert [values.model.index(0, column).data() for column in (0, 2, 3)] == [
        "mostly days",
        "Shift pattern",
        "Please choose",
    ]
    stage.go_to(Step.PREVIEW)
    assert stage.wizard.next.text() == "Import 2 people"
    stage.go_to(Step.VALUES)
    assert values.model.setData(values.model.index(0, 3), "Days")
    assert values.model.index(0, 3).data() == "Days"
    stage.go_to(Step.PREVIEW)
    stage.press_next()
    kept = {
        one.person.first_name: one.participation.own_values
        for one in participants(context.data, programme_id)
    }
    assert kept == {"Ann": {"own-1": "Nights", "own-2": "Blue"}, "Bob": {"own-1": "Days"}}
    context.undo()
    assert participants(context.data, programme_id) == []


def test_consent_has_a_column_of_its_own_and_is_asked_for_where_none_is(
    qtbot: QtBot, context: Context, programme_id: int, tmp_path: Path
) -> None:
    care = OwnField(key="own-1", label="Health", is_special=True, special_purpose="Rooms")
    save_section(context.data, programme_id, "taking_part", TakingPart(own_fields=(care,)))
    file = write(
        tmp_path,
        "list.csv",
        "Name;Role;Health;Ticked on\r\nAnn Lee;Mentor;Hearing aid;3 March 2026\r\n",
    )
    stage = Stage(qtbot, context, file)
    stage.go_to(Step.COLUMNS)
    page = stage.wizard.columns_page
    assert page.consent.isVisible()
    assert "“Health” are not used before each person has agreed" in page.consent.text()
    assert page.model.setData(page.model.index(3, 2), "consent:own-1")
    assert page.model.index(3, 2).data() == "Consent to “Health”"
    assert not page.consent.isVisible()
    stage.go_to(Step.PREVIEW)
    stage.press_next()
    (ann,) = participants(context.data, programme_id)
    assert ann.participation.consents == {"own-1": date(2026, 3, 3)}
    again = Stage(qtbot, context, write(tmp_path, "no.csv", file.read_text().replace("3 M", "4 M")))
    again.go_to(Step.PREVIEW)
    rows = again.wizard.preview_page.model
    assert "Consent to “Health”: Tue 3 Mar 2026 → Wed 4 Mar 2026" in str(
        [rows.index(row, 3).data(3) for row in range(rows.rowCount())]
    )
    again.wizard.session.is_edited = False
    again.wizard.close()


def test_a_changed_answer_is_shown_by_its_label(
    stage: Stage, context: Context, tmp_path: Path
) -> None:
    stage.go_to(Step.PREVIEW)
    stage.press_next()
    again = Stage(
        stage.qtbot,
        context,
        write(tmp_path, "again.csv", "Name;Role;Shift pattern\r\nAnn Lee;Mentor;days\r\n"),
    )
    again.go_to(Step.PREVIEW)
    rows = again.wizard.preview_page.model
    assert "Shift pattern: Nights → Days" in str(
        [rows.index(row, 3).data(3) for row in range(rows.rowCount())]
    )
    again.wizard.session.is_edited = False
    again.wizard.close()


def test_the_field_of_the_role_is_called_as_the_programme_calls_it(
    stage: Stage, context: Context, programme_id: int
) -> None:
    named = TakingPart(
        mentor_name=RoleName(one="Guide", several="Guides"),
        mentee_name=RoleName(one="Director", several="Directors"),
    )
    context.attempt("Plan", lambda data: save_section(data, programme_id, "taking_part", named))
    stage.go_to(Step.COLUMNS)
    model = stage.wizard.columns_page.model
    assert model.index(1, 2).data() == "Guide or director"
