"""The spreadsheets of real officers, from import to scores."""

from __future__ import annotations

from collections import Counter

import pytest

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.pairing_choices import CRITERIA
from revmentor_desktop.domain.text import fold
from revmentor_desktop.matching.criteria import Missing
from revmentor_desktop.matching.problem import FORBIDDEN
from revmentor_desktop.matching.scoring import Scores, scores
from revmentor_desktop.services.pairing.reading import board
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_programme
from tests.exchange.files import DATA
from tests.services.people_import.imports import take_in


def scored(data: DataFile, name: str) -> Scores:
    programme_id = stored_programme(data)
    take_in(data, DATA / name, programme_id)
    there = board(data, programme_id)
    choices = plan(data, programme_id).pairing
    return scores(there.side(Role.MENTOR), there.side(Role.MENTEE), there.facts, choices)


@pytest.mark.parametrize(
    ("name", "mentors", "leaders"),
    [
        ("harbour_care_31.xlsx", 21, 10),
        ("people_1000.csv", 600, 400),
        ("forms_export.xlsx", 24, 12),
    ],
)
def test_everybody_is_scored_with_everybody(
    data: DataFile, name: str, mentors: int, leaders: int
) -> None:
    found = scored(data, name)
    assert (len(found.mentors), len(found.leaders)) == (mentors, leaders)
    step = max(1, mentors // 12)
    for i in range(0, mentors, step):
        for j in range(0, leaders, step):
            assert found.total(i, j) == found.fit(i, j).total
            assert found.is_forbidden(i, j) == (found.objection(i, j) is not None)
    cells = [cell for row in found.rows() for cell in row if cell != FORBIDDEN]
    assert len(cells) > mentors * leaders // 2
    # Good pairs stand out from poor ones.
    assert max(cells) - min(cells) > 5_000


def test_at_harbour_care_everything_but_style_is_known(data: DataFile) -> None:
    found = scored(data, "harbour_care_31.xlsx")
    dropped = Counter(
        (part.criterion, part.missing)
        for i in range(len(found.mentors))
        for j in range(len(found.leaders))
        for part in found.fit(i, j).missing
    )
    cells = len(found.mentors) * len(found.leaders)
    assert dropped.pop(("style", Missing.NOT_ASKED)) == cells
    # Not everybody named an interest.
    assert set(dropped) == {("interests", Missing.UNKNOWN)}
    assert {part.criterion for part in found.fit(0, 0).parts} == set(CRITERIA)


def test_the_best_mentor_for_a_wish_offers_it(data: DataFile) -> None:
    found = scored(data, "harbour_care_31.xlsx")
    for j, leader in enumerate(found.leaders):
        best = max(range(len(found.mentors)), key=lambda i: found.total(i, j))
        offered = {fold(word) for word in found.mentors[best].person.offers}
        wanted = {fold(word) for word in leader.person.wants}
        all_offers = {fold(word) for one in found.mentors for word in one.person.offers}
        if wanted & all_offers:
            assert wanted & offered


def test_who_did_not_agree_that_answers_are_used_is_scored_by_what_is_on_record(
    data: DataFile,
) -> None:
    found = scored(data, "forms_export.xlsx")
    people = (*found.mentors, *found.leaders)
    silent = [one for one in people if one.participation.answers_agreed is False]
    assert silent
    for one in silent:
        role, at = found.place(one.participation.id)
        fit = found.fit(at, 0) if role is Role.MENTOR else found.fit(0, at)
        counted = {part.criterion for part in fit.parts if part.points is not None}
        assert counted <= {"difference", "grade-gap"}
