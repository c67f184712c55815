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


HOSTILE = [
    ("<script>alert(1)</script>", "<script>"),
    ("<iframe srcdoc='<p>'></iframe>", "<iframe>"),
    ("<style>p{}</style>", "<style>"),
    ("<form action='/x'><input></form>", "<form>"),
    ("<object data=x></object>", "<object>"),
    ("<svg onload=x></svg>", "<svg>"),
    ("<meta http-equiv=refresh content=0>", "<meta>"),
    ("<p style='color:red'>乙</p>", "style="),
    ("<img src=/files/a.png onerror=x()>", "onerror="),
    ("![图](/files/a.png){ onerror=x() }", "onerror="),
    ("## 题 {onclick=x()}", "onclick="),
    ("[乙](javascript:x())", "href=javascript:x()"),
    ("[乙](java&#115;cript:x())", "href=javascript:x()"),
    ("[乙](data:text/html,x)", "href=data:text/html,x"),
    ("<a href='java\tscript:x()'>乙</a>", "href=java"),
    ("![图](data:image/png;base64,AAAA)", "src=data:image/png;base64,AAAA"),
    ("![图](https://elsewhere.example/p.png)", "src=https://elsewhere.example/p.png"),
    ("<!-- 内部：待批 -->", "<!-- -->"),
    ("<?php x() ?>", "<?php"),
    ("</article>", "</article>"),
    ("<div>乙", "<div>"),
    ("丙 a<b, c > d", "<b,>"),
]


@pytest.mark.parametrize(("written", "what"), HOSTILE, ids=[written for written, _ in HOSTILE])
def test_what_no_page_may_have_is_told_with_its_line(written: str, what: str) -> None:
    first, *_ = body_of(prose(f"甲\n\n{written}\n")).problems
    assert (first.line, first.code) == (3, "prose-markup")
    assert first.message.startswith(f"“{what}")


def test_plain_tags_and_code_are_left_alone() -> None:
    text = (
        "H<sub>2</sub>O `<script>` &lt;b&gt; 5 < 6\n\n<div class='x' markdown>\n\n**乙**\n\n</div>"
    )
    body, _ = render(text)
    assert "H<sub>2</sub>O <code>&lt;script&gt;</code> &lt;b&gt; 5 &lt; 6" in body
    assert '<div class="x">' in body
    assert "<strong>乙</strong>" in body


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
