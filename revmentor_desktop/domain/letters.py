"""Letters of a programme: their texts for either side, their placeholders, and how these fill."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import Final

from revmentor_desktop.domain.participation import Participation, ParticipationState, Role
from revmentor_desktop.domain.wording import Sign, Token, tokens

FOR_ALL: Final = "all"
"""The variant of a letter that goes to no one side; the others are named after the roles."""


class Reach(StrEnum):
    """Whom a letter goes to."""

    PEOPLE = "people"
    LINE_MANAGERS = "line-managers"
    EVERYBODY = "everybody"


class Part(StrEnum):
    """The two texts of a letter that an officer may change."""

    SUBJECT = "subject"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """A letter's wording, with placeholders. Paragraphs are parted by empty lines."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter: `line` says what it is for, `hints` what its tone should be.

    `texts` are its wordings by variant: "mentor" and "mentee" (who it goes to, or whose line
    manager), or "all".
    """

    key: str
    title: str
    line: str
    hints: tuple[str, ...] = ()
    reach: Reach = Reach.PEOPLE
    texts: Mapping[str, LetterText] = field(hash=False)


@dataclass(frozen=True, slots=True)
class FilledLetter:
    """A letter to one person. `empty` and `unknown` name what is left of placeholders.

    `empty` are names that have nothing to say for this person, `unknown` what nobody knows, as
    written. Both still stand in the texts in their braces.
    """

    subject: str
    body: str
    empty: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to fill."""
        return not (self.empty or self.unknown)


_PERSON: Final = ("first_name", "full_name")
_ROLES: Final = (
    "role_name",
    "a_role_name",
    "role_names",
    "partner_role_name",
    "a_partner_role_name",
    "partner_role_names",
)
_BOTH_SIDES: Final = ("mentors", "a_mentor", "leaders", "a_leader")
_PROGRAMME: Final = (
    "programme",
    "organisation",
    "purpose",
    "sessions",
    "session_count",
    "how_long",
    "rhythm",
    "apply_by",
    "briefing_day",
    "agreement_by",
    "first_session",
    "close_day",
    "sponsor",
    "sender",
    "contact",
)
_OWN: Final[Mapping[str, tuple[str, ...]]] = {
    "refusal": ("reason",),
    "pack": ("papers", "reference"),
}
"""The placeholders that only one letter has."""
BLANKS: Final = frozenset(
    {*_PERSON, *_ROLES, *_BOTH_SIDES, *_PROGRAMME, "participant", *chain(*_OWN.values())}
)
"""Every placeholder that some letter may have."""

_TAKING_PART: Final = frozenset({ParticipationState.CONFIRMED})
WITH_PAPERS: Final = frozenset({"pack"})
"""Letters that go with papers of a pair: as e-mail they leave from where those are attached."""
_TO_PAIRED: Final = frozenset({"pack", "agreement-reminder", "ending-soon", "thank-you"})
"""Letters that speak of a partner: nobody gets them who has none."""
_CONCERNED: Final[Mapping[str, frozenset[ParticipationState]]] = {
    "invitation": frozenset({ParticipationState.INVITED}),
    "reminder": frozenset({ParticipationState.INVITED}),
    "acceptance": _TAKING_PART,
    "reserve": frozenset({ParticipationState.RESERVE}),
    "refusal": frozenset({ParticipationState.REFUSED}),
    "pack": _TAKING_PART,
    "agreement-reminder": _TAKING_PART,
    "ending-soon": _TAKING_PART,
    "thank-you": frozenset({ParticipationState.CONFIRMED, ParticipationState.PAUSED}),
    "line-manager-note": frozenset({ParticipationState.APPLIED, ParticipationState.CONFIRMED}),
}


def known_blanks(letter: Letter) -> tuple[str, ...]:
    """Return the placeholders that a letter may have, in the order in which they are offered."""
    if letter.reach is Reach.EVERYBODY:
        return (*_BOTH_SIDES, *_PROGRAMME)
    more = _OWN.get(letter.key, ())
    if letter.reach is Reach.LINE_MANAGERS:
        more = ("participant",)
    return (*_PERSON, *more, *_ROLES, *_PROGRAMME)


