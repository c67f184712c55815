"""Facet pages as they are without a script: exactly their rows, their counts, their links."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from generator.pages import Plan, Renderer, facets, holder_lists, plans
from generator.pages.facets import portions
from generator.register import Register
from generator.register.notice_slugs import KIND_SLUGS
from generator.regulation import examine
from tests.pages.readable import readable
from tests.publishing.works import Works, inodes, tree

CONTENT = Path(__file__).parents[2] / "content"
TODAY = dt.date(2026, 10, 12)
Planned = dict[str, Plan]
FACETS = ["year", "tier", "kind", "district", "sector"]


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    found = examine(CONTENT, today=TODAY)
    return Renderer(found.register, found.calendar, read=lambda path: (CONTENT / path).read_bytes())


@pytest.fixture(scope="module")
def planned(renderer: Renderer) -> Planned:
    return {plan.address: plan for plan in plans(renderer)}


def honours(register: Register) -> Iterator[tuple[str, dict[str, str | None]]]:
    """Every honour: its holder's id, and what it is by each facet."""
    for holder in register.awardees.values():
        for honour in holder.honours:
            yield (
                holder.id,
                {
                    "year": honour.round,
                    "tier": honour.tier,
                    "kind": holder.kind,
                    "district": holder.district,
                    "sector": holder.sector,
                },
            )


def listed(body: str) -> list[str]:
    """The holders of a page's rows."""
    return re.findall(r'<th scope="row"><a href="[./]*awardees/([\w-]+)/">', body)


def links(body: str) -> dict[tuple[str, str], int]:
    """The facets that a page offers, with the counts that stand beside them."""
    found = re.findall(
        r'data-facet="(\w+)" data-value="([\w-]+)"[^>]*><span>[^<]*</span> <small>(\d+)</small>',
        body,
    )
    return {(facet, value): int(count) for facet, value, count in found}


@pytest.mark.parametrize("facet", FACETS)
def test_every_value_has_a_page_with_exactly_its_rows(
    renderer: Renderer, planned: Planned, facet: str
) -> None:
    by_value: dict[str, Counter[str]] = {}
    for holder, is_ in honours(renderer.register):
        if value := is_[facet]:
            by_value.setdefault(value, Counter())[holder] += 1
    pages = {
        address.split("/")[4]: plan
        for address, plan in planned.items()
        if address.startswith(f"/awardees/by/{facet}/")
    }
    assert pages.keys() == by_value.keys()
    for value, plan in pages.items():
        assert Counter(listed(plan.make().body)) == by_value[value]


def test_notices_have_a_page_for_every_kind_and_year(renderer: Renderer, planned: Planned) -> None:
    notices = renderer.register.notices.values()
    expected: dict[str, list[str]] = {}
    for notice in sorted(notices, key=lambda notice: (notice.published, notice.id), reverse=True):
        for part in (f"kind/{KIND_SLUGS[notice.kind]}", f"year/{notice.published.year}"):
            expected.setdefault(f"/notices/by/{part}/", []).append(notice.id)
    assert {a for a in planned if a.startswith("/notices/by/")} == expected.keys()
    for address, ids in expected.items():
        body = planned[address].make().body
        rows = re.findall(r'<li><time.*?href="[./]*notices/([\w-]+)/"', body)
        assert rows == ids
        assert f"{len(ids)} 份公告，按发布时间，新的在前" in body


def test_counts_beside_the_links_are_those_of_the_records(
    renderer: Renderer, planned: Planned
) -> None:
    given = Counter(
        (facet, value)
        for _, is_ in honours(renderer.register)
        for facet, value in is_.items()
        if value
    )
    for address in ("/awardees/", "/awardees/by/tier/award/"):
        assert links(planned[address].make().body) == dict(given)


def test_every_link_leads_to_a_page_and_the_chosen_one_back(planned: Planned) -> None:
    for address, plan in planned.items():
        if "/by/" not in address and address not in ("/awardees/", "/notices/"):
            continue
        page = plan.make()
        root = f"/{address.split('/')[1]}/"
        for href, facet, value, more in re.findall(
            r'<a href="([^"]*)" data-facet="(\w+)" data-value="([\w-]+)"([^>]*)>', page.body
        ):
            target = "/" + href.removeprefix(page.up)
            chosen = address.startswith(f"{root}by/{facet}/{value}/")
            assert target == (root if chosen else f"{root}by/{facet}/{value}/")
            assert ("aria-current" in more) == chosen
            assert target in planned
        chips = re.findall(r"移除筛选：</span>([^<]*)</a>", page.body)
        assert len(chips) == ("/by/" in address)
        assert "style=" not in page.body
        readable(page.body)


