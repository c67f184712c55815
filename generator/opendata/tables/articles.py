"""The table of the regulation's articles, in our own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import Column, Kind, Table
from generator.opendata.source import Source
from generator.problems import article_name
from generator.records import Edition
from generator.records.regulation import Article


class _Said(NamedTuple):
    edition: Edition
    of: Article
    source: Source

    @property
    def in_use(self) -> bool:
        return self.edition.id == self.source.register.edition.id

    @property
    def anchor(self) -> str:
        """Where it stands on ``/regulation/``."""
        return f"{'' if self.in_use else f'{self.edition.id}-'}art-{self.of.number}"


def _articles(source: Source) -> Iterator[_Said]:
    for edition in source.register.editions.values():
        for article in edition.articles:
            yield _Said(edition, article, source)


_A = Column[_Said]
ARTICLES = Table(
    "articles",
    "办法条文大意",
    "评定办法各版本逐条的大意，是本站用自己的话写的，不是条文；以公布的文本为准。",
    ("regulation", "number"),
    (
        _A(
            "regulation",
            "办法编号",
            Kind.ID,
            "办法版本的编号",
            "consultation-draft",
            lambda r: r.edition.id,
        ),
        _A(
            "regulation_title",
            "办法",
            Kind.TEXT,
            "办法名称",
            "示例市质量奖办法",
            lambda r: r.edition.title,
        ),
        _A(
            "status",
            "状态",
            Kind.TEXT,
            "征求意见稿或已公布",
            "征求意见稿",
            lambda r: r.edition.status,
        ),
        _A("in_use", "是否现用", Kind.YES, "是否本站现用的版本", "true", lambda r: r.in_use),
        _A("number", "条号", Kind.WHOLE, "第几条", "17", lambda r: r.of.number),
        _A(
            "article",
            "条",
            Kind.TEXT,
            "条号的写法",
            "第十七条",
            lambda r: article_name(r.of.number),
        ),
        _A(
            "heading", "主题", Kind.TEXT, "这一条讲什么", "审核、公示与推荐", lambda r: r.of.heading
        ),
        _A(
            "says",
            "大意",
            Kind.PROSE,
            "用自己的话概括，CommonMark 格式",
            "推荐单位公示至少五个工作日。",
            lambda r: r.of.says,
        ),
        _A(
            "page",
            "网页",
            Kind.WEB,
            "这一条在本站的位置",
            "/regulation/#art-17",
            lambda r: r.source.at(f"regulation/#{r.anchor}"),
        ),
    ),
    _articles,
)
