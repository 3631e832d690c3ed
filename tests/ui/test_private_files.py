"""What other programs open is private, stays while the window does, and goes afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui.private_files import PrivateFiles
from tests.ui.stage import Stage

_LEAVE_ONE = """
import os, sys
from pathlib import Path
from revmentor_desktop.ui.private_files import PrivateFiles
files = PrivateFiles(Path(sys.argv[1]))
print(files.put("left.eml", b"x"), flush=True)
sys.stdin.readline()
os._exit(1)
"""


def test_nobody_else_can_read_a_file(tmp_path: Path) -> None:
    files = PrivateFiles(tmp_path / "open")
    assert not (tmp_path / "open").exists()
    path = files.put("Mei Brown.eml", b"hello")
    assert path.read_bytes() == b"hello"
    assert path.name == "Mei Brown.eml"
    if os.name != "nt":
        folders = [path.parent, path.parent.parent, tmp_path / "open"]
        assert [folder.stat().st_mode & 0o777 for folder in folders] == [0o700] * 3
        assert path.stat().st_mode & 0o777 == 0o600
    files.close()


def test_two_of_a_name_stand_beside_each_other_until_all_go(tmp_path: Path) -> None:
    files = PrivateFiles(tmp_path / "open")
    paths = [files.put("a.eml", content) for content in (b"1", b"2")]
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]
    files.close()
    assert list((tmp_path / "open").iterdir()) == []
    files.close()
    assert files.put("a.eml", b"3").exists()
    files.close()


def test_where_nothing_can_be_written_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "open").write_text("a file stands here")
    with pytest.raises(KnownError, match="folder-unwritable"):
        PrivateFiles(tmp_path / "open").put("a.eml", b"")


def test_a_start_takes_away_what_a_killed_process_left_and_nothing_else(tmp_path: Path) -> None:
    root = tmp_path / "open"
    with subprocess.Popen(
        [sys.executable, "-c", _LEAVE_ONE, str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        path = Path(other.stdout.readline().strip())
        mine = PrivateFiles(root)
        kept = mine.put("mine.eml", b"")
        mine.sweep()
        assert path.exists()
        other.communicate("\n")
    assert path.exists()
    mine.sweep()
    assert not path.exists()
    assert kept.exists()
    mine.close()
    assert list(root.iterdir()) == []


def test_closing_the_data_file_takes_them_away(stage: Stage) -> None:
    stage.open_file()
    path = stage.context.private_files.put("Mei Brown.eml", b"")
    assert path.is_relative_to(stage.paths.private)
    stage.shell.detach()
    assert not path.exists()


def test_a_crash_takes_them_away(stage: Stage) -> None:
    stage.open_file()
    path = stage.context.private_files.put("Mei Brown.eml", b"")
    for step in stage.shell.rescue():
        step()
    assert not path.exists()
