"""What of a stored plan goes on the sponsor's list and into the spreadsheet, and what never."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from revmentor_desktop.documents.pairing_list import pairing_list_text
from revmentor_desktop.documents.pairing_list_values import PlanPair
from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import PairOrigin
from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.pairing_choices import (
    DEFAULT_RULES,
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
    PairingChoices,
)
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.issued import issued_papers
from revmentor_desktop.services.documents.pairing_list import (
    PairingList,
    pairing_list,
    plans_with_pairs,
)
from revmentor_desktop.services.documents.pairing_list_files import write_pairing_list, write_plan
from revmentor_desktop.services.documents.plan_sheets import plan_file_name, plan_workbook
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT
from revmentor_desktop.services.pairing.drafts import aim_at, make_draft
from revmentor_desktop.services.pairing.overriding import override
from revmentor_desktop.services.pairing.proposing import propose, set_origin, take_apart
from revmentor_desktop.services.people.conflicts import set_conflicts
from revmentor_desktop.services.people.writing import save_participation, save_person, set_state
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import person_details, stored_leader, stored_mentor, stored_programme
from tests.documents.reading_back import text
from tests.services.pairing.stage import Two

TALK = {"offers": ("AI tools",), "slots": (Slot.TUE_AM,), "interests": ("Choir",)}
HEAR = {"wants": ("AI tools",), "slots": (Slot.TUE_AM,), "interests": ("Choir",)}
HOSTILE = '=HYPERLINK("http://evil.example","x")'
DAY = date(2026, 11, 6)


@pytest.fixture
def two(data: DataFile) -> Two:
    """Two proposals in the first draft, of people who said something about themselves."""
    made = stored_programme(data, "Voices")
    mei, jonas = (stored_mentor(data, made, name) for name in ("Mei Brown", "Jonas Tamm"))
    david, helen = (stored_leader(data, made, name) for name in ("David Price", "Helen Ward"))
    pairs = propose(data, made, mei, david), propose(data, made, jonas, helen)
    save_person(data, jonas, person_details("Jonas Tamm", **TALK))
    save_person(data, helen, person_details("Helen Ward", job_title="Director", **HEAR))
    return Two(made, mei, jonas, david, helen, pairs)


def listed(data: DataFile, two: Two, draft_id: int | None = None) -> PairingList:
    return pairing_list(data, two.programme, draft_id)


def pair_of(made: PairingList, leader: str) -> PlanPair:
    return next(one for one in made.values.pairs if one.leader.name == leader)


def sheets(made: PairingList) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(plan_workbook(made.values)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def row_of(made: PairingList, leader: str) -> dict[str, Any]:
    titles, *rows = sheets(made)["Pairs"]
    found = next(row for row in rows if leader in row)
    return dict(zip(titles, found, strict=True))


def everything_said(made: PairingList) -> str:
    """All that the paper and the spreadsheet say."""
    cells = (str(cell) for rows in sheets(made).values() for row in rows for cell in row)
    return "\n".join((pairing_list_text(made.values), text(made.pdf()), *cells))


# ---------------------------------------------------------------------------------------- the pairs


def test_pairs_come_by_leader_with_fit_and_reasons(data: DataFile, two: Two) -> None:
    made = listed(data, two)
    assert [one.leader.name for one in made.values.pairs] == ["David Price", "Helen Ward"]
    helen = pair_of(made, "Helen Ward")
    assert (helen.reference, helen.leader.job) == ("RM-0002", "Director")
    assert helen.fit == 84
    assert helen.reasons == ("AI tools", "Interests in common", "Both Tue am")
    assert pair_of(made, "David Price").fit is None
    assert (made.values.average, made.values.lowest, made.values.total) == (84, 84, 83.64)
    assert (made.values.leaders_paired, made.values.leaders) == (2, 2)


def test_who_has_left_is_not_counted_though_the_pair_is_still_listed(
    data: DataFile, two: Two
) -> None:
    set_state(data, two.programme, [two.david], ParticipationState.WITHDRAWN)
    values = listed(data, two).values
    assert (values.leaders_paired, values.leaders, len(values.pairs)) == (1, 1, 2)


def test_what_people_are_interested_in_stays_with_them(data: DataFile, two: Two) -> None:
    assert "Choir" not in everything_said(listed(data, two))


def test_what_speaks_against_a_pair_is_said(data: DataFile, two: Two) -> None:
    apart = {"meeting_mode": MeetingMode.IN_PERSON}
    save_person(data, two.jonas, person_details("Jonas Tamm", site="North", **TALK, **apart))
    save_person(data, two.helen, person_details("Helen Ward", site="South", **HEAR, **apart))
    assert pair_of(listed(data, two), "Helen Ward").concerns == ("Different sites, in person",)


def test_each_pair_has_its_points_under_the_criterion(data: DataFile, two: Two) -> None:
    row = row_of(listed(data, two), "Helen Ward")
    assert row["Pair"] == "RM-0002"
    assert row["State"] == "proposed"
    assert (row["Mentor name"], row["Leader job"]) == ("Jonas Tamm", "Director")
    assert (row["Fit"], row["Professional"], row["Personal"]) == (84, 100, 55)
    assert row["Learning goal met"] == 100
    assert row["Distance in grade"] == ""
    assert row["What speaks for it"] == "AI tools; Interests in common; Both Tue am"
    assert (row["Locked"], row["How it came about"]) == ("no", "paired by hand")


def test_days_are_days(data: DataFile, two: Two) -> None:
    agree(data, two.programme, [two.pairs[1]], DAY, mentor_asked_on=DAY, mentee_asked_on=DAY)
    row = row_of(listed(data, two), "Helen Ward")
    assert row["State"] == "agreed"
    assert row["Agreed on"] == DAY
    assert row["Mentor asked on"] == row["Leader asked on"] == DAY


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (PairOrigin.BOARD, "paired by hand"),
        (PairOrigin.SUGGESTED, "suggested"),
        (PairOrigin.FOUND_EACH_OTHER, "found each other"),
        (PairOrigin.CHOSEN, "chosen by the leader"),
    ],
)
def test_how_a_pair_came_about_is_told_in_the_spreadsheet(
    data: DataFile, two: Two, origin: PairOrigin, words: str
) -> None:
    set_origin(data, two.programme, [two.pairs[1]], origin)
    assert row_of(listed(data, two), "Helen Ward")["How it came about"] == words


# -------------------------------------------------------------------------------------- the drafts


def test_any_draft_is_listed_or_the_agreed_pairs_alone(data: DataFile, two: Two) -> None:
    agree(data, two.programme, [two.pairs[0]], DAY)
    first = listed(data, two)
    another = make_draft(data, two.programme, "After the board meeting")
    assert first.values.draft == "Draft 1"
    assert len(listed(data, two, 1).values.pairs) == 2
    assert len(listed(data, two, another).values.pairs) == 1
    agreed = listed(data, two, NO_DRAFT)
    assert [one.leader.name for one in agreed.values.pairs] == ["David Price"]
    assert agreed.values.draft == ""
    assert plans_with_pairs(data, two.programme) == {1: "Draft 1", NO_DRAFT: ""}


def test_without_pairs_there_is_nothing_to_list(data: DataFile, two: Two) -> None:
    with pytest.raises(KnownError, match="plan-nothing-agreed"):
        listed(data, two, NO_DRAFT)
    empty = make_draft(data, two.programme)
    with pytest.raises(KnownError, match="plan-without-pairs"):
        listed(data, two, empty)
    assert plans_with_pairs(data, two.programme) == {1: "Draft 1"}


def test_files_are_named_after_the_plan(data: DataFile, two: Two) -> None:
    make_draft(data, two.programme, "../A:B?")
    propose(data, two.programme, two.mei, two.helen)
    made = listed(data, two)
    assert made.file_name == "Pairing list for the sponsor Voices.pdf"
    assert plan_file_name(made.values) == "Voices A B.xlsx"
    agree(data, two.programme, [3], DAY)
    agreed = listed(data, two, NO_DRAFT)
    assert plan_file_name(agreed.values) == "Voices agreed pairs.xlsx"


# --------------------------------------------------------------------------------- who is left over


def why(data: DataFile, two: Two, name: str) -> str:
    (found,) = (one for one in listed(data, two).values.unpaired if one.person.name == name)
    return found.why


def test_why_somebody_has_no_partner_is_said_plainly(data: DataFile, two: Two) -> None:
    fiona = stored_leader(data, two.programme, "Fiona Bell")
    assert why(data, two, "Fiona Bell") == "No mentor is free any more."
    ann = stored_mentor(data, two.programme, "Ann Lee")
    assert "no pair is proposed yet" in why(data, two, "Fiona Bell")
    set_conflicts(data, fiona, {ann: ConflictCategory.CLOSE})
    assert why(data, two, "Fiona Bell") == "The rules of the programme leave nobody who is free."
    set_state(data, two.programme, [fiona], ParticipationState.PAUSED)
    assert why(data, two, "Fiona Bell") == "Paused at present."
    without = PairingChoices(rules=DEFAULT_RULES - {"paused"})
    save_section(data, two.programme, "pairing", without)
    assert why(data, two, "Fiona Bell") == "The rules of the programme leave nobody who is free."
    without = PairingChoices(rules=DEFAULT_RULES - {"withdrawn"})
    save_section(data, two.programme, "pairing", without)
    set_state(data, two.programme, [fiona], ParticipationState.WITHDRAWN)
    assert why(data, two, "Fiona Bell").startswith("Has left the programme")
    save_section(data, two.programme, "pairing", PairingChoices())
    assert "Fiona Bell" not in [one.person.name for one in listed(data, two).values.unpaired]
    set_state(data, two.programme, [fiona], ParticipationState.APPLIED)
    save_section(data, two.programme, "pairing", PairingChoices(rules=frozenset({"confirmed"})))
    assert why(data, two, "Fiona Bell") == "The place is not confirmed yet."


def test_mentors_without_a_partner_are_in_reserve(data: DataFile, two: Two) -> None:
    stored_mentor(data, two.programme, "Ann Lee", own_partners=2)
    made = listed(data, two)
    assert [one.person.name for one in made.values.without_partner(mentors=True)] == ["Ann Lee"]
    titles, row = sheets(made)["Free"]
    assert dict(zip(titles, row, strict=True)) == {
        "Role": "Mentor",
        "Name": "Ann Lee",
        "E-mail": "",
        "Job": "",
        "Department": "",
        "Site": "",
        "Partners": 0,
        "Most partners": 2,
        "Why": "",
    }


# ------------------------------------------------------------------------------------ the programme


def test_what_counts_and_which_rules_hold_is_told(data: DataFile, two: Two) -> None:
    own = OwnCriterion(field="department", kind=OwnCriterionKind.SAME, weight=10)
    rule = OwnRule(field="site", kind=OwnRuleKind.MUST_DIFFER)
    choices = PairingChoices(
        rules=frozenset({"line"}),
        own_rules=(rule,),
        weights={"offers": 20, "interests": 10},
        own_criteria=(own,),
    )
    save_section(data, two.programme, "pairing", choices)
    values = listed(data, two).values
    assert [(one.title, one.percent) for one in values.criteria] == [
        ("Learning goal met", 50),
        ("Shared interests", 25),
        ("The same department", 25),
    ]
    assert values.rules[0] == "Never in the same line of management, upwards or downwards."
    assert values.rules[1] == "Place of work: must differ."
    facts = dict(sheets(listed(data, two))["Programme"][1:])
    assert facts["Programme"] == "Voices"
    assert facts["Plan"] == "Draft 1"
    assert facts["Total of the fits"] == values.total
    assert facts["Counts, in per cent: the same department"] == 25


def test_what_the_draft_is_to_be_best_at_is_told(data: DataFile, two: Two) -> None:
    made = listed(data, two)
    said = "as many leaders with a partner as can be, then the best total of fits"
    assert f"The draft “Draft 1” aims for this: {said}." in text(made.pdf())
    assert ["To be best at", said] in sheets(made)["Programme"]
    with data.transaction() as session:
        aim_at(session, 1, Aim.FIT, 6_000)
    assert "only pairs with a fit of 60 or more" in text(listed(data, two).pdf())
    agree(data, two.programme, two.pairs, DAY)
    assert "to be best at" not in everything_said(listed(data, two, NO_DRAFT))


# -------------------------------------------------------------------------------- rules of one pair


def rules_of(data: DataFile, two: Two) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = pair_of(listed(data, two), "Helen Ward")
    return found.set_aside, found.broken


def test_a_rule_that_is_set_aside_shows_with_its_reason(data: DataFile, two: Two) -> None:
    save_person(data, two.jonas, person_details("Jonas Tamm", department="IT", **TALK))
    save_person(data, two.helen, person_details("Helen Ward", department="IT", **HEAR))
    assert rules_of(data, two) == ((), ("Against a rule: the same department",))
    override(data, two.programme, two.jonas, two.helen, ["department"], "Both asked\nfor it.")
    said = "Rule set aside: the same department. Reason: Both asked for it."
    assert rules_of(data, two) == ((said,), ())
    assert row_of(listed(data, two), "Helen Ward")["Rules"] == said
    assert listed(data, two).values.with_rule_set_aside == 1


def test_of_private_rules_only_that_there_is_one_is_told(data: DataFile, two: Two) -> None:
    set_conflicts(data, two.jonas, {two.helen: ConflictCategory.CLOSE})
    private = ParticipationDetails(role=Role.MENTEE, not_with=frozenset({two.jonas}))
    save_participation(data, two.programme, two.helen, private)
    assert rules_of(data, two) == ((), ("Against a rule; the organiser knows which.",))
    rules = ["conflict", "not-with"]
    override(data, two.programme, two.jonas, two.helen, rules, "They are cousins.")
    assert rules_of(data, two) == (("A rule is set aside; the organiser knows why.",), ())
    assert "cousins" not in everything_said(listed(data, two))


def test_who_has_too_many_partners_by_now_is_told(data: DataFile, two: Two) -> None:
    part = ParticipationDetails(role=Role.MENTOR, own_partners=2)
    save_participation(data, two.programme, two.jonas, part)
    fiona = stored_leader(data, two.programme, "Fiona Bell")
    propose(data, two.programme, two.jonas, fiona)
    save_participation(data, two.programme, two.jonas, ParticipationDetails(role=Role.MENTOR))
    said = "Against a rule: Jonas Tamm has more partners than agreed"
    assert rules_of(data, two)[1] == (said,)


# ---------------------------------------------------------------------------------------- the files


def test_saving_the_list_is_recorded_until_the_plan_changes(
    data: DataFile, two: Two, tmp_path: Path
) -> None:
    made = listed(data, two)
    path = tmp_path / "list.pdf"
    assert run_to_end(write_pairing_list(data, two.programme, made, path)).files == (path,)
    assert "Helen Ward" in text(path.read_bytes())
    assert not issued_papers(data, two.programme, [listed(data, two)])["pairing-list"].is_old
    take_apart(data, two.programme, [two.pairs[0]])
    assert issued_papers(data, two.programme, [listed(data, two)])["pairing-list"].is_old


def test_the_plan_is_saved_whole(data: DataFile, two: Two, tmp_path: Path) -> None:
    path = tmp_path / "new" / "plan.xlsx"
    run_to_end(write_plan(listed(data, two), path))
    assert CalamineWorkbook.from_path(str(path)).sheet_names == ["Pairs", "Free", "Programme"]
    assert list(path.parent.iterdir()) == [path]


def test_characters_without_a_font_are_known(data: DataFile, two: Two) -> None:
    assert listed(data, two).unprintable == ""
    save_person(data, two.helen, person_details("Helen 李李𝒜"))
    assert listed(data, two).unprintable == "李𝒜"


@pytest.mark.parametrize("name", [HOSTILE, "+1 Ann", "-Ann", "@Ann", "محمد كهن", "Ελένη Ёлкина"])
def test_any_name_stays_text(data: DataFile, two: Two, name: str) -> None:
    save_person(data, two.helen, person_details(name, job_title=name, email="h@ward.example"))
    (row,) = (row for row in sheets(listed(data, two))["Pairs"] if "h@ward.example" in row)
    assert row.count(name) == 2
