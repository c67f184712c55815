"""The locks pin by digest and name no address: where packages come from is each machine's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock", "package-lock.json")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    text = (TOP / lock).read_text(encoding="utf-8")
    assert re.findall(r"[a-z+]+://\S+|--(?:extra-)?index-url|--find-links", text) == []


def test_every_python_package_is_pinned_by_digest() -> None:
    for lock in LOCKS[:2]:
        entries = re.split(r"\n(?=\S)", (TOP / lock).read_text(encoding="utf-8").strip())
        assert len(entries) > 20
        for entry in entries:
            assert re.match(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==", entry), entry
            assert "--hash=sha256:" in entry, entry
