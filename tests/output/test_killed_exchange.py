"""Where folders cannot be exchanged at once, a kill at any rename is put right by the next run."""

from __future__ import annotations

import shutil
import signal
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from tests.output.swapping import swapping
from tests.publishing.works import tree

MOMENTS = [(when, number) for number in (1, 2, 3) for when in ("before", "after")]
NO_SITE = [("after", 1), ("before", 2)]


def run(place: Path, *words: Any) -> int | None:
    """One run in a process of its own: its exit code."""
    process = get_context("fork").Process(target=swapping, args=(place, *words))
    process.start()
    process.join()
    return process.exitcode


def shown(place: Path) -> str | None:
    """What the site says, all of it the same; None where there is no site."""
    if not (place / "site").exists():
        return None
    site = tree(place / "site")
    assert site.keys() == {".award-site", "index.html", "a/index.html"}
    (words,) = {data.decode() for path, data in site.items() if path != ".award-site"}
    return words


@pytest.mark.parametrize("cache", ["kept", "lost"])
@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: "-".join(map(str, moment)))
def test_killed_again_and_again(tmp_path: Path, moment: tuple[str, int], cache: str) -> None:
    assert run(tmp_path, "old") == 0
    seen = "old"
    for words in ("first", "second", "third"):
        assert run(tmp_path, words, *moment) == -signal.SIGKILL
        now = shown(tmp_path)
        if words == "first":  # the later runs begin with a rename that puts things right
            assert (now is None) == (moment in NO_SITE)
        assert now in {None, seen, words}
        seen = now or seen
        if cache == "lost":
            shutil.rmtree(tmp_path / "cache", ignore_errors=True)
    assert run(tmp_path, "") == 0  # it makes nothing, but puts things right
    assert shown(tmp_path) == seen
    for words in ("fourth", "fifth"):
        assert run(tmp_path, words) == 0
        assert shown(tmp_path) == words
    assert not (tmp_path / ".site.spare.aside").exists()


@pytest.mark.parametrize("moment", MOMENTS[2:], ids=lambda moment: "-".join(map(str, moment)))
def test_killed_while_it_recovers(tmp_path: Path, moment: tuple[str, int]) -> None:
    assert run(tmp_path, "old") == 0
    assert run(tmp_path, "new", "after", 1) == -signal.SIGKILL
    assert shown(tmp_path) is None
    assert run(tmp_path, "new", "before", 1) == -signal.SIGKILL
    assert shown(tmp_path) is None
    assert run(tmp_path, "new", "after", 1) == -signal.SIGKILL
    assert shown(tmp_path) == "old"
    assert run(tmp_path, "new", *moment) == -signal.SIGKILL
    assert run(tmp_path, "newer") == 0
    assert shown(tmp_path) == "newer"


def test_what_is_not_ours_is_left_where_it_lies(tmp_path: Path) -> None:
    assert run(tmp_path, "old") == 0
    foreign = tmp_path / ".site.spare.aside"
    foreign.mkdir()
    (foreign / "mine.txt").write_text("我的", encoding="utf-8")
    assert run(tmp_path, "new") == 1
    assert shown(tmp_path) == "old"
    assert tree(foreign) == {"mine.txt": "我的".encode()}
    shutil.rmtree(foreign)
    assert run(tmp_path, "new") == 0
    assert shown(tmp_path) == "new"
