"""Every detail of People that a programme can ask for has its words."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.field_values import COMPARABLE
from revmentor_desktop.domain.plan.taking_part import DETAILS
from revmentor_desktop.system.detail_words import detail_label, detail_within


@pytest.mark.parametrize("key", sorted({*DETAILS, *COMPARABLE}))
def test_a_detail_has_a_name_by_itself_and_within_a_sentence(key: str) -> None:
    assert detail_label(key)[0].isupper()
    assert detail_within(key)[0].islower()
