"""All frames, prose pages and assets of one site, and the stamping of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from generator.frames.frame import PLACE, TWIN, Frame, contents_list
from generator.pages.page import Heading, Page, depth_of

NOT_FOUND = "404"
TWINLESS = ("/404.html", "/search/")
"""Pages without a twin in traditional characters: they lead to the twin of the home page."""


@dataclass(frozen=True, slots=True)
class ProseLink:
    """An internal link of a prose page: where it leads, and the line it stands on.

    `address` is root-relative as written (``/notices/``, ``/data/awardees.csv``), without query;
    `anchor` is what follows the ``#``, or empty.
    """

    address: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A finished hand-written page, with what is needed to check it, index it and list it."""

    address: str
    section: str
    title: str
    description: str
    html: str
    body: str
    contents: tuple[Heading, ...]
    anchors: tuple[str, ...]
    links: tuple[ProseLink, ...]
    source: str

    @property
    def file(self) -> str:
        """The path of the page's file below the root of the site."""
        return self.address.lstrip("/") + "index.html"


@dataclass(frozen=True, slots=True)
class FrameSet:
    """Everything the theme contributes to one site.

    `digest` names what it was made of. `frames` is keyed by section and depth; section ``""``
    serves the home page and whatever is not in the navigation, and ``("404", 0)`` has absolute
    links. `prose` is keyed by address. `assets` maps paths below the site's root to their bytes.
    `origin` is what a canonical address begins with (``https://host/mount``), empty if unknown.
    """

    digest: str
    site_name: str
    origin: str
    frames: Mapping[tuple[str, int], Frame]
    prose: Mapping[str, ProsePage]
    assets: Mapping[str, bytes]

    def frame(self, page: Page) -> Frame:
        """The frame a page belongs in. Raises KeyError for a page deeper than any frame."""
        return self.frame_at(page.address, page.section)

    def frame_at(self, address: str, section: str) -> Frame:
        """The frame of a page at `address`. Raises KeyError as `frame` does."""
        if address == "/404.html":
            return self.frames[NOT_FOUND, 0]
        depth = depth_of(address)
        return self.frames.get((section, depth)) or self.frames["", depth]


def stamp(frame_set: FrameSet, page: Page) -> str:
    """The whole HTML of a page."""
    name = frame_set.site_name
    title = name if page.title in ("", name) else f"{page.title} - {name}"
    canonical = ""
    if frame_set.origin and page.address != "/404.html":
        address = frame_set.origin + quote(page.address, safe="/%")
        canonical = f'<link rel="canonical" href="{address}">'
    frame = frame_set.frame(page)
    html = frame.fill(
        title, page.description, canonical, page.head, contents_list(page.contents), page.body
    )
    if frame.placed:
        address = frame_set.origin + page.address
        place = f"&amp;url={quote(address, safe='')}" if canonical else ""
        twin = page.address[1:] if page.address not in TWINLESS else ""
        html = html.replace(PLACE, place).replace(TWIN, twin)
    return html
