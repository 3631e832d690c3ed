"""The wizard, or the settings, in a process of its own, typed into until killed."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.storage.values import to_json

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from revmentor_desktop.ui.context import Context

TEXT = "Our leaders hear how decisions land, and act on what they hear. "


def digest(draft: Draft | None) -> str:
    """Return a short sign of all that a draft holds."""
    text = to_json(draft) if draft is not None else ""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def type_on(path: Path, step: Step) -> None:
    """Open the wizard at a step and type; after each key say when, and what the draft is then."""
    from revmentor_desktop.ui.setup.wizard import SetupWizard

    wizard = SetupWizard(_context(path))
    wizard.show()
    wizard.go_to(step)
    _type_into(wizard.page, lambda: wizard.session.draft)


def type_into_settings(path: Path, step: Step) -> None:
    """Open a section of the settings and type; after each key say when, and what waits then."""
    from revmentor_desktop.ui.setup.settings.page import SettingsPage

    context = _context(path)
    page = SettingsPage(context)
    page.resize(1000, 700)
    page.show()
    page.show_section(step)
    _type_into(page.section(step), lambda: page.kept.of(context.programme_id or 0).get(step))


def _context(path: Path) -> Context:
    """Return what pages need, with the first programme of a data file being looked at."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from revmentor_desktop.services.programmes.reading import programmes
    from revmentor_desktop.storage.data_file import DataFile
    from revmentor_desktop.system.preferences import Preferences
    from revmentor_desktop.ui.context import Context
    from revmentor_desktop.ui.jobs import Jobs
    from revmentor_desktop.ui.prompts import Prompts
    from revmentor_desktop.ui.starting import load_writing
    from revmentor_desktop.ui.theme import Theme, ThemeChoice
    from revmentor_desktop.ui.widgets.notices import Notices
    from tests.drills.processes import KEY

    app = QApplication([])
    theme = Theme(app, ThemeChoice.LIGHT)
    data = DataFile.open(path, KEY, path.parent / "backups")
    preferences = Preferences(path.with_suffix(".json"))
    prompts = Prompts()
    context = Context(data, prompts, Jobs(prompts), preferences, theme, Notices())
    context.choose_programme(next((one.id for one in programmes(data)), None))
    load_writing().join()  # as the window does a moment after its start
    return context


def _type_into(page: QWidget, state: Callable[[], Draft | None]) -> None:
    from PySide6.QtTest import QTest

    field = _field(page)
    _say("ready")
    for letter in cycle(TEXT):
        if field is not None:
            QTest.keyClicks(field, letter)
        _say(f"{time.time()}:{digest(state())}")
        QTest.qWait(20)


def _field(page: QWidget) -> QWidget | None:
    """Show and return the first field of free text, or None where there is only to choose."""
    from PySide6.QtWidgets import QTabBar

    tabs = page.findChild(QTabBar)
    if tabs is None:
        return _field_in_sight(page)
    for at in range(tabs.count()):
        tabs.setCurrentIndex(at)
        if (field := _field_in_sight(page)) is not None:
            return field
    return None


def _field_in_sight(page: QWidget) -> QWidget | None:
    from PySide6.QtWidgets import QLineEdit, QSpinBox

    from revmentor_desktop.ui.widgets.fields import FieldFrame
    from revmentor_desktop.ui.widgets.growing import GrowingText

    fields: list[QWidget] = [*page.findChildren(QLineEdit), *page.findChildren(GrowingText)]
    return next(
        (
            one
            for one in fields
            if one.isVisible() and not isinstance(one.parentWidget(), QSpinBox | FieldFrame)
        ),
        None,
    )


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
