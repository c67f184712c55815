"""Links that writers put into texts, held against the addresses there will be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.frames import FrameSet
from generator.pages import Plan
from generator.problems import Level, Problem
from generator.records import Entry
from generator.register import Register


def dangling(
    content: Path,
    entries: Iterable[Entry],
    register: Register,
    frame_set: FrameSet,
    planned: Iterable[Plan],
) -> Iterator[Problem]:
    """A problem for each link of a text that leads to no address, or to no article."""
    addresses = {plan.address for plan in planned} | frame_set.prose.keys()
    addresses |= {f"/{path}" for path in (*register.published_files, *frame_set.assets)}
    addresses |= {"/sitemap.xml"}
    anchors = {address: set(page.anchors) for address, page in frame_set.prose.items()}
    anchors["/regulation/"] = _articles(register)
    for page in frame_set.prose.values():
        for link in page.links:
            if sentence := _wrong(link.address, link.anchor, addresses, anchors):
                yield _problem(page.source, link.line, *sentence, link.address)
    for entry in entries:
        for target in entry.links:
            address, _, anchor = target.partition("#")
            if sentence := _wrong(address.partition("?")[0], anchor, addresses, anchors):
                file = content / entry.path
                text = file.read_text(encoding="utf-8")
                line = text.count("\n", 0, max(0, text.find(f"]({target})"))) + 1
                yield _problem(file.as_posix(), line, *sentence, target)


def _articles(register: Register) -> set[str]:
    found = {f"art-{article.number}" for article in register.edition.articles}
    for edition in register.editions.values():
        found |= {f"{edition.id}-art-{article.number}" for article in edition.articles}
        found.add(f"edition-{edition.id}")
    return found | {"editions", "title"}


def _wrong(
    address: str, anchor: str, addresses: set[str], anchors: dict[str, set[str]]
) -> tuple[str, str] | None:
    """What is wrong with a link and the remedy, or None."""
    if address not in addresses:
        closed = f"{address.rstrip('/')}/"
        remedy = f"写成 {closed}" if closed in addresses else "请核对地址"
        return f"站内没有地址“{address}”", remedy
    if anchor and address in anchors and anchor not in anchors[address]:
        return f"{address} 没有“#{anchor}”这一处", "条文的写法是 #art-条号；请核对"
    return None


def _problem(file: str, line: int, message: str, remedy: str, value: str) -> Problem:
    return Problem(file, line, Level.ERROR, "link-dangling", message, remedy, value)
