/** Cells copied from a spreadsheet, put into a table of results where the cursor stands. */
import type { Indicator, ResultsTable } from "../made";
import { newIndicator } from "./answers";
import { readFigure } from "./figures";
import { MOST_ROWS, MOST_YEARS } from "./tables";

/** The columns of a table as they stand on the screen, left to right. */
export type Column = "name" | "unit" | "good" | number | "target" | "benchmark" | "source";

export function columnsOf(table: ResultsTable): Column[] {
  return ["name", "unit", "good", ...table.years.map((_, i) => i), "target", "benchmark", "source"];
}

export interface Pasted {
  table: ResultsTable;
  /** How many cells were filled, and which texts were no numbers where numbers belong. */
  filled: number;
  unread: string[];
  /** Lines that found no room. */
  dropped: number;
}

/** Rows of cells from tab-separated text; a cell in quotes may hold tabs, line breaks and quotes. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (source[i + 1] === '"') cell += source[++i]!;
      else quoted = false;
    } else if (sign === '"' && !cell) quoted = true;
    else if (sign === "\t" || sign === "\n") {
      row.push(cell);
      cell = "";
      if (sign === "\n") {
        rows.push(row);
        row = [];
      }
    } else cell += sign;
  }
  row.push(cell);
  rows.push(row);
  return rows;
}

/** Whether a text has more than one cell, so that pasting it concerns the table and not a field. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/[\r\n]+$/, ""));
}

/** The table with the cells of `text` from (`row`, `column`) on, to the right and downwards. */
export function paste(table: ResultsTable, row: number, column: Column, text: string): Pasted {
  let cells = cellsOf(text).map((line) => line.map((cell) => cell.trim()));
  let next = table;
  const header = yearsIn(cells[0]!);
  if (header && cells.length > 1) {
    next = withYears(next, header);
    cells = cells.slice(1);
  }
  const columns = landing(next, column, cells, header);
  const outcome: Pasted = { table: next, filled: 0, unread: [], dropped: 0 };
  const rows = next.rows.slice();
  cells.forEach((line, i) => {
    if (line.every((cell) => !cell)) return;
    const at = row + i;
    if (at >= MOST_ROWS) {
      outcome.dropped++;
      return;
    }
    while (rows.length <= at) rows.push(newIndicator(next.years.length));
    line.forEach((cell, j) => {
      const target = columns[j];
      if (target === undefined) {
        if (cell) outcome.unread.push(cell);
        return;
      }
      const filled = put(rows[at]!, target, cell);
      if (!filled) outcome.unread.push(cell);
      else {
        if (cell) outcome.filled++;
        rows[at] = filled;
      }
    });
  });
  outcome.table = { ...next, rows };
  return outcome;
}

/** Which column each cell of the block lands in: those that the block does not have are passed by. */
function landing(
  table: ResultsTable, start: Column, cells: string[][], header: Header | null,
): Column[] {
  const columns = columnsOf(table);
  if (header) {
    const named: Column[] = header.first === 0 ? [] : header.first === 1 ? ["name"] : ["name", "unit"];
    const after: Column[] = ["target", "benchmark", "source"];
    return [...named, ...header.years.map((year) => table.years.indexOf(year)), ...after];
  }
  const from = columns.indexOf(start);
  const landed: Column[] = [];
  const width = Math.max(...cells.map((line) => line.length));
  for (const column of columns.slice(from)) {
    if (landed.length === width) break;
    const here = cells.map((line) => line[landed.length] || "").filter(Boolean);
    const numbers = here.length > 0 && here.every((cell) => readFigure(cell) !== null);
    if (column === "unit" && numbers && start !== "unit") continue;
    if (column === "good" && start !== "good" && !here.some((cell) => goodIn(cell))) continue;
    landed.push(column);
  }
  return landed;
}

interface Header {
  years: number[];
  first: number;
}

/** The years that head a block, and the column of the first; `null` where the line is no header. */
function yearsIn(line: string[]): Header | null {
  const years: number[] = [];
  let first = -1;
  for (let i = 0; i < line.length; i++) {
    const found = /^((?:19|20|21)\d\d)(?:\s*年(?:度|末)?)?$/.exec(line[i]!.normalize("NFKC"));
    if (found) {
      if (first < 0) first = i;
      if (i !== first + years.length) return null;
      years.push(Number(found[1]));
    } else if (first < 0 && i > 1) return null;
  }
  const rising = years.every((year, i) => i === 0 || year > years[i - 1]!);
  return years.length > 1 && rising && years.length <= MOST_YEARS ? { years, first } : null;
}

/** The table over these years. Years that hold values stay, and values keep their year. */
function withYears(table: ResultsTable, header: Header): ResultsTable {
  const held = table.years.filter((_, i) => table.rows.some((row) => row.values[i]));
  const years = Array.from(new Set([...held, ...header.years])).sort((a, b) => a - b);
  const rows = table.rows.map((row) => ({
    ...row,
    values: years.map((year) => {
      const at = table.years.indexOf(year);
      return at < 0 ? "" : row.values[at]!;
    }),
  }));
  return { ...table, years: years.slice(-MOST_YEARS), rows: rows.map((row) => ({
    ...row, values: row.values.slice(-MOST_YEARS),
  })) };
}

function goodIn(cell: string): Indicator["good"] | null {
  if (/^(↑|越大越好|越高越好|望大|正向|up)$/i.test(cell)) return "up";
  if (/^(↓|越小越好|越低越好|望小|负向|逆向|down)$/i.test(cell)) return "down";
  if (/^(→|越近越好|接近目标|望目|适度|target)$/i.test(cell)) return "target";
  return null;
}

/** The line with one cell more, or `null` where the cell is no number and should be one. */
function put(row: Indicator, column: Column, cell: string): Indicator | null {
  if (column === "name") return { ...row, name: cell.slice(0, 500) };
  if (column === "unit") return { ...row, unit: cell.slice(0, 500) };
  if (column === "source") return { ...row, benchmark: { ...row.benchmark, source: cell.slice(0, 500) } };
  if (column === "good") {
    const good = goodIn(cell);
    return good ? { ...row, good } : cell ? null : row;
  }
  const figure = readFigure(cell);
  if (!figure) return null;
  const unit = figure.percent && !row.unit ? "%" : row.unit;
  if (column === "target") return { ...row, unit, target: figure.value };
  if (column === "benchmark") return { ...row, unit, benchmark: { ...row.benchmark, value: figure.value } };
  return { ...row, unit, values: row.values.map((old, i) => (i === column ? figure.value : old)) };
}
