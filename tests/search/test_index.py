"""The index: made of the public text alone, only when that changed, or not at all."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

from generator.problems import Stop
from generator.publishing import Built, build
from generator.search import indexing
from generator.search.slips import slip
from tests.canaries import with_canaries
from tests.publishing.works import Works, tree
from tests.search.reader import TODAY
from tests.sites import CONTENT


def built(works: Works, search: bool = True) -> Built:
    return build(works.content, works.out, works.cache, TODAY, search=search, jobs=1)


def test_nothing_confidential_is_in_the_index(tmp_path: Path) -> None:
    sown = with_canaries(CONTENT, tmp_path / "content")
    out = tmp_path / "site"
    build(sown.content, out, tmp_path / "cache", TODAY, search=True)
    files = [file for file in (out / "pagefind").rglob("*") if file.is_file()]
    assert len(files) > 100
    for file in [*files, out / "search/titles.json"]:
        data = file.read_bytes()
        text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode(errors="replace")
        plain = text.replace("\u200b", "")
        assert sown.found_in(text) == sown.found_in(plain) == [], file.name


def test_what_every_page_repeats_is_not_in_the_index(site: Path) -> None:
    entries = [
        gzip.decompress(file.read_bytes()).decode().replace("\u200b", "")
        for file in (site / "pagefind/fragment").iterdir()
    ]
    texts = "".join(entry for entry in entries if '"url":"/notices/' in entry)
    assert "示例质量管理协会关于2024年度" in texts
    assert "信息公开事项" not in texts
    assert "示例大楼201室" not in texts  # the address of the supervision, below every notice
    assert "跳到正文" not in texts


def test_rows_and_entries_belong_together(site: Path) -> None:
    titles = json.loads((site / "search/titles.json").read_text(encoding="utf-8"))
    rows = json.loads((site / "pagefind/rows.json").read_text(encoding="utf-8"))
    assert titles["digest"] == rows["digest"]
    assert len(titles["rows"]) == len(rows["ids"])
    for row, entry in zip(titles["rows"], rows["ids"], strict=True):
        assert (site / row[0].partition("#")[0] / "index.html").is_file()
        assert (site / f"pagefind/fragment/{entry}.pf_fragment").is_file()


def test_lists_are_not_searched(site: Path) -> None:
    """What a list by facet shows has a page of its own, and would be found five times over."""
    rows = json.loads((site / "search/titles.json").read_text(encoding="utf-8"))["rows"]
    addresses = {row[0] for row in rows}
    assert "statistics/" in addresses
    assert not {address for address in addresses if "/by/" in address}
    assert addresses.isdisjoint({"notices/", "awardees/"})


def test_the_index_is_made_again_only_when_a_page_changed(works: Works) -> None:
    assert built(works).renewal.gathered
    assert built(works).renewal.gathered == 0
    before = _index(works.out)
    assert before
    works.edit("site.yml", "office", "office")
    assert built(works).renewal.gathered == 0
    works.edit("awardees/zhang.yml", "SL-2024-3", "SL-2024-8")
    again = built(works)
    assert again.renewal.gathered
    assert again.renewal.made < again.renewal.files - again.renewal.gathered
    assert _index(works.out) != before


def test_all_but_the_index_equals_a_clean_build(works: Works) -> None:
    built(works)
    for number in (4, 5):
        works.edit("awardees/zhang.yml", f"SL-2024-{number - 1}", f"SL-2024-{number}")
        built(works)
    clean = works._replace(out=works.out.with_name("clean"), cache=works.cache.with_name("other"))
    built(clean)
    assert tree(works.out) == tree(clean.out)  # which files out the index


def _index(out: Path) -> set[str]:
    return {file.name for file in (out / "pagefind").rglob("*") if file.is_file()}


def test_a_lost_or_spoilt_index_is_made_again(works: Works) -> None:
    built(works)
    (works.out / "pagefind/rows.json").unlink()
    assert built(works).renewal.gathered
    (works.out / "pagefind/rows.json").write_text("{}", encoding="utf-8")
    assert built(works).renewal.gathered
    assert json.loads((works.out / "pagefind/rows.json").read_text())["ids"]


def test_files_laid_into_the_index_do_not_stay(works: Works) -> None:
    built(works)
    (works.out.with_name(".site.spare") / "pagefind").mkdir(parents=True, exist_ok=True)
    works.edit("awardees/zhang.yml", "SL-2024-3", "SL-2024-8")
    built(works)
    (works.out.with_name(".site.spare") / "pagefind/fremd.js").write_text("1", encoding="utf-8")
    works.edit("awardees/zhang.yml", "SL-2024-8", "SL-2024-9")
    built(works)
    assert not (works.out / "pagefind/fremd.js").exists()


def test_without_search_nothing_of_it_is_there(works: Works) -> None:
    built(works)
    assert (works.out / "pagefind/pagefind.js").is_file()
    built(works, search=False)
    files = [file.relative_to(works.out).as_posix() for file in works.out.rglob("*")]
    assert not [path for path in files if "search" in path or "pagefind" in path]
    assert "search/" not in (works.out / "index.html").read_text(encoding="utf-8")


def test_a_failing_pagefind_is_one_problem_and_the_site_stays(
    works: Works, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(works)
    before = tree(works.out)
    works.edit("awardees/zhang.yml", "SL-2024-3", "SL-2024-8")
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho 'no such binary' >&2\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(broken))
    with pytest.raises(Stop) as stop:
        built(works)
    (problem,) = stop.value.problems
    assert "Pagefind 没有运行成功（no such binary）" in problem.sentence
    assert "--no-search" in problem.sentence
    assert tree(works.out) == before
    monkeypatch.undo()
    assert built(works).renewal.gathered


def test_a_page_that_is_missing_from_the_index_is_a_problem(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blind(page: str) -> str:
        return "<html></html>" if "张示例" in page else slip(page)

    monkeypatch.setattr(indexing, "slip", blind)
    with pytest.raises(Stop) as stop:
        built(works)
    assert "索引里缺少" in stop.value.problems[0].sentence
    assert not works.out.exists()


def test_a_slip_parts_characters_and_keeps_tags() -> None:
    page = '<nav>栏目</nav><main id="content"><h1 id="s1">ISO9001质量 &amp; 奖</h1></main>'
    cut = slip(page).replace("\u200b", "/")
    assert '<main data-pagefind-body id="content"><h1 id="s1">ISO/9001/质/量 &amp; /奖</h1>' in cut
    assert "栏" not in cut
