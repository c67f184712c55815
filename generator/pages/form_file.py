"""The self-assessment form as a file to publish: made elsewhere, taken over as it is.

``self-assessment build`` writes a folder with the form and ``form.json``, which tells what is in
it. This program knows no more of the form than that file says.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from generator.problems import Level, Problem, Stop, refusal

MADE_BY = "请先运行 self-assessment build --out 这个文件夹"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:html|json|docx|pdf)")
FORM = "form.html"
SAMPLE = "example.html"
SAMPLE_DATA = "example.json"


class Part(NamedTuple):
    """One file beside the page: its name, size in bytes, SHA-256 in hex, and its bytes."""

    name: str
    size: int
    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class FormFile:
    """What is published of the form, and what the page says of it.

    `criteria` names the criteria set as readers call it; `verified` says who held it against the
    printed standard and when, empty until somebody did. `edition` names the form itself.
    """

    criteria: str
    items: int
    total: int | None
    verified: str
    edition: str
    sealed: bool
    parts: dict[str, Part]

    @property
    def digest(self) -> bytes:
        """A digest of everything that is published of it."""
        told = [self.criteria, self.items, self.total, self.verified, self.edition, self.sealed]
        files = [(part.name, part.sha256) for part in self.parts.values()]
        return hashlib.blake2b(repr([told, files]).encode(), digest_size=16).digest()

    @property
    def published(self) -> list[Part]:
        """What is published, the form first."""
        return sorted(self.parts.values(), key=lambda part: (part.name != FORM, part.name))

    @property
    def form(self) -> Part:
        """The form itself."""
        return self.parts[FORM]


def read_form(folder: Path) -> FormFile:
    """The form that was made in `folder`.

    Raises Stop where there is none, or where a file is not what ``form.json`` says of it: what is
    published must be what was made.
    """
    told = folder / "form.json"
    try:
        facts: dict[str, Any] = json.loads(told.read_bytes())
        verified = facts["verified"]
        return FormFile(
            criteria=f"{facts['criteria_standard']} {facts['criteria_name']}",
            items=int(facts["criteria_items"]),
            total=facts["criteria_total"],
            verified=f"{verified['by']}，{verified['on']}" if verified else "",
            edition=str(facts["edition"]),
            sealed=bool(facts["recipient"]),
            parts={name: _part(folder, name, of) for name, of in sorted(facts["files"].items())},
        )
    except OSError as error:
        name = Path(error.filename or told).name
        raise _stop(folder, "form-missing", f"没有 {name}（{refusal(error)}）") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise _stop(folder, "form-unreadable", "form.json 的内容不对") from None


def _part(folder: Path, name: str, facts: dict[str, Any]) -> Part:
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    data = (folder / name).read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    if sha256 != facts["sha256"]:
        raise _stop(folder, "form-changed", f"{name} 与 form.json 写的不符，做好以后被改动过")
    return Part(name, len(data), sha256, data)


def _stop(folder: Path, code: str, message: str) -> Stop:
    place = f"{folder.as_posix()}/form.json"
    return Stop([Problem(place, 1, Level.ERROR, code, message, MADE_BY)])
