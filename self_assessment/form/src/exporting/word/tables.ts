/**
 * Tables that Word and WPS set alike: fixed layout, a real grid, a width on every cell (WPS takes
 * no notice of the width of the table alone), head rows that repeat, rows that hold together
 * unless they are long.
 */

import { AlignmentType, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from "docx";
import type { Paragraph } from "docx";

import { long, short } from "../report/blocks";
import type { Cell, Column, Fact, Row, Table as Plain } from "../report/blocks";
import { BORDER, HEI, PAD, RULE, SHADE, SIZE, SOFT, WIDTH } from "./look";
import { paragraph, written } from "./text";

const ALIGN = { start: AlignmentType.START, middle: AlignmentType.CENTER, end: AlignmentType.END };
const MARGINS = { top: PAD, bottom: PAD, left: 85, right: 85 };

/** The widths of columns by their shares, in twips; together exactly as wide as the text. */
export function widths(columns: readonly { share: number }[], whole = WIDTH): number[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const made = columns.map(({ share }) => Math.floor((whole * share) / shares));
  const rest = whole - made.reduce((sum, width) => sum + width, 0);
  return made.map((width, place) => (place === made.length - 1 ? width + rest : width));
}

/** The size of a second line in a cell. */
export function lesser(size: number): number {
  return Math.max(13, size - 4);
}

export function tableOf(plain: Plain): Table {
  const grid = widths(plain.columns);
  const size = SIZE[plain.set ?? "cell"];
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: plain.columns.map(({ head: name }, place) =>
      cell([paragraph(name, "ReportCellHead", {}, { size })], grid[place] ?? 0, SHADE)),
  });
  const together = short(plain);
  const last = plain.rows.length - 1;
  const rows = plain.rows.map((row, place) =>
    rowOf(row, plain.columns, grid, size, row.look === "part" || (together && place < last)));
  return framed([head, ...rows], grid);
}

/** Names and values, two columns, no head. */
export function factsTable(facts: readonly Fact[]): Table {
  const grid = widths([{ share: 26 }, { share: 74 }]);
  const rows = facts.map(({ label, value }) =>
    new TableRow({
      cantSplit: true,
      children: [
        cell([paragraph(label, "ReportCell", {}, { font: HEI })], grid[0] ?? 0, SHADE),
        cell([paragraph(value, "ReportCell")], grid[1] ?? 0),
      ],
    }));
  return framed(rows, grid);
}

/** `kept`: on one page with the row after it. */
function rowOf(row: Row, columns: readonly Column[], grid: readonly number[], size: number, kept: boolean): TableRow {
  const cells = row.cells.map((one): Cell => (typeof one === "string" ? { text: one } : one));
  const look = { size, ...(row.look ? { font: HEI } : {}) };
  return new TableRow({
    cantSplit: !long(row),
    children: cells.map(({ text, more }, place) => {
      const set = { alignment: ALIGN[columns[place]?.align ?? "start"], ...(kept ? { keepNext: true } : {}) };
      const parts = [
        ...written(text, "ReportCell", set, look),
        ...(more?.trim() ? written(more, "ReportCell", set, { size: lesser(size), color: SOFT }) : []),
      ];
      return cell(parts, grid[place] ?? 0, row.look ? "F8F5F0" : undefined);
    }),
  });
}

function cell(children: Paragraph[], width: number, fill?: string): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: MARGINS,
    ...(fill ? { shading: { fill, color: "auto", type: "clear" } } : {}),
  });
}

function framed(rows: TableRow[], grid: number[]): Table {
  const strong = { ...BORDER, size: 8, color: RULE };
  return new Table({
    rows,
    columnWidths: grid,
    width: { size: grid.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { top: strong, bottom: strong, left: BORDER, right: BORDER, insideHorizontal: BORDER, insideVertical: BORDER },
  });
}
