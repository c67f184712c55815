"""An incremental build equals a clean one byte for byte, whatever happened in between."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.problems import Stop
from tests.program import AwardSite
from tests.publishing.edits import EDITS, Edit
from tests.publishing.works import SMALL, TODAY, Files, Works, inodes, tree

STEPS = st.lists(
    st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 3)), min_size=1, max_size=3),
    min_size=2,
    max_size=7,
)


@settings(
    max_examples=6 if "CI" in os.environ else 3,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
)
@given(steps=STEPS)
def test_any_sequence_of_edits(steps: Sequence[Sequence[tuple[Edit, int]]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        works = Works.at(Path(place))
        works.build()
        for step in steps:
            for edit, number in step:
                if works.out.exists() or "_live_" not in edit.__name__:
                    edit(works, number)
            _holds(works)


@pytest.mark.parametrize("edits", [EDITS[::2], EDITS[1::2]], ids=["some", "the others"])
def test_every_edit_there_and_back(edits: Sequence[Edit], works: Works) -> None:
    """Each edit is taken back by another of its kind while the next one is made."""
    works.build()
    last: Edit | None = None
    for edit in (*edits, *edits[:1]):
        edit(works, 2)
        if last:
            last(works, 1)
        _holds(works)
        last = edit


def _holds(works: Works) -> None:
    """Built, the site is what a clean build makes, and the change is counted; else it stays."""
    before = tree(works.out)
    try:
        built = works.build()
    except Stop:
        assert tree(works.out) == before
    else:
        after = tree(works.out)
        assert after == works.clean()
        assert built.renewal.changed == differing(before, after)


def differing(before: Files, after: Files) -> int:
    """How many files are new, gone or changed; the marker is none of the site's."""
    paths = {path for path in before.keys() | after.keys() if path[-1] != "/"} - {".award-site"}
    return sum(before.get(path) != after.get(path) for path in paths)


def test_nothing_is_made_where_nothing_changed(works: Works) -> None:
    first = works.build()
    before = inodes(works.out)
    second = works.build()
    assert first.renewal.made == first.renewal.changed == first.renewal.files
    assert second.renewal == first.renewal.__class__(first.renewal.files, 0, first.renewal.size)
    assert inodes(works.out) == before


def test_an_edit_taken_back_is_counted_though_nothing_is_made(
    award_site: AwardSite, works: Works
) -> None:
    """The spare tree still has what it was: a reader finds other pages all the same."""
    places = ["--content", works.content, "--out", works.out, "--cache", works.cache]
    told = []
    for old, new in (("张示例", "张示例"), ("张示例", "章示例"), ("章示例", "张示例")):
        before = tree(works.out)
        works.edit("awardees/zhang.yml", old, new)
        run = award_site("build", *places, "--today", TODAY, "--jobs", 1, "--no-search")
        count = differing(before, tree(works.out))
        assert f"，本次更新 {count} 个。" in run.out
        told.append(count)
    assert told[1] == told[2] > 0
    run = award_site("build", *places, "--today", TODAY, "--no-search", "--format", "json")
    assert (run.json["made"], run.json["changed"]) == (0, 0)


def test_only_what_an_edit_concerns_is_made(works: Works) -> None:
    works.build()
    for number in range(3):  # the trees change places: hold it in both of them
        before = inodes(works.out)
        works.edit("awardees/zhang.yml", f"SL-2024-{number + 3}", f"SL-2024-{number + 4}")
        built = works.build()
        after = inodes(works.out)
        remade = {path for path in after if after[path] not in before.values()} - {".award-site"}
        assert remade.isdisjoint(
            {
                *("404.html", "about/index.html", "regulation/index.html"),
                *("awardees/yihao/index.html", "awardees/erhao/index.html"),
                *("notices/2025-cx-01/index.html", "files/2024/名单.csv"),
            }
        )
        assert "awardees/zhang/index.html" in remade
        assert built.renewal.made == len(remade)


def test_a_showcase_concerns_its_own_page_and_the_home_page(works: Works) -> None:
    works.build()
    works.edit("awardees/yihao.yml", "走线三百天", "走线四百天")
    before = inodes(works.out)
    works.build()
    after = inodes(works.out)
    remade = {path for path in after if after[path] not in before.values()}
    assert {"index.html", "awardees/yihao/index.html"} <= remade
    assert remade.isdisjoint(
        {
            *("404.html", "about/index.html", "regulation/index.html", "awardees/index.html"),
            *("awardees/zhang/index.html", "rounds/2024/index.html", "cultivation/dong/index.html"),
            *(path for path in after if path.startswith("notices/")),
        }
    )


