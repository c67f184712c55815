"""A program run, and the one place where every exception ends as a sentence."""

from __future__ import annotations

import errno
import os
import sys

import typer

from generator.problems import refusal
from generator.terminal.outcome import INTERRUPTED, PROBLEMS, WRONG_USE, Kept, tell
from generator.terminal.words import UsageError, wrong_use


def run(app: typer.Typer, program: str, words: str) -> int:
    """Runs the program named `program`; what it leaves with: 0, 1, 2 or 130.

    `words` say what a run that fails leaves as it was: 网站.
    """
    kept = Kept(words)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not be UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = int(app(prog_name=program, obj=kept, standalone_mode=False) or 0)
        if code == INTERRUPTED:  # typer turns Ctrl-C into this number
            raise KeyboardInterrupt
        return code
    except UsageError as error:
        tell(f"用法不对：{wrong_use(error)}。用 --help 查看说明。")
        return WRONG_USE
    except (KeyboardInterrupt, typer.Abort):
        tell(f"已中断，{kept}。")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except OSError as error:
        tell(_in_words(error, kept))
        return PROBLEMS
    except Exception:  # a defect of ours: told in a sentence, kept for those who mend it
        tell(_recorded(program, kept))
        return PROBLEMS


def _recorded(program: str, kept: Kept) -> str:
    import tempfile
    import traceback

    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix=f"{program}-", suffix=".log", delete=False
        ) as log:
            log.write(traceback.format_exc())
    except OSError:
        return f"程序内部出错，{kept}。请把所用的命令告诉维护人员。"
    return f"程序内部出错，{kept}。请把所用的命令和 {log.name} 一并交给维护人员。"


def _in_words(error: OSError, kept: Kept) -> str:
    where = f" {error.filename}" if error.filename else ""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"磁盘已满，没有写完{where}；{kept}。请清理磁盘后重试。"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return f"没有写入权限{where}；{kept}。请更换文件夹，或请管理员授权。"
        case errno.ECHILD:
            return (
                f"有一个工作进程被系统结束了，多半是内存不够；{kept}。"
                "请关掉别的程序再试，或加 --jobs 1。"
            )
        case _:
            return f"系统拒绝了操作{where}（{refusal(error)}）；{kept}。"
