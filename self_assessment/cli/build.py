"""``self-assessment build``: the form as one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from self_assessment.building import SOURCE, make_form
from self_assessment.criteria import USUAL, Library

CONTENT = Path("content")
OUT = Path("build/form")


def build(
    content: Annotated[
        Path, typer.Option("--content", help="内容文件夹。", metavar="DIR", readable=False)
    ] = CONTENT,
    out: Annotated[
        Path, typer.Option("--out", help="表单生成到哪个文件夹。", metavar="DIR", readable=False)
    ] = OUT,
    criteria: Annotated[str, typer.Option("--criteria", help="准则编号。", metavar="ID")] = USUAL,
    source: Annotated[
        Path,
        typer.Option("--source", help="中间文件放在哪个文件夹。", metavar="DIR", readable=False),
    ] = SOURCE,
) -> None:
    """做出自评表单：一个网页文件，断网也能用。"""
    made = make_form(content, out, Library(), criteria, source)
    typer.echo(f"表单已做好：{out.as_posix()}/form.html，{made.size / 1024:.0f} KB。")
