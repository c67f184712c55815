"""The cities whose open data the tests read, and their files."""

from __future__ import annotations

import csv
import io
import json
import shutil
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.opendata import DataFile, files
from generator.problems import failing
from generator.register import observed
from generator.regulation import Calendar, examine

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "content"
SMALL = ROOT / "tests/pages/content"
"""It has an address of its own; the demonstration has none."""
LINJIANG = ROOT / "tests/cities/linjiang"
CITIES = {"demo": DEMO, "small": SMALL, "linjiang": LINJIANG}
TABLES = [
    *("awardees", "honours", "notices", "disclosure", "publicity", "notice_rows"),
    *("rounds", "stages", "quotas", "cultivation", "bodies", "articles"),
]


class City:
    """The register of a content folder and the files made of it."""

    def __init__(self, content: Path) -> None:
        found = examine(content)
        assert not failing(found.problems, strict=False), found.problems
        self.register, self.observer = observed(found.register)
        self.calendar: Calendar = found.calendar
        self.planned: dict[str, DataFile] = {
            each.path: each for each in files(self.register, self.calendar, self.observer)
        }
        self.asked: dict[str, set[str]] = {}

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file, made."""
        return {path: self._made(path) for path in self.planned}

    def _made(self, path: str) -> bytes:
        with self.observer.watching() as self.asked[path]:
            return self.planned[path].make()

    def made_of(self, path: str, asked: set[str]) -> bytes:
        """What a file whose making asked this would be made of here."""
        return self.observer.made_of(self.planned[path].given, sorted(asked))

    def fresh_in(self, other: City, path: str) -> bool:
        """Whether a file that was made here need not be made again there."""
        assert self.files
        asked = self.asked[path]
        return self.made_of(path, asked) == other.made_of(path, asked)

    def json(self, name: str) -> Any:
        """What ``/data/<name>.json`` holds."""
        return json.loads(self.files[f"data/{name}.json"])

    def csv(self, name: str) -> list[dict[str, str]]:
        """What ``/data/<name>.csv`` holds, as users read it."""
        text = self.files[f"data/{name}.csv"].decode("utf-8-sig")
        return [*csv.DictReader(io.StringIO(text, newline=""))]

    def write(self, folder: Path) -> Path:
        """Every file below `folder`."""
        for path, data in self.files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        return folder


def copied(content: Path, place: Path) -> Path:
    """A copy that may be changed."""
    return Path(shutil.copytree(content, place / "content"))


def edited(content: Path, path: str, old: str, new: str) -> None:
    """Replaces `old`, which must be there."""
    file = content / path
    text = file.read_text(encoding="utf-8")
    assert old in text, (path, old)
    file.write_text(text.replace(old, new), encoding="utf-8")


def emptied(content: Path) -> None:
    """Takes away all that happened: what is left is a city that is only setting out."""
    for room in ("awardees", "notices", "rounds", "cultivation", "confidential", "pages"):
        shutil.rmtree(content / room, ignore_errors=True)
