"""Hostile and huge files are handled in little memory, measured from outside in a process each."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.exchange.files import (
    PEOPLE,
    SHEET_FOOT,
    SHEET_HEAD,
    ods_row,
    ods_with,
    write,
    xlsx,
    xlsx_with_sheet,
)

LIMIT = 500 * 1024 * 1024
SCRIPT = """
import sys
from pathlib import Path
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.source import open_source
try:
    grid = open_source(Path(sys.argv[1])).read()
    outcome = f"{len(grid.rows)} rows"
except KnownError as error:
    outcome = error.code
status = Path("/proc/self/status")
if status.exists():
    # Its own peak alone: the figure of `resource` begins at the size of who started the process.
    words = status.read_text().partition("VmHWM:")[2].split()
    kilobytes = int(words[0])
else:
    import resource
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024  # macOS counts bytes
print(kilobytes * 1024, outcome)
"""


def bomb(path: Path, sheet_bytes: int) -> Path:
    """A sound small workbook whose sheet goes on for so many bytes of nothing."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        with zipfile.ZipFile(write(path.parent, "sound.xlsx", xlsx(PEOPLE))) as sound:
            for name in sound.namelist():
                if "sheet1" not in name:
                    package.writestr(name, sound.read(name))
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(SHEET_HEAD.encode())
            for _ in range(sheet_bytes // 1024**2):
                part.write(b" " * 1024 * 1024)
            part.write(SHEET_FOOT.encode())
    return path


def full_sheet(path: Path) -> Path:
    """The most that is accepted: close to 50 MB of XML, close to 2,000,000 cells."""
    row = "".join(f'<c t="str"><v>{n}</v></c>' for n in range(99))
    sheet = f"<row>{row}</row>" * 20_000
    return write(path.parent, path.name, xlsx_with_sheet(sheet))


def far_cell(path: Path) -> Path:
    sheet = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return write(path.parent, path.name, xlsx_with_sheet(sheet))


def spread_out(path: Path) -> Path:
    row = ods_row(["x" * 100] * 10).replace(
        "<table:table-row>", '<table:table-row table:number-rows-repeated="200000">'
    )
    return write(path.parent, path.name, ods_with(row))


def long_text(path: Path) -> Path:
    return write(path.parent, path.name, "Name,Note\n" + "😀" * 5_000_000 + ",y\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no `resource` module")
@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("bomb.xlsx", "source-unpacks-large"),
        ("full.xlsx", "20000 rows"),
        ("far.xlsx", "sheet-too-far"),
        ("spread.ods", "sheet-too-far"),
        ("text.csv", "2 rows"),
    ],
)
def test_a_file_is_read_or_refused_within_500_megabytes(
    tmp_path: Path, name: str, outcome: str
) -> None:
    path = tmp_path / name
    match name:
        case "bomb.xlsx":
            bomb(path, 500 * 1024**2)
            assert path.stat().st_size < 600_000
        case "full.xlsx":
            full_sheet(path)
        case "far.xlsx":
            far_cell(path)
        case "spread.ods":
            spread_out(path)
        case _:
            long_text(path)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        timeout=120,
    )
    most, _, said = done.stdout.strip().partition(" ")
    assert said == outcome
    assert int(most) < LIMIT, f"{int(most) // 1024**2} MB"
