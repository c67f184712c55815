"""A PDF taken apart within limits: its pages, its streams unpacked, every object that is in it.

What a program does not show any more is often still there: objects that nothing leads to, and
those that a later saving has replaced, which stand in the file before the new ones.
"""

from __future__ import annotations

import io
import logging
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple, cast

from pypdf import PdfReader, apply_configuration, filters
from pypdf.errors import LimitReachedError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    create_string_object,
    read_object,
)

from generator.privacy.attachments.limits import PAGES, UNPACKED, Unscannable, damaged, too_large

_OBJECTS = 200_000
"""Objects of a file. One of 500 pages with all its marks for screen readers has a tenth of it."""
_STREAM = 40 * 1024 * 1024
"""Bytes of one stream unpacked."""
_SLOW = 8 * 1024 * 1024
"""The same for LZW, which Python unpacks by the byte."""
_OBJECT = re.compile(rb"obj\b")
_NUMBERS = re.compile(rb"(?<![0-9])([0-9]{1,10})[\s\0]+([0-9]{1,5})[\s\0]+$")
_REFERENCE = re.compile(rb"([0-9]{1,10})[\s\0]+([0-9]{1,5})[\s\0]+R\b")
_STRING = re.compile(rb"\(([^()\\\r\n]*)\)|(?<!<)<([0-9A-Fa-f]*)>")
_BLANKS = (b" ", b"\n", b"\r", b"\t", b"\f", b"\0")
_SPECIAL = re.compile(
    rb"[(#]|(?<!<)<(?!<)|stream|[0-9]{7}|/(?:Info|Metadata|Outlines|AcroForm|OCProperties|PageLabels"
    rb"|StructTreeRoot|JavaScript|JS|Annots|URI|PieceInfo|Dests|Names|EF|Resources|ToUnicode"
    rb"|Font(?:Descriptor|File[23]?)?|CID(?:ToGIDMap|Set)|S?Mask|XObject|V|FT|Subtype|St|Author"
    rb"|Company)\b"
)
"""What an object has in it that is more than a few words and a way on to others."""
_UNPACKERS: dict[str, Any] = {
    **dict.fromkeys(("/FlateDecode", "/Fl"), filters.FlateDecode),
    **dict.fromkeys(("/LZWDecode", "/LZW"), filters.LZWDecode),
    **dict.fromkeys(("/ASCIIHexDecode", "/AHx"), filters.ASCIIHexDecode),
    **dict.fromkeys(("/ASCII85Decode", "/A85"), filters.ASCII85Decode),
    **dict.fromkeys(("/RunLengthDecode", "/RL"), filters.RunLengthDecode),
}
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": _STREAM,
    "zlib_maximum_recovery_input_length": 100_000,
    "lzw_maximum_output_length": _SLOW,
    "run_length_maximum_output_length": _STREAM,
    "array_based_stream_maximum_output_length": _STREAM,
    "page_tree_maximum_entries": 10 * PAGES,
    "stream_parsing_work_maximum_count": 1_000_000,
    "disable_legacy_handling": True,
}


class Met(NamedTuple):
    """A dictionary, stream or list met on the way: its place in words, the key that led to it."""

    place: str
    key: str
    thing: Any


class Unpacked(NamedTuple):
    """What a stream holds. `left` is the filter that was not undone: that of a picture, or one
    that nobody knows."""

    data: bytes
    left: str


_SPENT: ContextVar[list[int]] = ContextVar("spent")
"""The work that a file has taken with the files inside it, in bytes."""
_LOST = ("%(exception)s", "%(exception)r", "Multiple definitions in dictionary at byte ")
"""How the reader of PDFs begins to say that it leaves something out."""


