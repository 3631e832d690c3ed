from __future__ import annotations

from datetime import date, datetime

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.people_file.dates import is_month_first, looks_like_date, parse_date

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("21.02.04", date(2004, 2, 21)),
        ("28/02/2007", date(2007, 2, 28)),
        ("2006-01-24", date(2006, 1, 24)),
        ("06-Mar-26", date(2026, 3, 6)),
        ("09/05/2009", date(2009, 5, 9)),
        ("1 March 2019", date(2019, 3, 1)),
        ("1st of March, 2019", date(2019, 3, 1)),
        ("1st April '21", date(2021, 4, 1)),
        ("1 Apr ’21", date(2021, 4, 1)),
        ("Mon 4 Sept 2023", date(2023, 9, 4)),
        ("March 1, 2019", date(2019, 3, 1)),
        ("1-2-99", date(1999, 2, 1)),
        ("01 02 2003", date(2003, 2, 1)),
        ("2026-10-05 09:04:00", date(2026, 10, 5)),
        ("2026-10-05T09:04:00Z", date(2026, 10, 5)),
        ("05/10/2026 09:04", date(2026, 10, 5)),
        (date(2024, 10, 2), date(2024, 10, 2)),
        (datetime(2026, 10, 5, 9, 4), date(2026, 10, 5)),
    ],
)
def test_a_day_is_read_in_any_usual_spelling(cell: str | date, day: date) -> None:
    assert parse_date(cell, TODAY) == (day, None)


@pytest.mark.parametrize(
    ("cell", "day", "warning"),
    [
        (45_292.0, date(2024, 1, 1), "date-from-number"),
        ("45292", date(2024, 1, 1), "date-from-number"),
        ("March 2019", date(2019, 3, 1), "date-no-day"),
        ("Mar '19", date(2019, 3, 1), "date-no-day"),
        ("Mar-19", date(2019, 3, 1), "date-no-day"),
        (2019.0, date(2019, 1, 1), "date-no-day"),
        ("02/28/2007", date(2007, 2, 28), "date-month-first"),
    ],
)
def test_what_is_only_probably_a_day_is_read_with_a_warning(
    cell: str | float, day: date, warning: str
) -> None:
    assert parse_date(cell, TODAY) == (day, warning)


@pytest.mark.parametrize(
    "text", ["soon", "31/02/2020", "13/13/2020", "32-Jan-20", "1 Foo 2020", "99999", "00/00/0000"]
)
def test_what_is_no_day_is_an_error_that_quotes_it(text: str) -> None:
    with pytest.raises(KnownError) as caught:
        parse_date(text, TODAY)
    assert (caught.value.code, caught.value.params["text"]) == ("date-unclear", text)


def test_years_of_two_digits_lie_at_most_ten_years_ahead() -> None:
    assert parse_date("1.1.36", TODAY)[0].year == 2036
    assert parse_date("1.1.37", TODAY)[0].year == 1937


def test_a_column_writes_the_month_first_when_only_that_fits() -> None:
    assert is_month_first(["01/02/2020", "02/28/2007"])
    assert not is_month_first(["01/02/2020", "03/04/2021"])
    assert not is_month_first(["13/02/2020", "02/28/2007"])
    assert parse_date("01/02/2020", TODAY, month_first=True)[0] == date(2020, 1, 2)


def test_a_year_or_a_word_alone_does_not_look_like_a_date() -> None:
    assert looks_like_date("21.02.04", TODAY)
    assert not looks_like_date("2019", TODAY)
    assert not looks_like_date("Marketing", TODAY)
    assert not looks_like_date(9.0, TODAY)
