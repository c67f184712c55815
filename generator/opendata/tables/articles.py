"""The table of the regulation's articles, in our own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.opendata.column import table
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


ARTICLES = table(
    "articles",
    _articles,
    {
        "regulation": lambda r: r.edition.id,
        "regulation_title": lambda r: r.edition.title,
        "status": lambda r: r.edition.status,
        "in_use": lambda r: r.in_use,
        "number": lambda r: r.of.number,
        "article": lambda r: article_name(r.of.number),
        "heading": lambda r: r.of.heading,
        "says": lambda r: r.of.says,
        "page": lambda r: r.source.at(f"regulation/#{r.anchor}"),
    },
)
