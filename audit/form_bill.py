"""What is in the form: the packages that esbuild bundled, and those that may lie inside them.

A package can carry others in its own files, where a bundler does not see them. So whatever a
bundled one asks for is in the bill too, as ``optional``.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from typing import Any

from packageurl import PackageURL

from audit.bill import SPEC, Bill, Component

Lock = dict[str, dict[str, Any]]
"""``packages`` of ``package-lock.json``: by folder, the project itself under an empty name."""
ROOT = "form"


def form_bill(bundled: Iterable[str], lock: Lock, name: str, version: str) -> Bill:
    """The bill of the form `name`. `bundled` are the folders of packages in ``node_modules``."""
    inside = {folder.rstrip("/") for folder in bundled}
    folders = sorted(_with_what_they_ask_for(inside, lock))
    needs = {folder: [*_asked_for(folder, lock)] for folder in folders}
    needs[ROOT] = [folder for folder in _asked_for("", lock) if folder in inside]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": SPEC.to_version(),
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": ROOT,
                "name": name,
                "version": version,
                "licenses": _licences(lock[""]),
            }
        },
        "components": [_component(folder, lock[folder], folder in inside) for folder in folders],
        "dependencies": [
            {"ref": folder, "dependsOn": sorted(needed)} for folder, needed in sorted(needs.items())
        ],
    }


def _with_what_they_ask_for(folders: set[str], lock: Lock) -> set[str]:
    found: set[str] = set()
    todo = [*folders]
    while todo:
        folder = todo.pop()
        if folder not in found:
            found.add(folder)
            todo += _asked_for(folder, lock)
    return found


def _asked_for(folder: str, lock: Lock) -> Iterator[str]:
    """What a package asks for: of each name the nearest folder, as node looks for it."""
    above = [folder]
    while above[-1]:
        above.append(above[-1].rpartition("/node_modules/")[0])
    for name in lock[folder].get("dependencies", ()):
        places = [f"{near}/node_modules/{name}".lstrip("/") for near in above]
        yield next(place for place in places if place in lock)


def _component(folder: str, told: dict[str, Any], bundled: bool) -> Component:
    name = folder.rpartition("node_modules/")[2]
    group, _, base = name.rpartition("/")
    algorithm, _, digest = told["integrity"].partition("-")
    return {
        "type": "library",
        "bom-ref": folder,
        **({"group": group} if group else {}),
        "name": base,
        "version": told["version"],
        "scope": "required" if bundled else "optional",
        "licenses": _licences(told),
        "hashes": [
            {
                "alg": algorithm.upper().replace("SHA", "SHA-"),
                "content": base64.b64decode(digest).hex(),
            }
        ],
        "purl": PackageURL("npm", group or None, base, told["version"]).to_string(),
    }


def _licences(told: dict[str, Any]) -> list[dict[str, str]]:
    return [{"expression": told["license"]}] if told.get("license") else []
