"""A page filled into a layout is a whole page, with links that hold where it lies."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.layouts import LayoutSet, fill, layouts
from generator.layouts.layout import SLOTS, Layout
from generator.layouts.policy import source_of
from generator.pages.page import Heading, Page
from tests.layouts.specimen_site import LAYOUT_DATA, PAGES, PROSE, specimen

VOID = {"meta", "link", "img", "br", "hr", "input", "path", "rect"}


class Outline(HTMLParser):
    """Tags that do not close in order, ids, and attributes a page must not have."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids[value] += 1
            if name in ("style", "align") or name.startswith("on"):
                self.wrong.append(f"<{tag} {name}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


def page(**parts: object) -> Page:
    plain = Page("/notices/2026-gs-01/", "notices", "公示", "五个工作日", "<h1>公示</h1>")
    return replace(plain, **parts)  # type: ignore[arg-type]


def test_page_carries_title_description_contents_and_body(layout_set: LayoutSet) -> None:
    html = fill(layout_set, page(contents=(Heading("s1", "名单 & 类别"),), head="<meta name=x>"))
    assert "<title>公示 - 示例市市长质量奖</title>" in html
    assert '<meta name="Description" content="五个工作日">' in html
    assert '<a href="#s1">名单 &amp; 类别</a>' in html
    assert "<h1>公示</h1>" in html
    assert "<meta name=x>" in html
    assert 'lang="zh-CN"' in html
    assert not any(slot in html for slot in SLOTS)


def test_page_without_contents_or_description_has_no_empty_parts(layout_set: LayoutSet) -> None:
    html = fill(layout_set, page(description=""))
    assert 'class="contents"' not in html
    assert "Description" not in html


def test_names_are_data_and_are_escaped(layout_set: LayoutSet) -> None:
    html = fill(layout_set, page(title='<b>"甲"</b>', description='"><script>'))
    assert "<title>&lt;b&gt;&quot;甲&quot;&lt;/b&gt; - " in html
    assert 'content="&quot;&gt;&lt;script&gt;"' in html


def test_home_page_bears_the_name_of_the_site_once(layout_set: LayoutSet) -> None:
    assert "<title>示例市市长质量奖</title>" in fill(layout_set, specimen("home"))


@pytest.mark.parametrize(
    ("address", "way"),
    [("/", "./"), ("/notices/", "../"), ("/a/b/", "../../"), ("/a/by/c/d/", "../../../../")],
)
def test_links_hold_at_every_depth(layout_set: LayoutSet, address: str, way: str) -> None:
    html = fill(layout_set, page(address=address))
    assert f'href="{way}notices/"' in html
    assert f'href="{way}assets/site.' in html


def test_only_the_own_section_is_marked(layout_set: LayoutSet) -> None:
    assert fill(layout_set, page()).count("aria-current") == 1
    assert 'notices/" aria-current="true"' in fill(layout_set, page())
    assert "aria-current" not in fill(layout_set, page(section="not-in-the-navigation"))


def test_links_of_the_404_page_are_absolute_with_the_mount(layout_set: LayoutSet) -> None:
    html = fill(layout_set, page(address="/404.html", section=""))
    assert 'href="/ztzl/szzlj/notices/"' in html
    assert 'href="/ztzl/szzlj/assets/site.' in html
    assert 'href="./' not in html
    assert 'href="../' not in html
    assert "canonical" not in html


def test_canonical_address_has_host_and_mount(layout_set: LayoutSet) -> None:
    wanted = 'rel="canonical" href="https://zlj.example.gov.cn/ztzl/szzlj/notices/2026-gs-01/"'
    assert wanted in fill(layout_set, page())


def test_site_without_host_or_banner(tmp_path: Path) -> None:
    bare = replace(LAYOUT_DATA, site_url="", banner="", noindex=False, tools=(), more=(), footer=())
    html = fill(layouts(bare, (), tmp_path), page())
    assert "canonical" not in html
    assert "演示" not in html
    assert "noindex" not in html


def test_demonstration_says_so(layout_set: LayoutSet) -> None:
    html = fill(layout_set, page())
    assert LAYOUT_DATA.banner in html
    assert 'content="noindex, nofollow"' in html


def test_same_input_same_bytes(layout_set: LayoutSet, tmp_path: Path) -> None:
    again = layouts(LAYOUT_DATA, PROSE, tmp_path)
    assert again.assets == layout_set.assets
    assert again.layouts == layout_set.layouts
    assert again.prose == layout_set.prose


@pytest.mark.parametrize("name", [*PAGES, "guide"])
def test_markup_is_well_formed(layout_set: LayoutSet, name: str) -> None:
    html = layout_set.prose["/guide/"].html if name == "guide" else fill(layout_set, specimen(name))
    outline = Outline()
    outline.feed(html)
    assert outline.wrong == []
    assert outline.open == []
    assert [name for name, count in outline.ids.items() if count > 1] == []
    assert html.count("<h1") == 1
    scripts = re.findall(r"<script([^>]*)>([^<]*)</script>", html)
    (inline,) = [text for given, text in scripts if "src=" not in given]
    assert source_of(inline) in html.split("script-src", 1)[1].split(";")[0]
    assert all("defer" in given for given, text in scripts if not text)
    assert "<style" not in html


def test_frame_with_a_missing_slot_is_refused() -> None:
    with pytest.raises(ValueError, match="qzBODYzq"):
        Layout.cut("".join(SLOTS[:-1]), "./")
