"""A full disk, a read-only one, and folders that may not be written: told in one sentence."""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.output import trees
from generator.output.exchange import exchange
from tests.program import AwardSite
from tests.publishing.works import SMALL, TODAY, Works, tree

PROJECT = SMALL.parents[2]
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def test_a_full_and_a_read_only_disk(tmp_path: Path) -> None:
    disk, place = tmp_path / "disk", tmp_path / "place"
    disk.mkdir()
    alone = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    script = 'mount -t tmpfs -o size=4m tmpfs "$1" && exec "$0" -m tests.publishing.small_disk "$@"'
    run = subprocess.run(
        [*alone, "sh", "-c", script, sys.executable, str(disk), str(place)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert not os.path.ismount(disk)


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", "/somewhere/trees/x.new")


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def defective(*_: object) -> None:
    raise ValueError("a defect")


FULL = "磁盘已满，没有写完 /somewhere/trees/x.new；{}。请清理磁盘后重试。"


def late(spare: Path, out: Path) -> None:
    exchange(spare, out)
    raise KeyboardInterrupt


MOMENTS: list[tuple[str, int, Callable[..., None], str, bool]] = [
    ("write_manifest", 1, full, FULL, False),
    ("exchange", 1, full, FULL, False),
    ("exchange", 1, interrupted, "已中断，{}。", False),
    ("exchange", 1, late, "已中断，{}。", True),
    ("write_manifest", 2, full, "", True),
    ("write_manifest", 2, interrupted, "已中断，{}。", True),
    ("write_manifest", 2, defective, "程序内部出错，{}。", True),
    ("_renewal", 1, full, FULL, True),
]
"""Which call of which function goes wrong in which way, what is told, and whether it is live."""


def disturbed(
    whole: Callable[..., Any], call: int, happens: Callable[..., None]
) -> Callable[..., Any]:
    calls = itertools.count(1)
    return lambda *given: (happens if next(calls) == call else whole)(*given)


def test_whether_the_site_has_changed_is_told_truly(
    award_site: AwardSite, works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    works.build()
    motto = "好质量，看得见"
    where = ("--content", works.content, "--out", works.out, "--cache", works.cache)
    for number, (name, call, happens, told, is_live) in enumerate(MOMENTS):
        before = tree(works.out)
        works.edit("site.yml", motto, motto := f"主题语之{number}")
        with monkeypatch.context() as hooked:
            hooked.setattr(trees, name, disturbed(getattr(trees, name), call, happens))
            run = award_site("build", *where, "--today", TODAY, "--jobs", 1, "--no-search")
        after = tree(works.out)
        assert (motto.encode() in after["index.html"], after == before) == (is_live, not is_live)
        assert run.err.startswith(told.format("网站已经更新" if is_live else "网站未改动"))
        if not told:
            assert (run.code, run.err) == (0, "")
            assert f"{works.cache}: 提示 网站已经更新，但缓存没有写完（磁盘已满）；" in run.out
            assert "网站已生成" in run.out
        built = works.build()
        assert motto.encode() in tree(works.out)["index.html"]
        assert (built.renewal.changed == 0) == is_live, name
        assert works.build().renewal.made == 0
    assert tree(works.out) == works.clean()


@pytest.fixture
def open_works() -> Iterator[Works]:
    """A place of work that anyone may enter, unlike pytest's own; only root may write there."""
    place = Path(tempfile.mkdtemp(prefix="award-site-"))
    place.chmod(0o755)
    works = Works.at(place)
    works.cache.mkdir()
    works.cache.chmod(0o777)
    yield works
    shutil.rmtree(place)


def build_as_nobody(works: Works) -> subprocess.CompletedProcess[str]:
    """``award-site build`` without root's rights, in the place of work."""
    arguments = ["build", "--content", "content", "--out", works.out, "--cache", "cache"]
    return subprocess.run(
        [
            *(NOBODY if os.geteuid() == 0 else []),
            *[sys.executable, "-c", "from generator.cli import main; main()"],
            *[*map(str, arguments), "--today", str(TODAY), "--no-search"],
        ],
        cwd=works.content.parent,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def refused(run: subprocess.CompletedProcess[str], file: Path) -> None:
    assert run.returncode == 1
    assert run.stderr == (f"没有写入权限 {file}；网站未改动。请更换文件夹，或请管理员授权。\n")
    assert run.stdout == ""


def test_a_place_that_may_not_be_written(open_works: Works) -> None:
    place = open_works.content.parent
    place.chmod(0o555)
    try:
        refused(build_as_nobody(open_works), place / ".site.lock")
        assert not open_works.out.exists()
    finally:
        place.chmod(0o755)


def test_a_site_that_may_not_be_replaced(open_works: Works) -> None:
    place = open_works.content.parent / "www"
    place.mkdir(mode=0o755)
    works = open_works._replace(out=place / "site")
    works.build()
    for path in works.cache.rglob("*"):
        path.chmod(0o777 if path.is_dir() else 0o666)
    works.edit("site.yml", "好质量，看得见", "新的主题语")
    before = tree(works.out)
    if os.geteuid() == 0:
        refused(build_as_nobody(works), place / ".site.lock")
    else:
        place.chmod(0o555)
        refused(build_as_nobody(works), place / ".site.spare")
        place.chmod(0o755)
    assert tree(works.out) == before
    works.build()
    assert tree(works.out) == works.clean()


def test_a_site_that_nobody_may_look_into(open_works: Works) -> None:
    place = open_works.content.parent / "www"
    place.mkdir()
    place.chmod(0o777)
    works = open_works._replace(out=place / "site")
    works.out.mkdir()
    works.out.chmod(0)
    try:
        refused(build_as_nobody(works), works.out)
    finally:
        works.out.chmod(0o755)
