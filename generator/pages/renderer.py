"""The renderer: templates, and what every one of them may use."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, MutableMapping
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.drawings.emblem import emblem, hatched
from generator.incremental import Store
from generator.pages.columns import column_of
from generator.pages.commonmark import document, outside_rel
from generator.pages.form_file import FormFile
from generator.pages.holder_rows import HolderRows
from generator.pages.page import Heading, Page
from generator.pages.pictures import Size, size_of
from generator.pages.tags import Article, Linked, head_tags
from generator.pages.template_cache import TemplateCache
from generator.problems import article_name
from generator.records import Notice
from generator.register import Register, holder_state, honour_state, observed, revoked_on
from generator.regulation import Calendar

HERE = Path(__file__).parent
NOWHERE = "/404.html"


def day(value: dt.date | dt.datetime | None) -> str:
    """2026-10-09."""
    return value.isoformat()[:10] if value else ""


def moment(notice: Notice) -> str:
    """When a notice was published: 2026-10-09 09:00, or the day alone where the hour is unknown."""
    return f"{notice.published:%Y-%m-%d %H:%M}" if notice.hour_known else day(notice.published)


@lru_cache(1000)  # the days of rounds and notices come again on every holder's page
def time_tag(value: dt.date | None) -> Markup:
    """A day as a ``<time>`` element."""
    shown = day(value)
    return Markup(f'<time datetime="{shown}">{shown}</time>' if shown else "")


def led(address: str, up: str) -> str:
    """Where a link of the navigation leads: an address of the site, or one elsewhere."""
    return up + address[1:] if address.startswith("/") else address


@cache
def _path_of(script: str) -> str:
    """The path of a script below the root of the site, named by its content."""
    name, _, kind = script.partition(".")
    digest = hashlib.blake2b((HERE / "scripts" / script).read_bytes(), digest_size=5).hexdigest()
    return f"assets/{name}-{digest}.{kind}"


class _Environment(Environment):
    """Jinja's environment with globals that are one plain mapping.

    Jinja lays a template's own over those of all in a ChainMap, and goes through it key by key for
    each page and each import: a fifth of the time of a short page.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template, which are set before the first one is loaded."""
        return {**self.globals, **(d or {})}


class Renderer:
    """Makes pages of a register by templates. One renderer serves one build."""

    def __init__(
        self,
        register: Register,
        calendar: Calendar,
        store: Store | None = None,
        read: Callable[[str], bytes] | None = None,
        form: FormFile | None = None,
    ) -> None:
        """`read` gives the bytes of one of the register's files: pictures show their size.

        `store` keeps templates compiled. `form` is the self-assessment form, where one is
        published. What pages ask of `register` is noted by the `observer`.
        """
        self.unobserved = register
        self.register, self.observer = observed(register)
        register = self.register
        self.calendar = calendar
        self.form = form
        self._read = read
        self._environment = _Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # one renderer serves one build
            bytecode_cache=TemplateCache(store) if store else None,
        )
        self._environment.filters.update(day=day, moment=moment, time=time_tag)
        self._environment.globals.update(
            register=register,
            site=register.site,
            edition=register.edition,
            article_name=article_name,
            holder_state=holder_state,
            honour_state=honour_state,
            revoked_on=revoked_on,
            outside_rel=outside_rel,
            file_address=lambda path: quote(path),
            size_of=self._size_of,
            emblem=lambda id_: Markup(emblem(id_)),
            hatched=Markup(hatched()),
            led=led,
            rows_of_holders=HolderRows(register),
        )

    def _size_of(self, path: str) -> Size | None:
        """The size of a picture, where it can be told."""
        if not self._read or path not in self.register.files:
            return None
        return size_of(self._read(path))

    @cached_property
    def script(self) -> str:
        """The path of the script that shows the state of a period on the reader's day."""
        return _path_of("period.js")

    @cached_property
    def scripts(self) -> dict[str, bytes]:
        """What runs in the browser, by its path below the root of the site."""
        names = ("period.js", "filter.js")
        return {_path_of(name): (HERE / "scripts" / name).read_bytes() for name in names}

    def page(
        self,
        template: str,
        *,
        address: str,
        section: str,
        title: str,
        description: str,
        contents: tuple[Heading, ...] = (),
        periods: bool = False,
        filters: bool = False,
        up: str | None = None,
        article: Article | None = None,
        things: tuple[Linked, ...] = (),
        **context: Any,
    ) -> Page:
        """A page with the body that `template` makes of `context`.

        `periods` says that the page shows periods whose state depends on the reader's day,
        `filters` that it has a list whose facets a script combines. `up`
        leads from the page to the root of the site; it is given where that is not relative.
        `article` and `things` are what its tags say of it; the page for wrong addresses has none.
        """
        page = Page(address, section, title, description, "", contents=contents)
        up = page.up if up is None else up
        body = self._environment.get_template(template).render(
            up=up or "./", text=lambda t, **more: self._text(t, up, **more), title=title, **context
        )
        site = self.register.site
        head = self._script_tag(up) if periods else ""
        if filters:
            head += f'<script src="{up}{_path_of("filter.js")}" defer></script>'
        if address != NOWHERE:
            column = column_of(site, address, title)
            tags = head_tags(site, address, title, description, column, article, things)
            head = tags + head
        return Page(address, section, title, description, body, head, contents)

    def _script_tag(self, up: str) -> str:
        site = self.register.site
        pretended = f' data-today="{site.demo_today}"' if site.demo and site.demo_today else ""
        return f'<script src="{up}{self.script}"{pretended} defer></script>'

    def _text(self, text: str, up: str, first_level: int = 2, anchor: str = "s") -> Markup:
        return Markup(document(text, up, first_level, anchor).html)
