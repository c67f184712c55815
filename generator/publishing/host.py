"""What the host site puts on every page: its header and footer, its codes, its marks.

The site is a part of a government site (专栏). Header and footer of the host are HTML that its own
people wrote. They are read, held to what every page here keeps to (no script, no style, nothing
loaded from elsewhere), and written anew from what was read: what a parser does not see cannot stand
in a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

from generator.layouts import Badge
from generator.privacy import Scanned
from generator.problems import Level, Problem, Stop
from generator.reading import Lines, Unreadable, decoded
from generator.records import Site
from generator.records.site import HostSite
from generator.register import Register

FAULT_FINDING = "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code="
FILINGS = "https://beian.miit.gov.cn/"
POLICE = "https://beian.mps.gov.cn/#/query/webSearch?code="

_ALLOWED = frozenset(
    {
        *("h2", "h3", "h4", "p", "div", "nav", "address", "ul", "ol", "li", "dl", "dt", "dd"),
        *("a", "img", "abbr", "b", "br", "em", "hr", "i", "small", "span", "strong"),
    }
)
_VOID = frozenset({"br", "hr", "img"})
_ATTRIBUTES = frozenset({"href", "src", "alt", "title", "class", "width", "height", "lang", "rel"})
_FORMS = {
    "href": re.compile(r"https?://|/(?!\\)|#|mailto:|tel:", re.IGNORECASE),
    "src": re.compile(r"/(?![/\\])|data:image/(?:png|jpeg|gif|webp);base64,", re.IGNORECASE),
}
"""What an address may look like: a picture comes from the host's own server."""


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
    reader = _Slot()
    reader.feed(html)
    reader.close()
    remedy = "主站页首、页尾只能有文字、链接和图片，样式用主站的 class 名"
    wrong = [
        _problem(file, line, "host-slot", f"“{what}”不能放进页面", remedy, what)
        for line, what in reader.refused
    ]
    if reader.open and not wrong:
        what = f"<{reader.open[-1]}>"
        wrong = [_problem(file, 1, "host-slot", f"“{what}”没有结束", f"请补上 </{what[1:]}", what)]
    return "".join(reader.written).strip(), wrong


class _Slot(HTMLParser):
    """Reads a slot, writes it anew, and notes what no page may have, with its line."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[tuple[int, str]] = []
        self.open: list[str] = []
        self.written: list[str] = []

    def close(self) -> None:
        """What is left unfinished at the end is refused too."""
        rest = self.rawdata
        super().close()
        if "<" in rest:
            self.refused.append((self.getpos()[0], rest[rest.index("<") :][:20]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        if tag not in _ALLOWED:
            self.refused.append((line, f"<{tag}>"))
        if tag not in _VOID:
            self.open.append(tag)
        given = "".join(f' {name}="{escape(value or "")}"' for name, value in attrs)
        self.written.append(f"<{tag}{given}>")
        for name, value in attrs:
            fits = _FORMS.get(name)
            if name not in _ATTRIBUTES:
                self.refused.append((line, f"{name}="))
            elif fits and not fits.match(value or ""):
                self.refused.append((line, f"{name}={(value or '')[:40]}"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # a browser reads <div/> as one that is open

    def handle_data(self, data: str) -> None:
        self.written.append(escape(data, quote=False))

    def handle_endtag(self, tag: str) -> None:
        self.written.append(f"</{tag}>")
        if not self.open or self.open.pop() != tag:
            self.refused.append((self.getpos()[0], f"</{tag}>"))

    def handle_comment(self, data: str) -> None:
        self.refused.append((self.getpos()[0], "<!-- -->"))

    def handle_decl(self, decl: str) -> None:
        self.refused.append((self.getpos()[0], f"<!{decl[:20]}>"))

    def unknown_decl(self, data: str) -> None:
        self.refused.append((self.getpos()[0], f"<![{data[:20]}"))

    def handle_pi(self, data: str) -> None:
        self.refused.append((self.getpos()[0], f"<?{data[:20]}"))


def _problem(
    file: Path, line: int, code: str, message: str, remedy: str, value: str = ""
) -> Problem:
    return Problem(file.as_posix(), line, Level.ERROR, code, message, remedy, value)
