"""Their words for our values: "Snr – mentee", "face to face", "Tuesday mornings", "y"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField
from revmentor_desktop.domain.plan.own_values import option_meant
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.domain.text import fold
from revmentor_desktop.exchange.people_file.lists import split_everywhere, split_list
from revmentor_desktop.exchange.people_file.targets import (
    AnyTarget,
    Consent,
    OwnTarget,
    Target,
)

_YES_AND_NO: Final = ("yes", "no")
LEFT_OUT: Final = ""
"""The code of a value that the officer chose to leave out."""

ValueMaps = Mapping[AnyTarget, Mapping[str, str]]
"""For each target, the code for each value, by `value_key`. Codes are the values of our enums,
"yes" and "no", several slots with spaces between, and the answers that an own field offers."""

RoleNames = tuple[tuple[str, Role], ...]
"""The names of a programme's own for its roles, by `value_key`; the longest first."""

_EDGES = re.compile(r"\s+")
# "Not Mondays" must never be read as Mondays: what is denied is left to the officer.
_DENIED = re.compile(r"\b(not?|non|never|except|excluding|apart from|but|unless|avoid)\b|n['’]t\b")


def value_key(text: str) -> str:
    """Return the key under which a value is remembered: no case, accents, extra spaces."""
    return _EDGES.sub(" ", fold(text)).strip()


def role_names_of(taking_part: TakingPart) -> RoleNames:
    """Return what a programme calls its roles, where that would not be understood anyway."""
    found = {
        value_key(words): role
        for role in Role
        for words in (taking_part.name_of(role).one, taking_part.name_of(role).several)
    }
    own = [(_straight(name), role) for name, role in found.items() if _role(name) is not role]
    return tuple(sorted(own, key=lambda named: -len(named[0])))


def roles_named(key: str, names: RoleNames) -> frozenset[Role]:
    """Return the roles that a text names; a name within a longer one ("Guide lead") is not said."""
    found: set[Role] = set()
    key = _straight(key)
    for name, role in names:
        words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        if words.search(key):
            found.add(role)
            key = words.sub(" ", key)
    return frozenset(found)


def _straight(key: str) -> str:
    return key.replace("’", "'")  # a file has either


def answers_of(target: OwnTarget) -> tuple[str, ...]:
    """Return the codes that a value of an own field can have."""
    return _YES_AND_NO if isinstance(target, Consent) else target.options


def entries(target: AnyTarget, text: str) -> tuple[str, ...]:
    """Return the values in a cell: one, except for slots and fields with several answers."""
    if target is Target.SLOTS:
        return split_everywhere(text)
    if isinstance(target, OwnField) and target.kind is FieldKind.SEVERAL_OF:
        # An answer may hold a comma itself.
        return (text.strip(),) if option_meant(target, text) else split_list(text)
    return (text.strip(),)


def _role(key: str) -> str | None:
    mentee = re.search(r"mentee|leader|mentored|learner|\bexec", key) is not None
    mentor = re.search(r"\bmentors?\b", key) is not None
    if mentee == mentor or _DENIED.search(key):
        return None
    return Role.MENTEE if mentee else Role.MENTOR


_STATES: Final[dict[ParticipationState, str]] = {
    ParticipationState.REFUSED: r"refus|reject|unsuccessful|turned down"
    r"|\bnot (selected|accepted|successful|chosen)",
    ParticipationState.RESERVE: r"reserve|wait(ing)? ?list|stand ?by|next (time|round|cohort)",
    ParticipationState.WITHDRAWN: r"withdr|declin|dropped|left|removed|^no$|not taking|inactive"
    r"|not interested|no longer",
    ParticipationState.PAUSED: r"pause|hold|leave|deferred|absent",
    ParticipationState.CONFIRMED: r"(?<!un)(?<!to be )confirm|accept|approved|active|^yes$"
    r"|enrolled|matched|paired",
    ParticipationState.APPLIED: r"appl|interest|signed up|registered|pending|waiting|\bnew\b"
    r"|unconfirm|to be confirm|await",
    ParticipationState.INVITED: r"invit|asked|nominated|approached",
}


_MAY_DENY: Final = frozenset({ParticipationState.WITHDRAWN, ParticipationState.REFUSED})


