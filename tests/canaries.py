"""Canaries: a telltale text in every place of the content that must never be published.

`with_canaries` copies any content folder, fills every place that can be confidential with texts
that occur nowhere else, and lists them; a folder without errors stays without. Whoever makes
something public of that folder searches it for each `Canary.text`: none may be found. Source:
article 30 of the regulation.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import BaseModel

from generator.records import Internal, RecordKind, record_kind_of
from generator.records.parts import part_model
from generator.records.secrecy import KEY
from tests.specimens import filled


class Canary(NamedTuple):
    """One telltale text, and the file in which it stands."""

    text: str
    file: str


class Sown(NamedTuple):
    """A content folder with canaries, and all of them."""

    content: Path
    canaries: tuple[Canary, ...]

    def found_in(self, text: str | bytes) -> list[Canary]:
        """The canaries that a text lets out."""
        data = text.encode() if isinstance(text, str) else text
        found = [bytes_ for bytes_ in _beginnings(self.canaries) if bytes_ in data]
        likely = [c for c in self.canaries if c.text.encode().startswith(tuple(found))]
        return [canary for canary in likely if canary.text.encode() in data] if found else []


@cache
def _beginnings(canaries: tuple[Canary, ...]) -> frozenset[bytes]:
    """How canaries begin: few beginnings are looked for faster than many canaries."""
    return frozenset(canary.text.encode()[:6] for canary in canaries)


def with_canaries(base: Path, target: Path) -> Sown:
    """`base` copied to `target`, with a canary in every place that can be confidential."""
    shutil.copytree(base, target, dirs_exist_ok=True)
    sower = _Sower(target)
    for file in sorted(target.rglob("*.yml")):
        path = file.relative_to(target).as_posix()
        record_kind = record_kind_of(path)
        if record_kind and record_kind.model is not Internal:
            tree = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
            if sower.sow(tree, record_kind, path):
                _write(file, tree)
    internal = target / KEY / "canaries.yml"
    internal.parent.mkdir(exist_ok=True)
    tree = sower.tree(Internal, f"{KEY}/canaries.yml")
    for group in tree["groups"]:  # one leader each
        for member in group["members"][1:]:
            del member["leader"]
    _write(internal, tree)
    return Sown(target, tuple(sower.canaries))


def _write(file: Path, tree: Any) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, default_style='"')
    file.write_text(text, encoding="utf-8")


class _Sower:
    """Makes canaries, each another one, and puts them into trees."""

    def __init__(self, content: Path) -> None:
        self.canaries: list[Canary] = []
        self._number = itertools.count(1)
        self._known = known_in(content)

    def sow(self, tree: dict[str, Any], record_kind: RecordKind, path: str) -> bool:
        """Fills every ``confidential`` place of a tree. False where there is none."""
        places = list(confidential_places(record_kind.model, tree))
        for holder, model in places:
            holder[KEY] = self.tree(model, path)
        return bool(places)

    def tree(self, model: type[BaseModel], path: str) -> Any:
        """A tree of `model` in which every value that can be a canary is one."""

        def write(kind: str) -> str | None:
            number = next(self._number)
            text = {
                "name": f"qzcanary{number:04}x",
                "line": f"qzcanary{number:04}x",
                "text": f"qzcanary{number:04}x\n\n第二段 qzcanary{number:04}x",
                "credit-code": _credit_code(number),
                "exact": f"7.{number:06}",  # within the total of any standard
                "day": f"17{number // 300:02}-{number // 25 % 12 + 1:02}-{number % 25 + 1:02}",
            }.get(kind)
            if text:
                self.canaries.append(Canary(text.split("\n")[0], path))
            return text

        return filled(model, self._known, write, times=3)  # a group has three assessors or more


def _credit_code(number: int) -> str:
    """An 统一社会信用代码 with a right check character (GB 32100)."""
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    code = f"91420100CNR{number:06}"
    total = sum(signs.index(sign) * pow(3, place, 31) for place, sign in enumerate(code))
    return code + signs[-total % 31]


def confidential_places(
    model: type[BaseModel], tree: dict[str, Any]
) -> Iterator[tuple[dict[str, Any], type[BaseModel]]]:
    """Every mapping of a tree that may have a key ``confidential``, with the model below it."""
    for name, field in model.model_fields.items():
        part = part_model(field.annotation)
        if part is None:
            continue
        if name == KEY:
            yield tree, part
        else:
            below = tree.get(name)
            for item in below if isinstance(below, list) else [below] if below else []:
                yield from confidential_places(part, item)


def known_in(content: Path) -> dict[str, str]:
    """For each kind of record that can be pointed to, an id there is in a content folder."""

    def load(file: Path) -> Any:
        return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)

    site = load(content / "site.yml")
    edition = load(content / "regulation" / f"{site['regulation']}.yml")
    stems = {
        kind: min((file.stem for file in (content / record_kind).rglob("*.yml")), default="")
        for kind, record_kind in (
            ("awardee", "awardees"),
            ("notice", "notices"),
            ("round", "rounds"),
        )
    }
    files = (file for file in (content / "files").rglob("*") if file.is_file())
    return stems | {
        "body": site["office"],
        "edition": site["regulation"],
        "sector": site["sectors"][0]["id"],
        "step": site["ladder"][0]["id"],
        "tier": edition["tiers"][0]["id"],
        "holder-kind": edition["holder_kinds"][0]["id"],
        "file": next((file.relative_to(content).as_posix() for file in files), ""),
    }
