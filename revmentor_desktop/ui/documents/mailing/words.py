"""What is said of a draft before it is made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.text import named_characters
from revmentor_desktop.services.documents.mailing import PackMail, Trouble
from revmentor_desktop.ui.documents.tracking.mark_words import paper_names


def trouble_words(trouble: Trouble) -> str:
    """Return what is to be looked at, in a few words."""
    return {
        Trouble.NO_ADDRESS: _tr("No e-mail address"),
        Trouble.ADDRESS_UNUSABLE: _tr("No mail program takes this address"),
        Trouble.LETTER_HAS_GAPS: _tr("The letter has a gap"),
        Trouble.NOT_TAKING_PART: _tr("Does not take part any more"),
    }[trouble]


def check_words(mail: PackMail) -> str:
    """Return all that is to be looked at about a draft, or that it is ready."""
    said = [trouble_words(one) for one in mail.troubles]
    if mail.unprintable:
        said.append(_tr("Cannot be printed: {0}").format(named_characters(mail.unprintable)))
    return " · ".join(said) or _tr("Ready")


def attached_words(mail: PackMail) -> str:
    """Return what is attached: "Mentor's pack, Agreement"."""
    return ", ".join(paper_names()[one.kind] for one in mail.papers)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Mailing", words)
