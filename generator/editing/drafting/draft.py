"""A record begun: a file with comments, put in its place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

import generator.records
from generator.editing.drafting.yaml_lines import Value, block
from generator.problems import Level, Problem, Stop
from generator.reading import Unreadable, read_tree
from generator.records import RECORD_KINDS, RecordKind
from generator.records.faults import faults_of

SCHEMAS = Path(generator.records.__file__).parent / "schemas"
HINT = "带“# ”的行是说明，或可选的内容：要用时删去行首的“# ”，不用的可以删掉。"


@dataclass(frozen=True, slots=True)
class Draft:
    """A new record: its kind, its place below the content folder, what is in it, what might be.

    `filled` are its values in any order; `examples` what an optional key may look like, shown as
    a comment. Keys of the record in neither are left out.
    """

    kind: str
    path: str
    says: str
    filled: Mapping[str, Value]
    examples: Mapping[str, Value] = field(default_factory=dict)

    @property
    def room(self) -> RecordKind:
        """The room it belongs to."""
        return next(room for room in RECORD_KINDS if room.kind == self.kind)

    def text(self, content: Path) -> str:
        """The file: every key under a comment that says what it is for."""
        lines = [*_schema_line(content / self.path, self.kind), f"# {self.says}", f"# {HINT}"]
        for key, about in self.room.model.model_fields.items():
            words = "：".join(filter(None, (about.title, about.description)))
            if key in self.filled:
                lines += ["", f"# {words}", *block(key, self.filled[key])]
            elif key in self.examples:
                lines += ["", f"# {words}（可选）"]
                lines += [f"# {line}".rstrip() for line in block(key, self.examples[key])]
        return "\n".join(lines) + "\n"


def _schema_line(file: Path, kind: str) -> list[str]:
    """What tells an editor the form of a record, where its schema can be reached by a short way."""
    schema = SCHEMAS / f"{kind}.schema.json"
    top = SCHEMAS.parents[2]
    if not schema.is_file() or not file.resolve().is_relative_to(top.resolve()):
        return []
    way = Path(os.path.relpath(schema.resolve(), file.resolve().parent)).as_posix()
    return [f"# yaml-language-server: $schema={way}"]


def put(content: Path, made: Draft, *, dry_run: bool = False) -> tuple[Path, str]:
    """Writes a draft to its place; gives the file and its text.

    Raises Stop where there is a file already or the record would not be fit, OSError where it
    cannot be written.
    """
    file = content / made.path
    text = made.text(content)
    if file.exists():
        message = f"文件“{made.path}”已经存在"
        raise Stop([_problem(file, "new-exists", message, "不会覆盖；请用 --id 另取编号")])
    if unfit := _unfit(made.room, text):
        raise Stop([_problem(file, *why) for why in unfit])
    if not dry_run:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    return file, text


def _problem(file: Path, code: str, message: str, remedy: str) -> Problem:
    return Problem(file.as_posix(), 1, Level.ERROR, code, message, remedy)


def _unfit(room: RecordKind, text: str) -> list[tuple[str, str, str]]:
    try:
        room.model.model_validate(read_tree(text.encode()))
    except Unreadable as reason:
        return [(reason.code, reason.message, reason.remedy)]
    except ValidationError as error:
        return [(fault.code, fault.message, fault.remedy) for fault in faults_of(error, room.model)]
    return []
