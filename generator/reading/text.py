"""The bytes of one file as text."""

from __future__ import annotations

_BOM = b"\xef\xbb\xbf"
LARGEST = 2 * 1024 * 1024
"""Bytes a record may have. The longest real list (15,000 rows) stays below it."""


class Unreadable(Exception):
    """A file, or a part of one, cannot be read.

    Carries the line, a stable code, what is wrong, and the remedy.
    """

    def __init__(self, line: int, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line = line
        self.code = code
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[Unreadable], tuple[int, str, str, str]]:
        return type(self), (self.line, self.code, self.message, self.remedy)


def sane(size: int) -> None:
    """Raises Unreadable for a size in bytes over `LARGEST`: such a file is not even opened."""
    if size > LARGEST:
        raise Unreadable(
            1,
            "file-too-large",
            f"文件有 {size / 1048576:.1f} MB，超过上限 {LARGEST // 1048576} MB",
            "请把附件放入 files/ 并在记录中引用，或检查是否放错了文件",
        )


def decoded(data: bytes) -> str:
    """The text of a file, without the mark that Windows puts before UTF-8.

    Raises Unreadable for an empty file, one over `LARGEST`, and bytes that are not UTF-8 (GBK is
    named where the bytes would be valid GBK).
    """
    sane(len(data))
    data = data.removeprefix(_BOM)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(1, "file-encoding", "文件是 UTF-16 编码", "请另存为“UTF-8”")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        try:
            data.decode("gb18030")
            guess = "，很可能是 GBK（ANSI）编码"
        except UnicodeDecodeError:
            guess = ""
        raise Unreadable(
            line,
            "file-encoding",
            f"文件不是 UTF-8 编码{guess}",
            "请用记事本打开，另存为时编码选“UTF-8”",
        ) from None
    if not text.strip():
        raise Unreadable(1, "file-empty", "文件是空的", "请填写内容，或删除这个文件")
    return text
