"""The starters for a double click. Shell scripts are run; batch files can only be read here."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from typer.main import get_command

from generator.cli.app import app
from tests.serving.conftest import TOP

STARTERS = TOP / "starters"
NAMES = ("预览", "生成网站")
TOOLS = ("sh", "dirname", "readlink", "cmp", "cp", "mkdir", "cat", "chmod")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what a starter needs, in a folder with a space in its name, set up already.

    Its environment is the one in which the tests run, with the program as it is installed.
    """
    top = tmp_path / "质量奖 网站"
    shutil.copytree(STARTERS, top / "starters")
    shutil.copytree(TOP / "tests/cities/linjiang", top / "content")
    shutil.copy(TOP / "requirements.lock", top)
    (top / ".venv").mkdir()
    for part in Path(sys.prefix).iterdir():
        (top / ".venv" / part.name).symlink_to(part)
    (top / ".venv/requirements.installed").unlink(missing_ok=True)
    shutil.copy(TOP / "requirements.lock", top / ".venv/requirements.installed")
    return top


def _begun(words: Sequence[str | Path], **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        words,
        cwd="/",
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )


def _run(words: Sequence[str | Path], **environment: str) -> tuple[int, str]:
    """How it ended and what it said."""
    process = _begun(words, **environment)
    said, _ = process.communicate(timeout=120)
    return process.returncode, said


@contextmanager
def _previewed(words: Sequence[str | Path], project: Path) -> Iterator[str]:
    """The address at which a preview answers. The browser that it opens must be shown the same."""
    shown = project / "shown"
    browser = project / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >"{shown}"\n', encoding="utf-8")
    browser.chmod(0o755)
    process = _begun(words, BROWSER=shlex.quote(str(browser)) + " %s")
    assert process.stdout is not None
    try:
        told = (re.search(r"预览在 (\S+) ，", line) for line in process.stdout)
        address = next(found[1] for found in told if found)
        yield address
        until = time.monotonic() + 20
        while not (shown.exists() and shown.read_text(encoding="utf-8").strip() == address):
            assert time.monotonic() < until
            time.sleep(0.1)
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=30)


def _entry(project: Path, name: str) -> list[str]:
    """`Exec` taken apart as the desktop's rules have it: escapes, then quotes, then field codes."""
    file = project / f"starters/{name}.desktop"
    entry = file.read_text(encoding="utf-8")
    assert "\nTerminal=true\n" in entry
    (line,) = re.findall(r"^Exec=(.*)$", entry, re.MULTILINE)
    words = re.findall(r'"(?:\\.|[^"\\])*"|\S+', line.replace("\\\\", "\\"))
    words = [re.sub(r"\\(.)", r"\1", w[1:-1]) if w[0] == '"' else w for w in words]
    return [str(file) if w == "%k" else w for w in words]


def test_the_site_is_built_and_the_form_published_where_it_was_made(project: Path) -> None:
    starter = ["/bin/sh", project / "starters/生成网站.sh"]
    code, said = _run(starter)
    assert code == 0, said
    assert "网站在 site 文件夹里。" in said
    assert (project / "site/index.html").exists()
    assert not (project / "site/self-assessment/form.html").exists()
    program = project / ".venv/bin/self-assessment"
    subprocess.run([program, "build"], cwd=project, check=True, capture_output=True)
    code, said = _run(_entry(project, "生成网站"))
    assert code == 0, said
    assert (project / "site/self-assessment/form.html").exists()


def test_the_preview_answers_and_is_shown_in_a_browser(project: Path) -> None:
    for words in (["/bin/sh", project / "starters/预览.sh"], _entry(project, "预览")):
        with _previewed(words, project) as address, urlopen(address) as page:
            assert "质量奖" in page.read().decode()
        (project / "shown").unlink()


def test_a_failure_is_told_in_chinese(project: Path) -> None:
    (project / "content/site.yml").unlink()
    for words in (["/bin/sh", project / "starters/生成网站.sh"], _entry(project, "生成网站")):
        code, said = _run(words)
        assert code == 1
        assert "content/site.yml:1: 错误 缺少 site.yml" in said
        assert "没有生成网站，原来的网站没有改动。" in said


def test_without_python_it_says_what_to_install(project: Path, tmp_path: Path) -> None:
    """The first set-up itself, with all it installs, is run by ``.ci/written``."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(shutil.which(tool) or tool)
    code, said = _run(["/bin/sh", project / "starters/预览.sh"], PATH=str(tools))
    assert code == 1
    assert "没有找到 Python 3.11 或更高版本。" in said


@pytest.mark.parametrize(("name", "command"), [("预览", "serve"), ("生成网站", "build")])
def test_batch_files_call_the_program_as_it_is(name: str, command: str) -> None:
    """By reading: nobody here can run them. Each option is one that the command has."""
    text = (STARTERS / f"{name}.bat").read_text(encoding="utf-8")
    (called,) = re.findall(r'^"\.venv\\Scripts\\award-site\.exe" (.*)$', text, re.MULTILINE)
    (form,) = re.findall(r'set "FORM=(--form .*)"', text)
    words = called.replace("%FORM%", form.replace("\\", "/")).split()
    assert words[0] == command
    known = get_command(app).commands[command]  # type: ignore[attr-defined]
    assert known.make_context(command, words[1:]).params["form"] == Path("build/form")
    shell = (STARTERS / f"{name}.sh").read_text(encoding="utf-8")
    assert f"award-site {called.replace('%FORM%', '$form')} " in shell


@pytest.mark.parametrize("name", NAMES)
def test_batch_files_are_written_as_windows_reads_them(name: str) -> None:
    data = (STARTERS / f"{name}.bat").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")  # a mark would become part of the first command
    assert data.count(b"\n") == data.count(b"\r\n")
    lines = data.decode("utf-8").split("\r\n")
    assert lines[0] == "@echo off"
    before = lines[: lines.index("chcp 65001 >nul")]
    assert all(line.isascii() for line in before)
    labels = {line[1:] for line in lines if line.startswith(":")}
    assert {line.rpartition("goto ")[2] for line in lines if "goto " in line} <= labels
    for line in lines:
        bare = re.sub(r'"[^"]*"', "", line).replace(">nul 2>nul", "").replace(">nul", "")
        assert not set("&|<>^!()") & set(bare), line
        assert line.count('"') % 2 == 0
        assert re.sub(r"%~dp0|%PY%|%FORM%", "", line).count("%") == 0
        if not line.isascii():
            assert re.match(r"(echo|title) ", line), line
    assert "--require-hashes -r requirements.lock" in data.decode()
    assert sum(line == "pause" for line in lines) >= 4
