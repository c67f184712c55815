"""What else names a person in a folded text: papers, private mail, the door of a home.

These have no checksum, so they are warnings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.match import Kind, Match, masked

_PASSPORT = re.compile(
    r"(?<![A-Za-z0-9])[Ee](?:[ ]?[0-9]{8}|[A-HJ-NP-Za-hj-np-z][ ]?[0-9]{7})(?![0-9A-Za-z])"
)
_CALLED = re.compile(
    r"(?:护照|通行证|台胞证|回乡证|旅行证)[^0-9A-Za-z\n]{0,10}"
    r"([A-Za-z]{1,2}[ ]?[0-9]{7,10}|1[45][0-9]{7})(?![0-9A-Za-z])"
)
_MAIL = re.compile(
    r"(?<![A-Za-z0-9._+\-])[A-Za-z0-9][A-Za-z0-9._+\-]{0,63}\s?(?:@|\(at\)|\[at\])\s?(?:vip\.)?"
    r"(?:qq|foxmail|163|126|yeah|188|139|189|wo|sina|sohu|tom|21cn|aliyun|gmail|googlemail|outlook"
    r"|hotmail|live|msn|icloud|me|yahoo|proton|protonmail)"
    r"\.(?:com|net|cn|me)(?:\.cn)?(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_N = r"[0-9A-Za-z一二三四五六七八九十〇零百两甲乙丙丁\-]{1,5}"
_ROOM = rf"{_N}[ ]?(?:室|房|户|号)"
_HOUSE = re.compile(
    rf"(?:{_N}[ ]?(?:栋|幢|座|号楼|号|楼|#)[ ]?)?{_N}[ ]?单元[ ]?{_N}(?:[ ]?(?:室|房|户|号))?"
    rf"|(?:小区|花园|家园|公寓|新村|社区|[苑庭邸]|住址|家庭地址|户籍地址)[^\n，。；]{{0,12}}?"
    rf"{_N}[ ]?(?:栋|幢|号楼|#楼)[ ]?{_ROOM}"
    rf"|[村屯湾][ ]?{_N}[ ]?组[ ]?{_N}[ ]?号"
)
_SHOWN = re.compile(rf"{_N}[ ]?(?:栋|幢|座|号楼|号|楼|#|单元|组)[ ]?.*", re.DOTALL)


def addresses(text: str, called: str = "") -> Iterator[Match]:
    """Passports, private mail and house numbers. `called` is what the text's field is called."""
    for found in _PASSPORT.finditer(text):
        yield _of(Kind.PASSPORT, re.sub(r"\s", "", found.group()), *found.span())
    offset = len(called) + 1 if called else 0
    for found in _CALLED.finditer(f"{called} {text}" if called else text):
        start, end = found.start(1) - offset, found.end(1) - offset
        if start >= 0 and not _PASSPORT.match(text, start):
            yield _of(Kind.PASSPORT, re.sub(r"\s", "", found.group(1)), start, end)
    for found in _MAIL.finditer(text):
        mail = re.sub(r"\s|\((?=at\))|\[(?=at\])", "", found.group())
        mail = re.sub(r"at[)\]]", "@", mail, flags=re.IGNORECASE)
        yield _of(Kind.MAIL, mail.lower(), *found.span())
    for found in _HOUSE.finditer(text):
        if shown := _SHOWN.search(text, found.start(), found.end()):
            yield _of(Kind.HOUSE, shown.group(), *shown.span())


def _of(kind: Kind, value: str, start: int, end: int) -> Match:
    return Match(kind, masked(kind, value), start, end)
