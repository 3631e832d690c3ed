"""What an explanation proposes becomes one rearrangement of the board, which can be made."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.pairs import couples_of
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.explaining import best_others, why_not
from revmentor_desktop.matching.left_over import RemedyKind, why_left_over
from revmentor_desktop.matching.standing import stand
from revmentor_desktop.ui.pairing.explaining.doing import all_of, only_the_two, pair_on
from tests.builders import pair
from tests.matching.test_explaining import all_cells, ids, situations
from tests.ui.pairing.explaining.stage import (
    DAVID,
    HELEN,
    JONAS,
    MEI,
    ROB,
    SANA,
    board,
    changed,
    scored,
    with_part,
)

MEI_HELEN, JONAS_DAVID = pair(1, MEI, HELEN), pair(2, JONAS, DAVID)
BOARD = board(MEI_HELEN, JONAS_DAVID)


def test_another_plan_parts_and_joins_with_the_pair_in_question_first() -> None:
    change = changed(
        joined=(scored(JONAS, HELEN), scored(MEI, DAVID)),
        parted=(scored(MEI, HELEN), scored(JONAS, DAVID)),
    )
    found = all_of(BOARD, change, scored(MEI, DAVID))
    assert found.parted == (MEI_HELEN, JONAS_DAVID)
    assert found.joined == ((MEI, DAVID), (JONAS, HELEN))
    assert BOARD.objection_to(found) is None


def test_the_two_alone_leave_their_partners() -> None:
    found = only_the_two(BOARD, MEI, DAVID)
    assert set(found.parted) == {MEI_HELEN, JONAS_DAVID}
    assert set(found.freed) == {HELEN, JONAS}
    assert only_the_two(BOARD, SANA, ROB).parted == ()


def test_who_has_several_partners_leaves_the_newest_that_may_go() -> None:
    busy = with_part(MEI, own_partners=2)
    pairs = [pair(1, busy, HELEN), pair(2, busy, ROB), pair(3, JONAS, DAVID)]
    there = board(*pairs, extra=(busy,))
    assert only_the_two(there, busy, DAVID).parted == (pairs[1], pairs[2])
    locked = pair(2, busy, ROB, is_locked=True)
    kept = board(pairs[0], locked, extra=(busy,))
    assert only_the_two(kept, busy, DAVID).parted == (pairs[0],)


def test_a_pair_is_found_on_the_board_by_its_people() -> None:
    assert pair_on(BOARD, scored(MEI, HELEN)) == MEI_HELEN
    assert pair_on(BOARD, scored(MEI, DAVID)) is None


@pytest.mark.parametrize("aim", Aim)
def test_every_alternative_that_is_offered_can_be_taken(aim: Aim) -> None:
    taken = 0
    for situation in situations(51, 25):
        board = situation.board
        standing = run_to_end(stand(situation.problem(), aim))
        for one in board.participants:
            for option in best_others(situation, standing, one.participation.id):
                change = all_of(board, option.outcome.from_board, option.pair)
                assert board.objection_to(change) is None
                assert change.joined[0] == (option.pair.mentor, option.pair.leader)
                taken += 1
    assert taken > 50


@pytest.mark.parametrize("aim", Aim)
def test_every_pair_with_a_price_can_be_made_at_once_or_for_a_reason(aim: Aim) -> None:
    free = excused = 0
    for situation in situations(52, 15):
        board = situation.board
        standing = run_to_end(stand(situation.problem(), aim))
        for cell in all_cells(situation.problem()):
            if cell in situation.plan:
                continue
            found = why_not(situation, standing, *ids(situation, cell))
            if found.outcome is None:
                continue
            pair_of = scored(found.mentor, found.leader)
            for change in (
                all_of(board, found.outcome.from_board, pair_of),
                only_the_two(board, found.mentor, found.leader),
            ):
                if found.against:
                    assert board.excusable(change)
                    excused += 1
                else:
                    assert board.objection_to(change) is None
                    free += 1
    assert min(free, excused) > 20


def test_every_remedy_can_be_made_once_what_it_names_is_changed() -> None:
    made = set()
    for situation in situations(53, 60):
        board = situation.board
        standing = run_to_end(stand(situation.problem(), Aim.EVERYONE))
        for one in board.participants:
            for remedy in why_left_over(situation, standing, one.participation.id).remedies:
                change = all_of(board, remedy.outcome.from_board, remedy.pair)
                if remedy.kind is RemedyKind.RULE:
                    assert remedy.pair is not None
                    assert board.excusable(change) or pair_on(board, remedy.pair) is not None
                elif remedy.kind is RemedyKind.LOCK:
                    assert remedy.pair is not None
                    assert pair_on(board, remedy.pair) is not None
                elif remedy.person is not None:
                    held = [each for each in change.joined if remedy.person in each]
                    after = board.facts.after(couples_of(change.parted))
                    partners = after.partners_of(remedy.person.participation.id) + len(held)
                    assert partners <= remedy.person.participation.most_partners + 1
                made.add(remedy.kind)
    assert made == set(RemedyKind)
