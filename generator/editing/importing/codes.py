"""Unified social credit codes (GB 32100), and how a spreadsheet spoils them.

A spreadsheet keeps fifteen digits of a number: a code typed as a number has lost its end for good.
"""

from __future__ import annotations

import re

from generator.editing.importing.cells import Cell, plain

_SIGNS = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")


def wrong_with(cell: Cell) -> tuple[str, str]:
    """What is wrong with a credit code and the remedy; both empty where nothing is."""
    retype = "请把这一列设为“文本”格式，再重新录入 18 位代码"
    text = plain(cell.text).upper()
    if cell.number or re.fullmatch(r"[0-9.]+E\+?[0-9]+", text):
        return f"统一社会信用代码“{cell.text}”存成了数字，末尾的位数已经丢失", retype
    if len(text) != 18:
        return f"统一社会信用代码“{cell.text[:24]}”有 {len(text)} 位，应为 18 位", retype
    if not set(text) <= _SIGNS:
        return (
            f"统一社会信用代码“{cell.text[:24]}”里有不该有的字符",
            "只用数字和大写字母，不含 I、O、S、V、Z",
        )
    return "", ""
