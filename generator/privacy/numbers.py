"""Numbers in a folded text that name a person: ID, mobile and bank numbers.

A number may be written digit by digit or in any groups; where further digits stand beside it, only
in the groups that people use, else every table of figures would hold some. Amounts and credit
codes are told by what they are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.privacy.checksums import (
    PROVINCES,
    has_birthday,
    is_card,
    is_credit_code,
    is_id_number,
    is_likely_code,
)
from generator.privacy.match import Kind, Match, masked
from generator.privacy.other_forms import otherwise_written
from generator.privacy.runs import LONGEST, Window, is_loose, runs

_MOBILE_SHAPES = frozenset(
    {(11,), (3, 4, 4), (3, 8), (7, 4), (4, 3, 4), (3, 3, 5), (5, 6), (6, 5)}
    | {(3, 2, 2, 2, 2), (1, 2, 2, 2, 2, 2), (2, 2, 2, 2, 2, 1)}
)
_OLD_ID_SHAPES = frozenset({(15,), (6, 6, 3), (6, 9), (6, 2, 2, 2, 3)})
_BEFORE_MOBILES = ("86", "0086", "0")
_AMOUNT = re.compile(
    r"[ ]?(?:元(?!旦)|[十百千万亿]+(?!福)|[美欧日港]元|人次|公里|千瓦|平方米|吨|%"
    r"|(?:[kMG]?Wh?|[km]?g|[kcm]?m[23]?|[kMG]?B|[kMG]?Hz|RMB|CNY|USD|yuan)(?![A-Za-z]))"
)
_MONEY = re.compile(r"[¥$][ ]?$")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\"'<>）)，。；]*$|[?&][A-Za-z_][\w.\[\]-]*=$")
_NUMBERED = re.compile(r"(?:条码|条形码|批号|编号|单号|编码|代码|序列号|流水号)[^0-9\n]{0,4}$")
"""What a number of twelve digits is called that begins with a zero and is none to dial."""
_DIALLED = re.compile(
    r"(?:tel|phone|mobile|mob|cell|call|sms|contact|shouji|sj|sjh|dh|lxdh|lxfs|dianhua|wa\.me|wx)"
    r"[a-z]*[=/:]+(?:[+ ]|%2B)?$",
    re.IGNORECASE,
)
"""What in an address leads to a number that is dialled; other numbers there are of articles."""
_CODE = re.compile(r"信用代码|税号|纳税人|注册号|机构代码")
_PERSON = re.compile(r"身份|证件|公民|居留|居住证")
_ID_WORDS = r"身份证|身份号码|证件号|居民证|社会保障号|(?<![A-Za-z])ID"
_CALLED_ID = re.compile(
    rf"(?:{_ID_WORDS})(?:明|件)?(?:号码?|编号|[ ]?(?:card|no|number)\.?)*"
    r"[ ]?(?:[(\[][^)\]\n]{0,10}[)\]])?[ \t:是为“\"'(\[]{0,6}$",
    re.IGNORECASE,
)
_ID_NAMED = re.compile(_ID_WORDS, re.IGNORECASE)
_ACCOUNT = re.compile(r"(?:卡号|[账帐]号|[账帐]户)[^0-9\n]{0,8}$")
_CARD_BEGINNINGS = ("62", "60", "9558", "9559")
_MONEY_WORDS = re.compile(r"卡号|[账帐][号户]")


def numbers(text: str, called: str = "") -> Iterator[Match]:
    """The numbers in a folded text. `called` is what its field or column is called."""
    account = bool(_MONEY_WORDS.search(called) or _MONEY_WORDS.search(text))
    named = bool(_ID_NAMED.search(called) or _ID_NAMED.search(text))

    def sizes(digits: str) -> set[int]:
        """How many of the next digits may be a number of somebody's."""
        wanted: set[int] = set()
        if digits[0] == "1" and digits[1:2] > "2":
            wanted.add(11)
        if digits[:2] in PROVINCES or digits[0] == "9":
            wanted |= {
                size for size, place in ((15, 8), (18, 6)) if digits[place : place + 1] < "3"
            }
        if named:
            wanted |= {17, 18, 19}
        if digits.startswith(_BEFORE_MOBILES):
            wanted |= {12, 13, 15}
        if account:
            wanted.update(range(12, LONGEST + 1))
        elif digits.startswith(_CARD_BEGINNINGS):
            wanted.update(range(16, 20))
        return wanted

    for run in runs(text):
        found: list[Match] = []
        taken: set[int] = set()
        for window in run.windows(sizes):
            if kind := _kind(window, text, called):
                found.append(_finding(kind, window))
        for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
            if taken.isdisjoint(range(one.start, one.end)):
                taken.update(range(one.start, one.end))
                yield one
    yield from otherwise_written(text)


def _finding(kind: Kind, window: Window) -> Match:
    digits = window.digits[-11:] if kind is Kind.MOBILE else window.digits
    return Match(kind, masked(kind, digits), window.start, window.end)


