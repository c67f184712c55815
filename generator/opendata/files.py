"""Every file for those who subscribe or reuse, each made when its bytes are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from generator.incremental import Observer, digest_of
from generator.opendata.catalogue import NOTES, entry, summary, title
from generator.opendata.cells import Cells
from generator.opendata.column import Table
from generator.opendata.csv_file import table_as_csv
from generator.opendata.datapackage import LICENCE, data_package
from generator.opendata.diary import diary
from generator.opendata.dictionary import HEADS, dictionary_as_csv, dictionary_as_json, fields
from generator.opendata.feeds import feed_as_atom, feeds
from generator.opendata.json_file import table_as_json
from generator.opendata.source import INVENTED, Source
from generator.opendata.tables import TABLES
from generator.opendata.workbook import Sheet, plain_sheet, sheet, workbook
from generator.register import Register
from generator.regulation import Calendar


class DataFile(NamedTuple):
    """One file to be.

    `path` is below the root of the site. What `make` asks the register is noted while it does;
    `given` is a digest of whatever else it is made of.
    """

    path: str
    given: bytes
    make: Callable[[], bytes]


def files(
    register: Register, calendar_of_working_days: Calendar, observer: Observer
) -> Iterator[DataFile]:
    """Open data, feeds and calendar of a register. Nothing is made before `make` is called.

    `observer` notes what is asked of `register`.
    """
    source = Source(register, calendar_of_working_days)
    yield from _data(source, observer)
    for feed in feeds(source):
        given = digest_of(feed.path, *feed.notices)
        yield DataFile(feed.path, given, partial(feed_as_atom, feed, source))
    yield DataFile("calendar.ics", b"", partial(diary, source))


def _data(source: Source, observer: Observer) -> Iterator[DataFile]:
    cells = Cells(source, observer)
    sheets = _Sheets(cells)

    def of(name: str, make: Callable[[], bytes]) -> DataFile:
        return DataFile(f"data/{name}", b"", make)

    for table in TABLES:
        yield of(f"{table.name}.csv", partial(_csv, table, cells))
        yield of(f"{table.name}.json", partial(_json, table, cells))
        yield of(f"{table.name}.xlsx", partial(_xlsx, table, sheets))
    yield of("award-data.xlsx", partial(_whole_workbook, sheets))
    yield of("dictionary.csv", dictionary_as_csv)
    yield of("dictionary.json", dictionary_as_json)
    yield of("datapackage.json", partial(data_package, source))
    if licence := source.register.site.licence:
        yield of(LICENCE, partial(f"{licence}\n".encode))


class _Sheets(NamedTuple):
    """The sheet of each table, made once: it stands in the table's own file and in the whole."""

    cells: Cells

    def of(self, table: Table[Any]) -> Sheet:
        def made() -> Sheet:
            return sheet(table.title, table.columns, self.cells.of(table))

        return self.cells.observer.once(f"sheet {table.name}", made)


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
