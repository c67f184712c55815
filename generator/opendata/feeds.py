"""The Atom feeds (RFC 4287): all notices, and those of each kind, the newest first.

A feed tells no day of its making: it was last updated when its newest notice was published, or
when personal details were last taken out of one. One without notices is there too, so that one can
wait for the first. Links are relative to the feed where the host is not configured.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from generator.opendata.source import CITY_TIME, INVENTED, Source, moment
from generator.records import Notice
from generator.register.notice_slugs import KIND_SLUGS

MOST = 50
"""Entries of a feed."""
_NEVER = "1970-01-01T00:00:00Z"


class Feed(NamedTuple):
    """One feed: its path below the site's root, its title, the ids of its notices, new to old."""

    path: str
    title: str
    notices: Sequence[str]


def feeds(source: Source) -> Iterator[Feed]:
    """``/feed.xml`` and one for each kind of notice."""
    name = source.register.site.name
    newest = [*source.register.notices.values()][::-1]
    yield Feed("feed.xml", f"{name}：全部公告", [notice.id for notice in newest[:MOST]])
    for kind, slug in KIND_SLUGS.items():
        of_kind = [notice.id for notice in newest if notice.kind == kind]
        yield Feed(f"notices/by/kind/{slug}/feed.xml", f"{name}：{kind}", of_kind[:MOST])


def feed_as_atom(feed: Feed, source: Source) -> bytes:
    """The bytes of a feed."""
    site = source.register.site
    notices = [source.register.notices[id_] for id_ in feed.notices]
    updated = max(map(_updated, notices)).isoformat() if notices else _NEVER
    said = INVENTED if site.demo else site.description
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
        f"<id>{escape(source.lasting(feed.path))}</id>",
        f"<title>{escape(feed.title)}</title>",
        f"<subtitle>{escape(said)}</subtitle>",
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(source.register.bodies[site.office].name)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_link(feed.path, feed, source)}/>',
        f'<link rel="alternate" type="text/html" href={_link("notices/", feed, source)}/>',
    ]
    for notice in notices:
        lines += _entry(notice, feed, source)
    return "\n".join([*lines, "</feed>", ""]).encode()


def _entry(notice: Notice, feed: Feed, source: Source) -> Iterator[str]:
    path = f"notices/{notice.id}/"
    issuer = source.register.bodies[notice.issuer].name
    yield "<entry>"
    yield f"<id>{escape(source.lasting(path))}</id>"
    yield f"<title>{escape(notice.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href={_link(path, feed, source)}/>'
    yield f"<published>{moment(notice).isoformat()}</published>"
    yield f"<updated>{_updated(notice).isoformat()}</updated>"
    yield f"<author><name>{escape(issuer)}</name></author>"
    yield f'<category term="{KIND_SLUGS[notice.kind]}" label={quoteattr(notice.kind)}/>'
    yield f'<summary type="text">{escape(_summary(notice, issuer, source))}</summary>'
    yield "</entry>"


def _updated(notice: Notice) -> dt.datetime:
    """When a notice was last changed: a reader's program then takes it anew."""
    taken_out = notice.redacted_on or dt.date.min
    return max(moment(notice), dt.datetime.combine(taken_out, dt.time(), CITY_TIME))


def _summary(notice: Notice, issuer: str, source: Source) -> str:
    said = f"{notice.kind}，{issuer}发布。"
    if period := source.period(notice):
        said += f"{notice.period_words.time} {period.first} 至 {period.last}，共 {period.length}。"
    if notice.redacted_on:
        said += f"名单中未获奖个人的信息已于 {notice.redacted_on} 删除。"
    return said


def _link(path: str, feed: Feed, source: Source) -> str:
    """A link as an attribute's value, in quotes: in full, else relative to the feed."""
    if source.register.site.url:
        return quoteattr(source.at(path))
    if path == feed.path:
        return quoteattr("feed.xml")
    return quoteattr("../" * feed.path.count("/") + path)
