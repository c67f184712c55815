"""A file that somebody handed in, as a filing, or as sentences that say why it is none."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from generator.problems import Level, Problem
from self_assessment.filing.faults import NEW_EXPORT, faults
from self_assessment.filing.filing import FORMAT, VERSION, Filing
from self_assessment.filing.upgrades import OLDEST, STEPS, NotUpgradable, Step, upgraded

LARGEST = 40 * 1024 * 1024
"""Bytes a filing may have. One of 300,000 characters and 60 tables has about 2 MB."""
DEEPEST = 24
"""Levels of nesting. A filing has at most nine."""
AGAIN = "请重新取得这个文件；传送可能中断过"


@dataclass(frozen=True, slots=True)
class Read:
    """What a file is: a filing with notes on it, or no filing and the reasons."""

    filing: Filing | None
    problems: tuple[Problem, ...] = ()


class _Refused(Exception):
    def __init__(self, code: str, message: str, remedy: str, line: int = 1) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy, self.line = code, message, remedy, line


def read_filing(
    data: bytes, name: str, steps: Mapping[int, Step] = STEPS, to: int = VERSION, size: int = 0
) -> Read:
    """The bytes of a file as a filing of the present version. `name` is the file's, as typed.

    `steps` and `to` are the chain of upgrades, and where it leads. `size` is that of the file,
    where `data` are only its first bytes.
    """
    try:
        _sane(size or len(data))
        tree, notes = _tree(data, name)
        before = _version(tree, to)
        if before < to:
            tree = upgraded(tree, steps, to)
            notes.append(_note(name, "filing-older", f"文件版本是 {before}，已按版本 {to} 读取"))
        return Read(Filing.model_validate(tree), tuple(notes))
    except _Refused as no:
        return Read(None, (Problem(name, no.line, Level.ERROR, no.code, no.message, no.remedy),))
    except NotUpgradable:
        message = "这是较早版本的文件，内容不完整，不能按现在的版本读取"
        return Read(None, (Problem(name, 1, Level.ERROR, "filing-outdated", message, NEW_EXPORT),))
    except ValidationError as error:
        return Read(
            None,
            tuple(
                Problem(name, 1, Level.ERROR, fault.code, fault.message, fault.remedy, fault.value)
                for fault in faults(error)
            ),
        )


def _note(name: str, code: str, message: str) -> Problem:
    return Problem(name, 1, Level.NOTE, code, message)


def _sane(size: int) -> None:
    if size > LARGEST:
        raise _Refused(
            "file-too-large",
            f"文件有 {size / 1048576:.0f} MB，超过上限 {LARGEST // 1048576} MB",
            "请检查是不是放错了文件",
        )


def _tree(data: bytes, name: str) -> tuple[dict[str, Any], list[Problem]]:
    notes: list[Problem] = []
    _of_another_kind(data)
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        notes.append(_note(name, "file-bom", "文件开头有 BOM 标记，像是用别的程序另存过"))
    text = _decoded(data)
    if not text.strip():
        raise _Refused("file-empty", "文件是空的", AGAIN)
    _not_deep(text)
    value = _parsed(text) if text.lstrip().startswith("{") else None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise _Refused("filing-foreign", "这不是自评报告文件", "请选择由自评表单导出的 .json 文件")
    return value, notes


def _of_another_kind(data: bytes) -> None:
    """Raises for files that are known by their first bytes."""
    if data.startswith((b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")):
        raise _Refused(
            "filing-sealed",
            "这是加密的自评报告，要用收件单位的私钥才能打开",
            "请由收件单位解密后再核对；自己核对请用加密前导出的 .json 文件",
        )
    if data.startswith(b"PK\x03\x04"):
        raise _Refused(
            "filing-office",
            "这是 Word、Excel 或压缩文件",
            "请选择由自评表单导出的 .json 文件",
        )
    if data.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise _Refused("filing-page", "这是网页，可能就是自评表单本身", "请在表单中导出 .json 文件")
    if data.startswith(b"%PDF"):
        raise _Refused("filing-pdf", "这是 PDF 文件", "请选择由自评表单导出的 .json 文件")


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _Refused("file-encoding", "文件是 UTF-16 编码", NEW_EXPORT)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        try:
            data.decode("gb18030")
            guess = "，很可能被另存成了 GBK（ANSI）"
        except UnicodeDecodeError:
            guess = "，可能已损坏"
        line = data.count(b"\n", 0, error.start) + 1
        raise _Refused("file-encoding", f"文件不是 UTF-8 编码{guess}", NEW_EXPORT, line) from None


_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)|[\[{]|[\]}]', re.DOTALL)


def _not_deep(text: str) -> None:
    """Raises for brackets within brackets: parsing them would take the stack."""
    depth = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        sign = text[found.start()]
        depth += 1 if sign in "[{" else -1 if sign in "]}" else 0
        if depth > DEEPEST:
            raise _Refused("filing-deep", "文件的层次过深，不是自评报告", AGAIN)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        ended = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
        what = "文件不完整，到末尾就断了" if ended else "文件已损坏"
        raise _Refused(
            "filing-damaged",
            f"{what}，第 {error.lineno} 行第 {error.colno} 个字符处读不下去",
            AGAIN,
            error.lineno,
        ) from None
    except (RecursionError, ValueError):
        raise _Refused("filing-damaged", "文件已损坏，有读不了的数", AGAIN) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    tree = dict(pairs)
    if len(tree) < len(pairs):
        (twice, _), *_ = Counter(key for key, _ in pairs).most_common(1)
        raise _Refused(
            "key-twice", f"“{twice[:40]}”在同一处写了两次，不能确定以哪个为准", NEW_EXPORT
        )
    return tree


def _no_number(word: str) -> Any:
    raise _Refused("number-form", f"“{word}”不是数", NEW_EXPORT)


def _version(tree: dict[str, Any], to: int) -> int:
    version = tree.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < OLDEST:
        raise _Refused("filing-version", "文件没有写明版本，不能确定内容是否完整", NEW_EXPORT)
    if version > to:
        raise _Refused(
            "filing-newer",
            f"文件由更新的表单导出（版本 {version}），这里只认到版本 {to}",
            "请更新本程序后再核对",
        )
    return version
