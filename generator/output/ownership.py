"""The marker: a file that says whose an output folder is, and which names in it are the program's.

It is in the folder itself, not in the cache: a cache can be thrown away, or be another one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.problems import Level, Problem, Stop

MARKER = ".award-site"
CARRIED = frozenset({".gitignore", ".gitkeep"})
"""Files that version control puts into an output folder; they are taken along."""
_WORDS = "本文件夹由 award-site 生成，每次生成都会整体替换；请勿手工改动。程序生成的有：\n"


def marker(paths: Iterable[str]) -> bytes:
    """The marker of a folder that is to hold `paths`."""
    names = sorted({path.partition("/")[0] for path in paths})
    return (_WORDS + "".join(f"{name}\n" for name in names)).encode()


def carried(out: Path) -> dict[str, bytes]:
    """What to carry along from `out`. Raises Stop where something there is not ours."""
    if not out.exists():
        return {}
    if not out.is_dir():
        raise Stop([refused(out, "out-file", "输出位置是一个文件", "请用 --out 指定文件夹")])
    names = sorted(os.listdir(out))
    ours = {*_named(out), MARKER} if MARKER in names else set()
    if foreign := [name for name in names if name not in ours and name not in CARRIED]:
        shown = "、".join(foreign[:3]) + ("等" if len(foreign) > 3 else "")
        raise Stop(
            [
                refused(
                    out,
                    "out-foreign",
                    f"输出文件夹里有不是本程序生成的“{shown}”",
                    "请移走，或用 --out 另选一个空文件夹；要公开的附件放 content/files/",
                )
            ]
        )
    return {name: (out / name).read_bytes() for name in names if name in CARRIED}


def is_ours(folder: Path) -> bool:
    """Whether a folder is there, and all in it is the program's or carried along."""
    try:
        carried(folder)
    except Stop:
        return False
    return folder.is_dir() and not folder.is_symlink()


def _named(out: Path) -> list[str]:
    return (out / MARKER).read_bytes().decode(errors="replace").splitlines()[1:]


def require_separate(content: Path, out: Path) -> None:
    """Holds content and output to lying apart: the output is replaced whole. Raises Stop."""
    if problems := [*_entangled(content, out)]:
        raise Stop(problems)


def _entangled(content: Path, out: Path) -> Iterator[Problem]:
    source, target = content.resolve(), out.resolve()
    if source == target:
        message = "输出位置就是内容文件夹"
    elif target.is_relative_to(source):
        message = f"输出位置在内容文件夹“{content.as_posix()}”里面"
    elif source.is_relative_to(target):
        message = f"内容文件夹“{content.as_posix()}”在输出位置里面，会被整体替换"
    else:
        return
    yield refused(out, "out-content", message, "请用 --out 另选一个文件夹")


def refused(out: Path, code: str, message: str, remedy: str) -> Problem:
    """A problem with the output folder."""
    return Problem(out.as_posix(), 1, Level.ERROR, code, message, remedy)
