"""The names of the files that are published as they are: every server must be able to hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.problems import FileProblem, Level, Problem
from generator.reading.names import one_form, unportable


def unfit_names(content: Path, paths: Iterable[str]) -> Iterator[Problem]:
    """A problem for each of these files of the content folder that Windows cannot hold.

    So is one of two that some systems take for the same: there it would take the other's place.
    """
    known: dict[str, str] = {}
    for path in sorted(paths):
        reasons = ((name, unportable(name)) for name in path.split("/"))
        if found := next((pair for pair in reasons if pair[1]), None):
            yield _problem(content, path, f"名称“{found[0]}”在 Windows 上不能用：{found[1]}")
        elif (twin := known.setdefault(one_form(path), path)) != path:
            message = f"与“{twin}”只差大小写或字符的编码形式，在有的系统上是同一个文件"
            yield _problem(content, path, message)


def _problem(content: Path, path: str, message: str) -> Problem:
    remedy = "请改名，引用它的地方一并改"
    return FileProblem(
        (content / path).as_posix(), 1, Level.ERROR, "file-name", message, remedy, path
    )
