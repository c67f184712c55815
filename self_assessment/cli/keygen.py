"""``self-assessment keygen``: the pair of keys with which reports are sealed and opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from generator.problems import Level, Problem, Stop


def keygen(
    out: Annotated[
        Path,
        typer.Option(
            "--out", help="私钥存到哪个文件；已有的不覆盖。", metavar="FILE", readable=False
        ),
    ] = Path("office.key"),
) -> None:
    """新做一对加密用的钥匙：私钥存成文件，公钥显示出来。"""
    from pyrage import x25519

    identity = x25519.Identity.generate()
    recipient = str(identity.to_public())
    _save(out, f"# 公钥：{recipient}\n{identity}\n")
    typer.echo(f"私钥已存到 {out}。凭它才能打开加密的报告：请另存一份，离线保管，不要发给任何人。")
    typer.echo("把下面两行写进 content/site.yml，重新生成网站：")
    typer.echo(f"filing:\n  recipient: {recipient}")


def _save(file: Path, text: str) -> None:
    """Writes a file that only its owner may read. Raises Stop where there is one already."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Stop(
            [
                Problem(
                    file.as_posix(),
                    1,
                    Level.ERROR,
                    "key-exists",
                    "这个文件已经存在，里面可能是还在用的私钥",
                    "请换一个文件名；确实不要了的，先自己删除",
                )
            ]
        ) from None
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
