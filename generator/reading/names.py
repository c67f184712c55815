"""Names of files that every desk and every server can hold."""

from __future__ import annotations

import re
import unicodedata

from generator.problems import visible

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)
"""What Windows takes for a device, with whatever ending."""
_SIGN = re.compile(r'[<>:"|?*\\]')


def unportable(name: str) -> str:
    """Why Windows cannot hold a file or folder of this name, in words; empty where it can."""
    if name != visible(name):
        return "有看不见的字符"
    if sign := _SIGN.search(name):
        return f"有“{sign.group()}”"
    if name.endswith((".", " ")):
        return "以点或空格结尾"
    if name.split(".", 1)[0].rstrip().lower() in DEVICES:
        return "是系统保留的设备名"
    return ""


def one_form(path: str) -> str:
    """A path as it is where neither capitals nor the forms of Unicode are told apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())