def test_the_count_is_said_in_words(renderer: Renderer, planned: Planned) -> None:
    said = re.compile(r'<p class="count"[^>]*>(.*?)</p>')
    whole = said.search(planned["/awardees/"].make().body)
    assert whole
    kinds = Counter(holder.kind for holder in renderer.register.awardees.values())
    total = sum(1 for _ in honours(renderer.register))
    assert unescape(whole[1]) == (
        f"{kinds['organisation']} 家获奖组织、{kinds['individual']} 名获奖个人，"
        f"共 {total} 项荣誉，按年份，近的在前"
    )


def test_a_group_says_the_round_and_its_rows_do_not(planned: Planned) -> None:
    body = planned["/awardees/"].make().body
    assert '<th scope="col">评定</th>' not in body
    assert '<th scope="col">奖项</th>' in body
    by_tier = planned["/awardees/by/tier/award/"].make().body
    assert '<th scope="col">奖项</th>' not in by_tier
    assert '<th scope="col">评定</th>' in by_tier
    for table in re.findall(r"<table class=\"holders\">.*?</table>", body + by_tier, re.DOTALL):
        columns = table.count('<th scope="col">')
        for row in re.findall(r"<tr[ >].*?</tr>", table.split("<tbody>")[1], re.DOTALL):
            assert len(re.findall(r"<t[hd][ >]", row)) == columns


def test_portions_cover_all_rows_once() -> None:
    for length in (1, 199, 200, 201, 400, 1001):
        parts = [*portions([*range(length)])]
        assert [row for part in parts for row in part.rows] == [*range(length)]
        assert [part.number for part in parts] == [*range(1, parts[0].of + 1)]
        assert all(len(part.rows) <= facets.PAGE for part in parts)
        assert parts[-1].words == (
            f"这一页是第 {parts[-1].first} 至 {length} 项" if len(parts) > 1 else ""
        )


@pytest.fixture
def long(renderer: Renderer, monkeypatch: pytest.MonkeyPatch) -> Planned:
    """The same content where a page holds four rows, and ten rows are too many for one list."""
    for module in (facets, holder_lists):
        monkeypatch.setattr(module, "PAGE", 4)
    monkeypatch.setattr(facets, "LONG", 10)
    return {plan.address: plan for plan in plans(renderer)}


def test_a_long_facet_goes_on_over_pages(renderer: Renderer, long: Planned) -> None:
    expected = Counter(
        holder for holder, is_ in honours(renderer.register) if is_["tier"] == "award"
    )
    number = -(-expected.total() // 4)
    addresses = ["/awardees/by/tier/award/"]
    addresses += [f"/awardees/by/tier/award/{page}/" for page in range(2, number + 1)]
    assert [a for a in long if a.startswith("/awardees/by/tier/award/")] == addresses
    bodies = [long[address].make() for address in addresses]
    assert Counter(holder for page in bodies for holder in listed(page.body)) == expected
    for place, page in enumerate(bodies):
        ways = dict(re.findall(r'<a href="([^"]*)" rel="(prev|next)">', page.body))
        targets = {rel: "/" + href.removeprefix(page.up) for href, rel in ways.items()}
        assert targets.get("prev") == (addresses[place - 1] if place else None)
        assert targets.get("next") == (addresses[place + 1] if place + 1 < number else None)
        assert f"第 {place + 1} 页，共 {number} 页" in page.body


def test_a_long_list_stays_light_and_offers_no_script(renderer: Renderer, long: Planned) -> None:
    page = long["/awardees/"].make()
    latest = max(is_["year"] or "" for _, is_ in honours(renderer.register))
    assert len(listed(page.body)) == 4
    assert "filter-" not in page.head
    assert 'data-finder=""' in page.body
    for year in {is_["year"] for _, is_ in honours(renderer.register)}:
        assert f'href="../awardees/by/year/{year}/">' in page.body
    assert f'id="r{latest}"' in page.body
    notices = long["/notices/"].make()
    years = [year for year, _ in re.findall(r'id="y(\d+)"()', notices.body)]
    assert len(re.findall(r'<ul class="dated-list">', notices.body)) == 1
    assert len(years) > 1


def test_an_edit_makes_only_the_facets_that_show_it(works: Works) -> None:
    works.build()
    before = inodes(works.out)
    works.edit("awardees/zhang.yml", "张示例", "章示例")
    works.build()
    after = inodes(works.out)
    remade = {path for path in after if after[path] not in before.values() and "/by/" in path}
    assert remade == {
        f"awardees/by/{part}/index.html"
        for part in (
            "year/2024",
            "tier/award",
            "kind/individual",
            "district/dong",
            "sector/care",
        )
    }
    assert tree(works.out) == works.clean()


def test_a_facet_that_loses_its_last_row_loses_its_page(works: Works) -> None:
    works.build()
    assert (works.out / "awardees/by/sector/care/index.html").exists()
    works.edit("awardees/zhang.yml", "sector: care", "sector: machines")
    works.build()
    assert not (works.out / "awardees/by/sector/care").exists()
    assert tree(works.out) == works.clean()
