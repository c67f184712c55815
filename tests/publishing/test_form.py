"""The self-assessment form is published as it was made, or the page says that it is not there."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.problems import Level, Stop
from generator.publishing import build
from tests.publishing.works import TODAY, Files, Works, tree

PAGE = "self-assessment/index.html"


def made(folder: Path, **files: bytes) -> Path:
    """A folder as ``self-assessment build`` files it; `files` by their names without ending."""
    names = {"form": "form.html", "example": "example.html", "data": "example.json"}
    folder.mkdir(parents=True, exist_ok=True)
    told = {}
    for key, data in files.items():
        (folder / names[key]).write_bytes(data)
        told[names[key]] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    facts: dict[str, Any] = {
        **told["form.html"],
        "criteria": "gbt19580-2012",
        "criteria_name": "卓越绩效评价准则",
        "criteria_standard": "GB/T 19580-2012",
        "criteria_items": 23,
        "criteria_total": 1000,
        "verified": None,
        "edition": "0.1.0-abcdef12",
        "schema_version": 1,
        "recipient": None,
        "files": told,
        "inputs": "",
    }
    (folder / "form.json").write_text(json.dumps(facts), encoding="utf-8")
    return folder


def built(works: Works, form: Path | None) -> Files:
    build(works.content, works.out, works.cache, TODAY, jobs=1, form=form)
    return tree(works.out)


def clean(works: Works, place: Path, form: Path | None) -> Files:
    build(works.content, place / "site", place / "cache", TODAY, jobs=1, form=form)
    return tree(place / "site")


def test_the_form_is_published_byte_for_byte(works: Works, tmp_path: Path) -> None:
    form = made(tmp_path / "form", form=b"<!DOCTYPE html>1", example=b"<html>", data=b"{}")
    site = built(works, form)
    assert site["self-assessment/form.html"] == b"<!DOCTYPE html>1"
    assert site["self-assessment/example.html"] == b"<html>"
    assert site["self-assessment/example.json"] == b"{}"
    assert "self-assessment/form.json" not in site
    page = site[PAGE].decode()
    plain = re.sub(r"<wbr>", "", page)
    assert hashlib.sha256(b"<!DOCTYPE html>1").hexdigest() in plain
    assert "尚未有人与标准的正式文本逐条核对" in page
    assert "版本 0.1.0-abcdef12" in page
    for href in re.findall(r'href="([a-z.]+\.(?:html|json))"', page):
        assert f"self-assessment/{href}" in site


def test_a_verified_set_says_by_whom(works: Works, tmp_path: Path) -> None:
    form = made(tmp_path / "form", form=b"1")
    facts = json.loads((form / "form.json").read_bytes())
    facts["verified"] = {"by": "示例核对人", "on": "2026-01-05"}
    (form / "form.json").write_text(json.dumps(facts), encoding="utf-8")
    page = built(works, form)[PAGE].decode()
    assert "已与标准文本核对（示例核对人，2026-01-05）" in page
    assert "尚未有人" not in page


def test_without_a_form_the_page_says_so_and_links_to_none(works: Works) -> None:
    site = built(works, None)
    page = site[PAGE].decode()
    assert "表单尚未发布" in page
    assert not re.search(r'href="[^"]*(?:form|example)\.(?:html|json)"', page)
    assert not [path for path in site if path.startswith("self-assessment/") and path != PAGE]


def test_an_incremental_build_equals_a_clean_one(works: Works, tmp_path: Path) -> None:
    first = made(tmp_path / "first", form=b"1", example=b"2")
    second = made(tmp_path / "second", form=b"another", data=b"{}")
    for number, form in enumerate((None, first, first, second, None)):
        assert built(works, form) == clean(works, tmp_path / f"clean-{number}", form)


def refused(works: Works, form: Path) -> str:
    before = tree(works.out) if works.out.exists() else {}
    with pytest.raises(Stop) as stop:
        built(works, form)
    assert (tree(works.out) if works.out.exists() else {}) == before
    (problem,) = (one for one in stop.value.problems if one.level is Level.ERROR)
    return str(problem)


def test_a_folder_without_a_form_is_refused(works: Works, tmp_path: Path) -> None:
    said = refused(works, tmp_path / "nothing")
    assert "没有 form.json（不存在）；请先运行 self-assessment build" in said


def test_a_form_changed_after_it_was_made_is_refused(works: Works, tmp_path: Path) -> None:
    form = made(tmp_path / "form", form=b"1")
    (form / "form.html").write_bytes(b"2")
    assert "form.html 与 form.json 写的不符" in refused(works, form)


@pytest.mark.parametrize(
    "facts", ["", "[]", "{}", '{"files": {"../../x.html": {"sha256": ""}}}', '{"files": []}']
)
def test_what_is_no_form_json_is_refused(works: Works, tmp_path: Path, facts: str) -> None:
    form = made(tmp_path / "form", form=b"1")
    if "x.html" in facts:
        told = json.loads((form / "form.json").read_bytes()) | json.loads(facts)
        facts = json.dumps(told)
    (form / "form.json").write_text(facts, encoding="utf-8")
    assert "form.json 的内容不对" in refused(works, form)


def test_who_owes_a_report_is_told(works: Works) -> None:
    page = built(works, None)[PAGE].decode()
    assert '<a href="../awardees/yihao/">' in page
    assert "2025-06-30" in page
    revoked = '<a href="../awardees/erhao/">'
    assert revoked not in page


def test_no_score_reaches_the_site(works: Works, tmp_path: Path) -> None:
    page = built(works, made(tmp_path / "form", form=b"1"))[PAGE].decode()
    assert "本站不公布任何组织的自评得分" in page
