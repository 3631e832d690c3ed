"""Every check runs, and one that fails fails all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from devtools import checking, house_rules, unused
from devtools.places import ROOT


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Two tools that pass, in the place of the real ones; the house has no problems."""
    passing = [sys.executable, "-c", ""]
    replaced = {"first": passing, "second": passing}
    monkeypatch.setattr(checking, "_TOOLS", replaced)
    for rules in (house_rules, unused):
        monkeypatch.setattr(rules, "problems", lambda _: [])
    return replaced


def test_all_that_pass_give_status_0(
    tools: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert checking.run() == 0
    said = capsys.readouterr().err.splitlines()
    assert [line.split("  ")[:3] for line in said] == [
        ["ok", "", name] for name in (*tools, "house rules", "nothing unused")
    ]


def test_one_that_fails_gives_status_1_and_the_others_still_run(
    tools: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    tools["first"] = [sys.executable, "-c", "raise SystemExit(3)"]
    assert checking.run() == 1
    said = capsys.readouterr().err
    assert "FAIL  first" in said
    assert "ok    second" in said
    assert "ok    house rules" in said


@pytest.mark.usefixtures("tools")
def test_a_broken_rule_of_the_house_is_named_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(house_rules, "problems", lambda _: ["a.py:1: too long"])
    assert checking.run() == 1
    assert "a.py:1: too long\n" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="the script is one of bash")
@pytest.mark.parametrize(
    ("failing", "status"), [("none", 0), ("check", 1), ("test", 1), ("check test", 1)]
)
def test_what_every_change_must_pass_runs_both_and_fails_with_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, status: int
) -> None:
    (tmp_path / ".ci").mkdir()
    script = tmp_path / ".ci" / "run"
    script.write_text((ROOT / ".ci" / "run").read_text(encoding="utf-8"), encoding="utf-8")
    python = tmp_path / "python3"
    python.write_text(f'#!/bin/sh\necho "$@"\ncase "{failing}" in *$2*) exit 4;; esac\n')
    python.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    ran = subprocess.run(["bash", script], capture_output=True, text=True, check=False)
    assert ran.stdout.splitlines() == ["dev.py check", "dev.py test"]
    assert ran.returncode == status
