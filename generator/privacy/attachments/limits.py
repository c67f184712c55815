"""How large and how deep a file may be: beyond, it is refused before it is unpacked."""

from __future__ import annotations

LARGEST = 50 * 1024 * 1024
"""Bytes of an attachment. A government site would not offer a larger one."""
UNPACKED = 100 * 1024 * 1024
"""Bytes of all parts of a packed document together."""
PARTS = 5_000
MARKS = 1_000_000
"""Tags in all parts together, and attributes: a tree takes a hundred times the bytes of its text.
The longest real list, 15,000 rows of ten columns, stays below it."""
PAGES = 500
DEEPEST = 3
"""Documents inside documents."""
MANY = 50
"""Findings told one by one; the rest are counted."""


class Unscannable(Exception):
    """A file that cannot be looked through: a stable code, what is wrong, the remedy."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


def damaged(ending: str) -> Unscannable:
    """A file that is not what its name says, or is broken."""
    return Unscannable(
        "attachment-damaged",
        f"文件损坏，或不是真正的 .{ending}",
        f"请用原来的软件打开，另存为 .{ending}",
    )


def declaring() -> Unscannable:
    """A drawing that brings its own abbreviations: a reader sees what stands in no text of it."""
    return Unscannable(
        "attachment-entities",
        "图的开头（DOCTYPE 的方括号里）有声明，里面可以藏内容",
        "请在绘图软件里另存为“纯 SVG”，或删去方括号和里面的声明",
    )


def too_large(what: str) -> Unscannable:
    """A file that is, or would become, too large."""
    return Unscannable("attachment-large", what, "请拆成几个文件，或去掉里面的大图")
