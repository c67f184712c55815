"""``award-site schema``: JSON Schemas of the records, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def schema(
    out: Annotated[
        Path | None, typer.Option("--out", help="写到这个文件夹；不写则打印。", metavar="DIR")
    ] = None,
) -> None:
    """输出各种记录的 JSON Schema，供编辑器提示和检查。"""
    from generator.records import schemas

    for kind, text in schemas().items():
        if out is None:
            typer.echo(text)
        else:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{kind}.schema.json").write_text(text, encoding="utf-8", newline="\n")
