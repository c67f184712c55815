"""A workbook cleaned: hidden sheets out, hidden rows and columns emptied, numbers masked.

Formulas become the values they came to where something was taken out: they would look for what is
no longer there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

from openpyxl.utils import column_index_from_string, get_column_letter

from generator.privacy.attachments import workbook as reading
from generator.privacy.attachments.limits import Unscannable
from generator.privacy.attachments.package import Package
from generator.privacy.attachments.workbook import BOOK, STRINGS, Sheet, Strings
from generator.privacy.detection import all_masked
from generator.privacy.scrubbing.inner import NUMBERS, Taken, clean_inner
from generator.privacy.scrubbing.parts import Parts, Xml, elements, local, mask_everything, remove

_DROPPED = re.compile(
    r"docProps/|customXml/|xl/(?:comments|threadedComments|persons|calcChain|drawings/vmlDrawing)"
)
_NUMERIC = ("", "n")


def xlsx(data: bytes, scrub: Callable[[str, bytes], tuple[bytes, Taken]]) -> tuple[bytes, Taken]:
    """The workbook without what nobody should see, and what was taken out. Raises Unscannable."""
    package, taken = Parts(data, "xlsx"), Taken()
    whole = Package(data, "xlsx")
    if any(name.startswith("xl/pivotCache") for name in package.all):
        raise Unscannable(
            "scrub-pivot",
            "有数据透视表，它的缓存里存着全部原始数据",
            "请把透视表复制为数值、删去透视表后再清理",
        )
    sheets, strings = reading.sheets(whole), reading.shared_strings(whole)
    shown = [sheet for sheet in sheets if sheet.state not in ("hidden", "veryHidden")]
    if not shown:
        raise Unscannable("scrub-nothing", "所有工作表都是隐藏的", "请取消隐藏要公开的表")
    hidden = [sheet for sheet in sheets if sheet not in shown]
    doms = {sheet.part: package.dom(sheet.part) for sheet in shown if sheet.part in package.all}
    emptied = sum(
        _empty_hidden(doms[s.part], package.all[s.part], taken) for s in shown if s.part in doms
    )
    kept = Strings(strings.texts)
    for sheet in shown:
        if dom := doms.get(sheet.part):
            _sheet(dom, sheet, strings, kept, taken, frozen=bool(hidden or emptied))
            package.put(sheet.part, dom)
    _book(package, {sheet.name for sheet in hidden}, [sheet.name for sheet in sheets])
    taken["张隐藏的工作表"] += len(hidden)
    _strings(package, kept)
    comments = [name for name in package.all if re.match(r"xl/comments", name)]
    taken["条批注"] += sum(1 for name in comments for _ in elements(package.dom(name), "comment"))
    gone_sheets = {sheet.part for sheet in hidden}
    gone = package.drop(lambda name: name in gone_sheets or bool(_DROPPED.match(name)))
    taken["项文档属性"] += sum(name.startswith(("docProps/", "customXml/")) for name in gone)
    ours = {BOOK, STRINGS, *doms}
    clean_inner(package, package.all.keys() - ours, taken, scrub)
    return package.packed(), taken


def _empty_hidden(dom: Xml, data: bytes, taken: Taken) -> int:
    """Empties the cells of hidden rows and columns; how many held something."""
    root = ElementTree.fromstring(data)
    columns, rows = reading.hidden_columns(root), reading.hidden_rows_of(root)
    count = 0
    for cell, column, row in _cells(dom):
        if (column in columns or row in rows) and cell.childNodes:
            for child in [*cell.childNodes]:
                remove(child)
            if cell.hasAttribute("t"):
                cell.removeAttribute("t")
            count += 1
    taken["格隐藏的行列里的内容"] += count
    return count


def _cells(dom: Xml) -> list[tuple[Xml, int, int]]:
    """Every cell with its column and row; references may be left out and are then counted."""
    found = []
    number = 0
    for row in elements(dom, "row"):
        number = int(row.getAttribute("r") or number + 1)
        column = 0
        for cell in row.childNodes:
            if local(cell) == "c":
                letters = re.match(r"[A-Z]+", cell.getAttribute("r"))
                column = column_index_from_string(letters[0]) if letters else column + 1
                found.append((cell, column, number))
    return found


def _sheet(
    dom: Xml, sheet: Sheet, strings: Strings, kept: Strings, taken: Taken, *, frozen: bool
) -> None:
    root = ElementTree.fromstring(dom.toxml(encoding="UTF-8"))
    read = {cell.column + str(cell.row): cell for _, cell in reading.cells(root, strings)}
    headings: dict[str, str] = {}
    for element, column, row in _cells(dom):
        for formula in [*elements(element, "f")]:
            if frozen or all_masked(_text(formula)) != _text(formula):
                remove(formula)
                taken["个公式改成数值"] += 1
        letters = get_column_letter(column)
        if (cell := read.get(f"{letters}{row}")) is None:
            continue
        called = headings.get(letters, "")
        if not cell.number and re.fullmatch(r"[^0-9]{2,24}", cell.text) and row <= 10:
            headings[letters] = cell.text
        clean = all_masked(cell.text, called)
        if clean == cell.text and cell.number:
            clean = _lost_end(cell.text)
        if clean != cell.text:
            _say(element, clean)
            taken[NUMBERS] += 1
        elif element.getAttribute("t") == "s":
            kept.of("".join(_text(v) for v in elements(element, "v")).strip())
    for one in [*elements(dom, "legacyDrawing")]:
        remove(one)
    for child in dom.documentElement.childNodes:
        if local(child) != "sheetData":
            taken[NUMBERS] += mask_everything(child)


def _lost_end(text: str) -> str:
    """An ID number stored as a number, whose end a spreadsheet has lost, is masked too."""
    from generator.privacy.checksums import looks_like_one
    from generator.privacy.match import Kind, masked

    return masked(Kind.ID, text) if len(text) == 18 and looks_like_one(text) else text


def _text(element: Xml) -> str:
    return "".join(getattr(child, "data", "") for child in element.childNodes)


def _say(cell: Xml, text: str) -> None:
    """Puts a text into a cell itself, whatever stood in it."""
    for child in [*cell.childNodes]:
        remove(child)
    document = cell.ownerDocument
    prefix = cell.tagName.rpartition(":")[0]
    inside = document.createElement(f"{prefix}:is" if prefix else "is")
    words = document.createElement(f"{prefix}:t" if prefix else "t")
    words.setAttribute("xml:space", "preserve")
    words.appendChild(document.createTextNode(text))
    inside.appendChild(words)
    cell.appendChild(inside)
    cell.setAttribute("t", "inlineStr")


def _book(package: Parts, hidden: set[str], names: list[str]) -> None:
    dom = package.dom(BOOK)
    for sheet in [*elements(dom, "sheet")]:
        if sheet.getAttribute("name") in hidden:
            remove(sheet)
    left = [name for name in names if name not in hidden]
    for name in [*elements(dom, "definedName")]:
        local_to = name.getAttribute("localSheetId")
        owner = names[int(local_to)] if local_to.isdigit() and int(local_to) < len(names) else ""
        if owner in hidden or any(one in _text(name) for one in hidden):
            remove(name)
        elif owner:
            name.setAttribute("localSheetId", str(left.index(owner)))
    for view in elements(dom, "workbookView"):
        for key in ("activeTab", "firstSheet"):
            if view.hasAttribute(key):
                view.removeAttribute(key)
    mask_everything(dom)
    package.put(BOOK, dom)


def _strings(package: Parts, kept: Strings) -> None:
    """Empties the shared texts that no cell shows any more: they would still be in the file."""
    if STRINGS not in package.all:
        return
    dom = package.dom(STRINGS)
    items = [one for one in dom.documentElement.childNodes if local(one) == "si"]
    for number, item in enumerate(items):
        if number not in kept.used:
            for child in [*item.childNodes]:
                remove(child)
            prefix = item.tagName.rpartition(":")[0]
            item.appendChild(dom.createElement(f"{prefix}:t" if prefix else "t"))
    package.put(STRINGS, dom)
