"""Which reader a file gets, told by its name and held against its first bytes."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator

from generator.privacy.attachments.docx import docx
from generator.privacy.attachments.limits import DEEPEST, LARGEST, MANY, Unscannable, too_large
from generator.privacy.attachments.package import Malformed
from generator.privacy.attachments.picture import gif, picture
from generator.privacy.attachments.plain_text import table, text
from generator.privacy.attachments.svg import svg
from generator.privacy.attachments.told import numbers_at
from generator.privacy.attachments.xlsx import xlsx
from generator.privacy.finding import UNREAD, Finding
from generator.problems import Level

PICTURES = frozenset({"png", "jpg", "jpeg", "webp"})
KINDS = "docx、xlsx、pdf、csv、txt、png、jpg、webp、gif、svg"
"""What can be looked through, and so be published."""
INSTEAD = {
    **dict.fromkeys(("doc", "wps", "rtf", "odt", "docm", "dot", "dotx"), "请另存为 .docx"),
    **dict.fromkeys(("xls", "et", "ods", "xlsm", "xlsb"), "请另存为 .xlsx"),
    **dict.fromkeys(("ppt", "pptx", "dps", "ofd"), "请另存为 .pdf"),
    **dict.fromkeys(("zip", "rar", "7z", "gz", "tar"), "请解开，把里面的文件分别放入 files/"),
    **dict.fromkeys(("bmp", "tif", "tiff", "heic", "emf"), "请另存为 .png 或 .jpg"),
}
_FEW = 3
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def findings_in(path: str, data: bytes, depth: int = 0) -> list[Finding]:
    """What a file holds that must not be published, or why it cannot be looked through.

    At most `MANY` are told, and how many more there are.
    """
    name = posixpath.basename(path)
    found: list[Finding] = [*numbers_at(name, "文件名")] if depth == 0 else []
    unread: list[Finding] = []
    more = 0
    try:
        for one in _by_kind(path, data, depth):
            if one in found:
                continue
            if one.code == UNREAD:
                unread.append(one)
            elif len(found) < MANY or (one.level is Level.ERROR and not _errors(found)):
                found.append(one)
            else:
                more += 1
    except Unscannable as reason:
        found.append(Finding(reason.code, Level.ERROR, 1, "", reason.message, "", reason.remedy))
    except (Malformed, RecursionError):
        found.append(_broken())
    if more:
        what = f"还有 {more} 处没有逐一列出"
        found.append(Finding("privacy-more", Level.ERROR, 1, "", what, what, "请先处理上面各处"))
    return [*found, *(unread if depth else _together(unread, data))]


def _together(unread: list[Finding], data: bytes) -> Iterator[Finding]:
    """What was not read, each kind once with its places, and the mark of this very file."""
    places: dict[str, list[str]] = {}
    for one in unread:
        places.setdefault(one.message, []).append(one.place)
    for message, some in places.items():
        some = [*dict.fromkeys(some)]
        place = "、".join(some[:_FEW]) + (f"等 {len(some)} 处" if len(some) > _FEW else "")
        yield Finding(UNREAD, Level.WARNING, 1, place, message, f"核对码 {mark_of(data)}", "")


def mark_of(data: bytes) -> str:
    """The mark of a file by which somebody says which one they have looked through."""
    return hashlib.blake2b(data, digest_size=4).hexdigest()


def _errors(found: list[Finding]) -> bool:
    return any(one.level is Level.ERROR for one in found)


def _broken() -> Finding:
    remedy = "请用原来的软件打开，另存一份"
    return Finding("attachment-damaged", Level.ERROR, 1, "", "文件损坏，读不了", "", remedy)


def _by_kind(path: str, data: bytes, depth: int) -> Iterator[Finding]:
    ending = posixpath.splitext(path)[1].lower().removeprefix(".")
    if len(data) > LARGEST:
        raise too_large(f"文件有 {len(data) / 1048576:.0f} MB，超过 {LARGEST // 1048576} MB")
    if depth > DEEPEST:
        raise Unscannable("attachment-nested", "文件里嵌套了太多层文件", "请把里面的文件拿出来")
    if ending in ("docx", "xlsx") and data.startswith(_OLE):
        message = "文件加了密码，或是旧格式改了扩展名"
        raise Unscannable("attachment-locked", message, f"请去掉密码，另存为 .{ending}")

    def nested(name: str, inside: bytes) -> Iterator[Finding]:
        yield from findings_in(name, inside, depth + 1)

    match ending:
        case "docx":
            return docx(data, nested)
        case "xlsx":
            return xlsx(data, nested)
        case "pdf":
            # Only here: what it stands on takes 0.2 s to load.
            from generator.privacy.attachments.pdf import pdf

            return pdf(data, nested)
        case "csv":
            return table(data)
        case "txt":
            return text(data)
        case "svg":
            return svg(data, nested)
        case "gif":
            return gif(data)
        case _ if ending in PICTURES:
            return picture(data, ending)
    message = f"“.{ending}”文件无法检查" if ending else "没有扩展名的文件无法检查"
    remedy = INSTEAD.get(ending, f"可以公开的有 {KINDS}")
    raise Unscannable("attachment-kind", message, remedy)
