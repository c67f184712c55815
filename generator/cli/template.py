"""``award-site template``: the workbook to fill."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.importing import what as kind_of
from generator.problems import Level, Problem, Stop
from generator.terminal.options import CACHE, CONTENT, Cache, Content


def template(
    kind: Annotated[str, typer.Argument(parser=kind_of, metavar="KIND", help="名单。")],
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="写到哪个文件。", show_default=False)
    ] = Path("名单.xlsx"),
    content: Content = CONTENT,
    cache: Cache = CACHE,
) -> None:
    """生成空白的名单工作簿，供填写后导入。"""
    from generator.editing.importing import workbook_to_fill
    from generator.register import RecordCache
    from generator.regulation import examine

    if out.suffix.lower() != ".xlsx":
        _refuse(out, "template-kind", f"“{out.name}”不是 .xlsx 文件", "请以 .xlsx 结尾")
    if out.exists():
        _refuse(out, "template-exists", f"文件“{out.name}”已经存在", "不会覆盖；请用 --out 另取名")
    with RecordCache(cache, content) as record_cache:
        register = examine(content, record_cache).register
    out.parent.mkdir(parents=True, exist_ok=True)
    workbook_to_fill(register, out)
    typer.echo(f"已生成 {out.as_posix()}。填好后用 award-site import 导入。")


def _refuse(out: Path, code: str, message: str, remedy: str) -> None:
    raise Stop([Problem(out.as_posix(), 1, Level.ERROR, code, message, remedy)])
