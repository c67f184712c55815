"""A PDF: what its pages say, and everything else that is in the file, whatever leads to it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from generator.privacy.attachments.limits import Unscannable, too_large
from generator.privacy.attachments.pdf_file import PdfFile, opened
from generator.privacy.attachments.pdf_text import LONGEST, PICTURE, SMALLEST, Reading, Said
from generator.privacy.attachments.picture import written
from generator.privacy.attachments.properties import Nested, raw
from generator.privacy.attachments.told import also_published, author, numbers_at, unread
from generator.privacy.checksums import is_id_number
from generator.privacy.finding import Finding

_PROPERTIES = "文档属性"
_LEFT = "已删去或改掉、但还留在文件里的内容"
_ELSEWHERE = "文件的其他部分"
_WORDS = {
    "/Info": _PROPERTIES,
    "/Metadata": _PROPERTIES,
    "/Outlines": "书签",
    "/AcroForm": "表单",
    "/Opt": "表单",
    "/MK": "表单",
    "/OCProperties": "图层",
    "/PageLabels": "页码",
    "/StructTreeRoot": "替代文字",
    "/JavaScript": "脚本",
    "/JS": "脚本",
    "/Annots": "注释",
    "/URI": "链接",
    "/PieceInfo": "软件的私有数据",
    "/Dests": "链接目标",
}
_FIRST = ("/OCProperties", "/PageLabels", "/Metadata", "/Names", "/Dests")
"""What pages may lead to as well, and what is better named by itself."""
_NOTES = ("/Link", "/Widget", "/Popup")
"""Annotations that are no notes."""
_STRINGS = (TextStringObject, ByteStringObject)
_PLAIN = frozenset({"/ID", "/CreationDate", "/ModDate", "/M", "/Producer", "/Creator", "/Registry"})
_PLAIN |= {"/Ordering", "/CharSet", "/FontFamily", "/Panose", "/CheckSum", "/DA", "/Lang", "/NM"}
"""What files say that nobody has written; where it is all that is left, nothing was taken out."""
_BINARY = ("/FontFile", "/FontFile2", "/FontFile3", "/ToUnicode", "/CIDToGIDMap", "/CIDSet")
_DIGITS = re.compile("[0-9]{7}")
_LONG = re.compile(rb"[0-9]{11,}[Xx]?")
_ALONE = re.compile(rb"(?<![0-9A-Za-z.])(?:86|0086)?1[3-9][0-9]{9}(?![0-9A-Za-z.])")
_ALONE_ID = re.compile(rb"(?<![0-9.])[1-9][0-9]{16}[0-9Xx](?![0-9.])")
_ALIKE = bytes.maketrans(b"123456789", b"000000000")
_WIDE = re.compile(rb"0\0(?:0\0){9}0")
_DRAWS = re.compile(rb"(?:^|[\s\])>])(?:BT|cm|re|Tf|TJ|Tj|d0|d1|Do|EMC)(?=\s|$)")
_TAG = re.compile(r"<[^>]*>")
_CONTROL = re.compile(rb"[\0-\x08\x0e-\x1f]")
_PACKED = re.compile(rb">>\s*stream\r?\n.*?endstream", re.DOTALL)
"""Streams are read by themselves; in small packed ones there may be digits by chance."""
_COMMENT = re.compile(rb"[\r\n]%([^\r\n\0]{7,400})")
_KINDS = (
    *((b"%PDF-", "pdf"), (b"\x89PNG\r\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"WEBPVP8", "webp")),
    *((b"word/", "docx"), (b"xl/", "xlsx"), (b"PK\3\4", "zip")),
)
"""What the beginning of a file holds that has lost its name."""


_SAVINGS = 5
"""Earlier states of a file that are read as they were; what is left of others is read by itself."""


def pdf(data: bytes, nested: Nested) -> Iterator[Finding]:
    """What a ``.pdf`` holds. Raises Unscannable."""
    with opened(data) as file:
        looking = _Looking(file, nested)
        found = [*looking.inside()]
        for others in (looking.before(), looking.between()):
            told = {one.shown for one in found}
            found += [one for one in others if one.shown not in told]
        found += looking.not_read()
    yield from found


class _Looking:
    """One file being looked through, from its pages to what nothing leads to."""

    def __init__(self, file: PdfFile, nested: Nested) -> None:
        self._file, self._nested = file, nested
        self._reading = Reading(file)
        self._resources: Any = None
        self._fonts = DictionaryObject()
        self._values: list[str] = []
        self._names: dict[int, str] = {}
        self._unread: dict[str, list[str]] = defaultdict(list)
        self._pictures = self._notes = 0
        self._left = False

    def inside(self) -> Iterator[Finding]:
        """What the objects of the file say."""
        file, root = self._file, self._file.reader.root_object
        trailer = file.reader.trailer
        for page in file.pages:
            file.meet(page)
        yield from self._below(trailer.get("/Info"), _PROPERTIES)
        for key in _FIRST:
            yield from self._below(root.get(key), _word(_ELSEWHERE, key))
        for number, page in enumerate(file.pages, 1):
            yield from self._page(page, f"第 {number} 页")
        yield from self._below(trailer, _ELSEWHERE)
        yield from numbers_at("\n".join(self._values), "表单")
        self._resources = None
        for thing in file.left_behind():
            yield from self._below(thing, _LEFT)
        if self._left:
            yield also_published("left-behind", "", "留着已删去或改掉的内容", "已删去的内容")

    def before(self) -> Iterator[Finding]:
        """What the file said before it was saved again, where something of it is left."""
        data = self._file.data
        ends = [end.end() for end in re.finditer(rb"%%EOF", data)][:-1] if self._left else []
        for end in ends[-_SAVINGS:]:
            with suppress(Unscannable), opened(data[:end]) as file:
                for one in _Looking(file, self._nested).inside():
                    yield one._replace(place=f"{_LEFT}（{one.place}）")

    def between(self) -> Iterator[Finding]:
        """What stands between the objects, and whatever a plain search of the file finds."""
        data = _PACKED.sub(b" ", self._file.data)
        comments = {comment[1] for comment in _COMMENT.finditer(data)}
        if sum(map(len, comments)) > LONGEST:
            raise too_large("PDF 里的注解太多")
        for comment in sorted(comments):
            yield from numbers_at(comment.decode("utf-8", "replace"), _ELSEWHERE)
        behind = data[data.rfind(b"%%EOF") + 5 :]
        if len(behind.strip(b"\0 \r\n\t")) > 64:
            what = f"后面还有 {len(behind)} 字节别的数据"
            yield also_published("behind-pdf", "", what, "PDF 后面的数据")
            yield from raw(behind, "PDF 后面的数据")
        yield from _plain_numbers(data, _ELSEWHERE)

    def not_read(self) -> Iterator[Finding]:
        """What is there and could not be read, each with its pages."""
        for what, places in self._unread.items():
            yield unread(_together(places), f"{what}，")
        if self._file.is_doubtful:
            yield unread("", "有不合规范的地方，里面的内容可能没有读全，")

    def _page(self, page: Any, place: str) -> Iterator[Finding]:
        contents = page.get("/Contents")
        contents = contents.get_object() if contents is not None else None
        pieces = []
        for piece in contents if isinstance(contents, ArrayObject) else [contents]:
            piece = piece.get_object() if piece is not None else None
            if isinstance(piece, StreamObject):
                self._file.meet(piece)
                pieces.append(self._unpacked(piece, place))
        self._resources = page.get_inherited("/Resources")
        self._pictures = self._notes = 0
        said = self._reading.said(b"\n".join(pieces), self._resources)
        yield from self._said(said, place)
        yield from self._below(page, place)
        if self._notes:
            yield also_published("comment", place, f"有 {self._notes} 条注释", "注释")
        if self._pictures:
            self._unread[PICTURE if said.text.strip() else f"只{PICTURE}"].append(place)

    def _below(self, start: Any, place: str) -> Iterator[Finding]:
        for here, key, thing in self._file.walk(start, place, _word):
            if isinstance(thing, StreamObject):
                yield from self._entries(thing, here, key)
                yield from self._stream(thing, here, key)
            elif isinstance(thing, DictionaryObject):
                yield from self._entries(thing, here, key)
            elif isinstance(thing, ArrayObject):
                yield from numbers_at("\n".join(_texts(thing)), here)
            else:
                yield from numbers_at("\n".join(_texts([thing])), here)

    def _entries(self, thing: DictionaryObject, place: str, key: str) -> Iterator[Finding]:
        """What stands in a dictionary itself."""
        texts = [*_texts(thing.values()), *_texts(one for one in thing if len(one) > 7)]
        if place == _LEFT and not self._left:
            self._left = any(k not in _PLAIN and isinstance(v, _STRINGS) for k, v in thing.items())
        if key == "/Annots":
            self._notes += _at(thing, "/Subtype") not in _NOTES
        elif key == "/Font":
            for name, font in thing.items():
                self._fonts.setdefault(name, font)
        if "/EF" in thing:
            name = str(thing.get("/UF") or thing.get("/F") or "").replace("\\", "/").split("/")[-1]
            called = f"附带文件“{name[:40]}”"
            yield also_published("attached-file", "", called, called)
            files = thing["/EF"].get_object()
            for file in files.values() if isinstance(files, DictionaryObject) else ():
                self._names[id(file.get_object())] = name
        if not texts:
            return
        called = ""
        if _at(thing, "/Type") == "/Sig":
            place = _word(place, "/AcroForm")
        elif "/FT" in thing or ("/V" in thing and "/T" in thing):
            called = str(thing.get("/TU") or thing.get("/T") or "")
            place = f"表单项“{str(thing.get('/T', ''))[:30]}”"
            self._values += _texts([thing["/V"]]) if "/V" in thing else ()
        elif "/URI" in thing:
            place = _word(place, "/URI")
        elif "/St" in thing and "/P" in thing:
            texts.append(f"{thing['/P']}{thing['/St']}")
        if place == _PROPERTIES:
            for one in ("/Author", "/Company"):
                yield from author(str(thing.get(one, "")), place)
        yield from numbers_at("\n".join(texts), place, called)

    def _stream(self, stream: StreamObject, place: str, key: str) -> Iterator[Finding]:
        kind, subtype = _at(stream, "/Type"), _at(stream, "/Subtype")
        if kind == "/XRef":
            return
        if subtype == "/Image":
            yield from self._picture(stream, place, key)
            return
        data = self._unpacked(stream, place)
        if kind == "/EmbeddedFile" or id(stream) in self._names:
            yield from self._attached(data, self._names.get(id(stream), ""))
        elif kind == "/Metadata" or subtype == "/XML":
            yield from written(data, place, place)
        elif subtype == "/Form" or "/PatternType" in stream:
            yield from self._said(self._reading.said(data, self._fonts_of(stream)), place)
        elif key not in _BINARY and _DRAWS.search(data):
            said = self._reading.said(data, self._fonts_of(stream))
            yield from self._said(said._replace(unread=()), place)
        elif key not in _BINARY and b"begincmap" not in data and _is_text(data):
            for text in _readings(data):
                yield from numbers_at(text, place)
        else:
            yield from _plain_numbers(data, place)
            return
        self._left |= place == _LEFT

    def _fonts_of(self, stream: StreamObject) -> Any:
        """The resources by which a drawing is read: its own, its page's, or any of the file."""
        if (own := _at(stream, "/Resources")) is not None:
            return own
        return self._resources or DictionaryObject({NameObject("/Font"): self._fonts})

    def _said(self, said: Said, place: str) -> Iterator[Finding]:
        for text in (said.text, *said.aside):
            yield from numbers_at(text, place)
        for what in said.unread:
            self._not_read(what, place)

    def _picture(self, stream: StreamObject, place: str, key: str) -> Iterator[Finding]:
        size = [_at(stream, "/Width"), _at(stream, "/Height")]
        if key not in ("/SMask", "/Mask") and not (
            all(isinstance(one, int) for one in size) and size[0] * size[1] < SMALLEST
        ):
            self._pictures += 1
            self._left |= place == _LEFT
        data, left = self._file.unpacked(stream) if _is_photograph(stream) else (b"", "")
        inside = [*self._nested("picture.jpg", data)] if left in ("/DCTDecode", "/DCT") else []
        if any(one.code == "attachment-damaged" for one in inside) or left == "/JPXDecode":
            begun = data.find(b"<x:xmpmeta")
            inside = [*written(data[begun : data.find(b"</x:xmpmeta", begun)], "图片里的文字")]
            yield from _plain_numbers(data, f"{place}的图片")
        for one in inside:
            yield one._replace(place=f"{place}的图片{one.place}")

    def _attached(self, data: bytes, name: str) -> Iterator[Finding]:
        kind = next((kind for has, kind in _KINDS if has in data[: 1 << 16]), "txt")
        self._file.spend(100_000 + _unpacked_size(data))
        called = f"附带文件“{name[:40]}”" if name else "没有名字的附带文件"
        for one in self._nested(name or f"file.{kind}", data):
            yield one._replace(place=f"{called}{one.place}")

    def _unpacked(self, stream: StreamObject, place: str) -> bytes:
        data, left = self._file.unpacked(stream)
        if left:
            self._not_read("有解不开的内容", place)
        return data

    def _not_read(self, what: str, place: str) -> None:
        if place != _LEFT:  # it is told as a whole
            self._unread[what].append(place.partition("的")[0])


