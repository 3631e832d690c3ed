"""What can be noted of papers, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.ui.roles import named


def mark_names() -> dict[str, str]:
    """Return what each `Mark` is called, in the order in which it happens."""
    return {
        Mark.HANDED_OUT: _tr("Handed out"),
        Mark.SENT: _tr("Sent"),
        Mark.MENTOR_SIGNED: named(_tr("Signed by the {mentor}")),
        Mark.MENTEE_SIGNED: named(_tr("Signed by the {leader}")),
        Mark.BACK: _tr("Back and filed"),
    }


def paper_names() -> dict[PaperKind, str]:
    """Return what each paper that is kept track of is called."""
    return {
        PaperKind.MENTOR_PACK: named(_tr("{Mentor}’s pack")),
        PaperKind.LEADER_PACK: named(_tr("{Leader}’s pack")),
        PaperKind.AGREEMENT: _tr("Agreement"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("Tracking", words)
