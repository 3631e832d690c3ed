"""Which files of wording there are, and on which paper the words of each of them stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from revmentor_desktop.documents.document_text import DocumentText, read_document
from revmentor_desktop.documents.document_words import PACKS, PAPERS, WordsOfFile
from revmentor_desktop.documents.packs.blanks import BLANKS, PAIR_BLANKS
from revmentor_desktop.documents.packs.content import SHARED, DocumentWords
from revmentor_desktop.documents.pairing_list_values import KEY as PAIRING_LIST
from revmentor_desktop.documents.pairing_list_values import LIST_BLANKS
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.papers import KEYS
from revmentor_desktop.documents.setup.values import BLANKS as PROGRAMME_BLANKS
from revmentor_desktop.documents.setup.values import (
    PHRASE_BLANKS,
    PHRASES,
    SetupValues,
    blanks_of,
)
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.system.resources import resource

SIGN_OFF: Final = "sign-off"
FORM: Final = "form"
"""What the application forms of both calls say."""
_CALLS: Final = ("call-mentor", "call-leader")
KINDS: Final[Mapping[str, PaperKind]] = MappingProxyType(
    {
        "mentor": PaperKind.MENTOR_PACK,
        "leader": PaperKind.LEADER_PACK,
        SHARED: PaperKind.MENTOR_PACK,
        "cover": PaperKind.COVER_SHEET,
        "agreement": PaperKind.AGREEMENT,
        "session-sheet": PaperKind.SESSION_SHEETS,
        "midpoint-review": PaperKind.MID_POINT_REVIEW,
        "closing": PaperKind.CLOSING_SHEET,
        "certificate": PaperKind.CERTIFICATES,
    }
)
"""The papers of pairs on which the words of a file are seen."""


class DocumentGroup(StrEnum):
    """What documents belong together."""

    PAIR = "pair"
    PROGRAMME = "programme"
    COMMON = "common"
    """Words that stand on several papers."""


def group_of(file: str) -> DocumentGroup:
    """Return where a document belongs."""
    if file in {SHARED, FORM, PHRASES}:
        return DocumentGroup.COMMON
    return DocumentGroup.PAIR if file in KINDS else DocumentGroup.PROGRAMME


@cache
def files() -> tuple[str, ...]:
    """Return the documents: those of pairs as they are handed out, then those of programmes."""
    return (*_there(PACKS, KINDS), *_there(PAPERS, (*KEYS, FORM, PAIRING_LIST, PHRASES)))


def files_of(kind: PaperKind) -> list[str]:
    """Return the files whose words stand on a kind of paper of a pair."""
    has_shared = kind in {PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK}
    return [file for file, one in KINDS.items() if one is kind or (file == SHARED and has_shared)]


def files_of_paper(key: str) -> list[str]:
    """Return the files whose words stand on a paper of a programme: a set-up paper, a list."""
    if key not in files():
        return []
    return [key, *([FORM] if key in _CALLS else []), PHRASES]


def paper_of(file: str) -> str:
    """Return the set-up paper on which the words of a file are seen."""
    return {FORM: _CALLS[0], PHRASES: KEYS[0]}.get(file, file)


@cache
def folder_of(file: str) -> str:
    """Return in which folder the original of a file is."""
    return PACKS if file in _there(PACKS, KINDS) else PAPERS


def original_of(file: str) -> DocumentText:
    """Return what a file says as it came. Raises FileNotFoundError."""
    return read_document(folder_of(file), file)


def known_in(file: str) -> frozenset[str]:
    """Return the placeholders that a file may have."""
    if folder_of(file) == PACKS:
        return BLANKS
    return {PAIRING_LIST: LIST_BLANKS, PHRASES: PHRASE_BLANKS}.get(file, PROGRAMME_BLANKS)


def words_of(file: str, about: SetupValues, changed: Mapping[str, str]) -> WordsOfFile:
    """Return the wording of a file, with the blanks filled that a programme alone fills."""
    blanks = blanks_of(about)
    if folder_of(file) == PACKS:
        return DocumentWords(file, dict.fromkeys(PAIR_BLANKS, "") | blanks, changed)
    return PaperWords(file, dict.fromkeys(LIST_BLANKS, "") | blanks, changed, known_in(file))


def _there(folder: str, order: Collection[str]) -> tuple[str, ...]:
    """Return the files of a folder in an order; what it does not name comes last."""
    found = sorted(path.stem for path in resource(f"content/{folder}").glob("*.md"))
    return (*(one for one in order if one in found), *(one for one in found if one not in order))
