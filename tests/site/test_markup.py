"""Every page of the demonstration is valid HTML, as html-validate knows it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.sites import Built

NODE = Path(sys.executable).with_name("node")
VALIDATE = Path(__file__).parents[2] / "node_modules/html-validate/bin/html-validate.mjs"
SETTINGS = Path(__file__).with_name("html_validate.cjs")


def invalid(pages: Iterable[Path], told: Path) -> list[str]:
    """Every rule that a page breaks, with its place; `told` is a file the validator writes."""
    settings = ["--config", SETTINGS, "--formatter", f"json={told}"]
    run = subprocess.run([NODE, VALIDATE, *settings, *pages], capture_output=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    return [
        f"{file['filePath']}:{message['line']} {message['ruleId']}: {message['message']}"
        for file in json.loads(told.read_text(encoding="utf-8"))
        for message in file["messages"]
    ]


def test_every_page_is_valid(whole: Built, tmp_path: Path) -> None:
    pages = [file for file in whole.root.rglob("*.html") if "pagefind" not in file.parts]
    assert len(pages) == len(whole.pages)
    assert invalid(pages, tmp_path / "told.json") == []


def test_the_validator_is_at_work(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><html lang='zh-CN'><head><title>页</title></head>"
        "<body><p id='a'><div id='a'>块</div></p></body></html>",
        encoding="utf-8",
    )
    found = " ".join(invalid([page], tmp_path / "told.json"))
    assert "no-dup-id" in found
    assert "element-permitted-content" in found or "no-implicit-close" in found
