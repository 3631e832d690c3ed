"""What the editor of wording calls sections."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.services.documents.placeholders import Placeholders
from revmentor_desktop.services.documents.wording import EditedSection
from revmentor_desktop.services.documents.wording_words import text_beginning, text_in_a_list
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.wording_part_names import clause_part_names


def section_name(section: EditedSection, placeholders: Placeholders) -> str:
    """Return what a section is called in lists: its heading, or which line of the page it is."""
    lines = {
        "kind": _tr("Line above the title"),
        "title": _tr("Title"),
        "subtitle": _tr("Line below the title"),
        "foot": _tr("Foot of the page"),
        "owner": _tr("Line at the top"),
        "signed": _tr("Who signs, where no sponsor is known"),
        "dated": _tr("Below the line for the date"),
        "who": _tr("First column"),
        "as": _tr("Second column"),
        "has": _tr("Third column"),
        "signs": _tr("Fourth column"),
        "mentor_label": named(_tr("Above the {mentor}’s name")),
        "leader_label": named(_tr("Above the {leader}’s name")),
        "hopes": _tr("Where both write what they want"),
        "mentor_signature": named(_tr("Where the {mentor} signs")),
        "leader_signature": named(_tr("Where the {leader} signs")),
        "organiser_signature": _tr("Where the organiser signs"),
        "date_label": _tr("Below the lines for dates"),
        "copies": _tr("Line about the copies"),
        "copy_file": _tr("The copy for the file"),
        "replaces": _tr("Line about the version before"),
        **clause_part_names(),
    }
    if section.is_line:
        return lines.get(section.key) or text_beginning(section.original.heading, placeholders)
    heading = section.now.heading if section.has_heading else section.original.heading
    said = (text_in_a_list(one, placeholders) for one in (heading, section.original.heading))
    return next(filter(None, said), "") or text_beginning(section.original.body, placeholders)


def _tr(words: str) -> str:
    return QCoreApplication.translate("wording", words)
