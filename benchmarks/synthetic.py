"""A synthetic city with any number of holders: the input of the benchmark.

Everything is derived from the numbers, so the same count gives the same files. The edition has
the demonstration's shape with quotas large enough to hold so many; each round has its call,
its publicity and its commendation, and every holder a showcase of the length of a real one.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

SECTORS = ("制造", "服务", "建设", "医疗", "教育", "交通", "信息", "农业")
DISTRICTS = ("东城", "西城", "南城", "北城", "江滨", "山前", "湖畔", "新城")
FIRST_YEAR = 1990
ROUNDS = 30
EDITED = "org-00000"
"""The holder whose record is edited."""

SITE = """\
name: 合成市质量奖
description: 用于测量速度的合成数据
city: 合成市
award: 合成市质量奖
host: {name: 合成市示例网站}
office: office
contact: {office: 合成市质量办, address: 合成路1号, phone: 000-00000000}
supervision: {office: 合成市质量办, phone: 000-00000000}
regulation: synthetic
demo: 是
documents: {made: 否}
demo_today: 2026-10-12
nav:
  - {title: 通知公告, address: /notices/}
  - {title: 获奖风采, address: /awardees/}
  - {title: 评定届次, address: /rounds/}
  - {title: 培育提升, address: /cultivation/}
  - {title: 评定办法, address: /regulation/}
sectors:
"""
EDITION = """\
id: synthetic
title: 合成市质量奖管理办法
short: 合成办法
status: 已公布
published: 1980-01-01
effective_from: 1980-01-31
holder_kinds:
  - {id: organisation, name: 组织, counter: 家}
tiers:
  - {id: award, name: 质量奖, kinds: [organisation], article: 5}
quotas:
  - {tier: award, kinds: [organisation], at_most: 100000, per: 评定, article: 5}
publicity:
  - {notice: 拟奖公示, at_least: 5, unit: 日, start: 次日, article: 24}
articles:
  - {number: 5, heading: 奖项, says: 设一个奖项。}
  - {number: 24, heading: 公示, says: 公示五日。}
"""
STORY = (
    "示例组织{n}从第一道工序起就把质量写进岗位说明书，班前五分钟讲前一天的缺陷，"
    "班后十分钟把原因写在板上。\n\n三年里，它把顾客的声音、过程的数据和员工的提案放在"
    "同一张表上，每周由负责人逐条回应。"
)


def write(content: Path, count: int) -> None:
    """Writes the content of a city with `count` holders to `content`, in the place of any other."""
    shutil.rmtree(content, ignore_errors=True)
    for room in ("regulation", "rounds", "notices", "awardees", "pages"):
        (content / room).mkdir(parents=True)
    sectors = "".join(f"  - {{id: s{i}, name: {name}}}\n" for i, name in enumerate(SECTORS))
    _put(content / "site.yml", SITE + sectors)
    _put(content / "regulation/synthetic.yml", EDITION)
    districts = "".join(
        f"  - {{id: d{i}, name: {name}区人民政府, short: {name}区, role: 区}}\n"
        for i, name in enumerate(DISTRICTS)
    )
    _put(
        content / "bodies.yml",
        "bodies:\n  - {id: office, name: 合成市质量办, short: 市质量办, role: 评定办公室}\n"
        "  - {id: government, name: 合成市人民政府, short: 市政府, role: 政府}\n" + districts,
    )
    holders: dict[int, list[str]] = {year: [] for year in range(FIRST_YEAR, FIRST_YEAR + ROUNDS)}
    for n in range(count):
        year = FIRST_YEAR + n % ROUNDS
        holders[year].append(f"org-{n:05d}")
        _put(content / f"awardees/org-{n:05d}.yml", awardee(n, year))
    for year, ids in holders.items():
        _put(content / f"rounds/{year}.yml", f'id: "{year}"\ntitle: {year}年评定\n')
        for id_, text in notices(year, ids):
            _put(content / f"notices/{year}/{id_}.yml", text)


def awardee(n: int, year: int) -> str:
    """The record of the holder number `n`."""
    story = "".join(f"    {line}\n" if line else "\n" for line in STORY.format(n=n).split("\n"))
    points = ", ".join(f"{{year: {y}, value: {80 + (n + y) % 19}.{n % 10}}}" for y in range(5))
    return f"""\
