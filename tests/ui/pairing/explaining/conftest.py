"""The board once its best plan is known, and what is asked on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.services.pairing.proposing import set_locked
from revmentor_desktop.ui.pairing.page import PairingPage
from tests.ui.pairing.explaining.journey import (
    Asked,
    Know,
    pause,
)
from tests.ui.pairing.stage import Cast

PATIENCE_MS = 15_000


@pytest.fixture
def know(page: PairingPage, qtbot: QtBot) -> Callable[[], None]:
    """Read the board anew and wait until its best plan is known."""

    def wait() -> None:
        page.reload()
        qtbot.waitUntil(lambda: page.best_plan.suggestion is not None, timeout=PATIENCE_MS)

    return wait


@pytest.fixture
def asked(page: PairingPage, qtbot: QtBot) -> Asked:
    return Asked(page, qtbot)


@pytest.fixture
def locked(cast: Cast, know: Know) -> int:
    """Jonas and Helen are a locked pair; Mei, who reports to the others, is free beside them."""
    pause(cast, "Sána Khan")
    made = cast.pair("Jonas Tamm", "Helen Ward")
    set_locked(cast.data, cast.programme_id, [made], locked=True)
    know()
    return made


@pytest.fixture
def three(page: PairingPage, cast: Cast, know: Know) -> None:
    """The best plan is on the board, and Jonas and David are chosen."""
    made = cast.pair("Jonas Tamm", "David Price")
    cast.pair("Mei Brown", "Helen Ward")
    cast.pair("Sána Khan", "Rob Clarke")
    know()
    page.pairs.choose(made)
