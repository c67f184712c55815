"""The comparison: how many addresses a reader finds changed, held against what was live before.

How many files were made says something else: what the spare tree still had need not be made, and
what was made anew can come out the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.output.manifest import Tree, is_there
from generator.output.ownership import MARKER


def differing(new: Tree, spare: Path, live: Tree, out: Path, left_out: str = "") -> int:
    """How many paths are other in `spare`, which holds `new`, than in `out`: new, gone, changed.

    `live` is what the manifest knows of `out`. The marker and what lies below the folder `left_out`
    are not counted.
    """
    if not out.is_dir():
        return len(_counted(new, left_out))
    ours = MARKER in live and is_there(f"{out}/{MARKER}", live[MARKER])
    before = _counted(live if ours else _files(out), left_out)
    after = _counted(new, left_out)
    return len(before - after) + sum(
        path not in before or not _same(path, new, spare, live, out) for path in after
    )


def _counted(paths: Iterable[str], left_out: str) -> set[str]:
    inside = f"{left_out}/" if left_out else MARKER
    return {path for path in paths if path != MARKER and not path.startswith(inside)}


def _files(root: Path) -> Iterable[str]:
    for folder, _, names in os.walk(root):
        inside = Path(folder).relative_to(root).as_posix()
        yield from (name if inside == "." else f"{inside}/{name}" for name in names)


def _same(path: str, new: Tree, spare: Path, live: Tree, out: Path) -> bool:
    written, before = new[path], live.get(path)
    there = f"{out}/{path}"
    if before and before.made_of == written.made_of and is_there(there, before):
        return True
    try:
        if os.stat(there).st_size != written.size:
            return False
        with open(there, "rb") as one, open(f"{spare}/{path}", "rb") as other:
            return one.read() == other.read()
    except OSError:  # what cannot be read is not what there will be
        return False
