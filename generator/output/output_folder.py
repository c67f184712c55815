"""A folder of files that are made all at once, out of the finished tree.

The index of the search is one: which files it has, and their bytes, only Pagefind knows.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from generator.output.manifest import Tree, as_written, written_at


class OutputFolder(NamedTuple):
    """One folder of the site.

    `folder` is its name below the root. `made_of` gives a digest of everything it is made from in
    a tree: while it stays the same, the folder is taken over as it is. `make` is given the
    finished tree, and a folder that is not there yet, and fills it.
    """

    folder: str
    made_of: Callable[[Tree], bytes]
    make: Callable[[Path, Path], None]

    def files_in(self, tree: Tree) -> Tree:
        """The files of this folder in a tree."""
        inside = f"{self.folder}/"
        return {path: written for path, written in tree.items() if path.startswith(inside)}

    def whole(self, tree: Tree, root: str, made_of: bytes) -> Tree:
        """The files of this folder in the tree at `root`, where it was made of just this.

        Empty where it was not, or where one of them is not as it was written.
        """
        files: Tree = {}
        for path, written in self.files_in(tree).items():
            found = as_written(f"{root}/{path}", written) if written.made_of == made_of else None
            if found is None:
                return {}
            files[path] = found
        return files

    def gathered(self, tree: Path, made_of: bytes) -> Tree:
        """The folder made in `tree`, with each of its files. Raises what `make` raises."""
        target = tree / self.folder
        shutil.rmtree(target, ignore_errors=True)
        self.make(tree, target)
        made: Tree = {}
        for folder, _, names in os.walk(target):
            for name in names:
                file = Path(folder, name)
                path = file.relative_to(tree).as_posix()
                made[path] = written_at(str(file), made_of, file.read_bytes())
        return made
