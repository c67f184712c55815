"""Every kind of page of the demonstration, by one address of each."""

from __future__ import annotations

from playwright.sync_api import Page

KINDS = {
    "home": "/",
    "notices": "/notices/",
    "notices of a kind": "/notices/by/kind/candidates/",
    "publicity": "/notices/2026-gs-01/",
    "ended publicity": "/notices/2024-gs-01/",
    "consultation": "/notices/2025-zq-01/",
    "call": "/notices/2026-sb-01/",
    "recommendation": "/notices/2026-tj-01/",
    "acceptance": "/notices/2026-sl-01/",
    "commendation": "/notices/2024-bz-01/",
    "revocation": "/notices/2023-cx-01/",
    "correction": "/notices/2024-gz-01/",
    "other notice": "/notices/2026-qt-01/",
    "awardees": "/awardees/",
    "awardees of a sector": "/awardees/by/sector/food/",
    "organisation": "/awardees/shili-shuiwu/",
    "organisation without a picture": "/awardees/shili-zhileng/",
    "individual": "/awardees/wang-shili/",
    "revoked": "/awardees/shili-xianlan/",
    "rounds": "/rounds/",
    "round": "/rounds/2026/",
    "round with holders": "/rounds/2024/",
    "cultivation": "/cultivation/",
    "pool": "/cultivation/donghu/",
    "regulation": "/regulation/",
    "statistics": "/statistics/",
    "data": "/data/",
    "self-assessment": "/self-assessment/",
    "prose": "/apply/",
    "guide": "/guide-public/",
    "not-found": "/404.html",
}
SEARCH = {"search": "/search/", "search with results": "/search/?q=示例"}
"""Kinds that a site has only where it is built with its search."""


def settled(page: Page) -> None:
    """Waits until a page shows what it will show: the search page looks for what is asked."""
    if "?q=" in page.url:
        page.wait_for_function(
            """() => {
                const found = [...document.querySelectorAll("#search-found > li")];
                return found.length && found.every(row => row.querySelector(".search-excerpt"));
            }"""
        )
