"""How long after its start the program shows itself, and can be used."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.figures import Figure, in_turn
from devtools import screen
from devtools.places import ROOT

ROUNDS: Final = 21
FIRST_PAINT_RATIO: Final = 1.5
USABLE_RATIO: Final = 3.0
_START: Final = (str(ROOT / "main.py"), "--data")

_MAKE_DATA_FILES: Final = """
import sys
from pathlib import Path
from revmentor_desktop.services import sample, vault
from revmentor_desktop.system.paths import Paths
for name, passphrase in zip(sys.argv[1:], (None, "a passphrase to measure with")):
    opened = vault.create(Path(name), passphrase, Paths.standard())
    sample.add_sample(opened.data)
    opened.data.close()
"""


def figures() -> list[Figure]:
    """Measure from the moment of spawning to the first paint and to the usable window.

    Both data files hold the sample programme. One opens by a key store, so that the window can
    be used when Home shows the programme; the other asks for its passphrase, and what is measured
    ends there: the typing is not the program's time.
    """
    with tempfile.TemporaryDirectory() as home:
        environment = screen.offscreen() | {
            "PYTHON_KEYRING_BACKEND": "benchmarks.key_store.FolderKeyring",
            "REVMENTOR_BENCH_START": "1",
            "REVMENTOR_HOME": home,
        }
        # A setting of some machines, under which the program would be compiled at every start.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        stored, asked = str(Path(home) / "stored.revmentor"), str(Path(home) / "asked.revmentor")
        make = [sys.executable, "-c", _MAKE_DATA_FILES, stored, asked]
        subprocess.run(make, env=environment, check=True)
        bare = partial(_stamps, ["-m", "benchmarks.bare_window"], environment, ("first-paint",))
        (floor,), (first_paint, usable), (asking,) = in_turn(
            ROUNDS,
            bare,
            partial(_stamps, [*_START, stored], environment, ("first-paint", "usable")),
            partial(_stamps, [*_START, asked], environment, ("usable",)),
        )
    return [
        Figure("start to first paint", first_paint, floor, most_ratio=FIRST_PAINT_RATIO),
        Figure("start to usable window", usable, floor, most_ratio=USABLE_RATIO),
        Figure("start to asking for a passphrase", asking, floor, most_ratio=USABLE_RATIO),
    ]


def _stamps(
    arguments: list[str], environment: dict[str, str], names: tuple[str, ...]
) -> list[float]:
    """Run a program that prints stamps ("NAME time-of-day"); return their seconds since spawning.

    Raises RuntimeError when the program fails or does not print one of `names`.
    """
    started = time.time()
    ended = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    printed = dict(line.split() for line in ended.stdout.splitlines() if len(line.split()) == 2)
    if ended.returncode != 0 or not set(names) <= set(printed):
        raise RuntimeError(f"{arguments} did not print {names}:\n{ended.stdout}{ended.stderr}")
    return [float(printed[name]) - started for name in names]
