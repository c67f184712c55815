"""What a list holds, as files for those who reuse it: which tables of the open data, by name.

The files are made by ``generator/opendata``, which knows no page, as no page knows it.
"""

from __future__ import annotations

from typing import NamedTuple


class Offer(NamedTuple):
    """One table: ``/data/<name>.csv`` and its like, and what it is called."""

    name: str
    title: str


HONOURS = Offer("honours", "荣誉")
NOTICES = Offer("notices", "公告")
CULTIVATION = Offer("cultivation", "培育库")
OF_HOLDERS = (HONOURS, Offer("awardees", "获奖者"))
OF_NOTICES = (NOTICES, Offer("publicity", "公示与征求意见"), Offer("notice_rows", "名单"))
OF_ROUNDS = (Offer("rounds", "评定"), Offer("stages", "程序"), Offer("quotas", "名额"))
OF_POOLS = (CULTIVATION,)
OF_STATISTICS = (HONOURS, CULTIVATION, NOTICES)


class Feed(NamedTuple):
    """A feed of notices: its path below the root of the site, and of which notices it tells."""

    path: str
    notices: str


EVERY_NOTICE = Feed("feed.xml", "公告")


def feed_of_kind(kind: str, slug: str) -> Feed:
    """The feed of one kind of notice."""
    return Feed(f"notices/by/kind/{slug}/feed.xml", kind)
