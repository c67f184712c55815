/**
 * Every text of a filing with its place: what no export may lose.
 *
 * The filing is walked as it is, and only what is known not to be text is passed over; so a field
 * that is added to the model is in this list, and tested for, from its first day.
 */

import type { Filing } from "../made";

/** `place` is the path of keys, such as `items/4.1.2/strengths/0`. */
export interface Typed {
  readonly place: string;
  readonly text: string;
  /** `record`: kept by the form about the work. It is in JSON and Excel, not in the report. */
  readonly kind: "typed" | "record";
}

/** Ids, digests, moments, chosen words and computed numbers: `*` stands for any one key. */
const NO_TEXT = [
  "format", "id", "created", "changed", "exported", "made_with", "criteria/*",
  "items/*/band", "items/*/waits", "items/*/elements/*/band", "items/*/tables/*/id",
  "items/*/tables/*/rows/*/good", "profile/*/waits", "plan/*/items/*", "plan/*/state",
  "incidents/entries/*/kind", "assessments/*/id", "assessments/*/at", "consensus/*/at",
  "assignment/kind", "assignment/items/*", "assignment/headings/*", "assignment/taken_at",
  "totals/total", "totals/items/*", "totals/categories/*", "last_year/criteria",
  "last_year/totals/total", "last_year/totals/items/*", "last_year/totals/categories/*",
  "left_out/*/*", "retired/*/criteria", "retired/*/id", "history/*/at",
].map((pattern) => new RegExp(`^${pattern.replace(/\*/g, "[^/]+")}$`));

/** All texts that are not blank, in the order of the filing. */
export function textsOf(filing: Filing): Typed[] {
  const found: Typed[] = [];
  const walk = (value: unknown, place: string): void => {
    if (typeof value === "string") {
      if (value.trim() === "" || NO_TEXT.some((pattern) => pattern.test(place))) return;
      found.push({ place, text: value, kind: place.startsWith("history/") ? "record" : "typed" });
    } else if (value !== null && typeof value === "object") {
      for (const [key, inner] of Object.entries(value)) walk(inner, place ? `${place}/${key}` : key);
    }
  };
  walk(filing, "");
  return found;
}
