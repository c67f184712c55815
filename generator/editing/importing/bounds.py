"""What a workbook would become, told from its parts before any of it is loaded.

A few kilobytes can merge seventeen billion cells, and openpyxl makes each of them: merged cells,
links and comments over an area. Claimed dimensions it passes over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from openpyxl.utils import range_boundaries

from generator.privacy.attachments.limits import Unscannable, damaged
from generator.privacy.attachments.package import Package, without_declarations

MOST_ROWS = 50_000
"""Rows of all sheets together, empty ones too."""
MOST_FORMATS = 65_490
"""As many as Excel itself can hold."""
MOST_COVERED = 200_000
"""Cells in all areas together. A title is merged over one row, a district over its list."""
_WHOLE = (1, 1, 16_384, 1_048_576)
_FORMATS = frozenset({"xf", "font", "fill", "border", "dxf", "cellStyle"})
_AREAS = frozenset({"mergeCell", "hyperlink", "comment"})
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"


def too_much(data: bytes) -> str:
    """What of a workbook is too much to be loaded, in words; empty where nothing is.

    Raises Unscannable and Malformed for what is damaged.
    """
    try:
        found = _extent(Package(data, "xlsx"))
    except Unscannable as reason:
        if reason.code == "attachment-large":
            return reason.message
        raise
    if found.rows > MOST_ROWS:
        return f"各表一共有 {found.rows} 行，太多"
    if found.formats > MOST_FORMATS:
        return f"有 {found.formats} 种格式，太多"
    if found.covered > MOST_COVERED:
        return f"合并的单元格或链接太大，最大的是“{found.widest}”"
    return ""


@dataclass(slots=True)
class _Extent:
    """What the parts have together: rows, formats, and cells covered by areas, the `widest` too."""

    rows: int = 0
    formats: int = 0
    covered: int = 0
    widest: str = ""
    most: int = 0

    def begun(self, name: str, attributes: dict[str, str]) -> None:
        """Takes in an element."""
        kind = name.rpartition(":")[2]
        if kind == "row":
            self.rows += 1
        elif kind in _FORMATS:
            self.formats += 1
        elif kind in _AREAS and ":" in (area := attributes.get("ref", "")):
            cells = _cells(area)
            self.covered += cells
            if cells > self.most:
                self.most, self.widest = cells, area


def _extent(package: Package) -> _Extent:
    """What a workbook has, whatever its parts are called."""
    found = _Extent()
    for part in package.names:
        data = package.read(part)
        if not data.lstrip(_BEFORE_XML).startswith(b"<"):
            continue
        without_declarations(data)
        parser: Any = expat.ParserCreate()
        parser.StartElementHandler = found.begun
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError):
            if not part.endswith(".vml"):  # drawings of comments are often not well formed
                raise damaged("xlsx") from None
    return found


def _cells(area: str) -> int:
    try:
        bounds = range_boundaries(area)
    except ValueError:  # who loads it finds it damaged
        return 0
    left, top, right, bottom = (known or end for known, end in zip(bounds, _WHOLE, strict=True))
    return max(0, right - left + 1) * max(0, bottom - top + 1)
