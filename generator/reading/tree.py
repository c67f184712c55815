"""YAML text as a tree of mappings, lists and text.

Every scalar stays text: YAML's own types turn NO into False, 010 into 8 and 38.30 into 38.3. The
types come later, from the record that the tree belongs to. Parsing is libyaml's (`CBaseLoader`);
the walk below is ours because the ready-made constructors keep the last of two equal keys in
silence. Source: docs/adr/002.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.reading.text import Unreadable, decoded

try:
    from yaml import CBaseLoader as _BaseLoader
except ImportError:  # a Python without the C library reads the same, only slower
    from yaml import BaseLoader as _BaseLoader  # type: ignore[assignment]

Tree = dict[str, Any]
"""A mapping of keys to text, lists and mappings. Keys left blank are not in it."""

KeyPath = tuple[str | int, ...]
"""The way to a value: keys of mappings and places in lists, from the root."""

DEEPEST = 20
"""Levels of nesting. Records have at most seven."""


class _Text(_BaseLoader):
    """A loader that asks of no scalar what type it might be: a third of the time of reading.

    It counts the levels of nesting instead: libyaml composes by recursion in C, and a file of
    brackets alone would end the process before any exception.
    """

    depth = 0

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            line = current_node.start_mark.line + 1
            raise Unreadable(line, "yaml-depth", "嵌套层次过深", "请按样例检查缩进和括号")

    def ascend_resolver(self) -> None:
        self.depth -= 1

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return ""


_NULLS = frozenset({"null", "Null", "NULL", "~"})
_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_MARK = re.compile(r"(?:^|[\s\[\]{},:?-])[&!]", re.MULTILINE)
_FOREIGN = re.compile(
    r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def read_tree(data: bytes) -> Tree:
    """The tree of one YAML file.

    Raises Unreadable with the line for whatever is not plain, single-document YAML whose root is
    a mapping: broken syntax, tabs, two equal keys, anchors and aliases, null written out.
    """
    root = compose(decoded(data))
    if not isinstance(root, yaml.MappingNode):
        raise Unreadable(1, "yaml-root", "文件的最外层不是“键: 值”的形式", "请按样例从“键: 值”写起")
    tree: Tree = _plain(root)
    return tree


def compose(text: str) -> yaml.Node:
    """The text as libyaml's nodes, each with its line. Raises Unreadable as `read_tree` does."""
    if "\t" in text and (tab := _TAB.search(text)):
        line = text.count("\n", 0, tab.end()) + 1
        raise Unreadable(line, "yaml-tab", "行首用了制表符（Tab）缩进", "请改用空格缩进")
    loader = _Text(text)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, text) from None
    except yaml.YAMLError:
        foreign = _FOREIGN.search(text)
        line = text.count("\n", 0, foreign.start()) + 1 if foreign else 1
        raise Unreadable(
            line, "yaml-character", "文件中有 YAML 不允许的控制字符", "请删除看不见的字符后重试"
        ) from None
    finally:
        loader.dispose()
    if _MARK.search(text):
        _refuse_marks(text)
    if node is None:
        raise Unreadable(1, "file-empty", "文件里只有注释，没有内容", "请填写内容，或删除这个文件")
    return node


def _refuse_marks(text: str) -> None:
    """Anchors, aliases and tags: a title that begins with & or ! would lose its first word."""
    for event in yaml.parse(text, _Text):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if getattr(event, "anchor", None) is not None:
            raise Unreadable(
                line,
                "yaml-alias",
                "用了 YAML 的锚点与引用（& 和 *）",
                "请把内容直接写出来；以 & 或 * 开头的文字请加引号",
            )
        if getattr(event, "tag", None) is not None:
            raise Unreadable(
                line, "yaml-tag", "用了 YAML 的类型标记（!）", "请删去；以 ! 开头的文字请加引号"
            )


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.style or node.value not in _NULLS else _refuse_null(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    tree: Tree = {}
    blank: set[str] = set()
    for key_node, value_node in node.value:
        key = key_node.value
        if not isinstance(key, str):
            raise Unreadable(
                key_node.start_mark.line + 1, "yaml-key", "键不是一个词", "请按样例检查冒号与缩进"
            )
        if key in tree or key in blank:
            raise Unreadable(
                key_node.start_mark.line + 1,
                "yaml-duplicate-key",
                f"键“{key}”在同一处写了两次",
                "请只保留一个",
            )
        value = _plain(value_node)
        if value == "":  # a key left blank is a key not filled in
            blank.add(key)
        else:
            tree[key] = value
    return tree


def _refuse_null(node: yaml.ScalarNode) -> str:
    raise Unreadable(
        node.start_mark.line + 1,
        "yaml-null",
        f"值写成了 {node.value}",
        "没有内容时冒号后留空即可",
    )


_BEGUN_EARLIER = ("simple key", "quoted scalar", "flow mapping", "flow sequence")
"""What the parser was in the middle of when it stopped, where the mistake lies at its beginning."""


def _syntax(error: yaml.MarkedYAMLError, text: str) -> Unreadable:
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(words in said for words in _BEGUN_EARLIER):
        mark = error.context_mark
    line = (mark.line if mark else 0) + 1
    lines = text.split("\n")
    shown = lines[line - 1].strip()[:40] if 0 < line <= len(lines) else ""
    quoted = f"“{shown}”" if shown else "文件末尾"
    causes = {
        "mapping values are not allowed": "一行里有两个冒号，或上一行缩进不对；文字含冒号请加引号",
        "could not find expected ':'": "这一行缺少冒号，冒号须为半角且后面要有空格",
        "did not find expected key": "这一行的缩进与同级的键不一致",
        "did not find expected '-' indicator": "列表各项的“- ”没有对齐",
        "found unexpected end of stream": "引号没有成对",
        "did not find expected ',' or": "括号没有成对，或缺少逗号（须为半角）",
        "found character that cannot start any token": "以 @、` 或 % 等符号开头的文字请加引号",
        "found undefined alias": "以 * 开头的文字请加引号",
        "did not find expected alphabetic": "以 * 或 & 开头的文字请加引号",
        "expected a single document": "一个文件只写一条记录，请删除 --- 之后的部分",
    }
    remedy = next(
        (cause for words, cause in causes.items() if words in said),
        "请对照样例检查这一行的缩进、冒号和引号",
    )
    return Unreadable(line, "yaml-syntax", f"YAML 语法有误，读到{quoted}处中断", remedy)
