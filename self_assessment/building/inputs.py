"""What a form is made of, as one number: the same inputs make the same form, byte for byte.

So a form whose inputs have not changed is not made again, and the form can be named by them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from self_assessment.building.node import ROOT, SCRIPTS
from self_assessment.building.source import wanted

PACKAGE = Path(__file__).resolve().parents[1]
FORM = PACKAGE / "form"


def inputs_digest(data: Mapping[str, str], example: bytes) -> str:
    """SHA-256 in hex of all that decides what the form is.

    `data` are the generated data files, before the form has a name; `example` is the filled
    example. Beside them count the form's own source, what node is asked and runs, and the lock
    of its packages.
    """
    digest = hashlib.sha256()
    for part in _parts(data, example):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def _parts(data: Mapping[str, str], example: bytes) -> Iterator[bytes]:
    yield json.dumps([wanted(), dict(data)], ensure_ascii=False, sort_keys=True).encode()
    yield example
    yield (ROOT / "package-lock.json").read_bytes()
    folders = (FORM / "src", SCRIPTS, Path(__file__).resolve().parent)
    files = {
        file.relative_to(PACKAGE).as_posix(): file
        for folder in folders
        for file in folder.rglob("*")
        if _is_source(file)
    }
    for path, file in sorted(files.items()):
        yield path.encode()
        yield file.read_bytes()


def _is_source(file: Path) -> bool:
    return file.suffix in {".css", ".mjs", ".py", ".svg", ".ts", ".tsx"} and file.is_file()