def _state(key: str) -> str | None:
    found = next((state for state, words in _STATES.items() if re.search(words, key)), None)
    is_denied = found not in _MAY_DENY and _DENIED.search(key)
    return None if is_denied else found


_MODES: Final[dict[MeetingMode, str]] = {
    MeetingMode.EITHER: r"either|both|no pref|\bany|hybrid|mix|don.?t mind|flexible",
    MeetingMode.IN_PERSON: r"person|face|f2f|on ?site|office|physical",
    MeetingMode.VIDEO: r"video|online|virtual|remote|teams|zoom|\bcalls?\b|phone",
}


def _mode(key: str) -> str | None:
    found = [mode for mode, words in _MODES.items() if re.search(words, key)]
    if MeetingMode.EITHER in found:
        return MeetingMode.EITHER
    if not found or _DENIED.search(key):
        return None
    return found[0] if len(found) == 1 else MeetingMode.EITHER


def _yes_no(key: str) -> str | None:
    if re.match(r"(yes|y|true|1|agreed?|i agree|ok|okay|x|✓|✔|consent)\b|[✓✔]", key):
        return "yes"
    if re.match(r"(no|n|false|0|disagree|i do not|i don.?t|declined?)\b|[✗✘]", key):
        return "no"
    return None


_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,5}days?|s|rs?|nes)?(?![a-z])")
_RANGE = re.compile(rf"{_DAY.pattern}\s*(?:-|–|to)\s*{_DAY.pattern}")
_HALF_ALONE = re.compile(r"(?:all )?(?:am|pm|mornings?|afternoons?|evenings?)(?: only)?")
_ANY_DAY = re.compile(
    r"weekday|week days|any ?(time|day)|every ?day|all week|flexible|always|^(?:any|all)$"
)
_MORNING = re.compile(r"\bam\b|a\.m|morning|\dam\b")
_AFTERNOON = re.compile(r"\bpm\b|p\.m|afternoon|evening|lunch|\dpm\b")
_HOUR = re.compile(r"\b(\d{1,2})(?:[:.]\d{2})?\b")


def _slots(key: str) -> str | None:
    if _DENIED.search(key):
        return None
    halves = _halves(key)
    # "Mornings" alone means those of the working week.
    days = _DAYS[:5] if _HALF_ALONE.fullmatch(key) else _days(key)
    if not days:
        return None
    return " ".join(Slot(f"{day}_{half}") for day in days for half in halves or ("am", "pm"))


def _days(key: str) -> Sequence[str]:
    if _ANY_DAY.search(key):
        return _DAYS[:5]
    if match := _RANGE.search(key):
        first, last = _DAYS.index(match[1]), _DAYS.index(match[2])
        return _DAYS[first : last + 1]
    found = {match[1] for match in _DAY.finditer(key)}
    return [day for day in _DAYS if day in found]


def _halves(key: str) -> tuple[str, ...]:
    halves = tuple(
        half
        for half, words in (("am", _MORNING), ("pm", _AFTERNOON))
        if words.search(key) is not None
    )
    hour = _HOUR.search(key)
    if not halves and hour is not None:
        halves = ("am",) if 6 <= int(hour[1]) <= 11 else ("pm",)
    return halves


_GUESSES: Final[dict[Target, Callable[[str], str | None]]] = {
    Target.ROLE: _role,
    Target.STATE: _state,
    Target.MEETING_MODE: _mode,
    Target.SLOTS: _slots,
    Target.ANSWERS_AGREED: _yes_no,
}


@lru_cache(maxsize=4096)
def guess_value(target: AnyTarget, text: str, role_names: RoleNames = ()) -> str | None:
    """Return our code for a value in their words, or None when it is not clear.

    A role goes by the programme's own names for it first.
    """
    if isinstance(target, OwnField):
        return option_meant(target, text)
    key = value_key(text)
    if isinstance(target, Consent):
        return _yes_no(key)
    if target is Target.ROLE and not _DENIED.search(key):
        named = roles_named(key, role_names)
        if len(named) == 1:
            return next(iter(named))
    return _GUESSES[target](key)


def code_of(
    target: AnyTarget, text: str, chosen: ValueMaps, role_names: RoleNames = ()
) -> str | None:
    """Return the code for a value: the officer's choice, else the guess, else None."""
    decided = chosen.get(target, {}).get(value_key(text))
    return guess_value(target, text, role_names) if decided is None else decided
