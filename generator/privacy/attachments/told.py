"""How what is found in an attachment is told."""

from __future__ import annotations

from collections.abc import Iterator

from generator.privacy.detection import all_masked, found_in
from generator.privacy.finding import ALLOWING, UNREAD, Finding, finding
from generator.privacy.match import Match
from generator.problems import Level

SCRUB = "可用 award-site scrub 清理出一份"
_NUMBER = f"请改成引号里的写法，{SCRUB}；{ALLOWING}"
_PROGRAMS = frozenset(
    {
        *("openpyxl", "python-docx", "xlsxwriter", "apache poi", "administrator", "admin", "user"),
        *("microsoft office user", "microsoft office", "windows", "windows 用户", "user1", "wps"),
        *("wps office", "kingsoft", "libreoffice", "hp", "lenovo", "dell", "pc", "unknown", "微软"),
        *("microsoft", "typst", "un-named", "unspecified"),
    }
)


def numbers_at(text: str, place: str, called: str = "") -> Iterator[Finding]:
    """The personal numbers in a text of an attachment."""
    for found in found_in(text, called):
        yield number_at(found, place)


def number_at(found: Match, place: str) -> Finding:
    """A personal number at its place in an attachment."""
    return finding(found, 1, place, _NUMBER)


def quoted(name: str) -> str:
    """A name as it may be shown: in “…”, not long, with every personal number in it masked."""
    return f"“{all_masked(' '.join(name.split()))[:40]}”"


def unread(place: str, what: str) -> Finding:
    """What a reader would see and the scan does not: told until somebody has looked at it.

    `what` goes before 没有检查: 图片里的文字.
    """
    return Finding(UNREAD, Level.WARNING, 1, place, f"{what}没有检查", "", "")


def also_published(code: str, place: str, what: str, shown: str) -> Finding:
    """What would be published without anybody seeing it: a warning. `shown` is what allows it."""
    remedy = f"会随文件一起公开；{SCRUB}"
    return Finding(f"privacy-{code}", Level.WARNING, 1, place, what, shown, remedy)


def author(name: str, place: str) -> Iterator[Finding]:
    """Whoever is named as the author or the last one to save; programs are nobody."""
    name = " ".join(name.split())
    if name and name.casefold() not in _PROGRAMS:
        yield also_published("author", place, f"写着作者{quoted(name)}", f"作者{quoted(name)}")
