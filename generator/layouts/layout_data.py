"""What the layout shows on every page, and the prose to be rendered, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A link of the layout: its words and a root-relative address (``/notices/``) or a full one."""

    title: str
    address: str

    @property
    def section(self) -> str:
        """The first part of the address: ``notices`` for ``/notices/``, empty for the home page."""
        return self.address.strip("/").split("/")[0]


@dataclass(frozen=True, slots=True)
class Badge:
    """A code or mark of the host: its words, where it leads, its picture below the site's root.

    `place` says that the address takes that of the page at its end.
    """

    title: str
    address: str
    image: str = ""
    place: bool = False


@dataclass(frozen=True, slots=True)
class LayoutData:
    """The constant part of every page, taken from ``content/site.yml`` by the caller.

    `tags` are names and values of the tags that every page carries. `site_url` is empty or
    ``https://host`` without a path; `mount` begins and ends with a slash (``/`` or
    ``/ztzl/szzlj/``). `nav` are the entries of the header, `tools` the quieter ones
    beside the site's name (搜索), `more` further links of the footer, `footer` its lines of label
    and value. `feed` is what a reader of feeds finds from any page. `main_colour` and `accent` are
    ``#rrggbb``. `badges` are the codes and marks of the host, `host_header` and `host_footer` its
    own finished HTML; `traditional` says that pages have a variant in traditional characters. All
    other text is plain and is escaped.
    """

    site_name: str
    description: str
    site_url: str
    mount: str
    nav: tuple[NavEntry, ...]
    more: tuple[NavEntry, ...]
    footer: tuple[tuple[str, str], ...]
    tags: tuple[tuple[str, str], ...]
    banner: str
    noindex: bool
    main_colour: str
    accent: str
    motto: str
    tools: tuple[NavEntry, ...] = ()
    feed: NavEntry | None = None
    badges: tuple[Badge, ...] = ()
    host_header: str = ""
    host_footer: str = ""
    traditional: bool = False

    def __post_init__(self) -> None:
        if not (self.mount.startswith("/") and self.mount.endswith("/")):
            raise ValueError(f"mount must begin and end with a slash: {self.mount!r}")

    @property
    def sections(self) -> tuple[str, ...]:
        """Every section that has a layout of its own; the empty one serves all other pages."""
        return ("", *dict.fromkeys(entry.section for entry in self.nav if entry.section))


@dataclass(frozen=True, slots=True)
class Prose:
    """A hand-written page: Markdown without front matter, published at ``/<name>/``.

    `section` is that of the navigation entry it belongs to, or empty; `source` is the file, as the
    user would type it, for messages. `head` are its tags, finished HTML.
    """

    name: str
    markdown: str
    title: str
    description: str
    section: str
    source: Path
    head: str = ""

    @property
    def address(self) -> str:
        return f"/{self.name}/"
