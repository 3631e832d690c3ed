"""What an explanation proposes becomes one rearrangement of the board."""

from __future__ import annotations

from revmentor_desktop.ui.pairing.explaining.doing import all_of, only_the_two, pair_on
from tests.ui.pairing.explaining.stage import (
    DAVID,
    HELEN,
    JONAS,
    MEI,
    ROB,
    SANA,
    board,
    changed,
    pair,
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
    busy = with_part(MEI, most_partners=2)
    pairs = [pair(1, busy, HELEN), pair(2, busy, ROB), pair(3, JONAS, DAVID)]
    there = board(*pairs, extra=(busy,))
    assert only_the_two(there, busy, DAVID).parted == (pairs[1], pairs[2])
    locked = pair(2, busy, ROB, is_locked=True)
    kept = board(pairs[0], locked, extra=(busy,))
    assert only_the_two(kept, busy, DAVID).parted == (pairs[0],)


def test_a_pair_is_found_on_the_board_by_its_people() -> None:
    assert pair_on(BOARD, scored(MEI, HELEN)) == MEI_HELEN
    assert pair_on(BOARD, scored(MEI, DAVID)) is None
