"""What the tests of the wizard share: a programme, and a list with a problem of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.context import Context
from tests.builders import stored_programme
from tests.exchange.files import write
from tests.ui.people.importing.stage import BAD, Stage


@pytest.fixture
def programme_id(context: Context) -> int:
    programme_id = stored_programme(context.data, "Front-line voices")
    context.choose_programme(programme_id)
    return programme_id


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return write(tmp_path, "list.csv", BAD)


@pytest.fixture
def stage(qtbot: QtBot, context: Context, programme_id: int, bad: Path) -> Iterator[Stage]:
    made = Stage(qtbot, context, bad)
    yield made
    made.wizard.session.is_edited = False
