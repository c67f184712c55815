"""What every page shows around its body, and the hand-written pages, taken from the content."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.frames import Chrome, NavEntry, Prose
from generator.problems import Level, Problem
from generator.reading import SourceFile, Unreadable
from generator.records import Contact, read_prose
from generator.register import Register

DEMONSTRATION = "演示站点：组织、个人、名单和数字都是虚构的，不代表任何真实的评定结果。"


def chrome(register: Register, tools: tuple[NavEntry, ...] = ()) -> Chrome:
    """The frame's constant part, from ``site.yml``; `tools` are what the program itself offers."""
    site = register.site
    host = site.host
    links = [NavEntry(item.title, item.address) for item in site.more]
    if host.address:
        links.append(NavEntry(host.name, host.address))
    return Chrome(
        site_name=site.name,
        description=site.description,
        site_url=site.url or "",
        mount=site.mount,
        nav=tuple(NavEntry(item.title, item.address) for item in site.nav),
        more=tuple(links),
        footer=tuple(_footer(register)),
        banner=DEMONSTRATION if site.demo else "",
        noindex=site.demo,
        main_colour=site.colours.main,
        accent=site.colours.accent,
        motto=site.motto or "",
        tools=tools,
        feed=NavEntry(f"{site.name}：全部公告", "/feed.xml"),
    )


def _footer(register: Register) -> Iterable[tuple[str, str]]:
    """Label and value of each line that is configured; what is not configured is left out."""
    site = register.site
    host = site.host
    lines = [
        ("主办单位", host.organiser),
        ("承办单位", host.undertaker or register.bodies[site.office].name),
        *_reach(site.contact),
        ("监督举报电话", site.supervision.phone),
        ("网站标识码", host.id_code),
    ]
    return ((label, value) for label, value in lines if value)


def _reach(contact: Contact) -> list[tuple[str, str | None]]:
    return [
        ("地址", contact.address),
        ("邮编", contact.postcode),
        ("电话", contact.phone),
    ]


def prose(content: Path, sources: Iterable[SourceFile]) -> tuple[list[Prose], list[Problem]]:
    """The hand-written pages below `content`, and what is wrong with those that cannot be read."""
    found: list[Prose] = []
    problems: list[Problem] = []
    for source in sources:
        file = content / source.path
        try:
            text = read_prose(source, file.read_bytes())
        except Unreadable as reason:
            problems.append(
                Problem(
                    file.as_posix(),
                    reason.line,
                    Level.ERROR,
                    reason.code,
                    reason.message,
                    reason.remedy,
                )
            )
            continue
        head = text.head
        found.append(
            Prose(text.name, text.markdown, head.title, head.description, head.section or "", file)
        )
    return found, problems
