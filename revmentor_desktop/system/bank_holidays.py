"""Bank holidays of a region, by the `holidays` library, which is loaded at the first question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from typing import Final
from warnings import catch_warnings, simplefilter

from revmentor_desktop.system.loading import put_off

_FIRST: Final = (
    ("GB-ENG", "England"),
    ("GB-SCT", "Scotland"),
    ("GB-WLS", "Wales"),
    ("GB-NIR", "Northern Ireland"),
    ("IE", "Ireland"),
)
"""Where the program is used most; the others follow by name."""

# Names that the library's own spelling (lower case, no accents, no commas) does not lead to.
_NAMES: Final = {
    "AX": "Åland Islands",
    "BL": "Saint Barthélemy",
    "BQ": "Bonaire, Sint Eustatius and Saba",
    "CC": "Cocos (Keeling) Islands",
    "CD": "Congo, Democratic Republic of the",
    "CG": "Congo, Republic of the",
    "CI": "Côte d’Ivoire",
    "CW": "Curaçao",
    "GW": "Guinea-Bissau",
    "HK": "Hong Kong",
    "HM": "Heard Island and McDonald Islands",
    "RE": "Réunion",
    "SH": "Saint Helena, Ascension and Tristan da Cunha",
    "ST": "São Tomé and Príncipe",
    "SY": "Syria",
    "TL": "Timor-Leste",
    "TR": "Türkiye",
}
_SMALL_WORDS: Final = frozenset({"and", "da", "of", "the"})


def bank_holiday(region: str, day: date) -> str:
    """Return the name of the bank holiday on `day`, or "" when it is none.

    `region` is an ISO 3166 code: a country ("IE") or a part of one ("GB-SCT"); "" has no
    bank holidays. Raises ValueError for a region that is not known.
    """
    return bank_holidays(region, day.year).get(day, "")


def bank_holidays(region: str, year: int) -> Mapping[date, str]:
    """Return the bank holidays of a year with their names. Raises ValueError as `bank_holiday`."""
    return _of_year(region, year) if region else {}


def loading(region: str) -> Iterator[None]:
    """Get ready to answer questions about a region, a little at each step.

    Done at the first question it takes long enough for a window to be felt to stand still.
    """
    for part in ("importlib.metadata", "dateutil.parser", "holidays"):
        import_module(part)
        yield
    is_known(region)


@cache
def is_known(region: str) -> bool:
    """Tell whether there are bank holidays for a region; "" stands for none and is known."""
    try:
        bank_holiday(region, date(2027, 1, 1))
    except ValueError:
        return False
    return True


@cache
def regions() -> tuple[tuple[str, str], ...]:
    """Return code and English name of each region: the UK's nations, Ireland, then by name."""
    from holidays.registry import COUNTRIES

    codes = {country[1]: spelling for spelling, country in COUNTRIES.items()}
    others = [(code, _name(code, codes[code])) for code in codes.keys() - {"GB", "IE"}]
    return (*_FIRST, *sorted(others, key=lambda region: _plain(region[1])))


@cache
def _of_year(region: str, year: int) -> dict[date, str]:
    # Else the library would load every country there is for the one that is asked about.
    put_off("holidays.countries")
    import holidays

    country, _, part = region.partition("-")
    try:
        spoken = holidays.country_holidays(country).supported_languages
        # Else it would take the language of the machine.
        language = next((one for one in ("en_GB", "en_US") if one in spoken), None)
        with catch_warnings():
            # It warns where it knows some feasts of a country for certain years only.
            simplefilter("ignore")
            found = holidays.country_holidays(
                country, subdiv=part or None, years=year, language=language
            )
    except NotImplementedError as error:
        raise ValueError(f"no bank holidays are known for {region}") from error
    return {day: name.replace("'", "’") for day, name in found.items()}


def _name(code: str, spelling: str) -> str:
    words = spelling.split("_")
    return _NAMES.get(code) or " ".join(
        word if word in _SMALL_WORDS else word.capitalize() for word in words
    )


def _plain(name: str) -> str:
    """Return a name without accents, to sort by."""
    import unicodedata

    split = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in split if not unicodedata.combining(letter)).lower()
