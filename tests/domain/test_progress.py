from __future__ import annotations

from collections.abc import Generator

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.progress import Progress, reporting, run_to_end, telling


def test_all_steps_are_done_and_the_result_returned() -> None:
    done: list[int] = []

    def work() -> Generator[Progress, None, str]:
        for step in range(3):
            done.append(step)
            yield Progress(step, 3)
        return "result"

    assert run_to_end(work()) == "result"
    assert done == [0, 1, 2]


def test_an_error_on_the_way_comes_through() -> None:
    def work() -> Generator[Progress, None, str]:
        yield Progress(0, 1)
        raise KnownError("disk-full")

    with pytest.raises(KnownError, match="disk-full"):
        run_to_end(work())


def test_work_in_steps_of_another_kind_says_how_far_it_is_and_gives_its_result() -> None:
    def work() -> Generator[int, None, str]:
        yield 1
        yield 2
        return "result"

    assert list(telling(work(), lambda done: Progress(done, 2))) == [Progress(1, 2), Progress(2, 2)]
    assert run_to_end(telling(work(), lambda done: Progress(done, 2))) == "result"
    assert list(reporting(work(), Progress(0, 1))) == [Progress(0, 1)] * 2
    assert run_to_end(reporting(work(), Progress(0, 1))) == "result"
