"""What could be were an agreed pair let go, beside solving that board anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.explaining import best_others
from revmentor_desktop.matching.letting_go import let_go
from revmentor_desktop.matching.solver import solve
from revmentor_desktop.matching.standing import stand
from tests.matching.test_explaining import situations


@pytest.mark.parametrize("aim", [Aim.EVERYONE, Aim.FIT, Aim.NOBODY_LEFT])
def test_the_best_plan_is_that_in_which_the_pair_may_move(aim: Aim) -> None:
    others = 0
    for situation in situations(41, 15):
        agreed = situation.board.pairs[0]
        standing = run_to_end(stand(situation.problem(), aim))
        before = standing.pairs
        loose, best = let_go(situation, standing, agreed)
        assert standing.pairs == before  # what is known of the board as it is stays
        problem = loose.problem()
        assert situation.cell(agreed) in situation.problem().locked - problem.locked
        assert best.pairs == run_to_end(solve(problem, aim)).pairs
        for one in (agreed.mentor, agreed.mentee):
            found = best_others(loose, best, one.participation.id)
            assert agreed.couple not in [each.pair.couple for each in found]
            others += len(found)
            # While it stays, nobody else can have either of the two.
            kept = best_others(situation, standing, one.participation.id)
            assert kept == () or one.participation.most_partners > 1
    assert others > 20


def test_a_locked_proposal_is_let_go_alike_and_what_is_no_pair_is_not() -> None:
    situation = next(situations(42, 1))
    standing = run_to_end(stand(situation.problem(), Aim.EVERYONE))
    first, second = situation.board.pairs
    locked = replace(first, state=PairState.PROPOSED, is_locked=True)
    there, _ = let_go(situation, standing, locked)
    assert there.board.pair(first.id) == replace(locked, is_locked=False)
    with pytest.raises(KeyError):
        let_go(situation, standing, replace(second, id=99))
