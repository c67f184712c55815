"""The lists of notices: all of them by year on one page, and by kind and year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html import escape
from itertools import groupby

from generator.pages.facets import (
    Facet,
    Known,
    Panel,
    Portion,
    Value,
    address_of,
    facet,
    given_to,
    panel,
    portions,
)
from generator.pages.offers import EVERY_NOTICE, OF_NOTICES, feed_of_kind
from generator.pages.page import Page
from generator.pages.plan import Plan
from generator.pages.renderer import Renderer
from generator.records import Notice
from generator.register import Register
from generator.register.notice_slugs import KIND_SLUGS

ROOT = "/notices/"


def notice_facets(register: Register) -> tuple[list[Notice], tuple[Facet[Notice], ...]]:
    """Every notice, the latest first, and what they can be parted by."""
    notices = [*register.notices.values()][::-1]
    kinds = [Known(slug, kind, kind) for kind, slug in KIND_SLUGS.items()]
    years = dict.fromkeys(f"{notice.published.year}" for notice in notices)
    known = [Known(year, year, f"{year} 年的公告") for year in years]
    return notices, (
        facet("year", "年份", known, notices, lambda notice: f"{notice.published.year}"),
        facet("kind", "类别", kinds, notices, lambda notice: KIND_SLUGS[notice.kind]),
    )


def notice_list_plans(renderer: Renderer) -> Iterator[Plan]:
    """``/notices/`` and ``/notices/by/<facet>/<value>/``."""
    notices, facets = notice_facets(renderer.unobserved)
    links = panel(ROOT, facets, len(notices))
    given = given_to((notice.id for notice in notices), links, "")
    yield Plan(ROOT, "notices", partial(_list, renderer, links), given=given)
    for each in facets:
        for value in each.values:
            for part in portions(value.rows):
                yield Plan(
                    address_of(ROOT, each.id, value.id, part.number),
                    "notices",
                    partial(_by, renderer, each.id, value, part, links),
                    given=given_to((notice.id for notice in part.rows), links, value.title),
                )


def _list(renderer: Renderer, links: Panel) -> Page:
    notices = [*renderer.register.notices.values()][::-1]
    years = []
    for place, (year, group) in enumerate(groupby(notices, lambda notice: notice.published.year)):
        held = [*group]
        years.append((year, held if links.live or place == 0 else [], len(held)))
    return renderer.page(
        "notices.html",
        address=ROOT,
        section="notices",
        title="通知公告",
        description=f"{renderer.register.site.award}的全部公告，按发布时间排列",
        periods=True,
        filters=links.live,
        years=years,
        count=len(notices),
        panel=links,
        slugs=KIND_SLUGS if links.live else None,
        offers=OF_NOTICES,
        feed=EVERY_NOTICE,
    )


def _by(
    renderer: Renderer, facet_: str, value: Value[Notice], part: Portion[Notice], links: Panel
) -> Page:
    more = f"（第 {part.number} 页）" if part.number > 1 else ""
    feed = feed_of_kind(value.name, value.id) if facet_ == "kind" else EVERY_NOTICE
    part = part._replace(rows=[renderer.register.notices[notice.id] for notice in part.rows])
    page = renderer.page(
        "notices_by.html",
        address=address_of(ROOT, facet_, value.id, part.number),
        section="notices",
        title=value.title + more,
        description=f"{renderer.register.site.award}：{value.title}，共 {len(value.rows)} 份",
        periods=True,
        filters=links.live,
        part=part,
        first=address_of(ROOT, facet_, value.id),
        panel=links._replace(chosen=(facet_, value.id)),
        offers=OF_NOTICES,
        feed=feed,
    )
    if feed is EVERY_NOTICE:  # which the layout of every page names
        return page
    title = escape(f"{renderer.register.site.name}：{feed.notices}")
    link = f'<link rel="alternate" type="application/atom+xml" title="{title}"'
    return replace(page, head=f'{link} href="{page.up}{feed.path}">{page.head}')
