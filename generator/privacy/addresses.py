"""What else names a person in a folded text: papers, private mail, chats, the door of a home.

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
    r"([A-Za-z]{1,2}(?:[ \-]?[0-9]){7,10}|1[45][0-9]{7})(?![0-9A-Za-z])"
    r"|(?:台胞证|通行证|军官证|士官证|警官证)(?:号码?|编号)?[ :是为(]{0,3}"
    r"(?:[军士武海空火南北政参装]?字?第?)?([0-9]{7,8}(?:[ \-]?[0-9]{2})?)(?![0-9A-Za-z])"
    r"|(?:港|澳)[^0-9A-Za-z\n]{0,8}身份证[^0-9A-Za-z\n]{0,8}"
    r"([A-Za-z]{1,2}[0-9]{6}[ ]?\(?[0-9A]\)?|[157][/]?[0-9]{6}[/ ]?\(?[0-9]\)?)"
)
"""Papers that are told by what they are called: of travel, of soldiers, of Hong Kong and Macau."""
_HOSTS = (
    r"(?:vip\.)?(?:qq|foxmail|163|126|yeah|188|139|189|wo|sina|sohu|tom|21cn|263|aliyun|gmail"
    r"|googlemail|outlook|hotmail|live|msn|icloud|me|yahoo|proton|protonmail)"
    r"\.(?:com|net|cn|me)(?:\.cn)?(?![A-Za-z0-9])"
)
_MAIL = re.compile(
    r"(?<![A-Za-z0-9._+\-])[A-Za-z0-9][A-Za-z0-9._+\-]{0,63}"
    rf"\s?(?:@|#|[(\[](?:at|@)[)\]]|艾特)\s?{_HOSTS}",
    re.IGNORECASE,
)
_AT = re.compile(r"#|[(\[](?:at|@)[)\]]|艾特", re.IGNORECASE)
_QQ = re.compile(
    r"(?:QQ|扣扣)(?:号码?|账号|帐号|:|/微信)?[^0-9A-Za-z\n群]{0,4}([1-9][0-9]{4,10})(?![0-9@#])",
    re.IGNORECASE,
)
_WECHAT = re.compile(
    r"(?<!官方)(?<!公众)(?<!服务)(?:微信(?:号|账号|ID)?|WeChat)[ :是为(]{1,3}"
    r"(?=[A-Za-z_\-]*[0-9_])([A-Za-z][A-Za-z0-9_\-]{5,19})(?![A-Za-z0-9.@])",
    re.IGNORECASE,
)
_N = r"[0-9A-Za-z一二三四五六七八九十〇零百两甲乙丙丁\-]{1,5}"
_ROOM = rf"{_N}[ ]?(?:室|房|户|号)"
_HOUSE = re.compile(
    rf"(?:{_N}[ ]?(?:栋|幢|座|号楼|号|楼|#)[ ]?)?{_N}[ ]?单元[ ]?{_N}(?:[ ]?(?:室|房|户|号))?"
    rf"|(?:小区|花园|家园|公寓|新村|[苑庭邸])[^0-9\n，。；]{{0,4}}[0-9]{{1,2}}[ ]?-[ ]?[0-9]"
    rf"[ ]?-[ ]?[0-9]{{3,4}}(?![0-9\-])"
    rf"|(?:住址|户籍)[^\n。；]{{0,30}}?(?:{_N}[ ]?(?:弄|门|号|楼|层)[ ]?){{1,3}}{_N}"
    r"(?:室|房|户|号)?"
    rf"|(?:小区|花园|家园|公寓|新村|社区|[苑庭邸]|住址|家庭地址|户籍地址)[^\n，。；]{{0,12}}?"
    rf"{_N}[ ]?(?:栋|幢|号楼|#楼)[ ]?{_ROOM}"
    rf"|[村屯湾][ ]?{_N}[ ]?组[ ]?{_N}[ ]?号"
)
_SHOWN = re.compile(rf"{_N}[ ]?(?:栋|幢|座|号楼|号|楼|#|单元|组|弄|门|层|-)[ ]?.*", re.DOTALL)


def addresses(text: str, called: str = "") -> Iterator[Match]:
    """Papers, mail, chats, house numbers. `called` is what the field of the text is called."""
    for found in _PASSPORT.finditer(text):
        yield _of(Kind.PASSPORT, found.group(), *found.span())
    offset = len(called) + 1 if called else 0
    named = f"{called} {text}" if called else text
    for kind, pattern in ((Kind.PASSPORT, _CALLED), (Kind.CHAT, _QQ), (Kind.CHAT, _WECHAT)):
        for found in pattern.finditer(named):
            start, end = (place - offset for place in found.span(found.lastindex or 0))
            if start >= 0 and not _PASSPORT.match(text, start):
                yield _of(kind, text[start:end], start, end)
    for found in _MAIL.finditer(text):
        yield _of(Kind.MAIL, _AT.sub("@", found.group()).lower(), *found.span())
    for found in _HOUSE.finditer(text):
        if shown := _SHOWN.search(text, found.start(), found.end()):
            yield _of(Kind.HOUSE, shown.group(), *shown.span())


def _of(kind: Kind, value: str, start: int, end: int) -> Match:
    if kind is not Kind.HOUSE:
        value = re.sub(r"\s", "", value)
    return Match(kind, masked(kind, value), start, end)
