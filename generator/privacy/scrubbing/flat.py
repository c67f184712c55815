"""Files that are no package of parts, cleaned: pictures, tables of commas, texts, drawings."""

from __future__ import annotations

import csv
import io
import re
from xml.dom.minidom import Comment, parseString
from xml.parsers.expat import ExpatError

from generator.privacy.attachments import plain_text
from generator.privacy.attachments.limits import damaged, declaring
from generator.privacy.attachments.package import Declaring, Malformed, without_declarations
from generator.privacy.attachments.picture import ORIENTATION
from generator.privacy.attachments.picture_parts import parts
from generator.privacy.detection import all_masked, found_in
from generator.privacy.scrubbing.inner import NUMBERS, Taken
from generator.privacy.scrubbing.parts import Xml, elements, mask_everything, remove


def picture(data: bytes, ending: str) -> tuple[bytes, Taken]:
    """The picture alone, standing upright. Raises Unscannable."""
    found = parts(data, ending)
    taken = Taken()
    taken["段拍摄信息"] = len(found.exif)
    taken["段图片里的文字"] = len(found.texts)
    taken["段图片后面的数据"] = int(found.behind > 0)
    turned = _turned(data) if found.exif else None
    if turned:
        taken["次转正（原来靠拍摄信息转正）"] = 1
    return turned or found.clean, taken


def _turned(data: bytes) -> bytes | None:
    """The picture turned as its Exif says it should be shown, or None where it stands upright."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as opened:
        if opened.getexif().get(ORIENTATION, 1) == 1:
            return None
        kind, profile = opened.format, opened.info.get("icc_profile")
        upright = ImageOps.exif_transpose(opened)
        bare = Image.new(upright.mode, upright.size)
        bare.paste(upright)
        stream = io.BytesIO()
        bare.save(stream, kind, quality=95, icc_profile=profile)
    return stream.getvalue()


def table(data: bytes) -> tuple[bytes, Taken]:
    """A ``.csv`` with its numbers masked, in the encoding it came in. Raises Unscannable."""
    text = plain_text.decoded(data)
    taken = Taken()
    rows = [*csv.reader(io.StringIO(text, newline=""))]
    headings: list[str] = next(
        (row for row in rows if sum(bool(re.fullmatch(r"[^0-9]{2,24}", c)) for c in row) > 1), []
    )
    newline = "\r\n" if "\r\n" in text else "\n"
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator=newline)
    for row in rows:
        clean = []
        for place, cell in enumerate(row):
            called = headings[place] if row is not headings and place < len(headings) else ""
            clean.append(all_masked(cell, called))
            taken[NUMBERS] += clean[-1] != cell
        writer.writerow(clean)
    return stream.getvalue().encode(plain_text.encoding_of(data)), taken


def text(data: bytes) -> tuple[bytes, Taken]:
    """A ``.txt`` with its numbers masked. Raises Unscannable."""
    whole = plain_text.decoded(data)
    taken = Taken({NUMBERS: len(found_in(whole))})
    return all_masked(whole).encode(plain_text.encoding_of(data)), taken


def svg(data: bytes) -> tuple[bytes, Taken]:
    """A drawing without metadata and comments, its words masked. Raises Unscannable."""
    try:
        without_declarations(data, named=True)
        dom = parseString(data)
    except Declaring:
        raise declaring() from None
    except (Malformed, ExpatError):
        raise damaged("svg") from None
    taken = Taken()
    for one in [*elements(dom, "metadata")]:
        remove(one)
        taken["段图片信息"] += 1
    for comment in _comments(dom):
        remove(comment)
        taken["段注释"] += 1
    taken[NUMBERS] += sum(
        mask_everything(one) for name in ("text", "title", "desc") for one in elements(dom, name)
    )
    clean: bytes = dom.toxml(encoding="UTF-8")
    return clean, taken


def _comments(node: Xml) -> list[Xml]:
    found: list[Xml] = []
    for child in node.childNodes:
        found += [child] if isinstance(child, Comment) else _comments(child)
    return found
