"""A list taken in from a workbook: read, held against the records, written when all is right."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from generator.editing.drafting import Value, block
from generator.editing.importing.cells import Grid, grid, spread
from generator.editing.importing.headings import CODE, NAME, Table, nearest, table
from generator.editing.importing.names import Names, kinds, tiers
from generator.editing.importing.place import CellProblem, at, of_book
from generator.editing.importing.rows import Lists, Reader, personal
from generator.editing.importing.splice import spliced
from generator.editing.importing.workbook import Book, hidden, opened, too_large
from generator.editing.writing import no_worse, replaced
from generator.problems import Level, Problem, Stop, failing
from generator.records import Edition, Notice
from generator.register import RecordCache, Register
from generator.regulation import examine, judged_by


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user wants taken in: from which workbook and sheet, into which notice."""

    file: Path
    notice: str
    tier: str | None = None
    kind: str | None = None
    sheet: str | None = None
    ignore_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Intake:
    """What was taken in: the notice's file, the lists, warnings, and what they replace."""

    file: Path
    lists: list[Value]
    problems: tuple[Problem, ...]
    rows: int
    known: int
    replaced: int

    @property
    def text(self) -> str:
        """The lists as they stand in the record."""
        return "\n".join(block("lists", self.lists)) + "\n"


def take_in(
    wanted: Wanted, content: Path, cache: Path, today: dt.date | None = None, *, dry_run: bool
) -> Intake:
    """Takes a list into a notice.

    Raises Stop with every problem; the notice's file is then as it was.
    """
    with RecordCache(cache, content) as record_cache:
        examined = examine(content, record_cache, today)
    register = examined.register
    notice, edition = _notice(wanted, register)
    fixed = _fixed(wanted, edition)
    book = opened(wanted.file)
    sheet, cells, found = _sheet(wanted, book)
    problems = [*_of_sheet(wanted, book, sheet, found), *_headless(book, sheet, cells[0], found)]
    wide, formulas = spread(cells[0], sheet, found.row), cells[1]
    codes = found.columns[CODE].column if CODE in found.columns else None
    problems += [*formulas, *personal(book.name, sheet.title, cells[0], codes)]
    lists = Reader(book.name, sheet.title, found, register, edition, *fixed).read(wide)
    problems += lists.problems
    if not lists.rows and not problems:
        message = "标题下面没有名单"
        problems.append(
            at(book.name, sheet.title, "", found.row, "sheet-empty", message, "请填写后再导入")
        )
    problems.sort(key=lambda p: (p.line, len(p.file), p.file))
    if failing(problems, strict=False):
        raise Stop(problems)
    return _put(
        content, cache, today, examined.problems, notice, register, lists, problems, dry_run
    )


def _put(
    content: Path,
    cache: Path,
    today: dt.date | None,
    known: tuple[Problem, ...],
    notice: Notice,
    register: Register,
    lists: Lists,
    problems: list[CellProblem],
    dry_run: bool,
) -> Intake:
    file = content / register.places["notice", notice.id].path
    text = spliced(file.read_bytes().decode(), lists.value)
    count = sum(map(len, lists.rows.values()))
    had = sum(len(list_.rows) for list_ in notice.lists)
    if not dry_run:
        with replaced(file, text):
            no_worse(content, cache, today, known)
    return Intake(file, lists.value, tuple(problems), count, lists.known, had)


def _notice(wanted: Wanted, register: Register) -> tuple[Notice, Edition]:
    """The notice, and the edition that its round is judged by."""
    notice = register.notices.get(wanted.notice)
    if notice is None:
        near = difflib.get_close_matches(wanted.notice, register.notices, n=1)
        remedy = f"是不是 {near[0]}" if near else "请先用 award-site new notice 新建"
        message = f"公告“{wanted.notice}”不存在"
        raise Stop([of_book(f"--notice {wanted.notice}", "import-notice", message, remedy)])
    if notice.redacted_on:
        message = "名单里有已删除的个人信息，整张名单不能再换"
        remedy = "需要更正的，请直接修改记录"
        raise Stop([of_book(f"--notice {wanted.notice}", "import-redacted", message, remedy)])
    if notice.round:
        judged = judged_by(register, register.rounds[notice.round]).edition
        return notice, judged or register.edition
    return notice, register.edition


