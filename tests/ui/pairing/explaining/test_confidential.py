"""No answer names a special-category value, its question, or how two people compare on it."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.pairing_choices import OwnRule, OwnRuleKind, PairingChoices
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.people.own_values import set_consent, set_own_value
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.ui.pairing.explaining.left_over_dialog import LeftOverDialog
from revmentor_desktop.ui.pairing.explaining.why_not_dialog import WhyNotDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from tests.ui.pairing.explaining.journey import Asked, Know, card_of, do, pause, texts
from tests.ui.pairing.stage import Cast

UNSAID = ("zoroastrian", "belief", "same", "different")


@pytest.fixture
def believers(cast: Cast) -> None:
    """Ada and Ben agreed that their beliefs are used, and a rule keeps the two apart."""
    belief = OwnField(key="own-1", label="Belief", is_special=True, special_purpose="To learn")
    save_section(cast.data, cast.programme_id, "taking_part", TakingPart(own_fields=(belief,)))
    for name, role in (("Ada Okafor", Role.MENTOR), ("Ben Lyle", Role.MENTEE)):
        one = cast.add(name, role)
        set_own_value(cast.data, cast.programme_id, one, "own-1", "Zoroastrian")
        set_consent(cast.data, cast.programme_id, one, "own-1", date(2026, 11, 1))
    rule = OwnRule(field="own-1", kind=OwnRuleKind.MUST_DIFFER)
    choices = PairingChoices(own_rules=(rule,), difference_fields=("own-1",))
    save_section(cast.data, cast.programme_id, "pairing", choices)
    pause(cast, "Mei Brown", "Jonas Tamm", "Sána Khan")


def test_why_somebody_is_left_over(
    page: PairingPage, know: Know, believers: None, asked: Asked
) -> None:
    know()
    do(page, "Ben Lyle", "Why is Ben Lyle left over?")
    said = texts(asked.dialog(LeftOverDialog))
    assert "• 1 is ruled out by the rule on “answers in confidence”" in said
    assert not [text for text in said for word in UNSAID if word in text.lower()]


def test_why_two_are_not_a_pair(
    page: PairingPage, know: Know, believers: None, asked: Asked
) -> None:
    know()
    ada, ben = (card_of(page, name).held().participant for name in ("Ada Okafor", "Ben Lyle"))
    page.commands.explaining.why_not(ada, ben)
    said = texts(asked.dialog(WhyNotDialog))
    assert any("answers given in confidence" in text for text in said)
    assert not [text for text in said for word in UNSAID if word in text.lower()]
