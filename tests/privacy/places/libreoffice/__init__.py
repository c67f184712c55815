"""Files that LibreOffice made, kept here because that takes too long for a test.

``python -m tests.privacy.places.libreoffice.make`` has Writer, Calc and Draw open files of
``word.py``, ``excel.py`` and ``drawings.py`` and write them again in their own way; ``left.json``
says for each file which of the numbers are still in it, and where they were put.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from generator.privacy import Kind
from tests.privacy.places.sample import Left, Sample

HERE = Path(__file__).parent
LEFT = HERE / "left.json"
_KINDS = {"docx": "Word", "xlsx": "Excel", "csv": "CSV", "svg": "SVG"}
_MAKERS = {"docx": "Writer", "xlsx": "Calc", "csv": "Calc", "svg": "Draw"}


def samples() -> Iterator[Sample]:
    for name, left in json.loads(LEFT.read_text(encoding="utf-8")).items():
        ending = name.rpartition(".")[2]
        data = (HERE / name).read_bytes()
        numbers = {where: Left(Kind(kind), number) for where, (kind, number) in left.items()}
        yield Sample(_KINDS[ending], f"LibreOffice {_MAKERS[ending]}", name, data, numbers)
