/**
 * The report as blocks, before anybody decides how they look.
 *
 * Word and print are written from the same blocks, so that both hold the same in the same order.
 * Texts are as the user typed them; who writes a block cleans them (`cleaning.ts`).
 */

import type { Drawing } from "../../charts/drawing";

export type Block =
  /** Levels 1 to 3 stand in the contents. `anchor` is unique in the report. */
  | { readonly block: "heading"; readonly level: 1 | 2 | 3 | 4; readonly text: string; readonly anchor: string }
  /** Paragraphs that somebody wrote, parted by line breaks. */
  | { readonly block: "text"; readonly text: string }
  /** One line of the report's own: a label above a text, facts, or a mark such as 〔未填写〕. */
  | { readonly block: "line"; readonly text: string; readonly look: "label" | "facts" | "mark" | "note" }
  /** Points that somebody wrote, numbered. */
  | { readonly block: "list"; readonly items: readonly string[] }
  | { readonly block: "facts"; readonly facts: readonly Fact[] }
  | { readonly block: "table"; readonly table: Table }
  /** Drawings of the same width: one a line (`wide`), or two side by side. */
  | { readonly block: "charts"; readonly drawings: readonly Drawing[]; readonly wide: boolean }
  /** What follows begins on a new page. */
  | { readonly block: "sheet" };

/** A name and its value. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** `share` is the part of the width that a column takes, in any measure. */
export interface Column {
  readonly head: string;
  readonly share: number;
  readonly align?: "start" | "middle" | "end";
}

/** `more` is a second line, set smaller. */
export interface Cell {
  readonly text: string;
  readonly more?: string;
}

/** `part` is a heading within the table, `sum` a total: both set stronger. */
export interface Row {
  readonly cells: readonly (string | Cell)[];
  readonly look?: "part" | "sum";
}

/** `set` smaller for a table of many columns: 五号 unless said. */
export interface Table {
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly set?: "small" | "tiny";
}

/** The first page. `demo`: the form is a demonstration, and the report must say so. */
export interface Cover {
  readonly award: string;
  readonly title: string;
  readonly year: string;
  readonly facts: readonly Fact[];
  readonly organisation: string;
  readonly date: string;
  readonly marks: readonly string[];
  readonly demo: boolean;
}

/** The page with the promise, to be signed. */
export interface Pledge {
  readonly paragraphs: readonly string[];
  readonly representative: string;
  readonly organisation: string;
  readonly date: string;
  readonly mark: string;
}

export interface Report {
  readonly cover: Cover;
  readonly commitment: Pledge;
  readonly blocks: readonly Block[];
}

export function heading(level: 1 | 2 | 3 | 4, text: string, anchor: string): Block {
  return { block: "heading", level, text, anchor };
}

export function line(text: string, look: "label" | "facts" | "mark" | "note"): Block {
  return { block: "line", text, look };
}

/** A text, or the mark that it is missing: a blank is always explained. */
export function text(written: string): Block {
  return written.trim() ? { block: "text", text: written } : line(EMPTY, "mark");
}

export function table(made: Table): Block {
  return { block: "table", table: made };
}

/** Whether a row has a text so long that a page break may part it. */
export function long({ cells }: Row): boolean {
  return cells.some((cell) => (typeof cell === "string" ? cell : `${cell.text}${cell.more ?? ""}`).length > LONG);
}

/** Whether a table is short enough to stay on one page. */
export function short({ rows }: Table): boolean {
  return rows.length <= 8 && !rows.some(long);
}

const LONG = 400;

export const EMPTY = "〔未填写〕";
export const SHEET: Block = { block: "sheet" };
