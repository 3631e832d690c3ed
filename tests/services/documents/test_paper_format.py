"""The form of papers is kept among the preferences."""

from __future__ import annotations

from pathlib import Path

import pytest

from revmentor_desktop.documents.styles import Paper
from revmentor_desktop.services.documents.paper_format import (
    LARGE_KEY,
    SHEET_KEY,
    PaperFormat,
    keep_format,
    kept_format,
)
from revmentor_desktop.system.preferences import Preferences


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Preferences that nobody has set."""
    return Preferences(tmp_path / "preferences.json")


def test_at_first_the_sheet_of_the_country(preferences: Preferences) -> None:
    assert kept_format(preferences, "en_US") == PaperFormat(Paper.LETTER)
    assert kept_format(preferences, "en_GB") == PaperFormat(Paper.A4)


def test_what_was_chosen_wins(preferences: Preferences, tmp_path: Path) -> None:
    chosen = PaperFormat(Paper.LETTER, is_large=True, in_colour=False)
    keep_format(preferences, chosen)
    assert kept_format(Preferences(tmp_path / "preferences.json"), "en_GB") == chosen
    assert chosen.styles.body.size >= 16
    assert not chosen.styles.in_colour
    assert PaperFormat().styles.in_colour


def test_settings_of_another_shape_are_none(preferences: Preferences) -> None:
    preferences.set(SHEET_KEY, ["letter"])
    preferences.set(LARGE_KEY, "yes")
    assert kept_format(preferences, "en_GB") == PaperFormat()
    preferences.set(SHEET_KEY, "a3")
    assert kept_format(preferences, "en_US") == PaperFormat(Paper.LETTER)
