"""What is installed for the site: the packages of ``requirements.lock``, by the lock's own digests.

An environment knows licences and no digests, a lock digests and no licences: they are joined by
the address of each package (purl). What is installed beside them, for tests, is left out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from audit.bill import SPEC, Bill, Component
from generator.problems import Level, Problem, Stop


def site_bill(project: Path, lock: Path) -> Bill:
    """The bill of the environment that runs this, for the packages of `lock`.

    `project` is the ``pyproject.toml``. Raises Stop where another version is installed than locked.
    """
    installed = _told("environment", "--pyproject", str(project), sys.executable)
    return joined(installed, _told("requirements", str(lock)))


def joined(installed: Bill, locked: Bill) -> Bill:
    """The bill `installed` without what is not `locked`, each package with the lock's digests."""
    by_purl: dict[str, Component] = {one["purl"]: one for one in locked["components"]}
    names = {one["name"] for one in locked["components"]}
    kept, other = [], []
    for one in installed["components"]:
        purl = one.get("purl", "")
        if purl in by_purl:
            beside = by_purl[purl].get("externalReferences", [])
            kept.append(
                {**one, "externalReferences": [*one.get("externalReferences", []), *beside]}
            )
        elif purl.rpartition("/")[2].partition("@")[0] in names:
            other.append(one)
    if other:
        raise Stop([_another(one) for one in other])
    refs = {one["bom-ref"] for one in kept} | {installed["metadata"]["component"]["bom-ref"]}
    needs = [
        {**one, "dependsOn": [ref for ref in one.get("dependsOn", ()) if ref in refs]}
        for one in installed["dependencies"]
        if one["ref"] in refs
    ]
    return {**installed, "components": kept, "dependencies": needs}


def _another(component: Component) -> Problem:
    what = f"{component['name']} {component['version']}"
    message = f"装的是“{what}”，requirements.lock 里是另一个版本"
    remedy = "请删去 .venv，再运行一次 make audit"
    return Problem("requirements.lock", 1, Level.ERROR, "audit-version", message, remedy, what)


def _told(command: str, *arguments: str) -> Bill:
    """What cyclonedx-py tells; it is held to the schema when it is complete."""
    asked = (command, "--no-validate", "--output-reproducible", "--spec-version", SPEC.to_version())
    done = subprocess.run(
        [sys.executable, "-m", "cyclonedx_py", *asked, *arguments],
        capture_output=True,
        check=True,
    )
    bill: Bill = json.loads(done.stdout)
    return bill
