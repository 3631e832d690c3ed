from __future__ import annotations

import pytest

from revmentor_desktop.exchange.people_file.lists import says_nothing, split_list
from revmentor_desktop.exchange.people_file.targets import Target
from revmentor_desktop.exchange.people_file.values import ValueMaps, code_of, guess_value


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Plain English, Social media", ("Plain English", "Social media")),
        ("AI tools; Accessible design", ("AI tools", "Accessible design")),
        ("New-starter eyes / Social media", ("New-starter eyes", "Social media")),
        ("Chess/Cooking", ("Chess", "Cooking")),
        ("Data\nNew-starter eyes\nSustainability", ("Data", "New-starter eyes", "Sustainability")),
        ("Data,\r\nEyes,\r\n", ("Data", "Eyes")),
        ("Spreadsheets and data;Cyber hygiene;", ("Spreadsheets and data", "Cyber hygiene")),
        ("Excel; Word, advanced", ("Excel", "Word, advanced")),
        ("Excel (pivot tables, charts), Word", ("Excel (pivot tables, charts)", "Word")),
        ("UI/UX", ("UI/UX",)),
        ("AI/ML, Python", ("AI/ML", "Python")),
        ("• Data\n• Eyes", ("Data", "Eyes")),
        ("-; n/a;Data", ("Data",)),
        ("", ()),
    ],
)
def test_a_list_is_split_at_its_strongest_separator(text: str, entries: tuple[str, ...]) -> None:
    assert split_list(text) == entries


@pytest.mark.parametrize("text", ["", " ", "-", "N/A", "None", "nobody", "#N/A", "TBC"])
def test_words_for_nothing_count_as_blank(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    ("target", "text", "code"),
    [
        (Target.ROLE, "Snr – mentee", "mentee"),
        (Target.ROLE, "Snr - mentee", "mentee"),
        (Target.ROLE, "Leader", "mentee"),
        (Target.ROLE, "As a leader being mentored", "mentee"),
        (Target.ROLE, "Mentor (new!)", "mentor"),
        (Target.ROLE, "MENTOR", "mentor"),
        (Target.ROLE, "mentor ", "mentor"),
        (Target.ROLE, "Mentor or leader", None),
        (Target.ROLE, "Observer", None),
        (Target.STATE, "On hold", "paused"),
        (Target.STATE, "Accepted", "confirmed"),
        (Target.STATE, "Declined", "withdrawn"),
        (Target.STATE, "Expression of interest", "applied"),
        (Target.STATE, "Invited", "invited"),
        (Target.STATE, "Yes, confirmed", "confirmed"),
        (Target.STATE, "To be confirmed", "applied"),
        (Target.STATE, "Unconfirmed", "applied"),
        (Target.STATE, "Not interested", "withdrawn"),
        (Target.STATE, "No longer active", "withdrawn"),
        (Target.STATE, "Renewed", None),
        (Target.STATE, "??", None),
        (Target.MEETING_MODE, "Face to face", "in_person"),
        (Target.MEETING_MODE, "MS Teams", "video"),
        (Target.MEETING_MODE, "No preference", "either"),
        (Target.MEETING_MODE, "I don't mind", "either"),
        (Target.MEETING_MODE, "In person or online", "either"),
        (Target.MEETING_MODE, "locally, in the company canteen", None),
        (Target.MEETING_MODE, "by owl", None),
        (Target.ANSWERS_AGREED, "Yes", "yes"),
        (Target.ANSWERS_AGREED, "y", "yes"),
        (Target.ANSWERS_AGREED, "No", "no"),
        (Target.ANSWERS_AGREED, "FALSE", "no"),
        (Target.ANSWERS_AGREED, "perhaps", None),
        (Target.SLOTS, "Tue am", "tue_am"),
        (Target.SLOTS, "Tuesday mornings", "tue_am"),
        (Target.SLOTS, "Wed", "wed_am wed_pm"),
        (Target.SLOTS, "Thursday 14:00", "thu_pm"),
        (Target.SLOTS, "Fri 9.30", "fri_am"),
        (Target.SLOTS, "Mon-Wed pm", "mon_pm tue_pm wed_pm"),
        (Target.SLOTS, "Mornings", "mon_am tue_am wed_am thu_am fri_am"),
        (Target.SLOTS, "Saturday afternoon", "sat_pm"),
        (Target.SLOTS, "Tues", "tue_am tue_pm"),
        (Target.SLOTS, "Weds am", "wed_am"),
        (Target.SLOTS, "Wendesday am", None),
        (Target.SLOTS, "Wednsday am", "wed_am"),
        (Target.SLOTS, "end of the month", None),
        (Target.SLOTS, "full moon", None),
    ],
)
def test_their_words_are_guessed(target: Target, text: str, code: str | None) -> None:
    assert guess_value(target, text) == code


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (Target.ROLE, "not a mentor"),
        (Target.ROLE, "Can't be a mentor"),
        (Target.ROLE, "Non-mentor"),
        (Target.STATE, "Not yet accepted"),
        (Target.STATE, "Hasn’t been approved"),
        (Target.MEETING_MODE, "not in person"),
        (Target.MEETING_MODE, "in person, no video"),
        (Target.SLOTS, "not Mondays"),
        (Target.SLOTS, "any day except Friday"),
        (Target.SLOTS, "any time but Wed"),
    ],
)
def test_what_is_denied_is_never_guessed(target: Target, text: str) -> None:
    assert guess_value(target, text) is None


@pytest.mark.parametrize("text", ["Any time", "any", "Weekdays"])
def test_any_time_is_the_working_week(text: str) -> None:
    slots = (guess_value(Target.SLOTS, text) or "").split()
    assert len(slots) == 10
    assert slots[0] == "mon_am"
    assert slots[-1] == "fri_pm"


def test_the_officers_choice_goes_before_the_guess() -> None:
    chosen: ValueMaps = {Target.ROLE: {"observer": "", "mentor": "mentee"}}
    assert code_of(Target.ROLE, " Observer", chosen) == ""
    assert code_of(Target.ROLE, "Mentor", chosen) == "mentee"
    assert code_of(Target.ROLE, "leader", chosen) == "mentee"
