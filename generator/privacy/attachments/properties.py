"""The parts that every packed document has: who made it, what is embedded, what nobody reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.privacy.attachments.limits import Unscannable
from generator.privacy.attachments.package import Malformed, Package, local, parsed
from generator.privacy.attachments.paragraphs import texts
from generator.privacy.attachments.told import author, numbers_at, quoted, unread
from generator.privacy.finding import UNREAD, Finding
from generator.privacy.markup import without_markup

_PEOPLE = frozenset({"creator", "lastModifiedBy", "Company", "Manager"})
_DOCUMENTS = (".docx", ".xlsx", ".pdf", ".csv", ".txt", ".svg", ".gif")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF")
_DRAWN = (".emf", ".wmf", ".tif", ".tiff", ".bmp", ".wdp")
_UNSEEN = re.compile(r"printersettings|\.(?:odttf|fntdata|ttf|otf)$")
"""Parts that nobody is shown: settings of a printer, typefaces."""
_SMALL = re.compile(r"docprops/thumbnail\.")
"""The picture of the first page that a folder shows: too small to read."""
_PRINTED = re.compile(rb"[\t\r\n -~]{7,}|(?:[\t\r\n -~]\0){7,}|(?:\0[\t\r\n -~]){7,}")

Nested = Callable[[str, bytes], Iterator[Finding]]
"""Looks through a file inside a file: given its name and its bytes."""


def part_of(package: Package, name: str, place: str, nested: Nested) -> Iterator[Finding]:
    """What a part says that has no reader of its own: properties, links, drawings, files.

    `place` names it; `nested` looks through whole files inside.
    """
    low = name.lower()
    if low.endswith(_DOCUMENTS) or package.read(name).startswith(_PICTURES):
        inner = f"内嵌的{quoted(name.rsplit('/', 1)[-1])}"
        called = name if low.endswith(_DOCUMENTS) else f"{name}.png"
        for one in nested(called, package.read(name)):
            if one.code == UNREAD and _SMALL.match(low):
                continue
            yield one._replace(place=f"{inner}{' ' if one.place else ''}{one.place}")
    elif "/embeddings/" in f"/{low}" or low.endswith("vbaproject.bin"):
        raise Unscannable(
            "attachment-embedded",
            f"嵌入的对象{quoted(name.rsplit('/', 1)[-1])}无法检查",
            "请把它转为图片或文字，或者删去",
        )
    elif low.endswith((".xml", ".rels", ".vml")):
        yield from _xml(package.read(name), low, place)
    elif low.endswith((".htm", ".html")):
        yield from numbers_at(without_markup(package.read(name).decode("utf-8", "replace")), place)
    else:
        yield from raw(package.read(name), place)
        if not _UNSEEN.search(low) and not _SMALL.match(low):
            inner = f"内嵌的{quoted(name.rsplit('/', 1)[-1])}"
            yield unread(inner, "图片里的文字" if low.endswith(_DRAWN) else "内容")


def _xml(data: bytes, name: str, place: str) -> Iterator[Finding]:
    try:
        root = parsed(data)
    except Malformed:  # drawings of old programs often are; their text is read as it stands
        yield from numbers_at(without_markup(data.decode("utf-8", "replace")), place)
        yield from raw(data, place)
        return
    if name.startswith("docprops/"):
        for element in root.iter():
            if local(element) in _PEOPLE:
                yield from author(element.text or "", place)
    for text in texts(root):
        yield from numbers_at(text.text, place)


def raw(data: bytes, place: str) -> Iterator[Finding]:
    """The numbers in what is no text: in whatever is printed in it in narrow or wide letters."""
    for printed in _PRINTED.finditer(data):
        yield from numbers_at(printed.group().replace(b"\0", b"").decode("ascii"), place)


def where(name: str) -> str:
    """A part as people would call it."""
    base = name.rsplit("/", 1)[-1]
    for beginning, word in _PLACES.items():
        if name.startswith(beginning) or base.startswith(beginning):
            return word
    return f"部件{quoted(name)}"


_PLACES = {
    "word/document": "正文",
    "header": "页眉",
    "footer": "页脚",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "comments": "批注",
    "threadedComment": "批注",
    "docProps/": "文档属性",
    "customXml/": "自定义数据",
    "item": "自定义数据",
    "people": "批注人",
    "persons": "批注人",
    "chart": "图表",
    "drawing": "图形",
    "vmlDrawing": "图形",
    "pivotCache": "数据透视表的缓存",
    "externalLink": "外部链接的缓存",
}
