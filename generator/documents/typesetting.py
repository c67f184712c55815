"""A paper as PDF/A-2a, by typst: the same paper gives the same bytes on any day and machine."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, Final

from generator.documents.paper import Paper
from generator.documents.typefaces import Typefaces

TEMPLATE = Path(__file__).with_name("official.typ")
STANDARD: Final = "a-2a"


def printed(paper: Paper, faces: Typefaces) -> bytes:
    """The bytes of the PDF."""
    import typst

    said = asdict(paper)
    said["date"] = [paper.made.year, paper.made.month, paper.made.day]
    del said["made"]
    said["faces"] = {part: getattr(faces, part) for part in ("body", "title", "heading", "second")}
    moment = dt.datetime.combine(paper.made, dt.time(), dt.UTC)
    data: bytes = typst.compile(
        str(TEMPLATE),
        font_paths=_fonts(faces.folders),
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(said, ensure_ascii=False)},
        pdf_standards=[STANDARD],
        timestamp=int(moment.timestamp()),
    )
    return data


@cache
def _fonts(folders: tuple[str, ...]) -> Any:
    """The files of typefaces, opened once."""
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[*folders]
    )