def _kind(window: Window, text: str, called: str) -> Kind | None:
    """What a window is, if anything."""
    size = len(window.digits)
    if size in (15, 18) and _is_id(window, text, called):
        return Kind.ID
    if size in (17, 18, 19) and _is_slip(window, text, called):
        return Kind.ID
    if size in (11, 12, 13, 15) and _is_mobile(window, text):
        return Kind.MOBILE
    if size >= 12 and _is_bank(window, text, called):
        return Kind.BANK
    return None


def _is_id(window: Window, text: str, called: str) -> bool:
    digits = window.digits
    if not is_id_number(digits):
        return False
    before = called + text[max(0, window.start - 14) : window.start]
    if len(window.shape) > 1 and _in_address(window, text):
        return False
    if len(digits) == 15:
        usual = window.shape in _OLD_ID_SHAPES or _one_by_one(window)
        alone = _is_alone(window) and set(window.shape) != {3}
        return (usual or alone) and not _CODE.search(before) and not _in_address(window, text)
    if is_likely_code(digits):
        # Both checks hold. A number called a code is one; of those that are called nothing, one
        # that begins with 9 is: firms are many, foreigners who reside for good are few.
        return not _CODE.search(before) and (digits[0] != "9" or bool(_PERSON.search(before)))
    return True


def _is_slip(window: Window, text: str, called: str) -> bool:
    """Whether it is called an ID number and is nearly one: a sign wrong, missing or too many."""
    digits = window.digits
    before = f"{called}：{text[max(0, window.start - 30) : window.start]}".replace("：", ":")
    if not (_CALLED_ID.search(before) and window.whole and "." not in window.gaps):
        return False
    if len(digits) != 18:
        return digits[:2] in PROVINCES and digits[6:8] in ("19", "20")
    return (digits[:2] in PROVINCES or has_birthday(digits)) and not is_credit_code(digits)


def _is_mobile(window: Window, text: str) -> bool:
    digits, shape = window.digits, window.shape
    if len(digits) > 11:
        country = digits[: len(digits) - 11]
        if country not in _BEFORE_MOBILES:
            return False
        if country == "0" and _NUMBERED.search(text[max(0, window.start - 10) : window.start]):
            return False
        digits = digits[-11:]
        if shape[0] == len(country):
            shape = shape[1:]
        elif shape[0] > len(country):
            shape = (shape[0] - len(country), *shape[1:])
    if not re.fullmatch(r"1[3-9][0-9]{9}", digits):
        return False
    alone = _is_alone(window) and not _is_dated(window)
    if not (shape in _MOBILE_SHAPES or alone or _one_by_one(window)):
        return False
    if is_loose(window.gaps) and not _is_one_loosely_written(window):
        return False
    if window.point_before or window.point_after or window.gaps == ".":
        return False
    before = text[max(0, window.start - 2) : window.start]
    if _AMOUNT.match(text, window.end) or _MONEY.search(before):
        return False
    far = text[max(0, window.start - 20) : window.start]
    return not _in_address(window, text) or bool(_DIALLED.search(far))


def _is_bank(window: Window, text: str, called: str) -> bool:
    digits = window.digits
    if "X" in digits or set(window.gaps) & {"\n", "."}:
        return False
    before = called + ("：" if called else "") + text[max(0, window.start - 16) : window.start]
    if _ACCOUNT.search(before) and not is_loose(window.gaps):
        return window.whole
    if not 16 <= len(digits) <= 19 or not digits.startswith(_CARD_BEGINNINGS):
        return False
    grouped = len(window.shape) == 1 or all(size == 4 for size in window.shape[:-1])
    return (grouped or _one_by_one(window)) and is_card(digits)


def _in_address(window: Window, text: str) -> bool:
    """Whether it stands in the address of a page, where numbers are those of articles."""
    return bool(_ADDRESS.search(text[max(0, window.start - 200) : window.start]))


def _is_dated(window: Window) -> bool:
    """Whether the groups begin with a day or with two years: 1998-05-10 230."""
    groups = window.groups
    if len(groups) < 3 or not re.fullmatch(r"19[0-9]{2}", groups[0]):
        return False
    if re.fullmatch(r"(?:19|20)[0-9]{2}", groups[1]):
        return True
    return all(re.fullmatch(r"0?[1-9]|[12][0-9]|3[01]", group) for group in groups[1:3])


def _is_alone(window: Window) -> bool:
    """Whether nothing stands beside it, so that it may be grouped in any way."""
    return window.whole and not set(window.gaps) & {"\n", "."} and not is_loose(window.gaps)


def _is_one_loosely_written(window: Window) -> bool:
    """Whether groups with commas or bars between are one number: all alike, and no years."""
    groups = window.groups
    years = [group for group in groups if re.fullmatch(r"(?:19|20)[0-9]{2}", group)]
    return len(set(window.gaps)) == 1 and window.apart and len(years) < 2


def _one_by_one(window: Window) -> bool:
    return set(window.shape) == {1} and "." not in window.gaps