id: org-{n:05d}
kind: organisation
name: 示例组织{n:05d}有限公司
district: d{n % len(DISTRICTS)}
sector: s{n % len(SECTORS)}
registered: {1950 + n % 30}-01-01
honours:
  - {{round: "{year}", tier: award, notice: {year}-commendation, certificate: C-{year}-{n:05d}}}
showcase:
  summary: 示例组织{n}以数据改进过程，以改进赢得信任
  story: |
{story}  practices:
    - title: 首件确认
      text: 每班第一件由操作者、检验者和班长共同确认，记录保存三年。
    - title: 质量门
      text: 每道关键工序设一道门，不合格不放行，放行人签名。
    - title: 顾客声音闭环
      text: 投诉当天回应，七天给出原因，三十天验证效果。
  results:
    - title: 一次交验合格率
      unit: "%"
      points: [{points.replace("year: ", "year: 201")}]
  promotion:
    - {{on: {year + 1}-05-10, what: 举办质量开放日，接待同行 {20 + n % 80} 人}}
"""


def notices(year: int, ids: list[str]) -> list[tuple[str, str]]:
    """The notices of one round: call, publicity, commendation."""
    rows = "".join(f"      - awardee: {id_}\n" for id_ in ids) or "      []\n"
    lists = f"lists:\n  - tier: award\n    kind: organisation\n    rows:\n{rows}"
    first = dt.date(year, 9, 2)
    head = f'round: "{year}"\nissuer: office\n'
    signed = "confidential: {drafted_by: 合成甲, reviewed_by: 合成乙, approved_by: 合成丙}\n"

    def numbered(place: int) -> str:
        return f"index_number: HC/{year}-{place:05d}\n{signed}"

    return [
        (
            f"{year}-call",
            f"id: {year}-call\nkind: 申报通知\ntitle: 关于申报{year}年质量奖的通知\n{head}"
            f"published: {year}-03-01 09:00\nbody: 申报和评审不收取任何费用。\n{numbered(1)}",
        ),
        (
            f"{year}-publicity",
            f"id: {year}-publicity\nkind: 拟奖公示\ntitle: {year}年质量奖拟奖名单公示\n{head}"
            f"published: {year}-09-01 09:00\nfollows: [{year}-call]\n"
            f"publicity: {{first: {first}, last: {year}-09-06, contact: {{phone: 000-00000000}}}}\n"
            + numbered(2)
            + lists,
        ),
        (
            f"{year}-commendation",
            f"id: {year}-commendation\nkind: 表彰通报\ntitle: 关于表彰{year}年质量奖的通报\n"
            f'round: "{year}"\nissuer: government\npublished: {year}-10-01 09:00\n'
            f"follows: [{year}-publicity]\n" + numbered(3) + lists,
        ),
    ]


def edit_showcase(content: Path, turn: int) -> str:
    """Edits a holder's showcase, every `turn` otherwise; gives the words its page then shows."""
    words = f"第{turn}次修改的一句话"
    return _edit(content, r"(?<=\n  summary: )[^\n]*", words)


def edit_facts(content: Path, turn: int) -> str:
    """Edits what is said of a holder in lists too, its certificate; gives the words as above."""
    return _edit(content, r"(?<=certificate: )[^}]*", f"E-{turn}")


def _edit(content: Path, pattern: str, words: str) -> str:
    record = content / f"awardees/{EDITED}.yml"
    text, count = re.subn(pattern, words, record.read_text(encoding="utf-8"))
    if count != 1:
        raise ValueError(f"{record} has {count} places like {pattern}")
    _put(record, text)
    return words


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
