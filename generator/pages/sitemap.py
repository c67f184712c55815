"""``/sitemap.xml`` and ``/404.html``: for machines, and for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from generator.pages.page import Page
from generator.pages.renderer import Renderer
from generator.records import Site


def sitemap(site: Site, addresses: Iterable[str]) -> bytes:
    """The addresses of the site for search engines. Full addresses where the host is configured.

    No day of change is given: the only days we know are days of publication, which is not that.
    """
    root = (site.url or "").rstrip("/") + site.mount
    rows = "".join(f"<url><loc>{escape(root + address[1:])}</loc></url>\n" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    ).encode()


def not_found(renderer: Renderer) -> Page:
    """``/404.html``. It is served at any depth, so its links are absolute."""
    site = renderer.register.site
    return renderer.page(
        "not_found.html",
        address="/404.html",
        section="",
        title="没有这一页",
        description="地址可能写错了",
        up=site.mount,
    )
