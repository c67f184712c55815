"""Progress: seen at a terminal while work is long, gone when it ends, never in a file or a pipe."""

from __future__ import annotations

import fcntl
import os
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.cli import progress
from tests.program import AwardSite
from tests.publishing.works import TODAY, Works, tree

TOP = Path(__file__).parents[2]
CTRL_C = b"\x03"
HIDE, SHOW = b"\x1b[?25l", b"\x1b[?25h"
_WRITTEN = re.compile(r"\x1b\[([?0-9;]*)([A-Za-z])|([\s\S])")


class Terminal:
    """A program at a terminal: what it wrote, and what then stands on the screen."""

    def __init__(self, handle: int, program: subprocess.Popen[str]) -> None:
        self._handle = handle
        self.program = program
        self.written = b""

    def type(self, keys: bytes) -> None:
        """Presses keys."""
        os.write(self._handle, keys)

    def watch(self, words: str = "") -> None:
        """Reads on until `words` are written, or to the end."""
        while not words or words.encode() not in self.written:
            try:
                more = os.read(self._handle, 4096)
            except OSError:  # nobody holds the other side any more
                more = b""
            if not more:
                assert not words, self.written.decode()
                return
            self.written += more

    @property
    def screen(self) -> list[str]:
        """Its lines, by the few signs for moving and erasing that are used."""
        lines, row, column = [""], 0, 0
        for number, does, char in _WRITTEN.findall(self.written.decode()):
            if char == "\n":
                row += 1
                lines += [""] * (row + 1 - len(lines))
            elif char == "\r":
                column = 0
            elif char:
                before = lines[row].ljust(column)
                lines[row] = before[:column] + char + before[column + 1 :]
                column += 1
            elif does == "A":
                row -= int(number or 1)
            elif does == "K":
                lines[row] = ""
        return [line for line in lines if line]


@contextmanager
def at_a_terminal(works: Works, command: str, **environment: str) -> Iterator[Terminal]:
    """``award-site`` at a terminal of 100 columns. What it says on standard output is piped."""
    handle, side = os.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    places = ["--content", works.content, "--cache", works.cache]
    if command == "build":
        places += ["--out", works.out, "--no-search"]
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.cli.watched", command, *places, "--today", str(TODAY)],
        cwd=TOP,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "100"} | environment,
        stdin=side,
        stdout=subprocess.PIPE,
        stderr=side,
        text=True,
        start_new_session=True,
    )
    os.close(side)
    try:
        yield Terminal(handle, program)
    finally:
        program.kill()
        program.communicate()
        os.close(handle)


@pytest.fixture
def works(tmp_path: Path) -> Works:
    """A content of several portions, of which nothing has been built."""
    works = Works.at(tmp_path)
    works.many(300)
    return works


@pytest.mark.parametrize(("command", "stage"), [("build", "生成页面"), ("check", "读取记录")])
def test_long_work_shows_bars_and_takes_them_away(works: Works, command: str, stage: str) -> None:
    with at_a_terminal(works, command, SHORT="0") as terminal:
        terminal.watch()
        said, _ = terminal.program.communicate(timeout=30)
        assert terminal.program.returncode == 0
        assert "网站已生成" in said or "检查通过" in said
        seen = terminal.written.decode()
        assert re.search(rf"{stage} .*━.*\d+/\d+", seen)
        assert terminal.screen == []
        assert terminal.written.rindex(SHOW) > terminal.written.rindex(HIDE)


def test_short_work_shows_none(works: Works) -> None:
    with at_a_terminal(works, "build", SHORT="600") as terminal:
        terminal.watch()
        terminal.program.communicate(timeout=30)
        assert terminal.program.returncode == 0
        assert terminal.written == b""


@pytest.mark.parametrize("stage", ["读取记录", "生成页面"])
def test_ctrl_c_leaves_a_clean_line(works: Works, stage: str) -> None:
    with at_a_terminal(works, "build", SHORT="0", WAITS_AT=stage) as terminal:
        terminal.watch(stage)
        terminal.type(CTRL_C)
        terminal.watch()
        said, _ = terminal.program.communicate(timeout=30)
        assert terminal.program.returncode == 130
        assert said == ""
        assert terminal.screen == ["已中断，网站未改动。"]
        assert terminal.written.rindex(SHOW) > terminal.written.rindex(HIDE)
    assert not works.out.exists()


def test_work_that_stops_in_the_middle_leaves_a_clean_line(works: Works) -> None:
    (works.content / "awardees/duo-7.yml").write_text("id: [", encoding="utf-8")
    with at_a_terminal(works, "build", SHORT="0") as terminal:
        terminal.watch()
        said, _ = terminal.program.communicate(timeout=30)
        assert terminal.program.returncode == 1
        assert "读取记录" in terminal.written.decode()
        assert "awardees/duo-7.yml" in said
        assert terminal.screen == ["未通过：1 个错误，没有改动网站。"]


def test_a_pipe_gets_nothing(
    award_site: AwardSite, works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "SHORT", 0.0)
    places = ["--content", works.content, "--out", works.out, "--cache", works.cache]
    run = award_site("build", *places, "--today", TODAY, "--no-search")
    assert (run.code, run.err) == (0, "")
    assert "━" not in run.out
    assert tree(works.out)
