"""Every word of an attachment, run together: for who looks for a name in it."""

from __future__ import annotations

import io
import logging
import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.privacy.attachments.limits import DEEPEST, LARGEST, Unscannable
from generator.privacy.attachments.package import Malformed, Package, parsed
from generator.privacy.attachments.plain_text import decoded


class Words(NamedTuple):
    """What an attachment says, and whether that is all: pictures and what is damaged tell none."""

    text: str
    whole: bool


def words_of(path: str, data: bytes, depth: int = 0) -> Words:
    """The words of a file of this name. Never raises for what is in it."""
    if len(data) > LARGEST or depth > DEEPEST:
        return Words("", False)
    try:
        match posixpath.splitext(path)[1].lower():
            case ".txt" | ".csv":
                return Words(decoded(data), True)
            case ".svg" | ".xml" | ".rels":
                return Words("".join(_in_markup(parsed(data))), True)
            case ".docx" | ".xlsx" as ending:
                package = Package(data, ending[1:])
                parts = [words_of(name, package.read(name), depth + 1) for name in package.names]
                return Words("\n".join(p.text for p in parts), all(p.whole for p in parts))
            case ".pdf":
                return _of_pdf(data)
    except (Unscannable, Malformed, RecursionError):
        pass
    return Words("", False)


def _in_markup(root: Element) -> Iterator[str]:
    """The texts of a part, which may be parted in the middle of a word, then its attributes."""
    yield from root.itertext()
    for element in root.iter():
        yield from (f"\n{value}" for value in element.attrib.values())


def _of_pdf(data: bytes) -> Words:
    from pypdf import PdfReader  # takes 0.2 s to load

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() or "" for page in reader.pages]
        notes = [note.get_object() for page in reader.pages for note in page.get("/Annots") or ()]
        said = [str(note.get(key, "")) for note in notes for key in ("/Contents", "/T", "/V")]
        said += [str(value) for value in (reader.metadata or {}).values()]
        said += [str(field.get("/V", "")) for field in (reader.get_fields() or {}).values()]
        files = [
            words_of(name, version)
            for name, versions in reader.attachments.items()
            for version in versions
        ]
    except Exception:  # a damaged file can fail in any way
        return Words("", False)
    whole = all(page.strip() for page in pages) and all(file.whole for file in files)
    return Words("\n".join([*pages, *said, *(file.text for file in files)]), whole)
