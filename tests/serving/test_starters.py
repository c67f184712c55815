"""The starters for a double click. Shell scripts are run; batch files can only be read here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving.conftest import TOP

STARTERS = TOP / "starters"
NAMES = ("预览", "生成网站")
TOOLS = ("sh", "dirname", "readlink", "cmp", "cp", "mkdir", "cat", "chmod")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what a starter needs, in a folder with a space in its name, set up already."""
    top = tmp_path / "质量奖 网站"
    shutil.copytree(STARTERS, top / "starters")
    shutil.copytree(TOP / "tests/cities/linjiang", top / "content")
    shutil.copy(TOP / "requirements.lock", top)
    (top / ".venv/bin").mkdir(parents=True)
    shutil.copy(TOP / "requirements.lock", top / ".venv/requirements.installed")
    run = f'exec {sys.executable} -c "from generator.cli import main; main()" "$@"'
    _script(top / ".venv/bin/award-site", f"PYTHONPATH={TOP} {run}")
    _script(top / ".venv/bin/python", "exit 9")
    return top


def _script(file: Path, body: str) -> None:
    file.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    file.chmod(0o755)


def _run(script: Path, path: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", script],
        cwd="/",
        env={**os.environ, **({"PATH": path} if path else {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_site_is_built(project: Path) -> None:
    run = _run(project / "starters/生成网站.sh")
    assert run.returncode == 0, run.stderr
    assert "网站在 site 文件夹里。" in run.stdout
    assert (project / "site/index.html").exists()


def test_the_form_is_published_where_it_has_been_made(project: Path) -> None:
    _script(project / ".venv/bin/award-site", 'echo "called with $*"')
    for name, command in (("生成网站", "build"), ("预览", "serve --open")):
        assert f"called with {command}\n" in _run(project / f"starters/{name}.sh").stdout
    (project / "build/form").mkdir(parents=True)
    (project / "build/form/form.json").touch()
    for name, command in (("生成网站", "build"), ("预览", "serve --open")):
        said = _run(project / f"starters/{name}.sh").stdout
        assert f"called with {command} --form build/form\n" in said


def test_a_failure_is_told_in_chinese(project: Path) -> None:
    (project / "content/site.yml").unlink()
    run = _run(project / "starters/生成网站.sh")
    assert run.returncode == 1
    assert "content/site.yml:1: 错误 缺少 site.yml" in run.stdout
    assert "没有生成网站，原来的网站没有改动。" in run.stdout


def test_a_desktop_entry_starts_the_script_beside_it(project: Path) -> None:
    """`Exec` taken apart as the desktop's rules have it: escapes, then quotes, then field codes."""
    for name in NAMES:
        entry = (project / f"starters/{name}.desktop").read_text(encoding="utf-8")
        assert "\nTerminal=true\n" in entry
        (line,) = re.findall(r"^Exec=(.*)$", entry, re.MULTILINE)
        words = re.findall(r'"(?:\\.|[^"\\])*"|\S+', line.replace("\\\\", "\\"))
        words = [re.sub(r"\\(.)", r"\1", w[1:-1]) if w[0] == '"' else w for w in words]
        words = [str(project / f"starters/{name}.desktop") if w == "%k" else w for w in words]
        (project / "content/site.yml").unlink(missing_ok=True)
        _script(project / ".venv/bin/award-site", 'echo "called with $*"; exit 3')
        run = subprocess.run(
            words, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
        )
        wanted = "serve --open" if name == "预览" else "build"
        assert f"called with {wanted}" in run.stdout


def test_the_first_time_everything_is_installed_with_hashes(project: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(shutil.which(tool) or tool)
    shutil.rmtree(project / ".venv")
    run = _run(project / "starters/预览.sh", str(tools))
    assert run.returncode == 1
    assert "没有找到 Python 3.11 或更高版本。" in run.stdout
    log = tmp_path / "log"
    installer = f'echo "$@" >>{log}'
    inner = f"#!/bin/sh\\n{installer}\\n".replace('"', '\\"').replace("$", "\\$")
    _script(
        tools / "python3",
        '[ "$1" = -c ] && exit 0\nmkdir -p .venv/bin\n'
        f'printf "{inner}" >.venv/bin/python\n'
        f'printf "#!/bin/sh\\necho served \\$*\\n" >.venv/bin/award-site\n'
        "chmod 755 .venv/bin/python .venv/bin/award-site",
    )
    for _ in range(2):
        run = _run(project / "starters/预览.sh", str(tools))
        assert run.returncode == 0, run.stderr
        assert "served serve --open" in run.stdout
    asked = log.read_text(encoding="utf-8").splitlines()
    assert len(asked) == 2  # once, not again the second time
    assert "--require-hashes -r requirements.lock" in asked[0]
    assert "--no-deps" in asked[1]


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
