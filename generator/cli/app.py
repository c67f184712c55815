"""The commands put together, and the one place where every exception ends as a sentence."""

from __future__ import annotations

import errno
import gc
import os
import sys
import tempfile
import traceback
from itertools import pairwise
from typing import Annotated

import typer

from generator.cli.build import build_site
from generator.cli.check import check
from generator.cli.importing import import_list
from generator.cli.new import new
from generator.cli.options import Format
from generator.cli.outcome import INTERRUPTED, PROBLEMS, WRONG_USE, show, tell
from generator.cli.schema import schema
from generator.cli.serve import serve
from generator.cli.template import template
from generator.cli.words import Command, Group, UsageError, wrong_use
from generator.problems import Stop, refusal

app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=False,
    help="把市长质量奖的记录检查一遍，生成公开网站。",
)
app.command("check", cls=Command)(check)
app.command("build", cls=Command)(build_site)
app.command("schema", cls=Command)(schema)
app.command("serve", cls=Command)(serve)
app.command("new", cls=Command)(new)
app.command("import", cls=Command)(import_list)
app.command("template", cls=Command)(template)


@app.callback(invoke_without_command=True)
def award_site(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="显示版本。")] = False,
) -> None:
    """把市长质量奖的记录检查一遍，生成公开网站。"""
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"award-site {installed('mayor-quality-award')}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
        raise typer.Exit(WRONG_USE)


def main() -> None:
    """The program ``award-site``. Leaves with 0, 1, 2 or 130; see ``outcome.py``."""
    gc.disable()  # a run is short and makes records, not cycles: collecting costs a third of it
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not be UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run())


def _run() -> int:
    try:
        code = int(app(standalone_mode=False) or 0)
        if code == INTERRUPTED:  # typer turns Ctrl-C into this number
            raise KeyboardInterrupt
        return code
    except Stop as stop:
        shown = Format.JSON if _asks_for_json() else Format.TEXT
        try:
            show(stop.problems, shown, strict="--strict" in sys.argv)
        except typer.Exit as end:
            return end.exit_code
        return PROBLEMS
    except UsageError as error:
        tell(f"用法不对：{wrong_use(error)}。用 --help 查看说明。")
        return WRONG_USE
    except (KeyboardInterrupt, typer.Abort):
        tell("已中断，没有改动网站。")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except OSError as error:
        tell(_in_words(error))
        return PROBLEMS
    except Exception:  # a defect of ours: told in a sentence, kept for those who mend it
        tell(_kept(traceback.format_exc()))
        return PROBLEMS


def _kept(trace: str) -> str:
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="award-site-", suffix=".log", delete=False
        ) as log:
            log.write(trace)
    except OSError:
        return "程序内部出错，网站未改动。请把所用的命令告诉维护人员。"
    return f"程序内部出错，网站未改动。请把所用的命令和 {log.name} 一并交给维护人员。"


def _asks_for_json() -> bool:
    arguments = sys.argv[1:]
    return "--format=json" in arguments or any(
        pair == ("--format", "json") for pair in pairwise(arguments)
    )


def _in_words(error: OSError) -> str:
    where = f" {error.filename}" if error.filename else ""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"磁盘已满，没有写完{where}；网站未改动。请清理磁盘后重试。"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"没有写入权限{where}；网站未改动。请更换文件夹，或请管理员授权。"
        case _:
            return f"系统拒绝了操作{where}（{refusal(error)}）；网站未改动。"
