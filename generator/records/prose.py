"""A hand-written page: what stands in the head of its file."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pydantic import Field, ValidationError

from generator.reading import SourceFile, Unreadable, decoded, read_tree
from generator.records.allowance import Allowances
from generator.records.faults import faults_of
from generator.records.words import Line, Name, Record

RESERVED = frozenset(
    {
        *(
            "notices",
            "awardees",
            "rounds",
            "cultivation",
            "regulation",
            "statistics",
            "data",
            "search",
        ),
        *("files", "assets", "pagefind", "self-assessment", "eligibility", "verify", "embed"),
    }
)
"""First parts of addresses that the program makes itself."""

ColumnType = Literal["首页", "概况信息", "政策文件", "通知公告", "工作动态", "数据发布", "办事服务"]
"""Types of column by 政府网站发展指引 (国办发〔2017〕47号, annex 2)."""

_HEAD = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?\n", re.DOTALL)


class ProseHead(Record):
    """The head of ``pages/<name>.md``, between two lines of ``---``."""

    title: Name = Field(title="标题")
    description: Line = Field(title="简介")
    section: Line | None = Field(None, title="所属栏目", description="导航地址的首段，可不填")
    column_type: ColumnType = Field("概况信息", title="栏目类型", description="写进网页标签")
    privacy_allowed: Allowances = Field((), title="允许公开的个人信息")


class ProseText(NamedTuple):
    """A hand-written page as read: its name (``about`` for ``/about/``), head and Markdown."""

    name: str
    head: ProseHead
    markdown: str


def read_prose(source: SourceFile, data: bytes) -> ProseText:
    """The page in `data`. Raises Unreadable."""
    text = decoded(data)
    if not (found := _HEAD.match(text)):
        raise Unreadable(
            1,
            "prose-head",
            "开头没有用 --- 括起来的标题和简介",
            "请写 ---，title: …，description: …，---，各占一行，再写正文",
        )
    name = source.stem
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name) or source.path.count("/") > 1:
        raise Unreadable(
            1, "prose-name", f"说明页的文件名“{name}”不能作地址", "用小写字母、数字和连字符"
        )
    if name in RESERVED:
        raise Unreadable(1, "prose-name", f"地址 /{name}/ 由程序使用", "请换一个文件名")
    try:
        head = ProseHead.model_validate(read_tree(found.group(1).encode()))
    except ValidationError as error:
        fault = next(faults_of(error, ProseHead))
        raise Unreadable(2, fault.code, fault.message, fault.remedy) from None
    # The head's lines stay as blank ones, so that a line number below is the file's own.
    return ProseText(name, head, "\n" * found.group(0).count("\n") + text[found.end() :])
