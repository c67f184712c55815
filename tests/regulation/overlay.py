"""An example of a check: a few changes laid over the base content.

``content:`` gives whole files by path; ``absent:`` names files to leave out; ``patch:`` merges into
a file of the base. In a patch a mapping goes key by key, a list by the number of the item from 0
(the next number adds one), and a key left empty is taken out. Every file is written anew with one
key a line, so that a problem's line tells its key.
"""

from __future__ import annotations

import functools
import shutil
from pathlib import Path
from typing import Any

import yaml

BASE = Path(__file__).parent / "base"


def read(file: Path) -> dict[str, Any]:
    """A YAML file with every value as text, as the program reads it."""
    tree: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)
    return tree


def laid(example: dict[str, Any], target: Path) -> Path:
    """The base content with the changes of `example`, written below `target`."""
    trees, files = _base()
    files = {path: text for path, text in files.items() if path not in example.get("absent", ())}
    files |= {path: _text(tree) for path, tree in example.get("content", {}).items()}
    for path, change in example.get("patch", {}).items():
        files[path] = _text(patched(trees[path], change))
    if (BASE / "files").is_dir():
        shutil.copytree(BASE / "files", target / "files")
    for path, text in files.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return target


@functools.cache
def _base() -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """The files of the base content by path, as trees and as texts."""
    trees = {f.relative_to(BASE).as_posix(): read(f) for f in sorted(BASE.rglob("*.yml"))}
    return trees, {path: _text(tree) for path, tree in trees.items()}


def _text(tree: Any) -> str:
    text: str = yaml.dump(tree, allow_unicode=True, sort_keys=False, default_flow_style=False)
    return text


def patched(old: Any, change: Any) -> Any:
    """`old` with `change` merged into it."""
    if not isinstance(change, dict) or not isinstance(old, dict | list):
        return change
    if isinstance(old, list):
        items = {str(place): item for place, item in enumerate(old)}
        return [*patched(items, change).values()]
    merged = dict(old)
    for key, value in change.items():
        if value == "":
            merged.pop(key)
        else:
            merged[key] = patched(old[key], value) if key in old else value
    return merged
