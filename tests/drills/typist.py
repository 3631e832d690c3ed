"""The wizard in a process of its own, typed into until killed."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.storage.values import to_json

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TEXT = "Our leaders hear how decisions land, and act on what they hear. "


def digest(draft: Draft | None) -> str:
    """Return a short sign of all that a draft holds."""
    text = to_json(draft) if draft is not None else ""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def type_on(path: Path, step: Step) -> None:
    """Open the wizard at a step and type; after each key say when, and what the draft is then."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from revmentor_desktop.storage.data_file import DataFile
    from revmentor_desktop.system.preferences import Preferences
    from revmentor_desktop.ui.context import Context
    from revmentor_desktop.ui.jobs import Jobs
    from revmentor_desktop.ui.prompts import Prompts
    from revmentor_desktop.ui.setup.wizard import SetupWizard
    from revmentor_desktop.ui.theme import Theme, ThemeChoice
    from revmentor_desktop.ui.widgets.notices import Notices
    from tests.drills.processes import KEY

    app = QApplication([])
    theme = Theme(app, ThemeChoice.LIGHT)
    data = DataFile.open(path, KEY, path.parent / "backups")
    preferences = Preferences(path.with_suffix(".json"))
    prompts = Prompts()
    context = Context(data, prompts, Jobs(prompts), preferences, theme, Notices())
    wizard = SetupWizard(context)
    wizard.show()
    wizard.go_to(step)
    field = _field(wizard.page)
    _say("ready")
    for letter in cycle(TEXT):
        if field is not None:
            QTest.keyClicks(field, letter)
        _say(f"{time.time()}:{digest(wizard.session.draft)}")
        QTest.qWait(20)


def _field(page: QWidget) -> QWidget | None:
    """Return the first field of free text on a page, or None where there is only to choose."""
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
