"""The key that reports are sealed to: an age recipient, held to its own checksum.

A key with one wrong letter would seal reports that nobody can ever open, so it is refused here.
The form is Bech32 (BIP 173) with the prefix ``age``, as age writes X25519 recipients.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from generator.records.words import unfit

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_FORM = re.compile(rf"age1[{_LETTERS}]{{58}}")
_PREFIX = "age"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_SEAL = 1
REMEDY = "把 self-assessment keygen 给出的公钥整行复制过来，以 age1 开头，共 62 个字符"


def _recipient(value: object) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if text.upper().startswith("AGE-SECRET-KEY-"):
        raise unfit("recipient-secret", "这里写的是私钥，不能公开", REMEDY + "；这把私钥请作废")
    if not _FORM.fullmatch(text):
        raise unfit("recipient-form", f"“{text[:70]}”不是加密公钥", REMEDY)
    if _checksum(text) != _SEAL:
        raise unfit("recipient-typo", f"加密公钥“{text}”有错字，校验不过", REMEDY)
    return text


def _checksum(text: str) -> int:
    """Bech32's own sum over prefix and letters: 1 for a key without a wrong letter."""
    expanded = [ord(c) >> 5 for c in _PREFIX] + [0] + [ord(c) & 31 for c in _PREFIX]
    values = [*expanded, *(_LETTERS.index(c) for c in text[len(_PREFIX) + 1 :])]
    sum_ = 1
    for value in values:
        top = sum_ >> 25
        sum_ = (sum_ & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATOR):
            sum_ ^= generator if top >> place & 1 else 0
    return sum_


Recipient = Annotated[
    str,
    BeforeValidator(_recipient),
    WithJsonSchema({"type": "string", "pattern": f"^{_FORM.pattern}$"}),
]
"""An age recipient: age1 and 58 letters, the last six of them its checksum."""
