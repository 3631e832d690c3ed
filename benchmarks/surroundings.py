"""What a page needs round it when it is measured: a context as the window would make it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.jobs import Jobs
from revmentor_desktop.ui.prompts import Prompts
from revmentor_desktop.ui.theme import Theme, ThemeChoice
from revmentor_desktop.ui.widgets.notices import Notices


def context_of(app: QApplication, data: DataFile, programme_id: int, folder: Path) -> Context:
    """Return a context in which that programme is chosen; preferences go into `folder`."""
    prompts = Prompts()
    preferences = Preferences(folder / "preferences.json")
    theme = Theme(app, ThemeChoice.LIGHT)
    context = Context(data, prompts, Jobs(prompts), preferences, theme, Notices())
    context.choose_programme(programme_id)
    return context
