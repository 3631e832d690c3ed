"""Each trap of the four given files, by its name."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.exchange.people_file.reading import read_rows
from revmentor_desktop.exchange.people_file.rows import RowKind, RowReading, Severity
from revmentor_desktop.exchange.people_file.targets import Target
from revmentor_desktop.exchange.spreadsheets.delimited import TextFormat
from revmentor_desktop.exchange.spreadsheets.source import open_source
from tests.exchange.files import DATA
from tests.exchange.people_file.drafts import TODAY, codes, given, has_errors


def people_of(name: str) -> dict[str, RowReading]:
    """The rows with people by e-mail address; of repeated people the last."""
    rows = read_rows(given(name), TODAY)
    return {row.person.email or "": row for row in rows if row.kind is RowKind.PERSON}


@pytest.fixture(scope="module")
def sheet() -> dict[str, RowReading]:
    return people_of("sign_up_sheet.csv")


@pytest.fixture(scope="module")
def forms() -> dict[str, RowReading]:
    return people_of("forms_export.xlsx")


@pytest.fixture(scope="module")
def harbour() -> dict[str, RowReading]:
    return people_of("harbour_care_31.xlsx")


def at(people: dict[str, RowReading], name: str) -> RowReading:
    return people[f"{name}@harbourcare.example"]


# --- the sign-up sheet --------------------------------------------------------------------------


def test_sign_up_sheet_is_split_at_semicolons() -> None:
    assert open_source(DATA / "sign_up_sheet.csv").text_format == TextFormat("utf-8", ";")


def test_sign_up_sheet_header_is_found_below_the_title_and_a_blank_row() -> None:
    made = given("sign_up_sheet.csv")
    assert made.header == 2
    assert made.columns == (
        Target.FULL_NAME,
        Target.EMAIL,
        Target.JOB_TITLE,
        Target.DEPARTMENT,
        Target.SITE,
        Target.LINE_MANAGER,
        Target.START_DATE,
        Target.ROLE,
        Target.OFFERS,
        Target.WANTS,
        Target.SLOTS,
        Target.NOTE,
    )


def test_sign_up_sheet_has_42_people_4_blank_rows_2_repeats_and_a_total() -> None:
    rows = read_rows(given("sign_up_sheet.csv"), TODAY)
    kinds = Counter(row.kind for row in rows)
    assert kinds == {RowKind.PERSON: 44, RowKind.BLANK: 4, RowKind.TOTALS: 1}
    assert len(people_of("sign_up_sheet.csv")) == 42
    assert rows[-1].kind is RowKind.TOTALS


def test_sign_up_sheet_repeated_people_read_the_same() -> None:
    rows = [r for r in read_rows(given("sign_up_sheet.csv"), TODAY) if r.kind is RowKind.PERSON]
    twice = [e for e, n in Counter(r.person.email for r in rows).items() if n > 1]
    assert twice == ["katarzyna.rhys@harbourcare.example", "jonas.nair@harbourcare.example"]
    for address in twice:
        one, other = (row.person for row in rows if row.person.email == address)
        assert one == other


def test_sign_up_sheet_has_no_errors(sheet: dict[str, RowReading]) -> None:
    assert [row for row in sheet.values() if has_errors(row)] == []


def test_sign_up_sheet_addresses_lose_capitals_and_spaces(sheet: dict[str, RowReading]) -> None:
    assert at(sheet, "emeka.ali").person.full_name == "Emeka Ali"
    assert at(sheet, "lowri.hill").person.full_name == "Lowri Hill"


@pytest.mark.parametrize(
    ("address", "first", "last"),
    [
        ("mohammed.adeyemi", "Mohammed", "Adeyemi"),
        ("gethin.aphuw", "Gethin", "ap Huw"),
        ("sue.vanderberg", "Sue", "van der Berg"),
        ("priya.joneshughes", "Priya", "Jones-Hughes"),
        ("wren.dsouza", "Wren", "D'Souza"),
        ("mei.mcdonald", "Mei", "McDonald"),
        ("anna.rhys", "Anna", "Rhys"),
        ("jonas.hill", "Jonas", "Hill"),
    ],
)
def test_sign_up_sheet_names(
    sheet: dict[str, RowReading], address: str, first: str, last: str
) -> None:
    person = at(sheet, address).person
    assert (person.first_name, person.last_name) == (first, last)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("lowri.hill", date(2004, 2, 21)),
        ("jonas.hill", date(2007, 2, 28)),
        ("anna.rhys", date(2006, 1, 24)),
        ("helen.adeyemi", date(2026, 3, 6)),
        ("mei.mcdonald", date(2009, 5, 9)),
        ("mohammed.adeyemi", date(2023, 3, 10)),
    ],
)
def test_sign_up_sheet_dates(sheet: dict[str, RowReading], address: str, day: date) -> None:
    assert at(sheet, address).person.start_date == day


def test_sign_up_sheet_a_start_in_the_future_is_a_warning(sheet: dict[str, RowReading]) -> None:
    row = at(sheet, "emeka.moore")
    assert row.person.start_date == date(2026, 11, 25)
    assert ("date-in-future", Severity.WARNING) in [(p.code, p.severity) for p in row.problems]


@pytest.mark.parametrize("address", ["helen.yilmaz", "leila.yilmaz"])
def test_sign_up_sheet_a_lost_letter_is_a_warning(
    sheet: dict[str, RowReading], address: str
) -> None:
    row = at(sheet, address)
    assert row.person.last_name == "Y?lmaz"
    assert "cell-letter-lost" in codes(row)


def test_sign_up_sheet_line_managers_stand_there_by_name(sheet: dict[str, RowReading]) -> None:
    assert at(sheet, "lowri.hill").person.line_manager is None
    assert at(sheet, "helen.adeyemi").person.line_manager == "Mohammed Adeyemi"
    assert at(sheet, "jamal.rahimi").person.line_manager == "Priya Jones-Hughes"


def test_sign_up_sheet_a_comma_in_a_job_title_is_no_list(sheet: dict[str, RowReading]) -> None:
    assert at(sheet, "chidi.lewis").person.job_title == "Head of Finance, Ward 4"
    assert at(sheet, "mei.mcdonald").person.job_title == "Head of IT, North depot"


@pytest.mark.parametrize(
    ("address", "role"),
    [
        ("lowri.hill", Role.MENTEE),  # Snr - mentee
        ("emeka.ali", Role.MENTEE),  # mentee
        ("helen.yilmaz", Role.MENTEE),  # Leader
        ("harriet.ionescu", Role.MENTOR),  # Mentor (new!)
        ("sue.vanderberg", Role.MENTOR),  # MENTOR
        ("helen.gupta", Role.MENTOR),  # "mentor " with a space
    ],
)
def test_sign_up_sheet_roles(sheet: dict[str, RowReading], address: str, role: Role) -> None:
    assert at(sheet, address).person.role is role


@pytest.mark.parametrize(
    ("address", "offers"),
    [
        ("helen.moore", 4),  # split at commas
        ("leila.yilmaz", 2),  # at semicolons
        ("sue.vanderberg", 3),  # at line breaks
        ("gethin.aphuw", 3),  # at slashes
        ("helen.gupta", 1),
    ],
)
def test_sign_up_sheet_lists(sheet: dict[str, RowReading], address: str, offers: int) -> None:
    found = at(sheet, address).person.offers or ()
    assert len(found) == offers
    assert all(entry == entry.strip() and "\n" not in entry for entry in found)


def test_sign_up_sheet_times_are_split_at_slashes_and_commas(sheet: dict[str, RowReading]) -> None:
    assert at(sheet, "freya.meyer").person.slots == (Slot.TUE_PM, Slot.FRI_AM)
    assert at(sheet, "anna.rhys").person.slots == (Slot.TUE_PM, Slot.WED_PM, Slot.THU_PM)


def test_sign_up_sheet_a_formula_is_literal_text(sheet: dict[str, RowReading]) -> None:
    note = at(sheet, "lowri.hill").person.note
    assert note == '=HYPERLINK("http://example.invalid","profile")'


def test_sign_up_sheet_notes_are_kept(sheet: dict[str, RowReading]) -> None:
    assert at(sheet, "mohammed.adeyemi").person.note == "maternity leave until March"
    row = at(sheet, "emeka.moore")
    assert row.person.note == "prefers not to be with own director"
    assert "note-wish" in codes(row)


# --- the form's answers -------------------------------------------------------------------------


def test_forms_export_long_questions_are_understood() -> None:
    assert given("forms_export.xlsx").columns == (
        None,  # ID
        None,  # Start time
        Target.OPTED_IN_ON,  # Completion time
        Target.EMAIL,
        Target.FULL_NAME,
        Target.ROLE,
        Target.OFFERS,
        Target.WANTS,
        Target.SLOTS,
        Target.MEETING_MODE,
        Target.INTERESTS,
        Target.NOT_WITH,
        Target.ANSWERS_AGREED,
    )


def test_forms_export_comes_in_whole(forms: dict[str, RowReading]) -> None:
    assert len(forms) == 36
    assert [codes(row) for row in forms.values() if row.problems] == []


def test_forms_export_a_leader_being_mentored_is_a_leader(forms: dict[str, RowReading]) -> None:
    roles = Counter(row.person.role for row in forms.values())
    assert roles == {Role.MENTEE: 12, Role.MENTOR: 24}
    assert at(forms, "marek.tran").person.role is Role.MENTEE


def test_forms_export_a_separator_at_the_end_adds_nothing(forms: dict[str, RowReading]) -> None:
    assert at(forms, "graham.rhys").person.wants == ("Cyber hygiene",)
    assert at(forms, "marek.tran").person.slots == (Slot.MON_PM, Slot.TUE_AM, Slot.WED_AM)
    assert at(forms, "marek.tran").person.offers is None


def test_forms_export_completion_is_the_day_of_opting_in(forms: dict[str, RowReading]) -> None:
    assert at(forms, "marek.tran").person.opted_in_on == date(2026, 10, 5)
    assert at(forms, "sana.thilan").person.opted_in_on == date(2026, 10, 6)


def test_forms_export_consent_is_kept_either_way(forms: dict[str, RowReading]) -> None:
    assert at(forms, "marek.tran").person.answers_agreed is True
    assert at(forms, "jamal.vanderberg").person.answers_agreed is False


def test_forms_export_whom_somebody_would_rather_not_meet(forms: dict[str, RowReading]) -> None:
    assert at(forms, "jamal.sahin").person.not_with == ("Lowri Bevan",)
    assert at(forms, "connor.ward").person.not_with == ("Beatriz Ward",)
    assert at(forms, "marek.tran").person.not_with is None


@pytest.mark.parametrize(
    ("address", "first", "last"),
    [
        ("sana.thilan", "Sana", "Thị Lan"),
        ("jamal.vanderberg", "Jamal", "van der Berg"),
        ("chidi.joneshughes", "Chidi", "Jones-Hughes"),
        ("lukasz.wojcik", "Łukasz", "Wójcik"),
        ("sian.mcdonald", "Siân", "McDonald"),
    ],
)
def test_forms_export_names(
    forms: dict[str, RowReading], address: str, first: str, last: str
) -> None:
    person = at(forms, address).person
    assert (person.first_name, person.last_name) == (first, last)


# --- the workbook and the long list -------------------------------------------------------------


def test_harbour_care_comes_in_whole(harbour: dict[str, RowReading]) -> None:
    assert len(harbour) == 31
    assert Counter(r.person.role for r in harbour.values()) == {Role.MENTEE: 10, Role.MENTOR: 21}
    assert {code for row in harbour.values() for code in codes(row)} == {"date-in-future"}


def test_harbour_care_numbers_are_written_as_people_write_them(
    harbour: dict[str, RowReading],
) -> None:
    assert at(harbour, "uma.eze").person.grade == "9"
    assert at(harbour, "elif.taylor").person.most_partners == 2


def test_harbour_care_dates_are_days(harbour: dict[str, RowReading]) -> None:
    assert at(harbour, "uma.eze").person.start_date == date(2024, 10, 2)


def test_harbour_care_line_managers_stand_there_by_address(harbour: dict[str, RowReading]) -> None:
    assert at(harbour, "rob.mensah").person.line_manager == "uma.eze@harbourcare.example"
    assert at(harbour, "uma.eze").person.line_manager is None


def test_harbour_care_lists_and_modes(harbour: dict[str, RowReading]) -> None:
    person = at(harbour, "lukasz.tran").person
    assert person.wants == ("AI tools", "Sustainability", "Customer voice")
    assert person.slots == (Slot.MON_PM, Slot.TUE_AM, Slot.TUE_PM)
    assert person.meeting_mode is MeetingMode.IN_PERSON


def test_harbour_care_names_keep_their_letters(harbour: dict[str, RowReading]) -> None:
    assert at(harbour, "ioana.yilmaz").person.full_name == "Ioana Yılmaz"
    assert at(harbour, "carys.nibhriain").person.last_name == "Ní Bhriain"


def test_people_1000_comes_in_whole() -> None:
    people = people_of("people_1000.csv")
    assert len(people) == 1_000
    assert {code for row in people.values() for code in codes(row)} <= {"date-in-future"}
    assert Counter(r.person.role for r in people.values()) == {Role.MENTOR: 600, Role.MENTEE: 400}


def test_people_1000_a_comma_in_a_job_title_is_no_list() -> None:
    person = people_of("people_1000.csv")["daisy.aphuw24@harbourcare.example"].person
    assert person.job_title == "Head of HR, Ward 4"
    assert person.last_name == "ap Huw"
