"""The form is one file that asks nothing of anybody, and the same inputs make the same bytes."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from self_assessment.building import make_form
from self_assessment.building.form import EXAMPLE, LARGEST
from self_assessment.building.node import ROOT
from self_assessment.criteria import USUAL, Library
from tests.self_assessment.filings import SETS

CONTENT = ROOT / "content"


@pytest.fixture(scope="module")
def folder(made: Path) -> Path:
    """A form of the shipped content."""
    return made / "form"


@pytest.fixture(scope="module")
def html(folder: Path) -> str:
    return (folder / "form.html").read_text(encoding="utf-8")


def test_form_json_tells_what_is_there(folder: Path) -> None:
    told = json.loads((folder / "form.json").read_bytes())
    data = (folder / "form.html").read_bytes()
    assert (told["sha256"], told["size"]) == (hashlib.sha256(data).hexdigest(), len(data))
    assert told["criteria"] == USUAL
    assert told["verified"] is None
    assert told["schema_version"] == 1
    assert re.fullmatch(r"\d+\.\d+\.\d+-[0-9a-f]{8}", told["edition"])
    assert told["files"].keys() == {"form.html", "example.html", "example.json"}
    for name, of in told["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == of["sha256"]
    assert (folder / "example.json").read_bytes() == EXAMPLE.read_bytes()


def test_it_is_small_enough_to_be_mailed(folder: Path) -> None:
    assert (folder / "form.html").stat().st_size <= LARGEST


def test_its_policy_names_its_own_script_and_style_and_nothing_else(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    script = re.search(r"<script>(.*?)</script>", html, re.DOTALL)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert script
    assert style
    assert policy[1].split("; ") == [
        "default-src 'none'",
        f"script-src 'sha256-{_hash(script[1])}'",
        f"style-src 'sha256-{_hash(style[1])}'",
        "img-src data: blob:",
        "worker-src blob:",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    outside = html.replace(script[1], "").replace(style[1], "")
    assert outside.count("<script") == outside.count("<style") == 1


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_it_asks_for_nothing_outside_itself(html: str) -> None:
    frame = re.sub(r"<(script|style)>.*?</\1>", "", html, flags=re.DOTALL)
    frame = re.sub(r"<!--.*?-->", "", frame, flags=re.DOTALL)
    assert not re.search(r"\b(src|href|action|data)=", frame)
    assert "url(http" not in html
    assert "@import" not in html


def test_the_example_can_be_read_without_any_script(folder: Path) -> None:
    sample = (folder / "example.html").read_text(encoding="utf-8")
    example = json.loads(EXAMPLE.read_bytes())
    assert "<script" not in sample
    assert not re.search(r"\sstyle=|\son\w+=", sample)
    style = re.search(r"<style>(.*?)</style>", sample, re.DOTALL)
    assert style
    assert f"style-src 'sha256-{_hash(style[1])}'" in sample
    assert re.findall(r'href="(?!#)([^"]*)"', sample) == ["./"]
    assert example["organisation"]["name"] in sample
    assert example["totals"]["total"] in sample
    assert "都是虚构的" in sample


def test_old_engines_are_told(html: str) -> None:
    assert '<meta name="renderer" content="webkit">' in html
    assert '<div id="banner" role="alert">请用新版浏览器打开</div>' in html
    assert html.index("<meta charset") < html.index("Content-Security-Policy") < 500


def test_licences_travel_with_what_they_are_of(html: str) -> None:
    notices = html[html.rindex("<!--") :]
    for name in ("preact", "docx", "age-encryption", "@noble/ciphers"):
        assert re.search(rf"^{name} \d", notices, re.MULTILINE), name
    assert "Copyright (c) 2015-present Jason Miller" in notices


def test_no_path_of_the_machine_is_in_it(html: str) -> None:
    assert str(ROOT) not in html
    assert str(Path.home()) + "/" not in html


def test_two_builds_on_machines_that_differ_are_the_same_bytes(
    folder: Path, tmp_path: Path
) -> None:
    """Another language, another zone, no PATH, another order of hashing, another folder."""
    shutil.copytree(CONTENT, tmp_path / "elsewhere")
    environment = {
        "LC_ALL": "C",
        "LANG": "zh_CN.GBK",
        "TZ": "Pacific/Apia",
        "PATH": "",
        "PYTHONHASHSEED": "7",
        "HOME": str(tmp_path),
        "SOURCE_DATE_EPOCH": "1",
    }
    done = subprocess.run(
        [
            *[sys.executable, "-m", "self_assessment", "build", "--content", "elsewhere"],
            *["--out", "form", "--source", "source"],
        ],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode() + done.stdout.decode()
    names = sorted(os.listdir(folder))
    assert sorted(os.listdir(tmp_path / "form")) == names
    for name in names:
        assert (tmp_path / "form" / name).read_bytes() == (folder / name).read_bytes(), name


def test_an_unchanged_form_is_not_made_again(made: Path, tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    shutil.copytree(made / "form", tmp_path / "f")
    shutil.copytree(made / "source", tmp_path / "s")

    def make() -> bool:
        return make_form(content, tmp_path / "f", Library(), USUAL, tmp_path / "s").again

    before = (tmp_path / "f/form.html").stat().st_mtime_ns
    assert not make()
    assert (tmp_path / "f/form.html").stat().st_mtime_ns == before
    _edit(content / "site.yml", "027-00000000", "027-11111111")
    assert make()
    assert "027-11111111" in (tmp_path / "f/form.html").read_text("utf-8")
    (tmp_path / "f/form.html").write_text("spoiled", encoding="utf-8")
    assert make()
    shutil.rmtree(tmp_path / "s")
    assert make()


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_another_set_makes_another_form(tmp_path: Path) -> None:
    made = make_form(CONTENT, tmp_path / "f", Library(SETS), "gbt19580-next", tmp_path / "s")
    assert made.facts["criteria_total"] == 1020
    assert made.facts["files"].keys() == {"form.html"}  # the example answers another set
    outlines = json.loads((tmp_path / "s/outlines.json").read_bytes())
    assert {"gbt19580-2012", "gbt19580-next"} <= {outline["id"] for outline in outlines}
