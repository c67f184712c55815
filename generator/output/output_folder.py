"""A output_folder: a folder of files that are made all at once, out of the finished tree.

The index of the search is one: which files it has, and their bytes, only Pagefind knows.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from generator.output.manifest import Tree, Written, is_there
from generator.output.output_file import OutputFile


class OutputFolder(NamedTuple):
    """One folder of the site.

    `folder` is its name below the root. `made_of` is a digest of everything it is made from: while
    it stays the same, the folder is taken over as it is. `make` is given the finished tree, and a
    folder that is not there yet, and fills it.
    """

    folder: str
    made_of: bytes
    make: Callable[[Path, Path], None]


def taken_over(output_folder: OutputFolder, live: Tree, out: Path) -> list[OutputFile]:
    """The output_folder's files in the live tree, as files; none where it is to be made anew."""
    inside = f"{output_folder.folder}/"
    held = {path: written for path, written in live.items() if path.startswith(inside)}
    whole = all(
        written.made_of == output_folder.made_of and is_there(f"{out}/{path}", written)
        for path, written in held.items()
    )
    if not whole:
        return []
    return [
        OutputFile(path, output_folder.made_of, lambda path=path: (out / path).read_bytes())  # type: ignore[misc]
        for path in held
    ]


def gathered(output_folder: OutputFolder, tree: Path) -> Tree:
    """The output_folder made in `tree`, with each of its files. Raises what `make` raises."""
    target = tree / output_folder.folder
    shutil.rmtree(target, ignore_errors=True)
    output_folder.make(tree, target)
    made: Tree = {}
    for folder, _, names in os.walk(target):
        inside = Path(folder).relative_to(tree).as_posix()
        for name in names:
            stat = os.stat(os.path.join(folder, name))
            made[f"{inside}/{name}"] = Written(
                output_folder.made_of, stat.st_size, stat.st_mtime_ns
            )
    return made
