"""Links that lead nowhere are told one by one, with file and line; what is not offered stays in."""

from __future__ import annotations

import pytest

from generator.problems import Level, Problem, Stop
from tests.publishing.works import Works, tree


def told(works: Works) -> list[Problem]:
    """The errors by which a build is refused."""
    with pytest.raises(Stop) as stopped:
        works.build()
    return [problem for problem in stopped.value.problems if problem.level is Level.ERROR]


def place(works: Works, problem: Problem) -> str:
    """Where a problem stands: path and line below the content folder."""
    return f"{problem.file.removeprefix(works.content.as_posix() + '/')}:{problem.line}"


def line_of(works: Works, path: str, words: str) -> str:
    """Path and line of the first place in which `words` stand."""
    lines = (works.content / path).read_text(encoding="utf-8").splitlines()
    return f"{path}:{next(number for number, line in enumerate(lines, 1) if words in line)}"


ABOUT = "pages/about.md"
LINKS = [
    ("/nowhere/", "站内没有地址“/nowhere/”；请核对地址"),
    ("/notices", "站内没有地址“/notices”；写成 /notices/"),
    ("/notices/2024-gs-02/", "站内没有地址“/notices/2024-gs-02/”；请核对地址"),
    ("/regulation/#art-99", "/regulation/ 没有“#art-99”这一处；条文的写法是 #art-条号；请核对"),
    ("/files/2024/none.csv", "站内没有地址“/files/2024/none.csv”；请核对地址"),
    ("/confidential/2024.yml", "站内没有地址“/confidential/2024.yml”；请核对地址"),
    ("/about/#s9", "/about/ 没有“#s9”这一处；条文的写法是 #art-条号；请核对"),
]


@pytest.mark.parametrize(("target", "sentence"), LINKS, ids=[target for target, _ in LINKS])
@pytest.mark.parametrize(
    ("path", "old"),
    [(ABOUT, "](/regulation/#art-5)"), ("notices/2024/2024-gs-01.yml", "](/awardees/)")],
)
def test_a_link_that_leads_nowhere(
    works: Works, path: str, old: str, target: str, sentence: str
) -> None:
    works.edit(path, old, f"]({target})")
    (problem,) = told(works)
    assert place(works, problem) == line_of(works, path, f"]({target})")
    assert problem.sentence == sentence
    assert problem.value in target
    assert not works.out.exists()


@pytest.mark.parametrize(
    ("path", "old"),
    [
        ("awardees/yihao.yml", "](/notices/2024-bz-01/)"),
        ("rounds/2024.yml", "](/notices/2024-bz-01/)"),
        ("cultivation/dong.yml", "](/regulation/)"),
        ("regulation/2023.yml", "](/notices/)"),
    ],
)
def test_links_of_every_kind_of_record_are_held(works: Works, path: str, old: str) -> None:
    works.edit(path, old, "](/nowhere/)")
    assert [place(works, problem) for problem in told(works)] == [
        line_of(works, path, "](/nowhere/)")
    ]


def test_each_link_is_told_where_it_stands_and_all_together(works: Works) -> None:
    works.edit(ABOUT, "(/regulation/#art-5)", "(/a/)，[再](/b/)，[又](/a/)")
    works.edit("notices/2024/2024-gs-01.yml", "(/awardees/)", "(/c/)")
    works.edit("notices/2024/2024-gs-01.yml", "实名提出", "[实名](/c/)，[写明](/d/)")
    assert {(place(works, p), p.value) for p in told(works)} == {
        (line_of(works, "notices/2024/2024-gs-01.yml", "[实名](/c/)"), "/c/"),
        (line_of(works, "notices/2024/2024-gs-01.yml", "](/d/)"), "/d/"),
        (line_of(works, "notices/2024/2024-gs-01.yml", "名单](/c/)"), "/c/"),
        (line_of(works, ABOUT, "](/a/)"), "/a/"),
        (line_of(works, ABOUT, "](/b/)"), "/b/"),
    }


FORMS = [
    "[见](/no/ '题')",
    "[见](</no/>)",
    "[见][甲]\n\n  [甲]: /no/ (题)\n",
    "[甲]\n\n  [甲]: </no/>\n",
    "[**见**\n  这](/no/)",
    "![图](/no/)",
    "![图][甲]\n\n  [甲]: /no/\n",
    "> - [见](/n&#111;/)",
]


@pytest.mark.parametrize("written", FORMS)
@pytest.mark.parametrize("path", [ABOUT, "notices/2024/2024-gs-01.yml"])
def test_a_link_in_any_form_of_markdown_is_held(works: Works, path: str, written: str) -> None:
    before = "见[办法]" if path == ABOUT else "  ## 二、监督"
    indented = written if path == ABOUT else f"  {written}"
    works.edit(path, before, f"{indented}\n\n{before}")
    (problem,) = told(works)
    assert problem.sentence == "站内没有地址“/no/”；请核对地址"
    stands = line_of(works, path, "/no/") if "/no/" in written else line_of(works, path, before)
    assert place(works, problem).split(":")[0] == stands.split(":")[0]
    if "/no/" in written:
        assert place(works, problem) == stands


