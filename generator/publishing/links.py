"""Links in texts and in the navigation, held against the addresses there will be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from generator.layouts import Prose, ProseBody, elsewhere, relative
from generator.privacy.record_texts import record_tree
from generator.problems import Level, Problem
from generator.reading import KeyPath, Lines
from generator.reading.commonmark import place_of
from generator.records import Entry
from generator.register import Register


def dangling(
    content: Path,
    entries: Iterable[Entry],
    register: Register,
    prose: Iterable[Prose],
    bodies: Mapping[str, ProseBody],
    made: Iterable[str],
) -> Iterator[Problem]:
    """A problem for each link that leads to no address, or to no article.

    `bodies` are those of the hand-written pages, by address. `made` are the addresses of all else
    that is made: pages, open data, feeds, papers.
    """
    addresses = {*made, *bodies, "/sitemap.xml"}
    addresses |= {f"/{path}" for path in offered(register, bodies.values())}
    anchors = {address: set(body.anchors) for address, body in bodies.items()}
    anchors["/regulation/"] = _articles(register)
    for page in prose:
        yield from bodies[page.address].problems
        for link in bodies[page.address].links:
            if sentence := _wrong(unquote(link.address), link.anchor, addresses, anchors):
                yield _problem(page.source.as_posix(), link.line, *sentence, link.address)
    for target, where in _of_navigation(register):
        if not _ON_THE_WEB.match(target) and (sentence := _sentence(target, addresses, anchors)):
            place = register.places["site", "site"].path
            line = Lines(content).of(place, where)
            yield _problem((content / place).as_posix(), line, *sentence, target)
    for entry in entries:
        wrong = {
            (target, where): sentence
            for where, target in entry.links
            if (sentence := _of_text(target, addresses, anchors))
        }
        keys = record_tree((content / entry.path).read_bytes())[1] if wrong else None
        for (target, where), sentence in wrong.items():
            assert keys is not None  # there is a link
            first, lines = keys.lines(where)
            line = first + place_of(target, lines)
            yield _problem((content / entry.path).as_posix(), line, *sentence, unquote(target))


def offered(register: Register, bodies: Iterable[ProseBody]) -> frozenset[str]:
    """The files of the content folder to be published: what a public record or a prose page offers.

    Whatever else lies below ``files/`` stays where it is.
    """
    linked = (unquote(link.address[1:]) for body in bodies for link in body.links)
    return register.published_files.union(path for path in linked if path in register.files)


_ELSEWHERE = re.compile(r"(?:https?:)?//|mailto:|tel:", re.IGNORECASE)


def _of_text(
    target: str, addresses: set[str], anchors: dict[str, set[str]]
) -> tuple[str, str] | None:
    """What is wrong with a link in a text of a record, and the remedy, or None."""
    if not elsewhere(target):
        return _sentence(target, addresses, anchors)
    if _ELSEWHERE.match(target):
        return None
    return f"链接“{unquote(target)}”不能放进页面", "链接用 http、https、mailto、tel 或站内地址"


_ON_THE_WEB = re.compile(r"https?://", re.IGNORECASE)


def _sentence(
    target: str, addresses: set[str], anchors: dict[str, set[str]]
) -> tuple[str, str] | None:
    """What is wrong with a link of a record or of the navigation, and the remedy, or None.

    It must begin at the root: a text of a record stands on pages of more than one depth, in feeds
    and in data.
    """
    path, _, anchor = target.partition("#")
    address = unquote(path.partition("?")[0])
    if not address.startswith("/"):
        return relative(unquote(target))
    return _wrong(address, unquote(anchor), addresses, anchors)


def _of_navigation(register: Register) -> Iterator[tuple[str, KeyPath]]:
    site = register.site
    for key, items in (("nav", site.nav), ("more", site.more)):
        for place, item in enumerate(items):
            yield item.address, (key, place, "address")
    for place, door in enumerate(site.doors):
        for number, item in enumerate(door.links):
            yield item.address, ("doors", place, "links", number, "address")


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
