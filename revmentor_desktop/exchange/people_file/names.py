"""Names as lists hold them: "WARD, Helen", "Helen Ward", "VAN DER BERG, Sue"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from revmentor_desktop.domain.text import clean_line, fold

_PARTICLES: Final = frozenset(
    {"van", "von", "der", "den", "de", "la", "le", "du", "da", "das", "do", "dos", "di", "del"}
    | {"ap", "ab", "ferch", "verch", "bin", "ibn", "al", "el", "ten", "ter", "zu", "af", "av"}
)
_SURNAME_OPENERS: Final = _PARTICLES | {"ni", "nic", "mac", "mc", "o", "st", "san", "santa"}
_TITLES: Final = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev"}
)
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"(?:[^\W\d_]|[ '’.\-\u0300-\u036f])+")
_LOST = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])|\ufffd")
_GARBLED = re.compile("[ÃÅÄÂ][\x80-\xbf¡-¿‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


@dataclass(frozen=True, slots=True)
class SplitName:
    """A name in two parts. `sure` is False when the cut between them is a guess.

    `title` is what stood before the name ("Dr") and is kept in neither part.
    """

    first: str
    last: str
    sure: bool = True
    title: str = ""

    @property
    def full(self) -> str:
        """The name as one would say it."""
        return f"{self.first} {self.last}".strip()


def split_name(text: str, email: str = "") -> SplitName:
    """Return a full name in two parts, capitals made ordinary.

    With a comma the surname stands first. Otherwise an e-mail address "sana.thilan@" tells where
    to cut, else small words ("van", "ap") and capitals, else the last word is the surname.
    """
    if text.count(",") == 1:
        last, first = (clean_line(part) for part in text.split(","))
        first, title = _without_title(first)
        return SplitName(recase_first(first), recase(last), title=title)
    bare, title = _without_title(clean_line(text))
    words = bare.split(" ")
    if len(words) == 1:
        return SplitName(recase_first(bare), "", title=title)
    cut, sure = _cut(words, email)
    first, last = " ".join(words[:cut]), " ".join(words[cut:])
    return SplitName(recase_first(first), recase(last), sure, title)


def _without_title(text: str) -> tuple[str, str]:
    head, _, rest = text.partition(" ")
    if rest and fold(head).rstrip(".") in _TITLES:
        return rest, head
    return text, ""


def _cut(words: list[str], email: str) -> tuple[int, bool]:
    """Return how many words the first name has, and whether that is more than a guess."""
    if len(words) == 2:
        return 1, True
    parts = re.split(r"[._]", email.partition("@")[0])
    if len(parts) == 2:
        for cut in range(1, len(words)):
            if (_key(words[:cut]), _key(words[cut:])) == (_key(parts[:1]), _key(parts[1:])):
                return cut, True
    for index, word in enumerate(words[1:-1], start=1):
        if fold(word).rstrip(".") in _SURNAME_OPENERS:
            return index, True
    capitals = next((i for i, word in enumerate(words) if _is_capital(word)), 0)
    if capitals and all(map(_is_capital, words[capitals:])):
        return capitals, True
    return len(words) - 1, False


def _key(words: list[str]) -> str:
    return "".join(c for c in fold("".join(words)) if c.isalpha())


def _is_capital(word: str) -> bool:
    return word.isupper() and sum(c.isalpha() for c in word) > 1


def recase(surname: str) -> str:
    """Return a surname in capitals as it is usually written; mixed case stays as typed.

    "JONES-HUGHES" becomes "Jones-Hughes", "VAN DER BERG" "van der Berg", "D'SOUZA" "D'Souza".
    """
    if not (_PLAIN.fullmatch(surname) and (_is_capital(surname) or surname.islower())):
        return surname
    words = surname.lower().split(" ")
    small = [word in _PARTICLES and index < len(words) - 1 for index, word in enumerate(words)]
    return " ".join(
        word if is_small else _capitalised(word)
        for word, is_small in zip(words, small, strict=True)
    )


def recase_first(first_name: str) -> str:
    """Return a first name in capitals as usually written; "AJ" and mixed case stay as typed."""
    if not _PLAIN.fullmatch(first_name):
        return first_name
    if first_name.islower() or (_is_capital(first_name) and len(first_name) > 2):
        return _capitalised(first_name.lower())
    return first_name


def _capitalised(word: str) -> str:
    """Give each part of a name its capital: after a hyphen, an apostrophe, and "Mc"."""
    word = _WORD.sub(lambda part: part[0][0].upper() + part[0][1:], word)
    word = re.sub(r"(?<=\w\w)(['’])S\b", r"\1s", word)
    return re.sub(r"\bMc(\w)(?=\w{2})", lambda part: "Mc" + part[1].upper(), word)


def has_lost_letter(text: str) -> bool:
    """Tell whether an earlier program could not write a letter: "Y?lmaz", "Y�lmaz"."""
    return _LOST.search(text) is not None


def is_garbled(text: str) -> bool:
    """Tell whether text was once read in a wrong encoding: "ZoÃ«"."""
    return _GARBLED.search(text) is not None
