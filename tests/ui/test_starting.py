"""The program started for real, as a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from revmentor_desktop.system.paths import Paths

ROOT = Path(__file__).parents[2]
HEAVY = {
    "calamine", "cryptography", "odf", "olefile", "pydantic", "PySide6.QtNetwork", "PySide6.QtPdf",
    "PySide6.QtPrintSupport", "python_calamine", "reportlab", "sqlalchemy", "sqlmodel",
    "xlsxwriter",
}  # fmt: skip
SET = {
    "QT_QPA_PLATFORM": "offscreen",
    "PYTHON_KEYRING_BACKEND": "benchmarks.key_store.FolderKeyring",
    "PYTHONPATH": str(ROOT),
}
MAKE = """
import sys
import time
from pathlib import Path
from revmentor_desktop.services import sample, vault
from revmentor_desktop.system.paths import Paths
opened = vault.create(Path(sys.argv[1]), None, Paths.standard())
sample.add_sample(opened.data)
opened.data.close()
"""


def python(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        env=os.environ | SET | more,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def data_file(paths: Paths) -> Path:
    path = paths.data / "Programmes.revmentor"
    paths.data.mkdir(parents=True)
    made = python("-c", MAKE, path)
    assert made.returncode == 0, made.stderr
    return path


def test_it_is_seen_then_usable_without_what_is_heavy(data_file: Path) -> None:
    started = python(
        "-X", "importtime", ROOT / "main.py", "--data", data_file, REVMENTOR_BENCH_START="1"
    )
    assert started.returncode == 0
    stamps = [line.split()[0] for line in started.stdout.splitlines()]
    assert stamps == ["first-paint", "usable"]
    loaded = {
        found[1]
        for found in re.finditer(r"^import time:.*\| +(\S+)$", started.stderr, re.MULTILINE)
    }
    assert "revmentor_desktop.ui.home.page" in loaded
    assert {name for name in loaded if name in HEAVY or name.split(".")[0] in HEAVY} == set()


def test_what_a_killed_window_had_open_elsewhere_is_gone_soon_after_the_start(
    data_file: Path, paths: Paths
) -> None:
    left = paths.private / "open-1" / "a" / "Mei Brown signed agreement RM-0002.pdf"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"%PDF-")
    command = [sys.executable, str(ROOT / "main.py"), "--data", str(data_file)]
    with subprocess.Popen(command, env=os.environ | SET) as window:
        give_up = time.monotonic() + 60
        while any(paths.private.iterdir()) and time.monotonic() < give_up:
            time.sleep(0.05)
        window.kill()
    assert list(paths.private.iterdir()) == []


def test_what_changes_need_is_loaded_beside_the_window() -> None:
    script = (
        "import sys\n"
        "from revmentor_desktop.ui.starting import load_writing\n"
        "before = 'sqlmodel' in sys.modules\n"
        "load_writing().join()\n"
        "print(before, 'sqlmodel' in sys.modules)\n"
    )
    assert python("-c", script).stdout == "False True\n"
