"""Every code of a known error has a sentence, and every sentence a code that uses it."""

from __future__ import annotations

import re
import tomllib
from string import Formatter

import pytest

from revmentor_desktop.system.resources import resource

PACKAGE = resource("").parent / "revmentor_desktop"
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")
RAISED = re.compile(
    r"(?:KnownError|InvalidField|RowProblem|DraftProblem|Reason)\((?:[\w.]+, )?\s*f?\"([a-z-]+)\""
)

SENTENCES: dict[str, str] = tomllib.loads(
    resource("content/messages.toml").read_text(encoding="utf-8")
)
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))


@pytest.mark.parametrize("code", sorted({c for c in RAISED.findall(SOURCE) if CODE.fullmatch(c)}))
def test_a_code_that_is_raised_has_a_sentence(code: str) -> None:
    assert code in SENTENCES


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_used_somewhere(code: str) -> None:
    family = code.rsplit("-", 1)[0]
    assert f'"{code}"' in SOURCE or f'"{family}-{{' in SOURCE


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_one_that_people_can_read(code: str) -> None:
    sentence = SENTENCES[code]
    assert sentence == sentence.strip()
    assert sentence[0].isupper() or sentence[0] in "{“", code
    assert sentence.endswith((".", "?")), code
    blanks = [name for _, name, _, _ in Formatter().parse(sentence) if name is not None]
    assert all(re.fullmatch(r"[a-z_]+", blank) for blank in blanks)
