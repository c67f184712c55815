/** Results as a chart reads them: figures as numbers, and the direction of good in words. */

import type { Indicator } from "../made";

export type Good = Indicator["good"];

/** The direction of good, said in words. */
export const GOOD: Readonly<Record<Good, string>> = {
  up: "越高越好",
  down: "越低越好",
  target: "越接近目标越好",
};

/** A figure as a number, or null for a year without one. */
export function figure(text: string): number | null {
  if (text.trim() === "") return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** One year of an indicator that has a figure: as a number, and as it was written. */
export interface Reading {
  readonly year: number;
  /** Its column in the table. */
  readonly place: number;
  readonly value: number;
  readonly written: string;
}

/** The years that have a figure, oldest first. */
export function readings(row: Indicator, years: readonly number[]): Reading[] {
  return years.flatMap((year, place) => {
    const written = row.values[place] ?? "";
    const value = figure(written);
    return value === null ? [] : [{ year, place, value, written }];
  });
}

/**
 * Which way an indicator went from its first figure to its last, held against the direction of
 * good: 向好, 变差 or 持平. Empty with fewer than two figures, or without the target it needs.
 */
export function course(row: Indicator, years: readonly number[]): string {
  const all = readings(row, years);
  const first = all[0];
  const last = all[all.length - 1];
  if (first === undefined || last === undefined || all.length < 2) return "";
  const target = figure(row.target);
  if (row.good === "target" && target === null) return "";
  const distance = (value: number): number =>
    row.good === "up" ? -value : row.good === "down" ? value : Math.abs(value - (target ?? 0));
  const gain = distance(first.value) - distance(last.value);
  return gain > 0 ? "向好" : gain < 0 ? "变差" : "持平";
}

/** An indicator in one sentence: name, unit, first and last figure, direction of good, course. */
export function sentence(row: Indicator, years: readonly number[]): string {
  const all = readings(row, years);
  const ends = all.length > 1 ? [all[0], all[all.length - 1]] : all;
  const figures = ends.map((one) => `${one?.year} 年 ${one?.written}`).join("，");
  const name = `${row.name || "未命名指标"}${row.unit ? `（${row.unit}）` : ""}`;
  const told = [figures, GOOD[row.good], course(row, years)].filter(Boolean).join("，");
  return `${name}：${told}`;
}
