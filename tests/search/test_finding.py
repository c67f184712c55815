"""What is searched for is found, first what bears the name; what is not there is not found."""

from __future__ import annotations

import functools
import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests.search.reader import Reader
from tests.sites import CONTENT

FIRST = [
    ("第十七条", "regulation/#art-17"),
    ("第17条", "regulation/#art-17"),
    ("第 3 条", "regulation/#art-3"),
    ("怎么申报", "apply/"),
    ("如何申报", "apply/"),
    ("示例江城精密制造有限公司", "awardees/shili-jingmi-zhizao/"),
    ("王示例", "awardees/wang-shili/"),
    ("使用指南", "guide/"),
    ("2024年度评定", "rounds/2024/"),
    ("统计", "statistics/"),
    ("公开数据", "data/"),
    ("东湖高新区培育库", "cultivation/donghu/"),
    ("SZZLJ/2026-00013", "notices/2026-gs-01/"),
    ("szzlj/2026-00013", "notices/2026-gs-01/"),
    ("武质强示〔2026〕2号", "notices/2026-qt-01/"),
    ("武质强示 2026 2 号", "notices/2026-qt-01/"),
    ("示例 精密制造", "awardees/shili-jingmi-zhizao/"),
]
NOTHING = [
    "量子咖啡馆",
    "不存在的词组",
    "示例 量子咖啡馆",
    "blockchain",
    "20991231",
    "武质强办〔2026〕99号",
]
ANYWHERE = [
    "装备制造",
    "东湖高新区",
    "东湖",
    "第十七条",
    "卓越绩效",
    "拟奖公示",
    "5个工作日",
    "1,900",
    "2026",
    "示例",
]
LEFT_OUT = "|".join(
    (
        "<nav.*?</nav>",
        '<ul class="facts".*?</ul>',
        "<figcaption.*?</figcaption>",
        r'<div class="disclosure">.*?</dl>\s*</div>',
        '<section class="sources".*?</section>',
    )
)


@pytest.mark.parametrize(("words", "address"), FIRST)
def test_the_page_that_bears_the_name_comes_first(
    searcher: Reader, words: str, address: str
) -> None:
    assert searcher.searches(words)[0].address == address


@pytest.mark.parametrize("words", NOTHING)
def test_what_is_not_there_is_not_found(searcher: Reader, words: str) -> None:
    assert searcher.searches(words) == []
    assert searcher.says == f"没有找到“{words}”。请换一个说法，或只写其中的一两个词。"
    assert searcher.page.is_visible("#search-lists")


def test_a_sector_leads_to_its_holders_first(searcher: Reader) -> None:
    found = searcher.searches("装备制造")
    assert "装备制造" in found[0].facts
    assert found[0].facts.startswith("获奖者 · ")


def test_titles_that_begin_with_the_words_come_before_the_others(searcher: Reader) -> None:
    begins = [result.title.startswith("示例") for result in searcher.searches("示例")]
    assert begins[0]
    assert begins == sorted(begins, reverse=True)


def test_results_say_what_they_are(searcher: Reader) -> None:
    found = searcher.searches("2026年度 拟奖名单公示")
    assert found[0].facts.split("\n")[0] == "公告 · 拟奖公示"
    assert re.search(r"20\d\d-\d\d-\d\d", found[0].facts)
    excerpt = searcher.page.locator("#search-found .search-excerpt").first
    excerpt.wait_for()
    assert len(excerpt.inner_text()) > 20


def test_an_excerpt_shows_the_words_and_leads_to_their_section(searcher: Reader) -> None:
    searcher.searches("在本地区或本单位公示至少五个工作日")
    item = searcher.page.locator("#search-found > li").first
    item.locator(".search-excerpt").wait_for()
    assert "在本地区或本单位公示至少五个工作日" in item.locator(".search-excerpt").inner_text()
    assert item.locator(".search-section").get_attribute("href") == "../regulation/#art-17"


@pytest.mark.parametrize("words", ANYWHERE)
def test_every_page_that_has_the_words_is_found_and_no_other(
    searcher: Reader, site: Path, words: str
) -> None:
    """Held against the pages themselves: segmentation may neither lose nor invent a result."""
    wanted = {path for path, text in _texts(site) if _key(words) in text}
    searcher.searches(words)
    more = searcher.page.locator("#search-more")
    while more.is_visible():
        more.click()
    found = {result.address.partition("#")[0] for result in searcher.found()}
    titled = {  # found by title or number alone, which the page shows outside its main text
        result.address.partition("#")[0]
        for result in searcher.found()
        if _key(words) in _key(result.title + result.facts)
    }
    assert wanted <= found
    assert found - titled <= wanted


@functools.cache
def _texts(site: Path) -> list[tuple[str, str]]:
    rows = json.loads((site / "search/titles.json").read_text(encoding="utf-8"))["rows"]
    addresses = dict.fromkeys(row[0].partition("#")[0] for row in rows)
    return [(address, _main(site / address / "index.html")) for address in addresses]


def _main(page: Path) -> str:
    html = page.read_text(encoding="utf-8").partition("<main")[2].partition("</main>")[0]
    html = re.sub(LEFT_OUT, " ", html, flags=re.DOTALL)
    # Blocks part words, so that the end of one and the start of another are no phrase.
    return _key(re.sub(r"<[^>]*>", "", re.sub(r"</?(?:p|li|td|th|h\d|dd|dt)\b", "|<", html)))


def _key(text: str) -> str:
    return re.sub(r"[^\w|]|_", "", unescape(text).lower())


def test_every_record_and_every_prose_page_can_be_found(site: Path) -> None:
    rows = json.loads((site / "search/titles.json").read_text(encoding="utf-8"))["rows"]
    addresses = {row[0] for row in rows}
    for room in ("notices", "awardees", "rounds", "cultivation"):
        folder = CONTENT / room
        ids = {file.stem for file in folder.rglob("*.yml")}
        assert {f"{room}/{id_}/" for id_ in ids} <= addresses
    assert {f"{file.stem}/" for file in (CONTENT / "pages").glob("*.md")} <= addresses
    assert {f"regulation/#art-{number}" for number in range(1, 38)} <= addresses
