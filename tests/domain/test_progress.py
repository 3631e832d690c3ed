from __future__ import annotations

from collections.abc import Generator

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.progress import Progress, run_to_end


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
