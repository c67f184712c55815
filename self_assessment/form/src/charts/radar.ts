/** A radar by category: how many percent of its points each category has reached. */

import { dot, shortened, tidy, words } from "./drawing";
import type { Anchor, Drawing, Shape } from "./drawing";

/** One axis. Percents are 0 to 100, with fractions; null while not all items are scored. */
export interface Spoke {
  readonly name: string;
  readonly percent: number | null;
  readonly former?: number | null;
}

const WIDTH = 580;
const HEIGHT = 400;
const RADIUS = 130;
const TEXT = 14;
const RINGS = [20, 40, 60, 80, 100];

/** The radar, with last year's shape dashed where it is known. Null with fewer than three axes. */
export function radar(spokes: readonly Spoke[], year?: number, formerYear?: number): Drawing | null {
  if (spokes.length < 3) return null;
  const centre = { x: WIDTH / 2, y: HEIGHT / 2 + 4 };
  const at = (place: number, percent: number): { x: number; y: number } => {
    const angle = (2 * Math.PI * place) / spokes.length - Math.PI / 2;
    const r = (RADIUS * percent) / 100;
    return { x: centre.x + r * Math.cos(angle), y: centre.y + r * Math.sin(angle) };
  };
  const around = (percents: readonly number[]): string =>
    `M${percents.map((percent, place) => at(place, percent)).map(({ x, y }) => `${tidy(x)},${tidy(y)}`).join("L")}Z`;

  const shapes: Shape[] = [];
  for (const ring of RINGS) shapes.push({ shape: "path", d: around(spokes.map(() => ring)), paint: "grid" });
  spokes.forEach((_, place) => {
    const end = at(place, 100);
    shapes.push({ shape: "line", x1: centre.x, y1: centre.y, x2: tidy(end.x), y2: tidy(end.y), paint: "grid" });
  });
  for (const ring of RINGS) {
    const { x, y } = at(0, ring);
    shapes.push(words(x + 4, y + 4, `${ring}`, TEXT - 3, "soft"));
  }
  const before = spokes.map((spoke) => spoke.former ?? null);
  const hasFormer = before.every((percent) => percent !== null);
  if (hasFormer) shapes.push({ shape: "path", d: around(before.map((percent) => percent ?? 0)), paint: "former" });
  if (spokes.some((spoke) => spoke.percent !== null)) {
    const shown = spokes.map((spoke) => spoke.percent ?? 0);
    shapes.push({ shape: "path", d: around(shown), paint: "area" });
    spokes.forEach((spoke, place) => {
      if (spoke.percent === null) return;
      const { x, y } = at(place, spoke.percent);
      shapes.push(dot(x, y, 3.5, "point"));
    });
  }
  spokes.forEach((spoke, place) => label(shapes, spoke, at(place, 114), centre.x));
  if (hasFormer) shapes.push(words(6, HEIGHT - 8, `实线${year ? ` ${year} 年` : "本年"}，虚线${formerYear ? ` ${formerYear} 年` : "上年"}`, TEXT - 2, "soft"));
  return { kind: "radar", width: WIDTH, height: HEIGHT, title: sentence(spokes), says: told(spokes), shapes };
}

function label(shapes: Shape[], spoke: Spoke, end: { x: number; y: number }, middle: number): void {
  const aside = end.x - middle;
  const anchor: Anchor = Math.abs(aside) < 8 ? "middle" : aside > 0 ? "start" : "end";
  const room = anchor === "middle" ? WIDTH / 2 : anchor === "start" ? WIDTH - end.x : end.x;
  const lift = anchor === "middle" && end.y < HEIGHT / 2 ? -TEXT : 0;
  shapes.push(words(end.x, end.y + lift, shortened(spoke.name, room - 4, TEXT), TEXT, "ink", anchor));
  shapes.push(words(end.x, end.y + lift + TEXT + 3, reached(spoke.percent), TEXT, "strong", anchor));
}

function reached(percent: number | null): string {
  return percent === null ? "未评完" : `${Math.round(percent * 10) / 10}%`;
}

function sentence(spokes: readonly Spoke[]): string {
  const scored = spokes.filter((spoke) => spoke.percent !== null);
  if (scored.length === 0) return "各类目得分率：都还没有评完";
  const ranked = [...scored].sort((a, b) => (b.percent ?? 0) - (a.percent ?? 0));
  const most = ranked[0];
  const least = ranked[ranked.length - 1];
  const both = most?.percent === least?.percent;
  const first = `${most?.name}最高，为 ${reached(most?.percent ?? null)}`;
  return `各类目得分率：${both ? `都为 ${reached(most?.percent ?? null)}` : `${first}；${least?.name}最低，为 ${reached(least?.percent ?? null)}`}`;
}

function told(spokes: readonly Spoke[]): string {
  return spokes
    .map((spoke) => {
      const former = spoke.former === undefined || spoke.former === null ? "" : `（上年 ${reached(spoke.former)}）`;
      return `${spoke.name} ${reached(spoke.percent)}${former}`;
    })
    .join("；");
}
