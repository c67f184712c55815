"""The CommonMark of records: nothing in it is HTML, a script, or a picture from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.commonmark import _MARKED, _paragraphs, document
from generator.reading.commonmark import parser
from tests.pages.readable import readable

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- 注 -->",
    "<style>p{}</style>",
    "一 <b onclick='x'>二</b>",
    "[一](javascript:alert(1))",
    "[一](JaVaScRiPt:alert(1))",
    "[一](java&#115;cript:alert(1))",
    "[一](vbscript:x)",
    "[一](data:text/html;base64,PHNjcmlwdD4=)",
    "<javascript:alert(1)>",
    "![一](https://elsewhere.example/p.png)",
    "![一](/files/p.svg)",
    "![一](data:image/svg+xml,x)",
    '[一](/notices/ "\\" onmouseover=x")',
    "| a | b |\n|:--|--:|\n| <i>c</i> | [d](javascript:x) |",
    "# <script>x</script>",
    "`<script>`",
    "    <script>",
    "```html onclick\n<script>\n```",
    "[a]: javascript:alert(1)\n\n[a]",
    "&lt;script&gt;&#60;script&#62;",
]
ALLOWED = {
    *("p", "a", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br"),
    *("table", "thead", "tbody", "tr", "th", "td", "div"),
    *(f"h{level}" for level in range(1, 7)),
}
ATTRIBUTES = {"href", "title", "rel", "id", "class", "scope", "start", "tabindex", "role"} | {
    "aria-label"
}


class _Found(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def harmless(text: str) -> None:
    html = document(text, "../../").html
    found = _Found(html)
    assert set(found.tags) <= ALLOWED, html
    assert {name for name, _ in found.attributes} <= ATTRIBUTES, html
    for name, value in found.attributes:
        if name == "href":
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", value, re.IGNORECASE)
            assert not scheme or scheme[1].lower() not in {"javascript", "vbscript", "data", "file"}
    readable(html)  # every element is closed in its order


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts(text: str) -> None:
    harmless(text)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from([*HOSTILE, "\n", "\n\n", "- ", "> ", "#", "一", "[", "](", "*"])))
def test_any_mixture_of_them(pieces: list[str]) -> None:
    harmless("".join(pieces))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet="<>[]()!|:-#*_`\"'&;/\\ \nhttp=a一", max_size=60))
def test_any_text(text: str) -> None:
    harmless(text)


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="一二。， \n\u3000\xa01.a-*)(", max_size=40))
def test_the_short_way_for_plain_paragraphs_is_the_long_way(text: str) -> None:
    if not _MARKED.search(text):
        assert _paragraphs(text) == parser().render(text)


def test_html_is_shown_as_text() -> None:
    assert document("<b>粗</b>", "").html == "<p>&lt;b&gt;粗&lt;/b&gt;</p>\n"


def test_a_picture_is_a_link_and_loads_nothing() -> None:
    html = document("![图](https://elsewhere.example/p.png)", "").html
    assert "<img" not in html
    assert 'href="https://elsewhere.example/p.png"' in html


@pytest.mark.parametrize(
    ("written", "href", "rel"),
    [
        ("/", "../../", None),
        ("/notices/x/#a", "../../notices/x/#a", None),
        ("https://www.gov.cn/a", "https://www.gov.cn/a", "noopener noreferrer"),
        ("https://x.gov.cn.example/", "https://x.gov.cn.example/", "nofollow noopener noreferrer"),
        ("http://example.cn/", "http://example.cn/", "nofollow noopener noreferrer"),
        ("//example.cn/", "//example.cn/", "nofollow noopener noreferrer"),
        ("mailto:a@example.cn", "mailto:a@example.cn", None),
    ],
)
def test_links(written: str, href: str, rel: str | None) -> None:
    attributes = dict(_Found(document(f"[一]({written})", "../../").html).attributes)
    assert (attributes["href"], attributes.get("rel")) == (href, rel)


def test_links_on_the_home_page_are_never_empty() -> None:
    assert 'href="./"' in document("[首页](/)", "").html
    assert 'href="./notices/"' in document("[公告](/notices/)", "").html


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# 一\n## 二\n### 三", [2, 3, 4]),
        ("## 一\n#### 二\n###### 三\n## 四", [2, 3, 4, 2]),
        ("#### 一\n# 二\n### 三", [2, 2, 3]),
        ("###### 一", [2]),
        ("> # 一\n\n- ### 二", [2, 3]),
        ("一\n===\n二\n---", [2, 3]),
    ],
)
def test_no_level_of_headings_is_left_out(text: str, levels: list[int]) -> None:
    found = document(text, "", first_level=2, anchor="x-")
    assert [int(tag[1]) for tag in _Found(found.html).tags if re.match(r"h\d", tag)] == levels
    assert [heading.anchor for heading in found.headings] == [
        f"x-{place}" for place in range(1, len(levels) + 1)
    ]


def test_tables_are_aligned_by_classes() -> None:
    html = document("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |", "").html
    assert "style=" not in html
    for side in ("left", "center", "right"):
        assert f'<th class="at-{side}" scope="col">' in html
        assert f'<td class="at-{side}">' in html
    assert html.startswith('<div class="table-box" tabindex="0" role="group" aria-label="')
