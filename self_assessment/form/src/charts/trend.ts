/**
 * The trend of one indicator: its figures over the years, with the lines of target and benchmark.
 *
 * Every value is labelled where it stands; the direction of good is said in words. A year without
 * a figure parts the line. Lines differ by their strokes too, for print without colour.
 */

import type { Indicator } from "../made";
import { breadth, dot, line, shortened, tidy, words } from "./drawing";
import type { Drawing, Shape } from "./drawing";
import { GOOD, course, figure, readings, sentence } from "./reading";

/** `wide` stands alone on a screen; `small` is one of several side by side. */
export type Size = "wide" | "small";

interface Measures {
  readonly width: number;
  readonly height: number;
  readonly text: number;
  readonly top: number;
  readonly right: number;
}

const MEASURES: Readonly<Record<Size, Measures>> = {
  wide: { width: 560, height: 280, text: 14, top: 54, right: 120 },
  small: { width: 320, height: 200, text: 12, top: 48, right: 92 },
};
const LEFT = 26;
const SIDE = 22;

/** The chart of one indicator, or null while it has no figure. Shape of `years`: as the table's. */
export function trend(row: Indicator, years: readonly number[], size: Size = "wide"): Drawing | null {
  const all = readings(row, years);
  if (all.length === 0) return null;
  const { width, height, text, top, right } = MEASURES[size];
  const target = figure(row.target);
  const rival = figure(row.benchmark.value);
  const heights = [...all.map((one) => one.value), target, rival].filter((v): v is number => v !== null);
  const low = Math.min(...heights);
  const high = Math.max(...heights);
  const pad = (high - low || Math.abs(high) || 1) * 0.12;
  const floor = height - text * 2;
  const y = (value: number): number => floor - ((value - low + pad) / (high - low + 2 * pad)) * (floor - top);
  const step = (width - right - LEFT) / Math.max(1, years.length - 1);
  const x = (place: number): number => (years.length > 1 ? LEFT + place * step : (LEFT + width - right) / 2);

  const shapes: Shape[] = [line(LEFT - SIDE, floor, width - right + SIDE, floor, "axis")];
  heading(shapes, row, years, width, text);
  const many = years.length > 6;
  years.forEach((year, place) => {
    if (many && place % 2 !== (years.length - 1) % 2) return;
    shapes.push(words(x(place), height - text * 0.5, `${year}`, text - 1, "soft", "middle"));
  });
  const goals = [
    { value: target, label: `目标 ${row.target}`, paint: "goal" as const },
    { value: rival, label: `对比 ${row.benchmark.value}`, paint: "rival" as const },
  ].flatMap((goal) => (goal.value === null ? [] : [{ ...goal, y: y(goal.value) }]));
  for (const goal of goals) shapes.push(line(LEFT - SIDE, goal.y, width - right + SIDE, goal.y, goal.paint));
  labels(shapes, goals, width - right + SIDE + 6, right - SIDE - 6, text, floor);

  shapes.push({ shape: "path", d: through(row, years, x, y), paint: "series" });
  const crowded = all.some((one) => breadth(one.written, text) > step);
  all.forEach((one, nth) => {
    shapes.push(dot(x(one.place), y(one.value), 3.5, "point"));
    if ((many || crowded) && nth > 0 && nth < all.length - 1) return;
    shapes.push(words(x(one.place), above(y(one.value), goals, text), one.written, text, "strong", "middle"));
  });
  return { kind: "trend", width, height, title: sentence(row, years), says: told(row, years), shapes };
}

/** The line through the figures; a year without one parts it. */
function through(row: Indicator, years: readonly number[], x: (place: number) => number, y: (value: number) => number): string {
  let parted = true;
  return years.map((_, place) => {
    const value = figure(row.values[place] ?? "");
    const turn = parted ? "M" : "L";
    parted = value === null;
    return value === null ? "" : `${turn}${tidy(x(place))},${tidy(y(value))}`;
  }).join("");
}

function heading(
  shapes: Shape[], row: Indicator, years: readonly number[], width: number, text: number,
): void {
  const name = `${row.name || "未命名指标"}${row.unit ? `（${row.unit}）` : ""}`;
  const way = [GOOD[row.good], course(row, years)].filter(Boolean).join("，");
  shapes.push(words(LEFT - SIDE, text + 2, shortened(name, width - 8, text), text, "strong"));
  shapes.push(words(LEFT - SIDE, text * 2 + 6, way, text - 1, "soft"));
}

/** Labels at the right ends of their lines, moved apart where the lines lie close. */
function labels(
  shapes: Shape[], goals: readonly { y: number; label: string }[], x: number, room: number, text: number, floor: number,
): void {
  const sorted = [...goals].sort((a, b) => a.y - b.y);
  let free = -Infinity;
  const places = sorted.map((goal) => (free = Math.max(goal.y + text * 0.35, free + text + 2)));
  const over = Math.max(0, (places[places.length - 1] ?? 0) - floor);
  sorted.forEach((goal, place) => {
    const label = shortened(goal.label, room, text - 1);
    shapes.push(words(x, (places[place] ?? 0) - over, label, text - 1, "soft"));
  });
}

/** The baseline of a value's label: above its dot, or below where a line would run through it. */
function above(y: number, goals: readonly { y: number }[], text: number): number {
  const crossed = goals.some((goal) => goal.y < y - 4 && goal.y > y - text - 8);
  return crossed ? y + text + 5 : y - 8;
}

/** All values in words, for those who hear the chart. */
function told(row: Indicator, years: readonly number[]): string {
  const figures = years.map((year, place) => `${year} 年 ${row.values[place] || "无数据"}`);
  const goal = row.target ? [`目标 ${row.target}`] : [];
  const from = row.benchmark.source ? `（${row.benchmark.source}）` : "";
  const rival = row.benchmark.value ? [`对比值 ${row.benchmark.value}${from}`] : [];
  return [...figures, ...goal, ...rival].join("；");
}
