"""What a number proves about itself: residents' ID numbers, credit codes, bank cards.

Sources: GB 11643 with ISO 7064 MOD 11-2, GB 32100, ISO/IEC 7812 (Luhn). A birthday must be a real
day that has been; python-stdnum accepts future ones and stumbles over counties it does not know.
"""

from __future__ import annotations

import datetime as dt
import re

from generator.terminal import clock

PROVINCES = frozenset(
    str(number)
    for numbers in (
        range(11, 16),
        range(21, 24),
        range(31, 38),
        range(41, 47),
        range(50, 55),
        range(61, 66),
        (71, 81, 82, 83, 91),
    )
    for number in numbers
)
"""The first two digits of GB/T 2260: provinces, regions and cities of that rank."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def is_id_number(digits: str) -> bool:
    """Whether these are the digits of a resident's ID number, of 18 or of the former 15."""
    if re.fullmatch(r"[1-9][0-9]{14}", digits):
        return digits[:2] in PROVINCES and _is_birthday(f"19{digits[6:12]}")
    if not looks_like_one(digits):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return digits[17] == "10X98765432"[total % 11]


def looks_like_one(digits: str) -> bool:
    """Whether 18 characters have the place and the birthday of an ID number, whatever their end.

    The numbers of foreigners who reside for good begin with 9; their province comes after it.
    """
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9X]", digits) or not has_birthday(digits):
        return False
    return digits[:2] in PROVINCES or (digits[0] == "9" and digits[1:3] in PROVINCES)


def has_birthday(digits: str) -> bool:
    """Whether a birthday that has been stands where an ID number of 18 has it."""
    return digits[6:14].isdigit() and _is_birthday(digits[6:14])


def _is_birthday(text: str) -> bool:
    try:
        day = dt.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return False
    return day.year >= 1900 and day <= clock.today()


def is_credit_code(code: str) -> bool:
    """Whether 18 characters are a credit code: its signs, and its check character."""
    if len(code) != 18 or not set(code) <= set(_SIGNS):
        return False
    total = sum(_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(code[:17]))
    return code[17] == _SIGNS[(31 - total % 31) % 31]


def is_likely_code(digits: str) -> bool:
    """Whether a credit code of digits alone names a place too, after its first two signs."""
    return is_credit_code(digits) and (digits[2:4] in PROVINCES or digits[2:8] == "100000")


def is_card(digits: str) -> bool:
    """Whether the digits pass Luhn's check, as those of every bank card do."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0
