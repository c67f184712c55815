"""A small content folder, the site built of it, and the clean build to hold it against."""

from __future__ import annotations

import atexit
import datetime as dt
import functools
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from generator.incremental.store import Row
from generator.publishing import Built, Watch, build
from generator.register import RecordCache

SMALL = Path(__file__).parents[1] / "pages" / "content"
TODAY = dt.date(2026, 10, 12)
Files = dict[str, bytes]


def tree(root: Path) -> Files:
    """Every file below `root` with its bytes, and every empty folder.

    ``pagefind/`` is left out: the bytes of its index are not stable (docs/adr/006).
    """
    found: Files = {}
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != "pagefind"]
        if not folders and not names:
            found[f"{Path(folder).relative_to(root).as_posix()}/"] = b""
        for name in names:
            file = Path(folder, name)
            found[file.relative_to(root).as_posix()] = file.read_bytes()
    return found


def inodes(root: Path) -> dict[str, int]:
    """Every file below `root` with its number on the disk: a file written anew has another."""
    return {
        file.relative_to(root).as_posix(): file.stat().st_ino
        for file in root.rglob("*")
        if file.is_file()
    }


class Works(NamedTuple):
    """A place of work: a copy of the content, an output folder and a cache."""

    content: Path
    out: Path
    cache: Path

    @classmethod
    def at(cls, place: Path, base: Path = SMALL) -> Works:
        """A place of work below `place`, which is made.

        Its notices have no PDF, which would take half the time of a build: see ``tests/documents``.
        """
        shutil.copytree(base, place / "content")
        works = cls(place / "content", place / "site", place / "cache")
        works.edit("site.yml", "host:\n", "documents: {made: 否}\nhost:\n")
        return works

    def warmed(self) -> Works:
        """The same, with what takes most of a build and knows no record.

        These are the templates, compiled, and the layouts of the content as it is at first.
        """
        with RecordCache(self.cache, self.content) as cache:
            cache.put(_templates())
        shutil.copytree(_layouts(), self.cache / "layouts")
        return self

    def build(self, jobs: int = 1, watch: Watch | None = None) -> Built:
        """The site brought up to date."""
        return build(self.content, self.out, self.cache, TODAY, jobs=jobs, watch=watch)

    def clean(self, jobs: int = 1, *, cold: bool = False) -> Files:
        """What a build with nothing left of earlier ones makes of the same content.

        Only templates and the first layouts are there; where it is to be `cold`, not even they.
        """
        with tempfile.TemporaryDirectory() as folder:
            clean = self._replace(out=Path(folder, "site"), cache=Path(folder, "cache"))
            (clean if cold else clean.warmed()).build(jobs)
            return tree(clean.out)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces `old`, which must be there, in a file of the content."""
        file = self.content / path
        text = file.read_text(encoding="utf-8")
        assert old in text, (path, old)
        file.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Writes a file of the content."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def many(self, count: int) -> None:
        """Adds `count` holders, so that a build goes on for several portions."""
        for number in range(count):
            self.write(
                f"awardees/duo-{number}.yml",
                f"id: duo-{number}\nkind: organisation\nname: 众示例{number}\n"
                "honours:\n  - {round: 2026, tier: nomination}\n",
            )


@functools.cache
def _templates() -> list[Row]:
    """The templates as a build of the small content leaves them compiled."""
    with tempfile.TemporaryDirectory() as folder:
        works = Works.at(Path(folder))
        works.build()
        (file,) = (works.cache / "records").rglob("*.sqlite")
        with closing(sqlite3.connect(file)) as base:
            rows = base.execute("SELECT name, key, value FROM kept WHERE name LIKE 'template/%'")
            templates: list[Row] = rows.fetchall()
    assert templates
    return templates


@functools.cache
def _layouts() -> Path:
    """A folder with the layouts of the small content, made once a process."""
    place = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, place)
    Works.at(place / "works").build()
    return place / "works" / "cache" / "layouts"
