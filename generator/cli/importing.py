"""``award-site import``: a list taken from the workbook that the office already keeps."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.terminal.options import CACHE, CONTENT, Cache, Content, Format, Shown, Today
from generator.terminal.outcome import show

LIST = {"list": "list", "名单": "list"}


def what(text: str) -> str:
    """The kind of thing that can be taken in: for now a list."""
    if text not in LIST:
        raise typer.BadParameter(f"“{text}”不是可以导入的种类，可写 list（名单）")
    return LIST[text]


def import_list(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="名单所在的工作簿。")],
    notice: Annotated[
        str, typer.Option("--notice", metavar="ID", help="写入哪份公告；原有名单会换掉。")
    ],
    as_: Annotated[
        str,
        typer.Option(
            "--as", parser=what, metavar="KIND", help="导入成什么：名单。", show_default=False
        ),
    ] = "list",
    tier: Annotated[
        str | None, typer.Option("--tier", metavar="…", help="奖项，表里没有这一栏时写。")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="…", help="类别，表里没有这一栏时写。")
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="…", help="哪一张表，有几张像名单时写。")
    ] = None,
    ignore_unknown: Annotated[
        bool, typer.Option("--ignore-unknown", help="略去不认识的栏。")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只显示，不写文件。")] = False,
    content: Content = CONTENT,
    today: Today = None,
    shown: Shown = Format.TEXT,
    cache: Cache = CACHE,
) -> None:
    """从工作簿导入公示名单；有一处不对就什么也不写。"""
    from generator.editing.importing import Wanted, take_in

    wanted = Wanted(file, notice, tier, kind, sheet, ignore_unknown)
    taken = take_in(wanted, content, cache, today, dry_run=dry_run)
    if dry_run and shown is Format.TEXT:
        typer.echo(taken.text, nl=False)
    verb = "将写入" if dry_run else "已写入"
    instead = f"，换掉原有 {taken.replaced} 行" if taken.replaced else ""
    show(
        taken.problems,
        shown,
        strict=False,
        done=f"{verb} {taken.file.as_posix()}：{taken.rows} 行，其中 {taken.known} 行有获奖记录"
        f"{instead}。",
        file=taken.file.as_posix(),
        rows=taken.rows,
        known=taken.known,
        replaced=taken.replaced,
        written=not dry_run,
    )
