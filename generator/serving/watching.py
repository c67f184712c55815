"""What changes on the disk while the site is being served: records, and the program's own parts.

Templates, style sheets and scripts of the program are read anew; its code is not, so whoever edits
that is told to start again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from watchfiles import Change, watch

PROGRAM = Path(__file__).parents[1]
SETTINGS = PROGRAM.parent / "mkdocs.yml"
PARTS = frozenset({".css", ".html", ".js", ".svg", ".typ", ".xml"})
CODE = frozenset({".py", ".yml"})
"""What a running program does not read again: its code, and data that its modules begin with."""
_EVERY = 500
"""Milliseconds after which the first look is taken, without any change."""


class Changes(NamedTuple):
    """What has changed: records; templates of the program; its code."""

    records: bool = False
    templates: bool = False
    code: bool = False


def changes(content: Path, stop: threading.Event) -> Iterator[Changes]:
    """What changes below `content` or in the program, gathered over some 50 ms each time.

    The first comes without any change: what was edited before the watch began is not missed.
    Raises KeyboardInterrupt.
    """
    root = content.resolve()
    paths = [root, PROGRAM, *([SETTINGS] if SETTINGS.exists() else [])]
    first = True
    for found in watch(
        *paths,
        watch_filter=lambda _, path: _concerns(root, Path(path)),
        step=50,
        rust_timeout=_EVERY,
        yield_on_timeout=True,
        stop_event=stop,
    ):
        if found:
            yield _sorted(root, found)
        elif first:
            yield Changes(records=True)
        first = False


def _concerns(root: Path, path: Path) -> bool:
    """Whether a file can matter: editors' own and hidden ones do not."""
    if path.is_relative_to(root):
        return not any(
            part.startswith((".", "~$")) or part.endswith("~")
            for part in path.relative_to(root).parts
        )
    return path == SETTINGS or path.suffix in PARTS | CODE


def _sorted(root: Path, found: set[tuple[Change, str]]) -> Changes:
    outside = [path for _, name in found if not (path := Path(name)).is_relative_to(root)]
    return Changes(
        records=len(outside) < len(found),
        templates=any(path == SETTINGS or path.suffix in PARTS for path in outside),
        code=any(path != SETTINGS and path.suffix in CODE for path in outside),
    )
