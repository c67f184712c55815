"""Every file for those who subscribe or reuse, each made when its bytes are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from generator.opendata.catalogue import NOTES, entry, summary, title
from generator.opendata.cells import Cells
from generator.opendata.column import Table
from generator.opendata.csv_file import table_as_csv
from generator.opendata.datapackage import LICENCE, data_package
from generator.opendata.diary import diary
from generator.opendata.dictionary import HEADS, dictionary_as_csv, dictionary_as_json, fields
from generator.opendata.feeds import feed_as_atom, feeds
from generator.opendata.json_file import table_as_json
from generator.opendata.made_of import Ingredients
from generator.opendata.source import INVENTED, Source
from generator.opendata.tables import TABLES
from generator.opendata.workbook import Sheet, plain_sheet, sheet, workbook
from generator.register import Key, Register
from generator.regulation import Calendar


class DataFile(NamedTuple):
    """One file to be.

    `path` is below the root of the site. `made_of` is a digest of everything its bytes depend on:
    while it stays the same, `make` gives the same bytes.
    """

    path: str
    made_of: bytes
    make: Callable[[], bytes]


def files(register: Register, calendar_of_working_days: Calendar) -> Iterator[DataFile]:
    """Open data, feeds and calendar of a register. Nothing is made before `make` is called."""
    source = Source(register, calendar_of_working_days)
    needs = Ingredients(register)
    yield from _data(source, needs)
    for feed in feeds(source):
        keys: list[Key] = [("notice", notice.id) for notice in feed.notices]
        issuers = {notice.issuer for notice in feed.notices} | {register.site.office}
        keys += [("body", issuer) for issuer in sorted(issuers)]
        made_of = needs.records(feed.path, keys)
        yield DataFile(feed.path, made_of, partial(feed_as_atom, feed, source))
    made_of = needs.kinds("calendar.ics", ("round", "notice", "awardee"))
    yield DataFile("calendar.ics", made_of, partial(diary, source))


def _data(source: Source, needs: Ingredients) -> Iterator[DataFile]:
    cells = Cells(source)
    sheets = _Sheets(cells)
    everything: set[str] = set()

    def of(name: str, kinds: tuple[str, ...], make: Callable[[], bytes]) -> DataFile:
        path = f"data/{name}"
        return DataFile(path, needs.kinds(path, kinds), make)

    for table in TABLES:
        everything.update(table.shows)
        yield of(f"{table.name}.csv", table.shows, partial(_csv, table, cells))
        yield of(f"{table.name}.json", table.shows, partial(_json, table, cells))
        yield of(f"{table.name}.xlsx", table.shows, partial(_xlsx, table, sheets))
    yield of("award-data.xlsx", tuple(sorted(everything)), partial(_whole_workbook, sheets))
    yield of("dictionary.csv", (), dictionary_as_csv)
    yield of("dictionary.json", (), dictionary_as_json)
    yield of("datapackage.json", ("body",), partial(data_package, source))
    if licence := source.register.site.licence:
        yield of(LICENCE, (), partial(f"{licence}\n".encode))


class _Sheets(dict[str, Sheet]):
    """The sheet of each table, made once: it stands in the table's own file and in the whole."""

    def __init__(self, cells: Cells) -> None:
        super().__init__()
        self.cells = cells

    def of(self, table: Table[Any]) -> Sheet:
        if table.name not in self:
            self[table.name] = sheet(table.title, table.columns, self.cells.of(table))
        return self[table.name]


def _csv(table: Table[Any], cells: Cells) -> bytes:
    return table_as_csv(table.columns, cells.of(table))


def _json(table: Table[Any], cells: Cells) -> bytes:
    return table_as_json(table.columns, cells.of(table))


def _xlsx(table: Table[Any], sheets: _Sheets) -> bytes:
    source = sheets.cells.source
    demo = INVENTED if source.register.site.demo else ""
    name = f"{source.register.site.award}：{table.title}"
    return workbook([sheets.of(table)], name, demo + table.says)


def _whole_workbook(sheets: _Sheets) -> bytes:
    source = sheets.cells.source
    rows = [*entry(source), *NOTES, *((f"数据表：{t.title}", t.says) for t in TABLES)]
    about = plain_sheet("说明", ("项目", "内容"), (24, 100), rows)
    widths = (16, 16, 22, 20, 10, 60, 32)
    columns = plain_sheet("字段", HEADS, widths, [tuple(row) for row in fields()])
    tables = [sheets.of(table) for table in TABLES]
    return workbook([about, *tables, columns], title(source), summary(source))
