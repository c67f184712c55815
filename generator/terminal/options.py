"""The options that are the same everywhere."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How problems are shown."""

    TEXT = "text"
    JSON = "json"


def _day(text: str) -> dt.date:
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"“{text}”不是日期，写成 2026-10-09 这样的形式") from None


Content = Annotated[
    Path, typer.Option("--content", help="内容文件夹。", metavar="DIR", readable=False)
]
Published = Annotated[
    Path | None,
    typer.Option(
        "--out",
        help="已生成的网站，核对发布过的内容有没有改动；检查 content/ 时不写就是 site/。",
        metavar="DIR",
        readable=False,
    ),
]
Out = Annotated[
    Path, typer.Option("--out", help="网站生成到哪个文件夹。", metavar="DIR", readable=False)
]
Cache = Annotated[
    Path, typer.Option("--cache", help="缓存文件夹，可随时删除。", metavar="DIR", readable=False)
]
Today = Annotated[
    dt.date | None,
    typer.Option(
        "--today", parser=_day, help="按哪一天检查；不影响生成的内容。", metavar="YYYY-MM-DD"
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="警告也当作错误。")]
Search = Annotated[
    bool, typer.Option("--search/--no-search", help="是否建立全文搜索；记录很多时要多用十几秒。")
]
Form = Annotated[
    Path | None,
    typer.Option(
        "--form",
        help="自评表单所在的文件夹，由 self-assessment build 做出；不写则不发布表单。",
        metavar="DIR",
        readable=False,
    ),
]
Shown = Annotated[
    Format,
    typer.Option("--format", help="结果给人看（text）还是给程序（json）。", metavar="text|json"),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", min=1, help="同时用几个进程；不写则用全部处理器。", metavar="N"),
]
CONTENT = Path("content")
SITE = Path("site")
CACHE = Path(".cache")
