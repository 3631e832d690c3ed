"""The lines of a suggested plan: every key has its words, every change that would help is named."""

from __future__ import annotations

from revmentor_desktop.cli.plan_lines import _AIMS, _CRITERIA, _MISSING, _OBSTACLES, plan_lines
from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.overrides import NO_PLACE
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairs import couples_of
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.pairing_choices import CRITERIA, RULES, PairingChoices
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.criteria import Missing
from revmentor_desktop.matching.left_over import Bound
from revmentor_desktop.matching.situation import situating
from revmentor_desktop.matching.suggestion import suggestion
from tests.builders import pair, participant


def test_every_key_has_its_words() -> None:
    assert _AIMS.keys() == set(Aim)
    assert _CRITERIA.keys() == set(CRITERIA)
    assert _MISSING.keys() == set(Missing)
    assert _OBSTACLES.keys() == {*RULES, NO_PLACE, *Bound}


def test_a_place_more_and_a_lock_less_are_named_for_who_is_left_over() -> None:
    mei = participant(1, Role.MENTOR, "Mei Brown")
    david = participant(11, Role.MENTEE, "David Price")
    helen = participant(12, Role.MENTEE, "Helen Ward")
    locked = (pair(7, mei, david, is_locked=True),)
    board = Board((mei, david, helen), locked, PairingFacts({}, {}, couples_of(locked)))
    situation = run_to_end(situating(board, PairingChoices(), {}))
    found = run_to_end(suggestion(situation, Aim.EVERYONE))
    said = [line.strip() for line in plan_lines(found, with_matrix=False)]
    assert "Without a partner, leaders: Helen Ward" in said
    assert "Helen Ward, of 1 mentor: 1 taken by agreed or locked pairs" in said
    assert "would help: one partner more for Mei Brown (leaders +1, total +0.00)" in said
    assert "would help: letting go of Mei Brown and David Price (leaders +0, total +0.00)" in said
    assert "0.00  Mei Brown and David Price (RM-0007, locked)" in said
    assert "nothing is known that counts" in said
