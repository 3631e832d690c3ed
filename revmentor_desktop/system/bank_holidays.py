"""Bank holidays of a region, by the `holidays` library."""

from __future__ import annotations

from datetime import date
from functools import cache


def bank_holiday(region: str, day: date) -> str:
    """Return the name of the bank holiday on `day`, or "" when it is none.

    `region` is an ISO 3166 code: a country ("IE") or a part of one ("GB-SCT"); "" has no
    bank holidays. Raises ValueError for a region that is not known.
    """
    return _of_year(region, day.year).get(day, "") if region else ""


@cache
def _of_year(region: str, year: int) -> dict[date, str]:
    import holidays

    country, _, part = region.partition("-")
    try:
        found = holidays.country_holidays(
            country, subdiv=part or None, years=year, language="en_GB" if country == "GB" else None
        )
    except NotImplementedError as error:
        raise ValueError(f"no bank holidays are known for {region}") from error
    return dict(found)
