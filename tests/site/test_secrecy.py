"""Nothing confidential is in the site, nor in what the build says (article 30)."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml

from generator.output.ownership import MARKER
from generator.records.secrecy import KEY
from tests.canaries import with_canaries
from tests.outputs import everything, readings
from tests.program import AwardSite
from tests.publishing.works import SMALL, tree
from tests.serving.conftest import previewed
from tests.sites import CONTENT, Built


def all_options(content: Path) -> None:
    """Every output that a site can have, where it has not all of them already."""
    site = content / "site.yml"
    text = site.read_text(encoding="utf-8")
    site.write_text(text + "traditional: 是\n", encoding="utf-8")


@pytest.mark.parametrize(("base", "shown"), [(CONTENT, "text"), (SMALL, "json")])
def test_no_canary_is_in_any_output(
    award_site: AwardSite, workplace: Path, base: Path, shown: str
) -> None:
    sown = with_canaries(base, workplace / "content")
    all_options(sown.content)
    assert len(sown.canaries) > 50
    run = award_site("build", "--today", "2026-10-12", "--format", shown)
    said = run.out + run.err
    if run.code:  # what is sown may be against the regulation: then nothing is published at all
        pytest.fail(f"the canaries stop the build, so nothing is proved:\n{said}")
    assert sown.found_in(said) == []
    kinds = set()
    for name, data in everything(workplace / "site"):
        kinds.add(Path(name).suffix)
        assert sown.found_in(data) == [], name
    assert kinds >= {".pdf", ".xlsx", ".json", ".csv", ".xml", ".ics", ".svg", ".js", ".html"}
    assert kinds >= {".pf_fragment", ".pf_index", ".pf_meta"}


def test_no_canary_is_in_what_the_preview_serves(tmp_path: Path) -> None:
    sown = with_canaries(SMALL, tmp_path / "content")
    with previewed(tmp_path) as preview:
        (room,) = (file.parent for file in tmp_path.rglob(MARKER))
        paths = [file.relative_to(room).as_posix() for file in room.rglob("*") if file.is_file()]
        assert len(paths) > 50
        for path in paths:
            _, body = preview.get(f"/zl/{quote(path)}")
            assert [sown.found_in(r) for r in readings(path, body) if sown.found_in(r)] == [], path
        for path in ("confidential/canaries.yml", "site.yml", "../content/site.yml", MARKER):
            assert preview.get(f"/zl/{path}")[0].status in (302, 404)
        # A mistake beside what is confidential is told in the window and in the page.
        preview.edit("notices/2026/2026-gs-01.yml", "issuer", "isuer")
        preview.hears("isuer")
        event = preview.first_event()
        assert "isuer" in event
        assert sown.found_in(event) == []
    assert sown.found_in("\n".join(preview.said)) == []
    for place in (tmp_path / ".cache", *(tmp_path / ".cache").rglob("*")):
        assert not place.stat().st_mode & 0o077, place  # the site of a preview is there too
        assert place.is_dir() or not sown.found_in(place.read_bytes()), place


def values(tree: Any, hidden: bool) -> Iterator[str]:
    """Every text of a tree that stands below ``confidential``, or every one where `hidden`."""
    if isinstance(tree, dict):
        for key, below in tree.items():
            yield from values(below, hidden or key == KEY)
    elif isinstance(tree, list):
        for below in tree:
            yield from values(below, hidden)
    elif hidden:
        yield tree


def test_nothing_the_demonstration_withholds_is_in_its_site(shipped: Built) -> None:
    withheld: set[str] = set()
    public: set[str] = set()
    for file in CONTENT.rglob("*.yml"):
        tree = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        internal = file.relative_to(CONTENT).parts[0] == KEY
        withheld |= {text.strip() for text in values(tree, internal)}
        public |= {text.strip() for text in values({"public": _cut(tree)}, True) if not internal}
    # Ids, kinds, days and the like are public elsewhere, or so short that they stand in any page.
    told = {text for text in withheld - public if len(text) >= 4 and not _is_day(text)}
    assert len(told) > 80, "the demonstration must withhold something for this to prove anything"
    for name, data in everything(shipped.root):
        for text in told:
            if text.encode() in data:  # which is asked much faster than where it begins and ends
                whole = rb"(?<![0-9.])" + re.escape(text.encode()) + rb"(?![0-9])"
                assert not re.search(whole, data), (name, text)


def _cut(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _cut(below) for key, below in tree.items() if key != KEY}
    return [_cut(below) for below in tree] if isinstance(tree, list) else tree


def _is_day(text: str) -> bool:
    try:
        return bool(dt.date.fromisoformat(text))
    except ValueError:
        return False


def test_who_owes_a_report_is_told_to_the_office_alone(
    award_site: AwardSite, workplace: Path
) -> None:
    """The office needs the names (article 33); whether a report came changes no page."""
    content = Path(shutil.copytree(CONTENT, workplace / "content"))
    with (content / "site.yml").open("a", encoding="utf-8") as site:
        site.write("documents: {made: 否}\n")  # what papers say is what pages say
    run = award_site("build", "--no-search")
    (note,) = (line for line in run.lines if "家没有收到" in line)
    assert "“示例激光装备有限公司”" in note
    for name, data in everything(workplace / "site"):
        for words in ("家没有收到", "年的《自评报告》有"):
            assert words.encode() not in data, name
    record = content / "awardees/shili-jiguang.yml"
    came = "    - {year: 2025, received: 2025-06-30}\n"
    text = record.read_text(encoding="utf-8")
    assert came in text
    record.write_text(text.replace(came, came + came.replace("2025", "2026")), encoding="utf-8")
    run = award_site("build", "--no-search", "--out", "other", "--cache", "another")
    assert not [line for line in run.lines if "家没有收到" in line]
    assert tree(workplace / "site") == tree(workplace / "other")
