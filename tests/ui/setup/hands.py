"""Short ways to drive the wizard with a real mouse and real keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.ui.setup.wizard import SetupWizard
from tests.services.setup.test_setup import FULL

D = TypeVar("D", bound=QDialog)

Opener = Callable[[], SetupWizard]

RICH = Draft(
    details=ProgrammeDetails(
        name="Voices", purpose="Leaders listen.", start_date=date(2027, 9, 7), session_count=5
    ),
    plan=FULL,
)
"""A draft with something on every page."""


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, keys)


def type_in(text: str) -> None:
    """Type where the focus is."""
    QTest.keyClicks(focused(), text)


def click(widget: QWidget) -> None:
    """Click into the middle of what can be seen of a widget."""
    QApplication.processEvents()
    assert widget.isVisible(), widget
    assert widget.isEnabled(), widget
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(widget)
    top = widget.window()
    middle = widget.mapTo(top, QPoint(widget.width() // 2, widget.height() // 2))
    target = top.childAt(middle)
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(top, middle))


def when_open(kind: type[D], act: Callable[[D], None]) -> None:
    """Do something with the next modal dialog of a kind, as soon as it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def name_it(wizard: SetupWizard, name: str = "Voices 2027", purpose: str = "Listen.") -> None:
    """Type name and purpose as the officer would."""
    from revmentor_desktop.ui.setup.steps.purpose import PurposeStep

    wizard.go_to(Step.PURPOSE)
    page = wizard.page
    assert isinstance(page, PurposeStep)
    page.name.setFocus()
    page.name.selectAll()
    type_in(name)
    page.purpose.setFocus()
    page.purpose.selectAll()
    type_in(purpose)
