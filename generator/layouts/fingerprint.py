"""The digest of everything layouts are made of."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from generator.layouts.layout_data import LayoutData, Prose

PACKAGE = Path(__file__).parent
OVERRIDES = PACKAGE / "overrides"
SETTINGS = PACKAGE.parent.parent / "mkdocs.yml"

# Those whose change can change a byte of a layout or of a prose page.
RENDERERS = (
    *("jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "pymdown-extensions"),
    *("fonttools", "pylopdf-fonts-zh-cn"),
)


def _sources() -> Iterator[Path]:
    """The files of this package and of the lettering, and the theme's settings, in fixed order."""
    yield SETTINGS
    yield PACKAGE.parent / "pages" / "page.py"
    yield from sorted(PACKAGE.glob("*.py"))
    yield from sorted((PACKAGE.parent / "lettering").glob("*.py"))
    yield from sorted(path for path in OVERRIDES.rglob("*") if path.is_file())


def fingerprint(layout_data: LayoutData, prose: Sequence[Prose]) -> str:
    """The digest of settings, overrides, data, prose and versions of what renders them."""
    digest = hashlib.sha256()
    plain = {
        "layout_data": asdict(layout_data),
        "prose": [{**asdict(page), "source": page.source.as_posix()} for page in prose],
        "versions": {name: version(name) for name in RENDERERS},
        "python": sys.version_info[:2],
    }
    digest.update(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode())
    for path in _sources():
        digest.update(b"\0" + path.relative_to(PACKAGE.parent.parent).as_posix().encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()
