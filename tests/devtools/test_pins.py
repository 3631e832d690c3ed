"""What is installed is what pyproject.toml pins: no more, no less, no other version."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distributions

import pytest
from packaging.requirements import Requirement

from devtools.places import ROOT, VENV

OURS = "revmentor-desktop"
TOOLS_OF_PYTHON = {"pip", "setuptools"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return [Requirement(line) for line in lines]


def test_every_requirement_is_pinned_to_one_version() -> None:
    loose = [str(pin) for pin in pins() if not re.fullmatch(r"==[^,*]+", str(pin.specifier))]
    assert loose == []


MACHINES = {
    "Linux": {"sys_platform": "linux", "platform_machine": "x86_64"},
    "Windows": {"sys_platform": "win32", "platform_machine": "AMD64"},
    "Mac with Apple silicon": {"sys_platform": "darwin", "platform_machine": "arm64"},
    "Mac with Intel": {"sys_platform": "darwin", "platform_machine": "x86_64"},
}


@pytest.mark.parametrize("machine", MACHINES.values(), ids=MACHINES)
def test_nothing_is_pinned_twice_on_one_machine(machine: dict[str, str]) -> None:
    names = [
        normal(pin.name) for pin in pins() if pin.marker is None or pin.marker.evaluate(machine)
    ]
    assert sorted(set(names)) == sorted(names)
    assert "cryptography" in names


@pytest.mark.skipif(not VENV.exists(), reason="dev.py has made no environment here")
def test_the_environment_holds_just_what_is_pinned() -> None:
    folders = [str(path) for path in VENV.glob("**/site-packages")]
    installed = {normal(d.name): d.version for d in distributions(path=folders)}
    wanted = {
        normal(pin.name): str(pin.specifier).removeprefix("==")
        for pin in pins()
        if pin.marker is None or pin.marker.evaluate()
    }
    assert installed.pop(OURS)
    assert {n: v for n, v in installed.items() if n not in TOOLS_OF_PYTHON} == wanted