def concerns(letter: Letter, part: Participation, *, is_paired: bool) -> bool:
    """Tell whether somebody with that part in the programme gets a letter now.

    A letter to line managers goes to theirs. Who has opted in needs no reminder to answer.
    """
    if letter.key in _TO_PAIRED and not is_paired:
        return False
    if letter.key == "reminder" and part.opted_in_on is not None:
        return False
    return part.state in _CONCERNED.get(letter.key, frozenset())


def variant_for(letter: Letter, role: Role | None) -> str:
    """Return which of a letter's texts goes to that side."""
    return FOR_ALL if role is None or FOR_ALL in letter.texts else str(role)


def blanks_in(text: LetterText) -> frozenset[str]:
    """Return the names of the placeholders that a wording has."""
    return frozenset(
        token.name
        for source in (text.subject, text.body)
        for token in tokens(source)
        if token.sign is Sign.BLANK
    )


def word_key(letter_key: str, variant: str, part: Part) -> str:
    """Return the key in `Plan.words` of what the officer has made of a text."""
    return f"letter.{letter_key}.{variant}.{part}"


def worded(letter: Letter, variant: str, words: Mapping[str, str]) -> LetterText:
    """Return a text as the officer has changed it, or as it comes."""
    original = letter.texts[variant]
    return LetterText(
        subject=words.get(word_key(letter.key, variant, Part.SUBJECT)) or original.subject,
        body=words.get(word_key(letter.key, variant, Part.BODY)) or original.body,
    )


def filled(text: LetterText, blanks: Mapping[str, str]) -> FilledLetter:
    """Return a letter with `blanks` in its placeholders.

    What is parted off by ``[[`` and ``]]`` is left out when a placeholder inside is empty; a line
    of which nothing is left goes with it.
    """
    subject, body = _Filling(blanks), _Filling(blanks)
    subject_text = " ".join(subject.fill(text.subject).split())
    body_text = body.fill(text.body).strip()
    return FilledLetter(
        subject_text,
        body_text,
        tuple(dict.fromkeys([*subject.empty, *body.empty])),
        tuple(dict.fromkeys([*subject.unknown, *body.unknown])),
    )


_LEFT_OUT: Final = "\0"
_SPACES: Final = re.compile(" {2,}")
_BLANK_LINES: Final = re.compile(r"\n{3,}")


class _Filling:
    """Fills one text, and keeps what could not be filled."""

    def __init__(self, blanks: Mapping[str, str]) -> None:
        self._blanks = blanks
        self.empty: list[str] = []
        self.unknown: list[str] = []

    def fill(self, source: str) -> str:
        """Return the text. A source never holds the mark for what is left out."""
        made: list[str] = []
        option: list[Token] | None = None
        for token in tokens(source.replace(_LEFT_OUT, "")):
            match token.sign:
                case Sign.OPTION if option is None:
                    option = []
                case Sign.END_OF_OPTION if option is not None:
                    made.append(_LEFT_OUT if self._is_silent(option) else self._said(option))
                    option = None
                case _ if option is not None:
                    option.append(token)
                case _:
                    made.append(self._said([token]))
        if option is not None:
            self.unknown.append("[[")
            made.append("[[" + self._said(option))
        return _tidied("".join(made))

    def _is_silent(self, option: list[Token]) -> bool:
        return any(
            token.sign is Sign.BLANK and self._blanks.get(token.name) == "" for token in option
        )

    def _said(self, parts: list[Token]) -> str:
        return "".join(map(self._one, parts))

    def _one(self, token: Token) -> str:
        if token.sign in {Sign.TEXT, Sign.BOLD, Sign.LINE}:
            return token.text  # stars and lines are nothing special in plain text
        value = self._blanks.get(token.name) if token.sign is Sign.BLANK else None
        if value:
            return " ".join(value.split())
        if value is None:
            self.unknown.append(token.text)
        else:
            self.empty.append(token.name)
        return token.text


def _tidied(text: str) -> str:
    """Take away lines of which nothing is left, and double spaces where something was left out."""
    lines = [
        _SPACES.sub(" ", line.replace(_LEFT_OUT, "")).strip() if _LEFT_OUT in line else line
        for line in text.split("\n")
        if line.strip(f" {_LEFT_OUT}") or _LEFT_OUT not in line
    ]
    return _BLANK_LINES.sub("\n\n", "\n".join(lines))
