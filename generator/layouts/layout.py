"""A layout: one page of the theme with nothing in it, cut at its marks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from generator.pages.page import Heading

# Plain letters survive Markdown, Jinja's escaping and every minifier.
ROOT = "qzROOTzq"
PLACE = "qzPLACEzq"
"""Where the address of the page itself is asked for: ``&url=`` and it, where the host is known."""
VARIANT = "qzVARIANTzq"
"""The way from the root to the page's variant in traditional characters."""
SLOTS = ("qzTITLEzq", "qzDESCRIPTIONzq", "qzCANONICALzq", "qzHEADzq", "qzCONTENTSzq", "qzBODYzq")


@dataclass(frozen=True, slots=True)
class Layout:
    """The text before, between and after the slots, in their fixed order.

    `pieces` are seven strings; `digest` names their content, so that a page need be filled again
    only when its own layout has changed; `placed` says that the page's address, or that of
    its variant, stands in it.
    """

    pieces: tuple[str, ...]
    digest: str = field(default="")
    placed: bool = False

    @classmethod
    def cut(cls, html: str, root: str) -> Layout:
        """Cut finished HTML whose links begin with the ROOT mark; `root` takes its place.

        Raises ValueError when a slot is missing, is there twice, or out of order.
        """
        html = html.replace(ROOT, root)
        pieces: list[str] = []
        rest = html
        for slot in SLOTS:
            before, found, rest = rest.partition(slot)
            if not found or slot in rest:
                raise ValueError(f"slot {slot} must be in the layout once, in the order of SLOTS")
            pieces.append(before)
        pieces.append(rest)
        digest = hashlib.sha256("\0".join(pieces).encode()).hexdigest()
        return cls(tuple(pieces), digest, PLACE in html or VARIANT in html)

    def fill(
        self, title: str, description: str, canonical: str, head: str, contents: str, body: str
    ) -> str:
        """The whole page. `title` and `description` are plain text, the others finished HTML.

        An empty description gets no tag: to those who inspect government sites, an empty tag
        counts as a missing one.
        """
        if description:
            description = f'<meta name="Description" content="{escape(description)}">'
        a, b, c, d, e, f, g = self.pieces
        # fmt: off
        return "".join((
            a, escape(title), b, description, c, canonical, d, head, e, contents,
            f, body, g,
        ))
        # fmt: on


def root_at(depth: int) -> str:
    """The relative way to the root from a page `depth` folders deep, never empty."""
    return "../" * depth if depth else "./"


def contents_list(headings: Sequence[Heading]) -> str:
    """The list of contents as HTML: folded on phones, beside the text where there is room.

    The fold is a ``details`` of its own before the list, because a closed ``details`` cannot be
    opened by a stylesheet and the list must be open on wide screens without a script.
    """
    if not headings:
        return ""
    items = "".join(
        f'<li><a href="#{escape(heading.anchor)}">{escape(heading.text)}</a></li>'
        for heading in headings
    )
    return (
        '<nav class="contents" aria-label="本页内容">'
        '<details class="fold"><summary>本页内容</summary></details>'
        f'<div class="folded"><p class="contents-name">本页内容</p><ol>{items}</ol></div></nav>'
    )
