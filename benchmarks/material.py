"""Plain mkdocs-material: the same pages as Markdown, in the theme as it comes, with its search.

It is given its best case in one thing: the navigation names the lists and not each holder. Left
to itself the theme repeats every page of a section in each page of it, and at 10,000 holders
writes gigabytes.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

SETTINGS = """\
site_name: 合成市质量奖
theme:
  name: material
  language: zh
plugins:
  - search
nav:
  - 首页: index.md
  - 通知公告: notices/index.md
  - 获奖风采: awardees/index.md
  - 评定届次: rounds/index.md
not_in_nav: |
  /notices/*
  /awardees/*
  /rounds/*
"""
Records = dict[str, dict[str, Any]]
"""Records of one room by id."""


def write(folder: Path, content: Path) -> None:
    """Writes to `folder` a mkdocs-material site with the pages that `content` has as records."""
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "docs"
    rooms = {room: _records(content / room) for room in ("notices", "awardees", "rounds")}
    site, bodies = _read(content / "site.yml"), _read(content / "bodies.yml")["bodies"]
    named = (*site["sectors"], *bodies)
    words = {entry["id"]: entry.get("short", entry["name"]) for entry in named}
    for room in rooms:
        (docs / room).mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (docs / "index.md").write_text(f"# {site['name']}\n\n{site['description']}\n", encoding="utf-8")
    for room, pages in (
        ("notices", _notices(rooms, words)),
        ("awardees", _awardees(rooms, words)),
        ("rounds", _rounds(rooms, words)),
    ):
        for name, text in pages:
            (docs / room / f"{name}.md").write_text(text, encoding="utf-8")


def _read(file: Path) -> Any:
    return yaml.load(file.read_bytes(), yaml.CBaseLoader)


def _records(room: Path) -> Records:
    records = (_read(file) for file in sorted(room.rglob("*.yml")))
    return {record["id"]: record for record in records}


def _lists(notice: Mapping[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    for list_ in notice.get("lists", ()):
        yield from enumerate(list_["rows"], 1)


def _notices(rooms: Mapping[str, Records], words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    newest = sorted(rooms["notices"].values(), key=lambda notice: str(notice["published"]))[::-1]
    yield "index", "# 通知公告\n\n" + "\n".join(map(_dated, newest)) + "\n"
    for notice in newest:
        lines = [f"# {notice['title']}", ""]
        lines += [f"{words[notice['issuer']]}，{notice['published']}", ""]
        lines += [notice.get("body", ""), ""]
        rows = [*_lists(notice)]
        if rows:
            lines += ["## 质量奖（组织）", "", "| 序号 | 名称 | 所在区 | 行业 |", "|-|-|-|-|"]
        for place, row in rows:
            holder = rooms["awardees"][row["awardee"]]
            where, what = words[holder["district"]], words[holder["sector"]]
            link = f"[{holder['name']}](../awardees/{holder['id']}.md)"
            lines.append(f"| {place} | {link} | {where} | {what} |")
        if held := notice.get("publicity"):
            lines += ["", "## 公示期与异议", "", f"{held['first']} 至 {held['last']}", ""]
        yield notice["id"], "\n".join(lines) + "\n"


def _dated(notice: Mapping[str, Any], up: str = "") -> str:
    day = notice["published"][:10]
    return f"- {day} {notice['kind']} [{notice['title']}]({up}{notice['id']}.md)"


def _links(rounds: Records, up: str) -> str:
    return "".join(f"- [{one['title']}]({up}{one['id']}.md)\n" for one in rounds.values())


def _awardees(rooms: Mapping[str, Records], words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "index", "# 获奖名单\n\n" + _links(rooms["rounds"], "../rounds/")
    listed: dict[str, list[dict[str, Any]]] = {}
    for notice in rooms["notices"].values():
        for _, row in _lists(notice):
            listed.setdefault(row["awardee"], []).append(notice)
    for holder in rooms["awardees"].values():
        mentioned = listed.get(holder["id"], [])
        yield holder["id"], "\n".join(_awardee(holder, rooms, words, mentioned)) + "\n"


def _awardee(
    holder: Mapping[str, Any],
    rooms: Mapping[str, Records],
    words: Mapping[str, str],
    mentioned: list[dict[str, Any]],
) -> Iterator[str]:
    shown = holder["showcase"]
    rounds = "、".join(rooms["rounds"][honour["round"]]["title"] for honour in holder["honours"])
    yield from (f"# {holder['name']}", "", f"- 组织\n- 质量奖（{rounds}）\n- 有效", "")
    yield from (shown["summary"], "", f"- 所在区：{words[holder['district']]}")
    yield from (f"- 行业：{words[holder['sector']]}", "", "## 质量故事", "", shown["story"])
    yield from ("## 关键做法", "")
    for practice in shown["practices"]:
        yield from (f"### {practice['title']}", "", practice["text"], "")
    yield from ("## 结果", "")
    for result in shown["results"]:
        yield from (f"{result['title']}（{result['unit']}，越高越好）", "")
        yield "|" + "|".join(point["year"] for point in result["points"]) + "|"
        yield "|" + "-|" * len(result["points"])
        yield "|" + "|".join(point["value"] for point in result["points"]) + "|"
    yield from ("", "## 宣传推广", "")
    for item in shown["promotion"]:
        yield f"1. {item['on']} {item['what']}"
    yield from ("", "## 荣誉与状态", "")
    for honour in holder["honours"]:
        notice = rooms["notices"][honour["notice"]]
        link = f"[{notice['title']}](../notices/{notice['id']}.md)"
        day = notice["published"][:10]
        yield f"1. {day} 获得质量奖，证书编号 {honour['certificate']}，见{link}"
    yield from ("", "## 相关公告", "")
    for notice in mentioned:
        yield _dated(notice, "../notices/")


def _rounds(rooms: Mapping[str, Records], words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "index", "# 历次评定\n\n" + _links(rooms["rounds"], "")
    given: dict[str, list[dict[str, Any]]] = {}
    for holder in rooms["awardees"].values():
        for honour in holder["honours"]:
            given.setdefault(honour["round"], []).append(holder)
    for round_ in rooms["rounds"].values():
        lines = [f"# {round_['title']}", "", "## 获奖名单", ""]
        lines += ["| 名称 | 奖项 | 类别 | 所在区 | 行业 | 评定 | 状态 |", "|-|-|-|-|-|-|-|"]
        for holder in given.get(round_["id"], ()):
            link = f"[{holder['name']}](../awardees/{holder['id']}.md)"
            where, what = words[holder["district"]], words[holder["sector"]]
            lines.append(f"| {link} | 质量奖 | 组织 | {where} | {what} | {round_['id']} | 有效 |")
        yield round_["id"], "\n".join(lines) + "\n"
