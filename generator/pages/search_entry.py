"""What a search knows of a page beside its text."""

from __future__ import annotations

from typing import NamedTuple

from generator.pages.page import Heading
from generator.records import Body


class SearchEntry(NamedTuple):
    """A page as a search shows it and filters it. A page without one is not found by a search.

    `kind` is what the page is, in one word (公告, 获奖者, 评定, 培育, 办法, 说明), `group` which of
    these (拟奖公示; 组织). `on` is its day or its year, `years` those it is filtered by. `names`
    are other words by which it is looked up, as by a title (文号, 索引号, 行业, a former name).
    `state` is told where a reader must know it (已撤销). `parts` can be found on their own.
    """

    kind: str
    title: str
    on: str = ""
    years: tuple[str, ...] = ()
    district: str = ""
    group: str = ""
    names: tuple[str, ...] = ()
    state: str = ""
    parts: tuple[Heading, ...] = ()


def district_of(body: Body) -> str:
    """The district that a body stands for, empty for a department or an association."""
    return body.short if body.role in ("区", "功能区") else ""
