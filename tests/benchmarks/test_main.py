"""The bench measures what it is asked for, and fails when a figure exceeds its limit."""

from __future__ import annotations

import sys

import pytest

from benchmarks import __main__ as bench
from benchmarks.figures import Figure


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is measured, in the place of what takes minutes: "slow" exceeds its limit."""
    names: list[str] = []

    def measure(name: str, ratio: float) -> list[Figure]:
        names.append(name)
        return [Figure(name, seconds=ratio, floor=1.0, most_ratio=2.0)]

    monkeypatch.setattr(
        bench,
        "_MEASUREMENTS",
        {"quick": lambda: measure("quick", 1.0), "slow": lambda: measure("slow", 3.0)},
    )
    return names


@pytest.mark.parametrize(
    ("arguments", "names", "status"),
    [([], ["quick", "slow"], 1), (["quick"], ["quick"], 0), (["slow"], ["slow"], 1)],
)
def test_a_figure_beyond_its_limit_gives_status_1(
    measured: list[str],
    arguments: list[str],
    names: list[str],
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", *arguments])
    assert bench.main() == status
    assert measured == names
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["figure", *names]


@pytest.mark.usefixtures("measured")
def test_an_unknown_measurement_names_those_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "speed"])
    with pytest.raises(SystemExit):
        bench.main()
    assert "speed is none of quick, slow" in capsys.readouterr().err
