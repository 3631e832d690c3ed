"""What an officer should know of a section: that it stands elsewhere too, or not on the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.wording import Sign, tokens
from revmentor_desktop.services.documents.placeholders import Placeholders
from revmentor_desktop.services.documents.wording import EditedSection

_OF_THE_FOCUS: Final = frozenset(
    {"focus_why", "focus_start", "focus_listen", "about_focus", "looking_for"}
)
"""Placeholders whose texts are worded where the focus is chosen."""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence on a section; what leads to where more is, and the command for it."""

    words: str
    verb: str = ""
    command: str = ""


def notes_of(section: EditedSection, placeholders: Placeholders) -> Iterator[Note]:
    """Yield what there is to know of a section."""
    if section.is_in_both_packs:
        yield Note(_tr("This stands in both packs: what you change is changed in both."))
    if not section.stands:
        yield Note(
            _tr("Not on the paper at present: the choices of the agreement leave it out."),
            _tr("Go to the choices"),
            "settings:agreement",
        )
    found = {one.name for one in tokens(section.now.body) if one.sign is Sign.BLANK}
    names = [f"{{{placeholders.names[key]}}}" for key in sorted(found & _OF_THE_FOCUS)]
    if names:
        yield Note(
            _tr("What {0} says is worded in Programme settings › Purpose.").format(
                _tr(" and ").join(names)
            ),
            _tr("Word it there"),
            "settings:purpose",
        )


def _tr(words: str) -> str:
    return QCoreApplication.translate("wording", words)
