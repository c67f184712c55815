"""The form's TypeScript, run in node: bundled as for the form, asked in JSON, answering in JSON."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from self_assessment.building.node import ROOT, asked, node


class TypeScript:
    """Modules of the form for tests, with the generated `source`; bundles lie in `folder`."""

    def __init__(self, source: Path, folder: Path) -> None:
        self._source = source
        self._folder = folder
        self._bundles: dict[str, Path] = {}

    def answer(self, entry: str, given: Any = None) -> Any:
        """What the function `answer` of `entry` makes of `given`.

        `entry` is TypeScript that imports from "./self_assessment/form/src/…" and has a function
        `answer(given)`, which may be async.
        """
        done = subprocess.run(
            [node(), self._bundle(entry)],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            pytest.fail(done.stderr)
        return json.loads(done.stdout)

    def _bundle(self, entry: str) -> Path:
        if entry not in self._bundles:
            asks = (
                'import { readFileSync as read } from "node:fs";\n'
                "void Promise.resolve(answer(JSON.parse(read(0, 'utf8')))).then((said) =>\n"
                "  process.stdout.write(JSON.stringify(said ?? null)));\n"
            )
            bundled = asked(
                "bundle",
                {
                    "contents": f"{entry}\n{asks}",
                    "root": str(ROOT),
                    "made": str(self._source),
                    "polyfills": [],
                    "target": ["node24"],
                    "platform": "node",
                    "minify": False,
                },
            )
            file = self._folder / f"{len(self._bundles)}.mjs"
            file.write_text(bundled["script"], encoding="utf-8")
            self._bundles[entry] = file
        return self._bundles[entry]
