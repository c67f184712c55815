"""What a full disk, and one that may not be written, do to a build.

Run by ``test_disks.py`` within a mount namespace of its own, in which ``PLACE`` is a small disk
that nobody else sees: ``python -m tests.publishing.small_disk PLACE``.
"""

from __future__ import annotations

import errno
import re
import subprocess
import sys
from pathlib import Path

from tests.publishing.works import SMALL, TODAY, Works, tree


def program(works: Works) -> subprocess.CompletedProcess[str]:
    """``award-site build``, run to its end."""
    places = ["--content", works.content, "--out", works.out, "--cache", works.cache]
    return subprocess.run(
        [
            *[sys.executable, "-m", "tests.publishing.dying", "build", *map(str, places)],
            *["--today", str(TODAY), "--jobs", "1", "--no-search"],
        ],
        cwd=SMALL.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )


def fill(disk: Path, leave: int) -> Path:
    """Fills a disk but for `leave` bytes."""
    file = disk / "filling"
    with file.open("wb", buffering=0) as filling:
        try:
            while True:
                filling.write(bytes(4096))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
        filling.truncate(max(0, filling.tell() - leave))
    return file


def refuses(works: Works, said: str) -> None:
    """The build tells why in one sentence, a pattern, and the old site is as it was."""
    before = tree(works.out)
    run = program(works)
    assert run.returncode == 1, run
    assert re.fullmatch(said, run.stderr), run.stderr
    assert run.stdout == "", run.stdout
    assert tree(works.out) == before


def main(disk: Path, place: Path) -> None:
    """The scenario. What is wrong raises AssertionError."""
    works = Works.at(place)._replace(out=disk / "site")
    works.build()
    works.edit("site.yml", "好质量，看得见", "新的主题语")
    for leave in (0, 20_000, 60_000):  # at once, at a page, at a later page
        filling = fill(disk, leave)
        refuses(works, "磁盘已满，没有写完；网站未改动。请清理磁盘后重试。\n")
        filling.unlink()
    works.build()
    assert tree(works.out) == works.clean()

    filling = fill(disk, 0)
    full = works._replace(cache=disk / "cache")  # a first run, with nowhere to put its memories
    file = rf"{disk}/cache/records/\w+/\w+\.sqlite"
    refuses(full, f"磁盘已满，没有写完 {file}；网站未改动。请清理磁盘后重试。\n")
    filling.unlink()

    unkept = 0
    apart = works._replace(out=place / "apart", cache=disk / "cache")
    apart.build()
    for number in range(3, 11):  # the disk fills up ever later, before the exchange and after it
        before = tree(apart.out)
        apart.edit("awardees/zhang.yml", f"SL-2024-{number}", f"SL-2024-{number + 1}")
        filling = fill(disk, 4096 * (number - 3))
        try:
            unkept += apart.build().renewal.unkept is not None
        except OSError:
            assert tree(apart.out) == before
        else:
            assert f"SL-2024-{number + 1}".encode() in tree(apart.out)["awardees/zhang/index.html"]
        filling.unlink()
    assert unkept
    apart.build()
    assert tree(apart.out) == apart.clean()

    works.edit("site.yml", "新的主题语", "再换一个")
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    refuses(
        works,
        f"没有写入权限 {disk}/\\.site\\.lock；网站未改动。请更换文件夹，或请管理员授权。\n",
    )
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    works.build()
    assert tree(works.out) == works.clean()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
