"""The variant of a page below ``/hant/``: words converted, links led to other variants."""

from __future__ import annotations

import re
from collections.abc import Collection
from posixpath import normpath
from urllib.parse import unquote

from generator.pages import file_of
from generator.publishing.traditional.wording import Wording

PREFIX = "hant"
"""The folder of the variants: the subtag of the script (ISO 15924)."""

_TAG = re.compile(r"""<(?:!--.*?--|[a-zA-Z/!](?:[^<>"']|"[^"]*"|'[^']*')*)>""", re.DOTALL)
_WORDS = re.compile(
    r'(\s(?:alt|title|aria-label|placeholder|content|data-label|data-open)=")([^"]*)"'
)
_LINK = re.compile(r'(\s(?:href|src)=")([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#", re.IGNORECASE)
_SWITCH = re.compile(r'<a class="script-switch"[^>]*>[^<]*</a>')
_STAYS = ("<script", "<style")


class Variants:
    """Makes variants. `addresses` are those of the pages that have one, `scripts` their paths."""

    def __init__(
        self, wording: Wording, addresses: Collection[str], scripts: Collection[str]
    ) -> None:
        self._wording = wording
        self._there = {file_of(address) for address in addresses} | set(scripts)

    def of_script(self, code: bytes) -> bytes:
        """A script whose words a reader sees: code is ASCII, so that only texts are touched."""
        return self._wording.converted(code.decode()).encode()

    def of_page(self, html: str, address: str) -> str:
        """The variant of the page at `address`."""
        html = html.replace('<html lang="zh-CN"', '<html lang="zh-Hant"', 1)
        back = "../" * (address.count("/")) + address[1:]
        switch = (
            f'<a class="script-switch" lang="zh-Hans" hreflang="zh-Hans" href="{back}">简体</a>'
        )
        parts: list[str] = []
        done = 0
        stays = False
        for tag in _TAG.finditer(html):
            text = html[done : tag.start()]
            parts.append(text if stays else self._wording.converted(text))
            parts.append(self._tag(tag[0], address))
            stays = tag[0].startswith(_STAYS)
            done = tag.end()
        parts.append(html[done:])
        return _SWITCH.sub(switch, "".join(parts))

    def _tag(self, tag: str, address: str) -> str:
        if tag.startswith(("<!", "</")):
            return tag
        tag = _LINK.sub(lambda link: self._link(link, address), tag)
        if tag.startswith("<meta") and 'name="Site' in tag:  # of the host, and a name
            return tag
        return _WORDS.sub(lambda words: f'{words[1]}{self._wording.converted(words[2])}"', tag)

    def _link(self, link: re.Match[str], address: str) -> str:
        """A link to what has a variant stays among them; all else lies one folder further up."""
        target = link[2]
        if not target or _ELSEWHERE.match(target):
            return link[0]
        path = target.partition("#")[0].partition("?")[0]
        whole = normpath(address.rpartition("/")[0] + "/" + unquote(path)).lstrip("/.")
        file = f"{whole}/index.html" if path.endswith("/") and whole else whole or "index.html"
        return link[0] if file in self._there else f'{link[1]}../{target}"'
