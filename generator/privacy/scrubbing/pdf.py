"""The pages of a PDF written anew: what draws them, and nothing else of the file.

Every object of the copy is made here, out of entries that are known to draw. So nothing can be
left behind: no note, no value of a form, no earlier saving, no property, no file inside.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from generator.privacy.attachments.limits import Unscannable
from generator.privacy.attachments.pdf import pdf as findings_of
from generator.privacy.attachments.pdf_file import PdfFile, opened
from generator.privacy.attachments.picture_parts import parts
from generator.privacy.finding import Finding
from generator.privacy.scrubbing.inner import Taken

_PAGE = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/UserUnit")
_INHERITED = frozenset({"/MediaBox", "/CropBox", "/Rotate"})
_DRAWING = """
    Type Subtype FormType BBox Matrix Group S CS I K PatternType PaintType TilingType XStep
    YStep Shading ExtGState Width Height ColorSpace BitsPerComponent Intent ImageMask Mask
    SMask Decode Interpolate SMaskInData Matte Filter DecodeParms Columns Colors Predictor
    EarlyChange Rows EndOfLine EncodedByteAlign EndOfBlock BlackIs1 DamagedRowsBeforeError
    ColorTransform JBIG2Globals BaseFont FirstChar LastChar Widths FontDescriptor Encoding
    BaseEncoding Differences ToUnicode DescendantFonts CIDSystemInfo Registry Ordering
    Supplement DW W DW2 W2 CIDToGIDMap FontBBox FontMatrix CharProcs FontName FontStretch
    FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH
    AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 CharSet Style Panose CIDSet
    Length1 Length2 Length3 UseCMap CMapName WMode LW LC LJ ML D RI OP op OPM Font BG BG2
    UCR UCR2 TR TR2 HT FL SM SA BM CA ca AIS TK G BC WhitePoint BlackPoint Gamma Range N
    Alternate Colorants Process Components MixingHints ShadingType Background AntiAlias
    Function Domain Coords Extend BitsPerCoordinate BitsPerFlag VerticesPerRow FunctionType
    Size BitsPerSample Order Encode C0 C1 Functions Bounds HalftoneType Frequency Angle
    SpotFunction AccurateScreens TransferFunction
