"""``award-site serve``: the site on one's own desk, fresh with every change that is saved."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from generator.terminal.options import CACHE, CONTENT, Cache, Content, Form, Strict


def serve(
    content: Content = CONTENT,
    port: Annotated[
        int,
        typer.Option("--port", min=1, max=65535, help="端口；被占用时用下一个。", metavar="PORT"),
    ] = 8000,
    lan: Annotated[
        bool, typer.Option("--lan", help="让同一网络中的手机也能打开；不写则只有本机能打开。")
    ] = False,
    open_: Annotated[
        bool,
        typer.Option("--open/--no-open", help="是否自动打开浏览器。", show_default=False),
    ] = False,
    strict: Strict = False,
    cache: Cache = CACHE,
    form: Form = None,
) -> None:
    """在本机预览网站，改动保存后自动刷新；不改动已生成的网站。"""
    from generator.serving import Asked, preview  # the server's parts are nobody else's

    os.umask(0o077)  # all that is written is below the cache: what is not published yet is no one's
    asked = Asked(content, cache, port, lan, strict, form)
    preview(asked, typer.echo, _show if open_ else None)


def _show(address: str) -> None:
    import webbrowser

    webbrowser.open(address)
