"""The page ``/search/`` and the script that runs on it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.pages import Page, column_of, head_tags
from generator.records import Site

HERE = Path(__file__).parent
ADDRESS = "/search/"
PARTS = ("terms.js", "titles.js", "texts.js", "finding.js", "showing.js", "page.js")


@cache
def script() -> tuple[str, bytes]:
    """The script's path below the root of the site, and its bytes: its parts in one function."""
    parts = [(HERE / "scripts" / name).read_text(encoding="utf-8") for name in PARTS]
    data = ('(function () {\n"use strict";\n' + "\n".join(parts) + "})();\n").encode()
    return f"assets/search-{hashlib.blake2b(data, digest_size=5).hexdigest()}.js", data


def search_page(site: Site) -> Page:
    """``/search/``. Without a script it says so, and leads to the lists."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = Page(ADDRESS, "", "搜索", f"在{site.name}中查找公告、获奖者、办法条文和说明", "")
    lists = [
        (item.title, page.up + item.address[1:] if item.address.startswith("/") else item.address)
        for item in site.nav
    ]
    body = environment.get_template("search.html").render(up=page.up, lists=lists)
    column = column_of(site, ADDRESS, page.title)
    head = head_tags(site, ADDRESS, page.title, page.description, column)
    head += f'<script src="{page.up}{script()[0]}" defer></script>'
    return Page(page.address, "", page.title, page.description, body, head)
