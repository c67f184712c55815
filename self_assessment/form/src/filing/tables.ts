/** Edits of a table of results. The values of every line keep in step with the years. */
import type { Indicator, ResultsTable } from "../made";
import { newIndicator } from "./answers";
import { added, removed, replaced } from "./editing";

export const MOST_YEARS = 12;
export const MOST_ROWS = 200;

export function withRow(table: ResultsTable, at: number, change: Partial<Indicator>): ResultsTable {
  return { ...table, rows: replaced(table.rows, at, { ...table.rows[at]!, ...change }) };
}

export function withValue(table: ResultsTable, row: number, column: number, value: string): ResultsTable {
  return withRow(table, row, { values: replaced(table.rows[row]!.values, column, value) });
}

export function withNewRow(table: ResultsTable): ResultsTable {
  if (table.rows.length >= MOST_ROWS) return table;
  return { ...table, rows: added(table.rows, newIndicator(table.years.length)) };
}

export function withoutRow(table: ResultsTable, at: number): ResultsTable {
  return { ...table, rows: removed(table.rows, at) };
}

export function withYearAt(table: ResultsTable, column: number, year: number): ResultsTable {
  return { ...table, years: replaced(table.years, column, year) };
}

/** A column more: the year before the first, or the year after the last. */
export function withNewYear(table: ResultsTable, where: "before" | "after"): ResultsTable {
  if (table.years.length >= MOST_YEARS) return table;
  const first = where === "before";
  const years = first
    ? [table.years[0]! - 1, ...table.years]
    : [...table.years, table.years[table.years.length - 1]! + 1];
  const rows = table.rows.map((row) => ({
    ...row, values: first ? ["", ...row.values] : [...row.values, ""],
  }));
  return { ...table, years, rows };
}

export function withoutYear(table: ResultsTable, column: number): ResultsTable {
  if (table.years.length === 1) return table;
  const rows = table.rows.map((row) => ({ ...row, values: removed(row.values, column) }));
  return { ...table, years: removed(table.years, column), rows };
}
