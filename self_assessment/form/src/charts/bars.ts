/** Bars by item: this year, last year, and what is missing to the next band. */

import { breadth, line, rect, shortened, words } from "./drawing";
import type { Drawing, Shape } from "./drawing";

/** One item. Percents in steps of the set; null while not scored. `gain` in points, as written. */
export interface Bar {
  readonly id: string;
  readonly name: string;
  readonly percent: number | null;
  readonly former?: number | null;
  /** Where the next band begins, in percent; absent in the highest. */
  readonly next?: number | null;
  /** What the next band would bring, in points: an exact decimal. */
  readonly gain?: string | null;
  /** The score and the points of the item, such as 27.5 / 50. */
  readonly score?: string;
}

const WIDTH = 620;
const TEXT = 13;
const STEP = 27;
const THICK = 12;
const NAME = 190;
const TOP = 26;
const SCALE = 210;

/** One bar an item in the order given: solid this year, an upright line last year, a frame to the next band. */
export function bars(items: readonly Bar[], year?: number, formerYear?: number): Drawing | null {
  if (items.length === 0) return null;
  const height = TOP + items.length * STEP + 26;
  const shapes: Shape[] = [];
  for (const mark of [0, 20, 40, 60, 80, 100]) {
    const x = NAME + (SCALE * mark) / 100;
    shapes.push(line(x, TOP - 4, x, TOP + items.length * STEP, "grid"));
    shapes.push(words(x, TOP - 9, `${mark}%`, TEXT - 2, "soft", "middle"));
  }
  items.forEach((item, place) => one(shapes, item, TOP + place * STEP));
  const before = items.some((item) => item.former !== undefined && item.former !== null);
  const key = [`实心${year ? ` ${year} 年` : "本年"}`, before ? `竖线${formerYear ? ` ${formerYear} 年` : "上年"}` : "", "虚框到下一档的起点"];
  shapes.push(words(0, height - 6, key.filter(Boolean).join("，"), TEXT - 1, "soft"));
  return { kind: "bars", width: WIDTH, height, title: sentence(items), says: items.map(told).join("；"), shapes };
}

function one(shapes: Shape[], item: Bar, top: number): void {
  const name = shortened(`${item.id} ${item.name}`, NAME - 10, TEXT);
  shapes.push(words(NAME - 8, top + THICK + 2, name, TEXT, "ink", "end"));
  const wide = (percent: number): number => (SCALE * percent) / 100;
  const at = top + 4;
  let end = NAME;
  if (item.percent !== null) {
    if (item.percent > 0) shapes.push(rect(NAME, at, wide(item.percent), THICK, "bar"));
    end = NAME + wide(item.percent);
    if (item.next !== undefined && item.next !== null) {
      shapes.push(rect(end, at, wide(item.next - item.percent), THICK, "rest"));
      end = NAME + wide(item.next);
    }
  }
  if (item.former !== undefined && item.former !== null) {
    const x = NAME + wide(item.former);
    shapes.push(line(x, at - 3, x, at + THICK + 3, "mark"));
  }
  const told = item.percent === null ? "未评" : `${item.percent}%`;
  shapes.push(words(end + 6, top + THICK + 2, told, TEXT, "strong"));
  const gain = item.gain ? `，进一档 +${item.gain}` : "";
  const score = `${item.score ?? ""}${gain}`;
  const room = WIDTH - NAME - SCALE - 44;
  if (score) shapes.push(words(WIDTH - Math.min(room, breadth(score, TEXT - 1)), top + THICK + 2, shortened(score, room, TEXT - 1), TEXT - 1, "soft"));
}

function sentence(items: readonly Bar[]): string {
  const scored = items.filter((item) => item.percent !== null);
  const rest = items.length - scored.length;
  if (scored.length === 0) return `各条款得分率：${items.length} 个条款都还没有评分`;
  const low = Math.min(...scored.map((item) => item.percent ?? 0));
  const high = Math.max(...scored.map((item) => item.percent ?? 0));
  return `各条款得分率：在 ${low}% 到 ${high}% 之间${rest ? `，还有 ${rest} 个条款没有评分` : ""}`;
}

function told(item: Bar): string {
  const former = item.former === undefined || item.former === null ? "" : `，上年 ${item.former}%`;
  const gain = item.gain ? `，进到下一档可增加 ${item.gain} 分` : "";
  return `${item.id} ${item.name} ${item.percent === null ? "未评分" : `${item.percent}%`}${former}${gain}`;
}
