"""``/data/``: every table for those who reuse it, the feeds, the calendar, and the licence.

The files are made by ``generator/opendata``, which knows no page, as no page knows it: what the
tables are called and tell of is handed in as plain values.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from generator.incremental import digest_of
from generator.pages.offers import EVERY_NOTICE, feed_of_kind
from generator.pages.page import Heading, Page
from generator.pages.plan import Plan
from generator.pages.renderer import Renderer
from generator.pages.search_entry import SearchEntry
from generator.register.notice_slugs import KIND_SLUGS

ADDRESS = "/data/"


class Offered(NamedTuple):
    """A table as it is offered: ``/data/<name>.csv`` and its like, its title, what it tells."""

    name: str
    title: str
    says: str


def data_plan(renderer: Renderer, tables: Sequence[Offered]) -> Plan:
    """The page of the data, planned. Beside the tables it shows what kinds of notice there are."""
    given = digest_of(repr(tables))
    search_entry = SearchEntry("说明", "公开数据", names=("开放数据", "CSV", "JSON", "XLSX"))
    return Plan(ADDRESS, "data", partial(_page, renderer, tables), lambda: search_entry, given)


def _page(renderer: Renderer, tables: Sequence[Offered]) -> Page:
    register = renderer.register
    kinds = {notice.kind for notice in register.notices.values()}
    feeds = [feed_of_kind(kind, slug) for kind, slug in KIND_SLUGS.items() if kind in kinds]
    sections = [("tables", "数据表"), ("whole", "整包下载"), ("subscribe", "订阅")]
    if register.site.licence:
        sections.append(("licence", "使用许可"))
    return renderer.page(
        "data.html",
        address=ADDRESS,
        section="data",
        title="公开数据",
        description=f"{register.site.award}的公开数据：{len(tables)} 张表，CSV、JSON 和 XLSX",
        contents=tuple(Heading(*section) for section in sections),
        tables=tables,
        every=EVERY_NOTICE,
        feeds=feeds,
    )
