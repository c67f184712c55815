"""What pages tell machines of themselves: tags of government sites, Open Graph, schema.org."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.site.conftest import MOUNT
from tests.site.html import Html
from tests.sites import Built

SITE = {"sitename", "sitedomain", "siteidcode"}
COLUMN = {"columnname", "columndescription", "columnkeywords", "columntype"}
ARTICLE = {"articletitle", "pubdate", "contentsource", "keywords", "author", "image", "url"}
ROOT = f"https://www.example.gov.cn{MOUNT}"
TYPES = {"首页", "概况信息", "通知公告", "政策文件", "工作动态", "数据发布", "办事服务"}


def is_article(address: str) -> bool:
    return bool(re.fullmatch(r"/(notices|awardees)/[a-z0-9-]+/", address))


@pytest.fixture(params=["shipped", "real", "whole"])
def site(request: pytest.FixtureRequest) -> Built:
    found: Built = request.getfixturevalue(request.param)
    return found


def pages(site: Built) -> dict[str, Html]:
    return {a: page for a, page in site.pages.items() if "self-assessment/" not in a[17:]}


def things(page: Html) -> list[dict[str, Any]]:
    data = json.loads(page.linked)
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def test_every_page_has_the_tags_of_its_type_and_none_is_empty(site: Built) -> None:
    for address, page in pages(site).items():
        if address == "/404.html":
            continue
        expected = COLUMN | {"description"} | (ARTICLE if is_article(address) else set())
        assert expected <= page.metas.keys(), address
        assert not ARTICLE & (page.metas.keys() - expected), address
        for value in (*page.metas.values(), *page.graph.values()):
            assert value.strip(), address
            assert value.lower() != "null", address
        assert page.metas["columntype"] in TYPES, address
        assert {"og:type", "og:title", "og:description", "og:site_name"} <= page.graph.keys()


def test_every_page_says_whose_it_is(real: Built, shipped: Built) -> None:
    for page in real.pages.values():
        assert page.metas["sitename"] == "示例市场监督管理网站（虚构）"
        assert page.metas["sitedomain"] == "www.example.gov.cn"
        assert page.metas["siteidcode"] == "4201009999"
    for page in shipped.pages.values():  # what is not configured is left out
        assert page.metas.keys() & SITE == {"sitename"}


def test_a_publication_time_is_that_of_the_record(shipped: Built) -> None:
    for id_, notice in shipped.register.notices.items():
        page = shipped.pages[f"/notices/{id_}/"]
        assert page.metas["pubdate"] == f"{notice.published:%Y-%m-%d %H:%M}"
        (article,) = [t for t in things(page) if t["@type"] == "NewsArticle"]
        assert article["datePublished"] == f"{notice.published:%Y-%m-%dT%H:%M}:00+08:00"
        assert page.graph["article:published_time"] == article["datePublished"]
        assert article["headline"] == page.metas["articletitle"] == notice.title


def test_a_holder_is_told_with_the_awards_it_holds(shipped: Built) -> None:
    for id_, holder in shipped.register.awardees.items():
        page = shipped.pages[f"/awardees/{id_}/"]
        thing = things(page)[0]
        assert thing["name"] == holder.name
        person = shipped.register.holder_kinds[holder.kind].person
        assert thing["@type"] == ("Person" if person else "Organization")
    assert things(shipped.pages["/awardees/shili-xianlan/"])[0]["award"] == []
    assert things(shipped.pages["/awardees/shili-shuiwu/"])[0]["award"]


def test_what_the_office_does_is_told_as_a_service(shipped: Built) -> None:
    for address in ("/apply/", "/self-assessment/"):
        assert things(shipped.pages[address])[0]["@type"] == "GovernmentService"
    assert things(shipped.pages["/"])[0]["@type"] == "GovernmentOrganization"


def test_the_way_back_is_told_on_every_page(site: Built) -> None:
    for address, page in pages(site).items():
        if address == "/404.html":
            continue
        trail = things(page)[-1]
        assert trail["@type"] == "BreadcrumbList"
        steps = trail["itemListElement"]
        assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)]
        assert all(step["name"] for step in steps)


def test_full_addresses_where_the_host_is_configured(real: Built) -> None:
    page = real.pages["/notices/2026-gs-01/"]
    assert page.metas["url"] == page.canonical == page.graph["og:url"]
    assert page.canonical == f"{ROOT}notices/2026-gs-01/"
    steps = things(page)[-1]["itemListElement"]
    assert [step["item"] for step in steps] == [ROOT, f"{ROOT}notices/", page.canonical]
