"""What states and fields are called on the People page."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.participation import ParticipationState


@cache
def state_names() -> dict[ParticipationState, str]:
    """Return what each state is called, in the order in which they usually come."""
    return {
        ParticipationState.INVITED: QCoreApplication.translate("people", "Invited"),
        ParticipationState.APPLIED: QCoreApplication.translate("people", "Applied"),
        ParticipationState.RESERVE: QCoreApplication.translate("people", "In reserve"),
        ParticipationState.CONFIRMED: QCoreApplication.translate("people", "Confirmed"),
        ParticipationState.PAUSED: QCoreApplication.translate("people", "Paused"),
        ParticipationState.WITHDRAWN: QCoreApplication.translate("people", "Withdrawn"),
        ParticipationState.REFUSED: QCoreApplication.translate("people", "Refused"),
    }


@cache
def missing_names() -> dict[str, str]:
    """Return what the details that may be missing are called."""
    return {
        "email": QCoreApplication.translate("people", "e-mail"),
        "job_title": QCoreApplication.translate("people", "job title"),
        "department": QCoreApplication.translate("people", "department"),
        "slots": QCoreApplication.translate("people", "when to meet"),
        "offers": QCoreApplication.translate("people", "what they can offer"),
        "wants": QCoreApplication.translate("people", "what they want to learn"),
    }


def counted(names: list[str]) -> str:
    """Return one name as it is, or how many people there are."""
    if len(names) == 1:
        return names[0]
    return QCoreApplication.translate("people", "{0:,} people").format(len(names))
