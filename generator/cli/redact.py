"""``award-site redact``: personal details of those who were not chosen, taken out of records."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from generator.problems import Stop, as_text
from generator.terminal.options import CACHE, CONTENT, Cache, Content, Format, Shown, Today
from generator.terminal.outcome import show

RECORDS = "记录"


def redact(
    notices: Annotated[
        list[str] | None,
        typer.Argument(metavar="NOTICE", help="哪些公告；不写则是全部到期的。", show_default=False),
    ] = None,
    candidate: Annotated[
        list[str] | None,
        typer.Option(
            "--candidate", metavar="…", help="只删除这个人的，可写几次。", show_default=False
        ),
    ] = None,
    basis: Annotated[
        str | None,
        typer.Option("--basis", metavar="…", help="删除的依据，公告里会写明；没有到期的必须写。"),
    ] = None,
    other_people: Annotated[
        bool, typer.Option("--other-people", help="正文、附件里的同名者已经看过，不是本人。")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只显示，不写文件。")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="不再询问，直接写入。")] = False,
    content: Content = CONTENT,
    today: Today = None,
    shown: Shown = Format.TEXT,
    cache: Cache = CACHE,
) -> None:
    """保存期满后，从名单里删除未获奖个人的信息，写明日期和依据。"""
    from generator.editing.drafting import in_form
    from generator.editing.redacting import Wanted, begin_redaction
    from generator.records import Redacted

    if basis is not None:
        try:
            in_form(Redacted, "basis")(basis)
        except ValueError as error:
            raise typer.BadParameter(f"--basis 的值不对：{error}") from None
    wanted = Wanted(tuple(notices or ()), tuple(candidate or ()), basis, other_people)
    try:
        redaction = begin_redaction(wanted, content, cache, today)
        if shown is Format.TEXT:
            for change in redaction.changes:
                typer.echo(change.shown)
        asks = bool(redaction.changes) and not (dry_run or yes)
        if asks and not _agreed(as_text(redaction.problems), shown):
            typer.echo("没有写入，没有改动记录。")
            return
        if not dry_run:
            redaction.write(content, cache, today)
    except Stop as stop:
        show(stop.problems, shown, strict=False, kept=RECORDS)
        return
    told = () if asks else redaction.problems
    files = [change.file.as_posix() for change in redaction.changes]
    verb = "将删除" if dry_run else "已删除"
    show(
        told,
        shown,
        strict=False,
        done=f"{verb} {redaction.persons} 人在 {len(files)} 份公告里的个人信息。"
        + ("" if dry_run else "请重新生成网站，并看一遍这几份公告的正文和附件。")
        if files
        else "没有需要删除的个人信息，没有改动记录。",
        files=files,
        rows=redaction.rows,
        persons=redaction.persons,
        written=bool(files) and not dry_run,
    )


def _agreed(warnings: str, shown: Format) -> bool:
    """Whether somebody says a plain yes. Raises BadParameter where nobody can be asked."""
    if shown is Format.JSON or not sys.stdin.isatty():
        raise typer.BadParameter("不在终端上，无法询问；请加 --yes 直接写入，或加 --dry-run 只看")
    if warnings:
        typer.echo(warnings)
    try:
        answer = input("删除后不能从记录里恢复。确定写入的，输入 是；不写的，直接回车：")
    except EOFError:
        return False
    return answer.strip() in ("是", "y", "yes")