@contextmanager
def opened(data: bytes) -> Iterator[PdfFile]:
    """A PDF to be read.

    Raises Unscannable, for whatever goes wrong inside too: a damaged file can fail in any way.
    """
    if b"%PDF-" not in data[:1024]:
        raise damaged("pdf")
    logger, doubts = logging.getLogger("pypdf"), _Doubts()
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    logger.addHandler(doubts)
    token = _SPENT.set(_SPENT.get([0]))
    try:
        with apply_configuration(**_LIMITS):
            yield PdfFile(data, doubts)
    except Unscannable:
        raise
    except LimitReachedError:
        raise too_large("PDF 的内容太多太杂，超出了可以检查的范围") from None
    except Exception:
        raise damaged("pdf") from None
    finally:
        _SPENT.reset(token)
        logger.removeHandler(doubts)
        if not logger.handlers:
            logger.setLevel(logging.CRITICAL)


class _Doubts(logging.Handler):
    """Hears whether the reader of PDFs leaves something out; says nothing itself."""

    heard = False

    def emit(self, record: logging.LogRecord) -> None:
        self.heard |= str(record.msg).startswith(_LOST)


class _Counted(io.BytesIO):
    """Bytes that are not read over and over: objects without an end could be read to the end of
    the file, each of them."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._left = 10 * len(data) + 1024 * 1024

    def read(self, size: int | None = -1, /) -> bytes:
        found = super().read(size)
        self._left -= len(found)
        if self._left < 0:
            raise LimitReachedError("read over and over")
        return found


class _Reader(PdfReader):
    """Finds an object where it is and nowhere else.

    The original looks through the whole file for each that is missing, and reads each object of
    an object stream to the stream's end where it has none.
    """

    def __init__(self, data: bytes, unpacked: Callable[[StreamObject], Unpacked]) -> None:
        self.starts: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._order: list[int] = []
        for found in _OBJECT.finditer(data):
            if data[found.start() - 1 : found.start()] in _BLANKS:
                before = max(0, found.start() - 40)
                if numbers := _NUMBERS.search(data[before : found.start()]):
                    self._order.append(before + numbers.start())
                    self.starts[int(numbers[1]), int(numbers[2])].append(self._order[-1])
        if len(self._order) > _OBJECTS:
            raise too_large(f"PDF 里的对象超过 {_OBJECTS} 个")
        self._data, self._unpacked = data, unpacked
        self._left = 10 * len(data) + 1024 * 1024
        self._packs: dict[int, list[tuple[int, PdfObject]]] = {}
        super().__init__(_Counted(data), xref_stream_maximum_entries=2 * _OBJECTS)
        self.stream = io.BytesIO(data)

    def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
        if isinstance(indirect_reference, int):
            indirect_reference = IndirectObject(indirect_reference, 0, self)
        number, generation = indirect_reference.idnum, indirect_reference.generation
        if (generation, number) in self.resolved_objects:
            return self.resolved_objects[generation, number]
        if generation == 0 and number in self.xref_objStm:
            self._unpack(self.xref_objStm[number][0])
            return self.resolved_objects.setdefault((0, number), NullObject())
        if (start := self.start(number, generation)) is None:
            return NullObject()
        self.xref.setdefault(generation, {})[number] = start
        found = super().get_object(indirect_reference)
        self._left -= self.stream.tell() - start
        if self._left < 0:
            raise LimitReachedError("read over and over")
        return found

    def simple(self, reference: IndirectObject) -> tuple[list[IndirectObject], ArrayObject] | None:
        """What an object that is not `_SPECIAL` leads to and says, told without taking it apart.

        Most objects of a file that is marked for screen readers are such. None for any other.
        """
        name = (reference.idnum, reference.generation)
        if name[::-1] in self.resolved_objects or name[0] in self.xref_objStm:
            return None
        if (start := self.start(*name)) is None:
            return None
        place = bisect_right(self._order, start)
        end = self._order[place] if place < len(self._order) else len(self._data)
        text = self._data[start : min(end, start + 4000)]
        rest = _STRING.sub(b" ", text)
        if b"endobj" not in rest or _SPECIAL.search(rest):
            return None
        strings = [
            create_string_object(a or bytes.fromhex(b.decode() + "0" * (len(b) % 2)))
            for a, b in _STRING.findall(text)
        ]
        leads = [IndirectObject(int(one), int(of), self) for one, of in _REFERENCE.findall(rest)]
        return leads, ArrayObject(strings)

    def start(self, number: int, generation: int) -> int | None:
        """Where an object that is in use begins: the last such place where the file's list errs."""
        starts = self.starts.get((number, generation))
        offset = self.xref.get(generation, {}).get(number, -1)
        if not starts or offset in starts:
            return offset if starts else None
        some = self._data[offset : offset + 20] if offset >= 0 else b""
        begins = offset + len(some) - len(some.lstrip(b"\0\t\n\f\r "))
        return begins if begins in starts else starts[-1]

    def _unpack(self, pack: int) -> None:
        """Keeps those objects of an object stream that are in use."""
        stream = NullObject() if pack in self.xref_objStm else self.get_object(pack)
        for number, thing in self.inside(stream) if isinstance(stream, StreamObject) else ():
            if self.xref_objStm.get(number, ())[:1] == (pack,) and (
                (0, number) not in self.resolved_objects
            ):
                self.cache_indirect_object(0, number, thing)

    def inside(self, pack: StreamObject) -> list[tuple[int, PdfObject]]:
        """The objects of an object stream with their numbers, each as far as the next."""
        if id(pack) not in self._packs:
            data = self._unpacked(pack).data
            first, count = (int(cast(NumberObject, pack[key])) for key in ("/First", "/N"))
            head = [int(one) for one in data[:first].split()[: 2 * count]]
            if len(head) > 2 * _OBJECTS:
                raise too_large(f"PDF 里的对象超过 {_OBJECTS} 个")
            pairs = sorted(zip(head[1::2], head[::2], strict=False))
            ends = [*(offset for offset, _ in pairs[1:]), len(data)]
            self._packs[id(pack)] = [
                (number, self.read_at(data[first + offset : first + end]))
                for (offset, number), end in zip(pairs, ends, strict=True)
            ]
        return self._packs[id(pack)]

    def read_at(self, data: bytes) -> PdfObject:
        """What the bytes begin with; nothing where that is no object."""
        try:
            return read_object(io.BytesIO(data.lstrip(b"\0\t\n\f\r ")), self)
        except LimitReachedError:
            raise
        except Exception:  # a damaged one can fail in any way
            return NullObject()


