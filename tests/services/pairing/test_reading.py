"""The board as read, and read again when only pairs have changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revmentor_desktop.domain.conflicts import both_ways
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_facts import OtherPair
from revmentor_desktop.domain.pairing_rules import breaches
from revmentor_desktop.domain.participation import ParticipationDetails as Part
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.pairing_choices import (
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
    PairingChoices,
)
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.pairing.facts import facts
from revmentor_desktop.services.pairing.proposing import propose, take_apart
from revmentor_desktop.services.pairing.reading import board, board_with_other_pairs
from revmentor_desktop.services.people.reading import participation
from revmentor_desktop.services.people.writing import save_person, take_part
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.tables import ConsentRow, OwnValueRow
from revmentor_desktop.system.clock import today
from tests.builders import person_details, stored_leader, stored_mentor, stored_programme


@pytest.fixture
def programme(data: DataFile) -> int:
    return stored_programme(data)


def test_only_the_pairs_are_read_again(data: DataFile, programme: int) -> None:
    mei, jonas = (stored_mentor(data, programme, name) for name in ("Mei Brown", "Jonas Tamm"))
    david, helen = (stored_leader(data, programme, name) for name in ("David Price", "Helen Ward"))
    first = propose(data, programme, mei, david)
    known = board(data, programme)
    take_apart(data, programme, [first])
    propose(data, programme, jonas, helen)
    again = board_with_other_pairs(data, programme, known)
    assert again == board(data, programme)
    assert again.participants is known.participants
    assert [p.mentor.person.full_name for p in again.pairs] == ["Jonas Tamm"]


def test_somebody_new_in_a_pair_means_that_everything_is_read(
    data: DataFile, programme: int
) -> None:
    known = board(data, programme)
    propose(data, programme, stored_mentor(data, programme), stored_leader(data, programme))
    again = board_with_other_pairs(data, programme, known)
    assert again == board(data, programme)
    assert len(again.participants) == 2


def test_other_programmes_are_not_on_the_board(data: DataFile, programme: int) -> None:
    other = stored_programme(data)
    propose(data, other, stored_mentor(data, other), stored_leader(data, other))
    assert board(data, programme).participants == ()
    assert board(data, programme).pairs == ()


def test_the_programme_s_rules_bind_the_board_and_the_command(
    data: DataFile, programme: int
) -> None:
    mei, david = stored_mentor(data, programme), stored_leader(data, programme)
    for person_id, name in ((mei, "Mei Brown"), (david, "David Price")):
        save_person(data, person_id, person_details(name, department="Nursing"))
    with pytest.raises(KnownError, match="pair-same-department"):
        propose(data, programme, mei, david)
    save_section(data, programme, "pairing", PairingChoices(rules=frozenset({"line"})))
    propose(data, programme, mei, david)
    # The rule is switched on again: the pair stays, and is marked.
    save_section(data, programme, "pairing", PairingChoices())
    (made,) = board(data, programme).pairs
    broken = breaches(made.mentor, made.mentee, facts(data, programme))
    assert [error.code for error in broken] == ["pair-same-department"]


def test_partners_of_an_earlier_programme_are_known(data: DataFile, programme: int) -> None:
    mei, david = stored_mentor(data, programme), stored_leader(data, programme)
    agree_at_once(data, programme, mei, david)
    later = stored_programme(data)
    for person_id in (mei, david):
        part = participation(data, programme, person_id)
        assert part is not None
        take_part(data, later, [person_id], Part(role=part.role))
    with pytest.raises(KnownError, match="pair-met-before"):
        propose(data, later, mei, david)


def test_of_several_programmes_the_latest_before_this_one_is_named(
    data: DataFile, programme: int
) -> None:
    mei, david = stored_mentor(data, programme), stored_leader(data, programme)
    made = [programme, *(stored_programme(data, f"Voices {n}") for n in range(3))]
    for one in made:
        save_section(data, one, "pairing", PairingChoices(rules=frozenset()))
        take_part(data, one, [mei], Part(role=Role.MENTOR))
        take_part(data, one, [david], Part(role=Role.MENTEE))
    couple = both_ways(mei, david)
    agree_at_once(data, made[3], mei, david)
    assert facts(data, made[2]).elsewhere == {couple: OtherPair("Voices 2", is_earlier=False)}
    for one in made[:2]:
        agree_at_once(data, one, mei, david)
    assert facts(data, made[2]).elsewhere == {couple: OtherPair("Voices 0", is_earlier=True)}


def test_answers_come_to_the_scores_too_and_only_those_that_are_weighed(
    data: DataFile, programme: int
) -> None:
    part = participation(data, programme, stored_mentor(data, programme))
    assert part is not None
    with data.transaction() as session:
        for number in range(1, 7):
            session.add(
                OwnValueRow(participation_id=part.id, field=f"own-{number}", value=str(number))
            )
    asked = tuple(OwnField(key=f"own-{number}", label=f"Question {number}") for number in range(7))
    save_section(data, programme, "taking_part", TakingPart(own_fields=asked))
    kind = OwnCriterionKind.OFFERS_WANTS
    weighed = PairingChoices(
        difference_fields=("site", "own-1"),
        style_field="own-2",
        own_rules=(OwnRule(field="own-3", kind=OwnRuleKind.MUST_DIFFER),),
        own_criteria=(OwnCriterion(field="own-4", wanted_field="own-5", kind=kind, weight=5),),
    )
    save_section(data, programme, "pairing", weighed)
    there = facts(data, programme)
    assert there.own_values == {part.id: {f"own-{number}": str(number) for number in range(1, 6)}}
    assert there.labels["own-5"] == "Question 5"


def test_special_answers_count_only_with_purpose_and_consent(
    data: DataFile, programme: int
) -> None:
    mei, david = stored_mentor(data, programme), stored_leader(data, programme)
    parts = []
    for person_id in (mei, david):
        part = participation(data, programme, person_id)
        assert part is not None
        parts.append(part.id)
        with data.transaction() as session:
            session.add(OwnValueRow(participation_id=part.id, field="own-1", value=["Quaker"]))
    rule = OwnRule(field="own-1", kind=OwnRuleKind.MUST_DIFFER)
    save_section(data, programme, "pairing", PairingChoices(own_rules=(rule,)))
    belief = OwnField(key="own-1", label="Belief", is_special=True, special_purpose="Inclusion")
    save_section(data, programme, "taking_part", TakingPart(own_fields=(belief,)))
    assert facts(data, programme).own_values == {}
    with data.transaction() as session:
        for part_id in parts:
            session.add(ConsentRow(participation_id=part_id, field="own-1", given_on=today()))
    assert set(facts(data, programme).own_values) == set(parts)
    assert "Belief" not in facts(data, programme).labels.values()
    with pytest.raises(KnownError, match="pair-own-confidential"):
        propose(data, programme, mei, david)
    unrecorded = replace(belief, special_purpose=" ")
    save_section(data, programme, "taking_part", TakingPart(own_fields=(unrecorded,)))
    propose(data, programme, mei, david)
