"""Hand-written pages: links rewritten and collected, headings with ids of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.layouts import LayoutSet, Prose, ProseLink, layouts
from generator.layouts.prose import body_of
from generator.problems import Stop
from tests.layouts.specimen_site import LAYOUT_DATA


def prose(markdown: str, name: str = "page") -> Prose:
    return Prose(name, markdown, "标题", "说明", "", Path(f"content/pages/{name}.md"))


def render(markdown: str, name: str = "page") -> tuple[str, tuple[ProseLink, ...]]:
    body = body_of(prose(markdown, name))
    assert body.problems == ()
    return body.html, body.links


def test_root_relative_links_become_relative_and_are_collected() -> None:
    body, links = render("一\n\n[公告](/notices/?a=1&b=2#s1)\n\n![图](/files/a.png)")
    assert 'href="../notices/?a=1&amp;b=2#s1"' in body
    assert 'src="../files/a.png"' in body
    assert links == (ProseLink("/notices/", "s1", 3), ProseLink("/files/a.png", "", 5))


def test_raw_html_and_deeper_pages() -> None:
    body, links = render("<p><a class='x' href='/data/'>数据</a></p>", "guide/data")
    assert 'href="../../data/"' in body
    assert links == (ProseLink("/data/", "", 1),)


def test_a_link_is_told_where_the_whole_of_it_stands() -> None:
    _, links = render("[一](/a/b/)\n\n[二][x]\n\n[三](/a/ '题')\n\n[x]: </c/>\n")
    assert links == (ProseLink("/a/b/", "", 1), ProseLink("/c/", "", 7), ProseLink("/a/", "", 5))


def test_links_elsewhere_and_code_are_left_alone() -> None:
    text = '[外](https://example.org/x) [信](mailto:a@example.org) `<a href="/x">` [双](//h/x)'
    body, links = render(text)
    assert 'href="https://example.org/x"' in body
    assert 'href="/x"' in body
    assert 'href="//h/x"' in body
    assert links == ()


def test_relative_links_and_missing_anchors_are_told_with_their_lines() -> None:
    found = body_of(prose("甲\n\n[一](other.md)\n\n[二](#nowhere)\n")).problems
    assert [(problem.line, problem.code) for problem in found] == [
        (3, "prose-relative-link"),
        (5, "prose-anchor"),
    ]
    assert "content/pages/page.md:3: 错误 链接“other.md”" in str(found[0])


def test_headings_have_ids_by_place_unless_given() -> None:
    page = body_of(prose("## 一\n\n### 甲\n\n### 乙\n\n## 二 {#two}\n\n## 三\n\n[见](#two)"))
    assert page.anchors == ("title", "s1", "s1-1", "s1-2", "two", "s3")
    assert [(h.anchor, h.text) for h in page.contents] == [
        ("s1", "一"),
        ("two", "二"),
        ("s3", "三"),
    ]


def test_title_stands_once_whether_written_or_not() -> None:
    assert render("文字")[0].count("<h1") == 1
    body = render("# 自己的标题\n\n文字")[0]
    assert body.count("<h1") == 1
    assert "自己的标题" in body


def test_tables_align_by_class_and_scroll_in_a_box() -> None:
    body, _ = render("|甲|乙|\n|--|--:|\n|1|2|\n")
    assert '<td class="at-right">2</td>' in body
    assert "style=" not in body
    assert 'class="table-box"' in body


def test_no_english_words_are_put_in() -> None:
    body, _ = render("!!! note\n    话\n\n文[^1]\n\n[^1]: 注\n")
    assert ">说明<" in body
    assert "Jump" not in body


def test_page_marks_its_section(tmp_path: Path) -> None:
    page = Prose("guide", "文", "标题", "", "notices", Path("guide.md"))
    html = layouts(LAYOUT_DATA, [page], tmp_path).prose["/guide/"].html
    assert 'notices/" aria-current="true"' in html


def test_complaints_of_the_theme_are_problems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        "site_name: x\ntheme: {name: material}\nmarkdown_extensions: [missing_one]\n"
    )
    monkeypatch.setattr("generator.layouts.theme.SETTINGS", settings)
    with pytest.raises(Stop) as stopped:
        layouts(LAYOUT_DATA, (), tmp_path / "cache")
    assert all("主题程序报告" in problem.message for problem in stopped.value.problems)


def test_only_assets_of_our_own_are_shipped(layout_set: LayoutSet) -> None:
    names = sorted(path.split(".")[0] for path in layout_set.assets)
    assert names == [
        *("assets/aloud", "assets/leaving", "assets/lettering", "assets/mark", "assets/pointer"),
        *("assets/pointer-hand", "assets/settings", "assets/site"),
    ]
