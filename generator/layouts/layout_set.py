"""All layouts, prose pages and assets of one site, and the filling of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from generator.layouts.layout import PLACE, VARIANT, Layout, contents_list
from generator.pages.page import Heading, Page, depth_of

NOT_FOUND = "404"
WITHOUT_VARIANT = ("/404.html", "/search/")
"""Pages without a variant in traditional characters: they lead to the variant of the home page."""


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A finished hand-written page, with what is needed to index it and list it."""

    address: str
    section: str
    title: str
    description: str
    html: str
    body: str
    contents: tuple[Heading, ...]

    @property
    def file(self) -> str:
        """The path of the page's file below the root of the site."""
        return self.address.lstrip("/") + "index.html"


@dataclass(frozen=True, slots=True)
class LayoutSet:
    """Everything the theme contributes to one site.

    `digest` names what it was made of. `layouts` is keyed by section and depth; section ``""``
    serves the home page and whatever is not in the navigation, and ``("404", 0)`` has absolute
    links. `prose` is keyed by address. `assets` maps paths below the site's root to their bytes.
    `origin` is what a canonical address begins with (``https://host/mount``), empty if unknown.
    """

    digest: bytes
    site_name: str
    origin: str
    layouts: Mapping[tuple[str, int], Layout]
    prose: Mapping[str, ProsePage]
    assets: Mapping[str, bytes]

    def layout(self, page: Page) -> Layout:
        """The layout a page belongs in. Raises KeyError for a page deeper than any layout."""
        return self.layout_at(page.address, page.section)

    def layout_at(self, address: str, section: str) -> Layout:
        """The layout of a page at `address`. Raises KeyError as `layout` does."""
        if address == "/404.html":
            return self.layouts[NOT_FOUND, 0]
        depth = depth_of(address)
        return self.layouts.get((section, depth)) or self.layouts["", depth]


def fill(layout_set: LayoutSet, page: Page) -> str:
    """The whole HTML of a page."""
    name = layout_set.site_name
    title = name if page.title in ("", name) else f"{page.title} - {name}"
    canonical = ""
    if layout_set.origin and page.address != "/404.html":
        address = layout_set.origin + quote(page.address, safe="/%")
        canonical = f'<link rel="canonical" href="{address}">'
    layout = layout_set.layout(page)
    html = layout.fill(
        title, page.description, canonical, page.head, contents_list(page.contents), page.body
    )
    if layout.placed:
        address = layout_set.origin + page.address
        place = f"&amp;url={quote(address, safe='')}" if canonical else ""
        variant = page.address[1:] if page.address not in WITHOUT_VARIANT else ""
        html = html.replace(PLACE, place).replace(VARIANT, variant)
    return html
