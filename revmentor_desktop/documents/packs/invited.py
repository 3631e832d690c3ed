"""Who comes to the briefing and gets post: all people of a programme's pairs."""

from __future__ import annotations

from dataclasses import dataclass

from revmentor_desktop.documents.packs.blanks import PAIR_BLANKS
from revmentor_desktop.documents.packs.content import DocumentWords
from revmentor_desktop.documents.setup.values import SetupValues, blanks_of
from revmentor_desktop.domain.participation import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Somebody who is one of a pair, or of several; empty text means "not known"."""

    name: str
    role: Role
    job: str = ""
    department: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedValues:
    """What papers about all of them say: the programme, and who they are, by surname."""

    programme: SetupValues
    people: tuple[Invited, ...]


def invited_words(file: str, about: SetupValues) -> DocumentWords:
    """Return the wording of a paper about all of them; of a single pair it has nothing to say."""
    blanks = dict.fromkeys(PAIR_BLANKS, "") | blanks_of(about)
    return DocumentWords(file, blanks, about.plan.words)
