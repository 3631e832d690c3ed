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

ROUNDS: Final = 11
FIRST_PAINT_RATIO: Final = 1.5
USABLE_RATIO: Final = 3.0

_MAKE_DATA_FILE: Final = """
import sys
from pathlib import Path
from revmentor_desktop.services import sample, vault
from revmentor_desktop.system.paths import Paths
opened = vault.create(Path(sys.argv[1]), None, Paths.standard())
sample.add_sample(opened.data)
opened.data.close()
"""


def figures() -> list[Figure]:
    """Measure from the moment of spawning to the first paint and to the usable window.

    The data file holds the sample programme and opens by a key store, as when an officer has
    chosen not to be asked: waiting for a passphrase is not the program's time.
    """
    with tempfile.TemporaryDirectory() as home:
        environment = screen.offscreen() | {
            "PYTHON_KEYRING_BACKEND": "benchmarks.key_store.FolderKeyring",
            "REVMENTOR_BENCH_START": "1",
            "REVMENTOR_HOME": home,
        }
        # A setting of some machines, under which the program would be compiled at every start.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        data_file = Path(home) / "bench.revmentor"
        make = [sys.executable, "-c", _MAKE_DATA_FILE, str(data_file)]
        subprocess.run(make, env=environment, check=True)
        bare = partial(_stamps, ["-m", "benchmarks.bare_window"], environment, ("first-paint",))
        ours = partial(
            _stamps,
            [str(ROOT / "main.py"), "--data", str(data_file)],
            environment,
            ("first-paint", "usable"),
        )
        (floor,), (first_paint, usable) = in_turn(ROUNDS, bare, ours)
    return [
        Figure("start to first paint", first_paint, floor, most_ratio=FIRST_PAINT_RATIO),
        Figure("start to usable window", usable, floor, most_ratio=USABLE_RATIO),
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
