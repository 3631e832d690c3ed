"""Own fields: which answers a field takes, and which of them may be used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Participation, Role
from revmentor_desktop.domain.plan.own_fields import AskedOf, FieldKind, OwnField
from revmentor_desktop.domain.plan.own_values import checked_value, option_meant, usable_values
from revmentor_desktop.domain.plan.taking_part import TakingPart

TEXT = OwnField(key="own-1", label="Known for")
ONE = OwnField(
    key="own-2", label="Shift", kind=FieldKind.ONE_OF, options=("Days", "Nights", "Émigré")
)
SEVERAL = replace(ONE, key="own-3", kind=FieldKind.SEVERAL_OF)
NUMBER = OwnField(key="own-4", label="Years", kind=FieldKind.NUMBER)
DAY = OwnField(key="own-5", label="Joined the network", kind=FieldKind.DATE)
SPECIAL = OwnField(
    key="own-6", label="Ethnicity", is_special=True, special_purpose="To pair across experience"
)


def refused(field: OwnField, value: Any) -> str:
    with pytest.raises(KnownError) as caught:
        checked_value(field, value)
    return caught.value.code


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        (TEXT, "  a  b \x00", "a b"),
        (TEXT, "  ", None),
        (TEXT, None, None),
        (ONE, "nights", "Nights"),
        (ONE, " EMIGRE ", "Émigré"),
        (ONE, "", None),
        (SEVERAL, ("nights", "DAYS", "days"), ("Days", "Nights")),
        (SEVERAL, (), None),
        (NUMBER, "2.5", 2.5),
        (NUMBER, 3, 3.0),
        (NUMBER, 0.0, 0.0),
        (NUMBER, "", None),
        (DAY, "2027-01-19", "2027-01-19"),
        (DAY, None, None),
    ],
)
def test_an_answer_is_kept_as_its_field_takes_it(field: OwnField, given: Any, kept: Any) -> None:
    assert checked_value(field, given) == kept


@pytest.mark.parametrize(
    ("field", "given", "code"),
    [
        (TEXT, "x" * 5001, "text-too-long"),
        (ONE, "Evenings", "own-value-no-option"),
        (SEVERAL, ("Days", "Evenings"), "own-value-no-option"),
        (NUMBER, "many", "own-value-no-number"),
        (NUMBER, "nan", "own-value-no-number"),
        (NUMBER, "inf", "own-value-no-number"),
        (DAY, "soon", "own-value-no-date"),
        (DAY, "1066-10-14", "date-odd"),
        (replace(TEXT, is_on=False), "x", "own-field-not-asked"),
        (replace(SPECIAL, special_purpose=" "), "x", "own-field-not-asked"),
    ],
)
def test_what_is_no_answer_is_refused(field: OwnField, given: Any, code: str) -> None:
    assert refused(field, given) == code


def test_an_option_is_found_whatever_its_case_accents_and_spaces() -> None:
    assert option_meant(ONE, " ÉMIGRE") == "Émigré"
    assert option_meant(ONE, "Evenings") is None


def part(**more: Any) -> Participation:
    values = {"own-1": "Maps", "own-2": "Days", "own-6": "Welsh"}
    given = {"role": Role.MENTOR, "own_values": values} | more
    return Participation(id=1, programme_id=1, person_id=1, **given)


def test_a_special_answer_is_used_only_with_purpose_and_consent() -> None:
    asked = TakingPart(own_fields=(TEXT, ONE, SPECIAL))
    assert usable_values(part(), asked).keys() == {"own-1", "own-2"}
    agreed = part(consents={"own-6": date(2027, 1, 19)})
    assert usable_values(agreed, asked)["own-6"] == "Welsh"
    without_purpose = TakingPart(own_fields=(TEXT, replace(SPECIAL, special_purpose="")))
    assert usable_values(agreed, without_purpose).keys() == {"own-1"}


def test_answers_to_what_is_not_asked_of_somebody_are_not_used() -> None:
    of_leaders = replace(ONE, asked_of=AskedOf.MENTEE)
    asked = TakingPart(own_fields=(replace(TEXT, is_on=False), of_leaders))
    assert usable_values(part(), asked) == {}
    assert usable_values(part(role=Role.MENTEE), asked) == {"own-2": "Days"}
    assert asked.asked_fields() == (of_leaders,)
    assert asked.asked_fields(Role.MENTOR) == ()
