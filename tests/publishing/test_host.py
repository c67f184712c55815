"""A part of a host site: header and footer, codes and marks, and columns with nothing in them."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from generator.problems import Level, Problem, Stop
from generator.publishing import build
from tests.publishing.works import TODAY, Works

HEADER = (
    '<p><a href="https://www.example.gov.cn/">示例主站</a>　<a href="/zwgk/">政务公开</a></p>\n'
)
FOOTER = '<div class="gov-footer"><p>示例主站页尾 <img src="/images/x.png" alt="徽标"></p></div>\n'


def page(works: Works, path: str = "index.html") -> str:
    return (works.out / path).read_text(encoding="utf-8")


def errors(works: Works) -> list[Problem]:
    with pytest.raises(Stop) as stopped:
        works.build()
    assert not works.out.exists()
    return [problem for problem in stopped.value.problems if problem.level is Level.ERROR]


def configured(works: Works, lines: str) -> None:
    site = (works.content / "site.yml").read_text(encoding="utf-8")
    works.write("site.yml", site.replace("host:\n", f"host:\n{lines}", 1))


def test_header_and_footer_of_the_host_stand_on_every_page(works: Works) -> None:
    works.write("files/host/top.html", HEADER)
    works.write("files/host/end.html", FOOTER)
    configured(works, "  header: files/host/top.html\n  footer: files/host/end.html\n")
    works.build()
    for path in ("index.html", "notices/2026-gs-01/index.html", "about/index.html", "404.html"):
        text = page(works, path)
        assert text.index(HEADER.strip()) < text.index('class="masthead"')
        assert text.index(FOOTER.strip()) > text.index('class="colophon"')
    assert not (works.out / "files/host").exists()  # they are no attachment
    works.write("files/host/top.html", HEADER.replace("示例主站", "改名主站"))
    works.build()
    assert "改名主站" in page(works)


@pytest.mark.parametrize(
    ("html", "line", "what"),
    [
        ("<p>甲</p>\n<script src=/x.js></script>", 2, "<script>"),
        ("<p onclick=x()>甲</p>", 1, "onclick="),
        ("<p style='color:red'>甲</p>", 1, "style="),
        ("<p>\n<img src=https://cdn.example.com/x.png alt=></p>", 2, "src=https"),
        ("<a href=javascript:x()>甲</a>", 1, "href=javascript"),
        ("<iframe src=/x></iframe>", 1, "<iframe>"),
        ("<p id=content>甲</p>", 1, "id="),
        ("<div><p>甲</div>", 1, "</div>"),
        ("<div>甲", 1, "<div>"),
        ("<div/><p>甲</p>", 1, "<div>"),
        ("<p>甲</p>\n<!-- 乙", 2, "<!--"),
        ("<p>甲</p>\n<!-- 乙 -->", 2, "<!-- -->"),
        ("<p>甲</p><script src=//x.example/x.js ", 1, "<script"),
        ('<p>甲</p><img src="/a.png" alt="', 1, "<img"),
        ("<?php echo 1 ?>", 1, "<?php"),
        ("<![CDATA[甲]]>", 1, "<!["),
        ("<img src='/\\x.example/a.png' alt=''>", 1, "src=/"),
    ],
)
def test_what_no_page_may_have_is_refused_in_a_header_too(
    works: Works, html: str, line: int, what: str
) -> None:
    works.write("files/host/top.html", html)
    configured(works, "  header: files/host/top.html\n")
    problem = errors(works)[0]
    assert (problem.file.endswith("files/host/top.html"), problem.line) == (True, line)
    assert any(f"“{what}" in one.sentence for one in errors(works))


def test_a_header_that_is_not_there(works: Works) -> None:
    configured(works, "  header: files/host/top.html\n")
    (problem,) = errors(works)
    assert problem.file.endswith("site.yml")
    assert problem.sentence == "没有文件“files/host/top.html”；请核对文件名"


def test_codes_and_marks_lead_to_who_gave_them(works: Works) -> None:
    works.write("files/host/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    configured(
        works,
        "  icp: 示ICP备1号\n  police: 示公网安备42010000000000号\n"
        "  police_icon: files/host/mark.svg\n"
        "  party_mark: {address: https://bszs.conac.cn/x, image: files/host/mark.svg}\n",
    )
    works.build()
    text = page(works, "notices/2026-gs-01/index.html")
    links = dict(re.findall(r'<a href="([^"]+)" rel="noopener">(?:<img[^>]+>)?([^<]+)</a>', text))
    assert links["https://beian.miit.gov.cn/"] == "示ICP备1号"
    police = "https://beian.mps.gov.cn/#/query/webSearch?code=42010000000000"
    assert links[police] == "示公网安备42010000000000号"
    assert links["https://bszs.conac.cn/x"] == "党政机关"
    assert (works.out / "files/host/mark.svg").is_file()
    found = "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code="
    (fault,) = [address for address, title in links.items() if title == "我为政府网站找错"]
    assert fault.startswith(found)
    assert fault.endswith("2Fnotices%2F2026-gs-01%2F")  # the page itself


def test_without_codes_no_mark_is_shown(works: Works) -> None:
    site = (works.content / "site.yml").read_text(encoding="utf-8")
    works.write("site.yml", re.sub(r"\n  id_code:.*", "", site))
    works.build()
    assert 'class="badges"' not in page(works)
    assert "找错" not in page(works)


def test_a_wrong_code_is_told(works: Works) -> None:
    site = (works.content / "site.yml").read_text(encoding="utf-8")
    works.write("site.yml", re.sub(r"id_code:.*", "id_code: 42010", site))
    (problem,) = errors(works)
    assert problem.sentence.startswith("网站标识码“42010”的写法不对；10 位数字")


def test_a_column_with_nothing_in_it_is_led_to_from_nowhere(works: Works) -> None:
    shutil.rmtree(works.content / "cultivation")
    works.build()
    assert 'cultivation/">' not in page(works)
    assert "/cultivation/" not in page(works, "sitemap.xml")


def test_an_archived_notice_keeps_its_address_and_leaves_the_newest(works: Works) -> None:
    works.build()
    assert "2026-gs-01" in page(works)
    works.edit(
        "notices/2026/2026-gs-01.yml",
        "published: 2026-10-09 09:00\n",
        "published: 2026-10-09 09:00\narchived: 2028-01-05\n",
    )
    works.build()
    text = page(works, "notices/2026-gs-01/index.html")
    assert '归档时间：<time datetime="2028-01-05">2028-01-05</time>' in text
    home = page(works)
    newest = home[home.index('id="newest"') :] if 'id="newest"' in home else home
    assert "notices/2026-gs-01/" not in newest
    assert "2026-gs-01" in page(works, "notices/index.html")


def test_an_archived_notice_is_found_with_its_mark(works: Works) -> None:
    works.edit(
        "notices/2026/2026-gs-01.yml",
        "published: 2026-10-09 09:00\n",
        "published: 2026-10-09 09:00\narchived: 2028-01-05\n",
    )
    build(works.content, works.out, works.cache, TODAY, search=True, jobs=1)
    titles = json.loads(page(works, "search/titles.json"))
    marked = titles["words"].index("已归档")
    assert [row[0] for row in titles["rows"] if row[-1] == marked] == ["notices/2026-gs-01/"]
