"""The Markdown of hand-written pages, and what ours does differently: ids, tables, titles.

Imported only where a page is made: a cache hit must not load a Markdown library.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown  # type: ignore[import-untyped]
from markdown.extensions import Extension  # type: ignore[import-untyped]
from markdown.treeprocessors import Treeprocessor  # type: ignore[import-untyped]

HEADINGS = ("h1", "h2", "h3", "h4")
EXTENSIONS = (
    *("toc", "tables", "fenced_code"),
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
)


def markdown() -> Markdown:
    """A reader of one page, with its ``toc_tokens`` afterwards."""
    settings = {
        "footnotes": {"BACKLINK_TITLE": "回到正文"},
        # Attributes instead of style="…": turned into classes below.
        "tables": {"use_align_attribute": True},
    }
    return Markdown(extensions=[*EXTENSIONS, AwardMarkdown()], extension_configs=settings)


class _HeadingIds(Treeprocessor):  # type: ignore[misc]
    """``s1``, ``s1-2``, ``s1-2-1`` by position; an explicit ``{#id}`` stays.

    The slug of a Chinese heading would be ``_2``: valid, but it tells nothing and is shared by all.
    """

    def run(self, root: Element) -> None:
        taken = {element.get("id") for element in root.iter() if element.get("id")}
        counts = [0, 0, 0]
        for heading in root.iter():
            if heading.tag not in HEADINGS:
                continue
            level = HEADINGS.index(heading.tag)
            if level == 0:
                name = "title"
            else:
                counts[level - 1 :] = [counts[level - 1] + 1, *[0] * (3 - level)]
                name = "s" + "-".join(str(count) for count in counts[:level])
            if heading.get("id"):
                continue
            while name in taken:
                name += "-a"
            heading.set("id", name)
            taken.add(name)


class _Tables(Treeprocessor):  # type: ignore[misc]
    """Alignment as a class (``align`` is obsolete HTML) and a box that scrolls on phones."""

    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in ("td", "th") and (side := cell.attrib.pop("align", "")):
                cell.set("class", f"{cell.get('class', '')} at-{side}".strip())
            if cell.tag == "th" and not cell.get("scope"):
                cell.set("scope", "col")
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "table":
                    box = Element("div", {"class": "table-box", "tabindex": "0"})
                    box.set("role", "group")
                    box.set("aria-label", "表格，可左右滚动")
                    box.tail, child.tail = child.tail, None
                    parent.remove(child)
                    box.append(child)
                    parent.insert(place, box)


class _Titles(Treeprocessor):  # type: ignore[misc]
    """An admonition without a title of its own would be headed by an English word."""

    def run(self, root: Element) -> None:
        for box in root.iter("div"):
            title = box.find("p[@class='admonition-title']")
            kind = (box.get("class") or "").split(" ")[-1]
            if title is not None and title.text == kind.capitalize():
                title.text = "说明"


class AwardMarkdown(Extension):  # type: ignore[misc]
    """All changes, after attributes have been read (8) and before the list of contents (5)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - its name there
        md.treeprocessors.register(_HeadingIds(md), "award-heading-ids", 7)
        md.treeprocessors.register(_Tables(md), "award-tables", 6)
        md.treeprocessors.register(_Titles(md), "award-titles", 5.5)
