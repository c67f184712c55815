"""PDFs put together by hand: in places that a writer of PDFs would not let one reach.

The same objects come as an old file with a table, as a new one with object streams and predictors,
and as one that was saved again and again.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
CATALOG, PAGES, PAGE, FONT, CONTENTS, INFO = 1, 2, 3, 4, 5, 6


def stream(data: bytes, entries: str = "", *filters: str) -> bytes:
    """A stream with its filters, of which the last one is that of the data as it is given."""
    for name in reversed(filters):
        if name == "FlateDecode":
            data = zlib.compress(data)
        elif name == "ASCIIHexDecode":
            data = data.hex().encode() + b">"
        elif name == "RunLengthDecode":
            data = b"".join(bytes([0, byte]) for byte in data) + b"\x80"
        elif name == "ASCII85Decode":
            import base64

            data = base64.a85encode(data) + b"~>"
    named = "".join(f"/{name}" for name in filters)
    head = f"<<{entries}/Length {len(data)}" + (f"/Filter[{named}]" if named else "")
    return head.encode() + b">>stream\n" + data + b"\nendstream"


class Sheet:
    """A file of one page that says 示例, to which the test adds what it hides."""

    def __init__(self) -> None:
        self.objects: dict[int, bytes] = {FONT: HELVETICA}
        self.catalog, self.page, self.info = "", "", ""
        self.drawn = b"BT /F1 12 Tf 20 180 Td (Example) Tj ET\n"
        self.annotations: list[int] = []
        self.fields: list[int] = []
        self.pictures: list[int] = []
        self.resources = ""
        self.behind = b""
        self.before = b""
        self.between = b""

    def add(self, body: bytes | str) -> int:
        """Puts an object into the file; its number."""
        number = max([INFO, *self.objects]) + 1
        self.objects[number] = body.encode() if isinstance(body, str) else body
        return number

    def annotate(self, body: str) -> int:
        """Puts an annotation onto the page."""
        number = self.add(f"<</Type/Annot/Rect[9 9 90 40]{body}>>")
        self.annotations.append(number)
        return number

    def draw(self, number: int) -> None:
        """Draws a form or a picture."""
        self.pictures.append(number)
        self.drawn += f"q 20 0 0 20 9 9 cm /X{number} Do Q\n".encode()

    def whole(self) -> dict[int, bytes]:
        """All objects."""
        drawings = "".join(f"/X{number} {number} 0 R" for number in self.pictures)
        resources = f"<</Font<</F1 {FONT} 0 R>>/XObject<<{drawings}>>{self.resources}>>"
        fields = _references(self.fields)
        form = f"/AcroForm<</Fields{fields}>>" if self.fields else ""
        return {
            CATALOG: f"<</Type/Catalog/Pages {PAGES} 0 R{form}{self.catalog}>>".encode(),
            PAGES: f"<</Type/Pages/Count 1/Kids[{PAGE} 0 R]>>".encode(),
            PAGE: (
                f"<</Type/Page/Parent {PAGES} 0 R/MediaBox[0 0 200 200]/Contents {CONTENTS} 0 R"
                f"/Resources{resources}/Annots{_references(self.annotations)}{self.page}>>"
            ).encode(),
            CONTENTS: stream(self.drawn, "", "FlateDecode"),
            INFO: f"<</Producer(hand)/Title(Example){self.info}>>".encode(),
            **self.objects,
        }

    def plain(self) -> bytes:
        """The file with a table of its objects."""
        body = with_table(self.whole(), before=self.before, between=self.between)
        return body + self.behind

    def packed(self) -> bytes:
        """The file with its objects in an object stream."""
        return with_streams(self.whole(), before=self.before, between=self.between) + self.behind

    def revised(self) -> bytes:
        """The file as it is after it was saved again, with nothing of it left for a reader."""
        first = self.plain()
        clean = Sheet().whole()
        return with_table({n: clean.get(n, b"null") for n in self.whole()}, after=first)


def _references(numbers: list[int]) -> str:
    return "[" + " ".join(f"{number} 0 R" for number in numbers) + "]"


def with_table(
    objects: Mapping[int, bytes], after: bytes = b"", before: bytes = b"", between: bytes = b""
) -> bytes:
    """A file with a table of its objects, or its next saving."""
    out = bytearray(after or before + b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body) + between
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    previous = b"/Prev %d" % int(after.rsplit(b"startxref", 1)[1].split()[0]) if after else b""
    size = max(objects) + 1
    out += b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R%b>>\n" % (size, CATALOG, INFO, previous)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def with_streams(
    objects: Mapping[int, bytes], before: bytes = b"", between: bytes = b"", unused: bytes = b""
) -> bytes:
    """A file with its dictionaries in an object stream and its list of places in a stream.

    `unused` stands in the object stream under a number that the list does not know.
    """
    packed = {n: body for n, body in objects.items() if not body.endswith(b"endstream")}
    if unused:
        packed[max(objects) + 9] = unused
    head, inside = b"", b""
    for number, body in packed.items():
        head += b"%d %d " % (number, len(inside))
        inside += body + b"\n"
    pack, listing = max(objects) + 1, max(objects) + 2
    entries = f"/Type/ObjStm/N {len(packed)}/First {len(head)}"
    out = bytearray(before + b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    rows = {0: (0, 0, 65535)}
    others = {n: body for n, body in objects.items() if n not in packed}
    for number, body in {**others, pack: stream(head + inside, entries, "FlateDecode")}.items():
        rows[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body) + between
    for place, number in enumerate(packed):
        if number in objects:
            rows[number] = (2, pack, place)
    rows[listing] = (1, len(out), 0)
    table = [
        bytes([kind]) + place.to_bytes(4, "big") + last.to_bytes(2, "big")
        for kind, place, last in (rows.get(n, (0, 0, 0)) for n in range(listing + 1))
    ]
    above, up = bytes(7), b""
    for row in table:
        up += b"\2" + bytes((a - b) % 256 for a, b in zip(row, above, strict=True))
        above = row
    entries = (
        f"/Type/XRef/Size {listing + 1}/W[1 4 2]/Root {CATALOG} 0 R/Info {INFO} 0 R"
        "/DecodeParms[<</Predictor 12/Columns 7>>]"
    )
    out += b"%d 0 obj\n%b\nendobj\n" % (listing, stream(up, entries, "FlateDecode"))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % rows[listing][1])


Hidden = Callable[[Sheet, str], object]
