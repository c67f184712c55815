"""The one module that imports mkdocs: it runs in memory, writes no site and prints nothing."""

from __future__ import annotations

import logging
import os
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.utils.templates import TemplateContext

from generator.incremental.fingerprint import SETTINGS
from generator.layouts.layout import PLACE, ROOT, SLOTS, VARIANT
from generator.layouts.layout_data import LayoutData, NavEntry, Prose
from generator.layouts.layout_set import NOT_FOUND
from generator.layouts.markdown import AwardMarkdown
from generator.layouts.scripts import first_paint, page_policy
from generator.pages.page import Heading
from generator.problems import Level, Problem, Stop

FRAMES = "qz-layout-"


@dataclass(slots=True)
class Rendered:
    """What MkDocs gives back: whole layouts by section, and body and headings of prose by name."""

    layouts: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    headings: dict[str, tuple[Heading, ...]] = field(default_factory=dict)


class _Events:
    """MkDocs' events, each handing plain values on. It keeps pages in memory and writes none."""

    def __init__(
        self,
        layout_data: LayoutData,
        prose: Sequence[Prose],
        stylesheet: str,
        scripts: Sequence[str],
    ) -> None:
        self.layout_data = layout_data
        self.stylesheet = stylesheet
        self.scripts = scripts
        self.prose = {f"{page.name}.md": page for page in prose}
        self.sections = {f"{FRAMES}{name}.md": name for name in (*layout_data.sections, NOT_FOUND)}
        self.rendered = Rendered()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        sources = {uri: page.markdown for uri, page in self.prose.items()}
        sources.update(dict.fromkeys(self.sections, SLOTS[-1]))
        return Files(
            [
                File.generated(config, uri, content=text, inclusion=InclusionLevel.NOT_IN_NAV)
                for uri, text in sources.items()
            ]
        )

    def on_page_content(
        self, html: str, *, page: ThemePage, config: MkDocsConfig, files: Files
    ) -> str:
        uri = page.file.src_uri
        if uri in self.sections:
            return SLOTS[-1]
        name = self.prose[uri].name
        self.rendered.bodies[name] = html
        self.rendered.headings[name] = tuple(_second_level(page.toc))
        return html

    def on_page_context(
        self, context: TemplateContext, *, page: ThemePage, config: MkDocsConfig, nav: Any
    ) -> TemplateContext:
        section = self.sections.get(page.file.src_uri, "")
        layout = {
            "data": self.layout_data,
            "section": section,
            "stylesheet": self.stylesheet,
            "scripts": self.scripts,
            "first_paint": first_paint(),
            "policy": page_policy(),
            "root": ROOT,
            "place": PLACE,
            "variant": VARIANT,
            "href": _href,
        }
        context["layout"] = layout  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_page(self, output: str, *, page: ThemePage, config: MkDocsConfig) -> str:
        uri = page.file.src_uri
        if uri in self.sections:
            self.rendered.layouts[self.sections[uri]] = output
        return ""  # MkDocs writes no empty page


def _href(entry: NavEntry) -> str:
    """Where a link of the layout leads: root-relative addresses get the layout's own root."""
    address = entry.address
    if address.startswith("/") and not address.startswith("//"):
        return ROOT + address[1:]
    return address


def _second_level(links: Any) -> Iterator[Heading]:
    """The headings under the title; deeper ones would make the list longer than it helps."""
    for link in links:
        if link.level == 2:
            yield Heading(link.id, unescape(link.title))
        yield from _second_level(link.children)


class _Listener(logging.Handler):
    """Keeps what MkDocs would have printed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.sentences: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.sentences.append(record.getMessage())


@contextmanager
def _silence() -> Iterator[list[str]]:
    """MkDocs' log goes into a list for the length of a build, and to no terminal."""
    logger = logging.getLogger("mkdocs")
    before = (logger.handlers, logger.propagate, logger.level)
    listener = _Listener()
    logger.handlers, logger.propagate = [listener], False
    logger.setLevel(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield listener.sentences
    finally:
        logger.handlers, logger.propagate = before[0], before[1]
        logger.setLevel(before[2])


def _problem(sentence: str) -> Problem:
    return Problem(
        "mkdocs.yml",
        1,
        Level.ERROR,
        "theme",
        f"主题程序报告：{sentence}",
        "请对照这句话检查 mkdocs.yml 和 generator/layouts/overrides",
    )


def render(
    layout_data: LayoutData, prose: Sequence[Prose], stylesheet: str, scripts: Sequence[str]
) -> Rendered:
    """Render one layout for each section, one for the 404 page, and the body of each prose page.

    `stylesheet` and `scripts` are paths below the site's root. Raises Stop with all that MkDocs
    complained of.
    """
    # Read by the theme when it is loaded; it would else print a notice on its end of life.
    os.environ["NO_MKDOCS_2_WARNING"] = "true"
    with tempfile.TemporaryDirectory(prefix="layouts-") as folder, _silence() as sentences:
        try:
            os.mkdir(os.path.join(folder, "docs"))
            config = load_config(
                str(SETTINGS),
                docs_dir=os.path.join(folder, "docs"),
                site_dir=os.path.join(folder, "site"),
                site_name=layout_data.site_name,
            )
            config.markdown_extensions.append(AwardMarkdown())
            events = _Events(layout_data, prose, stylesheet, scripts)
            # The theme's own 404 page and MkDocs' sitemap: both are made from the records.
            config.theme.static_templates.clear()
            # A plain class will do: MkDocs asks a plugin only for its on_… methods.
            config.plugins["layouts"] = events  # type: ignore[assignment]
            build(config)
        except (MkDocsException, SystemExit) as error:
            raise Stop([_problem(text) for text in (*sentences, str(error)) if text]) from error
    if sentences:
        raise Stop([_problem(sentence) for sentence in sentences])
    return events.rendered
