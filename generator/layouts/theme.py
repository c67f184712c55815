"""The one module that imports mkdocs: it runs in memory, writes no site and prints nothing."""

from __future__ import annotations

import logging
import os
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
from generator.layouts.layout_data import LayoutData, NavEntry
from generator.layouts.layout_set import NOT_FOUND
from generator.layouts.scripts import first_paint, page_policy
from generator.problems import Level, Problem, Stop

FRAMES = "qz-layout-"


class _Events:
    """MkDocs' events, each handing plain values on. It keeps pages in memory and writes none."""

    def __init__(
        self,
        layout_data: LayoutData,
        stylesheet: str,
        scripts: Sequence[str],
    ) -> None:
        self.layout_data = layout_data
        self.stylesheet = stylesheet
        self.scripts = scripts
        self.sections = {f"{FRAMES}{name}.md": name for name in (*layout_data.sections, NOT_FOUND)}
        self.layouts: dict[str, str] = {}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return Files(
            [
                File.generated(config, uri, content=SLOTS[-1], inclusion=InclusionLevel.NOT_IN_NAV)
                for uri in self.sections
            ]
        )

    def on_page_content(
        self, html: str, *, page: ThemePage, config: MkDocsConfig, files: Files
    ) -> str:
        return SLOTS[-1]

    def on_page_context(
        self, context: TemplateContext, *, page: ThemePage, config: MkDocsConfig, nav: Any
    ) -> TemplateContext:
        layout = {
            "data": self.layout_data,
            "section": self.sections[page.file.src_uri],
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
        self.layouts[self.sections[page.file.src_uri]] = output
        return ""  # MkDocs writes no empty page


def _href(entry: NavEntry) -> str:
    """Where a link of the layout leads: root-relative addresses get the layout's own root."""
    address = entry.address
    if address.startswith("/") and not address.startswith("//"):
        return ROOT + address[1:]
    return address


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


def render(layout_data: LayoutData, stylesheet: str, scripts: Sequence[str]) -> dict[str, str]:
    """Render one layout for each section, by its name, and one for the 404 page.

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
            events = _Events(layout_data, stylesheet, scripts)
            # The theme's own 404 page and MkDocs' sitemap: both are made from the records.
            config.theme.static_templates.clear()
            # Nor are its other files published: MkDocs would look for them among 10,000 icons.
            environment = config.theme.get_env()
            environment.list_templates = lambda *_, **__: []  # type: ignore[method-assign]
            config.theme.get_env = lambda: environment  # type: ignore[method-assign]
            # A plain class will do: MkDocs asks a plugin only for its on_… methods.
            config.plugins["layouts"] = events  # type: ignore[assignment]
            build(config)
        except (MkDocsException, SystemExit) as error:
            raise Stop([_problem(text) for text in (*sentences, str(error)) if text]) from error
    if sentences:
        raise Stop([_problem(sentence) for sentence in sentences])
    return events.layouts
