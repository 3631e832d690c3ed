"""What the editor of wording calls sections, and how it says what is wrong with them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.wording_slips import Slip, SlipKind
from revmentor_desktop.services.documents.placeholders import Placeholders
from revmentor_desktop.services.documents.wording import EditedSection
from revmentor_desktop.ui.roles import named


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
    }
    if section.is_line:
        return lines.get(section.key) or placeholders.shown(section.original.heading)
    heading = section.now.heading if section.has_heading else section.original.heading
    return placeholders.shown(heading) or placeholders.shown(section.original.heading)


def slip_words(slip: Slip, placeholders: Placeholders) -> str:
    """Return what is wrong, as a sentence."""
    name = placeholders.names.get(slip.word, slip.word)
    match slip.kind:
        case SlipKind.UNKNOWN:
            return _tr("There is no placeholder {0}.").format(f"{{{name}}}")
        case SlipKind.STRAY:
            return _tr("A {0} stands alone; placeholders come from the menu.").format(name)
        case SlipKind.BOLD:
            return _tr("Bold words begin with ** and do not end in the same paragraph.")
        case SlipKind.OPTION:
            return _tr("Words that may be left out need [[ before them and ]] after them.")
        case SlipKind.NOTHING_KNOWN:
            return _tr("Nothing is known for {0}.").format(f"{{{name}}}")
        case SlipKind.NO_TEXT:
            return _tr("It says nothing, so it will be left out.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("wording", words)
