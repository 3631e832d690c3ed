"""Saving the dates of the programme that is looked at as a calendar file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.setup.calendar import calendar_name, write_calendar
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.leaving import say_saved


def save_calendar(context: Context) -> None:
    """Ask where to, save the programme's milestones and sessions there, and say so."""
    programme_id = context.programme_id
    if programme_id is None:
        return
    try:
        name = calendar_name(context.data, programme_id)
        path = context.prompts.choose_file_to_save(
            _tr("Save the calendar"), name, [_tr("Calendar (*.ics)")]
        )
        if path is None:
            return
        write_calendar(context.data, programme_id, path)
    except KnownError as error:
        context.prompts.error(error)
        return
    words = _tr("Saved as {0}. Opened in your calendar, it puts every date there.")
    say_saved(context, words.format(path), path.parent)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SaveCalendar", text)
