"""Nothing confidential is in the site, nor in what the build says (article 30)."""

from __future__ import annotations

import datetime as dt
import gzip
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.records.secrecy import KEY
from tests.canaries import with_canaries
from tests.program import AwardSite
from tests.publishing.works import SMALL, tree
from tests.site.conftest import CONTENT, Built


def everything(root: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below `root`, and every name, as bytes; what is packed is unpacked."""
    for file in root.rglob("*"):
        yield file.name, file.name.encode()
        if file.is_file():
            path = file.relative_to(root).as_posix()
            data = file.read_bytes()
            yield path, gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
            if zipfile.is_zipfile(file):
                with zipfile.ZipFile(file) as packed:
                    for name in packed.namelist():
                        yield f"{path}/{name}", packed.read(name)


@pytest.mark.parametrize("base", [CONTENT, SMALL], ids=["shipped", "small"])
@pytest.mark.parametrize("shown", ["text", "json"])
def test_no_canary_is_in_any_output(
    award_site: AwardSite, workplace: Path, base: Path, shown: str
) -> None:
    sown = with_canaries(base, workplace / "content")
    assert len(sown.canaries) > 50
    run = award_site("build", "--today", "2026-10-12", "--format", shown)
    said = run.out + run.err
    if run.code:  # what is sown may be against the regulation: then nothing is published at all
        pytest.fail(f"the canaries stop the build, so nothing is proved:\n{said}")
    found = [*sown.found_in(said)]
    for name, data in everything(workplace / "site"):
        found += [(name, canary) for canary in sown.canaries if canary.text.encode() in data]
    assert found == []


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
    files = dict(everything(shipped.root))
    for text in told:
        pattern = re.compile(rb"(?<![0-9.])" + re.escape(text.encode()) + rb"(?![0-9])")
        assert [name for name, data in files.items() if pattern.search(data)] == [], text


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
    run = award_site("build")
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
    run = award_site("build", "--out", "other", "--cache", "another")
    assert not [line for line in run.lines if "家没有收到" in line]
    assert tree(workplace / "site") == tree(workplace / "other")
