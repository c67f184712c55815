"""The comparison: how many addresses a reader finds changed, held against what was live before.

How many files were made says something else: what the spare tree still had need not be made, and
what was made anew can come out the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.output.counting import listed
from generator.output.manifest import Tree, as_written
from generator.output.ownership import CARRIED, MARKER


def differing(new: Tree, spare: Path, live: Tree, out: Path, left_out: str = "") -> int:
    """How many paths are other in `spare`, which holds `new`, than in `out`: new, gone, changed.

    `live` is what the manifest knows of `out`. The marker and what lies below the folder `left_out`
    are not counted.
    """
    before = _counted(listed(str(out)) if out.is_dir() else (), left_out)
    after = _counted(new, left_out)
    return len(before - after) + sum(
        path not in before or not _same(path, new, spare, live, out) for path in after
    )


def _counted(paths: Iterable[str], left_out: str) -> set[str]:
    inside = f"{left_out}/" if left_out else MARKER
    no_page = CARRIED | {MARKER}
    return {
        path
        for path in paths
        if path not in no_page and path[-1] != "/" and not path.startswith(inside)
    }


def _same(path: str, new: Tree, spare: Path, live: Tree, out: Path) -> bool:
    written, before = new[path], live.get(path)
    there = f"{out}/{path}"
    if before and before.made_of == written.made_of and as_written(there, before):
        return True
    try:
        if os.stat(there).st_size != written.stamp.size:
            return False
        with open(there, "rb") as one, open(f"{spare}/{path}", "rb") as other:
            return one.read() == other.read()
    except OSError:  # what cannot be read is not what there will be
        return False
