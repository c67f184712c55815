"""The stylesheet, joined in a fixed order to one file named by its content; and the mark."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from generator.drawings.lettering import ADDRESS, Lettering
from generator.layouts.palette import Palette

OVERRIDES = Path(__file__).parent / "overrides"
PARTS = (
    *("tokens.css", "lettering.css", "layout.css", "content.css"),
    *("home.css", "holder.css", "search.css", "charts.css", "settings.css", "old.css"),
    *("elder.css", "print.css"),
)
MARK = "assets/mark.svg"
POINTERS = ("pointer.svg", "pointer-hand.svg")
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


def _thin(css: str) -> str:
    """Without remarks and indentation: readers need neither."""
    return _SPACE.sub("\n", _REMARK.sub("", css)).strip() + "\n"


def assets(palette: Palette, letters: Lettering) -> tuple[dict[str, bytes], str]:
    """All files the layouts refer to, by path below the root, and the stylesheet's own path."""
    folder = OVERRIDES / "assets"
    parts = [palette.css(), *((folder / name).read_text(encoding="utf-8") for name in PARTS)]
    parts.append(letters.css)
    css = _thin("\n".join(parts)).encode()
    path = f"assets/site.{hashlib.sha256(css).hexdigest()[:8]}.css"
    mark = (folder / "mark.svg").read_text(encoding="utf-8")
    for token in ("main", "accent", "paper"):
        mark = mark.replace(f"var(--{token})", palette.light[token])
    pointers = {f"assets/{name}": (folder / name).read_bytes() for name in POINTERS}
    return {path: css, MARK: mark.encode(), ADDRESS: letters.file, **pointers}, path
