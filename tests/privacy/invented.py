"""Numbers of nobody: of the right form and with the right check digits, drawn by a seeded hand."""

from __future__ import annotations

from random import Random

_COUNTIES = (
    *("110101", "120104", "130102", "140105", "150102", "210102", "220104", "230103", "310101"),
    *("320106", "330106", "340102", "350102", "360102", "370102", "410102", "420102", "420106"),
    *("430102", "440103", "450103", "460105", "500103", "510104", "513101", "520102", "530102"),
    *("540102", "610102", "620102", "630102", "640104", "650102", "710000", "810000", "820000"),
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def id_number(draw: Random) -> str:
    """18 signs."""
    body = draw.choice(_COUNTIES) + _birthday(draw, 1930, 2015) + f"{draw.randrange(1, 1000):03}"
    return with_check(body)


def with_check(body: str) -> str:
    """Seventeen digits with their eighteenth (ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def old_id_number(draw: Random) -> str:
    """15 digits."""
    return (
        draw.choice(_COUNTIES) + _birthday(draw, 1930, 1999)[2:] + f"{draw.randrange(1, 1000):03}"
    )


def foreign_id_number(draw: Random) -> str:
    """18 signs of one who resides for good: 9, the province, the country."""
    head = f"9{draw.choice(_COUNTIES)[:2]}{draw.randrange(4, 900):03}"
    return with_check(head + _birthday(draw, 1930, 2015) + f"{draw.randrange(1, 1000):03}")


def _birthday(draw: Random, first: int, last: int) -> str:
    return f"{draw.randint(first, last)}{draw.randint(1, 12):02}{draw.randint(1, 28):02}"


def mobile(draw: Random) -> str:
    """11 digits."""
    return f"1{draw.randint(3, 9)}{draw.randrange(10**9):09}"


def card(draw: Random) -> str:
    """16 or 19 digits that begin with 62 and pass Luhn's check."""
    body = "62" + "".join(draw.choice("0123456789") for _ in range(draw.choice((13, 16))))
    total = 0
    for place, digit in enumerate(reversed(body)):
        doubled = int(digit) * (2 - place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return body + str(-total % 10)


def passport(draw: Random) -> str:
    """E and eight digits, or E, a letter and seven digits."""
    if draw.random() < 0.5:
        return f"E{draw.randrange(10**8):08}"
    return f"E{draw.choice('ABCDEFGHJKLMNPQRSTUVWXYZ')}{draw.randrange(10**7):07}"


def mail(draw: Random) -> str:
    """An address with one of the providers that people use."""
    host = draw.choice(("qq.com", "163.com", "126.com", "gmail.com", "foxmail.com", "sina.com.cn"))
    name = draw.choice(("zhang.san", "lisi88", "wang_wu", "zhaoliu-2", "chenqi"))
    return f"{name}{draw.randrange(1000)}@{host}"


def house(draw: Random) -> str:
    """A flat in a block."""
    return draw.choice(
        (
            f"{draw.randint(1, 30)}栋{draw.randint(1, 4)}单元{draw.randint(101, 3304)}室",
            f"示例小区{draw.randint(1, 30)}幢{draw.randint(101, 3304)}室",
            f"{draw.randint(1, 30)}号楼{draw.randint(1, 4)}单元{draw.randint(101, 999)}",
        )
    )


def credit_code(draw: Random, digits: bool = False) -> str:
    """A 统一社会信用代码 with its check sign; of digits alone where asked."""
    while True:
        head = draw.choice(("91", "92", "93", "12", "52", "53", "11"))
        region = f"{draw.choice(_COUNTIES)[:4]}{draw.choice(('00', '02', '03', '05', '81', '11'))}"
        signs = _SIGNS[:10] if digits else _SIGNS
        body = head + region + "".join(draw.choice(signs) for _ in range(9))
        total = sum(_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
        code = body + _SIGNS[-total % 31]
        if not digits or code.isdigit():
            return code


def code_and_id(head: str) -> str:
    """A number that passes as a credit code and as an ID number."""
    for serial in range(1000):
        number = with_check(f"{head}310119900307{serial:03}")
        total = sum(_SIGNS.index(s) * pow(3, place, 31) for place, s in enumerate(number[:17]))
        if _SIGNS[-total % 31] == number[17]:
            return number
    raise AssertionError("none of a thousand")