"""
_KEPT = frozenset(f"/{name}" for name in _DRAWING.split())
"""What the entries that draw are called. All others are left out."""
_NAMED = ("/CharProcs", "/Colorants")
"""Dictionaries whose keys are names that somebody chose."""
_BY_NAME = {b"Tf": "/Font", b"Do": "/XObject", b"gs": "/ExtGState", b"sh": "/Shading"}
_BY_NAME |= {b"cs": "/ColorSpace", b"CS": "/ColorSpace", b"scn": "/Pattern", b"SCN": "/Pattern"}
_PAINTS = (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s")
_SHOWS = (b"Tj", b"TJ", b"sh", b"Do", b"INLINE IMAGE")
_MARKS = (b"BMC", b"BDC", b"EMC", b"MP", b"DP")
_DEFAULTS = ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK")
_SPOKEN = re.compile(r"第 \d+ 页")
_KINDS = {"/Link": "个链接", "/Widget": "个表单项", "/FileAttachment": "个附带文件"}


def pdf(data: bytes) -> tuple[bytes, Taken]:
    """The pages of a PDF and nothing else. Raises Unscannable where a page itself holds numbers."""
    taken = Taken()
    with opened(data) as file:
        _count(file, taken)
        clean = _Copy(file, taken).whole()
    spoken = [one for one in findings_of(clean, _nothing) if _SPOKEN.fullmatch(one.place)]
    if numbers := [one for one in spoken if one.code not in ("privacy-unread", "privacy-comment")]:
        pages = "、".join(dict.fromkeys(one.place[2:-2] for one in numbers))
        what = numbers[0].message.removeprefix("有")
        raise Unscannable(
            "scrub-page",
            f"第 {pages} 页正文里有{what}{'等' if len(numbers) > 1 else ''}，不能只改副本",
            "请在原来的文档里改好，重新导出 PDF",
        )
    return clean, taken


def _nothing(name: str, data: bytes) -> Iterator[Finding]:
    yield from ()


def _count(file: PdfFile, taken: Taken) -> None:
    """What is not taken over, as people call it."""
    root = file.reader.root_object
    for page in file.pages:
        for note in _listed(page, "/Annots"):
            taken[_KINDS.get(_at(note, "/Subtype"), "条注释")] += 1
    taken["项文档属性"] = len(file.reader.metadata or {}) + ("/Metadata" in root)
    taken["条书签"] = _many(file.reader.outline)
    taken["个附带文件"] += len(file.reader.attachments)
    taken["段脚本"] = int("/OpenAction" in root or "/JavaScript" in (_at(root, "/Names") or ()))
    taken["份表单数据"] = int("/XFA" in (_at(root, "/AcroForm") or ()))
    taken["份供朗读的标签"] = int("/StructTreeRoot" in root)
    taken["次以前的保存"] = len(re.findall(rb"startxref\s+[1-9][0-9]*\s+%%EOF", file.data)) - 1


def _many(items: Any) -> int:
    return sum(_many(item) if isinstance(item, list) else 1 for item in items)


class _Copy:
    """The file being written: its objects in their order, numbered from 1."""

    def __init__(self, file: PdfFile, taken: Taken) -> None:
        self._file, self._taken = file, taken
        self._objects: list[PdfObject] = [NullObject(), NullObject()]  # the catalogue, the pages
        self._copied: dict[tuple[Any, ...], IndirectObject] = {}
        self._known: dict[tuple[bytes, int], tuple[bytes, dict[str, set[str]]]] = {}
        self._hidden = _hidden_layers(file.reader.root_object)

    def whole(self) -> bytes:
        """The copy."""
        pages = [self._page(page) for page in self._file.pages]
        self._objects[0] = _entries(Type="/Catalog", Pages=_reference(2))
        self._objects[1] = _entries(
            Type="/Pages", Count=NumberObject(len(pages)), Kids=ArrayObject(pages)
        )
        out = io.BytesIO()
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, thing in enumerate(self._objects, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n" % number)
            thing.write_to_stream(out)
            out.write(b"\nendobj\n")
        start, size = out.tell(), len(places) + 1
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
        out.writelines(b"%010d 00000 n \n" % place for place in places)
        out.write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start))
        return out.getvalue()

    def _page(self, page: Any) -> IndirectObject:
        resources = page.get_inherited("/Resources")
        pieces = [
            self._file.unpacked(piece).data
            for piece in _listed(page, "/Contents")
            if isinstance(piece, StreamObject)
        ]
        drawn, used = self._drawn(b"\n".join(pieces), resources)
        copy = _entries(Type="/Page", Parent=_reference(2), Contents=self._add(_packed(drawn)))
        copy[NameObject("/Resources")] = self._resources(resources, used)
        for key in _PAGE:
            value = page.get_inherited(key) if key in _INHERITED else page.get(key)
            if value is not None:
                copy[NameObject(key)] = self._copy(value, key)
        if "/Group" in page:
            copy[NameObject("/Group")] = self._copy(page["/Group"], "/Group")
        return self._add(copy)

    def _add(self, thing: PdfObject) -> IndirectObject:
        self._objects.append(thing)
        return _reference(len(self._objects))

    def _copy(self, thing: Any, key: str, resources: Any = None) -> Any:
        """A thing that draws, as it stands in the copy. `resources` are those around it."""
        found = thing.get_object() if isinstance(thing, IndirectObject) else thing
        if found is thing or not isinstance(found, DictionaryObject | ArrayObject):
            made = self._made(found, key, resources)
            return self._add(made) if isinstance(made, StreamObject) else made
        borrows = isinstance(found, StreamObject) and _at(found, "/Subtype") == "/Form"
        borrows &= "/Resources" not in found
        name = (thing.idnum, thing.generation, id(resources) if borrows else None)
        if name not in self._copied:
            self._copied[name] = self._add(NullObject())  # its place, for what leads back to it
            self._objects[self._copied[name].idnum - 1] = self._made(found, key, resources)
        return self._copied[name]

    def _made(self, thing: Any, key: str, resources: Any) -> Any:
        if isinstance(thing, StreamObject):
            return self._stream(thing, key, resources)
        if isinstance(thing, ArrayObject):
            return ArrayObject(self._copy(one, key, resources) for one in thing)
        if not isinstance(thing, DictionaryObject):
            return thing if thing is not None else NullObject()
        if _at(thing, "/Subtype") == "/Type3":
            return self._type3(thing, resources)
        return self._dictionary(thing, key, resources)

    def _dictionary(self, thing: Any, key: str, resources: Any) -> DictionaryObject:
        copy = DictionaryObject()
        for name, value in thing.items():
            if key in _NAMED or name in _KEPT:
                copy[NameObject(name)] = self._copy(value, name, resources)
        return copy

    def _stream(self, stream: StreamObject, key: str, resources: Any) -> StreamObject:
        subtype = _at(stream, "/Subtype")
        if subtype == "/Image":
            return self._picture(stream)
        data = self._file.unpacked(stream)
        if data.left:
            raise Unscannable("scrub-packed", "有解不开的内容，不能清理", "请重新导出 PDF")
        if subtype == "/Form" or "/PatternType" in stream:
            around = _at(stream, "/Resources") or resources
            drawn, used = self._drawn(data.data, around)
            copy = _packed(drawn)
            copy.update(self._dictionary(_without(stream), key, around))
            copy[NameObject("/Resources")] = self._resources(around, used)
            return copy
        copy = _packed(data.data)
        copy.update(self._dictionary(_without(stream), key, resources))
        return copy

    def _picture(self, stream: StreamObject) -> StreamObject:
        data, left = self._file.unpacked(stream)
        copy = DecodedStreamObject() if left else _packed(data)
        copy.update(self._dictionary(_without(stream), "", None))
        if left in ("/DCTDecode", "/DCT"):
            photograph = parts(data, "jpg")
            self._taken["张内嵌图片的拍摄信息"] += bool(
                photograph.exif or photograph.texts or photograph.behind
            )
            data = photograph.clean
        elif left == "/JPXDecode":
            data = _bare_jpeg_2000(data)
        if left:
            copy.set_data(data)
            copy[NameObject("/Filter")] = NameObject(left)
            settings = _listed(stream, "/DecodeParms")
            if settings and isinstance(settings[-1], DictionaryObject):
                copy[NameObject("/DecodeParms")] = self._copy(settings[-1], "/DecodeParms")
        return copy

    def _type3(self, font: Any, resources: Any) -> DictionaryObject:
        """A font whose letters are drawings."""
        around = _at(font, "/Resources") or resources
        copy = self._dictionary({k: v for k, v in font.items() if k != "/CharProcs"}, "", around)
        used: dict[str, set[str]] = defaultdict(set)
        letters = DictionaryObject()
        for name, letter in (_at(font, "/CharProcs") or {}).items():
            if isinstance(letter := letter.get_object(), StreamObject):
                drawn, more = self._drawn(self._file.unpacked(letter).data, around)
                letters[NameObject(name)] = self._add(_packed(drawn))
                for key, names in more.items():
                    used[key] |= names
        copy[NameObject("/CharProcs")] = letters
        copy[NameObject("/Resources")] = self._resources(around, used)
        return copy

    def _resources(self, resources: Any, used: dict[str, set[str]]) -> DictionaryObject:
        """Of the resources those that a drawing uses."""
        copy = DictionaryObject()
        for key, names in used.items():
            there = _at(resources, key) if isinstance(resources, DictionaryObject) else None
            if isinstance(there, DictionaryObject):
                copy[NameObject(key)] = DictionaryObject(
                    {
                        NameObject(name): self._copy(dict.__getitem__(there, name), key, resources)
                        for name in sorted(names & there.keys())
                    }
                )
        return copy

    def _drawn(self, data: bytes, resources: Any) -> tuple[bytes, dict[str, set[str]]]:
        """A drawing without marks, remarks and hidden layers, and the names that it uses."""
        name = (hashlib.blake2b(data, digest_size=16).digest(), id(resources))
        if name not in self._known:
            self._known[name] = self._redrawn(data, resources)
        return self._known[name]

    def _redrawn(self, data: bytes, resources: Any) -> tuple[bytes, dict[str, set[str]]]:
        source = DecodedStreamObject()
        source.set_data(data)
        content = ContentStream(source, None, "bytes")
        kept: list[tuple[Any, bytes]] = []
        used: dict[str, set[str]] = defaultdict(set)
        used["/ColorSpace"].update(_DEFAULTS)
        layers: list[bool] = []
        for operands, operator in content.operations:
            if operator in _MARKS:
                if operator in (b"BMC", b"BDC"):
                    layers.append(self._is_hidden_mark(operands, resources))
                    self._taken["处隐藏图层里的内容"] += layers[-1]
                elif operator == b"EMC" and layers:
                    layers.pop()
                continue
            if any(layers) or (operator == b"Do" and self._is_hidden(operands, resources)):
                operands, operator = _unseen(operands, operator)
            if operator == b"INLINE IMAGE":
                space = operands["settings"].get("/CS", operands["settings"].get("/ColorSpace"))
                used["/ColorSpace"].add(str(space))
            elif operands and (key := _BY_NAME.get(operator)):
                name = operands[0 if operator == b"Tf" else -1]
                used[key].add(name if isinstance(name, NameObject) else "")
            if operator:
                kept.append((operands, operator))
        content.operations = kept
        return content.get_data(), used

    def _is_hidden_mark(self, operands: Any, resources: Any) -> bool:
        if len(operands) < 2 or operands[0] != "/OC":
            return False
        named = _at(resources, "/Properties") if isinstance(resources, DictionaryObject) else None
        layer = dict.get(named, operands[1]) if isinstance(named, DictionaryObject) else None
        return layer is not None and _is_off(layer, self._hidden)

    def _is_hidden(self, operands: Any, resources: Any) -> bool:
        """Whether a form or picture is in a hidden layer itself."""
        named = _at(resources, "/XObject") if isinstance(resources, DictionaryObject) else None
        thing = (
            _at(named, operands[-1]) if isinstance(named, DictionaryObject) and operands else None
        )
        layer = thing.get("/OC") if isinstance(thing, DictionaryObject) else None
        hidden = layer is not None and _is_off(layer, self._hidden)
        self._taken["处隐藏图层里的内容"] += hidden
        return hidden


def _unseen(operands: Any, operator: bytes) -> tuple[Any, bytes]:
    """What is left of an operator that must not show anything: nothing, or its other effects."""
    if operator in _PAINTS:
        return [], b"n"
    if operator in (b"'", b'"'):
        return [], b"T*"
    return ([], b"") if operator in _SHOWS else (operands, operator)


def _hidden_layers(root: DictionaryObject) -> set[tuple[int, int]]:
    """The layers that are not seen when the file is opened."""
    layers = _at(root, "/OCProperties")
    usual = _at(layers, "/D") if isinstance(layers, DictionaryObject) else None
    if not isinstance(usual, DictionaryObject):
        return set()
    hidden = _names(_at(layers, "/OCGs")) if _at(usual, "/BaseState") == "/OFF" else set()
    return (hidden - _names(_at(usual, "/ON"))) | _names(_at(usual, "/OFF"))


def _names(references: Any) -> set[tuple[int, int]]:
    found = references if isinstance(references, ArrayObject) else ()
    return {(one.idnum, one.generation) for one in found if isinstance(one, IndirectObject)}


def _is_off(layer: Any, hidden: set[tuple[int, int]]) -> bool:
    """Whether a layer, or a choice of layers by its policy, is not seen."""
    if isinstance(layer, IndirectObject) and (layer.idnum, layer.generation) in hidden:
        return True
    choice = layer.get_object()
    if not isinstance(choice, DictionaryObject) or _at(choice, "/Type") != "/OCMD":
        return False
    of = choice.get("/OCGs")
    one = {(of.idnum, of.generation)} if isinstance(of, IndirectObject) else set()
    several = _at(choice, "/OCGs")
    named = _names(several) if isinstance(several, ArrayObject) else one
    if not named:
        return False
    match _at(choice, "/P"):
        case "/AllOn":
            return bool(named & hidden)
        case "/AnyOff":
            return not named & hidden
        case "/AllOff":
            return not named <= hidden
    return named <= hidden


def _bare_jpeg_2000(data: bytes) -> bytes:
    """The boxes of a JPEG 2000 that draw."""
    kept, at = [], 0
    while at + 8 <= len(data) and not data.startswith(b"\xff\x4f\xff\x51"):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        end = at + size if size >= 8 else len(data)
        if kind in (b"jP  ", b"ftyp", b"jp2h", b"jp2c"):
            kept.append(data[at:end])
        at = end
    return b"".join(kept) or data


def _packed(data: bytes) -> StreamObject:
    stream = DecodedStreamObject()
    stream.set_data(zlib.compress(data))
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    return stream


def _without(stream: StreamObject) -> dict[str, Any]:
    """The entries of a stream without those that say how it was packed."""
    return {k: v for k, v in stream.items() if k not in ("/Filter", "/DecodeParms")}


def _entries(**values: Any) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject(f"/{key}"): NameObject(value) if isinstance(value, str) else value
            for key, value in values.items()
        }
    )


def _reference(number: int) -> IndirectObject:
    return IndirectObject(number, 0, None)


def _at(thing: Any, key: str) -> Any:
    found = thing.get(key)
    return found.get_object() if isinstance(found, IndirectObject) else found


def _listed(thing: Any, key: str) -> list[Any]:
    """What an entry lists, or its only value."""
    found = _at(thing, key)
    several = found if isinstance(found, ArrayObject) else [found]
    return [one.get_object() for one in several if one is not None]
