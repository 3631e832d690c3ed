"""What is looked up by a value has its words, whichever value there is."""

from __future__ import annotations

from revmentor_desktop.documents.setup.content import paper_words
from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.pairs import LIVING_STATES, PairOrigin, PairState
from revmentor_desktop.domain.plan.pairing_choices import (
    CRITERIA,
    RULES,
    OwnCriterionKind,
    OwnRuleKind,
)
from revmentor_desktop.services.pairing.pair_reasons import Concern


def test_every_value_has_its_words() -> None:
    words = paper_words("pairing-list").around
    assert {f"origin_{one}" for one in PairOrigin} <= words.keys()
    assert {f"state_{one}" for one in (PairState.PROPOSED, *LIVING_STATES)} <= words.keys()
    assert {f"aim_{one}" for one in Aim} <= words.keys()
    assert {f"concern_{one}" for one in Concern} <= words.keys()
    assert {f"own_{one}" for one in OwnCriterionKind} <= words.keys()
    assert {f"points_{one}" for one in CRITERIA} <= words.keys()
    with_words_of_their_own = set(CRITERIA) - {"offers", "availability"}
    assert {f"reason_{one}" for one in with_words_of_their_own} <= words.keys()
    of_plan = paper_words("plan").around
    assert {f"rule_{one}" for one in RULES} <= of_plan.keys()
    assert {f"criterion_{one}" for one in CRITERIA} <= of_plan.keys()
    assert {f"own_rule_{one}" for one in OwnRuleKind} <= of_plan.keys()
