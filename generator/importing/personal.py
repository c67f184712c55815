"""ID and mobile numbers, which no list may carry: found however they are written, shown masked.

A number may be in full-width digits, or have spaces or hyphens in it. An ID number has a real date
in it and, with 18 digits, the right check digit (GB 11643, ISO 7064 MOD 11-2).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator

_GAP = r"[ \-‐-―]?"
_LONG = re.compile(rf"(?<![0-9A-Za-z])(?:[0-9]{_GAP}){{14,17}}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(
    rf"(?<![0-9A-Za-z])(?:\+?86{_GAP})?1{_GAP}[3-9](?:{_GAP}[0-9]){{9}}(?![0-9A-Za-z])"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def personal_numbers(text: str) -> Iterator[tuple[str, str]]:
    """Each personal number in a text: what it is, and its masked form."""
    folded = unicodedata.normalize("NFKC", text)
    for match in _LONG.finditer(folded):
        digits = re.sub(r"[^0-9X]", "", match.group().upper())
        if is_id_number(digits):
            yield "身份证号", f"{digits[:2]}{'*' * (len(digits) - 5)}{digits[-3:]}"
    for match in _MOBILE.finditer(folded):
        digits = re.sub(r"[^0-9]", "", match.group())[-11:]
        yield "手机号码", f"{digits[:3]}****{digits[-4:]}"


def is_id_number(digits: str) -> bool:
    """Whether these are the digits of a resident's ID number, of 18 or of the former 15."""
    if re.fullmatch(r"[1-9][0-9]{14}", digits):
        return _is_day(f"19{digits[6:12]}")
    if not re.fullmatch(r"[1-9][0-9]{16}[0-9X]", digits) or not _is_day(digits[6:14]):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return digits[17] == "10X98765432"[total % 11]


def _is_day(text: str) -> bool:
    try:
        day = dt.datetime.strptime(text, "%Y%m%d").date()
    except ValueError:
        return False
    return 1900 <= day.year <= 2100
