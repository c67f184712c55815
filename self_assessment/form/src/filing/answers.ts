/**
 * What was answered to an item or to a heading of 组织概述.
 *
 * A filing holds only what somebody touched; everything else reads as an empty answer, always the
 * same object, so that comparing by identity tells whether something changed.
 */
import type { ElementAnswer, Filing, Indicator, ItemAnswer, ProfileAnswer, ResultsTable } from "../made";

export const EMPTY_ELEMENT: ElementAnswer = Object.freeze({ text: "", band: null });

export const EMPTY_ITEM: ItemAnswer = Object.freeze({
  elements: Object.freeze({}) as ItemAnswer["elements"],
  strengths: [],
  improvements: [],
  evidence: [],
  tables: [],
  percent: null,
  band: null,
  complete: false,
  waits: "",
  secret: false,
});

export const EMPTY_PROFILE: ProfileAnswer = Object.freeze({ text: "", waits: "", secret: false });

/** Whether a map has this key itself: ids come from files and may be named like `constructor`. */
export function has(map: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(map, key);
}

export function answerOf(filing: Filing, item: string): ItemAnswer {
  return has(filing.items, item) ? filing.items[item]! : EMPTY_ITEM;
}

export function profileOf(filing: Filing, heading: string): ProfileAnswer {
  return has(filing.profile, heading) ? filing.profile[heading]! : EMPTY_PROFILE;
}

export function elementOf(answer: ItemAnswer, element: string): ElementAnswer {
  return has(answer.elements, element) ? answer.elements[element]! : EMPTY_ELEMENT;
}

/**
 * A table of results with one empty line, for the three whole years before `year`, oldest first: a
 * report is due by the middle of its year.
 */
export function newTable(id: string, year: number): ResultsTable {
  const years = [year - 3, year - 2, year - 1];
  return { id, title: "", years, rows: [newIndicator(years.length)], note: "", secret: false };
}

/** An empty line of a table of `width` years. */
export function newIndicator(width: number): Indicator {
  return {
    name: "",
    unit: "",
    good: "up",
    values: new Array<string>(width).fill(""),
    target: "",
    benchmark: { value: "", source: "" },
  };
}

/** Whether a line of a table says nothing yet. */
export function isBlankRow(row: Indicator): boolean {
  return (
    !row.name && !row.unit && !row.target && !row.benchmark.value && !row.benchmark.source &&
    row.values.every((value) => !value)
  );
}