class PdfFile:
    """An opened PDF. What its methods raise besides Unscannable is taken by `opened`."""

    def __init__(self, data: bytes, doubts: _Doubts) -> None:
        self.data, self._doubts = data, doubts
        self._met: set[tuple[int, int]] = set()
        self.reader = _Reader(data, self.unpacked)
        if self.reader.is_encrypted or re.search(rb"/Encrypt[\s\0]", data):
            raise Unscannable("attachment-locked", "PDF 加了密，无法检查", "请去掉密码后另存")
        self.pages = [*self.reader.pages]
        if len(self.pages) > PAGES:
            raise too_large(f"PDF 有 {len(self.pages)} 页，超过 {PAGES} 页")

    def unpacked(self, stream: StreamObject) -> Unpacked:
        """What a stream holds, all filters undone but those of pictures. Raises Unscannable."""
        names, settings = _listed(stream.get("/Filter")), _listed(stream.get("/DecodeParms"))
        data = stream._data
        if len(names) > 8:
            raise too_large("PDF 里有一段数据压缩了太多层")
        for place, name in enumerate(names):
            if (unpacker := _UNPACKERS.get(name)) is None:
                return Unpacked(data, name)
            how = settings[place] if place < len(settings) else NullObject()
            if unpacker is filters.ASCII85Decode and len(data) > _SLOW // 2:
                raise too_large("PDF 里有一段数据太大")
            try:
                data = unpacker.decode(data, how if isinstance(how, DictionaryObject) else None)
            except LimitReachedError:
                raise
            except Exception:  # damaged data can fail in any way
                return Unpacked(data, name)
            self.spend(len(data) * _effort(how))
        return Unpacked(data, "")

    @property
    def is_doubtful(self) -> bool:
        """Whether something was left out, because it was not as it should be."""
        return self._doubts.heard

    def spend(self, count: int) -> None:
        """Notes `count` bytes of unpacking or as much work. Raises Unscannable for too much."""
        spent = _SPENT.get()
        spent[0] += count
        if spent[0] > UNPACKED:
            raise too_large("PDF 展开后太大")

    def walk(self, start: Any, place: str, word: Callable[[str, str], str]) -> Iterator[Met]:
        """Everything that `start` leads to and that was not met before.

        `word` names the place of what stands under a key, given the place before.
        """
        todo: list[tuple[str, str, Any]] = [(place, "", start)]
        while todo:
            place, key, thing = todo.pop()
            if isinstance(thing, IndirectObject):
                if (name := (thing.idnum, thing.generation)) in self._met:
                    continue
                self._met.add(name)
                if (simple := self.reader.simple(thing)) is not None:
                    leads, thing = simple
                    if thing:
                        yield Met(place, key, thing)
                    todo += [(place, key, one) for one in reversed(leads)]
                    self.spend(16 * len(leads))
                    continue
                thing = thing.get_object()
            if isinstance(thing, DictionaryObject):
                yield Met(place, key, thing)
                below = [(word(place, k), k, v) for k, v in thing.items() if _leads(v)]
            elif isinstance(thing, ArrayObject):
                yield Met(place, key, thing)
                below = [(place, key, one) for one in thing if _leads(one)]
            else:
                if thing is not None and not isinstance(thing, NullObject):
                    yield Met(place, key, thing)
                continue
            self.spend(16 * len(below))
            todo += reversed(below)

    def meet(self, thing: PdfObject) -> None:
        """Notes an object as met, so that no way leads to it."""
        if (reference := thing.indirect_reference) is not None:
            self._met.add((reference.idnum, reference.generation))

    def left_behind(self) -> Iterator[PdfObject]:
        """The objects that no walk has met: nothing leads to them, or others took their places."""
        reader = self.reader
        for (number, generation), starts in [*reader.starts.items()]:
            in_use = None if number in reader.xref_objStm else reader.start(number, generation)
            for start in starts:
                if start == in_use and (number, generation) in self._met:
                    continue
                if start == in_use:
                    thing = reader.get_object(IndirectObject(number, generation, reader))
                else:
                    thing = self._at(start)
                if isinstance(thing, StreamObject) and thing.get("/Type") == "/ObjStm":
                    yield from self._left_in(thing)
                elif thing is not None:
                    yield thing

    def _at(self, start: int) -> PdfObject | None:
        stream = self.reader.stream
        try:
            stream.seek(start)
            self.reader.read_object_header(stream)
            return read_object(stream, self.reader)
        except LimitReachedError:
            raise
        except Exception:  # a damaged one can fail in any way
            return None

    def _left_in(self, pack: StreamObject) -> Iterator[PdfObject]:
        for number, thing in self.reader.inside(pack):
            reference = thing.indirect_reference
            if reference is None or (number, 0) not in self._met:
                yield thing


def _effort(settings: Any) -> int:
    """How much longer than usual a row takes that is told by the one above it: short ones do."""
    if not isinstance(settings, DictionaryObject) or "/Predictor" not in settings:
        return 1
    row = settings.get("/Columns", 1)
    return 1 + 64 // max(int(row), 1) if isinstance(row, int) else 65


def _leads(thing: Any) -> bool:
    return isinstance(thing, IndirectObject | DictionaryObject | ArrayObject)


def _listed(thing: Any) -> list[Any]:
    """What may be given alone or as a list, as a list."""
    thing = thing.get_object() if isinstance(thing, PdfObject) else thing
    if isinstance(thing, ArrayObject):
        return [one.get_object() for one in thing]
    return [] if thing is None or isinstance(thing, NullObject) else [thing]
