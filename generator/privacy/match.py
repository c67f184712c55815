"""A personal number found in a text: what it is, and the only form in which it is ever shown."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from generator.problems import Level


class Kind(StrEnum):
    """What is not to be published. The value is its stable name for programs."""

    ID = "id-number"
    MOBILE = "mobile-number"
    BANK = "bank-number"
    PASSPORT = "passport"
    MAIL = "private-mail"
    CHAT = "chat-account"
    HOUSE = "house-number"

    @property
    def word(self) -> str:
        """What it is called."""
        return _WORDS[self]

    @property
    def level(self) -> Level:
        """An error where the number itself proves what it is or is plain to see, else a warning."""
        return Level.ERROR if self in (Kind.ID, Kind.MOBILE) else Level.WARNING


_WORDS = {
    Kind.ID: "身份证号",
    Kind.MOBILE: "手机号码",
    Kind.BANK: "银行账号",
    Kind.PASSPORT: "护照或通行证号",
    Kind.MAIL: "私人邮箱",
    Kind.CHAT: "QQ号或微信号",
    Kind.HOUSE: "住址门牌",
}
REACHED_BY = frozenset({Kind.MOBILE, Kind.MAIL, Kind.CHAT, Kind.HOUSE})
"""What a field for contacts may hold: an office is reached by it."""


class Match(NamedTuple):
    """One number in a text, from `start` to before `end`. `masked` is its official form."""

    kind: Kind
    masked: str
    start: int
    end: int


def masked(kind: Kind, value: str) -> str:
    """The form in which a number may be shown: 138****1234, 35*************123.

    Of what has no official mask, less is left.
    """
    match kind:
        case Kind.ID:
            return f"{value[:2]}{'*' * (len(value) - 5)}{value[-3:]}"
        case Kind.MOBILE:
            return f"{value[:3]}****{value[-4:]}"
        case Kind.BANK:
            return f"{value[:2]}{'*' * (len(value) - 6)}{value[-4:]}"
        case Kind.PASSPORT:
            return f"{value[0]}{'*' * (len(value) - 4)}{value[-3:]}"
        case Kind.MAIL:
            name, _, host = value.partition("@")
            return f"{name[0]}***@{host}"
        case Kind.CHAT:
            return f"{value[0]}***{value[-2:]}"
        case Kind.HOUSE:
            return "".join("*" if sign.isascii() or sign in _NUMERALS else sign for sign in value)


_NUMERALS = "一二三四五六七八九十〇零百两甲乙丙丁"
