"""``award-site scrub``: a cleaned copy of an attachment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.problems import Stop
from generator.terminal.options import Format, Shown
from generator.terminal.outcome import show


def scrub_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="要清理的附件或图片。")],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FILE", help="写到哪个文件；不写则在原文件旁另存为“…-清理后”。"
        ),
    ] = None,
    shown: Shown = Format.TEXT,
) -> None:
    """清理附件，另存一份：去掉隐藏内容、批注、修订、属性和拍摄信息，号码改成掩码。"""
    from generator.privacy.scrubbing import scrub

    try:
        scrubbed = scrub(file, out)
    except Stop as stop:
        show(stop.problems, shown, strict=False, kept="原文件")
        return
    taken = "，".join(scrubbed.taken)
    show(
        (),
        shown,
        strict=False,
        done=f"已生成 {scrubbed.file.as_posix()}。"
        + (f"去掉或改掉了：{taken}。" if taken else "原文件里没有需要去掉的内容。")
        + "请打开看一遍再发布；原文件没有改动。",
        file=scrubbed.file.as_posix(),
        taken=list(scrubbed.taken),
    )