def _word(place: str, key: str) -> str:
    """The place of what stands under a key, given the place before."""
    if (word := _WORDS.get(key)) is None or place == _LEFT:
        return place
    page = place.partition("的")[0]
    return f"{page}的{word}" if page.startswith("第 ") else word


def _at(thing: DictionaryObject, key: str) -> Any:
    """The value of a key; None where there is none."""
    found = thing.get(key)
    return found.get_object() if isinstance(found, IndirectObject) else found


def _texts(things: Iterable[Any]) -> list[str]:
    """The strings among these, and the names and numbers that are as long as one of somebody's."""
    found = []
    for thing in things:
        if isinstance(thing, _STRINGS):
            found += _readings_of_string(thing)
        elif isinstance(thing, NameObject):
            if _DIGITS.search(thing):
                found.append(thing[1:])
        elif isinstance(thing, NumberObject) and thing > 10**10:
            found.append(str(thing))
    return found


def _readings_of_string(string: Any) -> list[str]:
    """A string as it is meant: some programs write the bytes of their own language's letters."""
    plain = str(string) if isinstance(string, str) else string.decode("latin-1")
    if plain.isascii() or getattr(string, "autodetect_utf16", False):
        return [plain]
    return [plain, string.original_bytes.decode("gb18030", "replace")]


