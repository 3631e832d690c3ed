"""The sheet that is usual where somebody lives."""

from __future__ import annotations

import pytest

from revmentor_desktop.system.sheets import usual_sheet


@pytest.mark.parametrize("name", ["en_US", "en-CA", "es_MX", "fr_CA.UTF-8", "zh_Hans_US"])
def test_letter_where_it_is_usual(name: str) -> None:
    assert usual_sheet(name) == "letter"


@pytest.mark.parametrize(
    "name", ["en_GB", "de_DE", "en", "C", "", "ca_ES", "English_United States"]
)
def test_a4_everywhere_else(name: str) -> None:
    assert usual_sheet(name) == "a4"
