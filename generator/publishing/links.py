"""Links in texts and in the navigation, held against the addresses there will be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from generator.layouts import LayoutSet
from generator.pages import Plan
from generator.problems import Level, Problem
from generator.reading import KeyPath, Lines, read_tree
from generator.records import Entry, is_confidential
from generator.records.secrecy import without_confidential
from generator.register import Register


def dangling(
    content: Path,
    entries: Iterable[Entry],
    register: Register,
    layout_set: LayoutSet,
    planned: Iterable[Plan],
    data: Iterable[str],
) -> Iterator[Problem]:
    """A problem for each link that leads to no address, or to no article.

    `data` are the paths of the files of open data, feeds and calendar.
    """
    addresses = {plan.address for plan in planned} | layout_set.prose.keys()
    addresses |= {
        f"/{path}" for path in (*offered(register, layout_set), *layout_set.assets, *data)
    }
    addresses |= {"/sitemap.xml"}
    anchors = {address: set(page.anchors) for address, page in layout_set.prose.items()}
    anchors["/regulation/"] = _articles(register)
    for page in layout_set.prose.values():
        for link in page.links:
            if sentence := _wrong(unquote(link.address), link.anchor, addresses, anchors):
                yield _problem(page.source, link.line, *sentence, link.address)
    for target, where in _of_navigation(register):
        if not _ELSEWHERE.match(target) and (
            sentence := _wrong(*_parted(target), addresses, anchors)
        ):
            place = register.places["site", "site"].path
            line = Lines(content).of(place, where)
            yield _problem((content / place).as_posix(), line, *sentence, target)
    for entry in entries:
        for target in entry.links:
            sentence = _wrong(*_parted(target), addresses, anchors)
            if sentence and _is_public(content, entry, target):
                file = content / entry.path
                text = file.read_text(encoding="utf-8")
                line = text.count("\n", 0, max(0, text.find(f"]({target})"))) + 1
                yield _problem(file.as_posix(), line, *sentence, target)


def offered(register: Register, layout_set: LayoutSet) -> frozenset[str]:
    """The files of the content folder to be published: what a public record or a prose page offers.

    Whatever else lies below ``files/`` stays where it is.
    """
    linked = (
        unquote(link.address[1:]) for page in layout_set.prose.values() for link in page.links
    )
    return register.published_files.union(path for path in linked if path in register.files)


_ELSEWHERE = re.compile(r"https?://", re.IGNORECASE)


def _parted(target: str) -> tuple[str, str]:
    """Address and anchor of a link."""
    address, _, anchor = target.partition("#")
    return address.partition("?")[0], anchor


def _of_navigation(register: Register) -> Iterator[tuple[str, KeyPath]]:
    site = register.site
    for key, items in (("nav", site.nav), ("more", site.more)):
        for place, item in enumerate(items):
            yield item.address, (key, place, "address")
    for place, door in enumerate(site.doors):
        for number, item in enumerate(door.links):
            yield item.address, ("doors", place, "links", number, "address")


def _is_public(content: Path, entry: Entry, target: str) -> bool:
    """Whether a link stands in what may be published: a problem would show it (article 30)."""
    if is_confidential(entry.path):
        return False
    tree = without_confidential(read_tree((content / entry.path).read_bytes()))
    return any(f"]({target})" in text for text in _texts(tree))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for below in value.values():
            yield from _texts(below)
    elif isinstance(value, list):
        for below in value:
            yield from _texts(below)


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
