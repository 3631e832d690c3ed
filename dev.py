"""Set up, run, test and check RevMentor Desktop: ``python3 dev.py COMMAND``.

Needs Python 3.11 or later and nothing else: what is missing it installs into .venv on first use
(and, on Debian as root, the few system libraries that Qt needs).
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (this line is for the Pythons that are too old)
    sys.exit("RevMentor needs Python 3.11 or later; this is Python " + sys.version.split()[0] + ".")

import argparse
import subprocess
from collections.abc import Callable
from pathlib import Path

from devtools import checking, environment, pictures, screen, testing
from devtools.console import Stop, say
from devtools.places import OUT, ROOT, python


def setup(arguments: list[str]) -> int:
    """Install what is missing, and nothing else."""
    argparse.ArgumentParser(prog="dev.py setup").parse_args(arguments)
    environment.ensure(development=True)
    return 0


def run(arguments: list[str]) -> int:
    """Open the program, or hand it ARGUMENTS (try: run --help)."""
    environment.ensure()
    if not arguments and not screen.has_screen():
        say("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).")
        say("Instead of the window, here is a tour of the program in pictures and documents.")
        return _tour(OUT / "tour")
    return _python(ROOT / "main.py", *arguments)


def test(arguments: list[str]) -> int:
    """Run all tests; takes pytest's arguments, and --full for the long drills."""
    environment.ensure(development=True)
    chosen = [argument for argument in arguments if argument != "--full"]
    return testing.run(chosen, full="--full" in arguments)


def check(arguments: list[str]) -> int:
    """Check style, types, import rules, the rules of the house, and that nothing is unused."""
    argparse.ArgumentParser(prog="dev.py check").parse_args(arguments)
    environment.ensure(development=True)
    return checking.run()


def shots(arguments: list[str]) -> int:
    """Draw every page, dialog and printed page, in both themes and two sizes [--out DIR]."""
    out = _folder("shots", arguments)
    environment.ensure()
    return pictures.take(out)


def tour(arguments: list[str]) -> int:
    """Make a sample programme: every document, a picture of every page [--out DIR]."""
    out = _folder("tour", arguments)
    environment.ensure()
    return _tour(out)


def bench(arguments: list[str]) -> int:
    """Measure how fast the program starts, scrolls, pairs and prints, beside what is possible."""
    environment.ensure(development=True)
    return _python("-m", "benchmarks", *arguments)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    command.__name__: command for command in (run, test, check, shots, tour, bench, setup)
}


def main(arguments: list[str]) -> int:
    """Carry out the command that `arguments` begin with. Returns the exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        asked_for_help = bool(arguments) and arguments[0] in ("-h", "--help", "help")
        print(_usage(), file=sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130


def _usage() -> str:
    rows = (f"  {name:8}{command.__doc__}" for name, command in COMMANDS.items())
    return "\n".join(["python3 dev.py COMMAND [ARGUMENTS]", "", *rows])


def _folder(command: str, arguments: list[str]) -> Path:
    parser = argparse.ArgumentParser(prog=f"dev.py {command}")
    parser.add_argument("--out", type=Path, default=OUT / command, help="the folder to write into")
    out: Path = parser.parse_args(arguments).out
    return out.resolve()


def _tour(out: Path) -> int:
    say(f"Into {out}")
    return _python(ROOT / "main.py", "tour", "--out", out)


def _python(*arguments: str | Path) -> int:
    return subprocess.run(python(*arguments), env=screen.as_found(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
