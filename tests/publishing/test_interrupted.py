"""Whatever stops a build, the old site stays whole, and the next build makes the new one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.publishing.works import SMALL, TODAY, Works, tree


@pytest.fixture
def built(works: Works) -> Works:
    """A site of several portions, and a content of which every page will be another."""
    works.many(60)
    works.build()
    works.edit("site.yml", "好质量，看得见", "新的主题语")
    return works


def program(works: Works, jobs: int, **moment: str) -> subprocess.Popen[str]:
    """``award-site build`` in a process group of its own."""
    places = ["--content", works.content, "--out", works.out, "--cache", works.cache]
    return subprocess.Popen(
        [
            *[sys.executable, "-m", "tests.publishing.dying", "build", *map(str, places)],
            *["--today", str(TODAY), "--jobs", str(jobs), "--no-search"],
        ],
        cwd=SMALL.parents[2],
        env=os.environ | moment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def group_is_gone(group: int) -> bool:
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def recovers(works: Works, *, and_goes_on: bool = False) -> None:
    """The next build needs no help and makes what a clean one makes; the one after that too.

    Whether it `and_goes_on` is asked once of each way to be interrupted.
    """
    works.build()
    assert tree(works.out) == works.clean()
    if and_goes_on:
        works.edit("site.yml", "新的主题语", "再换一个")
        works.build()
        assert tree(works.out) == works.clean()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("event", ["1", "3"])
def test_ctrl_c(built: Works, event: str, jobs: int) -> None:
    before = tree(built.out)
    with program(built, jobs, WAITS_AT=event) as process:
        assert process.stdout
        assert process.stdout.readline() == f"event {event}\n"
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert (out, err) == ("", "已中断，网站未改动。\n")
    assert group_is_gone(process.pid)
    assert tree(built.out) == before
    recovers(built, and_goes_on=jobs == 2 and event == "3")


BEFORE_THE_EXCHANGE = [
    "write_manifest 1 before",
    "write_manifest 1 after",
    "_made 1 after",
    "_made 2 before",
    "_put 1 before",
    "_put 1 after",
    "exchange 1 before",
]
GOES_ON = ["_made 2 before", "exchange 1 before", "exchange 1 after"]
"""One while files are made, one with a whole spare, one with trees other than the manifest says."""
AFTER_THE_EXCHANGE = ["exchange 1 after", "write_manifest 2 before", "write_manifest 2 after"]


@pytest.mark.parametrize("moment", [*BEFORE_THE_EXCHANGE, *AFTER_THE_EXCHANGE])
def test_kill_9(works: Works, moment: str) -> None:
    works.build()
    works.edit("site.yml", "好质量，看得见", "新的主题语")
    works.write(  # a new name at the top of the site: it must not be taken for someone else's
        "pages/faq.md", "---\ntitle: 问答\ndescription: 常见问题\n---\n\n一问一答。\n"
    )
    before, after = tree(works.out), works.clean()
    with program(works, 1, DIES_AT=moment) as process:
        process.communicate(timeout=30)
    assert process.returncode == -signal.SIGKILL
    assert tree(works.out) == (before if moment in BEFORE_THE_EXCHANGE else after)
    recovers(works, and_goes_on=moment in GOES_ON)


def test_kill_9_while_several_processes_write(built: Works) -> None:
    before = tree(built.out)
    with program(built, 2, WAITS_AT="1") as process:
        assert process.stdout
        process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)  # the parent alone: its children must not stay
        process.communicate(timeout=30)
    assert group_is_gone(process.pid)
    assert tree(built.out) == before
    recovers(built, and_goes_on=True)


@pytest.mark.parametrize("place", ["register.gather _packed", "output.trees _made"])
def test_a_worker_that_the_system_kills(works: Works, place: str) -> None:
    works.build()
    works.many(60)
    before = tree(works.out)
    with program(works, 2, LOSES_AT=f"generator.{place}") as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    reason = "有一个工作进程被系统结束了，多半是内存不够；网站未改动。"
    assert (out, err) == ("", f"{reason}请关掉别的程序再试，或加 --jobs 1。\n")
    assert group_is_gone(process.pid)
    assert tree(works.out) == before
    works.build()
    assert tree(works.out) == works.clean()


class Defect(Exception):
    """Something that nobody has thought of."""


@pytest.mark.parametrize("error", [Defect(), KeyboardInterrupt(), OSError(5, "读写")])
@pytest.mark.parametrize("at", [1, 12])
def test_an_exception_in_the_middle(
    works: Works, monkeypatch: pytest.MonkeyPatch, error: BaseException, at: int
) -> None:
    works.build()
    works.edit("site.yml", "好质量，看得见", "新的主题语")
    before = tree(works.out)
    pages = _failing_at(at, error)
    with monkeypatch.context() as patched:
        module = sys.modules["generator.publishing.build"]
        patched.setattr(module, "fill", lambda layout_set, page: next(pages))
        with pytest.raises(type(error)):
            works.build()
    assert tree(works.out) == before
    recovers(works, and_goes_on=at == 12 and isinstance(error, Defect))


def _failing_at(at: int, error: BaseException) -> Iterator[Any]:
    yield from ["半截"] * (at - 1)
    raise error


def test_a_first_build_that_is_interrupted_leaves_no_site(works: Works) -> None:
    with program(works, 1, DIES_AT="exchange 1 before") as process:
        process.communicate(timeout=30)
    assert process.returncode == 0  # a first build has nothing to change places with
    assert tree(works.out) == works.clean()
    other = Works.at(works.out.parent / "other")
    with program(other, 1, DIES_AT="_put 1 after") as process:
        process.communicate(timeout=30)
    assert not other.out.exists()
    other.build()
    assert tree(other.out) == other.clean()


def test_the_cache_of_another_folder_is_not_touched(works: Works, tmp_path: Path) -> None:
    works.build()
    second = works._replace(out=tmp_path / "second")
    second.build()
    works.edit("site.yml", "好质量，看得见", "新的主题语")
    works.build()
    before = tree(second.out)
    assert before != tree(works.out)
    second.build()
    assert tree(second.out) == tree(works.out)
