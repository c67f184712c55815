"""Every page of the demonstration, checked without a browser."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from tests.site.conftest import MOUNT
from tests.site.html import Html
from tests.sites import CONTENT, Built

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(params=["shipped", "real"])
def site(request: pytest.FixtureRequest) -> Built:
    found: Built = request.getfixturevalue(request.param)
    return found


def records(room: str) -> set[str]:
    """The ids of the records in a room, by their files alone."""
    return {file.stem for file in (CONTENT / room).rglob("*.yml")}


def test_every_address_is_there(shipped: Built) -> None:
    assert set(shipped.pages) >= {
        *("/", "/404.html"),
        *("/notices/", "/awardees/", "/rounds/", "/cultivation/", "/regulation/"),
        *(f"/notices/{id_}/" for id_ in records("notices")),
        *(f"/awardees/{id_}/" for id_ in records("awardees")),
        *(f"/rounds/{id_}/" for id_ in records("rounds")),
        *(f"/cultivation/{id_}/" for id_ in records("cultivation")),
        *(f"/{file.stem}/" for file in (CONTENT / "pages").glob("*.md")),
    }
    assert (shipped.root / "sitemap.xml").is_file()


def test_the_demonstration_shows_every_kind_of_notice_and_standing(shipped: Built) -> None:
    register = shipped.register
    assert {notice.kind for notice in register.notices.values()} == {
        *("征求意见", "申报通知", "推荐公示", "受理名单", "拟奖公示"),
        *("表彰通报", "撤销公告", "更正公告", "其他"),
    }
    awardees = shipped.pages.items()
    shown = " ".join(page.text for address, page in awardees if address.startswith("/awardees/"))
    for word in ("有效", "复评确认", "已撤销", "更名", "提名奖", "组织", "个人"):
        assert word in shown
    assert len({round_.term for round_ in register.rounds.values()}) >= 2
    assert len({holder.district for holder in register.awardees.values()}) >= 5


@pytest.mark.parametrize(
    ("which", "root"), [("shipped", "/"), ("real", f"https://www.example.gov.cn{MOUNT}")]
)
def test_every_page_is_in_the_sitemap(
    which: str, root: str, request: pytest.FixtureRequest
) -> None:
    site: Built = request.getfixturevalue(which)
    tree = ElementTree.parse(site.root / "sitemap.xml").getroot()
    listed = [str(loc.text) for loc in tree.iter(f"{SITEMAP}loc")]
    assert len(listed) == len(set(listed))
    assert set(listed) == {root + address[1:] for address in site.pages if address != "/404.html"}


def test_canonical_addresses(shipped: Built, real: Built) -> None:
    assert {page.canonical for page in shipped.pages.values()} == {""}
    for address, page in real.pages.items():
        canonical = f"https://www.example.gov.cn{MOUNT}{address[1:]}"
        assert page.canonical == ("" if address == "/404.html" else canonical)


def test_the_demonstration_says_so_and_is_not_indexed(shipped: Built, real: Built) -> None:
    for page in shipped.pages.values():
        assert page.metas["robots"] == "noindex, nofollow"
        assert "演示站点：" in page.text
    for page in real.pages.values():
        assert "robots" not in page.metas
        assert "演示站点：" not in page.text


def test_heads(site: Built) -> None:
    for address, page in site.pages.items():
        assert page.lang == "zh-CN", address
        assert page.title.strip(), address
        assert page.metas["description"].strip(), address
    for what in ({a: p.title for a, p in site.pages.items()}, _descriptions(site)):
        assert len(set(what.values())) == len(what), [
            (address, words) for address, words in what.items() if [*what.values()].count(words) > 1
        ]


def _descriptions(site: Built) -> dict[str, str]:
    return {address: page.metas["description"] for address, page in site.pages.items()}


def test_headings_and_ids(site: Built) -> None:
    for address, page in site.pages.items():
        assert page.headings.count(1) == 1, address
        assert page.headings[0] == 1, address
        steps = zip(page.headings, page.headings[1:], strict=False)
        assert all(below <= above + 1 for above, below in steps), (address, page.headings)
        assert len(set(page.ids)) == len(page.ids), address
        assert set(page.named_by) <= set(page.ids), address
        assert page.pictures_without_words == 0, address


def test_the_policy_is_kept_to(site: Built) -> None:
    for address, page in site.pages.items():
        assert page.against_policy == [], address
        for load in page.loads:
            assert not urlsplit(load).netloc, (address, load)
            assert not load.startswith("//"), (address, load)


def test_every_link_leads_somewhere(site: Built) -> None:
    mount = site.register.site.mount
    for page in site.pages.values():
        for target in (*page.links, *page.loads):
            assert _leads(site, mount, page, target), (page.address, target)


def _leads(site: Built, mount: str, page: Html, target: str) -> bool:
    """Whether a link is one elsewhere, or leads to a file and an id that are there."""
    if not target:
        return False
    parts = urlsplit(target)
    if parts.scheme in {"http", "https"}:
        return target.startswith("https://") and "127.0.0.1" not in target
    if parts.scheme:
        return parts.scheme in {"mailto", "tel"}
    if page.address != "/404.html" and target.startswith("/"):
        return False  # it would break below another mount
    there = urlsplit(urljoin(f"http://host{mount}{page.address[1:]}", target))
    if not there.path.startswith(mount):
        return False
    address = "/" + unquote(there.path.removeprefix(mount))
    if address in site.pages:
        return not there.fragment or unquote(there.fragment) in site.pages[address].ids
    return (site.root / address[1:]).is_file() and not there.fragment


def test_the_list_of_contents_leads_to_headings_of_the_page(site: Built) -> None:
    for address, page in site.pages.items():
        html = site.root / (address[1:] + "index.html" if address.endswith("/") else address[1:])
        text = html.read_text(encoding="utf-8")
        if contents := re.search(r'<nav class="contents".*?</nav>', text, re.DOTALL):
            anchors = re.findall(r'href="#([^"]+)"', contents[0])
            assert anchors, address
            assert set(anchors) <= set(page.ids), address
            places = [text.index(f' id="{anchor}"') for anchor in anchors]
            assert places == sorted(places), address


def test_only_offered_files_are_published(shipped: Built) -> None:
    files = {
        file.relative_to(shipped.root).as_posix()
        for file in shipped.root.rglob("*")
        if file.is_file() and file.suffix != ".html"
    }
    offered = {file for file in files if file.startswith("files/")}
    in_guides = {f"files/guide/{file.name}" for file in (CONTENT / "files/guide").iterdir()}
    assert in_guides
    assert offered == shipped.register.published_files | in_guides


def test_periods_are_told_without_a_script(shipped: Built) -> None:
    page = shipped.pages["/notices/2026-gs-01/"]
    words = " ".join(page.text.split())
    assert "2026-10-10 至 2026-10-15，共 5 个工作日" in words


def test_a_body_is_named_once_beside_its_contact(shipped: Built) -> None:
    offices = 0
    for pool in shipped.register.pools.values():
        body = shipped.register.bodies[pool.body]
        html = (shipped.root / f"cultivation/{pool.body}/index.html").read_text(encoding="utf-8")
        reach = html[html.index('<h2 id="contact">') :]
        reach = reach[: reach.index("</dl>")]
        names = re.findall(r"<dt>(?:机构|受理单位)</dt><dd>(.*?)</dd>", reach)
        assert body.contact
        assert names == [*dict.fromkeys(filter(None, (body.office, body.contact.office)))]
        offices += body.office == body.contact.office
    assert offices


def test_no_notice_stands_twice_in_a_chain(shipped: Built) -> None:
    for address in shipped.pages:
        if address.startswith("/notices/2"):
            html = (shipped.root / address.strip("/") / "index.html").read_text(encoding="utf-8")
            chain = re.findall(
                r'href="([^"]+)"', html.partition('class="chain"')[2].split("</nav>")[0]
            )
            assert len(chain) == len(set(chain)), address
