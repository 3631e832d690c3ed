"""The wording of the dates is whole and names only what there is."""

from __future__ import annotations

from datetime import date
from string import Formatter

import pytest

from revmentor_desktop.domain.plan.communications import (
    LETTERS,
    PAPERS,
    Audience,
    CommunicationEntry,
    communications,
    is_weekday,
)
from revmentor_desktop.domain.plan.milestones import milestones
from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.setup.dates_content import (
    communication_entries,
    milestone_words,
    session_words,
)

YEAR = ProgrammeDetails(name="Voices", start_date=date(2027, 5, 4), session_count=12)
FOUND = milestones(YEAR, Schedule(), is_weekday)


@pytest.mark.parametrize("entry", communication_entries(), ids=lambda entry: entry.key)
def test_an_entry_names_only_what_there_is(entry: CommunicationEntry) -> None:
    assert entry.milestone in {milestone.key for milestone in FOUND}
    assert entry.letter in {"", *LETTERS}
    assert entry.paper in {"", *PAPERS}
    assert not (entry.letter and entry.paper)
    assert entry.says == entry.says.strip()
    assert len(entry.says) <= 90
    assert "{" not in entry.says


def test_everybody_hears_something_and_each_entry_has_a_key_of_its_own() -> None:
    entries = communication_entries()
    assert {entry.audience for entry in entries} == set(Audience)
    assert len({entry.key for entry in entries}) == len(entries)


def test_every_letter_and_every_paper_for_others_has_its_day() -> None:
    entries = communication_entries()
    assert {entry.letter for entry in entries} >= set(LETTERS)
    # The assessment of risks is the officer's own.
    assert {entry.paper for entry in entries} >= set(PAPERS) - {"risk-assessment"}


def test_sponsor_and_line_managers_hear_of_it_before_anybody_else() -> None:
    heard = communications(FOUND, communication_entries())
    first = {
        audience: min(one.day for one in heard if one.entry.audience is audience)
        for audience in Audience
    }
    assert min(first.values()) == first[Audience.SPONSOR]
    assert first[Audience.LINE_MANAGERS] < first[Audience.ALL_STAFF]
    assert first[Audience.LEADERS] < first[Audience.ALL_STAFF]


def test_every_milestone_has_its_words() -> None:
    titles = [milestone_words(milestone.key).title for milestone in FOUND]
    assert len(set(titles)) == len(titles)
    assert "Check-in 2" in titles
    for milestone in FOUND:
        words = milestone_words(milestone.key)
        assert words.line[-1] in ".?"
        assert not [name for _, name, _, _ in Formatter().parse(words.title) if name]
    with pytest.raises(KeyError):
        milestone_words("party")


def test_a_session_is_counted() -> None:
    assert session_words(2, 6).title == "Session 2 of 6"
