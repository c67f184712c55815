"""The licences of what is bundled into the form, as one text: they ask to travel with it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path


def notices(packages: Iterable[Path]) -> str:
    """What the licences of packages ask to be kept, equal texts once.

    `packages` are folders of ``node_modules``. Raises ValueError for one that tells no licence:
    what may not be passed on may not be in the form.
    """
    by_text: dict[str, list[str]] = {}
    for folder in packages:
        told = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        if not told.get("license"):
            raise ValueError(f"{folder.name} tells no licence")
        name = f"{told['name']} {told['version']} ({told['license']})"
        by_text.setdefault(_text(folder), []).append(name)
    return "\n\n".join(
        "\n".join([*sorted(names), text]).strip()
        for text, names in sorted(by_text.items(), key=lambda pair: sorted(pair[1]))
    )


def _text(folder: Path) -> str:
    files = sorted(
        file for file in folder.iterdir() if file.name.lower().startswith(("licen", "copying"))
    )
    text = files[0].read_text(encoding="utf-8") if files and files[0].is_file() else ""
    return "\n".join(line.strip() for line in text.splitlines()).strip()