def _readings(data: bytes) -> list[str]:
    """A text as it stands; one of XML also without its tags."""
    wide = data[:2] in (b"\xfe\xff", b"\xff\xfe")
    text = data.decode("utf-16" if wide else "utf-8", "replace")
    return [text, html.unescape(_TAG.sub("", text))] if "<" in text else [text]


def _is_text(data: bytes) -> bool:
    some = data[:4000]
    return some[:2] in (b"\xfe\xff", b"\xff\xfe") or (bool(some) and not _CONTROL.search(some))


def _is_photograph(stream: StreamObject) -> bool:
    filters = _at(stream, "/Filter")
    last = filters[-1] if isinstance(filters, ArrayObject) and filters else filters
    return last in ("/DCTDecode", "/DCT", "/JPXDecode")


def _unpacked_size(data: bytes) -> int:
    """The bytes that a packed document says it has."""
    with suppress(zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                return sum(one.file_size for one in packed.infolist())
    return 0


def _plain_numbers(data: bytes, place: str) -> Iterator[Finding]:
    """Numbers among bytes that are no text, of narrow or of wide letters."""
    readings = [data]
    if _WIDE.search(data.translate(_ALIKE)):
        readings.append(data.replace(b"\0", b""))
    numbers = set()
    for reading in readings:
        for found in _LONG.finditer(reading):
            number = found.group().decode().upper()
            if _ALONE.match(reading, found.start()) or (
                _ALONE_ID.match(reading, found.start()) and is_id_number(number)
            ):
                numbers.add(number)
    for number in sorted(numbers):
        yield from numbers_at(number, place)


def _together(places: list[str]) -> str:
    """第 1、3–5 页、书签."""
    numbers = sorted({int(p[2:-2]) for p in places if p.startswith("第 ")})
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    pages = "、".join("–".join(map(str, run)) for run in runs)
    others = [*dict.fromkeys(p for p in places if not p.startswith("第 "))]
    return "、".join([*([f"第 {pages} 页"] if pages else []), *others])
