"""What makes a value of a cell's text, by the target of its column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from revmentor_desktop.domain import checks
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.text import clean_line
from revmentor_desktop.exchange.people_file.lists import split_list
from revmentor_desktop.exchange.people_file.names import split_name
from revmentor_desktop.exchange.people_file.targets import LISTS, TEXTS, Target

CHECKS: Final = {**checks.PERSON, **checks.PARTICIPATION}
SHOWN: Final = 60
"""Most characters of a cell that a sentence quotes."""
_ADDRESS = re.compile(r"[^@\s<>,;:()\"]+@[^@\s<>,;:()\"]+")


def joined(target: Target, values: Sequence[Any]) -> Any:
    """Return one value of several cells' texts or lists; raises KnownError when it is too long."""
    if target in TEXTS:
        return CHECKS[target]("\n".join(values))
    entries_of_all = tuple(dict.fromkeys(entry for value in values for entry in value))
    return CHECKS[target](entries_of_all) if target in LISTS else entries_of_all


def _person(text: str) -> str:
    """Return how a person is named elsewhere: the e-mail address, else the name as said."""
    address = _ADDRESS.search(text)
    return checks.email(address[0]) if address else clean_line(split_name(text).full)


def _address(text: str) -> str:
    """Return the address in "Helen Ward <helen@ward.example>" or "mailto:…"; else check it all."""
    found = _ADDRESS.findall(text.removeprefix("mailto:"))
    address: str = checks.email(found[0] if len(found) == 1 else text)
    return address


def _partners(text: str) -> int:
    match = re.match(r"\d{1,3}\b", text)
    if match is None:
        raise KnownError("number-unclear", text=text[:SHOWN])
    partners: int = checks.PARTICIPATION["own_partners"](int(match[0]))
    return partners


def _split_people(text: str) -> tuple[str, ...]:
    """Return the names in a cell; one comma after a single word or capitals is "WARD, Helen"."""
    text = re.sub(r"\s+(?:and|&)\s+", ";", text)
    if text.count(",") == 1 and not re.search(r"[;\n|]", text):
        last, _, first = text.partition(",")
        if len(last.split()) == 1 or last.isupper():
            return (f"{last.strip()}, {first.strip()}",)
    return split_list(text)


def _people(text: str) -> tuple[str, ...]:
    return tuple(map(_person, _split_people(text)))


def _list_of(target: Target) -> Callable[[str], tuple[str, ...]]:
    return lambda text: checks.PERSON[target](split_list(text))


PARSERS: Final[dict[str, Callable[[str], Any]]] = {
    **CHECKS,
    **{target: _list_of(target) for target in LISTS},
    Target.EMAIL: _address,
    Target.LINE_MANAGER: _person,
    Target.NOT_WITH: _people,
    Target.MOST_PARTNERS: _partners,
}
"""What makes a value of a cell's text, by target; raises KnownError for what cannot be one."""
