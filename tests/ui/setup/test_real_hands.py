"""The wizard with a real pointer and a real keyboard on a real X server."""

from __future__ import annotations

import subprocess

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.draft import STEPS, Step
from revmentor_desktop.services.programmes.reading import programmes
from revmentor_desktop.services.setup import reading
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.steps.purpose import PurposeStep
from revmentor_desktop.ui.setup.wizard import SetupWizard

pytestmark = pytest.mark.xserver

PATIENCE_MS = 15_000


class Hands:
    """What they do goes on while Qt's own loop runs."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def click(self, widget: QWidget) -> None:
        middle = widget.mapToGlobal(widget.rect().center())
        self._do("mousemove", str(middle.x()), str(middle.y()), "sleep", "0.1", "click", "1")

    def type(self, text: str) -> None:
        self._do("type", "--delay", "15", text)

    def key(self, *keys: str) -> None:
        self._do("key", "--delay", "40", *keys)

    def _do(self, *orders: str) -> None:
        hand = subprocess.Popen(["xdotool", *orders])
        self._qtbot.waitUntil(lambda: hand.poll() is not None, timeout=PATIENCE_MS)
        assert hand.returncode == 0
        self._qtbot.wait(80)


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def test_a_programme_by_pointer(wizard: SetupWizard, hands: Hands, context: Context) -> None:
    page = wizard.page
    assert isinstance(page, PurposeStep)
    hands.click(page.cards.cards["digital"])
    assert page.cards.choice == "digital"
    hands.click(page.name)
    hands.type("AI at work 2027")
    hands.click(wizard.skip)
    hands.click(wizard.next)
    assert not wizard.isVisible()
    (made,) = programmes(context.data)
    assert made.name == "AI at work 2027"
    assert len(reading.plan(context.data, made.id).objectives) > 0


def test_a_programme_by_keys_through_every_step(
    wizard: SetupWizard, hands: Hands, context: Context
) -> None:
    hands.key("space", "Tab")
    hands.type("Voices 2027")
    been = [wizard.step]
    for _ in STEPS[1:]:
        hands.key("ctrl+Return")
        been.append(wizard.step)
    assert been == list(STEPS)
    hands.key("alt+b")
    assert wizard.step is Step.AGREEMENT
    hands.key("ctrl+Next")
    hands.key("Return")
    assert not wizard.isVisible()
    assert [one.name for one in programmes(context.data)] == ["Voices 2027"]
