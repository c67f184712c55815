"""Every list offers its own data, and every page names the feed, wherever the site is mounted."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from generator.opendata.tables import TABLES
from generator.register.notice_slugs import KIND_SLUGS
from tests.sites import Built

ATOM = "{http://www.w3.org/2005/Atom}"
LINK = re.compile(
    r'<link rel="alternate" type="application/atom\+xml" title="([^"]*)" href="([^"]*)">'
)
HOLDERS = {"honours", "awardees"}
NOTICES = {"notices", "publicity", "notice_rows"}
HELD = (
    (r"/awardees/(by/.*)?", HOLDERS),
    (r"/notices/(by/.*)?", NOTICES),
    (r"/rounds/", {"rounds", "stages", "quotas"}),
    (r"/cultivation/.*", {"cultivation"}),
    (r"/statistics/", {"honours", "cultivation", "notices"}),
)


@pytest.fixture(params=["shipped", "real"])
def site(request: pytest.FixtureRequest) -> Built:
    found: Built = request.getfixturevalue(request.param)
    return found


def html(site: Built, address: str) -> str:
    path = address[1:] + ("index.html" if address.endswith("/") else "")
    return (site.root / path).read_text(encoding="utf-8")


def reached(site: Built, address: str, href: str) -> str:
    """The path below the root of the site to which a link of a page leads."""
    mount = site.register.site.mount
    there = urljoin(f"http://host{mount}{address[1:]}", href)
    assert there.startswith(f"http://host{mount}"), (address, href)
    return there.removeprefix(f"http://host{mount}")


def test_every_page_names_the_feed_in_its_head(site: Built) -> None:
    kinds = {f"/notices/by/kind/{slug}/" for slug in KIND_SLUGS.values()}
    seen = set()
    for address in site.pages:
        head = html(site, address).partition("</head>")[0]
        named = [
            (unescape(title), reached(site, address, href)) for title, href in LINK.findall(head)
        ]
        wanted = ["feed.xml"]
        if address in kinds:
            wanted.append(f"{address[1:]}feed.xml")
            seen.add(address)
        assert [path for _, path in named] == wanted, address
        for title, path in named:
            feed = ElementTree.parse(site.root / path).getroot()
            assert feed.findtext(f"{ATOM}title") == title
    assert seen == kinds


def test_every_list_offers_its_own_data(site: Built) -> None:
    titles = {table.name: table.title for table in TABLES}
    for address in site.pages:
        tables = next((held for where, held in HELD if re.fullmatch(where, address)), None)
        if tables is None:
            continue
        page = html(site, address)
        for name in tables:
            for kind in ("csv", "json", "xlsx"):
                words = f"{titles[name]} {kind.upper()}"
                (href,) = re.findall(rf'<a href="([^"]*)" aria-label="{words}">', page)
                assert reached(site, address, href) == f"data/{name}.{kind}"
                assert (site.root / f"data/{name}.{kind}").is_file()
        assert set(re.findall(r"data/(\w+)\.csv", page)) == tables | {"dictionary"}, address


def test_lists_of_notices_offer_their_feed(site: Built) -> None:
    for address in site.pages:
        if not re.fullmatch(r"/notices/(by/.*)?", address):
            continue
        kind = re.match(r"/notices/by/kind/[a-z-]+/", address)
        feed = f"{kind[0][1:]}feed.xml" if kind else "feed.xml"
        page = html(site, address)
        (href,) = re.findall(r'<a href="([^"]*)" type="application/atom\+xml">', page)
        assert reached(site, address, href) == feed
        (href,) = re.findall(r'<a href="([^"]*)" type="text/calendar">', page)
        assert reached(site, address, href) == "calendar.ics"
