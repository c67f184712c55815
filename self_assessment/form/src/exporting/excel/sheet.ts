/** A sheet of plain values, and its cells as write-excel-file takes them. */

import type { Cell, Row, Sheet as Written } from "write-excel-file/universal";

import { clean } from "../cleaning";

/** A text, a number as an exact decimal, or nothing. */
export type Value = string | Figure | null;

/** A number as somebody wrote it; empty for none. */
export interface Figure {
  readonly figure: string;
}

/** `width` in characters of Excel: a Chinese sign takes two. */
export interface Column {
  readonly head: string;
  readonly width: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

/** Excel takes 32,767 characters and 253 line breaks in a cell. */
const MOST = 32_000;
const MOST_BREAKS = 240;
/** Excel keeps fifteen digits of a number; one with more stays text, so that none is lost. */
const DIGITS = 15;

export const CONTINUES = "〔下一行续〕";
export const CONTINUED = "〔接上一行〕";

export function figure(written: string | number | null): Figure {
  return { figure: written === null ? "" : `${written}` };
}

export function writtenSheet({ name, columns, rows }: Sheet): Written<Blob> {
  const head: Row = columns.map((column): Cell => ({
    value: column.head, type: String, fontWeight: "bold", backgroundColor: "#F1ECE4", align: "center",
    alignVertical: "center", wrap: true, borderStyle: "thin", borderColor: "#8C8378",
  }));
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [head, ...rows.flatMap((row) => spread(row).map((cells) => cells.map(cell)))],
  };
}

/** One row, or several where a text is longer than a cell holds: its parts stand one below another. */
function spread(row: readonly Value[]): Value[][] {
  const parts = row.map((value) => (typeof value === "string" ? parted(clean(value)) : [value]));
  const most = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: most }, (_, at) => parts.map((part, column) => part[at] ?? (at && column === 0 ? parts[0]?.[0] ?? null : null)));
}

function parted(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  for (;;) {
    const end = reach(rest);
    if (end === rest.length) break;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  parts.push(rest);
  return parts.map((part, at) =>
    `${at ? CONTINUED : ""}${part}${at < parts.length - 1 ? CONTINUES : ""}`);
}

/** How far a cell reaches: not through the middle of a sign, nor of an emoji. */
function reach(text: string): number {
  let end = Math.min(text.length, MOST);
  let at = -1;
  for (let breaks = 0; breaks < MOST_BREAKS; breaks += 1) {
    at = text.indexOf("\n", at + 1);
    if (at < 0 || at >= end) break;
    if (breaks === MOST_BREAKS - 1) end = at + 1;
  }
  while (end < text.length && end > 1 && /[\uDC00-\uDFFF\u200D\uFE0F]/.test(text[end] ?? "")) end -= 1;
  return end;
}

const PLAIN = { alignVertical: "top", wrap: true, borderStyle: "thin", borderColor: "#CFC7BA" } as const;

function cell(value: Value): Cell {
  if (value === null || value === "") return { ...PLAIN };
  if (typeof value === "string") return { ...PLAIN, value: guarded(value), type: String, ...asText(value) };
  const written = value.figure;
  if (written === "") return { ...PLAIN };
  const digits = written.replace(/^-?0*|\./g, "").length;
  if (digits > DIGITS || !/^-?\d+(\.\d+)?$/.test(written)) return cell(written);
  const places = written.split(".")[1]?.length ?? 0;
  return { ...PLAIN, value: Number(written), type: Number, format: places ? `0.${"0".repeat(places)}` : "0" };
}

/** Excel reads `_x0041_` as A: such a text is written so that it reads as it stands. */
function guarded(text: string): string {
  return text.replace(/_x[0-9A-Fa-f]{4}_/g, "_x005F$&");
}

/** What looks like a formula is told to be text, so that editing the cell does not make it one. */
function asText(text: string): { format?: string } {
  return /^[=+\-@]/.test(text) && text.length < 256 ? { format: "@" } : {};
}
