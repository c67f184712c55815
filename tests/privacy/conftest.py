"""A content folder with a notice that offers what the test gives it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.privacy.files import WHOLE_ID
from tests.program import AwardSite, Run, laid_over

TOP = Path(__file__).parents[2]
NOTICE = "notices/2026/2026-qt-01.yml"
Offer = Callable[[str, bytes], Path]
Checked = Callable[..., list[str]]


@pytest.fixture
def content(workplace: Path) -> Path:
    """A copy of the demonstration, without PDFs: they take half the time of a build."""
    site = (TOP / "content/site.yml").read_text(encoding="utf-8") + "documents: {made: 否}\n"
    return laid_over(TOP / "content", workplace / "content", {"site.yml": site})


@pytest.fixture
def offer(content: Path) -> Offer:
    """Puts a file beside the records and offers it with a notice."""

    def put(name: str, data: bytes) -> Path:
        file = content / "files" / name
        file.write_bytes(data)
        notice = content / NOTICE
        text = notice.read_text(encoding="utf-8")
        attachments = f"attachments:\n  - file: files/{name}\n    title: 示例附件\n"
        notice.write_text(text.replace("body: |\n", f"{attachments}body: |\n", 1), encoding="utf-8")
        return file

    return put


@pytest.fixture
def checked(award_site: AwardSite) -> Checked:
    """What the check says of the privacy scan: one line a problem. No full number is in it."""

    def run(*options: str) -> list[str]:
        told: Run = award_site("check", *options)
        shown = award_site("check", "--format", "json", *options)
        assert WHOLE_ID not in told.out + told.err + shown.out
        codes = {p["message"]: p["code"] for p in shown.json["problems"]}
        ours = [m for m, code in codes.items() if code.startswith(("privacy", "attachment"))]
        return [line for line in told.lines if any(message in line for message in ours)]

    return run
