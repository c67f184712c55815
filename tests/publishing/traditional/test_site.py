"""A site with its variant in traditional characters: every page, every link, and back again."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browsing import hosted
from tests.publishing.works import Works
from tests.site.heard import heard
from tests.site.html import Html, read


@pytest.fixture(scope="module")
def works(tmp_path_factory: pytest.TempPathFactory) -> Works:
    works = Works.at(tmp_path_factory.mktemp("traditional"))
    works.edit("site.yml", "host:\n", "traditional: 是\nhost:\n")
    site = (works.content / "site.yml").read_text(encoding="utf-8")
    works.write("site.yml", site.replace("mount: /zl/", "mount: /"))
    works.build()
    return works


@pytest.fixture(scope="module")
def pages(works: Works) -> dict[str, Html]:
    """Every page by its address."""
    found = {}
    for file in sorted(works.out.rglob("*.html")):
        address = "/" + file.relative_to(works.out).as_posix().removesuffix("index.html")
        found[address] = read(file, address)
    return found


def test_every_page_has_its_twin(pages: dict[str, Html]) -> None:
    plain = {address for address in pages if not address.startswith("/hant/")}
    variants = {address[5:] for address in pages if address.startswith("/hant/")}
    assert plain - variants == {"/404.html"}
    assert variants <= plain


def test_every_link_of_a_twin_leads_somewhere(works: Works, pages: dict[str, Html]) -> None:
    for address, page in pages.items():
        for link in (*page.links, *page.loads):
            whole = urlsplit(urljoin(f"http://site{address}", link))
            if whole.netloc == "site":
                path = unquote(whole.path)
                there = works.out / (path[1:] + ("index.html" if path.endswith("/") else ""))
                assert there.is_file(), (address, link)


def test_words_are_traditional_and_names_are_not(works: Works, pages: dict[str, Html]) -> None:
    variant = pages["/hant/notices/2026-gs-01/"]
    assert variant.lang == "zh-Hant"
    for word in ("公示期", "發文機關", "發佈日期"):
        assert word in variant.text
    assert "发文机关" not in variant.text
    holder = pages["/hant/awardees/yihao/"]
    plain = pages["/awardees/yihao/"]
    name = plain.metas["articletitle"]
    assert name in holder.text
    assert holder.metas["articletitle"] == name
    assert holder.metas["columntype"] == plain.metas["columntype"].replace("工作动态", "工作動態")


def test_one_leads_to_the_other(pages: dict[str, Html]) -> None:
    for address in ("/", "/notices/", "/notices/2026-gs-01/", "/about/"):
        there = {urljoin(address, link) for link in pages[address].links}
        assert f"/hant{address}" in there
        back = {urljoin(f"/hant{address}", link) for link in pages[f"/hant{address}"].links}
        assert address in back


def test_search_engines_are_told_of_the_official_one_alone(works: Works) -> None:
    assert "/hant/" not in (works.out / "sitemap.xml").read_text(encoding="utf-8")


def test_a_twin_in_the_browser(browser: Browser, works: Works) -> None:
    with hosted(works.out) as host, heard(browser) as reader:
        reader.page.goto(f"{host}/notices/2026-gs-01/")
        reader.page.get_by_role("link", name="繁體").first.click()
        assert reader.page.url == f"{host}/hant/notices/2026-gs-01/"
        assert reader.page.locator("html").get_attribute("lang") == "zh-Hant"
        reader.page.get_by_role("link", name="简体").first.click()
        assert reader.page.url == f"{host}/notices/2026-gs-01/"
        assert reader.wrong == []


def test_on_a_phone_the_switch_stands_in_the_footer(browser: Browser, works: Works) -> None:
    with (
        hosted(works.out) as host,
        heard(browser, viewport={"width": 360, "height": 780}) as reader,
    ):
        reader.page.goto(host)
        (switch,) = reader.page.locator(".script-switch:visible").all()
        assert switch.evaluate("link => !!link.closest('footer')")
        name = reader.page.locator(".wordmark-name").bounding_box()
        assert name
        assert name["height"] >= 12  # the name keeps its room beside what can be pressed


def test_without_the_option_there_is_none(tmp_path: Path) -> None:
    works = Works.at(tmp_path)
    works.build()
    assert not (works.out / "hant").exists()
    assert "繁體" not in (works.out / "index.html").read_text(encoding="utf-8")
