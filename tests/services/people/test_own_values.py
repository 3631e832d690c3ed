"""Answers to own fields and consent: stored, read, withdrawn; each change one step."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField, OwnValue
from revmentor_desktop.domain.plan.own_values import usable_values
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.people.own_values import (
    set_consent,
    set_own_value,
    set_own_values,
)
from revmentor_desktop.services.people.reading import participants, participation
from revmentor_desktop.services.setup.reading import taking_part
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, stored_mentor, stored_person, stored_programme

ASKED: Final = TakingPart(
    own_fields=(
        OwnField(key="own-1", label="Known for"),
        OwnField(key="own-2", label="Shift", kind=FieldKind.SEVERAL_OF, options=("Days", "Nights")),
        OwnField(key="own-3", label="Years", kind=FieldKind.NUMBER),
        OwnField(key="own-4", label="Health", is_special=True, special_purpose="To pair well"),
        OwnField(key="own-5", label="Belief", is_special=True),
    )
)
AGREED: Final = date(2026, 11, 2)


@pytest.fixture
def programme(data: DataFile) -> int:
    made = stored_programme(data)
    save_section(data, made, "taking_part", ASKED)
    return made


@pytest.fixture
def mei(data: DataFile, programme: int) -> int:
    return stored_mentor(data, programme)


def values_of(data: DataFile, programme: int, person: int) -> object:
    part = participation(data, programme, person)
    return dict(part.own_values) if part else None


def test_answers_are_stored_and_read_again(data: DataFile, programme: int, mei: int) -> None:
    given: dict[str, OwnValue | None] = {
        "own-1": " Maps ",
        "own-2": ("nights", "days"),
        "own-3": "2.5",
    }
    before = dump(data)
    with data.words("Answer"):
        set_own_values(data, programme, mei, given)
    kept = {"own-1": "Maps", "own-2": ("Days", "Nights"), "own-3": 2.5}
    assert values_of(data, programme, mei) == kept
    assert participants(data, programme)[0].participation.own_values == kept
    set_own_value(data, programme, mei, "own-1", "")
    set_own_value(data, programme, mei, "own-3", 4)
    assert values_of(data, programme, mei) == {"own-2": ("Days", "Nights"), "own-3": 4}
    for _ in range(3):
        data.undo()
    assert dump(data) == before


def test_one_wrong_answer_stores_none(data: DataFile, programme: int, mei: int) -> None:
    before = dump(data)
    with pytest.raises(KnownError, match="own-value-no-option"):
        set_own_values(data, programme, mei, {"own-1": "Maps", "own-2": ("Evenings",)})
    with pytest.raises(KnownError, match="own-field-gone"):
        set_own_value(data, programme, mei, "own-9", "x")
    assert dump(data) == before


def test_special_data_without_a_purpose_is_not_stored(
    data: DataFile, programme: int, mei: int
) -> None:
    with pytest.raises(KnownError, match="own-field-not-asked"):
        set_own_value(data, programme, mei, "own-5", "x")
    assert values_of(data, programme, mei) == {}


def test_consent_is_given_and_withdrawn(data: DataFile, programme: int, mei: int) -> None:
    def usable() -> dict[str, object]:
        part = participation(data, programme, mei)
        return dict(usable_values(part, taking_part(data, programme))) if part else {}

    set_own_value(data, programme, mei, "own-4", "Hearing aid")
    assert usable() == {}
    set_consent(data, programme, mei, "own-4", AGREED)
    assert usable() == {"own-4": "Hearing aid"}
    set_consent(data, programme, mei, "own-4", date(2026, 11, 3))
    part = participation(data, programme, mei)
    assert part is not None
    assert part.consents == {"own-4": date(2026, 11, 3)}
    set_consent(data, programme, mei, "own-4", None)
    assert usable() == {}
    assert values_of(data, programme, mei) == {"own-4": "Hearing aid"}
    data.undo()
    assert usable() == {"own-4": "Hearing aid"}


def test_consent_is_recorded_only_where_it_is_needed(
    data: DataFile, programme: int, mei: int
) -> None:
    with pytest.raises(KnownError, match="consent-not-needed"):
        set_consent(data, programme, mei, "own-1", AGREED)


def test_who_takes_no_part_answers_nothing(data: DataFile, programme: int) -> None:
    outside = stored_person(data, "Omar Aziz")
    with pytest.raises(KnownError) as caught:
        set_own_value(data, programme, outside, "own-1", "x")
    assert (caught.value.code, caught.value.params) == (
        "not-taking-part",
        {"name": "Omar Aziz"},
    )


def test_a_programme_without_a_plan_asks_nothing_of_its_own(data: DataFile) -> None:
    assert taking_part(data, stored_programme(data)).own_fields == ()
    assert taking_part(data, None) == TakingPart()
