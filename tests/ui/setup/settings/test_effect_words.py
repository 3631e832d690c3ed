"""What a change touches is said in a whole sentence."""

from __future__ import annotations

import pytest

from revmentor_desktop.services.setup.effects import Effect, EffectKind
from revmentor_desktop.ui.setup.settings.effect_words import effect_sentence


@pytest.mark.parametrize("kind", EffectKind)
@pytest.mark.parametrize("count", [1, 3])
def test_every_effect_is_a_sentence(kind: EffectKind, count: int) -> None:
    said = effect_sentence(Effect(kind, count, "Shift"))
    assert said.endswith(".")
    assert "{" not in said
    assert (str(count) in said) == (count > 1)
