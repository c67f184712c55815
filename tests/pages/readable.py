"""A page as text in which a difference can be read: one element a line, indented by depth."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

from generator.pages import Page

VOID = frozenset({"img", "br", "hr", "meta", "link", "input", "col", "wbr", "source"})


class _Lines(HTMLParser):
    """Raises ValueError where elements are not closed in their order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = "".join(
            f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attrs
        )
        self._line(f"<{tag}{given}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise ValueError(f"</{tag}> closes what is not open, after {self.lines[-1].strip()}")

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self._line(escape(words, quote=False))

    def handle_comment(self, data: str) -> None:
        self._line(f"<!--{data}-->")

    def _line(self, text: str) -> None:
        self.lines.append(f"{'  ' * len(self.open)}{text}")


def readable(html: str) -> str:
    """HTML as one element or piece of text a line. Raises ValueError where it is ill-formed."""
    lines = _Lines()
    lines.feed(html)
    lines.close()
    if lines.open:
        raise ValueError(f"never closed: {lines.open}")
    return "\n".join(lines.lines) + "\n"


def whole(page: Page) -> str:
    """A page with all that is filled into its layout."""
    contents = "".join(f"  #{heading.anchor} {heading.text}\n" for heading in page.contents)
    return (
        f"address: {page.address}\nsection: {page.section}\ntitle: {page.title}\n"
        f"description: {page.description}\ncontents:\n{contents}head:\n{readable(page.head)}"
        f"body:\n{readable(page.body)}"
    )
