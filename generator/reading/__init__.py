"""Files of the content folder as text, with nothing guessed.

1. ``folder.py``: which files there are, and which of them belong to which room of the folder.
   ``names.py``: which names every system can hold.
2. ``text.py``: the bytes of one file as text: UTF-8, of a sane size.
3. ``tree.py``: that text as a tree of mappings, lists and text; no value is given a type here.
4. ``lines.py``: the line on which a key of that tree stands, found again when it is needed.
5. ``again.py``: a file read once more, held against what it was.
6. ``commonmark.py``: the parser of texts, and the links in them.
7. ``workers.py``: work on many files, shared between processes.
"""

from generator.reading.again import digest, moved, read_again
from generator.reading.folder import Folder, SourceFile
from generator.reading.lines import Lines
from generator.reading.text import Unreadable, decoded, sane
from generator.reading.tree import KeyPath, Tree, read_tree
from generator.reading.workers import in_parallel, worker_count

__all__ = [
    "Folder",
    "KeyPath",
    "Lines",
    "SourceFile",
    "Tree",
    "Unreadable",
    "decoded",
    "digest",
    "in_parallel",
    "moved",
    "read_again",
    "read_tree",
    "sane",
    "worker_count",
]
