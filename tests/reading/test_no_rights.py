"""Files and folders that may not be read are named; root ignores rights, so they are dropped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program import laid_over

GOOD = Path(__file__).parent / "good"
PROJECT = Path(__file__).parents[2]
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


@pytest.fixture
def content() -> Iterator[Path]:
    """A content folder that anyone may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="award-site-"))
    folder.chmod(0o755)
    yield laid_over(GOOD, folder / "content", {})
    for path in folder.rglob("*"):
        path.chmod(0o700)
    shutil.rmtree(folder)


def check(content: Path, cache: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The program run as nobody, with a cache of its own."""
    with tempfile.TemporaryDirectory() as own:
        Path(own).chmod(0o777)
        arguments = ["check", "--content", "content", "--cache", str(cache or own)]
        prefix = NOBODY if os.geteuid() == 0 else []
        return subprocess.run(
            [*prefix, sys.executable, "-c", "from generator.cli import main; main()", *arguments],
            cwd=content.parent,
            env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )


def test_a_file_that_may_not_be_read(content: Path) -> None:
    (content / "awardees/acme.yml").chmod(0)
    run = check(content)
    assert run.returncode == 1
    assert run.stdout.splitlines()[0] == (
        "content/awardees/acme.yml:1: 错误 文件打不开（没有权限）；请检查权限"
    )
    assert run.stdout.count("错误 ") == 1
    assert "Traceback" not in run.stderr


def test_a_folder_that_may_not_be_entered(content: Path) -> None:
    (content / "notices").chmod(0)
    run = check(content)
    assert run.returncode == 1
    assert run.stdout.splitlines()[0] == (
        "content/notices:1: 错误 打不开（没有权限）；请检查权限和磁盘"
    )


def test_the_content_folder_itself_may_not_be_entered(content: Path) -> None:
    content.chmod(0)
    run = check(content)
    assert run.returncode == 1
    assert run.stdout.splitlines() == [
        "content:1: 错误 内容文件夹 content 打不开（没有权限）；请检查 --content 指向的位置",
        "共 1 个错误。",
    ]


def test_a_cache_that_may_not_be_written(content: Path) -> None:
    sealed = content.parent / "cache"
    sealed.mkdir(mode=0o555)
    run = check(content, sealed / "records")
    assert run.returncode == 1
    assert run.stderr.startswith("没有写入权限")
    assert "Traceback" not in run.stderr