def test_every_record_has_its_page_and_every_file_is_counted(works: Works) -> None:
    built = works.build()
    register = built.register
    pages = {
        "index.html",
        "404.html",
        "sitemap.xml",
        "about/index.html",
        *(f"{name}/index.html" for name in ("notices", "awardees", "rounds", "cultivation")),
        "regulation/index.html",
        *(f"notices/{id_}/index.html" for id_ in register.notices),
        *(f"awardees/{id_}/index.html" for id_ in register.awardees),
        *(f"rounds/{id_}/index.html" for id_ in register.rounds),
        *(f"cultivation/{id_}/index.html" for id_ in register.pools),
    }
    files = tree(works.out)
    assert pages <= files.keys()
    assert {path for path in files if path.startswith("files/")} == register.published_files
    assert built.renewal.files == len(files) - 1  # all but the marker
    assert built.renewal.size == sum(map(len, files.values())) - len(files[".award-site"])


def test_a_withdrawn_page_does_not_come_back_after_the_cache_was_lost(works: Works) -> None:
    notice = works.content / "notices/2024/2024-gz-01.yml"
    works.build()
    kept = notice.read_text(encoding="utf-8")
    notice.unlink()
    for path in sorted(works.cache.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    works.build()
    for number in (4, 5):
        works.edit("awardees/zhang.yml", f"SL-2024-{number - 1}", f"SL-2024-{number}")
        works.build()
        assert not (works.out / "notices/2024-gz-01").exists()
        assert not [p for p, data in tree(works.out).items() if b"2024-gz-01" in data]
    assert "2024-gz-01" in kept


def test_a_withdrawn_page_does_not_come_back_from_the_tree_of_another_cache(works: Works) -> None:
    other = works._replace(cache=works.cache.with_name("another"))
    withdrawn = works.content / "notices/2026/2026-qt-01.yml"
    for number in (3, 4):
        works.build()
        works.edit("awardees/zhang.yml", f"SL-2024-{number}", f"SL-2024-{number + 1}")
    withdrawn.write_text(
        "id: 2026-qt-01\nkind: 其他\ntitle: 发错的通知\nissuer: ban\npublished: 2026-02-03 09:00\n"
        "confidential: {drafted_by: 示例甲, reviewed_by: 示例乙, approved_by: 示例丙}\n",
        encoding="utf-8",
    )
    other.build()
    withdrawn.unlink()
    other.build()  # the spare tree is now one that holds the page, and the first cache knows not
    works.edit("awardees/zhang.yml", "SL-2024-5", "SL-2024-6")
    works.build()
    assert tree(works.out) == works.clean()


def test_a_picture_replaced_within_one_tick_of_the_clock(works: Works) -> None:
    picture = works.content / "files/awardees/yihao.svg"
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg' id='a'/>", encoding="utf-8")
    stat = picture.stat()
    works.build()
    picture.write_text("<svg xmlns='http://www.w3.org/2000/svg' id='b'/>", encoding="utf-8")
    os.utime(picture, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    works.build()
    assert tree(works.out) == works.clean()


ENVIRONMENTS = [
    (
        {"TZ": "America/Los_Angeles", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        "2026-10-12",
    ),
    ({"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "77"}, "2031-01-01"),
]


@pytest.mark.parametrize(("environment", "today"), ENVIRONMENTS)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_same_content_same_bytes(
    environment: dict[str, str], today: str, jobs: str, works: Works
) -> None:
    works.many(80)  # enough for several processes to be worth their start
    command = [sys.executable, "-m", "tests.publishing.dying", "build", "--content", works.content]
    options = [
        "--out",
        works.out,
        "--cache",
        works.cache,
        "--today",
        today,
        "--jobs",
        jobs,
        "--no-search",
    ]
    subprocess.run(
        [*command, *options],
        check=True,
        capture_output=True,
        env=os.environ | environment,
        cwd=SMALL.parents[2],
    )
    assert tree(works.out) == works.clean(jobs=2, cold=True)
