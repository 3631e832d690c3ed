"""Figures are held to their limits, and medians taken of what was measured in turn."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.figures import Figure, Memory, in_turn, table


def test_a_ratio_at_its_limit_holds_and_one_above_does_not() -> None:
    assert Figure("start", seconds=3.0, floor=1.0, most_ratio=3.0).holds
    assert not Figure("start", seconds=3.1, floor=1.0, most_ratio=3.0).holds


def test_seconds_are_a_limit_of_their_own() -> None:
    assert Figure("import", seconds=5.0, floor=0.1, most_seconds=5.0).holds
    assert not Figure("import", seconds=5.1, floor=5.1, most_seconds=5.0).holds


def test_the_table_says_which_figure_is_too_slow() -> None:
    rows = table(
        [
            Figure("start", seconds=0.4, floor=0.2, most_ratio=1.5),
            Figure("import of 5,000", seconds=2.5, floor=0.5, most_seconds=5),
        ]
    ).splitlines()
    assert rows[1].split() == [
        "start",
        "400",
        "ms",
        "200",
        "ms",
        "2.00",
        "x",
        "1.5",
        "x",
        "EXCEEDED",
    ]
    assert rows[2].split()[3:] == ["2.50", "s", "500", "ms", "5.00", "x", "5.00", "s", "holds"]


def test_memory_is_told_in_megabytes_beside_a_process_that_does_nothing() -> None:
    held, exceeded = Memory("papers", 150.4, 75.2, 400.0), Memory("papers", 401.0, 75.2, 400.0)
    assert (held.holds, exceeded.holds) == (True, False)
    row = table([held]).splitlines()[1].split()
    assert row == ["papers", "150", "MB", "75", "MB", "2.00", "x", "400", "MB", "holds"]


def test_short_times_are_told_to_a_hundredth_of_a_millisecond() -> None:
    row = table([Figure("page", seconds=0.00226, floor=0.00218)]).splitlines()[1].split()
    assert row[1:5] == ["2.26", "ms", "2.18", "ms"]


def test_each_round_begins_with_another_work_and_the_warm_up_does_not_count() -> None:
    order: list[str] = []

    def work(name: str, results: Iterator[float]) -> list[float]:
        order.append(name)
        return [next(results)]

    slow = iter([99.0, 3.0, 1.0, 2.0])
    fast = iter([77.0, 0.3, 0.1, 0.2])
    medians = in_turn(3, lambda: work("slow", slow), lambda: work("fast", fast))
    assert medians == [[2.0], [0.2]]
    assert order == ["slow", "fast", "fast", "slow"] * 2
