"""What a run came to: problems shown, an exit code, and never a traceback.

0 done, 1 problems found, 2 wrong use, 130 interrupted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import typer

from generator.problems import Problem, as_json, as_text, count_words, failing
from generator.terminal.options import Format


@dataclass
class Kept:
    """What a run that fails leaves as it was, in words (网站), and whether it is changed by now."""

    words: str
    changed: bool = False

    def be_changed(self) -> None:
        """From now on it is another than it was."""
        self.changed = True

    def __str__(self) -> str:
        return f"{self.words}已经更新" if self.changed else f"{self.words}未改动"


DONE, PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def tell(words: str) -> None:
    """A line for the person at the terminal, beside the results."""
    typer.echo(words, err=True)


def show(
    problems: Sequence[Problem],
    shown: Format,
    *,
    strict: bool,
    kept: str = "网站",
    done: str = "",
    **facts: object,
) -> None:
    """The problems, and how it ended. Raises typer.Exit with 1 where some stop the work.

    `kept` is what then stayed as it was, empty where nothing could have changed; `done` is told
    where none stops the work, `facts` are added to what programs read.
    """
    stopping = failing(problems, strict=strict)
    if shown is Format.JSON:
        typer.echo(as_json(problems, ok=not stopping, **facts))
    elif problems:
        typer.echo(as_text(problems))
    if stopping:
        unchanged = f"，没有改动{kept}" if kept else ""
        tell(f"未通过：{count_words(stopping)}{'（--strict）' if strict else ''}{unchanged}。")
        raise typer.Exit(PROBLEMS)
    if done and shown is Format.TEXT:
        typer.echo(done)
