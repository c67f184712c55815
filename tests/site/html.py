"""A finished page as a checker without a browser sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from generator.layouts.policy import source_of

SUBRESOURCES = {("img", "src"), ("script", "src"), ("link", "href"), ("source", "src")}


@dataclass
class Html:
    """What the tests ask of a page. `links` are the addresses of links, `loads` of subresources."""

    address: str
    lang: str = ""
    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    graph: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    ids: list[str] = field(default_factory=list)
    named_by: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    against_policy: list[str] = field(default_factory=list)
    pictures_without_words: int = 0
    linked: str = ""
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self, page: Html) -> None:
        super().__init__()
        self.page = page
        self.within = ""
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page, given = self.page, {name: value or "" for name, value in attrs}
        self.within = tag
        if tag == "html":
            page.lang = given.get("lang", "")
        if tag == "meta" and "name" in given:
            assert given["name"].lower() not in page.metas, "a meta tag twice"
            page.metas[given["name"].lower()] = given["content"]
        if tag == "meta" and "property" in given:
            assert given["property"] not in page.graph, "a property twice"
            page.graph[given["property"]] = given["content"]
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            page.headings.append(int(tag[1]))
        if "id" in given:
            page.ids.append(given["id"])
        for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
            page.named_by += given.get(name, "").split()
        if tag == "a":
            page.links.append(given["href"])
        for name, value in given.items():
            if name == "style" or name.startswith("on"):
                page.against_policy.append(f"{tag} {name}={value}")
            if (tag, name) in SUBRESOURCES:
                if given.get("rel") == "canonical":
                    page.canonical = value
                else:
                    page.loads.append(value)
        if given.get("type") == "application/ld+json":  # data, which no browser runs
            self.within = "linked data"
        if tag in {"style", "base", "iframe", "object"}:
            page.against_policy.append(tag)
        if tag == "form":  # a form finds what is on the site, and sends nothing elsewhere
            page.links.append(given["action"])
        page.pictures_without_words += tag == "img" and "alt" not in given

        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]

    def handle_data(self, data: str) -> None:
        if self.within == "script":
            if source_of(data) not in self.policy:
                self.page.against_policy.append("script")
            return
        if self.within == "title":
            self.page.title += data
        if self.within == "linked data":
            self.page.linked += data
        else:
            self.page.text += data

    def handle_endtag(self, tag: str) -> None:
        self.within = ""


def read(file: Path, address: str) -> Html:
    """The page in `file`."""
    page = Html(address)
    reader = _Reader(page)
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    return page
