"""A Word document: every part of it, and what Word shows only when asked."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.privacy.attachments.limits import damaged
from generator.privacy.attachments.package import (
    Malformed,
    Package,
    attribute,
    below,
    local,
    parsed,
)
from generator.privacy.attachments.paragraphs import cells, texts
from generator.privacy.attachments.properties import Nested, part_of, where
from generator.privacy.attachments.tables import Table, in_cell
from generator.privacy.attachments.told import also_published, numbers_at
from generator.privacy.finding import Finding

STORY = ("document", "header", "footer", "footnotes", "endnotes", "comments")
"""How the parts that hold text are named."""
OFF = ("0", "false", "off")
"""How a mark says that it does not hold."""
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})


def docx(data: bytes, nested: Nested) -> Iterator[Finding]:
    """What a ``.docx`` holds. Raises Unscannable."""
    package = Package(data, "docx")
    if "word/document.xml" not in package.names:
        raise damaged("docx")
    changes = 0
    hidden = False
    for name in package.names:
        if is_story(name):
            root = _story(package, name)
            changes += sum(local(one) in _CHANGES for one in root.iter())
            hidden = hidden or any(_has_text(run) for run in hidden_runs(root))
            yield from _texts(root, name)
        else:
            yield from part_of(package, name, where(name), nested)
    if changes:
        yield also_published("tracked", "", f"有 {changes} 处修订痕迹", "修订痕迹")
    if hidden:
        yield also_published("hidden-text", "", "有隐藏的文字", "隐藏的文字")


def is_story(name: str) -> bool:
    """Whether a part holds text that is written in Word."""
    base = name.removeprefix("word/")
    return name != base and "/" not in base and base.endswith(".xml") and base.startswith(STORY)


def hidden_runs(root: Element) -> Iterator[Element]:
    """Runs whose text Word does not show."""
    for run in below(root, "r"):
        for properties in run:
            if local(properties) == "rPr" and any(map(_vanishes, properties)):
                yield run


def _vanishes(mark: Element) -> bool:
    return local(mark) == "vanish" and attribute(mark, "val") not in OFF


def _has_text(run: Element) -> bool:
    return any((one.text or "").strip() for one in below(run, "t"))


def _story(package: Package, name: str) -> Element:
    try:
        return parsed(package.read(name))
    except Malformed:
        raise damaged("docx") from None


def _texts(root: Element, name: str) -> Iterator[Finding]:
    place = where(name)
    seen: set[str] = set()
    for text in texts(root):
        number = f"第 {text.paragraph} 段" if text.paragraph else ""
        for one in (
            in_cell(text.text, f"{place}{number}") if number else numbers_at(text.text, place)
        ):
            if text.paragraph or one.shown not in seen:
                yield one
            seen.add(one.shown)
    for one in _in_tables(root, place):
        if one.shown not in seen:
            yield one
    if local(root) == "comments" and (count := sum(1 for _ in below(root, "comment"))):
        yield also_published("comment", "", f"有 {count} 条批注", "批注")


def _in_tables(root: Element, place: str) -> Iterator[Finding]:
    """What is seen only from cell to cell: what a number is called, and where it goes on."""
    for count, table in enumerate(below(root, "tbl"), 1):

        def at(row: int, column: int, count: int = count) -> str:
            return f"{place}第 {count} 个表格第 {row} 行第 {column} 列"

        read = Table(at)
        for number, row in enumerate(_rows(table), 1):
            line = cells(row)
            for column, text, called in read.named(line):
                yield from in_cell(text, at(number, column), called)
            yield from read.row(number, line)
        yield from read.down()


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) != "tbl":
            yield from _rows(child)
