"""A small site out of the specimen pages, one for each kind, using every part of content.css."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.layouts import LayoutData, LayoutSet, NavEntry, Prose, fill, layouts
from generator.pages.page import Heading, Page

SPECIMENS = Path(__file__).parent / "specimen"

LAYOUT_DATA = LayoutData(
    site_name="示例市市长质量奖",
    description="示例市市长质量奖的公告、获奖组织和数据",
    site_url="https://zlj.example.gov.cn",
    mount="/ztzl/szzlj/",
    nav=(
        NavEntry("通知公告", "/notices/"),
        NavEntry("获奖风采", "/awardees/"),
        NavEntry("培育提升", "/cultivation/"),
        NavEntry("自评报告", "/self-assessment/"),
        NavEntry("数据与核验", "/data/"),
    ),
    more=(
        NavEntry("管理办法", "/regulation/"),
        NavEntry("使用指南", "/guide/"),
        NavEntry("隐私说明", "/privacy/"),
        NavEntry("无障碍说明", "/accessibility/"),
        NavEntry("我为政府网站找错", "https://zfwzgl.www.gov.cn/exposure/jiucuo.html"),
    ),
    tags=(("SiteName", "示例主站"),),
    footer=(
        ("主办单位", "示例市市场监督管理局"),
        ("地址", "示例市示例路 1 号"),
        ("邮编", "430000"),
        ("网站标识码", "4200000000"),
    ),
    banner="演示站点：组织、人名和数据都是虚构的，不代表任何城市的评定结果。",
    noindex=True,
    main_colour="#9E1B22",
    accent="#B08A3E",
    motto="卓越源于质量",
    tools=(NavEntry("搜索", "/search/"),),
)

PROSE = (
    Prose(
        name="guide",
        markdown=(SPECIMENS / "guide.md").read_text(encoding="utf-8"),
        title="怎样申报",
        description="申报的条件、材料和时间",
        section="",
        source=Path("content/pages/guide.md"),
    ),
)

PAGES = {
    "home": Page("/", "", "示例市市长质量奖", "示例市市长质量奖", ""),
    "notice": Page(
        "/notices/2026-gs-01/",
        "notices",
        "第八届示例市市长质量奖拟奖公示",
        "公示期 2026-10-09 至 2026-10-16",
        "",
        contents=(
            Heading("s1", "一、公示时间"),
            Heading("s2", "二、名单"),
            Heading("objection", "提出异议"),
        ),
    ),
    "holder": Page(
        "/awardees/a1/",
        "awardees",
        "示例精密制造有限公司",
        "2024 年度市长质量奖",
        "",
        contents=(
            Heading("s1", "故事"),
            Heading("s2", "做法"),
            Heading("s3", "经历"),
            Heading("s4", "培育名额"),
            Heading("s5", "两版办法的差别"),
        ),
    ),
    "list": Page("/awardees/by/", "awardees", "获奖组织", "全部获奖组织", ""),
}


def specimen(name: str) -> Page:
    """One specimen page with its body read from its file."""
    body = (SPECIMENS / f"{name}.html").read_text(encoding="utf-8")
    return replace(PAGES[name], body=body)


def write_site(folder: Path, cache: Path) -> LayoutSet:
    """Write all specimen pages, the prose and the assets below `folder`."""
    made = layouts(LAYOUT_DATA, PROSE, cache)
    for name in PAGES:
        page = specimen(name)
        _write(folder / page.file, fill(made, page).encode())
    for prose in made.prose.values():
        _write(folder / prose.file, prose.html.encode())
    for path, content in made.assets.items():
        _write(folder / path, content)
    return made


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
