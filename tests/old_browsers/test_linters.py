"""What runs in a reader's browser keeps to Chromium 90; ``make lint`` holds the same."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.browsing import NODE, ROOT

HERE = Path(__file__).parent
ESLINT = ["node_modules/eslint/bin/eslint.js", "--config", HERE / "eslint.config.mjs"]
STYLELINT = ["node_modules/stylelint/bin/stylelint.mjs", "--config", HERE / "stylelint.config.mjs"]


def said(linter: list[object], *files: Path) -> str:
    """What a linter says of files; empty where it has nothing to say."""
    run = subprocess.run(
        [NODE, *map(str, linter), *map(str, files)], cwd=ROOT, capture_output=True, text=True
    )
    return run.stdout + run.stderr


def test_the_scripts_and_the_stylesheet_keep_to_it() -> None:
    scripts = sorted((ROOT / "generator").glob("*/**/scripts"))
    assert len(scripts) == 3
    assert said(ESLINT, *scripts) == ""
    styles = sorted((ROOT / "generator/layouts/overrides/assets").glob("*.css"))
    assert len(styles) > 8
    assert said(STYLELINT, *styles) == ""


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("var a = [1].at(-1);", "no-array-prototype-at"),
        ("var a = structuredClone([]);", "structuredClone"),
        ("var a = Object.hasOwn({}, 'x');", "no-object-hasown"),
        ("class A { #x = 1; }", "Parsing error"),
        ("navigator.windowControlsOverlay; new EyeDropper();", "compat/compat"),
    ],
)
def test_the_linter_of_scripts_is_at_work(code: str, rule: str) -> None:
    file = HERE / "bad.js"  # a linter looks only below its own folder
    try:
        file.write_text(code, encoding="utf-8")
        assert rule in said(ESLINT, file)
    finally:
        file.unlink()


def test_the_linter_of_styles_is_at_work(tmp_path: Path) -> None:
    file = tmp_path / "bad.css"
    file.write_text(
        "a { &:hover { color: red } } b:has(i) { height: 10dvh } @layer x { p { color: red } }\n"
        "@container (min-width: 1px) { p { color: red } }",
        encoding="utf-8",
    )
    told = said(STYLELINT, file)
    for feature in ("css-nesting", "css-has", "viewport-unit", "cascade-layers", "container-q"):
        assert feature in told
