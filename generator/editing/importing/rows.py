"""A sheet as the lists of a notice. Every problem is told at once, each at its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.editing.drafting import Value
from generator.editing.importing import headings as h
from generator.editing.importing.cells import Cell, Grid, in_one_line, plain, rows_below
from generator.editing.importing.codes import wrong_with
from generator.editing.importing.headings import Table
from generator.editing.importing.names import (
    Holders,
    Names,
    districts,
    kinds,
    recommending,
    sectors,
    tiers,
)
from generator.editing.importing.place import CellProblem, at
from generator.privacy import found_in
from generator.privacy.checksums import is_credit_code
from generator.problems import Level
from generator.records import Edition
from generator.register import Register

_YES = frozenset({"是", "√", "✓", "✔", "复评", "y", "yes", "1"})
_NO = frozenset({"否", "×", "—", "-", "/", "无", "n", "no", "0"})


@dataclass
class Lists:
    """The lists so far, in the order in which tier and kind first appear, and what was found."""

    rows: dict[tuple[str, str], list[dict[str, Value]]] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    known: int = 0

    @property
    def value(self) -> list[Value]:
        """The lists as they stand in a record."""
        return [
            {"tier": tier, "kind": kind, "rows": rows} for (tier, kind), rows in self.rows.items()
        ]


class Reader:
    """Reads the rows of one sheet. `tier` and `kind` hold where there is no column of that kind."""

    def __init__(
        self,
        book: str,
        sheet: str,
        table: Table,
        register: Register,
        edition: Edition,
        tier: str | None,
        kind: str | None,
    ) -> None:
        self._book, self._sheet, self._table = book, sheet, table
        self._register = register
        self._person = {k.id for k in edition.holder_kinds if k.person}
        self._fixed = {h.TIER: tier, h.KIND: kind}
        self._allowed = {t.id: t.kinds for t in edition.tiers}
        self._holders = Holders(register)
        self._names: dict[str, Names] = {
            h.TIER: tiers(edition),
            h.KIND: kinds(edition),
            h.DISTRICT: districts(register),
            h.BODY: recommending(register),
            h.SECTOR: sectors(register),
        }
        self._lists = Lists()
        self._seen: dict[tuple[str, str, str], Cell] = {}

    def read(self, cells: Grid) -> Lists:
        """The lists that the cells make."""
        for row in rows_below(cells, self._table.row):
            found = {
                name: cells[row, heading.column]
                for name, heading in self._table.columns.items()
                if (row, heading.column) in cells
            }
            if set(found) - {h.NUMBER}:
                self._take(row, found)
            else:
                self._stray(row, cells)
        return self._lists

    def _stray(self, row: int, cells: Grid) -> None:
        """A row with nothing in a known column: an empty one that is numbered, or a remark."""
        for (r, _), cell in cells.items():
            if r == row and not re.fullmatch(r"[0-9]+[.、]?", cell.text):
                self._say(
                    cell,
                    "row-stray",
                    f"这一行没有名称，却写着“{cell.text[:30]}”",
                    "不是名单内容的请删去",
                )

    def _take(self, row: int, found: dict[str, Cell]) -> None:
        name_cell = found.get(h.NAME)
        if name_cell is None:
            cell = next(iter(found.values()))
            self._say(cell, "row-nameless", "这一行没有名称", "请补上名称；不是名单内容的请删去")
            return
        name = in_one_line(name_cell.text)
        tier = self._fixed_or_found(h.TIER, row, found)
        kind = self._fixed_or_found(h.KIND, row, found)
        employer = in_one_line(found[h.EMPLOYER].text) if h.EMPLOYER in found else ""
        row_: dict[str, Value] = dict(self._named(name, kind, employer, name_cell, found))
        holder = self._register.awardees.get(str(row_.get("awardee", "")))
        for key, column in (
            ("district", h.DISTRICT),
            ("recommended_by", h.BODY),
            ("sector", h.SECTOR),
        ):
            id_ = self._id(column, found[column]) if column in found else None
            if id_ and not (holder and getattr(holder, key) == id_):
                row_[key] = id_
        for key, column in (("employer", h.EMPLOYER), ("post", h.POST)):
            if column in found:
                row_[key] = in_one_line(found[column].text)
        for key, column in (("basics", h.BASICS), ("deeds", h.DEEDS)):
            if column in found:
                row_[key] = found[column].text
        if h.RECERTIFIED in found and self._is_yes(found[h.RECERTIFIED]):
            row_["recertified"] = "是"
        if not tier or not kind:
            return
        if kind not in self._allowed.get(tier, ()):
            tier_, kind_ = self._names[h.TIER].shown[tier], self._names[h.KIND].shown[kind]
            message = f"{tier_}不授予“{kind_}”这一类别"
            self._say(found.get(h.TIER, name_cell), "row-tier", message, "请核对奖项和类别")
        if first := self._seen.get((tier, kind, name + employer)):
            message = f"“{name}”在同一奖项里写了两次，{first.where} 已经有了"
            self._say(name_cell, "row-twice", message, "请只留一行")
        self._seen.setdefault((tier, kind, name + employer), name_cell)
        self._lists.rows.setdefault((tier, kind), []).append(row_)

    def _named(
        self, name: str, kind: str | None, employer: str, cell: Cell, found: dict[str, Cell]
    ) -> Iterator[tuple[str, str]]:
        """The row's subject: a holder by id where the very name is known, else the plain name."""
        code = self._code(found[h.CODE]) if h.CODE in found else ""
        owner = self._holders.with_code(code) if code else None
        holder = self._holders.called(name, kind or "", employer)
        if owner and owner is not holder:
            message = f"统一社会信用代码与获奖者“{owner.name}”的相同，名称却是“{name}”"
            self._say(found[h.CODE], "row-code-other", message, "请核对代码和名称")
        elif holder:
            self._lists.known += 1
            yield "awardee", holder.id
            return
        elif kind and kind in self._person and self._holders.namesake(name, kind):
            message = f"有同名的获奖者“{name}”，工作单位不同，按名称写入"
            self._say(cell, "row-namesake", message, "若是同一人，请改写 awardee", Level.WARNING)
        elif kind and kind not in self._person and (near := self._holders.near(name, kind)):
            message = f"“{name}”没有获奖记录，按名称写入；与获奖者“{near}”相近"
            self._say(cell, "row-near", message, "若是同一个，请把名称写成一致", Level.WARNING)
        yield "name", name

    def _code(self, cell: Cell) -> str:
        message, remedy = wrong_with(cell)
        code = plain(cell.text).upper()
        if message:
            if not found_in(cell.text, h.CODE):  # that is told, masked, by its own sentence
                self._say(cell, "cell-code", message, remedy)
            return ""
        if not is_credit_code(code):
            message = f"统一社会信用代码“{code}”的校验位不对"
            self._say(cell, "cell-code-check", message, "请对照营业执照核对", Level.WARNING)
        return code

    def _fixed_or_found(self, column: str, row: int, found: dict[str, Cell]) -> str | None:
        if column in found:
            return self._id(column, found[column])
        if fixed := self._fixed[column]:
            return fixed
        where = f"第{row}行"
        self._lists.problems.append(
            at(
                *(self._book, self._sheet, where, row, "row-lacks", f"这一行没有写{column}"),
                f"请填“{column}”栏，或用 --{'tier' if column == h.TIER else 'kind'} 指定",
            )
        )
        return None

    def _id(self, column: str, cell: Cell) -> str | None:
        names = self._names[column]
        if (id_ := names.id_of(cell.text)) is None:
            message = f"{column}“{in_one_line(cell.text)[:40]}”不认识"
            self._say(cell, "cell-unknown", message, names.remedy(cell.text))
        return id_

    def _is_yes(self, cell: Cell) -> bool:
        text = plain(cell.text)
        if text not in _YES | _NO:
            self._say(cell, "cell-yes", f"复评写成了“{cell.text[:20]}”", "写 是 或 否")
        return text in _YES

    def _say(
        self, cell: Cell, code: str, message: str, remedy: str, level: Level = Level.ERROR
    ) -> None:
        self._lists.problems.append(
            at(self._book, self._sheet, cell.where, cell.row, code, message, remedy, level)
        )


def personal(book: str, sheet: str, cells: Grid, codes: int | None) -> Iterator[CellProblem]:
    """Personal numbers in any cell, and numbers so long that they may have been one.

    `codes` is the column of credit codes: long numbers there have a sentence of their own.
    """
    for cell in cells.values():
        found = found_in(cell.text, h.CODE if cell.column == codes else "")
        for one in found:
            message = f"这里有{one.kind.word}“{one.masked}”"
            remedy = "名单只公开姓名、单位和职务；请删去后再导入"
            where = (book, sheet, cell.where, cell.row, "cell-personal")
            yield at(*where, message, remedy, one.kind.level)
        long = cell.number and len(cell.text.partition(".")[0]) > 15
        if long and not found and cell.column != codes:
            shown = f"{cell.text[:2]}***"
            message = f"这里有一个很长的数字“{shown}”，可能是身份证号或账号"
            remedy = "名单不公开这些内容；请删去后再导入"
            yield at(book, sheet, cell.where, cell.row, "cell-personal", message, remedy)
