"""What could be were a pair that stays let go: who else its two could have."""

from __future__ import annotations

from dataclasses import replace

from revmentor_desktop.domain.pairs import Pair, PairState
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.situation import Situation
from revmentor_desktop.matching.standing import Standing


def let_go(situation: Situation, standing: Standing, pair: Pair) -> tuple[Situation, Standing]:
    """Return board and best plan as they would be were a pair on it no more than a proposal.

    `standing` holds the best plan for the whole board, and stays as it is. Raises KeyError where
    the pair is not on the board.
    """
    board = situation.board
    if board.pair(pair.id) is None:
        raise KeyError(pair.id)
    loose = replace(pair, state=PairState.PROPOSED, is_locked=False)
    pairs = tuple(loose if one.id == pair.id else one for one in board.pairs)
    facts = replace(board.facts, agreed=frozenset(board.facts.agreed) - {pair.couple})
    there = situation.with_board(replace(board, pairs=pairs, facts=facts))
    if there is None:
        raise KeyError(pair.id)
    return there, run_to_end(standing.moved_to(there.problem()))
