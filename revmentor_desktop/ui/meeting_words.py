"""What half days and ways to meet are called on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.people import MeetingMode, Slot


@cache
def mode_names() -> dict[MeetingMode, str]:
    """Return what each way to meet is called."""
    return {
        MeetingMode.EITHER: QCoreApplication.translate("people", "Either"),
        MeetingMode.IN_PERSON: QCoreApplication.translate("people", "In person"),
        MeetingMode.VIDEO: QCoreApplication.translate("people", "By video"),
    }


@cache
def day_names() -> dict[str, tuple[str, str]]:
    """Return the short and the full name of each day, by the beginning of its slots."""
    return {
        "mon": ("Mon", QCoreApplication.translate("people", "Monday")),
        "tue": ("Tue", QCoreApplication.translate("people", "Tuesday")),
        "wed": ("Wed", QCoreApplication.translate("people", "Wednesday")),
        "thu": ("Thu", QCoreApplication.translate("people", "Thursday")),
        "fri": ("Fri", QCoreApplication.translate("people", "Friday")),
        "sat": ("Sat", QCoreApplication.translate("people", "Saturday")),
        "sun": ("Sun", QCoreApplication.translate("people", "Sunday")),
    }


@cache
def half_names() -> dict[str, tuple[str, str]]:
    """Return the short and the full name of each half of a day, by the end of its slots."""
    return {
        "am": (
            QCoreApplication.translate("people", "am"),
            QCoreApplication.translate("people", "morning"),
        ),
        "pm": (
            QCoreApplication.translate("people", "pm"),
            QCoreApplication.translate("people", "afternoon"),
        ),
    }


def slot_words(slots: Iterable[Slot]) -> str:
    """Return half days as "Mon am, Tue pm", in the order of the week."""
    chosen = set(slots)
    halves = (slot.split("_") for slot in Slot if slot in chosen)
    return ", ".join(f"{day_names()[day][0]} {half_names()[half][0]}" for day, half in halves)
