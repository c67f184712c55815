/** The filing as a JSON file: what the office takes in, and what the form opens again. */

import { moment } from "../filing/moments";
import type { CriteriaSet, Filing } from "../made";
import { totalsOf } from "../scoring";
import { shown } from "./secrets";
import type { Secrets } from "./secrets";

export const JSON_FILE = "application/json";

/** `at`: the moment of the export, now if it is not said. */
export interface JsonOptions {
  readonly secrets: Secrets;
  readonly at?: string;
}

/** The filing in canonical form, its totals computed anew, `exported` set. */
export function jsonFile(filing: Filing, criteria: CriteriaSet, options: JsonOptions): Promise<Blob> {
  return Promise.resolve(new Blob([jsonText(filing, criteria, options)], { type: JSON_FILE }));
}

export function jsonText(filing: Filing, criteria: CriteriaSet, { secrets, at }: JsonOptions): string {
  const told = shown(filing, criteria, secrets);
  const whole: Filing = { ...told, totals: totalsOf(told, criteria), exported: at ?? moment() };
  return canonical(whole);
}

/**
 * JSON with sorted keys, two blanks a level and a line break at the end: the same filing is always
 * the same text. Halves of surrogate pairs, which are no text anywhere, become U+FFFD.
 */
export function canonical(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`;
}

const HALVES = /[\uD800-\uDFFF]/gu;

function sorted(value: unknown): unknown {
  if (typeof value === "string") return value.replace(HALVES, "\uFFFD");
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value).sort();
  // A key may be named like something every object inherits: it is set, never assigned through.
  const made: Record<string, unknown> = Object.create(null);
  for (const key of keys) made[key] = sorted((value as Record<string, unknown>)[key]);
  return made;
}
