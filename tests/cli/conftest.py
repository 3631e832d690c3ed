"""A command line without a data file yet, and one that has people."""

from __future__ import annotations

import pytest

from revmentor_desktop.system.paths import Paths
from tests.cli.asking import PASSPHRASE, CommandLine
from tests.exchange.files import DATA


@pytest.fixture
def officer(
    paths: Paths,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    quick_passphrases: object,
) -> CommandLine:
    """A command line without a data file yet."""
    monkeypatch.setenv("REVMENTOR_PASSPHRASE", PASSPHRASE)
    return CommandLine(paths, capsys)


@pytest.fixture
def started(officer: CommandLine) -> CommandLine:
    """A command line with a programme and the 31 people of the sample spreadsheet."""
    officer.ask("new", "--programme", "Front-line voices", "--organisation", "Harbour Care")
    officer.ask("import-people", DATA / "harbour_care_31.xlsx", "--accept")
    return officer
