"""What the host site puts on every page: its header and footer, its codes, its marks.

The site is a part of a government site (专栏). Header and footer of the host are HTML that its own
people wrote: they are held to what every page here keeps to (no script, no style, nothing loaded
from elsewhere).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from generator.layouts import Allowed, Badge, Markup
from generator.privacy import Scanned
from generator.problems import Level, Problem, Stop
from generator.reading import Lines, Unreadable, decoded
from generator.records import Site
from generator.records.site import HostSite
from generator.register import Register

FAULT_FINDING = "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code="
FILINGS = "https://beian.miit.gov.cn/"
POLICE = "https://beian.mps.gov.cn/#/query/webSearch?code="

_ALLOWED = Allowed(
    elements=frozenset(
        {
            *("h2", "h3", "h4", "p", "div", "nav", "address", "ul", "ol", "li", "dl", "dt", "dd"),
            *("a", "img", "abbr", "b", "br", "em", "hr", "i", "small", "span", "strong"),
        }
    ),
    attributes=frozenset(
        {"href", "src", "alt", "title", "class", "width", "height", "lang", "rel"}
    ),
    forms={
        "href": re.compile(r"https?://|/(?!\\)|#|mailto:|tel:", re.IGNORECASE),
        "src": re.compile(r"/(?![/\\])|data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE),
    },
)
"""A picture comes from the host's own server."""


def badges(host: HostSite) -> Iterator[Badge]:
    """The codes and marks of the host, as links; what is not configured is not there."""
    if host.icp:
        yield Badge(host.icp, FILINGS)
    if host.police:
        number = "".join(re.findall(r"[0-9]+", host.police))
        yield Badge(host.police, POLICE + number, host.police_icon or "")
    if host.party_mark:
        yield Badge("党政机关", host.party_mark.address, host.party_mark.image)
    if host.id_code:
        yield Badge("我为政府网站找错", FAULT_FINDING + quote(host.id_code), place=True)


def slots(scanned: Scanned, register: Register) -> tuple[str, str]:
    """Header and footer of the host as HTML, each empty where none is configured.

    Raises Stop with everything in them that no page may have, or where one has changed since the
    scan.
    """
    site = register.site
    problems: list[Problem] = []
    found = []
    for key in ("header", "footer"):
        path = getattr(site.host, key)
        html, wrong = _slot(scanned, path) if path else ("", [])
        problems += wrong or _missing(scanned.content, register, site, key, path)
        found.append(html)
    if problems:
        raise Stop(problems)
    return found[0], found[1]


def _missing(
    content: Path, register: Register, site: Site, key: str, path: str | None
) -> list[Problem]:
    if not path or (content / path).is_file():
        return []
    place = register.places["site", "site"].path
    line = Lines(content).of(place, ("host", key))
    message = f"没有文件“{path}”"
    return [_problem(content / place, line, "host-slot-missing", message, "请核对文件名", path)]


def _slot(scanned: Scanned, path: str) -> tuple[str, list[Problem]]:
    file = scanned.content / path
    if not file.is_file():
        return "", []
    try:
        html = decoded(scanned.read(path))
    except Unreadable as reason:
        told = (reason.line, reason.code, reason.message, reason.remedy)
        return "", [_problem(file, *told)]
    reader = Markup(_ALLOWED)
    reader.feed(html)
    reader.close()
    remedy = "主站页首、页尾只能有文字、链接和图片，标签要成对，样式用主站的 class 名"
    wrong = [
        _problem(file, one.line, "host-slot", one.message, remedy, one.what)
        for one in reader.refused
    ]
    return reader.html.strip(), wrong


def _problem(
    file: Path, line: int, code: str, message: str, remedy: str, value: str = ""
) -> Problem:
    return Problem(file.as_posix(), line, Level.ERROR, code, message, remedy, value)
