"""Bank holidays of every region that is offered, known by English names."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest

from revmentor_desktop.system.bank_holidays import bank_holiday, is_known, regions

CODES = [code for code, _ in regions()]


@pytest.mark.parametrize(
    ("region", "day", "name"),
    [
        ("GB-ENG", date(2027, 3, 29), "Easter Monday"),
        ("GB-SCT", date(2027, 3, 29), ""),
        ("GB-SCT", date(2027, 11, 30), "Saint Andrew’s Day"),
        ("GB-NIR", date(2027, 3, 17), "Saint Patrick’s Day"),
        ("GB-WLS", date(2028, 12, 26), "Boxing Day"),
        ("GB-ENG", date(2027, 12, 27), "Christmas Day (observed)"),
        ("IE", date(2027, 2, 1), "Saint Brigid’s Day"),
        ("FR", date(2027, 7, 14), "National Day"),
        ("GB-ENG", date(2027, 6, 9), ""),
        ("", date(2027, 12, 25), ""),
    ],
)
def test_a_bank_holiday_has_its_english_name(region: str, day: date, name: str) -> None:
    assert bank_holiday(region, day) == name


@pytest.mark.parametrize("region", ["XX", "GB-XYZ", "gb-eng", "-", "nowhere at all"])
def test_a_region_that_is_none_is_told(region: str) -> None:
    assert not is_known(region)
    with pytest.raises(ValueError, match="no bank holidays"):
        bank_holiday(region, date(2027, 1, 1))


def test_where_the_program_is_used_most_comes_first_then_by_name() -> None:
    names = [name for _, name in regions()]
    assert names[:6] == [
        "England",
        "Scotland",
        "Wales",
        "Northern Ireland",
        "Ireland",
        "Afghanistan",
    ]
    assert names[6] == "Åland Islands"
    assert len(set(CODES)) == len(set(names)) == len(CODES) > 200
    assert "GB" not in CODES
    assert all(name[0].isupper() and "_" not in name for name in names)


@pytest.mark.parametrize("region", CODES)
def test_every_region_answers_over_the_years(region: str) -> None:
    assert is_known(region)
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(0, 13 * 366, 183)]
    assert all(isinstance(bank_holiday(region, day), str) for day in days)


@pytest.mark.parametrize("region", ["GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR", "IE"])
@pytest.mark.parametrize("year", range(2024, 2037))
def test_every_year_has_its_bank_holidays(region: str, year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    assert 8 <= sum(bool(bank_holiday(region, day)) for day in days) <= 14


def test_the_library_is_loaded_at_the_first_question_only() -> None:
    code = (
        "import sys; import revmentor_desktop.services.setup.free_days;"
        "assert 'holidays' not in sys.modules;"
        "from revmentor_desktop.system.bank_holidays import bank_holiday;"
        "from datetime import date; bank_holiday('', date(2027, 1, 1));"
        "assert 'holidays' not in sys.modules;"
        "bank_holiday('IE', date(2027, 1, 1)); assert 'holidays' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
