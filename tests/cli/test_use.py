"""How the program is called: help in Chinese, and one Chinese sentence for wrong use."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from generator.cli.app import app
from self_assessment.cli.app import app as self_assessment
from tests.program import AwardSite

COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands]  # type: ignore[union-attr]
OURS = re.compile(
    r"award-site|self-assessment|--[a-z-]+|\b(DIR|FILE|N|PORT|YYYY-MM-DD|KIND|ID|NOTICE|text\|json|text|json|JSON|Schema|site|search|"
    r"content|build|form|form\.json|YAML|SHA-256|Chromium|Pagefind|DIR…)\b|\.cache|127\.0\.0\.1"
)


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_is_in_chinese(award_site: AwardSite, command: str | None) -> None:
    run = award_site(*([command] if command else []), "--help")
    assert run.code == 0
    assert run.out.startswith("用法：award-site")
    words = OURS.sub("", run.out)
    for name in COMMANDS:
        words = words.replace(name, "")
    assert re.findall(r"[A-Za-z]{2,}", words) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_says_what_each_command_is_for(award_site: AwardSite, command: str) -> None:
    (line,) = (
        line for line in award_site("--help").out.splitlines() if line.strip().startswith(command)
    )
    assert re.search(r"[\u4e00-\u9fff]{4,}", line)


WRONG = [
    (("chekc",), "没有命令 chekc；是不是 check"),
    (("a'b",), "没有命令 a'b"),
    (("check", "--contend", "x"), "没有选项 --contend；是不是 --content"),
    (("check", "--content"), "选项 --content 后面要写值"),
    (("check", "--strict=1"), "选项 --strict 后面不写值"),
    (("check", "extra"), "命令不完整或多写了参数"),
    (("check", "--format", "xml"), "--format 的值不对：应是 text 或 json"),
    (("check", "--jobs", "0"), "--jobs 的值不对：应是不小于 1 的整数"),
    (("check", "--jobs", "两个"), "--jobs 的值不对：应是不小于 1 的整数"),
    (("serve", "--port", "0"), "--port 的值不对：应是1 至 65535 的整数"),
    (("serve", "--port", "八千"), "--port 的值不对：应是1 至 65535 的整数"),
    (
        ("check", "--today", "2026/10/9"),
        "--today 的值不对：“2026/10/9”不是日期，写成 2026-10-09 这样的形式",
    ),
    (("check", "--today", "2026-02-30"), "--today 的值不对：“2026-02-30”不是日期"),
    (("check", "--today", "20261009"), "--today 的值不对：“20261009”不是日期"),
    (("-x",), "没有选项 -x"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=str)
def test_wrong_use_is_one_chinese_sentence(
    award_site: AwardSite, arguments: tuple[str, ...], said: str
) -> None:
    run = award_site(*arguments)
    assert run.code == 2
    assert run.out == ""
    assert run.err.startswith(f"用法不对：{said}")
    assert run.err.endswith("用 --help 查看说明。\n")
    assert len(run.err.splitlines()) == 1


ARGUMENTS = {"KIND": ("公告", "名单"), "FILE": ("some.xlsx",), "ID": ("2026-gs-01",)}


def _commands() -> list[Any]:
    return [
        pytest.param(command, id=f"{program} {name}")
        for program, of in (("award-site", app), ("self-assessment", self_assessment))
        for name, command in get_command(of).commands.items()  # type: ignore[attr-defined]
    ]


def _taken(command: Any, *options: str) -> dict[str, Any]:
    """What a command takes from `options`, with whatever it cannot do without before them."""
    must: list[str] = []
    for param in (param for param in command.params if param.required):
        words = ARGUMENTS[param.metavar]
        must += [] if param.param_type_name == "argument" else [param.opts[-1]]
        must += [words[command.name == "template"] if len(words) > 1 else words[0]]
    taken: dict[str, Any] = command.make_context(command.name, [*must, *options]).params
    return taken


@pytest.mark.parametrize("command", _commands())
def test_every_command_takes_its_own_defaults(command: Any) -> None:
    """Left out, and typed as the help shows them: the same values, of the same type."""
    bare = _taken(command)
    for param in command.params:
        if param.param_type_name == "option" and param.default is not None and param.metavar:
            typed = getattr(param.default, "value", param.default)
            assert _taken(command, param.opts[-1], str(typed)) == bare, param.name
            assert type(bare[param.name]) is type(param.default), param.name


def test_a_stop_is_told_as_the_command_was_asked(award_site: AwardSite, workplace: Path) -> None:
    """Words that look like options, and are the value of another, ask for nothing."""
    run = award_site("check", "--content", "--format=json")
    assert run.out.startswith("--format=json:1: 错误 内容文件夹")
    run = award_site("check", "--content", "nowhere", "--cache", "--strict")
    assert run.err == "未通过：1 个错误，没有改动网站。\n"


def test_without_a_command_the_help_is_shown(award_site: AwardSite) -> None:
    run = award_site()
    assert run.code == 2
    assert run.out.startswith("用法：award-site")


def test_the_version_is_told(award_site: AwardSite) -> None:
    run = award_site("--version")
    assert run.code == 0
    assert re.fullmatch(r"award-site \d+\.\d+\.\d+\n", run.out)


def test_the_program_speaks_utf8_whatever_the_locale() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", "--help"],
        env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(Path.cwd())},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0
    assert run.stdout.decode("utf-8").startswith("用法：")


def test_a_reader_that_leaves_early_ends_the_program_quietly() -> None:
    run = subprocess.run(
        ["bash", "-c", f'{sys.executable} -c "from generator.cli import main; main()" schema | :'],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in run.stderr