@pytest.mark.parametrize("target", ["notices/", "../notices/", "?a=1", "", "#s1"])
def test_a_link_of_a_record_begins_at_the_root(works: Works, target: str) -> None:
    works.edit("notices/2024/2024-gs-01.yml", "[名单](/awardees/)", f"[名单]({target})")
    (problem,) = told(works)
    assert problem.sentence == (
        f"链接“{target}”不是从站点根开始的地址；请写成 /notices/ 这样以斜线开头的地址"
    )


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "file:///c:/x"])
def test_a_link_that_would_run_or_load_something(works: Works, target: str) -> None:
    works.edit("notices/2024/2024-gs-01.yml", "[名单](/awardees/)", f"[名单]({target})")
    (problem,) = told(works)
    assert problem.sentence.startswith(f"链接“{target}”不能放进页面；链接用 http")
    assert place(works, problem) == line_of(works, "notices/2024/2024-gs-01.yml", target)


@pytest.mark.parametrize("html", ["<script>x()</script>", "<b>甲</b>", "<!-- 内部：待批 -->"])
def test_html_in_a_record_is_told_where_it_stands(works: Works, html: str) -> None:
    works.edit("notices/2024/2024-gs-01.yml", "  ## 二、监督", f"  乙 {html}")
    (problem,) = told(works)
    assert problem.sentence.startswith("正文：“<")
    assert "是网页代码" in problem.sentence
    assert place(works, problem) == line_of(works, "notices/2024/2024-gs-01.yml", html)


def test_what_is_no_markdown_or_no_link_is_not_told(works: Works) -> None:
    works.edit("notices/2024/2024-gs-01.yml", "把废品率降到", "见[一](/no/)，把废品率降到")
    works.edit(
        "notices/2024/2024-gs-01.yml",
        "  ## 二、监督",
        "  `[一](/no/)` \\[一](/no/) `<b>` \\<b> 1<b\n\n  ## 二、监督",
    )
    works.build()


@pytest.mark.parametrize("address", ["/rounds/", "/about/"])
@pytest.mark.parametrize("target", ["/nowhere/", "notices/", "javascript:alert(1)", "#title"])
def test_the_navigation_is_held_to_what_there_is(works: Works, address: str, target: str) -> None:
    works.edit("site.yml", f"address: {address}", f"address: '{target}'")
    problems = told(works)
    assert [place(works, problem) for problem in problems] == [
        line_of(works, "site.yml", f"address: '{target}'")
    ]
    assert problems[0].value == target


def test_links_that_hold_are_not_told(works: Works) -> None:
    good = ["/", "/404.html", "/sitemap.xml", "/files/2024/名单.csv", "/regulation/#editions"]
    good += [
        "/data/awardees.csv",
        "/feed.xml",
        "/calendar.ics",
        "/regulation/?a=1#art-24",
        "/rounds/2024/#holders",
        "https://elsewhere.example/x",
    ]
    links = "".join(f"[x]({target}) " for target in good)
    works.edit(ABOUT, "见[办法]", f"{links}见[办法]")
    works.edit("awardees/yihao.yml", "第一段。", links)
    works.build()


def test_a_link_in_what_is_not_published_is_not_told(works: Works) -> None:
    works.edit("awardees/yihao.yml", "notes: 不公开的工艺", "notes: '[见](/neibu/gongyi/)'")
    works.build()
    assert not [path for path, data in tree(works.out).items() if b"neibu" in data]


def test_only_files_that_a_public_record_offers_are_published(works: Works) -> None:
    works.build()
    offered = {path for path in tree(works.out) if path.startswith("files/")}
    assert offered == {"files/2024/名单.csv", "files/awardees/yihao.svg"}
    assert (works.content / "files/neibu/unused.txt").is_file()
    works.edit(
        "notices/2024/2024-gs-01.yml",
        "  - {file: files/2024/名单.csv, title: 名单（CSV）}",
        "  - {file: files/neibu/unused.txt, title: 说明}",
    )
    for _ in range(2):
        works.build()
        offered = {path for path in tree(works.out) if path.startswith("files/")}
        assert offered == {"files/neibu/unused.txt", "files/awardees/yihao.svg"}
        works.edit("awardees/zhang.yml", "SL-2024-", "SL-2024-0")


def test_a_file_is_offered_by_a_prose_page_and_not_by_a_text_of_a_record(works: Works) -> None:
    works.edit(ABOUT, "](/regulation/#art-5)", "](/files/neibu/unused.txt)")
    works.build()
    assert (works.out / "files/neibu/unused.txt").is_file()
    works.edit(ABOUT, "](/files/neibu/unused.txt)", "](/regulation/#art-5)")
    works.edit("awardees/yihao.yml", "](/notices/2024-bz-01/)", "](/files/neibu/unused.txt)")
    (problem,) = told(works)
    assert problem.sentence == "站内没有地址“/files/neibu/unused.txt”；请核对地址"


def test_nothing_of_a_hidden_file_or_folder_is_published(works: Works) -> None:
    works.write("files/.htaccess", "不公开")
    works.write("files/awardees/.yihao.svg.swp", "不公开")
    works.write("files/awardees/yihao.svg~", "不公开")
    works.build()
    assert tree(works.out) == Works(works.content, works.out, works.cache).clean()
    assert not [path for path, data in tree(works.out).items() if "不公开".encode() in data]
