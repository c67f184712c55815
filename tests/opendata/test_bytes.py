"""The same content gives the same bytes anywhere; what changes them changes the digest too."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.opendata.cities import DEMO, ROOT, SMALL, City, copied, edited

ENVIRONMENTS = [
    {"TZ": "America/Los_Angeles", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "77"},
]
TELL = """
import hashlib, json, sys
from pathlib import Path
from tests.opendata.cities import City
city = City(Path(sys.argv[1]))
print(json.dumps({
    path: [city.made_of(path, city.asked[path]).hex(), hashlib.sha256(data).hexdigest()]
    for path, data in city.files.items()
}))
"""


@pytest.mark.parametrize("content", [DEMO, SMALL], ids=["demo", "small"])
def test_whatever_the_machine(content: Path) -> None:
    told = []
    for environment in ENVIRONMENTS:
        ran = subprocess.run(
            [sys.executable, "-c", TELL, content],
            check=True,
            capture_output=True,
            env=os.environ | environment,
            cwd=ROOT,
        )
        told.append(json.loads(ran.stdout))
    assert told[0] == told[1]
    city = City(content)
    assert told[0] == {
        path: [city.made_of(path, city.asked[path]).hex(), hashlib.sha256(data).hexdigest()]
        for path, data in city.files.items()
    }


EDITS = [
    ("site.yml", "award: 示例市质量奖", "award: 示例市市长质量奖"),
    ("site.yml", "url: https://zl.example.gov.cn", "url: https://zl2.example.gov.cn"),
    ("site.yml", "  phone: 000-00000000", "  phone: 000-00000001"),
    ("site.yml", "name: 医疗", "name: 医疗卫生"),
    ("bodies.yml", "name: ", "name: 新"),
    ("awardees/yihao.yml", "示例一号机床有限公司", "示例一号机床集团"),
    ("awardees/yihao.yml", "SL-2024-1", "SL-2024-9"),
    ("awardees/zhang.yml", "post: 护理部主任", "post: 院长"),
    ("awardees/yihao.yml", "website: https://yihao", "website: https://www.yihao"),
    ("notices/2024/2024-gs-01.yml", "title: 2024年度", "title: 二〇二四年度"),
    ("notices/2024/2024-bz-01.yml", "published: 2024-09-20", "published: 2024-09-19"),
    ("notices/2026/2026-gs-01.yml", "last: 2026-10-15", "last: 2026-10-16"),
    ("rounds/2024.yml", "title: ", "title: 第"),
    ("cultivation/dong.yml", "since: 2019", "since: 2018"),
    ("regulation/2023.yml", "due: 06-30", "due: 07-31"),
    ("regulation/2023.yml", "at_most: 4", "at_most: 5"),
]


@pytest.mark.parametrize("edit", EDITS, ids=[f"{path} {new}" for path, _, new in EDITS])
def test_a_file_that_changes_is_made_anew(
    edit: tuple[str, str, str], content: Path, small: City
) -> None:
    edited(content, *edit)
    city = City(content)
    changed = {name for name, data in small.files.items() if city.files.get(name) != data}
    to_make = {name for name in small.files if not small.fresh_in(city, name)}
    assert changed
    assert changed <= to_make


def test_the_days_off_of_a_year_count(content: Path, small: City) -> None:
    (content / "holidays").mkdir()
    (content / "holidays/2026.yml").write_text(
        "year: 2026\ndocument_number: 国办发明电\nentered_on: 2025-11-05\n"
        "source: {title: 通知, address: 'https://www.gov.cn/'}\ndays_off: []\n"
        "workdays: [2026-10-10, 2026-10-11]\n",
        encoding="utf-8",
    )
    city = City(content)
    for path in ("feed.xml", "data/publicity.csv", "data/award-data.xlsx"):
        assert city.files[path] != small.files[path]
        assert not small.fresh_in(city, path)


def test_an_edited_showcase_makes_no_table(content: Path, small: City) -> None:
    edited(content, "awardees/yihao.yml", "走线三百天", "走线四百天")
    city = City(content)
    assert all(small.fresh_in(city, path) for path in small.planned)


def test_a_certificate_does_not_touch_the_lists(content: Path, small: City) -> None:
    edited(content, "awardees/yihao.yml", "SL-2024-1", "SL-2024-9")
    city = City(content)
    for path in ("data/notice_rows.csv", "data/cultivation.xlsx", "data/notices.json", "feed.xml"):
        assert small.fresh_in(city, path)
    assert not small.fresh_in(city, "data/honours.csv")


def test_planning_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.opendata.column import Table

    def made(*_: object) -> None:
        raise AssertionError("a table was worked out")

    monkeypatch.setattr(Table, "values", made)
    assert City(copied(SMALL, tmp_path)).planned
