"""What every page shows around its body, and the hand-written pages, taken from the content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import quote

from generator.layouts import LayoutData, NavEntry, Prose
from generator.pages import column_of, empty_columns, head_tags, service
from generator.privacy import Scanned
from generator.problems import Level, Problem
from generator.publishing.host import badges
from generator.reading import SourceFile, Unreadable
from generator.records import Contact, ProseText, Site, read_prose
from generator.records.site import NavItem
from generator.register import Register

DEMONSTRATION = "演示站点：组织、个人、名单和数字都是虚构的，不代表任何真实的评定结果。"


def layout_data(
    register: Register, slots: tuple[str, str], tools: tuple[NavEntry, ...] = ()
) -> LayoutData:
    """The layout's constant part, from ``site.yml``; `tools` are what the program itself offers.

    `slots` are header and footer of the host. A column that has nothing in it is no entry.
    """
    site = register.site
    host = site.host
    empty = empty_columns(register)
    links = [entry for entry in _entries(site.more) if entry.section not in empty]
    if host.address:
        links.append(NavEntry(host.name, host.address))
    return LayoutData(
        site_name=site.name,
        description=site.description,
        site_url=site.url or "",
        mount=site.mount,
        nav=tuple(entry for entry in _entries(site.nav) if entry.section not in empty),
        more=tuple(links),
        footer=tuple(_footer(register)),
        tags=tuple(_tags(site)),
        banner=_banner(site),
        noindex=site.demo,
        main_colour=site.colours.main,
        accent=site.colours.accent,
        motto=site.motto or "",
        tools=tools,
        feed=NavEntry(f"{site.name}：全部公告", "/feed.xml"),
        badges=tuple(replace(badge, image=quote(badge.image)) for badge in badges(host)),
        host_header=slots[0],
        host_footer=slots[1],
        traditional=site.traditional,
    )


def _banner(site: Site) -> str:
    """What a demonstration says of itself on every page; nothing where the site is none."""
    if not site.demo:
        return ""
    day = f"日期按 {site.demo_today} 演示。" if site.demo_today else ""
    return DEMONSTRATION + day


def _entries(items: Iterable[NavItem]) -> Iterable[NavEntry]:
    return (NavEntry(item.title, item.address) for item in items)


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


def _tags(site: Site) -> Iterable[tuple[str, str]]:
    """Whose site a page belongs to: the host's names and codes, by 国办发〔2017〕47号, annex 2."""
    host = site.host
    tags = [("SiteName", host.name), ("SiteDomain", host.domain), ("SiteIDCode", host.id_code)]
    return ((name, value) for name, value in tags if value)


def _reach(contact: Contact) -> list[tuple[str, str | None]]:
    return [
        ("地址", contact.address),
        ("邮编", contact.postcode),
        ("电话", contact.phone),
    ]


def prose(
    scanned: Scanned, sources: Iterable[SourceFile], site: Site
) -> tuple[list[Prose], list[Problem]]:
    """The hand-written pages as scanned, and what is wrong with those that cannot be read.

    Raises Stop where one has changed since.
    """
    found: list[Prose] = []
    problems: list[Problem] = []
    for source in sources:
        file = scanned.content / source.path
        try:
            text = read_prose(source, scanned.read(source.path))
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
            Prose(
                text.name,
                text.markdown,
                head.title,
                head.description,
                head.section or "",
                file,
                _head(site, text),
            )
        )
    return found, problems


def _head(site: Site, text: ProseText) -> str:
    """The tags of a hand-written page."""
    head, address = text.head, f"/{text.name}/"
    column = column_of(site, address, head.title, head.description, head.column_type)
    served = head.column_type == "办事服务"
    things = (service(site, head.title, head.description),) if served else ()
    return head_tags(site, address, head.title, head.description, column, things=things)
