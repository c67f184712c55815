"""One thing that is wrong with a filing, before it is told of a file."""

from __future__ import annotations

from typing import NamedTuple

from generator.problems import Level

AGAIN = "请在表单中打开这份文件，核对后重新导出"
"""The remedy for what a program wrote and somebody changed since."""


class Finding(NamedTuple):
    """What is wrong, where in the words of the form, what would be right, and the article."""

    level: Level
    code: str
    where: str
    message: str
    remedy: str = ""
    value: str = ""
    article: str = ""


def error(
    code: str, where: str, message: str, remedy: str, value: str = "", article: str = ""
) -> Finding:
    """What cannot be right."""
    return Finding(Level.ERROR, code, where, message, remedy, value, article)


def warning(
    code: str, where: str, message: str, remedy: str, value: str = "", article: str = ""
) -> Finding:
    """What should be looked at before the report is handed in."""
    return Finding(Level.WARNING, code, where, message, remedy, value, article)


def note(code: str, where: str, message: str, article: str = "") -> Finding:
    """What a reader should know."""
    return Finding(Level.NOTE, code, where, message, article=article)
