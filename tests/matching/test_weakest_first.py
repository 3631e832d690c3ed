"""Whoever can expect least chooses first, so that hardly anybody has to be moved again."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.level_lines import Line
from revmentor_desktop.matching.lowest_first import lowest_first
from revmentor_desktop.matching.plans import Plans
from revmentor_desktop.matching.problem import FORBIDDEN, Problem
from revmentor_desktop.matching.weakest_first import Choice, weakest_first


def choice(scores: list[list[int]], room: list[int]) -> Choice:
    """What is chosen where rows are mentors."""
    lines = [Line.of(column) for column in zip(*scores, strict=True)]
    return run_to_end(weakest_first(lines, room))


def test_the_weakest_gets_the_best_of_whom_they_can_have() -> None:
    assert choice([[9, 5, 3], [8, 4, 2], [7, 1, 1]], [1, 1, 1]) == ([2, 1, 0], 3)


def test_where_mentors_are_few_they_choose() -> None:
    assert choice([[9, 5, 3], [8, 6, 2]], [1, 1]) == ([1, 0, 2], 8)


def test_a_mentor_with_two_places_chooses_twice_and_one_without_never() -> None:
    assert choice([[9, 5, 7, 6], [10, 10, 10, 10]], [2, 0]) == ([0, 2, 0, 2], 9)


def test_nobody_is_chosen_who_must_not_be() -> None:
    assert choice([[9, 5], [FORBIDDEN, FORBIDDEN]], [1, 1]) == ([2, 0], 5)
    assert choice([[FORBIDDEN]], [1]) == ([1], 0)
    assert choice([[9, 5]], [0]) == ([1, 1], 0)


@pytest.mark.parametrize(("mentors", "mentees"), [(60, 60), (60, 90), (90, 60)])
def test_on_a_board_of_products_hardly_anybody_is_moved(
    mentors: int, mentees: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[int] = []
    move = Plans.moves

    def counted(plans: Plans, y: int) -> bool:
        is_moved = move(plans, y)
        if is_moved:
            moved.append(y)
        return is_moved

    monkeypatch.setattr(Plans, "moves", counted)
    size = mentors * mentees
    columns = range(1, mentees + 1)
    products = [[i * j * 10_000 // size for j in columns] for i in range(1, mentors + 1)]
    run_to_end(lowest_first(Problem(products)))
    assert len(moved) < min(mentors, mentees)
