"""Sites of the demonstration, each built once in a run of the tests and read by all of them."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from filelock import FileLock

from generator.publishing import build
from generator.register import Register
from tests.site.html import Html, read

CONTENT = Path(__file__).parents[1] / "content"


class Built(NamedTuple):
    """A site as built: its folder, its register, and every page by address."""

    root: Path
    register: Register
    pages: dict[str, Html]

    @classmethod
    def of(
        cls,
        content: Path,
        root: Path,
        cache: Path,
        today: dt.date | None = None,
        *,
        search: bool = False,
    ) -> Built:
        """The site of `content` in `root`."""
        register = build(content, root, cache, today, search=search).register
        pages = {}
        for file in sorted(root.rglob("*.html")):
            path = file.relative_to(root).as_posix()
            address = "/" + path.removesuffix("index.html")
            pages[address] = read(file, address)
        return cls(root, register, pages)


@contextmanager
def common_place(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A folder that all processes of a run have in common, held by one of them at a time.

    The first builds in it; a build of the next finds all made, and tells the register.
    """
    base = factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with FileLock(place.with_name(f"{name}.lock")):
        place.mkdir(exist_ok=True)
        yield place
