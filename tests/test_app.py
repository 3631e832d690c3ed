from __future__ import annotations

from pathlib import Path

import pytest

from revmentor_desktop import app
from revmentor_desktop.cli import command_line
from revmentor_desktop.system.paths import Paths


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ([], None),
        (["--data", "/somewhere/a.revmentor"], Path("/somewhere/a.revmentor")),
        (["--data=/somewhere/a.revmentor"], Path("/somewhere/a.revmentor")),
    ],
)
def test_without_a_verb_the_window_is_wanted(arguments: list[str], path: Path | None) -> None:
    assert app._data_file_only(arguments) == (path,)


@pytest.mark.parametrize(
    "arguments", [["people"], ["--data", "a.revmentor", "people"], ["--help"], ["--json"]]
)
def test_everything_else_is_the_command_line(
    arguments: list[str], paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[list[str], Paths]] = []

    def listen(given: list[str], where: Paths) -> int:
        heard.append((given, where))
        return 7

    monkeypatch.setattr(command_line, "main", listen)
    assert app.main(arguments) == 7
    assert heard == [(arguments, paths)]
