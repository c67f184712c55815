"""The tables agree with the register, in every format, and hold nothing they must not."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.opendata.csv_file import guarded
from generator.records.regulation import NoticeKind
from generator.register import holder_state, rows_of
from generator.register.notice_slugs import KIND_SLUGS
from tests.canaries import with_canaries
from tests.opendata.cities import DEMO, SMALL, TABLES, City, edited


def test_every_address(city: City) -> None:
    data = {f"{name}.{ending}" for name in TABLES for ending in ("csv", "json", "xlsx")}
    data |= {"award-data.xlsx", "dictionary.csv", "dictionary.json", "datapackage.json"}
    if city.register.site.licence:
        data.add("licence.txt")
    feeds = {f"notices/by/kind/{slug}/feed.xml" for slug in KIND_SLUGS.values()}
    wanted = {f"data/{name}" for name in data} | feeds | {"feed.xml", "calendar.ics"}
    assert city.planned.keys() == wanted


def test_every_record_is_there_once(city: City) -> None:
    register = city.register
    rows = [(n.id, *row.where[1::2]) for n in register.notices.values() for row in rows_of(n)]
    assert [row["id"] for row in city.json("awardees")] == [*register.awardees]
    assert [row["id"] for row in city.json("notices")] == [*register.notices]
    assert [row["id"] for row in city.json("rounds")] == [*register.rounds]
    assert [row["id"] for row in city.json("bodies")] == [*register.bodies]
    assert [
        (row["notice"], row["list"] - 1, row["row"] - 1) for row in city.json("notice_rows")
    ] == rows
    assert [(row["awardee"], row["number"]) for row in city.json("honours")] == [
        (awardee.id, number)
        for awardee in register.awardees.values()
        for number, _ in enumerate(awardee.honours, 1)
    ]
    assert [row["notice"] for row in city.json("publicity")] == [
        notice.id for notice in register.notices.values() if notice.publicity
    ]
    assert len(city.json("cultivation")) == sum(len(p.entries) for p in register.pools.values())
    assert [(row["regulation"], row["number"]) for row in city.json("articles")] == [
        (edition.id, article.number)
        for edition in register.editions.values()
        for article in edition.articles
    ]
    assert [(row["round"], row["stage"], row["first"]) for row in city.json("stages")] == [
        (round_.id, stage.name, str(stage.first) if stage.first else None)
        for round_ in register.rounds.values()
        for line in round_.lines
        for stage in line.stages
    ]


def test_the_standing_is_told(city: City) -> None:
    for row in city.json("awardees"):
        assert row["state_name"] == holder_state(city.register.awardees[row["id"]]).word


def test_a_revoked_holder_stays(demo: City) -> None:
    revoked = [row for row in demo.json("awardees") if row["state_name"] == "已撤销"]
    honours = [row for row in demo.json("honours") if row["state_name"] == "已撤销"]
    assert revoked
    assert all(row["revoked"] and row["revoked_by"] and row["ground"] for row in honours)
    assert {row["awardee"] for row in honours} >= {row["id"] for row in revoked}


def test_quotas_count_what_the_register_holds(small: City) -> None:
    shown = [
        (r["tier"], r["term"], r["rounds"], r["used"], r["left"]) for r in small.json("quotas")
    ]
    assert shown == [
        ("award", 1, ["2024", "2026"], 2, 2),
        ("award", None, ["2024"], 1, 1),
    ]


def test_working_days_are_counted_by_the_state_council(demo: City) -> None:
    periods = {row["notice"]: row for row in demo.json("publicity")}
    assert periods["2026-gs-01"]["working_days"] == 5
    assert periods["2026-gs-01"]["days"] == 6


@pytest.mark.parametrize("name", TABLES)
def test_csv_says_the_same_as_json(name: str, city: City) -> None:
    def as_text(value: Any) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, list):
            return "；".join(value)
        return "" if value is None else str(value)

    rows = [{key: as_text(value) for key, value in row.items()} for row in city.json(name)]
    unguarded = [
        {key: value.removeprefix("'") for key, value in row.items()} for row in city.csv(name)
    ]
    assert unguarded == rows


@pytest.mark.parametrize("name", [*TABLES, "dictionary"])
def test_csv_is_as_excel_likes_it(name: str, city: City) -> None:
    data = city.files[f"data/{name}.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    read = [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))]
    assert len({len(row) for row in read}) == 1
    assert len(read) > 1 or name != "dictionary"


def test_the_dictionary_explains_every_column(city: City) -> None:
    explained = [(row["table"], row["field"]) for row in city.json("dictionary")]
    heads = []
    for name in TABLES:
        text = city.files[f"data/{name}.csv"].decode("utf-8-sig")
        heads += [(name, key) for key in next(csv.reader(io.StringIO(text)))]
        for row in city.json(name):
            assert [*row] == [field for table, field in explained if table == name]
    assert explained == heads
    assert all(all(row.values()) for row in city.json("dictionary"))
    table = city.csv("dictionary")
    assert {"字段名", "中文名", "类型", "说明", "示例"} <= table[0].keys()
    assert [(row["数据表"], row["字段名"]) for row in table] == explained


def test_of_persons_only_name_unit_and_post(content: Path) -> None:
    edited(
        content,
        "awardees/zhang.yml",
        "post: 护理部主任",
        "post: 护理部主任\nwebsite: https://zhang.example.cn/\nregistered: 1999-01-02",
    )
    edited(
        content,
        "notices/2024/2024-gs-01.yml",
        "- {awardee: zhang}",
        "- {awardee: zhang, basics: 女，住示例里, deeds: 带病上岗}",
    )
    city = City(content)
    everything = "".join(
        data.decode() for path, data in city.files.items() if path.endswith((".csv", ".json"))
    )
    for words in ("zhang.example.cn", "1999-01-02", "示例里", "带病", "二十年", "万分之三"):
        assert words not in everything
    [zhang] = [row for row in city.json("awardees") if row["id"] == "zhang"]
    told = {key for key, value in zhang.items() if value not in (None, [], False)}
    assert told == {
        *("id", "name", "kind", "kind_name", "employer", "post", "page", "state", "state_name"),
        *("district", "district_name", "sector", "sector_name"),
    }


@pytest.mark.parametrize("base", [DEMO, SMALL], ids=["demo", "small"])
def test_nothing_confidential(base: Path, tmp_path: Path) -> None:
    sown = with_canaries(base, tmp_path / "with")
    city = City(sown.content)
    assert sown.canaries
    for path, data in city.files.items():
        text = _unzipped(data) if path.endswith(".xlsx") else data.decode()
        text = text.replace("\r\n ", "")  # a folded line of the calendar
        assert not sown.found_in(text), path


def _unzipped(data: bytes) -> str:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist())


@pytest.mark.parametrize("name", ["=1+1", "+8613", "-2", "@SUM(A1)", "'quoted", "＝1+1"])
def test_a_formula_stays_a_text(name: str, content: Path) -> None:
    edited(content, "awardees/erhao.yml", "示例二号线缆有限公司", f'"{name}"')
    city = City(content)
    [row] = [row for row in city.csv("awardees") if row["id"] == "erhao"]
    assert row["name"] == "'" + name
    assert "erhao" in [row["id"] for row in city.json("awardees") if row["name"] == name]


@given(st.text())
def test_the_guard_loses_nothing(text: str) -> None:
    assert guarded(text).removeprefix("'") == text
    assert guarded(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


def test_addresses_are_full_where_the_host_is_known(demo: City, small: City) -> None:
    assert small.json("awardees")[0]["page"] == "https://zl.example.gov.cn/zl/awardees/erhao/"
    assert demo.json("awardees")[0]["page"] == "/awardees/chen-shili/"


def test_an_unknown_hour_is_not_invented(content: Path) -> None:
    file = content / "notices/2024/2024-qt-09.yml"
    file.write_text(
        "id: 2024-qt-09\nkind: 其他\ntitle: 旧事\nissuer: ban\npublished: 2024-05-06\n"
        "sources: [{title: 示例日报, address: 'https://news.example.cn/'}]\n",
        encoding="utf-8",
    )
    [row] = [row for row in City(content).json("notices") if row["id"] == "2024-qt-09"]
    assert (row["published"], row["published_at"]) == ("2024-05-06", None)


def test_every_kind_of_notice_has_a_slug() -> None:
    assert [*KIND_SLUGS] == [*get_args(NoticeKind)]
    assert len({*KIND_SLUGS.values()}) == len(KIND_SLUGS)


def test_a_demonstration_says_so(demo: City, small: City) -> None:
    for path in ("data/datapackage.json", "feed.xml", "calendar.ics"):
        assert "虚构" in demo.files[path].decode()
        assert "虚构" not in small.files[path].decode()
    assert json.loads(demo.files["data/datapackage.json"])["catalogue"]["演示"]
