"""A consultation asks for opinions: pages, feed and calendar do not call it a publicity."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Browser

from tests.site.conftest import Serve
from tests.site.heard import heard
from tests.sites import CONTENT, Built

ID = "2025-zq-01"
PAGE = f"/notices/{ID}/"
LISTS = ("/notices/", "/notices/by/kind/consultation/", "/notices/by/year/2025/")


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The demonstration, but on the reader's own day, and before the opinions were gone through."""
    place = tmp_path_factory.mktemp("asking")
    content = Path(shutil.copytree(CONTENT, place / "content"))
    for path, old in (
        ("site.yml", r"demo_today: 2026-10-12\n"),
        (f"notices/2025/{ID}.yml", r"  outcome:\n    on: .*\n    says: .*\n"),
    ):
        text, count = re.subn(old, "", (content / path).read_text(encoding="utf-8"))
        assert count == 1, path
        (content / path).write_text(text, encoding="utf-8")
    return Built.of(content, place / "site", place / "cache", dt.date(2026, 10, 12))


DAYS = [
    ("2025-12-01T04:00:00Z", "未开始"),
    ("2025-12-02T04:00:00Z", "征求意见中，还有 29 天"),
    ("2025-12-31T04:00:00Z", "征求意见中，今天截止"),
    ("2025-12-31T16:30:00Z", "已结束"),
]


@pytest.mark.parametrize(("moment", "words"), DAYS)
def test_the_state_on_the_day_of_the_reader(
    browser: Browser, asking: Built, serve: Serve, moment: str, words: str
) -> None:
    host = serve(asking, "/")
    with heard(browser) as reader:
        reader.page.clock.set_fixed_time(moment)
        reader.page.goto(host + PAGE)
        assert {*reader.page.locator("[data-first]").all_inner_texts()} == {words}
        for address in LISTS:
            reader.page.goto(host + address)
            row = reader.page.locator("li", has=reader.page.locator(f"a[href$='{PAGE[1:]}']"))
            assert row.locator(".state").inner_text() == words, address
        reader.page.goto(host + "/")
        row = reader.page.locator(f"[data-only-open] li:has(a[href$='{PAGE[1:]}'])")
        assert row.is_visible() == (words != "已结束")
        if row.is_visible():
            assert "征求意见时间 2025-12-02 至 2025-12-31" in row.inner_text()
            assert "公示期" not in row.inner_text()
            assert "征求意见" in reader.page.locator("#open").inner_text()
        assert reader.wrong == []


@pytest.mark.parametrize("which", ["asking", "shipped"])
def test_the_page_says_to_whom_to_send_opinions(request: pytest.FixtureRequest, which: str) -> None:
    site: Built = request.getfixturevalue(which)
    html = (site.root / PAGE[1:] / "index.html").read_text(encoding="utf-8")
    box = html[html.index('<section class="objection"') :]
    box = box[: box.index("</section>")]
    told = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", re.sub(r"</?(time|span)\b[^>]*>", "", box))
    assert told[:5] == [
        ("征求意见时间", "2025-12-02 至 2025-12-31，共 30 日 "),
        ("依据", "规范性文件公开征求意见的要求"),
        ("文稿来源", "市强市办起草"),
        ("意见寄给", "市强市办（示例）"),
        ("地址", "示例区示例路1号示例大楼101室，邮编 430000"),
    ]
    assert ("意见处理" in box) == (which == "shipped")
    assert '<h2 id="objection">怎样提意见</h2>' in box
    assert '<a href="#objection">怎样提意见</a>' in html
    for words in ("公示", "异议", "art-17"):
        assert words not in box


def test_feed_calendar_and_data_say_so_too(asking: Built) -> None:
    feed = (asking.root / "notices/by/kind/consultation/feed.xml").read_text(encoding="utf-8")
    assert "征求意见时间 2025-12-02 至 2025-12-31，共 30 日。" in feed
    assert "公示" not in feed
    calendar = icalendar.Calendar.from_ical((asking.root / "calendar.ics").read_bytes())
    titles = {str(event["uid"]): str(event["summary"]) for event in calendar.walk("VEVENT")}
    (title,) = (title for id_, title in titles.items() if id_.startswith(f"publicity-{ID}@"))
    assert title.startswith("征求意见：关于公开征求")
    rows = (asking.root / "data/publicity.csv").read_text(encoding="utf-8-sig").splitlines()
    columns = rows[0].split(",")
    (row,) = (line.split(",") for line in rows if line.startswith(f"{ID},"))
    told = dict(zip(columns, row, strict=True))
    assert (told["days"], told["counted_in"], told["stated"]) == ("30", "日", "30日")
