"""Slips: the text of a finished page, cut so that every Chinese character is a word of its own.

Pagefind cuts Chinese into words by one dictionary when it indexes, and browsers cut the query by
another: a search for 东湖高新区 found 10 of the 31 pages that have it. Cut by character on both
sides, a query is a phrase of characters, and a page is found exactly where it has the phrase.
"""

from __future__ import annotations

import re
from html import escape, unescape

BETWEEN = "\u200b"
"""What parts the characters: of no width, and taken away again by Pagefind's own script."""
_TAG = re.compile(r"(<[^>]*>)")
_IDEOGRAPHS = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, as ``scripts/terms.js`` has them."""
# Before each of them, and where letters, digits and they meet. Nothing is put after the last one:
# Pagefind ends a block with a full stop where it ends with a letter.
_BORDER = re.compile(
    f"(?=[{_IDEOGRAPHS}])|(?<=[{_IDEOGRAPHS}])(?=[A-Za-z0-9])"
    "|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])"
)
_JOINT = "\0"
# Cells and labels that stand apart on the page would run together in an excerpt.
_ENDS = {"</dt>": "：</dt>", "</th>": "，</th>", "</time>": "</time> ", "</span>": "</span> "}


def slip(page: str) -> str:
    """The slip of a finished page: its ``main`` with the tags as they are and the text cut apart.

    Raises ValueError for a page without ``main``.
    """
    main = page[page.index("<main") : page.index("</main>")]
    parts = _TAG.split(main)
    text = unescape(_JOINT.join(parts[::2])).replace("\u3000", " ")
    parts[1::2] = (_ENDS.get(tag, tag) for tag in parts[1::2])
    parts[::2] = escape(_BORDER.sub(BETWEEN, text), quote=False).split(_JOINT)
    body = "".join(parts).replace("<main", "<main data-pagefind-body", 1)
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head>'
        f"<body>{body}</main></body></html>"
    )