def _fixed(wanted: Wanted, edition: Edition) -> tuple[str | None, str | None]:
    """The tier and the kind that the user named, by id or by name."""
    problems = []

    def id_of(names: Names, option: str, text: str | None) -> str | None:
        if text is None:
            return None
        if (id_ := names.id_of(text)) is None:
            message = f"{names.word}“{text}”不认识"
            problems.append(of_book(f"--{option}", "import-option", message, names.remedy(text)))
        return id_

    found = (
        id_of(tiers(edition), "tier", wanted.tier),
        id_of(kinds(edition), "kind", wanted.kind),
    )
    if problems:
        raise Stop(problems)
    return found


def _sheet(wanted: Wanted, book: Book) -> tuple[Worksheet, tuple[Grid, list[CellProblem]], Table]:
    """The sheet that is meant: the one named, or the only one with the headings of a list."""
    titles = [sheet.title for sheet in book.sheets]
    if wanted.sheet is not None and wanted.sheet not in titles:
        message = f"没有表“{wanted.sheet}”"
        raise Stop([of_book(book.name, "sheet-missing", message, f"有 {'、'.join(titles)}")])
    meant = [s for s in book.sheets if wanted.sheet in (None, s.title)]
    if large := [p for sheet in meant for p in too_large(book, sheet)]:
        raise Stop(large)
    found = []
    for sheet in meant:
        cells = grid(book, sheet)
        if where := table(cells[0], sheet):
            found.append((sheet, cells, where))
    most = max((len(where.columns) for _, _, where in found), default=0)
    best = [one for one in found if len(one[2].columns) == most]
    if not best:
        message = f"没有找到“{NAME}”（或“单位名称”“姓名”）一栏的标题"
        remedy = "标题写成一行，可用 award-site template 生成样表"
        raise Stop([of_book(book.name, "sheet-headings", message, remedy)])
    if len(best) > 1:
        message = f"有几张表像名单：{'、'.join(sheet.title for sheet, _, _ in best)}"
        raise Stop([of_book(book.name, "sheet-several", message, "请用 --sheet 指定一张")])
    return best[0]


def _of_sheet(wanted: Wanted, book: Book, sheet: Worksheet, found: Table) -> Iterator[CellProblem]:
    """What is wrong with the sheet as a whole: hidden parts, headings nobody knows."""
    yield from hidden(book, sheet)
    for other in book.sheets:
        if other is not sheet and other.sheet_state != "visible":
            message, remedy = "这张表是隐藏的，没有导入", "请看一看里面有没有不该外传的内容"
            yield at(book.name, other.title, "", 1, "sheet-hidden", message, remedy, Level.WARNING)
    for cell in found.unknown:
        near = nearest(cell.text)
        remedy = f"是不是“{near}”" if near else "请改成认识的标题，或用 --ignore-unknown 略去这一栏"
        level = Level.WARNING if wanted.ignore_unknown else Level.ERROR
        message = f"标题“{cell.text[:20]}”不认识" + ("，略去" if wanted.ignore_unknown else "")
        yield at(
            book.name, sheet.title, cell.where, cell.row, "heading-unknown", message, remedy, level
        )
    for cell in found.twice:
        message = f"标题“{cell.text[:20]}”与另一栏的意思相同"
        yield at(
            book.name, sheet.title, cell.where, cell.row, "heading-twice", message, "请只留一栏"
        )


def _headless(book: Book, sheet: Worksheet, cells: Grid, found: Table) -> Iterator[CellProblem]:
    """Columns that hold something below the headings and have none: nothing is left out unsaid."""
    headed = {cell.column for cell in (*found.columns.values(), *found.unknown, *found.twice)}
    told: set[int] = set()
    for cell in sorted(cells.values(), key=lambda cell: (cell.row, cell.column)):
        if cell.row > found.row and cell.column not in headed | told:
            told.add(cell.column)
            message = "这一栏有内容，却没有标题"
            remedy = "请补上标题；不要的请删去"
            yield at(
                book.name, sheet.title, cell.where, cell.row, "heading-missing", message, remedy
            )
