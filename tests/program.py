"""A program as a user meets it, run in this process, and content to run it on."""

from __future__ import annotations

import gc
import json
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator.cli import main


class Run(NamedTuple):
    """What a run of the program came to."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The problems, one a line, without the lines about the run as a whole."""
        whole = ("共 ", "检查通过")
        return [line for line in self.out.splitlines() if not line.startswith(whole)]

    @property
    def json(self) -> dict[str, Any]:
        """What ``--format json`` said."""
        told: dict[str, Any] = json.loads(self.out)
        return told


AwardSite = Callable[..., Run]


def runner(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    program: str = "award-site",
    begin: Callable[[], None] = main,
) -> AwardSite:
    """Runs `program`, which begins with `begin`, with the arguments given, in this folder."""

    def run(*arguments: object) -> Run:
        monkeypatch.setattr(sys, "argv", [program, *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            begin()
        gc.unfreeze()  # the program ends here, and this process does not: it collects again
        gc.enable()
        shown = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Run(left.value.code, shown.out, shown.err)

    return run


def laid_over(base: Path, target: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """A copy of the content folder `base` at `target` with `files` laid over it; None removes."""
    shutil.copytree(base, target, dirs_exist_ok=True)
    for path, text in files.items():
        file = target / path
        if text is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    return target
