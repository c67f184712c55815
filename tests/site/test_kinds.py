"""The kinds of page that browser tests go by are all there are."""

from __future__ import annotations

from tests.site.kinds import KINDS, SEARCH
from tests.sites import CONTENT, Built

PROSE = {f"/{file.stem}/" for file in (CONTENT / "pages").glob("*.md")}


def shape(address: str) -> tuple[str, ...]:
    """An address with the ids in it left out: what has the same shape comes from one template."""
    if address in PROSE:
        return ("prose",)
    parts = address.strip("/").split("/")
    return (parts[0], *("by" if part == "by" else "…" for part in parts[1:]))


def test_every_page_is_of_a_kind(whole: Built) -> None:
    known = {shape(address.partition("?")[0]) for address in (KINDS | SEARCH).values()}
    assert {shape(address): address for address in whole.pages if shape(address) not in known} == {}


def test_every_kind_has_a_page(whole: Built) -> None:
    for address in (KINDS | SEARCH).values():
        assert address.partition("?")[0] in whole.pages
    held = {
        whole.register.notices[address.split("/")[2]].kind
        for address in KINDS.values()
        if address.startswith("/notices/2")
    }
    assert held == {notice.kind for notice in whole.register.notices.values()}
