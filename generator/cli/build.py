"""``award-site build``: the records checked, and the site made of them."""

from __future__ import annotations

import typer

from generator.cli.progress import ProgressBars
from generator.terminal.options import (
    CACHE,
    CONTENT,
    SITE,
    Cache,
    Content,
    Form,
    Format,
    Jobs,
    Out,
    Search,
    Shown,
    Strict,
    Today,
)
from generator.terminal.outcome import show


def build_site(
    ctx: typer.Context,
    content: Content = CONTENT,
    out: Out = SITE,
    today: Today = None,
    strict: Strict = False,
    search: Search = True,
    shown: Shown = Format.TEXT,
    jobs: Jobs = None,
    cache: Cache = CACHE,
    form: Form = None,
) -> None:
    """检查全部记录，通过后生成网站；有错误时不改动原有网站。"""
    from generator.publishing import Watch, build

    with ProgressBars() as bars:
        built = build(
            content,
            out,
            cache,
            today,
            strict=strict,
            search=search,
            jobs=jobs,
            form=form,
            watch=Watch(
                *map(bars.of, ("读取记录", "检查个人信息", "生成页面", "建立搜索")),
                replaced=ctx.obj.be_changed,
            ),
        )
    renewal = built.renewal
    show(
        built.problems,
        shown,
        strict=strict,
        done=f"网站已生成：{out.as_posix()}/，共 {renewal.files} 个文件"
        f"（{renewal.size / 1048576:.1f} MB），本次更新 {renewal.changed} 个"
        f"{'，并重建了搜索索引' if renewal.gathered else ''}。",
        out=out.as_posix(),
        files=renewal.files,
        made=renewal.made,
        changed=renewal.changed,
        indexed=renewal.gathered > 0,
        bytes=renewal.size,
    )
