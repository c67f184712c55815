/**
 * On which page each heading will be, estimated, so that the contents say something before Word
 * counts itself. The text is laid out as Word does with 宋体: lines by the widths of signs, rows
 * that hold together, headings that stay with what follows. A report of seventy pages comes out
 * within a page or two; the contents say that it is an estimate.
 */

import type { EstimatedPageNumbers } from "docx";

import { short } from "../report/blocks";
import type { Block, Report, Row, Table } from "../report/blocks";
import { sized } from "./body";
import type { Entry } from "./front";
import { CELL, HEIGHT, PAD, SIZE, WIDTH } from "./look";
import { SINGLE, linesOf } from "./measuring";
import { lesser, widths } from "./tables";

const TALL = HEIGHT / 20;
const WIDE = WIDTH / 20;
/** The height of a line: type in half points, lines in 240ths. */
const high = (size: number, line: number): number => (size / 2) * SINGLE * (line / 240);
const BODY = high(SIZE.body, 360);
/** Space before and after headings, in points. */
const SPACES = { 1: [12, 8], 2: [10, 5], 3: [9, 4], 4: [6, 2] } as const;

/** The pages of a text that flows: `y` points of the page are taken, `after` is owed below. */
class Flow {
  page = 1;
  y = 0;
  private after = 0;

  turn(): void {
    this.page += 1;
    this.y = 0;
    this.after = 0;
  }

  /** Of the space after one thing and before the next, Word takes the larger; none at the top. */
  space(before: number): void {
    if (this.y > 0) this.y += Math.max(before, this.after);
    this.after = 0;
  }

  owe(after: number): void {
    this.after = after;
  }

  /** Something that is not parted. `following` is what must follow it on the same page. */
  block(height: number, following = 0): void {
    if (this.y > 0 && this.y + height + following > TALL) this.turn();
    this.y += height;
  }

  /**
   * Lines that may be parted, though not a single one from the rest. The last line of a page may
   * reach below it by what it is more than a single line.
   */
  lines(count: number, height: number, single: number): void {
    let left = count;
    for (;;) {
      const room = Math.max(0, Math.floor((TALL - this.y - single) / height + 1.001));
      if (left <= room) {
        this.y += left * height;
        return;
      }
      let here = left - room === 1 ? room - 1 : room;
      if (here < 2) here = 0;
      left -= here;
      this.turn();
    }
  }
}

/** The page of each entry's bookmark, and the number of pages. The cover is page 1. */
export function estimated(report: Report, entries: readonly Entry[]): EstimatedPageNumbers {
  const flow = new Flow();
  flow.page = 2 + Math.ceil((entries.length * high(SIZE.body, 320) + 80) / TALL);
  const bookmarks = new Map<string, string>();
  const marks = [...entries];
  report.blocks.forEach((block, place) => {
    if (block.block === "sheet") return flow.turn();
    if (block.block !== "heading") return lay(flow, block);
    title(flow, block.level, report.blocks[place + 1]);
    if (block.level < 4) bookmarks.set(marks.shift()?.bookmark ?? "", `${flow.page}`);
  });
  return { bookmarks, pageCount: flow.page };
}

/** A heading, with two lines of what follows it. Sizes and spaces are those of `look.ts`. */
function title(flow: Flow, level: 1 | 2 | 3 | 4, next: Block | undefined): void {
  const size = { 1: SIZE.h1, 2: SIZE.h2, 3: SIZE.h3, 4: SIZE.h4 }[level];
  const [before = 0, after = 0] = SPACES[level];
  flow.space(before);
  flow.block(high(size, 320), next?.block === "heading" ? 100 : 2.5 * BODY);
  flow.owe(after);
}

function lay(flow: Flow, block: Block): void {
  switch (block.block) {
    case "text":
      return linesOf(block.text, 12, WIDE, 24).forEach((count) => written(flow, count));
    case "list":
      return block.items.forEach((item) => linesOf(`（1）${item}`, 12, WIDE - 30, -30).forEach((count) => written(flow, count)));
    case "line":
      return line(flow, block.text, block.look);
    case "facts":
      return block.facts.forEach(({ value }) => flow.block(row([value], [WIDE * 0.74], SIZE.cell)));
    case "table":
      return table(flow, block.table);
    case "charts": {
      const each = block.wide ? 1 : 2;
      for (let at = 0; at < block.drawings.length; at += each) {
        const drawing = block.drawings[at];
        if (!drawing) continue;
        flow.space(5);
        flow.block(sized(drawing, block.wide).height * 0.75 + 4);
        flow.owe(3);
      }
    }
  }
}

function written(flow: Flow, count: number, before = 0): void {
  flow.space(before);
  flow.lines(count, BODY, 12 * SINGLE);
}

function line(flow: Flow, text: string, look: "label" | "facts" | "mark" | "note"): void {
  if (look === "mark") return written(flow, linesOf(text, 12, WIDE)[0] ?? 1);
  flow.space(look === "label" ? 4 : look === "note" ? 3 : 0);
  if (look === "label") flow.block(BODY, 1.7 * BODY);
  if (look === "facts") flow.block(high(SIZE.cell, 360), 3 * BODY);
  if (look === "note") flow.lines(linesOf(text, 9, WIDE)[0] ?? 1, high(SIZE.small, 300), 9 * SINGLE);
  flow.owe(look === "label" ? 0 : 3);
}

function table(flow: Flow, plain: Table): void {
  const { caption, columns, rows, set } = plain;
  const size = SIZE[set ?? "cell"];
  const grid = widths(columns).map((width) => width / 20);
  const head = row(columns.map((column) => column.head), grid, size);
  const heights = rows.map((one) => rowOf(one, grid, size));
  const first = short(plain) ? sum(heights) : (heights[0] ?? 0);
  flow.space(caption ? 8 : 0);
  if (caption) flow.block(high(SIZE.cell, 300) + 4, head + first);
  flow.block(head, first);
  for (const height of heights) {
    if (height > TALL - head) {
      flow.lines(Math.ceil(height / high(size, CELL)), high(size, CELL), (size / 2) * SINGLE);
      continue;
    }
    const { page } = flow;
    if (flow.y + height > TALL) flow.turn();
    if (flow.page > page) flow.block(head);
    flow.block(height);
  }
}

function rowOf({ cells }: Row, grid: readonly number[], size: number): number {
  const heights = cells.map((cell, place) => {
    const [text, more] = typeof cell === "string" ? [cell, ""] : [cell.text, cell.more ?? ""];
    const width = (grid[place] ?? 0) - 8.5;
    const upper = sum(linesOf(text, size / 2, width)) * high(size, CELL);
    return upper + (more.trim() ? sum(linesOf(more, lesser(size) / 2, width)) * high(lesser(size), CELL) : 0);
  });
  return Math.max(...heights, high(size, CELL)) + PAD / 10 + 0.5;
}

function row(texts: readonly string[], grid: readonly number[], size: number): number {
  return rowOf({ cells: texts }, grid, size);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
