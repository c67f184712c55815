"""What the command line says in Chinese where typer would say it in English, or nothing."""

from __future__ import annotations

import difflib
import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from generator.problems import Stop
from generator.terminal.options import Format
from generator.terminal.outcome import PROBLEMS, show

_HELP = {
    "Usage: ": "用法：",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]…",
    "Options:": "选项：",
    "Commands:": "命令：",
    "Arguments:": "参数：",
    "[default: ": "[默认：",
    "[required]": "[必填]",
    "Show this message and exit.": "显示这份说明。",
    "<path>": "<路径>",
    " <str>": "",
    " <list[str]>": "",
    "<text>": "<文字>",
    "<integer": "<整数",
}


def _chinese(text: str) -> str:
    for english, chinese in _HELP.items():
        text = text.replace(english, chinese)
    text = re.sub(r"(\d+)<=x<=(\d+)\]", r"\1 至 \2]", text)
    return re.sub(r"\[x>=(\d+)\]", r"[不小于 \1]", text)


class _InChinese:
    def get_help(self, ctx: Any) -> str:
        return _chinese(super().get_help(ctx))  # type: ignore[misc]

    def get_help_option(self, ctx: Any) -> Any:
        option: Any = super().get_help_option(ctx)  # type: ignore[misc]
        option.default = False  # without one, typer loads pydantic to learn that none was asked for
        return option


class Group(_InChinese, TyperGroup):
    """A group of commands whose help is in Chinese."""


class Command(_InChinese, TyperCommand):
    """A command whose help is in Chinese, and whose stop is told in the way it was asked for.

    The context's object is what stayed as it was.
    """

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except Stop as stop:
            asked = ctx.params
            shown, strict = asked.get("shown", Format.TEXT), asked.get("strict", False)
            show(stop.problems, shown, strict=strict, kept=ctx.obj.words)
            raise typer.Exit(PROBLEMS) from None


UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What typer raises for wrong use; it exports only this one of its kinds."""


_EXPECTED = {
    "N": "不小于 1 的整数",
    "PORT": "1 至 65535 的整数",
    "DIR": "文件夹",
    "FILE": "文件",
    "YYYY-MM-DD": "2026-10-09 这样的日期",
}


def wrong_use(error: Exception) -> str:
    """One sentence for a command that was called wrongly."""
    name = type(error).__name__
    given: Any = error
    param = getattr(given, "param", None)
    called = _called(param) if param is not None else ""
    said = str(getattr(given, "message", given))
    match name:
        case "NoSuchOption":
            near = getattr(given, "possibilities", None)
            return f"没有选项 {given.option_name}" + (f"；是不是 {near[0]}" if near else "")
        case "MissingParameter":
            return f"缺少 {called}"
        case "BadParameter" if not called:  # raised by a command itself, in its own words
            return said
        case "BadParameter":
            return f"{called} 的值不对：{said if _is_chinese(said) else _expected(param)}"
        case "BadOptionUsage" if "does not take a value" in said:
            return f"选项 {given.option_name} 后面不写值"
        case "BadOptionUsage":
            return f"选项 {given.option_name} 后面要写值"
        case _:
            if unknown := re.match(r"No such command (['\"])(.*)\1\.", said):
                return f"没有命令 {unknown[2]}" + _nearest(given, unknown[2])
            return "命令不完整或多写了参数"


def _called(param: Any) -> str:
    """A parameter as the help calls it: an option by its long name, an argument by its mark."""
    if param.param_type_name == "argument" and param.metavar:
        return str(param.metavar)
    return str((param.opts or [param.name])[-1])


def _is_chinese(text: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", text))


def _expected(param: Any) -> str:
    """What an option takes: typer says it in English, so it is told by the option's own mark."""
    mark = str(getattr(param, "metavar", "") or "")
    return f"应是{_EXPECTED.get(mark) or ' ' + mark.replace('|', ' 或 ')}"


def _nearest(error: Any, name: str) -> str:
    known = list(getattr(getattr(error.ctx, "command", None), "commands", {}))
    near = difflib.get_close_matches(name, known, n=1)
    return f"；是不是 {near[0]}" if near else ""
