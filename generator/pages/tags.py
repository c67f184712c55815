"""What a page tells machines of itself: tags of government sites, Open Graph, schema.org.

The tags of government sites are those of 国办发〔2017〕47号, annex 2. Those of the site stand in
the layout; those of column and article are made here. A tag whose value is not known is left out:
an empty one counts as missing. ``Description`` is filled in by the layout, for every page alike.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any, NamedTuple
from urllib.parse import quote

from generator.pages.columns import Column
from generator.records import Notice, Site

Linked = Mapping[str, Any]
"""One thing of schema.org, without its context."""

ICON = "assets/mark.svg"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Article(NamedTuple):
    """An article, as the page tags name it.

    `published` is when it was published: a moment, or a day where the hour is not known. It is
    written once, in the record, and never moves. `changed` is the day on which details were taken
    out of it. `image` is below the root of the site.
    """

    title: str
    published: dt.datetime | dt.date
    source: str
    author: str
    keywords: tuple[str, ...]
    image: str = ICON
    changed: dt.date | None = None


def published_at(notice: Notice) -> dt.datetime | dt.date:
    """When a notice was published: a day alone where its hour is not known."""
    return notice.published if notice.hour_known else notice.published.date()


def head_tags(
    site: Site,
    address: str,
    title: str,
    description: str,
    column: Column,
    article: Article | None = None,
    things: tuple[Linked, ...] = (),
) -> str:
    """The tags of one page as HTML. `things` are what it is about, for schema.org."""
    place = root_of(site) + quote(address[1:], safe="/%")
    tags = [_column(column)]
    graph = [
        ("og:type", "article" if article else "website"),
        ("og:title", title),
        ("og:description", description),
        ("og:site_name", site.name),
        ("og:locale", "zh_CN"),
    ]
    if article:
        tags += [
            _meta("ArticleTitle", article.title),
            _meta("PubDate", _stated(article.published)),
            _meta("ContentSource", article.source),
            _meta("Keywords", "，".join(article.keywords)),
            _meta("Author", article.author),
            _meta("Image", root_of(site) + quote(article.image)),
            _meta("Url", place),
        ]
        graph.append(("article:published_time", _exact(article.published)))
        if article.changed:
            graph.append(("article:modified_time", _exact(article.changed)))
    if site.url:
        graph.append(("og:url", place))
        if article and article.image != ICON:
            graph.append(("og:image", root_of(site) + quote(article.image)))
    tags += (f'<meta property="{name}" content="{escape(value)}">' for name, value in graph)
    tags.append(_linked((*things, _trail(site, address, title, column))))
    return "".join(tags)


def root_of(site: Site) -> str:
    """The address of the site's root: from the host where that is configured, else from its top."""
    return (site.url or "").rstrip("/") + site.mount


def organisation(name: str) -> Linked:
    """A part of the government, by its name."""
    return {"@type": "GovernmentOrganization", "name": name}


def news(site: Site, article: Article, section: str, address: str) -> Linked:
    """An article that an office published."""
    return {
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": _exact(article.published),
        **({"dateModified": _exact(article.changed)} if article.changed else {}),
        "articleSection": section,
        "keywords": [*article.keywords],
        "author": organisation(article.author),
        "publisher": organisation(site.host.name),
        "mainEntityOfPage": root_of(site) + quote(address[1:], safe="/%"),
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
    }


def service(site: Site, title: str, description: str) -> Linked:
    """Something that the office does for who asks for it."""
    return {
        "@type": "GovernmentService",
        "name": title,
        "description": description,
        "serviceOperator": organisation(site.host.organiser or site.host.name),
        "areaServed": site.city,
    }


def _trail(site: Site, address: str, title: str, column: Column) -> Linked:
    """The way from the home page, as a BreadcrumbList."""
    root = root_of(site)
    steps = [(site.name, root)]
    if part := address.strip("/").split("/")[0]:
        steps.append((column.name, f"{root}{part}/"))
    if address.count("/") > 2:
        steps.append((title, root + quote(address[1:], safe="/%")))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": item}
            for place, (name, item) in enumerate(steps, 1)
        ],
    }


@lru_cache(100)  # thousands of holders stand in one column
def _column(column: Column) -> str:
    told = {
        "ColumnName": column.name,
        "ColumnDescription": column.description,
        "ColumnKeywords": "，".join(column.keywords),
        "ColumnType": column.type,
    }
    return "".join(_meta(name, value) for name, value in told.items())


def _meta(name: str, value: str) -> str:
    return f'<meta name="{name}" content="{escape(value)}">'


def _stated(value: dt.datetime | dt.date) -> str:
    """2026-10-09 09:00, as the conventions want it; the day alone where no more is known."""
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "minutes")
    return value.isoformat()


def _exact(value: dt.datetime | dt.date) -> str:
    """2026-10-09T09:00:00+08:00, by the time of Beijing."""
    if isinstance(value, dt.datetime):
        return f"{value.isoformat(timespec='seconds')}+08:00"
    return value.isoformat()


def _linked(things: tuple[Linked, ...]) -> str:
    """Linked data in the page. It is no script to a browser, but "<" could still end it."""
    data = {"@context": "https://schema.org", "@graph": things}
    text = _ENCODER.encode(data).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'
