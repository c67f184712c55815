"""Work shared between processes: as if one had done it, and nobody is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator, Sequence

import pytest

from generator.reading import in_parallel

ITEMS = [*range(400)]


@pytest.fixture(autouse=True)
def _nobody_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def test_results_come_in_the_order_of_the_items() -> None:
    def late_first(some: Sequence[int]) -> list[int]:
        time.sleep(0.05 if some[0] == 0 else 0)
        return [*some]

    for jobs in (1, 2, 3):
        portions = [*in_parallel(late_first, ITEMS, jobs)]
        assert [item for portion in portions for item in portion] == ITEMS


class Untold(Exception):
    """An exception that cannot be sent from one process to another."""

    def __init__(self, one: int, other: int) -> None:
        super().__init__(f"{one} {other}")


@pytest.mark.parametrize("error", [ValueError("so"), OSError(28, "full", "file"), Untold(1, 2)])
def test_what_the_work_raises_is_raised_here(error: Exception) -> None:
    def failing(some: Sequence[int]) -> None:
        if 300 in some:
            raise error

    with pytest.raises(Exception, match=r"so|full|Untold|argument") as raised:
        [*in_parallel(failing, ITEMS, 2)]
    assert not isinstance(raised.value, ChildProcessError)
    if isinstance(error, OSError):
        assert isinstance(raised.value, OSError)
        assert (raised.value.errno, raised.value.filename) == (28, "file")


def test_a_process_that_is_killed_is_told_at_once() -> None:
    def killed(some: Sequence[int]) -> None:
        if 300 in some and multiprocessing.parent_process():
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(ChildProcessError):
        [*in_parallel(killed, ITEMS, 2)]


def test_who_takes_no_more_ends_the_processes() -> None:
    begun = time.monotonic()
    results = in_parallel(lambda some: time.sleep(0 if some[0] == 0 else 60), ITEMS, 2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 30
