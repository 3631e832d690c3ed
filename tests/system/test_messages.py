"""Every known error has a sentence, and every sentence its error."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Final

import pytest

import revmentor_desktop
from revmentor_desktop.domain.checks import PARTICIPATION, PERSON, PROGRAMME
from revmentor_desktop.domain.participation import OUT_STATES, ParticipationState
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.system.resources import resource

SOURCE: Final = Path(revmentor_desktop.__file__).parent
SENTENCES: Final[dict[str, str]] = tomllib.loads(
    resource("content/messages.toml").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Raised:
    """A known error as the source makes it; `params` is None when they are not written there."""

    place: str
    code: str
    params: frozenset[str] | None


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


_RAISED: Final = {"KnownError", "InvalidField"}
"""Of the rest the words that fill the blanks come as a mapping."""


def known_errors() -> Iterator[Raised]:
    at = {
        "KnownError": 0,
        "InvalidField": 1,
        "RowProblem": 0,
        "DraftProblem": 1,
        "Problem": 1,
        "Reason": 0,
    }
    for place, tree in trees():
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id=name), args=args, keywords=words) if name in at:
                    code = args[at[name]]
                    if isinstance(code, ast.Constant):
                        names = frozenset(word.arg for word in words if word.arg)
                        whole = name in _RAISED and len(names) == len(words)
                        params = names if whole else None
                        yield Raised(f"{place}:{node.lineno}", str(code.value), params)


ERRORS: Final = list(known_errors())


NAMED_LATER: Final = {"exchange/spreadsheets": {"name"}, "storage": {"name", "path"}}
"""Rooms that do not know the file by the name the officer gave it: their callers fill that in."""


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_known_error_has_a_sentence() -> None:
    assert len(ERRORS) > 60
    assert [error for error in ERRORS if error.code not in SENTENCES] == []


def test_every_blank_is_filled_in() -> None:
    for error in ERRORS:
        if error.params is not None and error.code in SENTENCES:
            missing = blanks(SENTENCES[error.code]) - error.params
            assert not missing - NAMED_LATER.get(error.place.rpartition("/")[0], set()), error


def test_states_in_which_nobody_is_paired_have_a_sentence() -> None:
    for state in OUT_STATES | {ParticipationState.PAUSED}:
        assert blanks(SENTENCES[f"pair-{state}"]) == {"name"}


def test_no_sentence_is_left_over() -> None:
    said, beginnings = set(), set[str]()
    for _, tree in trees():
        for node in ast.walk(tree):
            match node:
                case ast.Constant(value=str(text)):
                    said.add(text)
                case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
                    beginnings.add(text)
    prefixes = tuple(text for text in beginnings if text.endswith("-"))
    left_over = {code for code in SENTENCES if code not in said and not code.startswith(prefixes)}
    assert left_over == set()


@pytest.mark.parametrize(("code", "text"), SENTENCES.items())
def test_sentences_are_whole_and_plain(code: str, text: str) -> None:
    assert text.strip() == text
    assert text[-1] in ".?!…"
    assert text[0].isupper() or text[0] in "{“"
    assert "<" not in text
    assert "  " not in text
    assert all(re.fullmatch("[a-z_]+", name) for name in blanks(text))
    assert "'" not in text


def test_people_s_text_in_a_sentence_stays_as_it_is() -> None:
    name = "{0} <b>Ann</b> {code} %s"
    assert name in sentence("pair-full", {"name": name})


def test_a_code_without_a_sentence_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        sentence("no-such-code", {})


def test_the_checks_cover_fields_that_exist() -> None:
    assert PERSON.keys() & PROGRAMME.keys() == {"start_date"}
    assert PARTICIPATION.keys() & PERSON.keys() == set()
