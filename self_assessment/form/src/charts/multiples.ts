/** A table's small multiples: one small trend for each indicator that has a trend to show. */

import type { ResultsTable } from "../made";
import type { Drawing } from "./drawing";
import { readings } from "./reading";
import { trend } from "./trend";

/** At most this many beside one table; the rest is read in the table. */
export const MOST = 12;

/** Drawings of the same size, in the order of the rows, and how many more there would have been. */
export function multiples(table: ResultsTable, most = MOST): { drawings: Drawing[]; more: number } {
  const worth = table.rows.filter((row) => readings(row, table.years).length > 1);
  const drawings = worth.slice(0, most).flatMap((row) => trend(row, table.years, "small") ?? []);
  return { drawings, more: Math.max(0, worth.length - most) };
}
