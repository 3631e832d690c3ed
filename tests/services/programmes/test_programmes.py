"""Programmes and the organisation: stored, found by name, counted, removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.logo import MOST_BYTES, Logo
from revmentor_desktop.domain.participation import OUT_STATES, ParticipationState, Role
from revmentor_desktop.domain.plan.pairing_choices import (
    DEFAULT_RULES,
    WITHDRAWN,
    PairingChoices,
)
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.pairing.reading import board
from revmentor_desktop.services.people.reading import people
from revmentor_desktop.services.people.writing import set_state
from revmentor_desktop.services.programmes.reading import (
    Standing,
    organisation,
    organisation_logo,
    programme,
    programme_named,
    programmes,
    standing,
)
from revmentor_desktop.services.programmes.writing import (
    add_programme,
    name_organisation,
    present_organisation,
    remove_programme,
)
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, stored_leader, stored_mentor, stored_pair, stored_programme
from tests.logo_example import striped_logo

FULL = ProgrammeDetails(
    name="Front-line voices",
    purpose="Leaders hear it first",
    start_date=date(2027, 1, 19),
    session_count=8,
    session_minutes=45,
    weeks_between=3,
)


def test_every_field_of_a_programme_is_kept(data: DataFile) -> None:
    stored = programme(data, add_programme(data, FULL))
    names = ProgrammeDetails.__dataclass_fields__
    assert {name: getattr(stored, name) for name in names} == {
        name: getattr(FULL, name) for name in names
    }
    assert not stored.is_sample


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"name": "  "}, "name-missing", "name"),
        ({"name": " FRONT-LINE voïces "}, "programme-name-taken", "name"),
        ({"session_count": 0}, "number-odd", "session_count"),
        ({"purpose": "x" * 5001}, "text-too-long", "purpose"),
    ],
)
def test_what_cannot_be_stored_is_refused_with_its_field(
    data: DataFile, more: dict[str, Any], code: str, field: str
) -> None:
    add_programme(data, FULL)
    before = dump(data)
    with pytest.raises(InvalidField) as raised:
        add_programme(data, replace(FULL, **{"name": "New"} | more))
    assert (raised.value.code, raised.value.field) == (code, field)
    assert dump(data) == before


def test_whatever_is_gone_is_told(data: DataFile) -> None:
    for action in (programme, remove_programme):
        with pytest.raises(KnownError) as raised:
            action(data, 9)
        assert raised.value.code == "programme-gone"


def test_the_newest_programme_comes_first(data: DataFile) -> None:
    for name, start in (("old", date(2020, 1, 1)), ("new", date(2027, 1, 1)), ("open", None)):
        stored_programme(data, name, start_date=start)
    assert [one.name for one in programmes(data)] == ["new", "old", "open"]


def test_a_programme_is_found_by_name_or_as_the_only_one(data: DataFile) -> None:
    def code(name: str | None) -> str:
        with pytest.raises(KnownError) as raised:
            programme_named(data, name)
        return raised.value.code

    assert code(None) == "programme-none"
    first = add_programme(data, FULL)
    assert programme_named(data, None).id == first
    stored_programme(data, "Zweite")
    assert programme_named(data, " front-LINE voices").id == first
    assert code("voices") == "programme-unknown"
    assert code(None) == "programme-which"


@pytest.mark.parametrize("state", sorted(OUT_STATES))
def test_a_programme_s_standing_leaves_out_who_has_no_place(
    data: DataFile, state: ParticipationState
) -> None:
    here = stored_programme(data)
    assert standing(data, here) == Standing(0, 0, 0, 0, 0)
    stored_pair(data, here, "Mei Brown", "David Price")
    stored_leader(data, here, "Helen Ward")
    away = stored_mentor(data, here, "Jonas Tamm")
    set_state(data, here, [away], state)
    stored_pair(data, stored_programme(data), "Other One", "Other Two")
    assert standing(data, here) == Standing(
        mentors=1, leaders=2, pairs=1, paired_leaders=1, paired_mentors=1
    )
    # Helen waits for a mentor whether or not David, who has left, is still in his pair.
    (david,) = data.rows("SELECT id FROM person WHERE first_name = 'David'")
    set_state(data, here, [david["id"]], state)
    assert standing(data, here) == Standing(
        mentors=1, leaders=1, pairs=1, paired_leaders=0, paired_mentors=1
    )
    assert len(people(data)) == 6


def test_who_withdrew_is_counted_where_the_board_counts_them(data: DataFile) -> None:
    here = stored_programme(data)
    stored_mentor(data, here)
    gone = stored_leader(data, here, "Helen Ward")
    set_state(data, here, [gone], ParticipationState.WITHDRAWN)

    def counted(choices: PairingChoices) -> tuple[int, int]:
        save_section(data, here, "pairing", choices)
        found, laid = standing(data, here), board(data, here)
        assert (found.mentors, found.leaders) == tuple(len(laid.side(role)) for role in Role)
        return found.mentors, found.leaders

    without = DEFAULT_RULES - {WITHDRAWN}
    assert counted(PairingChoices()) == (1, 0)
    assert counted(PairingChoices(rules=without)) == (1, 1)
    # A choice that was made before there was such a rule.
    assert counted(PairingChoices(rules=without, rules_known=without)) == (1, 0)
    set_state(data, here, [gone], ParticipationState.RESERVE)
    assert counted(PairingChoices(rules=without)) == (1, 0)


def test_the_organisation_has_one_name(data: DataFile) -> None:
    assert organisation(data) == ""
    name_organisation(data, "  Harbour\u202e Care ")
    name_organisation(data, "Harbour & Care")
    assert organisation(data) == "Harbour & Care"
    assert len(dump(data)["setting"]) == 1


def test_the_logo_is_kept_replaced_and_taken_away(data: DataFile) -> None:
    assert organisation_logo(data) is None
    before = dump(data)
    with data.words("Change the organisation’s logo"):
        present_organisation(data, "Harbour Care", striped_logo())
    assert organisation_logo(data) == striped_logo()
    assert organisation(data) == "Harbour Care"
    present_organisation(data, "Harbour Care", striped_logo(60, 60))
    assert organisation_logo(data) == striped_logo(60, 60)
    data.undo()
    assert organisation_logo(data) == striped_logo()
    present_organisation(data, "Harbour Care", None)
    assert organisation_logo(data) is None
    data.undo()
    data.undo()
    assert dump(data) == before


def test_a_name_alone_leaves_the_logo(data: DataFile) -> None:
    present_organisation(data, "Harbour Care", striped_logo())
    name_organisation(data, "Northgate")
    assert organisation_logo(data) == striped_logo()


def test_a_logo_as_large_as_may_be_is_undone_and_redone(data: DataFile) -> None:
    pixels = Random(1).randbytes(MOST_BYTES // 2)
    logo = Logo(200, 200, pixels, pixels)
    present_organisation(data, "", logo)
    data.undo()
    assert organisation_logo(data) is None
    data.redo()
    assert organisation_logo(data) == logo


def test_a_logo_lies_in_the_file_encrypted(data: DataFile) -> None:
    logo = striped_logo(640, 160)
    present_organisation(data, "", logo)
    stored = data.path.read_bytes()
    assert logo.colours[:40] not in stored
    assert logo.greys[:40] not in stored
