"""``python -m tests.privacy.places.libreoffice.make``: the files of this folder made anew.

Needs LibreOffice with Writer, Calc and Draw (made with 7.4.7; ``SOFFICE`` says which) and a minute.
What LibreOffice leaves out of a file is not looked for in it: a number counts as left where its
signs still follow one another in a text, a row, a column, an attribute or a property, whatever
stands between them.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import openpyxl

from tests.privacy.places import drawings, excel, word
from tests.privacy.places.libreoffice import HERE, LEFT
from tests.privacy.places.sample import Sample

_TAG = re.compile(r"<[^>]*>")
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"


def main() -> None:
    """Writes the files and what is left in them."""
    left: dict[str, dict[str, tuple[str, str]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, sample, into in _wanted():
            target = HERE / f"{name}.{into.partition(':')[0]}"
            target.write_bytes(_converted(Path(folder), name, sample, into))
            readings = [*_readings(target)]
            left[target.name] = {
                where: (one.kind.value, one.number)
                for where, one in sample.left.items()
                if one.kind and any(one.number in reading for reading in readings)
            }
            sys.stdout.write(f"{target.name}: {len(left[target.name])} of {len(sample.left)}\n")
    LEFT.write_text(json.dumps(left, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _wanted() -> list[tuple[str, Sample, str]]:
    words, sheets = [*word.samples()], [*excel.samples()]
    return [
        ("drawn", drawings.several(), "svg"),
        ("tables", words[0], "docx"),
        ("stories", words[1], "docx"),
        ("marks", words[2], "docx"),
        ("cells", sheets[0], "xlsx"),
        ("over-cells", sheets[1], "xlsx"),
        ("over-cells", sheets[1], _CSV),
        ("headed", sheets[2], "xlsx"),
        ("headed", sheets[2], _CSV),
        ("beside", sheets[6], "xlsx"),
        ("beside-more", sheets[7], "xlsx"),
    ]


def _converted(folder: Path, name: str, sample: Sample, into: str) -> bytes:
    source = folder / f"{name}-before.{sample.name.rpartition('.')[2]}"
    source.write_bytes(sample.data)
    home = f"-env:UserInstallation=file://{folder}/home"
    command = [
        os.environ.get("SOFFICE", "soffice"),
        home,
        "--headless",
        "--convert-to",
        into,
        "--outdir",
        str(folder / "out"),
    ]
    subprocess.run([*command, str(source)], check=True, capture_output=True)
    made: Path = folder / "out" / f"{source.stem}.{into.partition(':')[0]}"
    return made.read_bytes()


def _readings(file: Path) -> Iterator[str]:
    """Every part as it is, and without tags and all that is no digit and no letter; a table by its
    rows and columns."""
    data = file.read_bytes()
    parts = [data]
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [package.read(name) for name in package.namelist()]
    rows: list[list[object]] = []
    if file.suffix == ".xlsx":
        for sheet in openpyxl.load_workbook(file):
            rows += [[cell.value for cell in line] for line in (*sheet.rows, *sheet.columns)]
    if file.suffix == ".csv":
        lines = [*csv.reader(io.StringIO(data.decode()))]
        rows += [*lines, *zip_longest(*lines)]  # type: ignore[arg-type]
    yield from ("".join(str(cell or "") for cell in row) for row in rows)
    for part in parts:
        text = part.decode("utf-8", "replace")
        yield text
        yield re.sub(r"[^0-9A-Za-z]", "", _TAG.sub("", text))


if __name__ == "__main__":
    main()
